"""The product as its users run it: its command line in subprocesses, one config."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

_COMMAND = (sys.executable, "-m", "collector_bot")
_PACKAGE_PARENT = Path(__file__).resolve().parents[2]
_VERB_SECONDS = 120.0
_STOP_SECONDS = 12.0
_LOOK_SECONDS = 0.1
_TAIL_LINES = 15


class ProductError(Exception):
    """The product did not do what the sandbox needs; says what it printed."""


@dataclass
class Product:
    """Runs verbs of the product, and `serve` as a child of this process.

    Attributes:
        config: the configuration file every verb is given.
        secrets: environment variables the configuration names.
        health_url: address that answers 200 once `serve` is ready.
        command: how the product is started; another one in tests.
    """

    config: Path
    secrets: Mapping[str, str]
    health_url: str
    command: Sequence[str] = _COMMAND
    _served: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _pause: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def log(self) -> Path:
        """File with what `serve` prints."""
        return self.config.with_name("serve.log")

    @property
    def is_running(self) -> bool:
        """Whether `serve` runs now."""
        return self._served is not None and self._served.poll() is None

    @property
    def ended(self) -> int | None:
        """Exit code of a `serve` that ended by itself; None as long as none did.

        A negative code is the signal that killed it.
        """
        return None if self._served is None else self._served.poll()

    def run(self, *words: str) -> str:
        """Run one verb to its end and return what it printed.

        Raises:
            ProductError: it ended with another code than 0, or took two minutes.
        """
        line = [*self.command, *words, "--config", str(self.config)]
        try:
            done = subprocess.run(
                line,
                cwd=self.config.parent,
                env=self._environment(),
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=_VERB_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ProductError(f"'{' '.join(words)}' did not end in time.") from error
        if done.returncode != 0:
            said = (done.stderr or done.stdout).strip()
            raise ProductError(
                f"'{' '.join(words)}' ended with code {done.returncode}: {said}"
            )
        return done.stdout

    def start(self, *, seconds: float = 60.0) -> None:
        """Start `serve` and wait until it answers that it is ready.

        Raises:
            ProductError: it ended, or was not ready within `seconds`.
        """
        if self.is_running:
            return
        line = [*self.command, "serve", "--config", str(self.config)]
        with self.log.open("ab") as log:
            self._served = subprocess.Popen(
                line,
                cwd=self.config.parent,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + seconds
        while not self._is_healthy():
            if not self.is_running:
                raise ProductError(f"'serve' ended at once:\n{self.last_lines()}")
            if time.monotonic() > deadline:
                self.stop()
                raise ProductError(
                    f"'serve' was not ready in time:\n{self.last_lines()}"
                )
            self._pause.wait(_LOOK_SECONDS)

    def stop(self) -> None:
        """End `serve`: asked first, ended by force after twelve seconds."""
        if self._served is None:
            return
        if self._served.poll() is None:
            self._served.terminate()
            try:
                self._served.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._served.kill()
                self._served.wait()
        self._served = None

    def restart(self) -> None:
        """Stop `serve` and start it again."""
        self.stop()
        self.start()

    def _environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("COLLECTOR_")
        }
        paths = [str(_PACKAGE_PARENT), kept.get("PYTHONPATH", "")]
        kept["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
        return kept | dict(self.secrets) | {"PYTHONUNBUFFERED": "1"}

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(self.health_url, timeout=2) as reply:  # noqa: S310 - our own loopback address
                return bool(reply.status == HTTPStatus.OK)
        except (urllib.error.URLError, OSError):
            return False

    def last_lines(self) -> str:
        """Return the end of what `serve` printed."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-_TAIL_LINES:])
