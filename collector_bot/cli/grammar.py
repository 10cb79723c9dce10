"""The words of the command line: verbs, their arguments, their help."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from collector_bot.cli.grammar_books import add_books
from collector_bot.cli.grammar_mail import add_mail
from collector_bot.cli.parsing import FrenchParser, Parser
from collector_bot.cli.verbs import (
    REASONS,
    STATES,
    Verbs,
    numbered,
    of_account,
    of_reason,
)

__all__ = ["STATES", "build_parser", "parse"]


def parse(arguments: Sequence[str] | None, language: str = "en") -> argparse.Namespace:
    """Return what was asked for.

    Args:
        arguments: the words after the program's name; None for those of the process.
        language: of the help and of what is said of wrong use: "fr" or "en".

    Raises:
        SystemExit: with 0 after --help or --version, 2 when used wrongly.
    """
    parser = build_parser(language)
    given = parser.parse_args(arguments)
    if given.json and not given.tells:
        parser.error(parser.say(
            f"{given.verb} has nothing to say as JSON",
            f"{given.verb} n’a rien à dire en JSON",
        ))  # fmt: skip
    if given.verb == "export" and given.json and not given.output:
        parser.error(parser.say(
            "export --json wants -o: what it tells is not what it exports",
            "export --json veut -o : ce qu’il dit n’est pas ce qu’il exporte",
        ))  # fmt: skip
    if given.verb == "read" and bool(given.files) == (given.again is not None):
        parser.error(parser.say(
            "read wants files, or --again for mails that are kept",
            "read veut des fichiers, ou --again pour les courriels gardés",
        ))  # fmt: skip
    if getattr(given, "as_of", None) and not given.dry_run:
        parser.error(parser.say(
            "--as-of goes with --dry-run only: letters are sent today",
            "--as-of ne va qu’avec --dry-run : les lettres partent aujourd’hui",
        ))  # fmt: skip
    return given


def build_parser(language: str = "en") -> Parser:
    """Return the whole grammar."""
    parser = (FrenchParser if language == "fr" else Parser)(prog="collector-bot")
    say = parser.say
    parser.description = say(
        "The accounts-receivable colleague in Slack and the mailbox, at the shell.",
        "Le collègue du recouvrement, dans Slack et par courriel, en ligne de "
        "commande.",
    )
    parser.epilog = say(
        "Every verb tells more with --help. --config and --json may stand before or "
        "after the verb. With --json, one JSON object a line, amounts as decimal "
        "strings, dates as YYYY-MM-DD. Exit codes: 0 done, 1 refused or something is "
        "wrong, 2 used wrongly, 130 interrupted.",
        "Chaque verbe en dit plus avec --help. --config et --json se placent avant ou "
        "après le verbe. Avec --json : un objet JSON par ligne, montants en texte "
        "décimal, dates AAAA-MM-JJ. Codes de sortie : 0 fait, 1 refusé ou quelque "
        "chose ne va pas, 2 mal employé, 130 interrompu.",
    )
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        help=say("show the version", "montrer la version"),
    )
    verbs = Verbs(parser)
    _add_setting_up(verbs)
    _add_asking(verbs)
    _add_chasing(verbs)
    _add_lettering(verbs)
    add_books(verbs)
    _add_keeping_back(verbs)
    add_mail(verbs)
    return parser


class _Version(argparse.Action):
    """Prints the version; reads it only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"collector-bot {version('collector-bot')}\n")
        parser.exit()


def _add_setting_up(verbs: Verbs) -> None:
    say = verbs.say
    verbs.add("upgrade", "machine.upgrade", (
        "make the database, or bring it to this version",
        "créer la base, ou l’amener à cette version"))  # fmt: skip
    tried = verbs.add("check", "machine.check", (
        "try every part: configuration, database, mail, Slack",
        "essayer chaque partie : configuration, base, courrier, Slack"),
        tells=True)  # fmt: skip
    tried.add_argument("--head", type=tried.head, metavar="N:HASH",
                       help=say("as check ended once: the journal must still have "
                                "that row",
                                "comme check a fini un jour : le journal doit avoir "
                                "encore cette ligne"))  # fmt: skip
    app = verbs.add("manifest", "machine.manifest", (
        "print the manifest to create the Slack app from, as JSON",
        "écrire en JSON le manifeste qui crée l’application Slack"),
        tells=True)  # fmt: skip
    app.add_argument("--request-url", default="", metavar="URL",
                     help=say("where Slack reaches us in HTTP mode",
                              "où Slack nous joint en mode HTTP"))  # fmt: skip
    verbs.add("serve", "machine.serve", (
        "serve Slack and the mailbox until stopped",
        "servir Slack et la boîte aux lettres jusqu’à l’arrêt"))  # fmt: skip
    _add_demo(verbs)
    coming = verbs.add("import", "imports.import_file", (
        "import customers (CSV), entries (CSV), a FEC or a bank statement",
        "importer des clients (CSV), des écritures (CSV), un FEC ou un relevé de "
        "banque"),
        tells=True)  # fmt: skip
    kinds = ("customers", "entries", "fec", "bank")
    coming.add_argument("kind", choices=kinds, metavar=say("KIND", "NATURE"),
                        help=say("customers, entries, fec or bank",
                                 "customers (clients), entries (écritures), fec ou "
                                 "bank (banque)"))  # fmt: skip
    coming.add_argument("file", metavar=say("FILE", "FICHIER"))
    coming.add_argument("--dry-run", action="store_true",
                        help=say("check, write nothing",
                                 "vérifier, ne rien écrire"))  # fmt: skip


def _add_demo(verbs: Verbs) -> None:
    say = verbs.say
    demo = verbs.add("demo", "machine.demo", (
        "try it on this machine with a sample company",
        "l’essayer sur cette machine avec une société inventée"))  # fmt: skip
    demo.add_argument("--story", action="store_true",
                      help=say("tell four weeks and end",
                               "raconter quatre semaines et finir"))  # fmt: skip
    demo.add_argument("--port", type=demo.port,
                      help=say("of the page; default 8787, 0 for a free one",
                               "de la page ; 8787 par défaut, 0 pour un port "
                               "libre"))  # fmt: skip
    demo.add_argument("--home", metavar=say("DIR", "DOSSIER"),
                      help=say("a folder to keep and go on with",
                               "un dossier à garder et à reprendre"))  # fmt: skip
    demo.add_argument("--language", choices=("fr", "en"), default="fr",
                      help=say("of all that is told; default fr",
                               "de tout ce qui est dit ; fr par défaut"))  # fmt: skip


def _add_asking(verbs: Verbs) -> None:
    say = verbs.say
    of_account(verbs.add("balance", "standing.balance", (
        "how an account stands", "où en est un compte"), tells=True))  # fmt: skip
    aging = verbs.add("aging", "aging.aging", (
        "the aged balance of all customers, or of one account",
        "la balance âgée de tous les clients, ou d’un compte"),
        tells=True)  # fmt: skip
    of_account(aging, optional=True)
    aging.add_argument("--suppliers", action="store_true",
                       help=say("of all suppliers",
                                "de tous les fournisseurs"))  # fmt: skip
    of_account(verbs.add("items", "items.items", (
        "what is open on an account", "ce qui est ouvert sur un compte"),
        tells=True))  # fmt: skip
    overdue = verbs.add("overdue", "aging.overdue", (
        "who owes most too late", "qui doit le plus en retard"),
        tells=True)  # fmt: skip
    overdue.add_argument("--top", type=overdue.number, default=20, metavar="N",
                         help=say("so many a currency; default 20",
                                  "tant par devise ; 20 par défaut"))  # fmt: skip
    verbs.add("promises", "promises.listed", (
        "promises to pay that wait, run or were broken lately",
        "promesses de payer à confirmer, en cours ou non tenues depuis peu"),
        tells=True)  # fmt: skip


def _add_chasing(verbs: Verbs) -> None:
    say = verbs.say
    dun = verbs.add("dun", "dun.dun", (
        "run the procedure for today", "lancer les relances du jour"),
        tells=True)  # fmt: skip
    dun.add_argument("--dry-run", action="store_true",
                     help=say("show letters and skips; write and send nothing",
                              "montrer lettres et comptes laissés en paix ; ne rien "
                              "écrire ni envoyer"))  # fmt: skip
    dun.add_argument("--as-of", type=dun.day, metavar="DATE",
                     help=say("as if it were that day; only with --dry-run",
                              "comme si c’était ce jour ; avec --dry-run "
                              "seulement"))  # fmt: skip
    outbox = verbs.add("outbox", "letters.outbox", (
        "letters: waiting, sent, failed, uncertain",
        "lettres : en attente, envoyées, en échec, incertaines"),
        tells=True)  # fmt: skip
    of_account(outbox, optional=True)
    outbox.add_argument("--state", action="append", choices=STATES,
                        metavar=say("STATE", "ÉTAT"),
                        help=say("only these", "celles-ci seulement")
                        + say(": ", " : ") + ", ".join(STATES))  # fmt: skip
    outbox.add_argument("--limit", type=outbox.number, default=200, metavar="N",
                        help=say("at most so many, latest first; default 200",
                                 "tant au plus, les dernières d’abord ; 200 par "
                                 "défaut"))  # fmt: skip
    for name, about in (
        ("release", ("let a letter that waits for approval leave as it was shown",
                     "laisser partir, telle que montrée, une lettre à approuver")),
        ("refuse", ("keep a letter that waits for approval from leaving",
                    "empêcher de partir une lettre à approuver")),
        ("sent", ("say that an uncertain letter did leave",
                  "dire qu’une lettre incertaine est bien partie")),
        ("resend", ("send an uncertain letter again, the same bytes",
                    "renvoyer une lettre incertaine, à l’identique")),
        ("drop", ("give an uncertain letter up",
                  "abandonner une lettre incertaine")),
    ):  # fmt: skip
        one = numbered(verbs.add(name, f"letters.{name}", about),
                       ("of the letter", "de la lettre"))  # fmt: skip
        if name == "refuse":
            of_reason(one)


def _add_lettering(verbs: Verbs) -> None:
    say = verbs.say
    suggestion = ("of the suggestion", "de la suggestion")
    suggest = verbs.add("suggest", "lettering.suggest", (
        "look for letterings, and list the suggestions that wait",
        "chercher des lettrages, et lister les suggestions en attente"),
        tells=True)  # fmt: skip
    of_account(suggest, optional=True)
    suggest.add_argument("--no-refresh", action="store_true",
                         help=say("only list", "lister seulement"))  # fmt: skip
    suggest.add_argument("--limit", type=suggest.number, default=20_000, metavar="N",
                         help=say("how many at most; default 20000",
                                  "combien au plus ; 20000 par défaut"))  # fmt: skip
    numbered(verbs.add("ask", "lettering.ask", (
        "draft the question to the customer what a payment settles",
        "préparer la question au client : ce que règle un paiement")),
        suggestion)  # fmt: skip
    approve = numbered(verbs.add("approve", "lettering.approve", (
        "post a suggested lettering", "passer un lettrage proposé")),
        suggestion)  # fmt: skip
    approve.epilog = say(
        "Whoever works at this shell is one manager, called “shell”: with four eyes, "
        "what was proposed here is approved by another person, in Slack.",
        "Qui travaille à cette ligne de commande est un seul responsable, nommé "
        "« shell » : à quatre yeux, ce qui est proposé ici est approuvé par une autre "
        "personne, dans Slack.",
    )
    of_reason(numbered(verbs.add("reject", "lettering.reject", (
        "refuse a suggested lettering", "refuser un lettrage proposé")),
        suggestion))  # fmt: skip
    letter = of_account(verbs.add("letter", "lettering.letter", (
        "letter pieces that settle each other",
        "lettrer des pièces qui se soldent")))  # fmt: skip
    letter.add_argument("pieces", metavar=say("PIECE", "PIÈCE"), nargs="+")
    verbs.add("bank", "bank.listed", (
        "payments on the bank that wait to be lettered, and whose they may be",
        "règlements en banque à lettrer, et de qui ils peuvent être"),
        tells=True)  # fmt: skip
    given = numbered(verbs.add("assign", "bank.assign", (
        "say whose a payment on the bank is, or leave it alone",
        "dire de qui est un règlement en banque, ou le laisser de côté")),
        ("of the payment, as bank lists it",
         "du règlement, tel que bank le montre"))  # fmt: skip
    of_account(given, optional=True)
    given.add_argument("--leave", default="", metavar=say("REASON", "MOTIF"),
                       help=say("no customer paid it: why",
                                "aucun client ne l’a payé : pourquoi"))  # fmt: skip
    learnt = of_account(verbs.add("learnt", "bank.learnt", (
        "what decisions taught about an account: who pays, and how",
        "ce que les décisions ont appris d’un compte : qui paie, et comment"),
        tells=True))  # fmt: skip
    learnt.add_argument("--clear", action="store_true",
                        help=say("forget it", "l’oublier"))  # fmt: skip
    unletter = of_account(verbs.add("unletter", "lettering.unletter", (
        "undo a lettering by its opposite",
        "annuler un lettrage par son contraire")))  # fmt: skip
    unletter.add_argument("code", metavar="CODE",
                          help=say("AA, AB … as items are lettered",
                                   "AA, AB … tel que les pièces sont "
                                   "lettrées"))  # fmt: skip


def _add_keeping_back(verbs: Verbs) -> None:
    say = verbs.say
    piece, date = say("PIECE", "PIÈCE"), "DATE"
    promise = of_account(verbs.add("promise", "promises.promise", (
        "record a promise to pay", "noter une promesse de payer")))  # fmt: skip
    promise.add_argument("on", metavar=date, type=promise.day)
    promise.add_argument("pieces", metavar=piece, nargs="*",
                         help=say("default: what is due by then",
                                  "par défaut : ce qui est dû à cette "
                                  "date"))  # fmt: skip
    promise.add_argument("--amount", metavar=say("AMOUNT", "MONTANT"),
                         help=say("default: all of it",
                                  "par défaut : la totalité"))  # fmt: skip
    promise.add_argument("--currency", metavar=say("CURRENCY", "DEVISE"),
                         help=say("of --amount; default the account's",
                                  "de --amount ; celle du compte par "
                                  "défaut"))  # fmt: skip
    of_promise = ("of the promise", "de la promesse")
    numbered(verbs.add("accept", "promises.accept", (
        "accept a promise that waits", "accepter une promesse en attente")),
        of_promise)  # fmt: skip
    numbered(verbs.add("decline", "promises.decline", (
        "refuse a promise that waits", "refuser une promesse en attente")),
        of_promise)  # fmt: skip
    numbered(verbs.add("unpromise", "promises.unpromise", (
        "cancel a promise that waits or holds",
        "annuler une promesse en attente ou en cours")),
        of_promise)  # fmt: skip
    hold = of_account(verbs.add("hold", "holds.hold", (
        "keep an account, or one piece, from being chased",
        "suspendre les relances d’un compte, ou d’une pièce")))  # fmt: skip
    hold.add_argument("--piece", default="", metavar=piece,
                      help=say("only this one", "celle-ci seulement"))  # fmt: skip
    hold.add_argument("--until", type=hold.day, metavar=date,
                      help=say("default: until unhold",
                               "par défaut : jusqu’à unhold"))  # fmt: skip
    of_reason(hold)
    numbered(verbs.add("unhold", "holds.unhold", (
        "end a hold", "lever une suspension")),
        ("of the hold", "de la suspension"))  # fmt: skip
    dispute = of_account(verbs.add("dispute", "holds.dispute", (
        "record that a customer contests pieces",
        "noter qu’un client conteste des pièces")))  # fmt: skip
    dispute.add_argument("pieces", metavar=piece, nargs="+")
    dispute.add_argument("--reason", choices=REASONS, default="other",
                         metavar=say("REASON", "MOTIF"),
                         help=", ".join(REASONS))  # fmt: skip
    numbered(verbs.add("undispute", "holds.undispute", (
        "close a dispute", "clore un litige")),
        ("of the dispute", "du litige"))  # fmt: skip
