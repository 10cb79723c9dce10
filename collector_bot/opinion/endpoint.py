"""One question over HTTP to whatever speaks the OpenAI chat protocol."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from collector_bot.core.outside import (
    OpinionLateError,
    OpinionUnreachableError,
    OpinionUnusableError,
)
from collector_bot.core.system_words import system_words
from collector_bot.core.wording import Both

ANSWER_BYTES_MAX = 200_000
_PATH = "/chat/completions"
_OK, _REDIRECTS = 200, range(300, 400)
_ABOUT_THIS_MAIL = {400, 413, 422}  # what was asked is not taken: the next one may be
_LOOK_SECONDS = 0.1
_LATE: Both = ("no answer came in time", "aucune réponse dans le délai")
_TOO_LONG: Both = ("the answer is too long", "la réponse est trop longue")
_NO_CHAT: Both = (
    "the answer is not of the chat protocol",
    "la réponse n’est pas du protocole chat",
)
_BROKEN: Both = ("the connection was cut", "la connexion a été coupée")
_ELSEWHERE: Both = (
    "it redirects elsewhere, which is not followed: mend second_opinion.base_url",
    "il renvoie ailleurs, ce qui n’est pas suivi : corrigez second_opinion.base_url",
)


@dataclass(frozen=True, slots=True)
class OpinionSettings:
    """Whom to ask and how long to wait.

    Attributes:
        base_url: https, or http on this machine; `/chat/completions` is added to it.
        api_key: sent as a bearer token; "" for none; never shown.
        timeout_seconds: for the whole exchange, however slowly it trickles.
        max_chars: of the sender's words, no more are sent.
    """

    base_url: str
    model: str
    api_key: str = field(repr=False)
    timeout_seconds: float
    max_chars: int

    @property
    def host(self) -> str:
        """Whom errors name."""
        return urlsplit(self.base_url).hostname or ""


def ask(
    settings: OpinionSettings,
    messages: Sequence[Mapping[str, str]],
    *,
    stop: Callable[[], bool],
) -> str:
    """Return the text of the answer; whatever else is in it is left out.

    No redirect is followed and no proxy of the environment is used: the words go where
    the configuration says, or nowhere.

    Args:
        settings: whom to ask.
        messages: role and content of each.
        stop: whether to give up at once.

    Raises:
        OpinionUnreachableError: it is down, refuses, or redirects.
        OpinionLateError: the answer was not whole in time.
        OpinionUnusableError: it refuses these words, or its answer is too long or none
            of the protocol.
    """
    host = settings.host
    body = json.dumps({
        "model": settings.model,
        "messages": list(messages),
        "response_format": {"type": "json_object"},
    })  # fmt: skip
    connection = _connection(settings)
    with _Watch(settings.timeout_seconds, stop) as watch:
        try:
            connection.connect()
            watch.line = connection.sock
            status, told = _exchange(connection, settings, body)
        except (OSError, http.client.HTTPException, ValueError) as problem:
            if watch.cut.is_set() or isinstance(problem, TimeoutError):
                raise OpinionLateError(host, _LATE) from None
            raise OpinionUnreachableError(host, _why(problem)) from None
        finally:
            connection.close()
    if watch.cut.is_set():
        raise OpinionLateError(host, _LATE)
    if status in _REDIRECTS:
        raise OpinionUnreachableError(host, _ELSEWHERE)
    if status != _OK:
        mails = status in _ABOUT_THIS_MAIL
        refusal = OpinionUnusableError if mails else OpinionUnreachableError
        raise refusal(host, (f"it answers {status}", f"il répond {status}"))
    if len(told) > ANSWER_BYTES_MAX:
        raise OpinionUnusableError(host, _TOO_LONG)
    text = _text_in(told)
    if text is None:
        raise OpinionUnusableError(host, _NO_CHAT)
    return text


def _connection(settings: OpinionSettings) -> http.client.HTTPConnection:
    url = urlsplit(settings.base_url)
    host, seconds = settings.host, settings.timeout_seconds
    if url.scheme == "https":
        return http.client.HTTPSConnection(
            host, url.port, timeout=seconds, context=ssl.create_default_context()
        )
    return http.client.HTTPConnection(host, url.port, timeout=seconds)


def _exchange(
    connection: http.client.HTTPConnection, settings: OpinionSettings, body: str
) -> tuple[int, bytes]:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if settings.api_key:
        headers["Authorization"] = f"Bearer {settings.api_key}"
    path = urlsplit(settings.base_url).path.rstrip("/") + _PATH
    connection.request("POST", path, body=body.encode(), headers=headers)
    with connection.getresponse() as answer:
        return answer.status, answer.read(ANSWER_BYTES_MAX + 1)


class _Watch:
    """Cuts a line when time is over or a stop is asked for, and knows that it did.

    A limit of the socket alone would begin anew with each byte that trickles in.
    """

    def __init__(self, seconds: float, stop: Callable[[], bool]) -> None:
        self.line: socket.socket | None = None
        self.cut = threading.Event()
        self._done = threading.Event()
        self._end = time.monotonic() + seconds
        self._stop = stop
        self._watcher = threading.Thread(target=self._look, name="opinion", daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watcher.join()

    def _look(self) -> None:
        while not self._done.wait(_LOOK_SECONDS):
            over = time.monotonic() > self._end or self._stop()
            if over and self.line is not None:
                self.cut.set()
                with suppress(OSError):
                    self.line.shutdown(socket.SHUT_RDWR)


def _why(problem: Exception) -> Both:
    """Return why in words that cannot hold what was sent: a header, a key."""
    if isinstance(problem, ssl.SSLError):
        return "TLS fails", "TLS échoue"
    if isinstance(problem, http.client.HTTPException | UnicodeError):
        return _BROKEN
    return system_words(problem) if isinstance(problem, OSError) else _BROKEN


def _text_in(told: bytes) -> str | None:
    """Return what the first choice says; None when this is no such answer."""
    try:
        text = json.loads(told)["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, KeyError, IndexError, TypeError):
        return None
    return text if isinstance(text, str) else None
