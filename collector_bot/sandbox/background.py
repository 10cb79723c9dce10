"""Run an aiohttp application on a loopback port, in a thread with its own loop."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web

Answer = TypeVar("Answer")

LOOPBACK = "127.0.0.1"


class SandboxServer:
    """One aiohttp application served from a background thread.

    The server listens on 127.0.0.1 alone. Port 0 asks the system for a free
    port; the one obtained is in `base_url` as soon as `start` has returned.
    """

    def __init__(self, app: web.Application, *, port: int = 0) -> None:
        self.app = app
        self.base_url = ""
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._serve_forever, name="sandbox-server", daemon=True
        )
        self._runner: web.AppRunner | None = None

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop everything mounted on the application runs in."""
        return self._loop

    def start(self) -> str:
        """Start serving and return the base URL, without a trailing slash.

        Raises:
            OSError: the port asked for is taken.
        """
        self._thread.start()
        try:
            self.base_url = self.call(self._open())
        except BaseException:
            self.stop()
            raise
        return self.base_url

    def call(
        self, coroutine: Coroutine[object, object, Answer], *, timeout: float = 10.0
    ) -> Answer:
        """Run a coroutine in the server's loop from another thread.

        Args:
            coroutine: what to run; it may touch anything the loop owns.
            timeout: seconds to wait before the coroutine is cancelled.

        Raises:
            TimeoutError: the coroutine did not finish in time.
            RuntimeError: called from the server's own thread, or not running.
        """
        if not self._thread.is_alive() or threading.current_thread() is self._thread:
            coroutine.close()
            raise RuntimeError("call() needs a running server and another thread")
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result(timeout)
        finally:
            future.cancel()

    def stop(self) -> None:
        """Close every socket, end the thread and close the loop; twice is harmless."""
        if self._thread.is_alive():
            try:
                self.call(self._close())
            finally:
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._thread.join(timeout=10.0)
        if not self._loop.is_running() and not self._loop.is_closed():
            self._loop.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _serve_forever(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _open(self) -> str:
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, self._port)
        await site.start()
        port = self._runner.addresses[0][1]
        return f"http://{LOOPBACK}:{port}"

    async def _close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._loop.shutdown_asyncgens()
        await self._loop.shutdown_default_executor()


@contextmanager
def running(app: web.Application, *, port: int = 0) -> Iterator[str]:
    """Serve `app` while the block runs; the value is its base URL."""
    with SandboxServer(app, port=port) as server:
        yield server.base_url
