"""Which mailbox is read, on which server."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from collector_bot.mail.address import address as checked_address
from collector_bot.mail.connection import Security, refuse_clear_text


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxSettings:
    """One mailbox on one IMAP server.

    Attributes:
        security: "none" only to this machine.
        auth: "xoauth2" takes an access token as `secret`.
        folder: where customers' mail arrives.
        archive_folder: where the archive copies of letters arrive.
        idle: whether to use IDLE where the server has it.
        poll_seconds: how long a wait may last at most.
        max_bytes: a larger mail is fetched by its headers only.
        ca_file: PEM file of a private certificate authority, or "".
        connect_timeout, read_timeout: seconds; nothing waits without one.

    Raises:
        ClearTextError: without TLS to another machine.
        AddressError: `address` is unusable.
    """

    address: str
    host: str
    port: int
    security: Security
    auth: Literal["password", "xoauth2"]
    user: str
    secret: str = field(repr=False)
    folder: str = "INBOX"
    archive_folder: str = "INBOX"
    idle: bool = True
    poll_seconds: float = 60
    max_bytes: int = 26_214_400
    ca_file: str = ""
    connect_timeout: float = 30
    read_timeout: float = 60

    def __post_init__(self) -> None:
        refuse_clear_text(self.host, self.security)
        checked_address(self.address)
