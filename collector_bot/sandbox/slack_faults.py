"""Faults the sandbox's Slack can be told to make, one at a time."""

from dataclasses import dataclass, field
from enum import StrEnum


class CallFault(StrEnum):
    """What goes wrong with one call of the Web API."""

    DROP = "drop"  # the call is carried out, its answer never arrives
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"


class EnvelopeFault(StrEnum):
    """What goes wrong with one envelope sent to the app."""

    LOST = "lost"  # the app never sees it, as with a half-open connection
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class PlannedCallFault:
    """One fault waiting for its call."""

    fault: CallFault
    method: str  # "" is any method
    retry_after: int  # seconds


@dataclass(slots=True)
class Faults:
    """The faults still to be made; each is made once, in the order asked for."""

    _calls: list[PlannedCallFault] = field(default_factory=list)
    _envelopes: list[EnvelopeFault] = field(default_factory=list)

    def drop_next_answer(self, method: str = "") -> None:
        """Carry out the next call of `method`, then cut the line unanswered."""
        self._plan(CallFault.DROP, method)

    def rate_limit_next(self, method: str = "", *, retry_after: int = 1) -> None:
        """Answer the next call with 429 and Retry-After in whole seconds."""
        self._plan(CallFault.RATE_LIMITED, method, retry_after)

    def fail_next(self, method: str = "") -> None:
        """Answer the next call with 500."""
        self._plan(CallFault.SERVER_ERROR, method)

    def duplicate_next_envelope(self) -> None:
        """Send the next envelope twice."""
        self._envelopes.append(EnvelopeFault.TWICE)

    def lose_next_envelope(self) -> None:
        """Lose the next envelope on its way to the app."""
        self._envelopes.append(EnvelopeFault.LOST)

    def take_call(self, method: str) -> PlannedCallFault | None:
        """Remove and return the fault planned for this call; None when all is well."""
        for planned in self._calls:
            if planned.method in {"", method}:
                self._calls.remove(planned)
                return planned
        return None

    def take_envelope(self) -> EnvelopeFault | None:
        """Remove and return the fault of the next envelope; None when all is well."""
        return self._envelopes.pop(0) if self._envelopes else None

    def _plan(self, fault: CallFault, method: str, retry_after: int = 0) -> None:
        self._calls.append(PlannedCallFault(fault, method, retry_after))
