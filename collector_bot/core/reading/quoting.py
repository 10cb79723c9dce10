"""What the sender says now: quotes, forwards, signatures and footers cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from collector_bot.core.reading.lexicon import MAIL
from collector_bot.core.reading.text import fold

LINES_MAX = 300
CHARACTERS_MAX = 16_000
_WRAPPED_MAX = 4
_HEADER_LOOKAHEAD = 9
_QUOTE_MARK = re.compile(r"\s{0,3}[>|]")


@dataclass(frozen=True, slots=True)
class Block:
    """Own lines standing together, and the quoted words just above them."""

    text: str
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Parted:
    """A body parted into own blocks and the quoted rest.

    Attributes:
        blocks: own text in order; empty blocks are left out.
        quoted: quoted and forwarded lines without their marks.
        forwarded: the rest is a forwarded mail rather than a quoted one.
    """

    blocks: tuple[Block, ...]
    quoted: str
    forwarded: bool = False

    @property
    def said(self) -> str:
        """All own text, blocks parted by an empty line."""
        return "\n\n".join(block.text for block in self.blocks)


def part(text: str, *, keep_signature: bool = False) -> Parted:
    """Part a normalised body into what is said now and what is quoted.

    At most `LINES_MAX` lines or `CHARACTERS_MAX` characters of own text are kept.
    Answers under a quote and between quoted lines are own text; below a header
    block or a separator everything is quoted. Linear in the length of `text`.
    """
    lines = text[: 4 * CHARACTERS_MAX].split("\n")
    low = [fold(line).strip() for line in lines]
    marks, forwarded = _marks(lines, low)
    blocks: list[Block] = []
    quoted: list[str] = []
    own: list[str] = []
    above = ""
    for line, mark in zip([*lines, ""], [*marks, True], strict=True):
        if not mark:
            own.append(line)
            continue
        if any(entry.strip() for entry in own):
            blocks.append(Block("\n".join(own).strip("\n"), above))
            above = ""
        own = []
        bare = _unmarked(line)
        quoted.append(bare)
        above = bare if bare.strip() else above
    capped = _capped(blocks)
    if keep_signature:
        return Parted(tuple(capped), "\n".join(quoted), forwarded)
    kept = tuple(cut for block in capped if (cut := _trimmed(block)).text)
    return Parted(kept, "\n".join(quoted), forwarded)


def _unmarked(line: str) -> str:
    while match := _QUOTE_MARK.match(line):
        line = line[match.end() :]
    return line.strip()


def _capped(blocks: list[Block]) -> list[Block]:
    kept, lines, characters = [], LINES_MAX, CHARACTERS_MAX
    for block in blocks:
        if lines <= 0 or characters <= 0:
            break
        text = "\n".join(block.text.split("\n")[:lines])[:characters]
        lines -= text.count("\n") + 1
        characters -= len(text)
        kept.append(Block(text, block.answers))
    return kept


def _marks(lines: list[str], low: list[str]) -> tuple[list[bool], bool]:
    """Tell for each line whether it is quoted, and whether the rest is a forward."""
    marks = [False] * len(lines)
    at = 0
    while at < len(lines):
        if _QUOTE_MARK.match(lines[at]):
            marks[at] = True
            at += 1
            continue
        end = _attribution(low, at)
        if end is not None:
            marks[at:end] = [True] * (end - at)
            if not _marked_below(lines, end):
                marks[end:] = [True] * (len(lines) - end)
                return marks, False
            at = end
            continue
        kind = _separator(low, at)
        if kind:
            marks[at:] = [True] * (len(lines) - at)
            return marks, kind == "forward"
        at += 1
    return marks, False


def _marked_below(lines: list[str], at: int) -> bool:
    for line in lines[at : at + 4]:
        if line.strip():
            return bool(_QUOTE_MARK.match(line))
    return False


def _attribution(low: list[str], at: int) -> int | None:
    """Return the line after “On …, … wrote:” starting at `at`, if one does."""
    if not MAIL.attribution_start.match(low[at]):
        return None
    joined = ""
    for end in range(at, min(at + _WRAPPED_MAX, len(low))):
        if not low[end]:
            return None
        joined = f"{joined} {low[end]}".strip()[:500]
        if MAIL.attribution.match(joined):
            return end + 1
    return None


def _separator(low: list[str], at: int) -> str:
    """Return "reply" or "forward" when everything from `at` on is another mail."""
    line = low[at]
    if MAIL.forward_line.match(line):
        return "forward"
    if MAIL.reply_line.match(line):
        return "reply"
    if MAIL.header_first.match(line):
        following = [text for text in low[at + 1 : at + _HEADER_LOOKAHEAD] if text]
        if sum(1 for text in following[:6] if MAIL.header_next.match(text)) >= 2:  # noqa: PLR2004
            return "reply"
    return ""


def _trimmed(block: Block) -> Block:
    """Cut banners, mobile footers, signature and disclaimer of one own block."""
    lines = block.text.split("\n")
    kept: list[str] = []
    for at, line in enumerate(lines):
        low = fold(line).strip()
        if MAIL.banner.match(low) or MAIL.footer.match(low):
            continue
        if line.rstrip(" ") in {"--", "- --"} or line == "-- " or _is_rule(low, kept):
            kept += _postscript(lines[at + 1 :])
            break
        if MAIL.disclaimer.match(low):
            break
        if MAIL.closing.match(low) or (
            MAIL.weak_closing.match(low) and _only_names(lines[at + 1 :])
        ):
            kept += [line, *_postscript(lines[at + 1 :])]
            break
        kept.append(line)
    return Block("\n".join(kept).strip("\n").rstrip(), block.answers)


def _is_rule(low: str, kept: list[str]) -> bool:
    return bool(kept) and len(low) >= 8 and not low.strip("_=*")  # noqa: PLR2004


def _postscript(lines: list[str]) -> list[str]:
    """Return what follows a signature but is still said: PS, NB."""
    for at, line in enumerate(lines[:40]):
        if MAIL.postscript.match(fold(line).strip()):
            end = at + 1
            while end < len(lines) and lines[end].strip():
                end += 1
            return ["", *lines[at:end]]
    return []


def _only_names(lines: list[str]) -> bool:
    """Whether the rest looks like a signature: few short lines, no sentence."""
    rest = [line.strip() for line in lines if line.strip()]
    if len(rest) > 15:  # noqa: PLR2004
        return False
    for line in rest:
        low = fold(line)
        if MAIL.footer.match(low) or MAIL.disclaimer.match(low):
            break
        if len(line.split()) > 6 and line.endswith((".", "!", "?")):  # noqa: PLR2004
            return False
    return True
