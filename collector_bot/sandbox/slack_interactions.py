"""What people do in the sandbox's Slack: type, press, fill in, open, close."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from collector_bot.sandbox import slack_payloads as payloads
from collector_bot.sandbox.slack_blocks import Surface, interactive_elements
from collector_bot.sandbox.slack_calls import CallError
from collector_bot.sandbox.slack_delivery import Delivery, EnvelopeType, Outcome, Retry
from collector_bot.sandbox.slack_people import (
    BOT_USER_ID,
    CHANNEL,
    PEOPLE,
    SLACKBOT,
    Channel,
)
from collector_bot.sandbox.slack_views import (
    STACK_DEPTH,
    Values,
    View,
    Views,
    empty_required,
    hold,
    type_in,
)
from collector_bot.sandbox.slack_web_chat import show_response
from collector_bot.sandbox.slack_web_views import checked_view
from collector_bot.sandbox.slack_workspace import Message, ResponseUrl, Workspace

TROUBLE = "We had some trouble connecting. Try again?"
_PRIVATE = ("group", "message.groups")
_STATELESS = {"button", "overflow", "icon_button", "feedback_buttons"}


@dataclass(slots=True)
class Interactions:
    """The hands of the workspace's people; each act waits for the app's answer."""

    workspace: Workspace
    views: Views
    delivery: Delivery
    subscribed_events: set[str] = field(default_factory=lambda: {"app_home_opened"})

    async def command(
        self, user: str, command: str, text: str = "", *, channel: str = CHANNEL
    ) -> Outcome:
        """Type a slash command, and show what comes back with its answer.

        Raises:
            LookupError: the person cannot write in this conversation.
        """
        place = self._place(user, channel)
        typed = f"{command} {text}".strip()
        ts = self.workspace.next_ts()
        self.workspace.typed.append(Message(place.id, ts, user, typed))
        url = ResponseUrl(user, place.id, self.workspace.now())
        payload = payloads.slash_command(
            user=user,
            channel=place,
            command=command,
            text=text,
            response_url=self.workspace.issue_response_url(url),
        )
        payload["trigger_id"] = self.workspace.issue_trigger(user)
        outcome = await self.delivery.send(EnvelopeType.COMMAND, payload)
        notice = self._after_command(url, command, outcome)
        if notice:
            whisper = Message(
                place.id, self.workspace.next_ts(), SLACKBOT, notice, seen_by=user
            )
            self.workspace.add(whisper)
        return replace(outcome, notice=notice)

    def _after_command(self, url: ResponseUrl, command: str, outcome: Outcome) -> str:
        if outcome.timed_out:
            return f"{command} failed because the app did not respond."
        if outcome.payload:
            try:
                show_response(self.workspace, url, dict(outcome.payload))
            except CallError as error:
                return f"{command} failed with the error “{error.code}”."
        return ""

    async def press(
        self,
        user: str,
        message_ts: str,
        action_id: str,
        *,
        value: object = None,
        values: Values | None = None,
    ) -> Outcome:
        """Press a button, or choose in a select, of a message the person sees.

        A dialog that asks for confirmation is taken as confirmed.

        Args:
            user: who presses.
            message_ts: the message, ephemeral or not.
            action_id: the element.
            value: the button meant when several share the action id; or what is
                chosen or entered in another kind of element.
            values: what else is filled in, as for `submit_view`.

        Raises:
            LookupError: the person sees no such message or element.
        """
        message = self.seen_message(user, message_ts)
        blocks = list(message.blocks)
        block, element = _element(blocks, action_id, value)
        state = type_in(blocks, _entered(block, element, value) | dict(values or {}))
        url = ResponseUrl(
            user,
            message.channel,
            self.workspace.now(),
            message_ts=message.ts,
            thread_ts=message.thread_ts,
        )
        payload = payloads.message_action(
            user=user,
            channel=self.workspace.channels[message.channel],
            message=message,
            action=self._action(block, element, value),
            state=state,
            response_url=self.workspace.issue_response_url(url),
        )
        return await self._interact(payload, self.workspace.issue_trigger(user))

    async def press_view(
        self,
        user: str,
        view_id: str,
        action_id: str,
        *,
        value: object = None,
        values: Values | None = None,
    ) -> Outcome:
        """Press a button, or choose in a select, of a modal or home tab.

        Raises:
            LookupError: the person sees no such view or element.
        """
        view = self._seen_view(user, view_id)
        block, element = _element(view.blocks, action_id, value)
        entered = _entered(block, element, value) | dict(values or {})
        payload = payloads.view_action(
            user=user,
            view=view,
            action=self._action(block, element, value),
            state=type_in(view.blocks, entered),
        )
        trigger = self.workspace.issue_trigger(user, view_id=view.id)
        return await self._interact(payload, trigger)

    async def submit_view(
        self, user: str, view_id: str, values: Values | None = None
    ) -> Outcome:
        """Fill in a modal and hand it in.

        Args:
            user: who does it.
            view_id: the modal.
            values: what is entered, by block id or action id: a string, the value
                of an option, a list of those, or None to empty the field.

        Returns:
            The outcome; its `errors` are those shown below the fields, the app's
            or Slack's own, and the modal is still open then.

        Raises:
            LookupError: the person sees no such modal or field.
        """
        view = self._seen_view(user, view_id)
        state = type_in(view.blocks, values or {})
        missing = empty_required(view.blocks, state)
        if missing:
            self.views.show_errors(view, missing)
            return Outcome(errors=missing)
        payload = payloads.view_submission(user=user, view=view, state=state)
        trigger = self.workspace.issue_trigger(user, view_id=view.id)
        outcome = await self._interact(payload, trigger)
        if outcome.timed_out:
            return outcome
        try:
            return self._after_submission(view, outcome)
        except CallError:
            return replace(outcome, notice=TROUBLE)

    def _after_submission(self, submitted: View, outcome: Outcome) -> Outcome:
        view = self.views.find(submitted.id) or submitted
        answer = dict(outcome.payload or {})
        match answer.get("response_action"):
            case "errors":
                errors = {str(k): str(v) for k, v in answer["errors"].items()}
                known = {block["block_id"] for block in view.blocks}
                if not errors or not set(errors) <= known:
                    return replace(outcome, errors=errors, notice=TROUBLE)
                self.views.show_errors(view, errors)
                return replace(outcome, errors=errors)
            case "update":
                body = checked_view(answer.get("view"), surface=Surface.MODAL)
                self.views.update(view, body)
            case "push":
                body = checked_view(answer.get("view"), surface=Surface.MODAL)
                if len(self.views.stack(view.user)) >= STACK_DEPTH:
                    raise CallError("push_limit_reached")
                self.views.push(view.user, body)
            case "clear":
                self.views.clear(view.user)
            case _:
                self.views.close(view)
        return outcome

    async def close_view(
        self, user: str, view_id: str, *, clear: bool = False
    ) -> Outcome:
        """Close a modal, or all of them; the app hears of it only if it asked to.

        Raises:
            LookupError: the person sees no such modal.
        """
        view = self._seen_view(user, view_id)
        if clear:
            self.views.clear(user)
        else:
            self.views.close(view)
        if not view.body.get("notify_on_close"):
            return Outcome()
        payload = payloads.view_closed(user=user, view=view, is_cleared=clear)
        return await self.delivery.send(EnvelopeType.INTERACTIVE, payload)

    async def suggest(
        self, user: str, view_id: str, action_id: str, *, typed: str
    ) -> Outcome:
        """Type in a select of a modal whose options come from the app.

        Raises:
            LookupError: the person sees no such view or element.
        """
        view = self._seen_view(user, view_id)
        block, _ = _element(view.blocks, action_id, None)
        payload = payloads.suggestion_request(
            user=user,
            view=view,
            block_id=block["block_id"],
            action_id=action_id,
            typed=typed,
        )
        return await self._interact(payload, "")

    async def shortcut(
        self, user: str, callback_id: str, *, message_ts: str = ""
    ) -> Outcome:
        """Choose a shortcut, from the menu or from one message.

        Raises:
            LookupError: the person sees no such message.
        """
        message = self.seen_message(user, message_ts) if message_ts else None
        channel = self.workspace.channels[message.channel] if message else None
        url = ResponseUrl(
            user,
            channel.id if channel else "",
            self.workspace.now(),
            message_ts=message_ts,
        )
        payload = payloads.shortcut(
            user=user,
            callback_id=callback_id,
            action_ts=self.workspace.next_ts(),
            message=message,
            channel=channel,
            response_url=self.workspace.issue_response_url(url),
        )
        return await self._interact(payload, self.workspace.issue_trigger(user))

    async def open_home(self, user: str) -> Outcome:
        """Look at the app's home tab."""
        event: dict[str, Any] = {
            "type": "app_home_opened",
            "user": user,
            "channel": PEOPLE[user].direct_channel,
            "tab": "home",
        }
        return await self.send_event(event)

    async def say(
        self, user: str, text: str, *, channel: str = CHANNEL, thread_ts: str = ""
    ) -> Message:
        """Write a message; the app hears of it if it subscribed to such events.

        Raises:
            LookupError: the person cannot write in this conversation.
        """
        place = self._place(user, channel)
        ts = self.workspace.next_ts()
        message = Message(place.id, ts, user, text, thread_ts=thread_ts)
        self.workspace.add(message)
        event: dict[str, Any] = {
            "user": user,
            "text": text,
            "ts": ts,
            "channel": place.id,
        }
        if thread_ts:
            event["thread_ts"] = thread_ts
        if f"<@{BOT_USER_ID}>" in text and "app_mention" in self.subscribed_events:
            await self.send_event(event | {"type": "app_mention"})
        kind, wanted = ("im", "message.im") if place.is_direct else _PRIVATE
        if wanted in self.subscribed_events:
            await self.send_event(event | {"type": "message", "channel_type": kind})
        return message

    async def send_event(
        self,
        event: Mapping[str, Any],
        *,
        event_id: str = "",
        retry: Retry | None = None,
    ) -> Outcome:
        """Send an event; giving an earlier `event_id` again repeats that event."""
        event_ts = self.workspace.next_ts()
        payload = payloads.event_callback(
            {"event_ts": event_ts, **event},
            event_id=event_id or self.workspace.next_id("Ev"),
            event_time=int(float(event_ts)),
        )
        return await self.delivery.send(EnvelopeType.EVENT, payload, retry=retry)

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
        if element["type"] in _STATELESS - {"overflow"}:
            shown = ("text", "value", "style")
            return action | {name: element[name] for name in shown if name in element}
        return action | hold(element, value)

    async def _interact(self, payload: dict[str, Any], trigger: str) -> Outcome:
        if trigger:
            payload["trigger_id"] = trigger
        outcome = await self.delivery.send(EnvelopeType.INTERACTIVE, payload)
        return replace(outcome, notice=TROUBLE) if outcome.timed_out else outcome


def _element(
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


def _entered(
    block: dict[str, Any], element: dict[str, Any], value: object
) -> dict[str, object]:
    if element["type"] in _STATELESS:
        return {}
    name = element["action_id"] if block["type"] == "actions" else block["block_id"]
    return {name: value}
