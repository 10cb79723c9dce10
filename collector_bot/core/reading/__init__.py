"""Mail bytes to a reading: what the sender says now, with its evidence."""

from __future__ import annotations

from collector_bot.core.reading.contract import finding_from_json, reading_json
from collector_bot.core.reading.findings import Reading
from collector_bot.core.reading.known import Known, KnownLedger, NothingKnown
from collector_bot.core.reading.reader import no_sheets, read_mail

__all__ = [
    "Known",
    "KnownLedger",
    "NothingKnown",
    "Reading",
    "finding_from_json",
    "no_sheets",
    "read_mail",
    "reading_json",
]
