"""Blocks, each within Slack's limits; other people's words never become markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from collector_bot.slack.cards.limits import (
    BUTTON_MAX,
    CONFIRM_BUTTON_MAX,
    CONFIRM_TEXT_MAX,
    CONFIRM_TITLE_MAX,
    HEADER_MAX,
    SECTION_MAX,
    VALUE_MAX,
    Block,
    cut,
    pieces,
)

# Control, format (bidirectional marks, zero width), surrogate, private, unassigned.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_KEPT = "\n\t"
_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
_SPACES = re.compile(r"[ \t\n]+")
_USER = re.compile(r"(?<![\w@])[UW][A-Z0-9]{8,20}(?!\w)")


def visible(text: str) -> str:
    r"""Return `text` without signs that hide or turn around what is read.

    Example:
        >>> visible("FR76\u202e1234\x07")
        'FR761234'
    """
    if text.isprintable():
        return text
    plain = text.replace("\r\n", "\n").translate(_BREAKS)
    return "".join(
        sign
        for sign in plain
        if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN
    )


def one_line(text: str, most: int = 200) -> str:
    """Return `text` visible, on one line, within `most` characters.

    No-break spaces stay: they belong to amounts.
    """
    return cut(_SPACES.sub(" ", visible(text)).strip(), most)


def escaped(text: str) -> str:
    """Return somebody's words as they may stand in Slack's markup.

    Example:
        >>> escaped("<!channel> R&D")
        '&lt;!channel&gt; R&amp;D'
    """
    shown = visible(text)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def with_people(text: str) -> str:
    """Return escaped text in which Slack's ids of people read as their names."""
    return _USER.sub(lambda found: f"<@{found.group()}>", escaped(text))


def mention(by: str) -> str:
    """Return how a person (or "mail", "shell" …) is named in Slack's markup."""
    return f"<@{by}>" if _USER.fullmatch(by) else escaped(by)


def header(text: str) -> Block:
    """Return a heading; it is plain text."""
    shown = one_line(text, HEADER_MAX)
    return {"type": "header", "text": _plain(shown)}


def section(markup: str, **extra: Any) -> Block:
    """Return a paragraph of our own markup; what others wrote in it is escaped."""
    return {
        "type": "section",
        "text": {"type": "mrkdwn", "text": cut(markup, SECTION_MAX), "verbatim": True},
        **extra,
    }


def sections(lines: Sequence[str]) -> list[Block]:
    """Return lines of our own markup in as many paragraphs as they need."""
    return [section(one) for one in pieces("\n".join(lines))]


def plain(text: str) -> list[Block]:
    """Return somebody's words as plain text, in as many paragraphs as they need."""
    return [{"type": "section", "text": _plain(one)} for one in pieces(visible(text))]


def preformatted(text: str) -> list[Block]:
    """Return somebody's words in a font whose columns align, as they are set."""
    return [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_preformatted",
                    "elements": [{"type": "text", "text": one}],
                }
            ],
        }
        for one in pieces(visible(text))
    ]


def context(*markup: str) -> Block:
    """Return small print of our own markup."""
    return {
        "type": "context",
        "elements": [
            {"type": "mrkdwn", "text": cut(one, SECTION_MAX), "verbatim": True}
            for one in markup
        ],
    }


def divider() -> Block:
    """Return a rule."""
    return {"type": "divider"}


def actions(*buttons: Block) -> Block:
    """Return a row of buttons; 25 at most."""
    return {"type": "actions", "elements": list(buttons)}


def button(
    action_id: str,
    words: str,
    value: str,
    *,
    style: str = "",
    confirm: Block | None = None,
) -> Block:
    """Return a button; `value` carries ids and digests, never content.

    Raises:
        ValueError: the value is longer than Slack keeps.
    """
    if len(value) > VALUE_MAX:
        msg = f"the value of {action_id} is too long"
        raise ValueError(msg)
    made: Block = {
        "type": "button",
        "action_id": action_id,
        "text": _plain(one_line(words, BUTTON_MAX)),
        "value": value,
    }
    if style:
        made["style"] = style
    if confirm:
        made["confirm"] = confirm
    return made


def asking(
    action_id: str,
    words: str,
    value: str,
    *,
    question: tuple[str, str],
    answers: tuple[str, str],
    style: str = "",
) -> Block:
    """Return a button that asks before it does anything.

    Args:
        question: the title of the dialog, and what is asked or told in it.
        answers: what goes on, and what stops.
    """
    confirm = _confirm(*question, yes=answers[0], no=answers[1])
    return button(action_id, words, value, style=style, confirm=confirm)


def _confirm(title: str, question: str, *, yes: str, no: str) -> Block:
    return {
        "title": _plain(one_line(title, CONFIRM_TITLE_MAX)),
        "text": _plain(one_line(question, CONFIRM_TEXT_MAX)),
        "confirm": _plain(one_line(yes, CONFIRM_BUTTON_MAX)),
        "deny": _plain(one_line(no, CONFIRM_BUTTON_MAX)),
    }


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text or "–", "emoji": False}
