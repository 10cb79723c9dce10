"""The fields of a form: what a person enters, and how Slack holds it."""

from collections.abc import Mapping
from typing import Any

from collector_bot.sandbox.slack_blocks import interactive_elements
from collector_bot.sandbox.slack_elements import offered_options

Values = Mapping[str, object]


def type_in(
    blocks: list[dict[str, Any]], values: Values
) -> dict[str, dict[str, dict[str, Any]]]:
    """The state of all fields once a person has filled some of them.

    Args:
        blocks: the blocks with the fields, ids filled.
        values: what the person enters, by action id, block id, or both with a
            slash between: a string, the value of an option, a list of those, or
            None to empty the field.

    Returns:
        Slack's `state.values`: by block id, then action id.

    Raises:
        LookupError: there is no such field, or no such option in it.
    """
    state: dict[str, dict[str, dict[str, Any]]] = {}
    used: set[str] = set()
    for block in blocks:
        for element in interactive_elements(block):
            if element["type"] in STATELESS:
                continue
            block_id, action_id = block["block_id"], element["action_id"]
            keys = [f"{block_id}/{action_id}", action_id, block_id]
            key = next((name for name in keys if name in values), None)
            if key is not None:
                used.add(key)
                held = hold(element, values[key])
            else:
                held = _initial(element)
            state.setdefault(block_id, {})[action_id] = held
    missing = [name for name in values if name not in used]
    if missing:
        raise LookupError(f"nothing to fill in is called {', '.join(missing)}")
    return state


def empty_required(
    blocks: list[dict[str, Any]], state: Mapping[str, Mapping[str, Any]]
) -> dict[str, str]:
    """What Slack says itself, by block id, before it sends a form to the app."""
    complaints: dict[str, str] = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        held = state[block["block_id"]][block["element"]["action_id"]]
        content = next((held[name] for name in held if name != "type"), None)
        if content in (None, "", []):
            if not block.get("optional"):
                complaints[block["block_id"]] = "Please complete this required field."
            continue
        words = _length_complaint(block["element"], content)
        if words:
            complaints[block["block_id"]] = words
    return complaints


def _length_complaint(element: dict[str, Any], content: object) -> str:
    if element["type"] != "plain_text_input" or not isinstance(content, str):
        return ""
    longest = element.get("max_length", 3000)
    shortest = element.get("min_length", 0)
    if len(content) > longest:
        return f"Please use at most {longest} characters."
    if len(content) < shortest:
        return f"Please use at least {shortest} characters."
    return ""


STATELESS = {"button", "overflow", "icon_button", "feedback_buttons"}

_HELD_AS = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
}


def hold(element: dict[str, Any], value: object) -> dict[str, Any]:
    """What a field holds once a person has entered a value, in Slack's shape.

    Raises:
        LookupError: the value is not one of the field's options.
    """
    kind = element["type"]
    name = _HELD_AS.get(kind, "value")
    if name == "selected_option":
        held: object = None if value is None else _option(element, value)
    elif name == "selected_options":
        chosen = value if isinstance(value, list | tuple) else [value]
        held = [_option(element, each) for each in chosen if each is not None]
    else:
        held = value
    return {"type": kind, name: held}


def _option(element: dict[str, Any], value: object) -> dict[str, Any]:
    offered: list[dict[str, Any]] = offered_options(element)
    for option in offered:
        if option.get("value") == value:
            return option
    if element["type"].endswith("external_select") and isinstance(value, dict):
        return dict(value)
    raise LookupError(f"{element['action_id']} offers no option {value!r}")


def _initial(element: dict[str, Any]) -> dict[str, Any]:
    kind = element["type"]
    name = _HELD_AS.get(kind, "value")
    held = element.get(name.replace("selected", "initial"))
    if name in {"value", "rich_text_value"}:
        held = element.get("initial_value")
    if name == "selected_options" and held is None:
        held = []
    return {"type": kind, name: held}
