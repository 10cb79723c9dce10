"""What Slack takes in one message, kept by construction: long texts are split.

Source: docs.slack.dev, reference/block-kit/blocks; the size of a whole message is
not documented and was found by measuring (13 202 characters), so we stay below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]

BLOCKS_MAX = 50
SECTION_MAX = 3000
HEADER_MAX = 150
BUTTON_MAX = 75
VALUE_MAX = 2000
CONFIRM_TITLE_MAX = 100
CONFIRM_TEXT_MAX = 300
CONFIRM_BUTTON_MAX = 30
FALLBACK_MAX = 3900  # chat.update takes 4000, chat.postMessage more
MESSAGE_MAX = 12_900  # characters of all texts together
_PIECE = 2900  # of a section, with room for what counts double


@dataclass(frozen=True, slots=True)
class Card:
    """A Slack message: its blocks, and the text of notifications and screen readers."""

    blocks: tuple[Block, ...]
    text: str


def cut(text: str, most: int) -> str:
    """Return `text` within `most` characters; what is too long ends in “…”.

    Example:
        >>> cut("Ateliers", 5), cut("Morel", 5)
        ('Atel…', 'Morel')
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def pieces(text: str, most: int = _PIECE) -> list[str]:
    r"""Return `text` in pieces of at most `most` characters that lose only breaks.

    It is parted at the end of a line where there is one, else at a space.

    Example:
        >>> pieces("one two\nthree", 8)
        ['one two', 'three']
    """
    found: list[str] = []
    rest = text.strip("\n")
    while len(rest) > most:
        window = rest[: most + 1]
        at = window.rfind("\n")
        if at <= 0:
            at = window.rfind(" ")
        if at <= 0:
            at = most
        found.append(rest[:at])
        rest = rest[at:].lstrip("\n")
    if rest.strip():
        found.append(rest)
    return [one for one in found if one.strip()]


def length(blocks: Sequence[Block]) -> int:
    """Return the characters of all texts of some blocks together."""
    return sum(_length(block) for block in blocks)


def _length(piece: Any) -> int:
    if isinstance(piece, dict):
        own = piece.get("text")
        inner = sum(_length(value) for key, value in piece.items() if key != "text")
        return inner + (len(own) if isinstance(own, str) else _length(own))
    if isinstance(piece, list | tuple):
        return sum(_length(one) for one in piece)
    return 0


def fit(
    head: Sequence[Block],
    body: Sequence[Block],
    tail: Sequence[Block],
    *,
    left: Callable[[int], Block],
) -> tuple[Block, ...]:
    """Return one message: all of `head` and `tail`, and of `body` as much as fits.

    What does not fit is never left out silently.

    Args:
        left: the block that says how many characters of the body are not shown, and
            where to read them.
    """
    room = MESSAGE_MAX - length(head) - length(tail)
    places = BLOCKS_MAX - len(head) - len(tail)
    if length(body) <= room and len(body) <= places:
        return (*head, *body, *tail)
    whole = length(body)
    room -= length([left(whole)])
    shown: list[Block] = []
    for block in body:
        size = length([block])
        if size > room or len(shown) + 1 >= places:
            break
        shown.append(block)
        room -= size
    return (*head, *shown, left(whole - length(shown)), *tail)


def messages(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return blocks parted into as many messages as they need."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        current = found[-1]
        too_long = length([*current, block]) > MESSAGE_MAX
        if current and (too_long or len(current) >= BLOCKS_MAX):
            found.append([])
        found[-1].append(block)
    return [one for one in found if one]
