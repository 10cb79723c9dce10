"""A Slack workspace on this machine that drives an unmodified Bolt app."""

from collections.abc import Callable

from aiohttp import web

from collector_bot.sandbox import slack_people
from collector_bot.sandbox.slack_delivery import CommandOutcome, Outcome
from collector_bot.sandbox.slack_faults import Faults
from collector_bot.sandbox.slack_http import HttpDelivery
from collector_bot.sandbox.slack_interactions import Interactions
from collector_bot.sandbox.slack_people import Channel, Person
from collector_bot.sandbox.slack_socket import SocketDelivery
from collector_bot.sandbox.slack_text import render_text, transcribe
from collector_bot.sandbox.slack_views import View, Views
from collector_bot.sandbox.slack_web import MessageRate, WebApi
from collector_bot.sandbox.slack_web_files import give_file, take_upload
from collector_bot.sandbox.slack_workspace import Message, Workspace

__all__ = [
    "CommandOutcome",
    "Message",
    "MessageRate",
    "Outcome",
    "SandboxSlack",
    "View",
    "render_text",
]


class SandboxSlack(Interactions):
    """One workspace: its Web API, its sockets, its people and what they see.

    Everything belongs to the loop of the server it is mounted on. The lists
    returned by `messages`, `ephemerals` and `transcript` are copies that may be
    read from any thread; whatever is awaited runs in that loop.
    """

    bot_token = slack_people.BOT_TOKEN
    app_token = slack_people.APP_TOKEN
    signing_secret = slack_people.SIGNING_SECRET

    def __init__(self, *, now: Callable[[], float]) -> None:
        workspace = Workspace(now=now)
        views = Views(workspace)
        self.faults = Faults()
        self.socket = SocketDelivery(workspace, self.faults)
        super().__init__(workspace=workspace, views=views, delivery=self.socket)
        self.web = WebApi(workspace, views, self.socket, self.faults)

    @property
    def people(self) -> dict[str, Person]:
        """The members of the workspace by id, the bot included."""
        return dict(slack_people.PEOPLE)

    @property
    def channels(self) -> dict[str, Channel]:
        """The conversations by id, direct ones included."""
        return dict(self.workspace.channels)

    @property
    def connections(self) -> int:
        """How many sockets the app holds open."""
        return self.socket.connections

    @property
    def base_url(self) -> str:
        """Where the server listens, such as http://127.0.0.1:4711."""
        return self.workspace.base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self.workspace.base_url = url.rstrip("/")

    @property
    def api_url(self) -> str:
        """What the app's Web client is pointed at."""
        return f"{self.base_url}/api/"

    @property
    def message_rate(self) -> MessageRate | None:
        """How fast the app may post to one conversation; None is without limit."""
        return self.web.message_rate

    @message_rate.setter
    def message_rate(self, rate: MessageRate | None) -> None:
        self.web.message_rate = rate

    @property
    def calls(self) -> tuple[str, ...]:
        """The Web API methods called lately, oldest first."""
        return tuple(self.web.calls)

    def mount(self, app: web.Application) -> None:
        """Add the workspace's addresses to an application someone else serves."""
        workspace = self.workspace

        async def upload(request: web.Request) -> web.Response:
            return await take_upload(workspace, request)

        async def download(request: web.Request) -> web.Response:
            return await give_file(workspace, request)

        async def shut_down(_: web.Application) -> None:
            await self.socket.cut()

        app.router.add_post("/api/{method}", self.web.answer)
        app.router.add_get("/api/{method}", self.web.answer)
        app.router.add_get("/link", self.socket.accept)
        app.router.add_post("/response/{ticket}", self.web.respond)
        app.router.add_post("/files/upload/{file_id}", upload)
        app.router.add_get("/files/{file_id}", download)
        app.on_shutdown.append(shut_down)

    def deliver_over_http(self, url: str, *, clock: Callable[[], float]) -> None:
        """Reach the app by signed requests to `url` instead of its sockets.

        Args:
            url: the app's request URL, on this machine.
            clock: seconds since the epoch, by the clock the app compares with.
        """
        self.delivery = HttpDelivery(url, self.signing_secret, clock)

    async def until(
        self, condition: Callable[[], object], *, within: float = 5.0
    ) -> None:
        """Wait until a condition holds, looking again after every change.

        Raises:
            TimeoutError: it did not come to hold within `within` seconds.
        """
        await self.workspace.until(condition, within=within)

    async def disconnect(self) -> None:
        """Ask the app to connect again."""
        await self.socket.disconnect()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener`, in the server's loop, after every change.

        Returns:
            What ends the subscription.
        """
        return self.workspace.subscribe(listener)

    def messages(self, channel: str = slack_people.CHANNEL) -> list[Message]:
        """The messages of a conversation, oldest first, replies among them.

        Raises:
            LookupError: there is no such conversation.
        """
        found = self.workspace.find_channel(channel)
        if found is None:
            raise LookupError(f"there is no conversation {channel}")
        return list(self.workspace.log.get(found.id, ()))

    def ephemerals(self, user: str) -> list[Message]:
        """The messages only this person sees, oldest first."""
        return [m for m in list(self.workspace.whispers) if m.seen_by == user]

    def home(self, user: str) -> View | None:
        """The home tab the app published to a person; None before the first one."""
        return self.views.home(user)

    def open_views(self, user: str) -> tuple[View, ...]:
        """The modals a person has open, the one in front last."""
        return self.views.stack(user)

    def transcript(self) -> list[str]:
        """What people see by now, as plain lines in the order it was first written."""
        return transcribe(self.workspace)
