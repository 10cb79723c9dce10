"""A parser of arguments that speaks the language of its shell, wrong use included."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from collector_bot.core.wording import Both, either, nearest

_WRONGLY = 2
_OPTION = re.compile(r"-(?![\d.]|$)")  # not a number below zero, nor “-”
_ALL_OF_IT = 100
_PORT_MAX = 65535
_WITHOUT_PREFIX = 2  # actions and groups: argparse leaves the prefix to its page
# What argparse says, and what we say instead; the first that fits.
_SENTENCES: tuple[tuple[str, Both], ...] = (
    (
        r"the following arguments are required: (?P<what>.+)",
        ("missing: {what}", "il manque {what}"),
    ),
    (
        r"unrecognized arguments: (?P<what>.+)",
        (
            "{what} is not understood; “{program} VERB --help” tells what is",
            "{what} n’est pas compris ; « {program} VERBE --help » dit ce qui l’est",
        ),
    ),
    (
        r"argument (?P<name>[^:]+): expected (?:one|at least one) argument",
        ("{name} needs a value", "{name} demande une valeur"),
    ),
    (
        r"argument (?P<name>[^:]+): ignored explicit argument .*",
        ("{name} takes no value", "{name} ne prend pas de valeur"),
    ),
    (
        r"ambiguous option: (?P<what>.+) could match (?P<choices>.+)",
        ("{what} may be {choices}", "{what} peut être {choices}"),
    ),
    (r"argument (?P<name>[^:]+): (?P<what>.+)", ("{name}: {what}", "{name} : {what}")),
)
_CHOICE = re.compile(
    r"argument (?P<name>[^:]+): invalid choice: (?P<quote>['\"])(?P<word>.*?)(?P=quote)"
    r"(?:, maybe .*)? \(choose from (?P<choices>.*)\)"
)


def shell_language(environment: Mapping[str, str]) -> str:
    """Return "fr" where the shell's messages are in French, else "en".

    Source:
        POSIX.1-2017, Base Definitions, section 8.2: the first of LC_ALL, LC_MESSAGES
        and LANG that is set and not empty decides.

    Example:
        >>> shell_language({"LC_ALL": "", "LANG": "fr_FR.UTF-8"}), shell_language({})
        ('fr', 'en')
    """
    named = (environment.get(one) for one in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "fr" if next(filter(None, named), "").lower().startswith("fr") else "en"


class _Page(argparse.HelpFormatter):
    """A page of help in English."""

    usage = "usage: "

    def add_usage(self, usage: str | None, *parts: Any, **named: Any) -> None:
        """Begin with the usage, in our language."""
        if len(parts) == _WITHOUT_PREFIX:
            named.setdefault("prefix", self.usage)
        super().add_usage(usage, *parts, **named)


class _FrenchPage(_Page):
    """A page of help in French."""

    usage = either(("", "usage : "), "fr")


class Parser(argparse.ArgumentParser):
    """A parser in English; its sub-parsers speak the same language.

    Attributes:
        language: of its help and of its sentences.
        page: lays its help out.
    """

    language = "en"
    page: type[_Page] = _Page

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, formatter_class=self.page, add_help=False)
        self._positionals.title = self.say("what it takes", "ce qu’il faut\u00a0")
        self._optionals.title = self.say("options", "options\u00a0")
        self.add_argument(
            "-h",
            "--help",
            action="help",
            help=self.say("show this help", "montrer cette aide"),
        )

    def say(self, english: str, french: str) -> str:
        """Return the one of two wordings that is in this parser's language."""
        return either((english, french), self.language)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """Parse; a verb's options may stand before, between and after its words.

        argparse takes no more words for a list that an option has interrupted.
        """
        if args is not None and self._subparsers is None:
            args = self._options_first(args)
        return super().parse_known_args(args, namespace)

    def _options_first(self, words: Sequence[str]) -> list[str]:
        """Return the words with options, and what these take, before all others.

        Where an option lacks what it takes, they stay as they are, to be told so.
        """
        options: list[str] = []
        others: list[str] = []
        left = list(words)
        while left:
            word = left.pop(0)
            if word == "--":
                return [*options, *others, word, *left]
            if not _OPTION.match(word):
                others.append(word)
                continue
            options.append(word)
            if self._takes_value(word):
                if not left or _OPTION.match(left[0]):
                    return list(words)
                options.append(left.pop(0))
        return [*options, *others]

    def _takes_value(self, word: str) -> bool:
        """Whether the next word belongs to this option; it may be shortened."""
        known = self._option_string_actions
        exact = known.get(word)
        meant = [exact] if exact else [
            action for name, action in known.items() if name.startswith(word)
        ]  # fmt: skip
        return "=" not in word and any(action.nargs != 0 for action in meant)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, in our own words, and end with exit code 2."""
        self.print_usage(sys.stderr)
        colon = self.say(": ", " : ")
        self.exit(_WRONGLY, f"{self.prog}{colon}{self._sentence(message)}.\n")

    def _sentence(self, message: str) -> str:
        """Return what argparse says in the words of this house."""
        if choice := _CHOICE.fullmatch(message):
            return self._unknown(choice["name"], choice["word"], choice["choices"])
        for pattern, both in _SENTENCES:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                program = self.prog.partition(" ")[0]
                return self.say(*both).format(program=program, **found.groupdict())
        return message

    def _unknown(self, name: str, word: str, choices: str) -> str:
        """Return that a word is none of those expected, and which may be meant."""
        known = [one.strip("'\" ") for one in choices.split(",")]
        near = nearest(word, known)
        meant = self.say(f" (did you mean {near}?)", f" (vouliez-vous dire {near} ?)")
        if name in {"VERB", "VERBE"}:
            told = self.say(f"“{word}” is no verb", f"« {word} » n’est pas un verbe")
            listed = self.say(f"“{self.prog} --help” lists them",
                              f"« {self.prog} --help » les donne")  # fmt: skip
        else:
            told = self.say(f"{name}: “{word}” is unknown",
                            f"{name} : « {word} » est inconnu")  # fmt: skip
            expected = ", ".join(known)
            listed = self.say(f"expected {expected}", f"il faut {expected}")
        return f"{told}{meant if near else ''}{self.say('; ', ' ; ')}{listed}"

    def number(self, text: str) -> int:
        """Return a number of a letter, a promise …, 1 or more."""
        if not re.fullmatch(r"[0-9]{1,15}", text) or not int(text):
            raise argparse.ArgumentTypeError(self.say(
                f"“{text}” is not a number such as 12",
                f"« {text} » n’est pas un numéro comme 12",
            ))  # fmt: skip
        return int(text)

    def place(self, text: str) -> int:
        """Return where something stands in a mail, 0 for nowhere."""
        return 0 if text == "0" else self.number(text)

    def head(self, text: str) -> tuple[int, str]:
        """Return where a journal ended: how many rows, and how the hash begins."""
        if not re.fullmatch(r"[1-9][0-9]{0,14}:[0-9a-f]{8,64}", text):
            raise argparse.ArgumentTypeError(self.say(
                f"“{text}” is not how check ends, such as 1204:3f2a91c07b1e6d58",
                f"« {text} » n’est pas une fin de check comme 1204:3f2a91c07b1e6d58",
            ))  # fmt: skip
        count, _, begun = text.partition(":")
        return int(count), begun

    def port(self, text: str) -> int:
        """Return a port, or 0 for a free one."""
        if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > _PORT_MAX:
            raise argparse.ArgumentTypeError(self.say(
                f"“{text}” is not a port; expected 1 to 65535, or 0 for a free one",
                f"« {text} » n’est pas un port ; il faut 1 à 65535, ou 0 pour un port "
                "libre",
            ))  # fmt: skip
        return int(text)

    def percent(self, text: str) -> int:
        """Return whole per cent, 1 to 100."""
        if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= _ALL_OF_IT:
            raise argparse.ArgumentTypeError(self.say(
                f"“{text}” is not whole per cent, 1 to 100",
                f"« {text} » n’est pas un pourcentage entier de 1 à 100",
            ))  # fmt: skip
        return int(text)

    def day(self, text: str) -> Any:
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
            raise argparse.ArgumentTypeError(self.say(
                f"“{text}” is not a date; write 2026-11-30 or 30/11/2026",
                f"« {text} » n’est pas une date ; écrivez 30/11/2026 ou 2026-11-30",
            )) from None  # fmt: skip


class FrenchParser(Parser):
    """The parser in French."""

    language = "fr"
    page = _FrenchPage
