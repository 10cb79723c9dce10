"""Free ports, and waiting until a server answers on one."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from threading import Event

_pause = Event()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(true: Callable[[], bool], what: Callable[[], str], seconds: float = 15):
    """Ask again and again until it is true.

    Raises:
        TimeoutError: it never was; carries what `what` says then.
    """
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(what())
        _pause.wait(0.01)


def greets(port: int, words: bytes) -> bool:
    """Return whether the server on `port` says these words first."""
    try:
        with socket.create_connection(("127.0.0.1", port), 2) as line:
            return words in line.recv(500)
    except OSError:
        return False
