"""The sandbox's page: one address for Slack, the mailboxes and the calendar."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import files
from urllib.parse import urlsplit

from aiohttp import web

from collector_bot.sandbox.company import NAME
from collector_bot.sandbox.page_mail import mail_routes
from collector_bot.sandbox.page_slack import people, slack_routes
from collector_bot.sandbox.product import ProductError
from collector_bot.sandbox.slack_people import CHANNEL
from collector_bot.sandbox.stage import Stage

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

COMMANDS = (
    "/balance ACME",
    "/balance acme indutries",
    "/overdue 5",
    "/matches",
    "/promises",
    "/collector help",
)
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_TYPES = {"css": "text/css", "js": "text/javascript", "html": "text/html"}
_LOOPBACK_NAMES = {"127.0.0.1", "localhost"}
_BEAT_SECONDS = 5.0
_GATHER_SECONDS = 0.1


def mount_page(app: web.Application, stage: Stage) -> None:
    """Add the page, its files and its addresses to an application.

    Everything under /sandbox answers only to this machine's own names, and acts
    only on requests the page itself makes.
    """
    changes = _Changes(stage)
    app.middlewares.append(_guard)
    app.router.add_routes(
        [
            web.get("/", _give("index.html")),
            web.get("/static/page.css", _give("page.css")),
            web.get("/static/page.js", _give("page.js")),
            web.get("/sandbox/events", changes.stream),
            *_calendar_routes(stage),
            *slack_routes(stage),
            *mail_routes(stage),
        ]
    )
    app.cleanup_ctx.append(changes.listening)
    app.on_shutdown.append(changes.end)


def _calendar_routes(stage: Stage) -> list[web.RouteDef]:
    async def state(_: web.Request) -> web.Response:
        product = stage.product
        return web.json_response(
            {
                "today": stage.clock.today().isoformat(),
                "company": NAME,
                "language": stage.language,
                "serving": bool(product and product.is_running),
                "ended": product.ended if product else None,
                "channel": {"id": CHANNEL, "name": stage.slack.channels[CHANNEL].name},
                "people": people(),
                "commands": list(COMMANDS),
            }
        )

    async def advance(request: web.Request) -> web.Response:
        days = (await request.json())["days"]
        if days not in {1, 7}:
            raise LookupError("The calendar moves by one day or by seven.")
        today = await asyncio.to_thread(stage.advance, days)
        return web.json_response({"today": today.isoformat()})

    return [
        web.get("/sandbox/state", state),
        web.post("/sandbox/advance", advance),
    ]


def _give(name: str) -> Handler:
    text = files("collector_bot.sandbox").joinpath("static", name).read_text("utf-8")
    content_type = _TYPES[name.rpartition(".")[2]]

    async def give(_: web.Request) -> web.Response:
        return web.Response(text=text, content_type=content_type, charset="utf-8")

    return give


@web.middleware
async def _guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse strangers, say errors as JSON, and put the policy on every answer."""
    if not (request.path == "/" or request.path.startswith(("/sandbox", "/static"))):
        return await handler(request)
    if urlsplit(f"//{request.host}").hostname not in _LOOPBACK_NAMES:
        return _refuse("This page answers to its own machine only.", status=403)
    if request.method == "POST" and request.headers.get("X-Sandbox") != "page":
        return _refuse("Only the page itself may do this.", status=403)
    try:
        response = await handler(request)
    except (LookupError, ValueError, TypeError) as error:
        said = "Something is missing." if isinstance(error, KeyError) else str(error)
        return _refuse(said, status=400)
    except ProductError as error:
        return _refuse(str(error), status=502)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _refuse(sentence: str, *, status: int) -> web.Response:
    return web.json_response({"error": sentence}, status=status, headers=_HEADERS)


class _Changes:
    """Tells every open page, soon after anything it shows has changed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._waiting: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_over = False

    async def listening(self, _: web.Application) -> AsyncIterator[None]:
        """Listen to Slack, the mailboxes and the calendar while the app runs."""
        self._loop = asyncio.get_running_loop()
        leave = [
            self._stage.slack.subscribe(self._wake),
            self._stage.mailboxes.subscribe(self._wake_from_afar),
        ]
        self._stage.subscribe(self._wake_from_afar)
        yield
        for end in leave:
            end()

    async def end(self, _: web.Application) -> None:
        """Let every open page go."""
        self._is_over = True
        self._wake()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Send one server-sent event for each change, and one now and then."""
        response = web.StreamResponse(
            headers={**_HEADERS, "Content-Type": "text/event-stream"}
        )
        await response.prepare(request)
        woken = asyncio.Event()
        self._waiting.add(woken)
        number = 0
        try:
            while not self._is_over:
                number += 1
                await response.write(f"data: {json.dumps(number)}\n\n".encode())
                woken.clear()
                await self._next(woken)
        except ConnectionResetError:
            return response
        finally:
            self._waiting.discard(woken)
        return response

    async def _next(self, woken: asyncio.Event) -> None:
        """Wait for a change, then a little for those that come with it."""
        try:
            async with asyncio.timeout(_BEAT_SECONDS):
                await woken.wait()
        except TimeoutError:
            return
        await asyncio.sleep(_GATHER_SECONDS)

    def _wake(self) -> None:
        for waiting in self._waiting:
            waiting.set()

    def _wake_from_afar(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)
