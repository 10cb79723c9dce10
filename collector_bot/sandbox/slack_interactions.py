"""What people do in conversations: type commands, press, choose shortcuts, write."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from collector_bot.sandbox import slack_payloads as payloads
from collector_bot.sandbox.slack_acting import entered, find_element
from collector_bot.sandbox.slack_calls import CallError
from collector_bot.sandbox.slack_delivery import Delivery, EnvelopeType, Outcome, Retry
from collector_bot.sandbox.slack_fields import Values, type_in
from collector_bot.sandbox.slack_forms import Forms
from collector_bot.sandbox.slack_people import (
    BOT_USER_ID,
    CHANNEL,
    PEOPLE,
    SLACKBOT,
)
from collector_bot.sandbox.slack_views import Views
from collector_bot.sandbox.slack_web_chat import show_response
from collector_bot.sandbox.slack_workspace import Message, ResponseUrl, Workspace

_PRIVATE = ("group", "message.groups")


class Interactions(Forms):
    """The hands of the workspace's people; each act waits for the app's answer."""

    def __init__(
        self, *, workspace: Workspace, views: Views, delivery: Delivery
    ) -> None:
        super().__init__(workspace, views, delivery)
        self.subscribed_events = {"app_home_opened"}

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
        block, element = find_element(blocks, action_id, value)
        state = type_in(blocks, entered(block, element, value) | dict(values or {}))
        payload = payloads.message_action(
            user=user,
            channel=self.workspace.channels[message.channel],
            message=message,
            action=self._action(block, element, value),
            state=state,
            response_url=self._response_url(user, message),
        )
        return await self._interact(payload, self.workspace.issue_trigger(user))

    def _response_url(self, user: str, message: Message) -> str:
        url = ResponseUrl(
            user,
            message.channel,
            self.workspace.now(),
            message_ts=message.ts,
            thread_ts=message.thread_ts,
        )
        return self.workspace.issue_response_url(url)

    async def shortcut(
        self, user: str, callback_id: str, *, message_ts: str = ""
    ) -> Outcome:
        """Choose a shortcut, from the menu or from one message.

        Raises:
            LookupError: the person sees no such message.
        """
        message = self.seen_message(user, message_ts) if message_ts else None
        channel = self.workspace.channels[message.channel] if message else None
        payload = payloads.shortcut(
            user=user,
            callback_id=callback_id,
            action_ts=self.workspace.next_ts(),
            message=message,
            channel=channel,
            response_url=self._response_url(user, message) if message else "",
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
