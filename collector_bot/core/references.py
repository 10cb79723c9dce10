"""Invoice numbers in free text: keys, ranges, last digits, slips, ambiguity kept."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from collector_bot.core.reference_forms import (
    BANK_SLIPS,
    SLIPS,
    bare_digits,
    glued_keys,
    structured_body,
    without_year,
)

_RUN = re.compile(r"[^\W_]+")
_JOIN_MAX = 5
_KEYS_MAX = 4000
_DIGIT_KEY_MIN = 5
_TAIL_MIN = 3
_TAIL_MAX = 7
_GLUED_MIN = 6
_RUN_TOGETHER = re.compile(r"[0-9][A-Za-z]")
_RANGE_MAX = 200
_GLUE = re.compile(r"[ ]?[-/._#°:– ]?[ ]?")
_NO_MARKS = {mark: None for mark in range(128) if not chr(mark).isalnum()}
_FOLLOWED_BY_MONEY = re.compile(
    r"[ ]?(?:€|\$|£|eur\b|euros?\b|gbp\b|usd\b|chf\b|%|,\d|\.\d|k€|jours?\b|days?\b|h\b)"
)
_BEFORE_MONEY = re.compile(r"(?:€|\$|£|eur|gbp|usd|chf) ?$")
# Words after which a few digits are the end of an invoice number.
_CONTEXT = re.compile(
    r"(?:factur\w*|fact\.?|fra|invoices?|inv\.?|fac|avoirs?|credit notes?|pieces?"
    r"|n[°os]{1,2}\.?|n\.|numeros?|num\.?|nr\.?|rechnung\w*|ref\.?|references?|celles?"
    r"|\bles?|\bla|\bthe|nos\.?|#|number|numbers|ending(?: in| with)?|finissant(?: par)?"
    r"|terminant(?: par| en)?|se terminant par|sauf|except|bills?|documents?|cn|av|fa?"
    r"|facturas?|factuur|fattur[ae])[ :\-.#°]*(?:n[°o]\.? ?|nos?\.? ?|numero |ending )?$"
)
_LIST_GLUE = re.compile(
    r"\s*(?:,|;|/|&|\+|-|–|et|and|y|und|e|en|ou|or|ainsi que|as well as|puis)?"
    r"\s*(?:et|and|aussi|de|also)?\s*(?:la|les|the|n[°o]\.?|inv\.?|f-?|celle)?\s*(?:n[°o]\.?)?\s*"
)
_RANGE_GLUE = re.compile(
    r"\s*(?:a|à|au|to|through|thru|-|–|jusqu'[aà](?: la)?|up to|until|bis|till|tot)"
    r"\s*(?:la|the)?\s*"
)
_WEEKS_AND_YEARS = re.compile(r"20[12]\d$")


class Pieced(Protocol):
    """Anything that has a piece: an open item, a known item, an entry."""

    @property
    def piece(self) -> str:
        """The document number, in the ledger's spelling."""


T = TypeVar("T", bound=Pieced)


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A span of text naming items.

    Attributes:
        start: first position.
        end: position after the last.
        items: what it names; several for a range, or when ambiguous.
        ambiguous: one number was meant, `items` are the candidates.
        how: "full", "digits", "tail", "slip", "range", "glued" (no words are parted)
            or "year" (all but the year), strongest first.
    """

    start: int
    end: int
    items: tuple[T, ...]
    ambiguous: bool
    how: str


def reference_key(piece: str) -> str:
    """Return the comparable form of a document number: capitals and digits only.

    Example:
        >>> reference_key("F-2026/0412 é")
        'F20260412E'
    """
    if piece.isascii():
        return piece.upper().translate(_NO_MARKS)
    plain = unicodedata.normalize("NFKD", piece).upper()
    return "".join(char for char in plain if char.isascii() and char.isalnum())


def digits_key(piece: str) -> str:
    """Return the digits of a document number without leading zeros.

    Example:
        >>> digits_key("F-0041"), digits_key("FA 26/001")
        ('41', '26001')
    """
    return "".join(char for char in piece if char in "0123456789").lstrip("0")


def weaker_keys(piece: str) -> tuple[str, ...]:
    """Return the keys a hurried writer may use, strongest first.

    All digits, and the last group of digits when it has three or more.

    Example:
        >>> weaker_keys("F-2026-0412")
        ('20260412', '0412')
    """
    groups = re.findall(r"\d+", piece)
    keys = [digits_key(piece)]
    if groups and len(groups[-1]) >= _TAIL_MIN:
        keys.append(groups[-1])
    return tuple(dict.fromkeys(key for key in keys if len(key) >= _TAIL_MIN))


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    key: str


def _runs(text: str) -> list[_Run]:
    return [
        _Run(match.start(), match.end(), reference_key(match.group()))
        for match in _RUN.finditer(text)
    ]


def _joins(text: str, runs: Sequence[_Run], at: int) -> list[tuple[int, str]]:
    """Return (index of the last run, key) of the joins from `at`, longest first."""
    key = runs[at].key
    found = [(at, key)]
    for to in range(at + 1, min(at + _JOIN_MAX, len(runs))):
        if not _GLUE.fullmatch(text[runs[to - 1].end : runs[to].start]):
            break
        key += runs[to].key
        found.append((to, key))
    return found[::-1]


def candidate_keys(text: str) -> tuple[str, ...]:
    """Return every key the text may name, to ask a ledger for; at most 4 000."""
    runs = _runs(text)
    keys: dict[str, None] = {}
    for at in range(len(runs)):
        for _, key in _joins(text, runs, at):
            if len(key) >= 4 and any(char.isdigit() for char in key):  # noqa: PLR2004
                keys[key] = None
        if len(keys) >= _KEYS_MAX:
            break
    return tuple(keys)[:_KEYS_MAX]


class ReferenceIndex(Generic[T]):
    """Finds the pieces of `items` in text.

    Args:
        items: what the writer may mean, searched by every key.
        also: further items, named only by their whole number.
        banking: the texts are a bank's: short, run together, typed by hand.
    """

    def __init__(
        self, items: Iterable[T], also: Iterable[T] = (), *, banking: bool = False
    ) -> None:
        self._banking = banking
        self._slip = BANK_SLIPS if banking else SLIPS
        self._full: dict[str, list[T]] = defaultdict(list)
        self._digits: dict[str, list[T]] = defaultdict(list)
        self._slips: dict[str, list[T]] = defaultdict(list)
        self._tails: dict[str, list[T]] = defaultdict(list)
        self._years: dict[str, list[T]] = defaultdict(list)
        self._near: list[T] = []
        seen: set[int] = set()
        for weak, group in ((True, items), (False, also)):
            for item in group:
                if id(item) not in seen:
                    seen.add(id(item))
                    self._add(item, weak=weak)

    def _add(self, item: T, *, weak: bool) -> None:
        key = reference_key(item.piece)
        if not any(char.isdigit() for char in key):
            return
        self._append(self._full, key, item)
        self._append(self._slips, key.translate(self._slip), item)
        digits = digits_key(item.piece)
        if len(digits) >= _DIGIT_KEY_MIN:
            self._append(self._digits, digits, item)
        if weak:
            self._near.append(item)
            yearless = without_year(key) if self._banking else ""
            if yearless:
                self._append(self._years, yearless, item)
            tail = "".join(char for char in key if char.isdigit())
            for length in range(_TAIL_MIN, min(len(tail), _TAIL_MAX) + 1):
                self._append(self._tails, tail[-length:], item)

    @staticmethod
    def _append(keys: dict[str, list[T]], key: str, item: T) -> None:
        if all(other is not item for other in keys[key]):
            keys[key].append(item)

    def find(self, text: str) -> tuple[Mention[T], ...]:
        """Return the mentions in `text`, left to right, not overlapping.

        Works on the written text or on a folded copy of the same length.
        """
        runs = _runs(text)
        low = text.lower()
        found: list[Mention[T]] = []
        at = 0
        while at < len(runs):
            step = self._at(low, runs, at=at, found=found)
            if step is None:
                at += 1
                continue
            mention, at = step
            found.append(mention)
        if self._banking and (not found or _RUN_TOGETHER.search(text)):
            glued = list(self._glued(text))
            found = glued if len(glued) > len(found) else found
        return tuple(self._with_ranges(low, found))

    def _glued(self, text: str) -> Iterator[Mention[T]]:
        """Yield what is named where nothing parts the numbers from other words."""
        for start, end, key in glued_keys(text, self._full, self._lengths):
            items = tuple(self._full[key])
            yield Mention(start, end, items, len(items) > 1, "glued")

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        lengths = {len(key) for key in self._full if len(key) >= _GLUED_MIN}
        return tuple(sorted(lengths, reverse=True))

    def _at(
        self, low: str, runs: Sequence[_Run], *, at: int, found: list[Mention[T]]
    ) -> tuple[Mention[T], int] | None:
        start = runs[at].start
        for to, key in _joins(low, runs, at):
            end = runs[to].end
            items, how = self._lookup(key)
            if items and not (how == "digits" and _is_money(low, start, end)):
                return Mention(start, end, tuple(items), len(items) > 1, how), to + 1
        run = runs[at]
        items = self._tail(low, run, found)
        if items:
            ambiguous = len(items) > 1
            return Mention(start, run.end, tuple(items), ambiguous, "tail"), at + 1
        return None

    def _lookup(self, key: str) -> tuple[list[T], str]:
        if key in self._full:
            return self._full[key], "full"
        if key.isdigit():
            bare = key.lstrip("0")
            if len(bare) >= _DIGIT_KEY_MIN and bare in self._digits:
                return self._digits[bare], "digits"
            return self._years.get(without_year(key), []), "year"
        body = structured_body(key) if key.startswith("RF") else ""
        if body:
            return self._lookup(body)
        bare = bare_digits(key) if self._banking else ""
        if bare in self._digits:
            return self._digits[bare], "digits"
        return self._slipped(key)

    def _slipped(self, key: str) -> tuple[list[T], str]:
        slipped = key.translate(self._slip)
        if sum(map(str.isdigit, key)) >= _TAIL_MIN and slipped in self._slips:
            return self._slips[slipped], "slip"
        return self._years.get(without_year(key), []), "year"

    def _tail(self, low: str, run: _Run, found: list[Mention[T]]) -> list[T]:
        key = run.key[1:] if run.key[:1] == "F" else run.key
        if not (key.isdigit() and _TAIL_MIN <= len(key) <= _TAIL_MAX):
            return []
        if key not in self._tails or _WEEKS_AND_YEARS.match(key):
            return []
        if _is_money(low, run.start, run.end):
            return []
        before = low[max(0, run.start - 40) : run.start]
        listed = found and _LIST_GLUE.fullmatch(low[found[-1].end : run.start])
        ranged = found and _RANGE_GLUE.fullmatch(low[found[-1].end : run.start])
        if not (listed or ranged or _CONTEXT.search(before)):
            return []
        return self._tails[key]

    def _with_ranges(self, low: str, found: list[Mention[T]]) -> list[Mention[T]]:
        merged: list[Mention[T]] = []
        for mention in found:
            last = merged[-1] if merged else None
            if last is not None and _RANGE_GLUE.fullmatch(
                low[last.end : mention.start]
            ):
                between = self._between(last, mention)
                if between:
                    merged[-1] = Mention(
                        last.start, mention.end, between, ambiguous=False, how="range"
                    )
                    continue
            merged.append(mention)
        return merged

    def _between(self, first: Mention[T], last: Mention[T]) -> tuple[T, ...]:
        if len(first.items) != 1 or len(last.items) != 1:
            return ()
        low, high = _numbered(first.items[0].piece), _numbered(last.items[0].piece)
        if low[0] != high[0] or low[1] >= high[1]:
            return ()
        near = {id(item) for item in self._near}
        ends_near = id(first.items[0]) in near and id(last.items[0]) in near
        inside = {}
        for key, group in self._full.items():
            prefix, number = _numbered(key)
            if prefix == low[0] and low[1] <= number <= high[1]:
                for item in group:
                    if not ends_near or id(item) in near:
                        inside[number] = item
        return tuple(inside[number] for number in sorted(inside)[:_RANGE_MAX])


def _is_money(low: str, start: int, end: int) -> bool:
    return bool(
        _FOLLOWED_BY_MONEY.match(low, end)
        or _BEFORE_MONEY.search(low[max(0, start - 6) : start])
    )


def _numbered(piece: str) -> tuple[str, int]:
    """Part a number into what stands before its last digits, and these."""
    key = reference_key(piece)
    digits = re.search(r"\d*$", key)
    tail = digits.group() if digits else ""
    return key[: len(key) - len(tail)], int(tail or -1)
