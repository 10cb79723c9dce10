"""Modals and home tabs: which are open, in which order, and what is typed in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from collector_bot.sandbox.slack_blocks import Surface, interactive_elements
from collector_bot.sandbox.slack_elements import offered_options
from collector_bot.sandbox.slack_people import APP_ID, BOT_ID, TEAM_ID
from collector_bot.sandbox.slack_workspace import Workspace

STACK_DEPTH = 3

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class View:
    """One modal or home tab as the app gave it, blocks with their ids."""

    id: str
    user: str
    body: dict[str, Any]
    version: int = 1
    root_id: str = ""
    previous_id: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)  # by block id

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The blocks, in reading order."""
        return list(self.body["blocks"])

    @property
    def hash(self) -> str:
        """What changes each time the view does."""
        return f"{self.version}.{self.id}"

    @property
    def is_home(self) -> bool:
        """Whether this is a home tab."""
        return bool(self.body["type"] == Surface.HOME)

    @property
    def title(self) -> str:
        """The title of a modal; empty for a home tab."""
        return str((self.body.get("title") or {}).get("text", ""))


@dataclass(slots=True)
class Views:
    """Every person's stack of modals and home tab."""

    workspace: Workspace
    _stacks: dict[str, list[View]] = field(default_factory=dict)
    _homes: dict[str, View] = field(default_factory=dict)

    def stack(self, user: str) -> tuple[View, ...]:
        """The modals a person has open, the one in front last."""
        return tuple(self._stacks.get(user, ()))

    def home(self, user: str) -> View | None:
        """The home tab published to a person; None before the first one."""
        return self._homes.get(user)

    def find(self, view_id: str) -> View | None:
        """The open modal or home tab with this id."""
        found = [view for view in self._all() if view.id == view_id]
        return found[0] if found else None

    def find_external(self, external_id: str) -> View | None:
        """The open modal or home tab the app named itself."""
        found = [
            view
            for view in self._all()
            if external_id and view.body.get("external_id") == external_id
        ]
        return found[0] if found else None

    def open(self, user: str, body: dict[str, Any]) -> View:
        """Show one modal in place of all a person had open."""
        self._stacks[user] = []
        return self.push(user, body)

    def push(self, user: str, body: dict[str, Any]) -> View:
        """Show one modal in front of the others."""
        stack = self._stacks.setdefault(user, [])
        view_id = self.workspace.next_id("V")
        view = View(
            id=view_id,
            user=user,
            body=self._filled(body),
            root_id=stack[0].id if stack else view_id,
            previous_id=stack[-1].id if stack else "",
        )
        stack.append(view)
        self.workspace.changed()
        return view

    def publish(self, user: str, body: dict[str, Any]) -> View:
        """Show a home tab to a person."""
        before = self._homes.get(user)
        if before is not None:
            return self.update(before, body)
        view_id = self.workspace.next_id("V")
        view = View(view_id, user, self._filled(body), root_id=view_id)
        self._homes[user] = view
        self.workspace.changed()
        return view

    def update(self, view: View, body: dict[str, Any]) -> View:
        """Replace what a view shows."""
        changed = replace(
            view, body=self._filled(body), version=view.version + 1, errors={}
        )
        return self._put(view, changed)

    def show_errors(self, view: View, errors: Mapping[str, str]) -> View:
        """Show complaints below the fields of a modal."""
        return self._put(view, replace(view, errors=dict(errors)))

    def close(self, view: View) -> None:
        """Close a modal; those in front of it go with it."""
        stack = self._stacks.get(view.user, [])
        places = [place for place, shown in enumerate(stack) if shown.id == view.id]
        del stack[places[0] if places else len(stack) :]
        self.workspace.changed()

    def clear(self, user: str) -> None:
        """Close every modal of a person."""
        self._stacks[user] = []
        self.workspace.changed()

    def _all(self) -> list[View]:
        modals = [view for stack in self._stacks.values() for view in stack]
        return [*modals, *self._homes.values()]

    def _put(self, before: View, after: View) -> View:
        if before.is_home:
            self._homes[before.user] = after
        else:
            stack = self._stacks[before.user]
            ids = [view.id for view in stack]
            stack[ids.index(before.id)] = after
        self.workspace.changed()
        return after

    def _filled(self, body: dict[str, Any]) -> dict[str, Any]:
        return body | {"blocks": list(self.workspace.with_ids(body["blocks"]))}


def describe_view(
    view: View, *, state: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[str, Any]:
    """The view object of the Web API and of interaction payloads."""
    return {
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        "title": None,
        "submit": None,
        "close": None,
        "clear_on_close": False,
        "notify_on_close": False,
        **view.body,
        "id": view.id,
        "team_id": TEAM_ID,
        "app_id": APP_ID,
        "app_installed_team_id": TEAM_ID,
        "bot_id": BOT_ID,
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id or None,
        "state": {"values": {k: dict(v) for k, v in (state or {}).items()}},
    }


def type_in(
    blocks: list[dict[str, Any]], values: Values
) -> dict[str, dict[str, dict[str, Any]]]:
    """The state of all fields once a person has filled some of them.

    Args:
        blocks: the blocks with the fields, ids filled.
        values: what the person enters, by block id or action id: a string, the
            value of an option, a list of those, or None to empty the field.

    Returns:
        Slack's `state.values`: by block id, then action id.

    Raises:
        LookupError: there is no such field, or no such option in it.
    """
    state: dict[str, dict[str, dict[str, Any]]] = {}
    used: set[str] = set()
    for block in blocks:
        for element in interactive_elements(block):
            if element["type"] in _STATELESS:
                continue
            keys = [block["block_id"], element["action_id"]]
            key = next((name for name in keys if name in values), None)
            if key is not None:
                used.add(key)
                held = hold(element, values[key])
            else:
                held = _initial(element)
            state.setdefault(block["block_id"], {})[element["action_id"]] = held
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


_STATELESS = {"button", "overflow", "icon_button", "feedback_buttons"}

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
