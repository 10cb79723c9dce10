"""The verbs about mails: their arguments and their help."""

from __future__ import annotations

from collector_bot.cli.verbs import REASONS, Verbs, numbered


def add_mail(verbs: Verbs) -> None:
    """Add the verbs about mails."""
    verbs.add("mails", "mails.listed", (
        "mails that wait for a person", "courriels qui attendent quelqu’un"),
        tells=True)  # fmt: skip
    numbered(verbs.add("done", "mails.done", (
        "say that a mail was dealt with", "dire qu’un courriel est traité")),
        ("of the mail", "du courriel"))  # fmt: skip
    _add_correcting(verbs)
    read = verbs.add("read", "mails.read", (
        "what mails say, as JSON; the ledger helps where there is one",
        "ce que disent des courriels, en JSON ; la base aide s’il y en a une"),
        tells=True)  # fmt: skip
    read.add_argument("files", metavar=verbs.say("FILE.eml", "FICHIER.eml"),
                      nargs="*")  # fmt: skip
    read.add_argument("--again", nargs="*", type=read.number, metavar="N",
                      help=verbs.say(
                          "read kept mails again, all or these, and tell what is read "
                          "differently now; changes nothing",
                          "relire les courriels gardés, tous ou ceux-ci, et dire ce "
                          "qui se lit autrement ; ne change rien"))  # fmt: skip


KINDS = (
    "promise",
    "remittance",
    "claims_paid",
    "dispute",
    "refusal",
    "document_request",
    "contact_change",
    "bank_details_change",
    "insolvency",
    "auto_reply",
)


def _add_correcting(verbs: Verbs) -> None:
    say = verbs.say
    correct = numbered(verbs.add("correct", "correcting.correct", (
        "put right what was read of a mail, and what came of it",
        "corriger ce qui a été lu d’un courriel, et ce qui en a découlé")),
        ("of the mail", "du courriel"))  # fmt: skip
    correct.add_argument("pieces", metavar=say("PIECE", "PIÈCE"), nargs="*",
                         help=say("it is about", "dont il s’agit"))  # fmt: skip
    correct.add_argument("--finding", type=correct.place, metavar="N",
                         help=say("which one, from 1, as its card lists them; 0 for "
                                  "one that was missed",
                                  "laquelle, à partir de 1, dans l’ordre de la carte ; "
                                  "0 pour une lecture manquée"))  # fmt: skip
    what = correct.add_mutually_exclusive_group(required=True)
    what.add_argument("--type", choices=KINDS, metavar="TYPE",
                      help=", ".join(KINDS))  # fmt: skip
    what.add_argument("--nothing", action="store_true",
                      help=say("the mail says nothing of the kind",
                               "le courriel ne dit rien de tel"))  # fmt: skip
    correct.add_argument("--date", type=correct.day, metavar="DATE",
                         help=say("of the payment or the return",
                                  "du paiement ou du retour"))  # fmt: skip
    correct.add_argument("--amount", metavar=say("AMOUNT", "MONTANT"),
                         help=say("as far as said", "s’il est dit"))  # fmt: skip
    correct.add_argument("--currency", metavar=say("CURRENCY", "DEVISE"),
                         help=say("of --amount; default the company's",
                                  "de --amount ; celle de la société par "
                                  "défaut"))  # fmt: skip
    correct.add_argument("--reason", choices=REASONS, default="other",
                         metavar=say("REASON", "MOTIF"),
                         help=say("of a dispute: ", "d’un litige : ")
                         + ", ".join(REASONS))  # fmt: skip
    kept = verbs.add("examples", "correcting.examples", (
        "mails people put right, as letters for the corpus of tests; they hold "
        "personal data: make them anonymous before anybody else sees them",
        "courriels corrigés, en lettres pour le corpus de tests ; ils contiennent des "
        "données personnelles : anonymisez-les avant de les montrer"),
        tells=True)  # fmt: skip
    kept.add_argument("-o", "--output", metavar=say("DIR", "DOSSIER"),
                      help=say("write NAME.eml and NAME.toml there; default: list them",
                               "y écrire NOM.eml et NOM.toml ; par défaut, les "
                               "lister"))  # fmt: skip
