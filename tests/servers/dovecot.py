"""A private Dovecot 2.3 with IMAP, LMTP, TLS and XOAUTH2, as root or as anybody."""

from __future__ import annotations

import grp
import json
import os
import pwd
import secrets
import shutil
import smtplib
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from imapclient import IMAPClient

from collector_bot.mail.imap import MailboxSettings
from tests.servers.certificates import Certificates
from tests.servers.ports import free_port, greets, wait_until

PASSWORD = "clé-secrète 7"
USERS = [f"box{number}" for number in range(1, 80)] + ["collections"]

CONFIG = Template("""\
base_dir = $folder/run
state_dir = $folder/state
log_path = $folder/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
login_greeting = $greeting
ssl = yes
ssl_cert = <$certificate
ssl_key = <$key
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
auth_username_format = %n
auth_failure_delay = 0
default_internal_user = $internal_user
default_internal_group = $internal_group
default_login_user = $login_user
first_valid_uid = 1
first_valid_gid = 1
mail_uid = $mail_user
mail_gid = $mail_group
mail_location = maildir:$folder/mail/%n/Maildir
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  mechanisms = plain login
  args = $folder/passwd
}
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = $folder/oauth2.conf.ext
}
userdb {
  driver = static
  args = uid=$mail_user gid=$mail_group home=$folder/mail/%n allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = $imap_port
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = $imaps_port
    ssl = yes
  }
}
service lmtp {
  chroot =
  inet_listener lmtp {
    address = 127.0.0.1
    port = $lmtp_port
  }
}
""")


@dataclass(frozen=True)
class Dovecot:
    """A running server; every user of USERS has PASSWORD.

    The token `good-NAME` signs NAME in over XOAUTH2.
    """

    folder: Path
    authority: Path
    imap_port: int
    imaps_port: int
    lmtp_port: int

    def deliver(self, user: str, raw: bytes) -> None:
        """Deliver one mail over LMTP."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as line:
            line.sendmail("ap@client.example", [f"{user}@us.test"], raw)


@dataclass(frozen=True)
class Inbox:
    """One user's mailbox."""

    server: Dovecot
    user: str

    def settings(self, **changes: object) -> MailboxSettings:
        """Return settings over TLS, verified; anything may be changed."""
        chosen: dict[str, object] = {
            "address": f"{self.user}@us.test",
            "host": "localhost",
            "port": self.server.imaps_port,
            "security": "tls",
            "auth": "password",
            "user": self.user,
            "secret": PASSWORD,
            "ca_file": str(self.server.authority),
            "connect_timeout": 5,
            "read_timeout": 5,
        }
        return MailboxSettings(**{**chosen, **changes})

    def plain(self, port: int = 0, **changes: object) -> MailboxSettings:
        """Return settings without TLS, for a line that can be tampered with."""
        port = port or self.server.imap_port
        return self.settings(security="none", host="127.0.0.1", port=port, **changes)

    def deliver(self, subject: str, body: str = "x") -> None:
        """Let a customer's mail arrive."""
        head = f"From: ap@client.example\r\nSubject: {subject}\r\n\r\n"
        self.server.deliver(self.user, f"{head}{body}\r\n".encode())

    def files(self) -> list[Path]:
        """Return the files of mails nobody opened yet, oldest first."""
        maildir = self.server.folder / "mail" / self.user / "Maildir"
        return sorted((maildir / "new").iterdir(), key=_arrival)

    def anew(self, folder: str) -> None:
        """Delete a folder and make it again, which changes its UIDVALIDITY."""
        with IMAPClient("127.0.0.1", self.server.imap_port, ssl=False) as client:
            client.plain_login(self.user, PASSWORD)
            if client.folder_exists(folder):
                client.delete_folder(folder)
            client.create_folder(folder)

    def put(self, folder: str, *mails: bytes) -> None:
        """Append mails to a folder."""
        with IMAPClient("127.0.0.1", self.server.imap_port, ssl=False) as client:
            client.plain_login(self.user, PASSWORD)
            for raw in mails:
                client.append(folder, raw)


def _arrival(file: Path) -> tuple[int, int]:
    """Return the second and microsecond in a Maildir name: 1764.M42P7.host."""
    second, rest = file.name.split(".")[:2]
    return int(second), int(rest.partition("P")[0].removeprefix("M"))


class _Introspection(BaseHTTPRequestHandler):
    """Tells Dovecot whose token it was shown."""

    def do_GET(self) -> None:
        token = parse_qs(urlsplit(self.path).query)["token"][0]
        good = token.startswith("good-")
        body = {"active": "true", "username": token[5:]} if good else {"active": "no"}
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def dovecot_server(program: str, certificates: Certificates) -> Iterator[Dovecot]:
    """Run a server until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    introspection = ThreadingHTTPServer(("127.0.0.1", 0), _Introspection)
    listening = Thread(target=introspection.serve_forever, args=(0.05,))
    listening.start()
    greeting = secrets.token_hex(8)
    server = Dovecot(
        folder, certificates.authority, free_port(), free_port(), free_port()
    )
    config = _write(
        server, certificates, greeting=greeting, port=introspection.server_port
    )
    process = subprocess.Popen([program, "-F", "-c", str(config)])
    try:
        wait_until(
            lambda: greets(server.imap_port, greeting.encode()),
            lambda: (folder / "dovecot.log").read_text()[-1500:],
        )
        yield server
    finally:
        process.terminate()
        process.wait(15)
        introspection.shutdown()
        listening.join()
        introspection.server_close()
        shutil.rmtree(folder, ignore_errors=True)


def _write(
    server: Dovecot, certificates: Certificates, *, greeting: str, port: int
) -> Path:
    """Write the files the server reads, readable by the users it runs as."""
    folder = server.folder
    folder.chmod(0o755)
    for name in ("run", "state", "mail"):
        (folder / name).mkdir()
    root = os.getuid() == 0
    me, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    passwd, oauth2 = folder / "passwd", folder / "oauth2.conf.ext"
    passwd.write_text("".join(f"{user}:{{PLAIN}}{PASSWORD}::::::\n" for user in USERS))
    oauth2.write_text(
        f"introspection_url = http://127.0.0.1:{port}/?token=\n"
        "introspection_mode = get\nusername_attribute = username\n"
        "active_attribute = active\nactive_value = true\nusername_format = %n\n"
    )
    for secret in (passwd, oauth2):
        secret.chmod(0o600)
        if root:
            shutil.chown(secret, "dovecot")
    if root:
        shutil.chown(folder / "mail", "mail", "mail")
    config = folder / "dovecot.conf"
    config.write_text(
        CONFIG.substitute(
            folder=folder,
            greeting=greeting,
            certificate=certificates.server.certificate,
            key=certificates.server.key,
            internal_user="dovecot" if root else me,
            internal_group="dovecot" if root else group,
            login_user="dovenull" if root else me,
            mail_user="mail" if root else me,
            mail_group="mail" if root else group,
            imap_port=server.imap_port,
            imaps_port=server.imaps_port,
            lmtp_port=server.lmtp_port,
        )
    )
    return config
