"""Modals open while Slack allows it, and what is handed in is done once and told."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App, Args
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from collector_bot.flows.take import settle_taken, take
from collector_bot.slack.actions import pressed
from collector_bot.slack.cards.modal import Form
from collector_bot.slack.forms import FORMS, Filled, Handed, late
from collector_bot.slack.room import Room
from collector_bot.store.cards import Taken

# What Slack answers when the three seconds to open a modal are over, or it is open.
_LATE = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"}
Tells = Callable[[Exception], tuple[str, str]]


def open_form(args: Args, room: Room, form: Form) -> None:
    """Open a modal; when it is too late for that, say how to go on."""
    channel = str((args.body.get("channel") or {}).get("id") or room.channel)
    try:
        args.client.views_open(
            trigger_id=str(args.body.get("trigger_id", "")),
            view=form.view(room.tongue, channel=channel),
        )
    except SlackApiError as problem:
        if str(problem.response.get("error")) not in _LATE:
            raise
        told = late(form, room)
        args.respond(text=told, response_type="ephemeral", replace_original=False)


def listen_to_forms(app: App, room: Room, *, tells: Tells) -> None:
    """Listen to every modal that may be handed in.

    Args:
        tells: what a person is told of a problem, and what is noted of it.
    """
    for handed in FORMS:
        app.view(handed.name)(_listener(room, handed, tells=tells))


def _listener(room: Room, handed: Handed, *, tells: Tells) -> Callable[[Args], None]:
    def on_handed_in(args: Args) -> None:
        user, view = str(args.body["user"]["id"]), args.view or {}
        about = json.loads(view["private_metadata"])
        filled = filled_in(about, view)
        try:
            room.desk.roles.require(user, handed.needs)
            complaints = handed.complaints(room, filled)
        except Exception as problem:  # noqa: BLE001 - told to the person, noted in the log
            args.ack()
            _say(args.client, about, user=user, told=tells(problem)[0])
            return
        if complaints:
            args.ack(response_action="errors", errors=complaints)
            return
        args.ack()
        key = f"form:{view['id']}"
        told = _done(room, handed, user, filled=filled, key=key, tells=tells)
        if told:
            _say(args.client, about, user=user, told=told)

    return on_handed_in


def _done(
    room: Room, handed: Handed, user: str, *, filled: Filled, key: str, tells: Tells
) -> str:
    """Commit what was handed in, do it, and return what to tell; "" when it was."""
    wanted = {
        "form": handed.name,
        "number": filled.number,
        "digest": filled.digest,
        "values": dict(filled.values),
    }
    request = json.dumps(wanted, ensure_ascii=False)
    if not take(room.desk, Taken(key[:200], "form", user, request)):
        return ""
    try:
        told, outcome = handed.does(room, user, filled), "done"
    except Exception as problem:  # noqa: BLE001 - told to the person, noted in the log
        told, outcome = tells(problem)
    settle_taken(room.desk, key[:200], outcome=outcome)
    return told


def filled_in(about: Mapping[str, Any], view: Mapping[str, Any]) -> Filled:
    """Return a modal as it was handed in.

    Raises:
        UnknownNumberError: what it is about is nothing of ours.
    """
    one = pressed(str(about.get("value", "")))
    state = (view.get("state") or {}).get("values") or {}
    values = {
        str(block): _entered(element)
        for block, elements in state.items()
        for element in elements.values()
    }
    return Filled(one.number, one.digest, values)


def _entered(element: Mapping[str, Any]) -> str:
    """Return what stands in a field: its words, or the values chosen, by commas."""
    if element.get("selected_options") is not None:
        return ",".join(str(one["value"]) for one in element["selected_options"])
    chosen = element.get("selected_option")
    return str((chosen or {}).get("value") or element.get("value") or "")


def _say(client: WebClient, about: Mapping[str, Any], *, user: str, told: str) -> None:
    client.chat_postEphemeral(
        channel=str(about.get("channel", "")), user=user, text=told
    )
