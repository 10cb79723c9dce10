"""Health and metrics over HTTP on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(slots=True)
class Health:
    """What the process knows of itself: troubles by part, "" when a part is well."""

    troubles: dict[str, str] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)

    def well(self, part: str) -> None:
        """Note that a part works."""
        self.troubles[part] = ""

    def trouble(self, part: str, sentence: str) -> None:
        """Note what is wrong with a part."""
        self.troubles[part] = sentence
        self.failures[part] = self.failures.get(part, 0) + 1

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong now."""
        return not any(self.troubles.values())


class HealthServer:
    """Answers /healthz (200 or 503, JSON) and /metrics (Prometheus text)."""

    def __init__(
        self,
        address: tuple[str, int],
        health: Health,
        *,
        gauges: Callable[[], dict[str, dict[tuple[str, ...], float]]],
    ) -> None:
        self._server = ThreadingHTTPServer(address, _handler(health, gauges))
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(
            target=self._server.serve_forever, name="health", daemon=True
        )

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=5)


def metrics_text(gauges: dict[str, dict[tuple[str, ...], float]]) -> bytes:
    """Return gauges as Prometheus reads them.

    Args:
        gauges: name -> label values -> number; the label names are in `LABELS`.
    """
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    registry = CollectorRegistry()
    for name, values in gauges.items():
        labels = LABELS.get(name, ())
        gauge = Gauge(name, HELP.get(name, name), labels, registry=registry)
        for key, number in values.items():
            (gauge.labels(*key) if labels else gauge).set(number)
    return generate_latest(registry)


LABELS: dict[str, tuple[str, ...]] = {
    "collector_outbox_messages": ("channel", "state"),
    "collector_mails": ("state",),
    "collector_part_failures": ("part",),
}
HELP: dict[str, str] = {
    "collector_outbox_messages": "Messages in the outbox by channel and state.",
    "collector_mails": "Inbound mails by state.",
    "collector_part_failures": "Failures of each part since start.",
    "collector_mailbox_age_seconds": "Seconds since the mailbox was read to its end.",
    "collector_up": "1 while nothing is wrong.",
}


def _handler(
    health: Health, gauges: Callable[[], dict[str, dict[tuple[str, ...], float]]]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        server_version = "collector"
        sys_version = ""

        def do_GET(self) -> None:
            if self.path == "/healthz":
                body = json.dumps({"ok": health.is_well, "parts": health.troubles})
                self._answer(200 if health.is_well else 503, body.encode(), "json")
            elif self.path == "/metrics":
                told = gauges()
                told["collector_up"] = {(): float(health.is_well)}
                told["collector_part_failures"] = {
                    (part,): float(count) for part, count in health.failures.items()
                }
                self._answer(200, metrics_text(told), "plain")
            else:
                self._answer(404, b"not found\n", "plain")

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            family = "application/json" if kind == "json" else "text/plain"
            self.send_header("Content-Type", f"{family}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing: scrapes are no news."""

    return Handler
