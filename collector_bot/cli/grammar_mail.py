"""The verbs about mails: their arguments and their help."""

from __future__ import annotations

from collector_bot.cli.verbs import Verbs, numbered


def add_mail(verbs: Verbs) -> None:
    """Add the verbs about mails."""
    verbs.add("mails", "mails.listed", (
        "mails that wait for a person", "courriels qui attendent quelqu’un"),
        tells=True)  # fmt: skip
    numbered(verbs.add("done", "mails.done", (
        "say that a mail was dealt with", "dire qu’un courriel est traité")),
        ("of the mail", "du courriel"))  # fmt: skip
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
