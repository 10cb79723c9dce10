"""Slack lets the app in, refuses it, or cannot be reached: said apart, tried again."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from collector_bot.core.outside import (
    SlackAppTokenError,
    SlackRefusedError,
    SlackScopeError,
    SlackUnreachableError,
)
from collector_bot.core.refusals import DeskRefusal
from collector_bot.core.system_words import system_words

SCOPES = ("chat:write", "commands")
LOOK_SECONDS = 60.0
_STANDS_SECONDS = 0.5
_STOP_SECONDS = 2.0

# Answers only a person can change: the token, the app or its owner is at fault.
# Source: docs.slack.dev, the errors of auth.test and apps.connections.open.
_REFUSALS = frozenset(
    {
        "access_denied",
        "account_inactive",
        "app_missing_action_url",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "forbidden_team",
        "invalid_auth",
        "invalid_app_id",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    }
)

log = logging.getLogger("collector_bot.slack")


@contextmanager
def slack_answers(
    refused: type[SlackRefusedError] = SlackRefusedError,
) -> Iterator[None]:
    """Turn what goes wrong while Slack is asked into one of two refusals.

    Args:
        refused: for the token the question is asked with.

    Raises:
        SlackRefusedError: Slack says no; a person has to mend it.
        SlackUnreachableError: there is no answer, or none of Slack's own.
    """
    try:
        yield
    except SlackApiError as problem:
        raise _meaning(problem.response, refused) from None
    except (SlackClientError, OSError, HTTPException, ValueError) as problem:
        raise _no_answer(problem) from None


def _meaning(
    answer: SlackResponse | Mapping[str, object], refused: type[SlackRefusedError]
) -> DeskRefusal:
    status = getattr(answer, "status_code", 200)
    error = str(answer.get("error") or "")
    if error == "missing_scope":
        return SlackScopeError(scopes=str(answer.get("needed") or "a scope"))
    if error in _REFUSALS:
        return refused(error=error)
    return unreachable(f"HTTP {status}" if status != 200 else error)  # noqa: PLR2004 - RFC 9110


def unreachable(why: str, why_fr: str = "") -> SlackUnreachableError:
    """Return the refusal that says why Slack gives no answer."""
    return SlackUnreachableError(why=why, why_fr=why_fr or why)


def _no_answer(problem: Exception) -> SlackUnreachableError:
    """Say what happened in words that carry no address and no token."""
    cause = getattr(problem, "reason", problem)
    if isinstance(cause, OSError):
        return unreachable(*system_words(cause))
    return unreachable(type(cause).__name__)


def _refusal(problem: Exception) -> DeskRefusal:
    if isinstance(problem, DeskRefusal):
        return problem
    return _no_answer(problem)


def asking(client: WebClient) -> WebClient:
    """Return a client of the same app that asks once and never waits to ask again."""
    return WebClient(
        client.token,
        base_url=client.base_url,
        timeout=client.timeout,
        logger=client.logger,
        retry_handlers=[],
    )


def knock(client: WebClient) -> SlackResponse:
    """Return who the app is to Slack, once token and scopes are known to be right.

    Raises:
        SlackRefusedError: the token is wrong, or a scope is missing.
        SlackUnreachableError: Slack does not answer.
    """
    with slack_answers():
        answer = client.auth_test()
    headers = {name.lower(): value for name, value in answer.headers.items()}
    told = str(headers.get("x-oauth-scopes") or "")
    given = {scope.strip() for scope in told.split(",")}
    missing = [scope for scope in SCOPES if told and scope not in given]
    if missing:
        raise SlackScopeError(scopes=", ".join(missing))
    return answer


def connection_address(client: WebClient, app_token: str) -> str:
    """Return where the socket is to be opened, once.

    Raises:
        SlackRefusedError: the app-level token is wrong.
        SlackUnreachableError: Slack does not answer.
    """
    with slack_answers(SlackAppTokenError):
        return str(client.apps_connections_open(app_token=app_token)["url"])


@dataclass(frozen=True, slots=True)
class Watch:
    """Who hears how it goes, and how often Slack is asked.

    Attributes:
        on_in: called each time Slack was asked and all is well.
        on_trouble: called with each refusal, before the wait.
        delay: seconds to wait after so many refusals in a row.
        seconds: between two looks while all is well.
    """

    on_in: Callable[[], None]
    on_trouble: Callable[[DeskRefusal], None]
    delay: Callable[[int], float]
    seconds: float = LOOK_SECONDS


class Door:
    """Goes in to Slack from a thread of its own, and again whenever it is outside.

    Args:
        enter: asks Slack and connects where that is needed.
        stands: whether the app is still inside, as far as it can tell by itself.
    """

    def __init__(
        self, enter: Callable[[], None], stands: Callable[[], bool], watch: Watch
    ) -> None:
        self._enter, self._stands, self._watch = enter, stands, watch
        self._stopping = threading.Event()
        self._answered = threading.Event()
        self._thread = threading.Thread(
            target=self._keep, name="slack-door", daemon=True
        )
        self._was_in = False
        self.is_in = False
        self.refusal: SlackRefusedError | None = None

    def start(self) -> None:
        """Begin to try, and go on until stopped."""
        self._thread.start()

    def stop(self) -> None:
        """Stop trying; a question that hangs is left behind."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=_STOP_SECONDS)
        self.is_in = False

    def answered(self, seconds: float) -> bool:
        """Return whether the first try has ended, waiting for it so long at most."""
        return self._answered.wait(seconds)

    def _keep(self) -> None:
        refusals = 0
        while not self._stopping.is_set():
            try:
                self._enter()
            except Exception as problem:  # noqa: BLE001 - what is wrong is told, and tried again
                if self._stopping.is_set():
                    return
                refusals += 1
                self._is_out(_refusal(problem))
                self._stopping.wait(self._watch.delay(refusals))
                continue
            refusals = 0
            self._was_in = self.is_in = True
            self._watch.on_in()
            self._answered.set()
            if self._stays():
                continue
            self.is_in = False
            self._stopping.wait(self._watch.delay(1))

    def _is_out(self, problem: DeskRefusal) -> None:
        self.is_in = False
        if isinstance(problem, SlackRefusedError) and not self._was_in:
            self.refusal = problem
        self._watch.on_trouble(problem)
        self._answered.set()

    def _stays(self) -> bool:
        """Return True when it is time for another look, False once it is outside."""
        left = self._watch.seconds
        while left > 0 and not self._stopping.wait(min(left, _STANDS_SECONDS)):
            if not self._stands():
                return False
            left -= _STANDS_SECONDS
        return True
