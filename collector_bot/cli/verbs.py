"""Verbs, and the arguments several of them share."""

from __future__ import annotations

import argparse

from collector_bot.cli.parsing import Parser
from collector_bot.core.wording import Both

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


class Verbs:
    """The verbs of a parser; `--config` and `--json` stand before or after each."""

    def __init__(self, parser: Parser) -> None:
        self.say = parser.say
        self._config(parser, default=None)
        self._json(
            parser, default=False, about=("print facts as JSON", "répondre en JSON")
        )
        self._verbs = parser.add_subparsers(
            dest="verb", metavar=self.say("VERB", "VERBE"), required=True
        )

    def add(self, name: str, run: str, about: Both, *, tells: bool = False) -> Parser:
        """Add a verb carried out by `run`, as "module.function" of this package.

        Args:
            name: the verb, the same in both languages.
            run: what does it.
            about: what it does, in both languages.
            tells: whether it can answer in JSON.
        """
        told = self.say(*about)
        parser: Parser = self._verbs.add_parser(
            name, help=told, description=told[0].upper() + told[1:] + "."
        )
        self._config(parser, default=argparse.SUPPRESS)
        if tells:
            one = ("one JSON object a line", "un objet JSON par ligne")
            self._json(parser, default=argparse.SUPPRESS, about=one)
        parser.set_defaults(run=run, tells=tells)
        return parser

    def _config(self, parser: Parser, *, default: str | None) -> None:
        parser.add_argument(
            "--config",
            metavar=self.say("FILE", "FICHIER"),
            default=default,
            help=self.say(
                "configuration; default $COLLECTOR_CONFIG, then ./collector.toml",
                "configuration ; par défaut $COLLECTOR_CONFIG, puis ./collector.toml",
            ),
        )

    def _json(self, parser: Parser, *, default: bool | str, about: Both) -> None:
        parser.add_argument(
            "--json", action="store_true", default=default, help=self.say(*about)
        )


def of_account(parser: Parser, *, optional: bool = False) -> Parser:
    """Add the account it is about; return the parser."""
    parser.add_argument(
        "account",
        metavar=parser.say("ACCOUNT", "COMPTE"),
        nargs="?" if optional else None,
        help=parser.say("its code, or its name", "son code, ou son nom"),
    )
    return parser


def numbered(parser: Parser, of: Both) -> Parser:
    """Add the number of what it is about; return the parser."""
    parser.add_argument("number", metavar="N", type=parser.number, help=parser.say(*of))
    return parser


def of_reason(parser: Parser) -> Parser:
    """Add the reason a person gives; return the parser."""
    parser.add_argument(
        "--reason",
        default="",
        metavar=parser.say("REASON", "MOTIF"),
        help=parser.say("in your words", "à votre façon"),
    )
    return parser
