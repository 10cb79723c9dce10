"""Modals within Slack's limits: a title, fields, and what they are about."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from collector_bot.slack.cards.build import one_line
from collector_bot.slack.cards.limits import Block, cut
from collector_bot.slack.cards.tongue import Tongue

MODAL_BLOCKS_MAX = 100
TITLE_MAX = 24
OPTION_MAX = 75
LABEL_MAX = 2000
WORDS_MAX = 500  # a person's own words in one field


@dataclass(frozen=True, slots=True)
class Form:
    """A modal somebody is shown.

    Attributes:
        name: what handles it once it is handed in.
        value: a number, and the digest of what was shown: `12:digest`.
        typed: the command that does the same, should the modal not open in time.
    """

    name: str
    value: str
    title: str
    submit: str
    blocks: tuple[Block, ...]
    typed: str

    def view(self, tongue: Tongue, *, channel: str) -> Block:
        """Return the view Slack opens; what comes of it is told in `channel`.

        Raises:
            ValueError: it has more blocks than Slack takes.
        """
        if len(self.blocks) > MODAL_BLOCKS_MAX:
            msg = f"the modal {self.name} has too many blocks"
            raise ValueError(msg)
        return {
            "type": "modal",
            "callback_id": self.name,
            "private_metadata": json.dumps({"value": self.value, "channel": channel}),
            "title": _text(self.title, TITLE_MAX),
            "submit": _text(self.submit, TITLE_MAX),
            "close": _text(tongue("Cancel", "Annuler"), TITLE_MAX),
            "blocks": list(self.blocks),
        }


def words_field(
    name: str,
    label: str,
    *,
    multiline: bool = False,
    optional: bool = False,
    initial: str = "",
) -> Block:
    """Return a field for a person's own words."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": multiline,
        "max_length": WORDS_MAX,
        **({"initial_value": initial} if initial else {}),
    }
    return field(name, label, element, optional=optional)


def choice_field(
    name: str,
    label: str,
    options: Sequence[tuple[str, str]],
    *,
    optional: bool = False,
) -> Block:
    """Return a field to choose one of some options, each a value and its words."""
    element: Block = {
        "type": "static_select",
        "action_id": name,
        "options": [
            {"text": _text(words, OPTION_MAX), "value": value}
            for value, words in options
        ],
    }
    return field(name, label, element, optional=optional)


def field(name: str, label: str, element: Block, *, optional: bool = False) -> Block:
    """Return a field around what is filled in; complaints are shown below it."""
    return {
        "type": "input",
        "block_id": name,
        "label": _text(label, LABEL_MAX),
        "element": element,
        "optional": optional,
    }


def _text(words: str, most: int) -> Block:
    shown = cut(one_line(words, most), most)
    return {"type": "plain_text", "text": shown, "emoji": False}
