"""What a person reads of a message, as plain lines."""

import html
import re
from collections.abc import Iterable
from typing import Any

from collector_bot.sandbox.slack_people import channels, display_name
from collector_bot.sandbox.slack_workspace import Message, Workspace

_LINK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_STYLE = re.compile(r"(?<![\w*_~`])([*_~`])(?=\S)([^\n]*?\S)\1(?![\w*_~`])")
_RULE = "-" * 8


def plain_text(mrkdwn: str) -> str:
    """Take the markup out of Slack's mrkdwn.

    Example:
        >>> plain_text("*Acme* &amp; Co, seen by <@U0CLERK0000>")
        'Acme & Co, seen by @ar.clerk'
        >>> plain_text("<https://a.example|the invoice>, snake_case_kept")
        'the invoice, snake_case_kept'
    """
    shown = _LINK.sub(_shown_link, mrkdwn.replace("```", ""))
    before = ""
    while before != shown:
        before, shown = shown, _STYLE.sub(r"\2", shown)
    return html.unescape(shown)


def _shown_link(found: re.Match[str]) -> str:
    target, label = found.group(1), found.group(2)
    if target.startswith("@"):
        return "@" + display_name(target[1:])
    if target.startswith("#"):
        known = channels().get(target[1:])
        return "#" + (label or (known.name if known else target[1:]))
    if target.startswith("!"):
        return label or "@" + target[1:].partition("^")[0]
    return label or target


def render_text(message: Message) -> str:
    """What a person sees of one message: its blocks, or its text without any."""
    lines = render_blocks(message.blocks)
    if not lines and message.text:
        lines = plain_text(message.text).splitlines()
    for attachment in message.attachments:
        inner = render_blocks(attachment.get("blocks") or ())
        lines += inner or [plain_text(str(attachment.get("text") or ""))]
    lines += [f"[file: {file['title']}]" for file in message.files]
    names = dict.fromkeys(name for name, _ in message.reactions)
    if names:
        lines.append(" ".join(f":{name}:" for name in names))
    return "\n".join(lines)


def render_blocks(blocks: Iterable[dict[str, Any]]) -> list[str]:
    """The lines a person reads, elements to press between square brackets."""
    lines: list[str] = []
    for block in blocks:
        lines += _render_block(block)
    return lines


def _render_block(block: dict[str, Any]) -> list[str]:
    match block["type"]:
        case "header" | "section" | "markdown":
            lines = _text(block.get("text")).splitlines()
            for field in block.get("fields") or ():
                lines += _text(field).splitlines()
            return lines + _elements([block.get("accessory")])
        case "context":
            parts = [_text(element) for element in block["elements"]]
            return [" · ".join(part for part in parts if part)]
        case "actions" | "context_actions":
            return _elements(block["elements"])
        case "divider":
            return [_RULE]
        case "image":
            return [f"[image: {block['alt_text']}]"]
        case "input":
            label = f"{_text(block['label'])}: "
            return [label + "".join(_elements([block["element"]]))]
        case "table":
            return [_row(row) for row in block["rows"]]
        case _:
            return _run(block).splitlines()


def _text(piece: Any) -> str:
    if isinstance(piece, str):
        return plain_text(piece)
    if not isinstance(piece, dict):
        return ""
    if piece.get("type") == "image":
        return f"[image: {piece.get('alt_text', '')}]"
    text = str(piece.get("text", ""))
    return plain_text(text) if piece.get("type") == "mrkdwn" else text


def _elements(elements: Iterable[Any]) -> list[str]:
    shown = [_element(element) for element in elements if element]
    return [" ".join(shown)] if shown else []


def _element(element: dict[str, Any]) -> str:
    kind = element["type"]
    if kind == "image":
        return _text(element)
    if kind == "overflow":
        return "[...]"
    chosen = element.get("initial_option")
    words = _text(element.get("text"))
    words = words or (_text(chosen.get("text")) if chosen else "")
    words = words or str(element.get("initial_value") or "")
    words = words or str(element.get("initial_date") or "")
    return f"[{words or _text(element.get('placeholder'))}]"


def _row(row: list[dict[str, Any]]) -> str:
    cells = [
        str(cell.get("text", cell.get("value", "")))
        if cell["type"] != "rich_text"
        else _run(cell)
        for cell in row
    ]
    return " | ".join(cell.strip() for cell in cells)


def _run(piece: Any) -> str:
    """The text of a rich_text block or of any part of it."""
    if not isinstance(piece, dict):
        return ""
    kind = piece.get("type")
    if kind == "user":
        return "@" + display_name(str(piece.get("user_id")))
    if kind == "emoji":
        return f":{piece.get('name')}:"
    if kind == "link":
        return str(piece.get("text") or piece.get("url"))
    if "elements" in piece:
        inner = [_run(each) for each in piece["elements"]]
        if kind == "rich_text_list":
            inner = [f"- {each}" for each in inner]
        between = "\n" if kind in {"rich_text", "rich_text_list"} else ""
        return between.join(inner)
    return str(piece.get("text", ""))


def transcribe(workspace: Workspace) -> list[str]:
    """What people see by now, as plain lines in the order it was first written.

    The first line of a message says where it stands and who wrote it; the
    others are indented. A reply is marked, and so is what one person sees alone.
    """
    posted = [m for messages in list(workspace.log.values()) for m in messages]
    everything = [*posted, *workspace.whispers, *workspace.typed]
    lines: list[str] = []
    for message in sorted(everything, key=lambda m: m.ts):
        where = workspace.channels[message.channel]
        place = f"#{where.name}"
        if where.is_direct:
            place = f"direct message with {display_name(where.members[0])}"
        if message.thread_ts not in {"", message.ts}:
            place += ", in thread"
        if message.is_ephemeral:
            place += f", only {display_name(message.seen_by)} sees"
        shown = render_text(message).splitlines() or [""]
        lines.append(f"[{place}] {display_name(message.user)}: {shown[0]}")
        lines += [f"  {line}" for line in shown[1:]]
    return lines
