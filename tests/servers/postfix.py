"""A private Postfix: our domain to Dovecot over LMTP, the world to one port."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template

from tests.servers.ports import free_port, greets, wait_until

MAIN = Template("""\
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.us.test
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = us.test
virtual_transport = lmtp:inet:127.0.0.1:$lmtp_port
default_transport = smtp:[127.0.0.1]:$world_port
relay_domains =
smtp_dns_support_level = disabled
lmtp_dns_support_level = disabled
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_banner = $greeting ESMTP
smtputf8_enable = no
recipient_delimiter = +
maillog_file = $folder/postfix.log
maillog_file_prefixes = $folder
""")
MASTER = Template("""\
127.0.0.1:$port inet n - n - - smtpd
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
smtp      unix  - - n - - smtp
lmtp      unix  - - n - - lmtp
error     unix  - - n - - error
retry     unix  - - n - - error
anvil     unix  - - n - 1 anvil
scache    unix  - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
""")


@dataclass(frozen=True)
class Postfix:
    """A running server on `port`; takes anything from this machine."""

    port: int
    log: Path


@contextmanager
def postfix_server(
    program: str, *, lmtp_port: int, world_port: int
) -> Iterator[Postfix]:
    """Run a server until the block ends; needs root."""
    folder = Path(tempfile.mkdtemp(prefix="postfix-"))
    folder.chmod(0o755)
    config = folder / "config"
    for name in ("config", "queue", "data"):
        (folder / name).mkdir()
    shutil.chown(folder / "data", "postfix")
    server = Postfix(free_port(), folder / "postfix.log")
    greeting = f"mx.us.test {secrets.token_hex(8)}"
    main = MAIN.substitute(
        folder=folder, lmtp_port=lmtp_port, world_port=world_port, greeting=greeting
    )
    (config / "main.cf").write_text(main)
    (config / "master.cf").write_text(MASTER.substitute(port=server.port))
    process = subprocess.Popen(
        [program, "-c", str(config), "start-fg"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "MAIL_CONFIG": str(config)},
    )
    try:
        wait_until(
            lambda: greets(server.port, greeting.encode()),
            lambda: server.log.read_text() if server.log.exists() else "no log",
        )
        yield server
    finally:
        master = folder / "queue" / "pid" / "master.pid"
        if master.exists():
            os.kill(int(master.read_text()), signal.SIGTERM)
        else:
            process.terminate()
        process.communicate(timeout=15)
        shutil.rmtree(folder, ignore_errors=True)
