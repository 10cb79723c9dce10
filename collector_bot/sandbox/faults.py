"""What the sandbox's mail server does wrong on purpose, for rehearsals and tests."""

from __future__ import annotations

from threading import Lock


class MailFaults:
    """Faults to come; each is asked for once and answered by the SMTP server.

    A refusal lasts until `clear`; everything else happens once.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._refused: set[str] = set()
        self._deferred: set[str] = set()
        self._drop: str = ""

    def refuse(self, address: str) -> None:
        """Answer 550 for this recipient, until cleared."""
        with self._lock:
            self._refused.add(address.lower())

    def defer_once(self, address: str) -> None:
        """Answer 451 for this recipient once, then accept."""
        with self._lock:
            self._deferred.add(address.lower())

    def drop_next(self, *, accepted: bool) -> None:
        """Cut the connection after the next mail's final dot, before the reply.

        Args:
            accepted: whether that mail is delivered all the same.
        """
        with self._lock:
            self._drop = "accepted" if accepted else "lost"

    def clear(self) -> None:
        """Forget every fault."""
        with self._lock:
            self._refused.clear()
            self._deferred.clear()
            self._drop = ""

    def recipient_reply(self, address: str) -> str:
        """Return the refusal for this recipient; empty to accept it."""
        with self._lock:
            if address.lower() in self._refused:
                return "550 5.1.1 No such mailbox"
            if address.lower() in self._deferred:
                self._deferred.discard(address.lower())
                return "451 4.7.1 Try again later"
        return ""

    def take_drop(self) -> str:
        """Return and forget the next cut: "accepted", "lost" or empty."""
        with self._lock:
            drop, self._drop = self._drop, ""
        return drop
