"""`collector-bot serve` as a process of its own, against whatever servers a test has."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.ports import free_port, wait_until

ROOT = Path(__file__).parents[2]
CONFIG = """\
[company]
name = "Ateliers Morel SAS"
language = "{language}"

[database]
url = "sqlite:///{folder}/ledger.db"

[mailbox]
address = "{user}@us.test"
user = "{user}"
host = "127.0.0.1"
port = {imap}
security = "none"
secret = "${{env:COLLECTOR_IMAP_SECRET}}"
poll_seconds = 1

[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
auth = "{smtp_auth}"
user = "compta"
secret = "${{env:COLLECTOR_SMTP_SECRET}}"
from_address = "compta@us.test"
archive_address = "compta+archive@us.test"

[slack]
bot_token = "${{env:COLLECTOR_SLACK_BOT_TOKEN}}"
app_token = "${{env:COLLECTOR_SLACK_APP_TOKEN}}"
channel = "C0TEAM00000"
api_url = "{slack}"

[roles]
managers = ["U0MANAGER00"]

[schedule]
tick_seconds = 1

[server]
port = {health}
"""


@dataclass
class Served:
    """One process of the product, and what it tells."""

    process: subprocess.Popen[str]
    port: int
    log: Path

    def health(self) -> dict[str, Any]:
        """Return what /healthz says; it must answer 200."""
        url = f"http://127.0.0.1:{self.port}/healthz"
        with urllib.request.urlopen(url, timeout=5) as answer:
            return dict(json.loads(answer.read()))

    def metrics(self) -> str:
        url = f"http://127.0.0.1:{self.port}/metrics"
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())

    def events(self, name: str = "") -> list[dict[str, Any]]:
        """Return the lines of the log, of one event alone when named."""
        lines = self.log.read_text("utf-8").splitlines()
        told = [json.loads(line) for line in lines if line.startswith("{")]
        return [one for one in told if name in {"", one["event"]}]

    def until(self, event: str, *, seconds: float = 40) -> dict[str, Any]:
        """Return an event once it is logged."""
        wait_until(
            lambda: bool(self.events(event)) or self.process.poll() is not None,
            lambda: f"no {event} in {self.log.read_text()}",
            seconds=seconds,
        )
        found = self.events(event)
        assert found, self.log.read_text("utf-8")
        return found[0]

    def stop(self) -> tuple[int, float]:
        """Ask it to stop; return its exit code and how many seconds it took."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(30)
        return code, time.monotonic() - begun


def bot(folder: Path, *words: str, **more: Any) -> subprocess.Popen[str]:
    """Start one verb of the product with the configuration of a folder."""
    secrets = {
        "COLLECTOR_IMAP_SECRET": "secret",
        "COLLECTOR_SMTP_SECRET": "secret",
        "COLLECTOR_SLACK_BOT_TOKEN": "xoxb-1",
        "COLLECTOR_SLACK_APP_TOKEN": "xapp-1",
    } | more.pop("secrets", {})
    kept = {k: v for k, v in os.environ.items() if not k.startswith("COLLECTOR_")}
    return subprocess.Popen(
        [sys.executable, "-m", "collector_bot", *words],
        cwd=folder,
        env=kept | secrets | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        text=True,
        **more,
    )


@contextmanager
def served(
    folder: Path,
    *,
    slack: str,
    imap: int,
    smtp: int,
    user: str = "box",
    smtp_auth: str = "none",
    language: str = "en",
    **secrets: str,
) -> Iterator[Served]:
    """Upgrade a database and serve it; killed at the end if it still runs."""
    port = free_port()
    text = CONFIG.format(
        folder=folder,
        slack=slack,
        imap=imap,
        smtp=smtp,
        user=user,
        smtp_auth=smtp_auth,
        language=language,
        health=port,
    )
    (folder / "collector.toml").write_text(text, encoding="utf-8")
    assert bot(folder, "upgrade", stdout=subprocess.DEVNULL).wait(60) == 0
    log = folder / "serve.log"
    with log.open("w") as told:
        process = bot(folder, "serve", stderr=told, secrets=secrets)
        try:
            yield Served(process, port, log)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
