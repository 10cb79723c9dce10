"""Modals and home tabs: which are open, in which order, and what is typed in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from collector_bot.sandbox.slack_blocks import Surface
from collector_bot.sandbox.slack_people import APP_ID, BOT_ID, TEAM_ID
from collector_bot.sandbox.slack_workspace import Workspace

STACK_DEPTH = 3


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
