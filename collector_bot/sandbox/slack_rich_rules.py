"""Say what Slack would refuse in rich text: sections, lists, quotes, preformatted text.

Source: docs.slack.dev, reference/block-kit/blocks/rich-text-block.
"""

from collector_bot.sandbox.slack_rules import (
    Rule,
    address,
    anything,
    by_type,
    flag,
    items,
    one_of,
    pick,
    record,
    string,
    whole,
)

TEXT_CHARACTERS = 13_200  # no limit of its own is documented: that of a whole message
PARTS = 1000
_STYLES = ("bold", "italic", "strike", "code", "underline", "highlight", "unlink")


def _part(required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return record(required={"type": anything} | required, optional=optional)


_STYLE = record(required={}, optional=dict.fromkeys(_STYLES, flag))
_INLINE: dict[str, Rule] = {
    "text": _part({"text": string(TEXT_CHARACTERS)}, {"style": _STYLE}),
    "link": _part(
        {"url": address(3000)},
        {"text": string(TEXT_CHARACTERS), "unsafe": flag, "style": _STYLE},
    ),
    "user": _part({"user_id": string(255)}, {"style": _STYLE}),
    "usergroup": _part({"usergroup_id": string(255)}, {"style": _STYLE}),
    "channel": _part({"channel_id": string(255)}, {"style": _STYLE}),
    "emoji": _part({"name": string(255)}, {"unicode": string(255), "style": _STYLE}),
    "date": _part(
        {"timestamp": whole(0, 2**53), "format": string(255)},
        {"url": address(3000), "fallback": string(TEXT_CHARACTERS)},
    ),
    "broadcast": _part({"range": one_of("here", "channel", "everyone")}),
    "color": _part({"value": string(255)}),
}
_BORDER: dict[str, Rule] = {"border": whole(0, 1)}
_WORDS = items(by_type(_INLINE), most=PARTS)
_SECTION = _part({"elements": _WORDS})
_KINDS: dict[str, Rule] = {
    "rich_text_section": _SECTION,
    "rich_text_quote": _part({"elements": _WORDS}, _BORDER),
    "rich_text_preformatted": _part(
        {"elements": items(pick(_INLINE, ["text", "link"]), most=PARTS)},
        {**_BORDER, "language": string(255)},
    ),
    "rich_text_list": _part(
        {
            "style": one_of("bullet", "ordered"),
            "elements": items(by_type({"rich_text_section": _SECTION}), most=PARTS),
        },
        {**_BORDER, "indent": whole(0, 8), "offset": whole(0, 10_000)},
    ),
}
RICH_TEXT = record(
    required={
        "type": anything,
        "elements": items(by_type(_KINDS), most=PARTS),
    },
    optional={"block_id": string(255)},
)
