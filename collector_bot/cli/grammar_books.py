"""The words of the command line that speak to the accounting system."""

from __future__ import annotations

from collector_bot.cli.verbs import Verbs, of_account


def add_books(verbs: Verbs) -> None:
    """Add what is exported to the books, and what is proposed to them."""
    say = verbs.say
    export = verbs.add("export", "export.export", (
        "write letterings, or what was posted here, for the accounting system",
        "écrire les lettrages, ou ce qui a été passé ici, pour la comptabilité"),
        tells=True)  # fmt: skip
    export.add_argument("what", choices=("letterings", "journal"),
                        metavar=say("WHAT", "OBJET"),
                        help=say("letterings, or journal: payments and corrections",
                                 "letterings (lettrages) ou journal : règlements et "
                                 "corrections"))  # fmt: skip
    export.add_argument("--since", type=export.day, metavar="DATE",
                        help=say("only from that day on",
                                 "seulement à partir de ce jour"))  # fmt: skip
    export.add_argument("--again", action="store_true",
                        help=say("also what was exported before",
                                 "aussi ce qui a déjà été exporté"))  # fmt: skip
    export.add_argument("-o", "--output", metavar=say("FILE", "FICHIER"),
                        help=say("default: print it",
                                 "par défaut : l’afficher"))  # fmt: skip
    export.add_argument("--format", choices=("csv", "fec"), default="csv",
                        metavar="FORMAT",
                        help=say("csv or fec; default csv",
                                 "csv ou fec ; csv par défaut"))  # fmt: skip
    doubtful = of_account(verbs.add("doubtful", "doubtful.doubtful", (
        "what the books may write for debts that may not be paid; posts nothing",
        "ce que la comptabilité peut écrire pour des créances douteuses ; ne passe "
        "rien"), tells=True))  # fmt: skip
    doubtful.add_argument("pieces", metavar=say("PIECE", "PIÈCE"), nargs="*",
                          help=say("default: what is overdue",
                                   "par défaut : ce qui est échu"))  # fmt: skip
    doubtful.add_argument("--loss", type=doubtful.percent, default=100,
                          metavar=say("PERCENT", "POURCENT"),
                          help=say("likely lost of it, 1 to 100; default 100",
                                   "perte probable, 1 à 100 ; 100 par "
                                   "défaut"))  # fmt: skip
