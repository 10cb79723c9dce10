"""Say what Slack would refuse in a modal or a home tab.

Source: docs.slack.dev, reference/views.
"""

import json
from typing import Any

from collector_bot.sandbox.slack_blocks import VIEW_BLOCKS, Surface, check_blocks
from collector_bot.sandbox.slack_elements import plain
from collector_bot.sandbox.slack_rules import (
    Complaint,
    Rule,
    anything,
    by_type,
    complaint,
    flag,
    items,
    record,
    string,
)

VIEW_TITLE_CHARACTERS = 24
PRIVATE_METADATA_CHARACTERS = 3000
VIEW_BYTES = 250_000

_VIEW_COMMON: dict[str, Rule] = {
    "private_metadata": string(PRIVATE_METADATA_CHARACTERS, shortest=0),
    "callback_id": string(255, shortest=0),
    "external_id": string(255, shortest=0),
}
_VIEW_BLOCKS: Rule = items(anything, most=VIEW_BLOCKS, least=0)
_VIEWS: Rule = by_type(
    {
        "modal": record(
            required={
                "type": anything,
                "title": plain(VIEW_TITLE_CHARACTERS),
                "blocks": _VIEW_BLOCKS,
            },
            optional=_VIEW_COMMON
            | {
                "submit": plain(24),
                "close": plain(24),
                "clear_on_close": flag,
                "notify_on_close": flag,
                "submit_disabled": flag,
            },
        ),
        "home": record(
            required={"type": anything, "blocks": _VIEW_BLOCKS},
            optional=_VIEW_COMMON,
        ),
    }
)


def check_view(view: Any, *, pointer: str = "/view") -> list[Complaint]:
    """Return every complaint about a modal or home view.

    Args:
        view: what the app sent, of any shape.
        pointer: JSON pointer to the view, as it stands in the complaints.
    """
    complaints = list(_VIEWS(view, pointer))
    if complaints:
        return complaints
    blocks = view["blocks"]
    surface = Surface(view["type"])
    complaints = check_blocks(blocks, surface=surface, pointer=f"{pointer}/blocks")
    if complaints or surface is Surface.HOME:
        return complaints
    asks = any(block["type"] == "input" for block in blocks)
    if asks and view.get("submit") is None:
        return [complaint("missing required field: submit", pointer)]
    return []


def is_view_too_large(view: Any) -> bool:
    """Whether a view weighs more than Slack takes, as JSON in UTF-8."""
    return len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES
