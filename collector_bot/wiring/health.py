"""Health over HTTP on loopback: what works, what does not, and whether to restart."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from collector_bot.core.outside import port_refusal
from collector_bot.wiring.logs import masked
from collector_bot.wiring.metrics import Numbers, metrics_text


@dataclass(slots=True)
class Health:
    """What the process knows of itself: troubles by part, "" when a part is well.

    Attributes:
        ended: what ended that should never end; only a restart mends it.
    """

    troubles: dict[str, str] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)
    ended: str = ""

    def well(self, part: str) -> bool:
        """Note that a part works; return whether that is news."""
        news = bool(self.troubles.get(part))
        self.troubles[part] = ""
        return news

    def trouble(self, part: str, sentence: str) -> bool:
        """Note what is wrong with a part; return whether that is news."""
        sentence = masked(sentence)
        news = self.troubles.get(part) != sentence
        self.troubles[part] = sentence
        self.failures[part] = self.failures.get(part, 0) + 1
        return news

    def in_trouble(self, part: str) -> bool:
        """Return whether a part is known not to work now."""
        return bool(self.troubles.get(part))

    @property
    def status(self) -> str:
        """One word: ok, degraded (a part is in trouble) or ended (restart it)."""
        if self.ended:
            return "ended"
        return "degraded" if any(self.troubles.values()) else "ok"


class HealthServer:
    """Answers /healthz (JSON) and /metrics (Prometheus text).

    /healthz is 200 as long as the process works, also while a part is in trouble, and
    503 once only a restart helps.

    Raises:
        PortTakenError: another program listens there.
        PortUnusableError: this machine cannot listen there.
    """

    def __init__(
        self,
        address: tuple[str, int],
        health: Health,
        *,
        numbers: Callable[[], Numbers],
    ) -> None:
        try:
            self._server = _Server(address, _handler(health, numbers))
        except OSError as problem:
            raise port_refusal(problem, address, key="server.port") from None
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(
            target=self._server.serve_forever, name="health", daemon=True
        )

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering and free the port."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join(timeout=5)
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(
        self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]
    ) -> None:
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, handler)


def _handler(
    health: Health, numbers: Callable[[], Numbers]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        server_version = "collector"
        sys_version = ""
        timeout = 10.0

        def do_GET(self) -> None:
            if self.path == "/healthz":
                status = health.status
                body = json.dumps({"status": status, "parts": dict(health.troubles)})
                self._answer(503 if status == "ended" else 200, body.encode(), "json")
            elif self.path == "/metrics":
                self._answer(200, self._metrics(), "metrics")
            else:
                self._answer(404, b"not found\n", "plain")

        def _metrics(self) -> bytes:
            troubles, failures = dict(health.troubles), dict(health.failures)
            told: dict[str, Mapping[tuple[str, ...], float]] = {
                "collector_up": {(): float(health.status == "ok")},
                "collector_part_up": {
                    (part,): float(not trouble) for part, trouble in troubles.items()
                },
                "collector_part_failures_total": {
                    (part,): float(count) for part, count in failures.items()
                },
            }
            return metrics_text({**told, **numbers()})

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", _KINDS[kind])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing: scrapes are no news."""

    return Handler


_KINDS = {
    "json": "application/json; charset=utf-8",
    "plain": "text/plain; charset=utf-8",
    "metrics": "text/plain; version=0.0.4; charset=utf-8",
}
