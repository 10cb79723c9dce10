"""The views methods of the Web API."""

from collections.abc import Callable
from typing import Any

from collector_bot.sandbox.slack_blocks import Surface
from collector_bot.sandbox.slack_calls import Call, CallError
from collector_bot.sandbox.slack_people import PEOPLE
from collector_bot.sandbox.slack_view_rules import check_view, is_view_too_large
from collector_bot.sandbox.slack_views import STACK_DEPTH, View, Views, describe_view
from collector_bot.sandbox.slack_workspace import TRIGGER_SECONDS, Trigger

Answer = dict[str, Any]


def checked_view(view: Any, *, surface: Surface) -> dict[str, Any]:
    """A view of the right kind, found good.

    Raises:
        CallError: Slack would refuse it.
    """
    if not isinstance(view, dict):
        raise CallError("invalid_arguments", ["missing required field: view"])
    complaints = check_view(view)
    if not complaints and view["type"] != surface:
        complaints = [f"view must be a {surface} [json-pointer:/view/type]"]
    if complaints:
        raise CallError("invalid_arguments", complaints)
    if is_view_too_large(view):
        raise CallError("view_too_large")
    return view


def _spend_trigger(call: Call) -> Trigger:
    trigger = call.workspace.triggers.get(call.required("trigger_id"))
    if trigger is None:
        raise CallError("invalid_trigger_id")
    if trigger.is_used:
        raise CallError("exchanged_trigger_id")
    if call.workspace.now() - trigger.issued_at > TRIGGER_SECONDS:
        raise CallError("expired_trigger_id")
    trigger.is_used = True
    return trigger


def _check_external_id(views: Views, view: dict[str, Any], *, own: str = "") -> None:
    taken = views.find_external(str(view.get("external_id") or ""))
    if taken is not None and taken.id != own:
        raise CallError("duplicate_external_id")


def _open(views: Views, call: Call) -> Answer:
    view = checked_view(call.arguments.get("view"), surface=Surface.MODAL)
    _check_external_id(views, view)
    trigger = _spend_trigger(call)
    return {"view": describe_view(views.open(trigger.user, view))}


def _push(views: Views, call: Call) -> Answer:
    view = checked_view(call.arguments.get("view"), surface=Surface.MODAL)
    _check_external_id(views, view)
    trigger = _spend_trigger(call)
    if not trigger.view_id:
        raise CallError("invalid_trigger_id")
    if len(views.stack(trigger.user)) >= STACK_DEPTH:
        raise CallError("push_limit_reached")
    return {"view": describe_view(views.push(trigger.user, view))}


def _update(views: Views, call: Call) -> Answer:
    if call.given("view_id"):
        shown = views.find(call.text("view_id"))
    else:
        shown = views.find_external(call.required("external_id"))
    if shown is None:
        raise CallError("not_found")
    surface = Surface.HOME if shown.is_home else Surface.MODAL
    view = checked_view(call.arguments.get("view"), surface=surface)
    _check_external_id(views, view, own=shown.id)
    _check_hash(call, shown)
    return {"view": describe_view(views.update(shown, view))}


def _publish(views: Views, call: Call) -> Answer:
    view = checked_view(call.arguments.get("view"), surface=Surface.HOME)
    user = call.required("user_id")
    if user not in PEOPLE:
        raise CallError("user_not_found")
    shown = views.home(user)
    if shown is not None:
        _check_hash(call, shown)
    return {"view": describe_view(views.publish(user, view))}


def _check_hash(call: Call, shown: View) -> None:
    if call.given("hash") and call.text("hash") != shown.hash:
        raise CallError("hash_conflict")


def view_methods(views: Views) -> dict[str, Callable[[Call], Answer]]:
    """The methods by name, over one workspace's views."""
    return {
        "views.open": lambda call: _open(views, call),
        "views.push": lambda call: _push(views, call),
        "views.update": lambda call: _update(views, call),
        "views.publish": lambda call: _publish(views, call),
    }
