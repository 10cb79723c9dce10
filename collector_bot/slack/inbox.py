"""What Slack delivers is committed before anything is done with it, and done once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from slack_bolt import Args, BoltResponse
from slack_bolt.middleware import Middleware, RequestVerification
from slack_sdk.signature import Clock, SignatureVerifier

from collector_bot.flows.desk import Desk
from collector_bot.flows.take import take
from collector_bot.slack.actions import BUTTONS
from collector_bot.slack.typed import words_of
from collector_bot.slack.verbs import find_verb
from collector_bot.store.cards import Taken

KEY = "inbox_key"
REACHED = "reached"  # the request is Slack's: signed, or over our own socket
_VALUE_MAX = 200
_CHANGING = frozenset(one.action_id for one in BUTTONS if one.changes)


def delivered(body: dict[str, Any]) -> Taken | None:
    """Return what was delivered when it may change something; None for questions.

    A question is answered again when Slack repeats it: nothing is lost by that, and
    a question never waits for whoever is writing.
    """
    if "command" in body:
        return _command(body)
    if body.get("type") == "block_actions":
        return _press(body)
    return None


def _command(body: dict[str, Any]) -> Taken | None:
    if body["command"] != "/collector":
        return None
    words = words_of(str(body.get("text") or ""))
    verb = find_verb(words[0]) if words else None
    if verb is None or not verb.changes:
        return None
    key = f"command:{body.get('trigger_id', '')}"
    return Taken(
        key[:200],
        "command",
        str(body.get("user_id", "")),
        json.dumps({"words": words}, ensure_ascii=False),
    )


def _press(body: dict[str, Any]) -> Taken | None:
    action = (body.get("actions") or [{}])[0]
    name = str(action.get("action_id", ""))
    if name not in _CHANGING:
        return None
    user = str(body.get("user", {}).get("id", ""))
    place = str(body.get("container", {}).get("message_ts", ""))
    key = f"press:{action.get('action_ts', '')}:{user}:{place}:{name}"
    value = str(action.get("value", ""))[:_VALUE_MAX]
    return Taken(key[:200], "press", user, json.dumps({"press": name, "value": value}))


def commit_first(desk: Desk) -> Callable[[Args], BoltResponse | None]:
    """Return the middleware that commits what may change something.

    What was delivered before is acknowledged and not done again. Whoever has no role
    is not written down: the listener refuses them.
    """

    def on_delivery(args: Args) -> BoltResponse | None:
        args.context[REACHED] = True
        what = delivered(args.body)
        if what is not None and desk.roles.of(what.user_id):
            if not take(desk, what):
                return BoltResponse(status=200)
            args.context[KEY] = what.key
        args.next()
        return None

    return on_delivery


class _DeskClock(Clock):
    """The desk's clock, in the seconds signatures are dated with."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def now(self) -> float:
        return self._desk.now().timestamp()


class _SignedOnly(RequestVerification):
    """Slack's signature, checked before anything else looks at a request.

    Source: docs.slack.dev, authentication/verifying-requests-from-slack.
    """

    def __init__(self, verifier: SignatureVerifier) -> None:
        super().__init__(verifier.signing_secret)
        self._verifier = verifier

    @staticmethod
    def _debug_log_error(signature: str, timestamp: str, body: str) -> None:
        """Say nothing of the body: anybody may have written it."""


def signed_only(desk: Desk, secret: str) -> Middleware:
    """Return the middleware that lets only what Slack signed within 5 minutes pass.

    Raises:
        ValueError: there is no signing secret.
    """
    return _SignedOnly(SignatureVerifier(secret, _DeskClock(desk)))
