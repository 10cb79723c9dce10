"""The words of the command line: verbs, their arguments, their help."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any

Verbs = Any  # argparse keeps the type of its sub-parsers to itself
Check = Callable[[str], Any]

_ABOUT = "The accounts-receivable colleague in Slack and the mailbox, at the shell."
_EPILOG = (
    "Every verb tells more with --help. --config and --json may stand before or after "
    "the verb. With --json, one JSON object a line, amounts as decimal strings, dates "
    "as YYYY-MM-DD. Exit codes: 0 done, 1 refused or something is wrong, 2 used "
    "wrongly, 130 interrupted."
)
_CONFIG = "configuration; default $COLLECTOR_CONFIG, then ./collector.toml"


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked for.

    Raises:
        SystemExit: with 0 after --help or --version, 2 when used wrongly.
    """
    parser = build_parser()
    given = parser.parse_args(arguments)
    if given.json and not given.tells:
        parser.error(f"{given.verb} has nothing to say as JSON")
    if getattr(given, "as_of", None) and not given.dry_run:
        parser.error("--as-of goes with --dry-run only: letters are sent today")
    return given


def build_parser() -> argparse.ArgumentParser:
    """Return the whole grammar."""
    parser = argparse.ArgumentParser(
        prog="collector-bot", description=_ABOUT, epilog=_EPILOG
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version")
    parser.add_argument("--config", metavar="FILE", help=_CONFIG)
    parser.add_argument(
        "--json", action="store_true", default=False, help="print facts as JSON"
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _add_setting_up(verbs)
    _add_asking(verbs)
    _add_chasing(verbs)
    _add_lettering(verbs)
    _add_keeping_back(verbs)
    _add_mail(verbs)
    return parser


class _Version(argparse.Action):
    """Prints the version; reads it only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"collector-bot {version('collector-bot')}\n")
        parser.exit()


def _verb(
    verbs: Verbs, name: str, run: str, *, about: str, tells: bool = False
) -> argparse.ArgumentParser:
    """Add a verb carried out by `run`, as "module.function" of this package."""
    parser: argparse.ArgumentParser = verbs.add_parser(
        name, help=about, description=about[0].upper() + about[1:] + "."
    )
    parser.add_argument(
        "--config", metavar="FILE", default=argparse.SUPPRESS, help=_CONFIG
    )
    if tells:
        parser.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="one JSON object a line",
        )
    parser.set_defaults(run=run, tells=tells)
    return parser


def _add_setting_up(verbs: Verbs) -> None:
    _verb(verbs, "upgrade", "machine.upgrade",
          about="make the database, or bring it to this version")  # fmt: skip
    check = "try every part: configuration, database, mail, Slack"
    _verb(verbs, "check", "machine.check", about=check, tells=True)
    manifest = "print the manifest to create the Slack app from, as JSON"
    app = _verb(verbs, "manifest", "machine.manifest", about=manifest, tells=True)
    app.add_argument("--request-url", default="", metavar="URL",
                     help="where Slack reaches us in HTTP mode")  # fmt: skip
    _verb(verbs, "serve", "machine.serve",
          about="serve Slack and the mailbox until stopped")  # fmt: skip
    demo = _verb(verbs, "demo", "machine.demo",
                 about="try it on this machine with a sample company")  # fmt: skip
    demo.add_argument("--story", action="store_true", help="tell one week and end")
    demo.add_argument(
        "--port", type=_port, help="of the page; default 8787, 0 for a free one"
    )
    demo.add_argument("--home", metavar="DIR", help="a folder to keep and go on with")
    demo.add_argument("--language", choices=("fr", "en"), default="fr")
    about = "import customers (CSV), entries (CSV) or a FEC"
    coming = _verb(verbs, "import", "imports.import_file", about=about, tells=True)
    coming.add_argument("kind", choices=("customers", "entries", "fec"))
    coming.add_argument("file", metavar="FILE")
    coming.add_argument("--dry-run", action="store_true", help="check, write nothing")


def _add_asking(verbs: Verbs) -> None:
    about = "how an account stands"
    balance = _verb(verbs, "balance", "standing.balance", about=about, tells=True)
    _account(balance)
    about = "the aged balance of all customers, or of one account"
    aging = _verb(verbs, "aging", "aging.aging", about=about, tells=True)
    aging.add_argument("account", metavar="ACCOUNT", nargs="?")
    aging.add_argument("--suppliers", action="store_true", help="of all suppliers")
    about = "what is open on an account"
    items = _verb(verbs, "items", "items.items", about=about, tells=True)
    _account(items)
    about = "who owes most too late"
    overdue = _verb(verbs, "overdue", "aging.overdue", about=about, tells=True)
    overdue.add_argument("--top", type=_number, default=20, metavar="N",
                         help="so many a currency; default 20")  # fmt: skip
    about = "promises to pay that wait, run or were broken lately"
    _verb(verbs, "promises", "promises.listed", about=about, tells=True)


def _add_chasing(verbs: Verbs) -> None:
    dun = _verb(verbs, "dun", "dun.dun", about="run the procedure for today",
                tells=True)  # fmt: skip
    dun.add_argument("--dry-run", action="store_true",
                     help="show letters and skips; write and send nothing")  # fmt: skip
    dun.add_argument("--as-of", type=_day, metavar="DATE",
                     help="as if it were that day; only with --dry-run")  # fmt: skip
    about = "letters: waiting, sent, failed, uncertain"
    outbox = _verb(verbs, "outbox", "letters.outbox", about=about, tells=True)
    outbox.add_argument("account", metavar="ACCOUNT", nargs="?")
    outbox.add_argument("--state", action="append", choices=STATES, metavar="STATE",
                        help=f"only these: {', '.join(STATES)}")  # fmt: skip
    outbox.add_argument("--limit", type=_number, default=200, metavar="N",
                        help="at most so many, latest first; default 200")  # fmt: skip
    for name, about in (
        ("release", "let a letter that waits for approval leave as it was shown"),
        ("refuse", "keep a letter that waits for approval from leaving"),
        ("sent", "say that an uncertain letter did leave"),
        ("resend", "send an uncertain letter again, the same bytes"),
        ("drop", "give an uncertain letter up"),
    ):
        one = _verb(verbs, name, f"letters.{name}", about=about)
        _numbered(one, "letter")
        if name == "refuse":
            _reason(one)


STATES = (
    "awaiting_approval",
    "pending",
    "claimed",
    "handing_over",
    "uncertain",
    "sent",
    "failed",
    "cancelled",
)


def _add_lettering(verbs: Verbs) -> None:
    about = "look for letterings, and list the suggestions that wait"
    suggest = _verb(verbs, "suggest", "lettering.suggest", about=about, tells=True)
    suggest.add_argument("account", metavar="ACCOUNT", nargs="?")
    suggest.add_argument("--no-refresh", action="store_true", help="only list")
    suggest.add_argument("--limit", type=_number, default=20_000, metavar="N",
                         help="how many at most; default 20000")  # fmt: skip
    approve = _verb(verbs, "approve", "lettering.approve",
                    about="post a suggested lettering")  # fmt: skip
    _numbered(approve, "suggestion")
    reject = _verb(verbs, "reject", "lettering.reject",
                   about="refuse a suggested lettering")  # fmt: skip
    _numbered(reject, "suggestion")
    _reason(reject)
    letter = _verb(verbs, "letter", "lettering.letter",
                   about="letter pieces that settle each other")  # fmt: skip
    _account(letter)
    letter.add_argument("pieces", metavar="PIECE", nargs="+")
    unletter = _verb(verbs, "unletter", "lettering.unletter",
                     about="undo a lettering by its opposite")  # fmt: skip
    _account(unletter)
    unletter.add_argument("code", metavar="CODE", help="AA, AB … as items are lettered")


def _add_keeping_back(verbs: Verbs) -> None:
    promise = _verb(verbs, "promise", "promises.promise",
                    about="record a promise to pay")  # fmt: skip
    _account(promise)
    promise.add_argument("on", metavar="DATE", type=_day)
    promise.add_argument("pieces", metavar="PIECE", nargs="*",
                         help="default: what is due by then")  # fmt: skip
    promise.add_argument("--amount", help="default: all of it")
    promise.add_argument("--currency", help="of --amount; default the account's")
    for name, run, about in (
        ("accept", "promises.accept", "accept a promise that waits"),
        ("decline", "promises.decline", "refuse a promise that waits"),
    ):
        _numbered(_verb(verbs, name, run, about=about), "promise")
    hold = _verb(verbs, "hold", "holds.hold",
                 about="keep an account, or one piece, from being chased")  # fmt: skip
    _account(hold)
    hold.add_argument("--piece", default="", help="only this one")
    hold.add_argument(
        "--until", type=_day, metavar="DATE", help="default: until unhold"
    )
    _reason(hold)
    _numbered(_verb(verbs, "unhold", "holds.unhold", about="end a hold"), "hold")
    dispute = _verb(verbs, "dispute", "holds.dispute",
                    about="record that a customer contests pieces")  # fmt: skip
    _account(dispute)
    dispute.add_argument("pieces", metavar="PIECE", nargs="+")
    dispute.add_argument("--reason", choices=REASONS, default="other", metavar="REASON",
                         help=", ".join(REASONS))  # fmt: skip
    undispute = _verb(verbs, "undispute", "holds.undispute", about="close a dispute")
    _numbered(undispute, "dispute")


REASONS = (
    "price",
    "quantity",
    "quality",
    "not_received",
    "duplicate",
    "wrong_recipient",
    "missing_po",
    "already_credited",
    "other",
)


def _add_mail(verbs: Verbs) -> None:
    about = "mails that wait for a person"
    _verb(verbs, "mails", "mails.listed", about=about, tells=True)
    done = _verb(verbs, "done", "mails.done", about="say that a mail was dealt with")
    _numbered(done, "mail")
    about = "what mails say, as JSON; the ledger helps where there is one"
    read = _verb(verbs, "read", "mails.read", about=about, tells=True)
    read.add_argument("files", metavar="FILE.eml", nargs="+")


def _account(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("account", metavar="ACCOUNT", help="its code, or its name")


def _numbered(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("number", metavar="N", type=_number, help=f"of the {what}")


def _reason(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reason", default="", help="in your words")


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,15}", text) or not int(text):
        msg = f"“{text}” is not a number such as 12"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > 65535:  # noqa: PLR2004 - the highest port there is
        msg = f"“{text}” is not a port; expected 1 to 65535, or 0 for a free one"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def _day(text: str) -> Any:
    """Return the date written as 2026-11-30 or 30/11/2026."""
    from datetime import date

    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    parts = found.groups() if found else ()
    if not found:
        turned = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", text)
        parts = turned.groups()[::-1] if turned else ()
    try:
        return date(*map(int, parts))
    except (TypeError, ValueError):
        msg = f"“{text}” is not a date; write 2026-11-30 or 30/11/2026"
        raise argparse.ArgumentTypeError(msg) from None
