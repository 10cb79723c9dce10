"""What every act in the sandbox's Slack needs: the place, the piece, the way there."""

from dataclasses import dataclass, replace
from typing import Any

from collector_bot.sandbox.slack_blocks import interactive_elements
from collector_bot.sandbox.slack_delivery import Delivery, EnvelopeType, Outcome
from collector_bot.sandbox.slack_fields import STATELESS, hold
from collector_bot.sandbox.slack_people import Channel
from collector_bot.sandbox.slack_views import View, Views
from collector_bot.sandbox.slack_workspace import Message, Workspace

TROUBLE = "We had some trouble connecting. Try again?"


@dataclass(slots=True, eq=False, repr=False)
class Acting:
    """People of one workspace, and the way their acts reach the app."""

    workspace: Workspace
    views: Views
    delivery: Delivery

    def seen_message(self, user: str, ts: str) -> Message:
        """The message with this time stamp, as far as the person sees it.

        Raises:
            LookupError: there is none, or it is someone else's.
        """
        for channel in self.workspace.channels.values():
            found = self.workspace.find(channel.id, ts)
            if found is not None and user in channel.members:
                return found
        whisper = self.workspace.find_whisper(ts)
        if whisper is not None and whisper.seen_by == user:
            return whisper
        raise LookupError(f"{user} sees no message {ts}")

    def _seen_view(self, user: str, view_id: str) -> View:
        view = self.views.find(view_id)
        if view is None or view.user != user:
            raise LookupError(f"{user} sees no view {view_id}")
        return view

    def _place(self, user: str, channel: str) -> Channel:
        place = self.workspace.find_channel(channel)
        if place is None or user not in place.members:
            raise LookupError(f"{user} cannot write in {channel}")
        return place

    def _action(
        self, block: dict[str, Any], element: dict[str, Any], value: object
    ) -> dict[str, Any]:
        action = {
            "action_id": element["action_id"],
            "block_id": block["block_id"],
            "type": element["type"],
            "action_ts": self.workspace.next_ts(),
        }
        if element["type"] in STATELESS - {"overflow"}:
            shown = ("text", "value", "style")
            return action | {name: element[name] for name in shown if name in element}
        return action | hold(element, value)

    async def _interact(self, payload: dict[str, Any], trigger: str) -> Outcome:
        if trigger:
            payload["trigger_id"] = trigger
        outcome = await self.delivery.send(EnvelopeType.INTERACTIVE, payload)
        return replace(outcome, notice=TROUBLE) if outcome.timed_out else outcome


def find_element(
    blocks: list[dict[str, Any]], action_id: str, value: object
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The block and element meant by an action id and, for a button, its value."""
    for block in blocks:
        for element in interactive_elements(block):
            if element["action_id"] != action_id:
                continue
            is_button = element["type"] == "button"
            if is_button and value is not None and element.get("value") != value:
                continue
            return block, element
    wanted = action_id if value is None else f"{action_id} with value {value!r}"
    raise LookupError(f"there is nothing to press called {wanted}")


def entered(
    block: dict[str, Any], element: dict[str, Any], value: object
) -> dict[str, object]:
    """What choosing or entering a value adds to the state of the fields."""
    if element["type"] in STATELESS:
        return {}
    return {f"{block['block_id']}/{element['action_id']}": value}
