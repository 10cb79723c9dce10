"""The words the rules listen for, compiled from the editable lists beside it.

A list entry is a regular expression over folded text (lower case, no accents).
`<name>` inside an entry stands for another list of the same language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from collector_bot.core.reading import (
    lexicon_de,
    lexicon_en,
    lexicon_en_classes,
    lexicon_en_objections,
    lexicon_en_senses,
    lexicon_es,
    lexicon_fr,
    lexicon_fr_classes,
    lexicon_fr_objections,
    lexicon_fr_spoken,
    lexicon_it,
    lexicon_mail,
    lexicon_nl,
    lexicon_other_classes,
    lexicon_other_senses,
)

_MACRO = re.compile(r"(?<!\?P)<([a-z_]+)>")
_NEVER = re.compile(r"(?!)")


class Lexicon:
    """Compiled lists of one language; an unknown name matches nothing."""

    def __init__(self, language: str, lists: Mapping[str, tuple[str, ...]]) -> None:
        self.language = language
        self._lists = lists
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the lists."""
        return iter(self._lists)

    def expanded(self, name: str) -> str:
        """Return the alternation of list `name` with its macros filled in."""
        entries = (_MACRO.sub(self._filled, entry) for entry in self._lists[name])
        return "(?:" + "|".join(entries) + ")"

    def _filled(self, match: re.Match[str]) -> str:
        return self.expanded(match.group(1))

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern of list `name`, matching whole words anywhere."""
        if name not in self._compiled:
            self._compiled[name] = (
                re.compile(
                    rf"(?:(?<!\w)|(?=')){self.expanded(name)}(?:(?<![^\W\d_])|(?!\w))"
                )
                if name in self._lists
                else _NEVER
            )
        return self._compiled[name]


class MailWords:
    """Patterns of what mail programs write, matched at the start of a line."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._lists = lists

    def _line(self, name: str) -> re.Pattern[str]:
        return re.compile("(?:" + "|".join(self._lists[name]) + ")")

    @cached_property
    def attribution_start(self) -> re.Pattern[str]:
        """How the line over a quote begins."""
        return self._line("attribution_start")

    @cached_property
    def attribution(self) -> re.Pattern[str]:
        """The whole line over a quote, unwrapped."""
        return self._line("attribution")

    @cached_property
    def forward_line(self) -> re.Pattern[str]:
        """A line over a forwarded mail."""
        return self._line("forward_line")

    @cached_property
    def reply_line(self) -> re.Pattern[str]:
        """A line over a quoted mail that is not marked line by line."""
        return self._line("reply_line")

    @cached_property
    def header_first(self) -> re.Pattern[str]:
        """The first line of a quoted header block."""
        return self._line("header_first")

    @cached_property
    def header_next(self) -> re.Pattern[str]:
        """A further line of a quoted header block."""
        return self._line("header_next")

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """A line that closes a letter."""
        return self._line("closing")

    @cached_property
    def weak_closing(self) -> re.Pattern[str]:
        """A line that closes a letter when only names follow."""
        return self._line("weak_closing")

    @cached_property
    def footer(self) -> re.Pattern[str]:
        """A line added by a telephone or a mail program."""
        return self._line("footer")

    @cached_property
    def banner(self) -> re.Pattern[str]:
        """A warning line added by the mail server."""
        return self._line("banner")

    @cached_property
    def disclaimer(self) -> re.Pattern[str]:
        """How a legal notice begins."""
        return self._line("disclaimer")

    @cached_property
    def postscript(self) -> re.Pattern[str]:
        """How a postscript begins."""
        return self._line("postscript")


Lists = Mapping[str, tuple[str, ...]]


def _joined(*parts: Lists) -> Lists:
    """Lists of one name made one list."""
    names = dict.fromkeys(name for lists in parts for name in lists)
    return {
        name: tuple(entry for lists in parts for entry in lists.get(name, ()))
        for name in names
    }


def _other(language: str, lists: Lists) -> Lexicon:
    classes, senses = lexicon_other_classes.LISTS, lexicon_other_senses.LISTS
    return Lexicon(language, _joined(lists, classes[language], senses[language]))


MAIL = MailWords(lexicon_mail.LISTS)
FR = Lexicon(
    "fr",
    _joined(
        lexicon_fr.LISTS,
        lexicon_fr_objections.LISTS,
        lexicon_fr_classes.LISTS,
        lexicon_fr_spoken.LISTS,
    ),
)
EN = Lexicon(
    "en",
    _joined(
        lexicon_en.LISTS,
        lexicon_en_objections.LISTS,
        lexicon_en_classes.LISTS,
        lexicon_en_senses.LISTS,
    ),
)
BY_LANGUAGE = {
    "fr": FR,
    "en": EN,
    "de": _other("de", lexicon_de.LISTS),
    "es": _other("es", lexicon_es.LISTS),
    "it": _other("it", lexicon_it.LISTS),
    "nl": _other("nl", lexicon_nl.LISTS),
}
