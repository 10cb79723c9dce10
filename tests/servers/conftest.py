"""Real servers of our own: each on a free port, each stopped by its own id."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from shutil import which

import pytest

from tests.missing import missing
from tests.servers.certificates import Certificates, make_certificates
from tests.servers.dovecot import Dovecot, Inbox, dovecot_server
from tests.servers.postfix import Postfix, postfix_server
from tests.servers.proxy import Proxy
from tests.servers.smtp import SmtpServer

Need = Callable[..., str]


@pytest.fixture(scope="session")
def need() -> Need:
    """Return the path of a program; where it is missing: fail in CI, else skip."""

    def find(program: str, *, version: str = "", root: bool = False) -> str:
        path = which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/bin")
        reason = "" if path else f"{program} is not installed"
        if path and version:
            told = subprocess.run(
                [path, "--version"], capture_output=True, text=True, check=True
            ).stdout
            if not told.startswith(version):
                reason = f"{program} {version} is needed, {told.strip()} is here"
        if root and os.geteuid() != 0:
            reason = f"{program} can only be started by root"
        if reason:
            missing(reason)
        return str(path)

    return find


@pytest.fixture(scope="session")
def certificates(need: Need, tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(need("openssl"), tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="session")
def dovecot(need: Need, certificates: Certificates) -> Iterator[Dovecot]:
    program = need("dovecot", version="2.3.")
    with dovecot_server(program, certificates) as server:
        yield server


@pytest.fixture(scope="session")
def _numbers() -> Iterator[int]:
    return count(1)


@pytest.fixture
def inbox(dovecot: Dovecot, _numbers: Iterator[int]) -> Inbox:
    """A mailbox nobody used before."""
    return Inbox(dovecot, user=f"box{next(_numbers)}")


@pytest.fixture
def proxy(inbox: Inbox) -> Iterator[Proxy]:
    """A line to the IMAP server that can be cut and silenced."""
    with Proxy(inbox.server.imap_port) as line:
        yield line


@pytest.fixture
def smtp(certificates: Certificates) -> Iterator[SmtpServer]:
    """A mail server that offers STARTTLS and answers as told."""
    with SmtpServer(starttls=certificates.server) as server:
        yield server


@pytest.fixture
def postfix(
    need: Need, dovecot: Dovecot, smtp: SmtpServer, tmp_path: Path
) -> Iterator[Postfix]:
    """A mail server of the real kind: ours to Dovecot, the world to `smtp`."""
    program = need("postfix", root=True)
    with postfix_server(
        program, lmtp_port=dovecot.lmtp_port, world_port=smtp.port
    ) as server:
        yield server
