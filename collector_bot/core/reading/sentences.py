"""Own words cut into sentences, wrapped lines joined, positions kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from collector_bot.core.reading.date_moves import MONTHS
from collector_bot.core.reading.quoting import Block
from collector_bot.core.reading.spelling import mended
from collector_bot.core.reading.text import fold, squeezed

_SENTENCES_MAX = 200
_WRAP_MIN = 52
_BULLET = re.compile(r"\s*(?:[-*•·–—▪◦>+]|\d{1,2}[.)]|[a-z]\))\s+|\s*[•·▪]")
_ENDED = re.compile(r"[.!?:;]\s*[)\"']*$")
# A line cannot end with these but by being wrapped.
_DANGLING = re.compile(
    r"\b(?:les?|la|l'|de|des|du|d'|pour|par|sur|et|en|aux?|une?|votre|vos|notre|nos|avec"
    r"|the|an?|of|on|for|by|to|in|and|with|from|our|your|invoices?|factures?|ref|n°"
    r"|der|die|das|den|dem|am|und|von|fur|vom|el|los|del|por|y|il|lo|gli|di|het|een|van"
    r"|op|voor)\s*$"
)
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:n|m|mm|mme|mlle|mr|mrs|ms|dr|fact|ref|refs|no|nos|inv|num|env|approx|cf|p|st|ltd"
    r"|inc|co|tel|art|av|bd|jan|janv|fev|fevr|mar|avr|juil|aout|sept|sep|oct|nov|dec|lun"
    r"|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|vs|resp|dept|cie|ste|div|feb|aug"
    r"|apr|jun|jul|attn|acc|a/c|ca|max|min|montant tot|z\.b|bzgl|nr|str|tot|i\.e|e\.g)"
    r"|\b[a-z]|\d)\.$"
)
_STOP = re.compile(r"[.!?…]+[)\"']*(?=\s|$)|(?<=[a-z)])\.(?=[A-ZÉÈÀ][a-zéè])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one line of a list.

    Attributes:
        text: line breaks made spaces, typing slips mended.
        folded: the same, folded, position by position.
        written: as written, line breaks made spaces.
        listed: it is a line of a list.
        block: number of the own block it stands in.
        line_start: it begins a line of its own.
        paragraph: number of the paragraph it stands in.
    """

    text: str
    folded: str
    written: str
    listed: bool
    block: int
    line_start: bool
    paragraph: int

    @property
    def evidence(self) -> str:
        """The words, on one line."""
        return squeezed(self.written)[:400]

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return self.text.rstrip(" )\"'").endswith("?")


def sentences_of(blocks: tuple[Block, ...], language: str) -> tuple[Sentence, ...]:
    """Return the sentences of all own blocks in order, at most 200.

    Args:
        blocks: the own words.
        language: whose long words are spelt as meant, see `spelling`.
    """
    found: list[Sentence] = []
    paragraph = 0
    for number, block in enumerate(blocks):
        for lines in _paragraphs(block.text):
            paragraph += 1
            for line, listed in _joined(lines):
                for at, piece in enumerate(_split(line)):
                    text = mended(piece, fold(piece), language)
                    found.append(
                        Sentence(
                            text=text,
                            folded=fold(text),
                            written=piece,
                            listed=listed,
                            block=number,
                            line_start=at == 0,
                            paragraph=paragraph,
                        )
                    )
        paragraph += 1
    return tuple(found[:_SENTENCES_MAX])


def _paragraphs(text: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def _joined(lines: list[str]) -> list[tuple[str, bool]]:
    """Join wrapped lines; tell which ones are items of a list."""
    found: list[tuple[str, bool]] = []
    width = max(len(line) for line in lines)
    for at, line in enumerate(lines):
        bullet = bool(_BULLET.match(line))
        above = lines[at - 1] if at else ""
        if found and not bullet and _wrapped(above, line, width):
            text, listed = found[-1]
            found[-1] = (f"{text.rstrip()} {line.strip()}", listed)
        else:
            found.append((line.strip(), bullet))
    return found


def _wrapped(above: str, line: str, width: int) -> bool:
    first = line.strip()[:1]
    if _ENDED.search(above):
        return False
    if re.search(r"\S {3,}\S", above.strip()) and re.search(r"\S {3,}\S", line.strip()):
        return False
    if first.islower() or first in "(€$£" or _DANGLING.search(fold(above)):
        return True
    word = line.strip().split(" ", 1)[0]
    return (
        width >= _WRAP_MIN and len(above.rstrip()) + 1 + len(word) > min(width, 78) - 4
    )


def _split(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for match in _STOP.finditer(line):
        end = match.end()
        before = fold(line[start : match.start() + 1])
        after = line[end:].lstrip()
        if match.group() == "." and _ABBREVIATIONS.search(before) and after:
            number = re.search(r"\d\.$", before)
            first = re.match(r"[a-z]+", fold(after))
            if number and first and first.group() in MONTHS:
                continue
            if not number or not (after[:1].isupper() and len(after) > 1):
                continue
        if match.group().startswith("...") and after[:1].islower():
            continue
        pieces.append(line[start:end].strip())
        start = end
    pieces.append(line[start:].strip())
    return [piece for piece in pieces if piece]
