"""A line to a server that can be cut, cut after so many bytes, or silenced."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Event, Lock, Thread
from typing import Self


class Proxy:
    """Forwards connections on `port` to a server of this machine.

    Attributes:
        port: where clients connect.
        connections: how many came so far.
        cut_after: bytes from the server after which new connections are cut.
        cut_at: words of the server after which a connection is cut.
    """

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads: list[Thread] = []
        self._lock = Lock()
        self._silent = Event()
        self.port = int(self._listener.getsockname()[1])
        self.connections = 0
        self.cut_after: int | None = None
        self.cut_at: bytes | None = None

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()
        for thread in list(self._threads):
            thread.join(10)

    def cut(self) -> None:
        """Close every connection that is open now."""
        with self._lock:
            for end in self._open:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
            self._open.clear()

    def silence(self) -> None:
        """From now on nothing arrives anywhere, and nothing is closed."""
        self._silent.set()

    def speak(self) -> None:
        """Let connections made from now on through again."""
        self._silent.clear()

    def _start(self, work, *arguments) -> None:
        thread = Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target_port))
            with self._lock:
                self.connections += 1
                self._open += [client, server]
            self._start(self._pump, client, server, None)
            self._start(self._pump, server, client, self.cut_after)

    def _pump(self, source: socket.socket, sink: socket.socket, left: int | None):
        with suppress(OSError):
            while piece := source.recv(65536):
                if self._silent.is_set():
                    continue
                if left is not None:
                    piece, left = piece[:left], left - len(piece)
                sink.sendall(piece)
                if left is not None and left <= 0:
                    break
                if self.cut_at is not None and self.cut_at in piece:
                    break
        if not self._silent.is_set():
            for end in (source, sink):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
