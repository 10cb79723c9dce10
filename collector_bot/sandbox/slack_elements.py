"""What Slack accepts inside a block: texts, options, dialogs, interactive elements.

Source: docs.slack.dev, reference/block-kit (composition objects, block elements).
"""

from collections.abc import Iterator
from typing import Any

from collector_bot.sandbox.slack_rules import (
    Complaint,
    Rule,
    address,
    anything,
    by_type,
    complaint,
    every,
    flag,
    items,
    one_of,
    record,
    string,
    whole,
)

ID_CHARACTERS = 255
BUTTON_CHARACTERS = 75
VALUE_CHARACTERS = 2000
OPTION_CHARACTERS = 75
OPTION_VALUE_CHARACTERS = 150
OPTIONS = 100
FEW_OPTIONS = 10
OVERFLOW_OPTIONS = 5
TYPED_CHARACTERS = 3000
URL_CHARACTERS = 3000
ALT_CHARACTERS = 2000

_ANY_TYPE: dict[str, Rule] = {"type": anything}
_IDENTIFIER = string(ID_CHARACTERS)


def plain(longest: int, *, shortest: int = 1) -> Rule:
    """A plain_text object."""
    return by_type({"plain_text": _plain_record(longest, shortest)})


def rich(longest: int) -> Rule:
    """A text object, plain or mrkdwn."""
    return by_type(
        {
            "plain_text": _plain_record(longest, 1),
            "mrkdwn": record(
                required=_ANY_TYPE | {"text": string(longest)},
                optional={"verbatim": flag},
            ),
        }
    )


def _plain_record(longest: int, shortest: int) -> Rule:
    return record(
        required=_ANY_TYPE | {"text": string(longest, shortest=shortest)},
        optional={"emoji": flag},
    )


CONFIRM = record(
    required={
        "title": plain(100),
        "text": rich(300),
        "confirm": plain(30),
        "deny": plain(30),
    },
    optional={"style": one_of("primary", "danger")},
)

_OPTION_EXTRAS: dict[str, Rule] = {
    "value": string(OPTION_VALUE_CHARACTERS, shortest=0),
    "description": rich(OPTION_CHARACTERS),
}
OPTION = record(
    required={"text": plain(OPTION_CHARACTERS)},
    optional=_OPTION_EXTRAS | {"url": address(URL_CHARACTERS)},
)
RICH_OPTION = record(
    required={"text": rich(OPTION_CHARACTERS)}, optional=_OPTION_EXTRAS
)
OPTION_GROUP = record(
    required={"label": plain(75), "options": items(OPTION, most=OPTIONS)}
)

_COMMON: dict[str, Rule] = {
    "action_id": _IDENTIFIER,
    "confirm": CONFIRM,
    "focus_on_load": flag,
}
_PLACED = _COMMON | {"placeholder": plain(150)}


def _choices_present(value: Any, pointer: str) -> Iterator[Complaint]:
    given = [name for name in ("options", "option_groups") if value.get(name)]
    if len(given) != 1:
        yield complaint("must provide options or option_groups", pointer)
        return
    offered = offered_options(value)
    initial = value.get("initial_option")
    if initial is not None and initial not in offered:
        place = f"{pointer}/initial_option"
        yield complaint("must match one of the provided options", place)
    for rank, chosen in enumerate(value.get("initial_options") or []):
        if chosen not in offered:
            words = "must match one of the provided options"
            yield complaint(words, f"{pointer}/initial_options/{rank}")


def offered_options(element: dict[str, Any]) -> list[Any]:
    """Every option of a select, checkbox or radio element, groups opened."""
    options = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        options += group.get("options") or [] if isinstance(group, dict) else []
    return options


_STATIC = _PLACED | {
    "options": items(OPTION, most=OPTIONS),
    "option_groups": items(OPTION_GROUP, most=OPTIONS),
}
_SEVERAL: dict[str, Rule] = {"max_selected_items": whole(1, OPTIONS)}
_INITIALS: dict[str, Rule] = {
    "initial_options": items(OPTION, most=OPTIONS),
}
_RICH_CHOICE = _COMMON | {
    "initial_option": RICH_OPTION,
    "initial_options": items(RICH_OPTION, most=FEW_OPTIONS),
}


def _element(
    optional: dict[str, Rule], required: dict[str, Rule] | None = None
) -> Rule:
    return record(required=_ANY_TYPE | (required or {}), optional=optional)


def _people_select(kind: str) -> dict[str, Rule]:
    single = _PLACED | {
        f"initial_{kind}": anything,
        "response_url_enabled": flag,
        "default_to_current_conversation": flag,
        "filter": anything,
    }
    several = _PLACED | _SEVERAL | {f"initial_{kind}s": anything, "filter": anything}
    return {
        f"{kind}s_select": _element(single),
        f"multi_{kind}s_select": _element(several),
    }


_TYPED = {
    "action_id": _IDENTIFIER,
    "placeholder": plain(150),
    "focus_on_load": flag,
    "dispatch_action_config": anything,
}

IMAGE = record(
    required=_ANY_TYPE | {"alt_text": string(ALT_CHARACTERS)},
    optional={"image_url": address(URL_CHARACTERS), "slack_file": anything},
)

ELEMENTS: dict[str, Rule] = {
    "button": _element(
        {
            "action_id": _IDENTIFIER,
            "url": address(URL_CHARACTERS),
            "value": string(VALUE_CHARACTERS, shortest=0),
            "style": one_of("primary", "danger"),
            "confirm": CONFIRM,
            "accessibility_label": string(75),
        },
        {"text": plain(BUTTON_CHARACTERS)},
    ),
    "image": IMAGE,
    "overflow": _element(
        {"action_id": _IDENTIFIER, "confirm": CONFIRM},
        {"options": items(OPTION, most=OVERFLOW_OPTIONS)},
    ),
    "static_select": every(
        _element(_STATIC | {"initial_option": OPTION}), _choices_present
    ),
    "multi_static_select": every(
        _element(_STATIC | _SEVERAL | _INITIALS), _choices_present
    ),
    "external_select": _element(
        _PLACED | {"initial_option": OPTION, "min_query_length": whole(0, 1000)}
    ),
    "multi_external_select": _element(
        _PLACED | _SEVERAL | _INITIALS | {"min_query_length": whole(0, 1000)}
    ),
    **_people_select("user"),
    **_people_select("conversation"),
    **_people_select("channel"),
    "datepicker": _element(_PLACED | {"initial_date": string(10, shortest=10)}),
    "timepicker": _element(
        _PLACED | {"initial_time": string(5, shortest=5), "timezone": string(100)}
    ),
    "datetimepicker": _element(_COMMON | {"initial_date_time": whole(0, 9999999999)}),
    "checkboxes": every(
        _element(_RICH_CHOICE, {"options": items(RICH_OPTION, most=FEW_OPTIONS)}),
        _choices_present,
    ),
    "radio_buttons": every(
        _element(_RICH_CHOICE, {"options": items(RICH_OPTION, most=FEW_OPTIONS)}),
        _choices_present,
    ),
    "plain_text_input": _element(
        _TYPED
        | {
            "initial_value": string(TYPED_CHARACTERS, shortest=0),
            "multiline": flag,
            "min_length": whole(0, TYPED_CHARACTERS),
            "max_length": whole(1, TYPED_CHARACTERS),
        }
    ),
    "number_input": _element(
        _TYPED
        | {
            "initial_value": string(100, shortest=0),
            "min_value": string(100),
            "max_value": string(100),
        },
        {"is_decimal_allowed": flag},
    ),
    "email_text_input": _element(_TYPED | {"initial_value": string(320, shortest=0)}),
    "url_text_input": _element(_TYPED | {"initial_value": string(3000, shortest=0)}),
    "rich_text_input": _element(_TYPED | {"initial_value": anything}),
    "file_input": _element(
        {
            "action_id": _IDENTIFIER,
            "filetypes": items(string(20), most=100),
            "max_files": whole(1, 10),
        }
    ),
    "icon_button": _element(
        {
            "action_id": _IDENTIFIER,
            "value": string(VALUE_CHARACTERS, shortest=0),
            "confirm": CONFIRM,
            "accessibility_label": string(75),
            "visible_to_user_ids": anything,
        },
        {"icon": one_of("trash"), "text": plain(BUTTON_CHARACTERS)},
    ),
    "feedback_buttons": _element(
        {"action_id": _IDENTIFIER},
        {"positive_button": anything, "negative_button": anything},
    ),
}
