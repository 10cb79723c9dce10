"""HTTP mode: sign what Slack sends and post it to an app on this machine.

Source: docs.slack.dev, authentication/verifying-requests-from-slack.
"""

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp

from collector_bot.sandbox.slack_delivery import (
    ACK_SECONDS,
    EnvelopeType,
    Outcome,
    Retry,
)

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_OK = 200


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What an app answered over HTTP."""

    status: int
    body: str
    content_type: str


def sign_request(body: str | bytes, ts: int, secret: str) -> dict[str, str]:
    """The headers that prove a request comes from Slack.

    Args:
        body: the raw body, exactly as sent.
        ts: seconds since the epoch, by the clock the app compares with.
        secret: the app's signing secret.

    Example:
        >>> headers = sign_request("text=a", 1531420618, "secret")
        >>> sorted(headers)
        ['X-Slack-Request-Timestamp', 'X-Slack-Signature']
        >>> headers["X-Slack-Signature"][:3]
        'v0='
    """
    raw = body.encode() if isinstance(body, str) else body
    base = b"v0:" + str(ts).encode() + b":" + raw
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(ts), "X-Slack-Signature": f"v0={digest}"}


async def post_http(
    url: str,
    body: str,
    *,
    headers: Mapping[str, str],
    content_type: str = _FORM,
    within: float = ACK_SECONDS,
) -> HttpAnswer:
    """Post a body to an app listening on this machine.

    Raises:
        ValueError: the address is not on this machine.
        TimeoutError: no answer within `within` seconds.
        aiohttp.ClientError: the app cannot be reached.
    """
    if urlsplit(url).hostname not in {"127.0.0.1", "localhost", "::1"}:
        raise ValueError(f"the sandbox posts to this machine alone, not to {url}")
    limit = aiohttp.ClientTimeout(total=within)
    sent = {"Content-Type": content_type, **headers}
    async with (
        aiohttp.ClientSession(timeout=limit) as session,
        session.post(url, data=body.encode(), headers=sent) as answer,
    ):
        text = await answer.text()
        return HttpAnswer(answer.status, text, answer.content_type)


def encode(kind: EnvelopeType, payload: Mapping[str, Any]) -> tuple[str, str]:
    """The body and content type Slack uses for a kind of payload."""
    if kind is EnvelopeType.COMMAND:
        return urlencode(payload), _FORM
    if kind is EnvelopeType.INTERACTIVE:
        return urlencode({"payload": json.dumps(payload)}), _FORM
    return json.dumps(payload), _JSON


@dataclass(frozen=True, slots=True)
class HttpDelivery:
    """Signed requests to the app's request URL, instead of envelopes on a socket."""

    url: str
    secret: str
    clock: Callable[[], float]  # seconds since the epoch, as the app sees them

    async def send(
        self,
        kind: EnvelopeType,
        payload: dict[str, Any],
        *,
        retry: Retry | None = None,
    ) -> Outcome:
        """Post one payload; an answer other than 200 counts as none."""
        body, content_type = encode(kind, payload)
        headers = sign_request(body, int(self.clock()), self.secret)
        if retry is not None:
            headers["X-Slack-Retry-Num"] = str(retry.number)
            headers["X-Slack-Retry-Reason"] = retry.reason
        started = time.monotonic()
        try:
            answer = await post_http(
                self.url, body, headers=headers, content_type=content_type
            )
        except (TimeoutError, aiohttp.ClientError):
            return Outcome(timed_out=True, latency=time.monotonic() - started)
        latency = time.monotonic() - started
        if answer.status != _OK:
            return Outcome(timed_out=True, latency=latency)
        return Outcome(payload=_payload_of(answer), latency=latency)


def _payload_of(answer: HttpAnswer) -> dict[str, Any] | None:
    if not answer.body.strip():
        return None
    if answer.content_type == _JSON:
        decoded = json.loads(answer.body)
        return decoded if isinstance(decoded, dict) else None
    return {"text": answer.body}
