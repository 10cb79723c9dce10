"""What customers receive: facts in, one subject, one plain text and one HTML out."""

from collector_bot.letters.facts import (
    Company,
    Language,
    Letter,
    LetterFacts,
    LetterItem,
    ReplyFacts,
)
from collector_bot.letters.press import Letters

__all__ = [
    "Company",
    "Language",
    "Letter",
    "LetterFacts",
    "LetterItem",
    "Letters",
    "ReplyFacts",
]
