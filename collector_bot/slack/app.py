"""The Bolt app: what Slack delivers is committed, acknowledged, done and answered."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Literal

from slack_bolt import Ack, App, Args, BoltContext, BoltResponse, Respond
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import (
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

from collector_bot.core.errors import CollectorError
from collector_bot.flows.desk import Desk, Role
from collector_bot.flows.take import settle_taken
from collector_bot.slack import actions, questions, verbs
from collector_bot.slack.cards.build import escaped, with_people
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.modal import Form
from collector_bot.slack.inbox import KEY, REACHED, commit_first, signed_only
from collector_bot.slack.modals import listen_to_forms, open_form
from collector_bot.slack.room import Answer, Room, Shared
from collector_bot.slack.typed import words_of

LISTENERS = 20  # Bolt's own five starve when a few are slow
RETRIES = 2
_ANSWERS_MAX = 5  # messages Slack takes to one interaction

log = logging.getLogger("collector_bot.slack")


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How Slack is reached.

    Attributes:
        mode: "socket" (the app token opens it) or "http" (the signing secret does).
        channel: id of the conversation where cards are posted.
        http_port: on loopback, behind the company's own TLS.
        api_url: Slack's Web API; another address only for the sandbox.
    """

    mode: Literal["socket", "http"]
    bot_token: str = field(repr=False)
    channel: str
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    http_port: int = 3000
    api_url: str = "https://slack.com/api/"


def web_client(settings: SlackSettings, *, timeout: int = 10) -> WebClient:
    """Return a client that waits when asked to and tries again what may pass."""
    client = WebClient(
        settings.bot_token,
        base_url=settings.api_url,
        timeout=timeout,
        logger=_quiet("collector_bot.slack.web"),
    )
    client.retry_handlers += [
        RateLimitErrorRetryHandler(max_retry_count=RETRIES),
        ServerErrorRetryHandler(max_retry_count=RETRIES),
    ]
    return client


def _quiet(name: str) -> logging.Logger:
    """Return a logger that never tells what people write: Bolt logs bodies below."""
    quiet = logging.getLogger(name)
    quiet.setLevel(logging.WARNING)
    return quiet


def build_app(
    desk: Desk, settings: SlackSettings, *, client: WebClient | None = None
) -> App:
    """Return the app for both modes; nothing is asked of the network yet.

    Raises:
        ValueError: HTTP mode without a signing secret.
    """
    room = Room(desk, settings.channel)
    app = App(
        client=client or web_client(settings),
        request_verification_enabled=False,
        before_authorize=(
            signed_only(desk, settings.signing_secret)
            if settings.mode == "http"
            else None
        ),
        token_verification_enabled=False,
        raise_error_for_unhandled_request=True,
        listener_executor=ThreadPoolExecutor(LISTENERS, "slack-listener"),
        logger=_quiet("collector_bot.slack.bolt"),
    )
    app.use(commit_first(desk))
    _listen_to_commands(app, room)
    _listen_to_buttons(app, room)
    listen_to_forms(app, room, tells=lambda problem: _said_of(room, problem))
    app.error(_on_error(room))
    return app


def _balance(room: Room, user: str, text: str) -> Answer:
    words = " ".join(words_of(text))
    if not words or words.lower() in {"help", "aide"}:
        return verbs.show_help(room, user)
    return questions.balance(room, words)


def _typed(room: Room, user: str, words: list[str]) -> Answer:
    verb = verbs.find_verb(words[0]) if words else None
    if verb is None:
        return verbs.show_help(room, user, unknown=words[0] if words else "")
    room.desk.roles.require(user, verb.needs)
    return verb.does(room, user, words[1:])


COMMANDS: dict[str, Callable[[Room, str, str], Answer]] = {
    "/balance": _balance,
    "/overdue": lambda room, _, text: questions.overdue(room, words_of(text)),
    "/matches": lambda room, _, text: questions.matches(room, text.strip()),
    "/promises": lambda room, _user, _text: questions.promises(room),
    "/collector": lambda room, user, text: _typed(room, user, words_of(text)),
}


def _guarded(room: Room, does: Callable[[Args], None]) -> Callable[[Args], None]:
    """Return a listener that acknowledges first and tells what went wrong itself.

    Nothing is raised into Bolt: it forgets an acknowledgement when the listener fails
    before it looked, every hundredth of a second, and Slack then reports a failure
    (measured with 1.30).
    """

    def on_delivery(args: Args) -> None:
        args.ack()
        try:
            does(args)
            _settle(room, args.context, "done")
        except Exception as problem:  # noqa: BLE001 - told to the person, noted in the log
            _tell_problem(room, problem, context=args.context, respond=args.respond)

    return on_delivery


def _listen_to_commands(app: App, room: Room) -> None:
    def listener(asked: Callable[[Room, str, str], Answer]) -> Callable[[Args], None]:
        def on_command(args: Args) -> None:
            command = args.command or {}
            user = str(command["user_id"])
            room.desk.roles.require(user, Role.VIEWER)
            _tell(args, room, asked(room, user, str(command.get("text") or "")))

        return _guarded(room, on_command)

    for name, asked in COMMANDS.items():
        app.command(name)(listener(asked))

    @app.command(re.compile(r"/.*"))
    def on_unknown(ack: Ack) -> None:
        """Answer what is not ours to answer, so that nobody waits."""
        ack(room.tongue("Try `/collector help`.", "Essayez `/collector aide`."))


def _listen_to_buttons(app: App, room: Room) -> None:
    def listener(button: actions.Button) -> Callable[[Args], None]:
        def on_press(args: Args) -> None:
            user = str(args.body["user"]["id"])
            room.desk.roles.require(user, button.needs)
            value = actions.pressed(str((args.action or {}).get("value", "")))
            answer = button.does(room, user, value)
            _tell(args, room, answer, replace=button.replaces)

        return _guarded(room, on_press)

    for button in actions.BUTTONS:
        app.action(button.action_id)(listener(button))

    @app.action(re.compile(r".*"))
    def on_other(ack: Ack) -> None:
        """Acknowledge a button of an older version; it does nothing any more."""
        ack()


def post(client: WebClient, channel: str, card: Card, **extra: Any) -> str:
    """Post a card and return its timestamp."""
    posted = client.chat_postMessage(
        channel=channel,
        text=escaped(card.text),
        blocks=list(card.blocks),
        unfurl_links=False,
        unfurl_media=False,
        **extra,
    )
    return str(posted["ts"])


def _tell(args: Args, room: Room, answer: Answer, *, replace: bool = False) -> None:
    """Show an answer to who asked alone, or to the team when they asked for that."""
    respond = args.respond
    if isinstance(answer, Shared):
        post(args.client, room.channel, answer.card)
        answer = room.tongue("The team sees it now.", "L’équipe le voit maintenant.")
    if isinstance(answer, Form):
        open_form(args, room, answer)
        return
    if isinstance(answer, str):
        respond(text=answer, response_type="ephemeral", replace_original=False)
        return
    cards = answer if isinstance(answer, list) else [answer]
    for place, card in enumerate(cards[:_ANSWERS_MAX]):
        respond(
            text=escaped(card.text),
            blocks=list(card.blocks),
            response_type="ephemeral",
            replace_original=replace and place == 0,
        )


def _settle(room: Room, context: BoltContext, outcome: str) -> None:
    key = context.get(KEY)
    if key:
        settle_taken(room.desk, str(key), outcome=outcome)


def _tell_problem(
    room: Room, problem: Exception, *, context: BoltContext, respond: Respond
) -> None:
    """Tell who asked, in one sentence, and settle what was delivered."""
    told, outcome = _said_of(room, problem)
    _settle(room, context, outcome)
    if context.response_url:
        respond(text=told, response_type="ephemeral", replace_original=False)


def _said_of(room: Room, problem: Exception) -> tuple[str, str]:
    """Return what a person is told of a problem, and what is noted of it."""
    if isinstance(problem, CollectorError):
        written = problem.written(room.desk.language)
        return with_people(room.tongue(written, written)), problem.code
    log.error("slack.listener_failed %s", _where(problem))
    told = room.tongue(
        "Something went wrong here; it has been noted. Nothing was done twice.",
        "Un problème est survenu ici ; il a été noté. Rien n’a été fait deux fois.",
    )
    return told, f"failed: {type(problem).__name__}"


def _on_error(room: Room) -> Callable[..., BoltResponse | None]:
    """Return what hears of problems outside the listeners.

    Before a request has reached our middleware nobody has vouched for it: nothing is
    sent to the address it names.
    """

    def on_error(  # noqa: PLR0917 - Bolt does not see keyword-only arguments
        error: Exception, body: dict[str, Any], context: BoltContext, respond: Respond
    ) -> BoltResponse | None:
        if not context.get(REACHED):
            log.warning("slack.not_reached %s", _where(error))
            return None
        if isinstance(error, BoltUnhandledRequestError):
            log.warning("slack.unhandled kind=%s", str(body.get("type"))[:40])
            return BoltResponse(status=404)
        _tell_problem(room, error, context=context, respond=respond)
        return None

    return on_error


def _where(error: Exception) -> str:
    """Return kind and places of a problem, without its words: they may be people's."""
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}"
