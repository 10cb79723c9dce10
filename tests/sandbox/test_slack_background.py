"""A server in a thread of its own starts on a free port and stops clean."""

import asyncio
import socket
import threading
import urllib.request

import pytest
from aiohttp import web

from collector_bot.sandbox.background import SandboxServer, running


def site():
    async def hello(request):
        return web.Response(text=threading.current_thread().name)

    app = web.Application()
    app.router.add_get("/", hello)
    return app


async def answer(value):
    return value


def threads():
    return [t for t in threading.enumerate() if t.name == "sandbox-server"]


def test_it_serves_on_loopback_in_its_own_thread_and_leaves_nothing():
    with running(site()) as base_url:
        assert base_url.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(base_url) as page:  # noqa: S310
            assert page.read() == b"sandbox-server"
    assert threads() == []


def test_coroutines_run_in_its_loop():
    server = SandboxServer(site())
    server.start()
    assert server.call(answer(7)) == 7

    async def loop_is_its_own():
        return asyncio.get_running_loop() is server.loop

    assert server.call(loop_is_its_own())
    server.stop()
    server.stop()
    with pytest.raises(RuntimeError, match="running server"):
        server.call(answer(7))


def test_a_call_that_takes_too_long_is_given_up():
    with SandboxServer(site()) as server, pytest.raises(TimeoutError):
        server.call(asyncio.Event().wait(), timeout=0.05)


def test_a_taken_port_is_said_and_nothing_stays_behind():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=str(port)):
            SandboxServer(site(), port=port).start()
    assert threads() == []


def test_a_server_never_started_can_be_stopped():
    SandboxServer(site()).stop()
    assert threads() == []
