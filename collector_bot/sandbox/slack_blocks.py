"""Say what Slack would refuse in the blocks of a message, a modal or a home tab.

Source: docs.slack.dev, reference/block-kit/blocks and reference/views.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from collector_bot.sandbox.slack_elements import ELEMENTS, IMAGE, plain, rich
from collector_bot.sandbox.slack_rich_rules import RICH_TEXT
from collector_bot.sandbox.slack_rules import (
    Complaint,
    Rule,
    anything,
    by_type,
    complaint,
    every,
    flag,
    items,
    one_of,
    pick,
    record,
    string,
)

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
SECTION_CHARACTERS = 3000
FIELD_CHARACTERS = 2000
FIELDS = 10
HEADER_CHARACTERS = 150
ACTION_ELEMENTS = 25
CONTEXT_ELEMENTS = 10
MARKDOWN_CHARACTERS = 12_000
BLOCK_TEXT_CHARACTERS = 13_200  # a whole message; found by measuring, undocumented
TABLE_ROWS = 100
TABLE_COLUMNS = 20
TABLE_CHARACTERS = 10_000


class Surface(StrEnum):
    """Where blocks are shown."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


_SELECTS = [
    name
    for name in ELEMENTS
    if name.endswith("_select") and not name.startswith("multi_")
]
_MULTI_SELECTS = [name for name in ELEMENTS if name.startswith("multi_")]
_PICKERS = ["datepicker", "timepicker"]
_BOXES = ["checkboxes", "radio_buttons"]
_INPUTS = [
    "plain_text_input",
    "number_input",
    "email_text_input",
    "url_text_input",
    "rich_text_input",
    "file_input",
    "datetimepicker",
]
_ACTIONS = ["button", "overflow", "datetimepicker", *_SELECTS, *_PICKERS, *_BOXES]
_ACCESSORIES = [
    "button",
    "image",
    "overflow",
    *_SELECTS,
    *_MULTI_SELECTS,
    *_PICKERS,
    *_BOXES,
]
_INPUT_ELEMENTS = [*_INPUTS, *_SELECTS, *_MULTI_SELECTS, *_PICKERS, *_BOXES]

_COLUMN = record(
    required={},
    optional={"align": one_of("left", "center", "right"), "is_wrapped": flag},
)
_CELL = by_type(
    {
        "raw_text": record(
            required={"type": anything, "text": string(TABLE_CHARACTERS)}
        ),
        "raw_number": record(
            required={"type": anything, "value": anything},
            optional={"text": string(TABLE_CHARACTERS)},
        ),
        "rich_text": RICH_TEXT,
    }
)


def _block(
    required: dict[str, Rule] | None = None, optional: dict[str, Rule] | None = None
) -> Rule:
    return record(
        required={"type": anything} | (required or {}),
        optional={"block_id": string(255)} | (optional or {}),
    )


def _text_or_fields(value: Any, pointer: str) -> Iterator[Complaint]:
    if value.get("text") is None and value.get("fields") is None:
        yield complaint("missing required field: text", pointer)


_CONTEXT_TEXT = SECTION_CHARACTERS
_BLOCKS: dict[str, Rule] = {
    "section": every(
        _block(
            optional={
                "text": rich(SECTION_CHARACTERS),
                "fields": items(rich(FIELD_CHARACTERS), most=FIELDS),
                "accessory": pick(ELEMENTS, _ACCESSORIES),
                "expand": flag,
            }
        ),
        _text_or_fields,
    ),
    "header": _block({"text": plain(HEADER_CHARACTERS)}),
    "divider": _block(),
    "image": _block(
        {"alt_text": string(2000)},
        {"image_url": string(3000), "slack_file": anything, "title": plain(2000)},
    ),
    "context": _block(
        {
            "elements": items(
                by_type(
                    {
                        "image": IMAGE,
                        "plain_text": rich(_CONTEXT_TEXT),
                        "mrkdwn": rich(_CONTEXT_TEXT),
                    }
                ),
                most=CONTEXT_ELEMENTS,
            )
        }
    ),
    "actions": _block(
        {"elements": items(pick(ELEMENTS, _ACTIONS), most=ACTION_ELEMENTS)}
    ),
    "context_actions": _block(
        {"elements": items(pick(ELEMENTS, ["icon_button", "feedback_buttons"]), most=5)}
    ),
    "input": _block(
        {"label": plain(2000), "element": pick(ELEMENTS, _INPUT_ELEMENTS)},
        {"hint": plain(2000), "optional": flag, "dispatch_action": flag},
    ),
    "rich_text": RICH_TEXT,
    "markdown": _block({"text": string(MARKDOWN_CHARACTERS)}),
    "table": _block(
        {"rows": items(items(_CELL, most=TABLE_COLUMNS), most=TABLE_ROWS)},
        {"column_settings": items(_COLUMN, most=TABLE_COLUMNS, least=0)},
    ),
}
_MESSAGE_ONLY = {"table", "markdown", "context_actions"}
_RULES: dict[Surface, Rule] = {
    Surface.MESSAGE: items(by_type(_BLOCKS), most=MESSAGE_BLOCKS, least=0),
}
for _surface in (Surface.MODAL, Surface.HOME):
    _shown = [name for name in _BLOCKS if name not in _MESSAGE_ONLY]
    _RULES[_surface] = items(pick(_BLOCKS, _shown), most=VIEW_BLOCKS, least=0)


def check_blocks(
    blocks: Any, *, surface: Surface = Surface.MESSAGE, pointer: str = "/blocks"
) -> list[Complaint]:
    """Return every complaint about a list of blocks; empty when Slack takes them.

    Args:
        blocks: what the app sent, of any shape.
        surface: where they would be shown.
        pointer: JSON pointer to the list, as it stands in the complaints.
    """
    complaints = list(_RULES[surface](blocks, pointer))
    if complaints:
        return complaints
    return [*_repeated_ids(blocks, pointer), *_table_sizes(blocks, pointer)]


def block_text_length(blocks: list[dict[str, Any]]) -> int:
    """Characters of all texts of a message's blocks together."""
    return sum(len(text) for text in _texts(blocks))


def table_count(blocks: list[dict[str, Any]]) -> int:
    """How many table blocks a message has; Slack takes one."""
    return sum(block.get("type") == "table" for block in blocks)


def interactive_elements(block: dict[str, Any]) -> list[dict[str, Any]]:
    """The elements of one block a person can act on, in reading order."""
    candidates = [block.get("accessory"), block.get("element")]
    candidates += block.get("elements") or []
    return [
        element
        for element in candidates
        if isinstance(element, dict)
        and element.get("type") in ELEMENTS
        and element["type"] != "image"
    ]


def _texts(piece: Any) -> Iterator[str]:
    if isinstance(piece, list):
        for inner in piece:
            yield from _texts(inner)
    elif isinstance(piece, dict):
        for name, inner in piece.items():
            if name == "text" and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)


def _repeated_ids(blocks: list[Any], pointer: str) -> Iterator[Complaint]:
    seen_blocks: set[str] = set()
    for place, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id in seen_blocks:
            words = f"block_id {block_id} is used by another block"
            yield complaint(words, f"{pointer}/{place}/block_id")
        if block_id:
            seen_blocks.add(block_id)
        seen_actions: set[str] = set()
        for rank, element in enumerate(interactive_elements(block)):
            action_id = element.get("action_id")
            if action_id in seen_actions:
                words = f"action_id {action_id} is used by another element"
                yield complaint(words, f"{pointer}/{place}/elements/{rank}/action_id")
            if action_id:
                seen_actions.add(action_id)


def _table_sizes(blocks: list[Any], pointer: str) -> Iterator[Complaint]:
    for place, block in enumerate(blocks):
        if block["type"] != "table":
            continue
        length = sum(len(text) for text in _texts(block["rows"]))
        if length > TABLE_CHARACTERS:
            words = f"must be less than {TABLE_CHARACTERS + 1} characters in all cells"
            yield complaint(words, f"{pointer}/{place}/rows")
