"""What must hold of the ledger and the outbox after every stop, whatever happened."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, text

from collector_bot.store import entries, journal, letterings
from collector_bot.store.tampering import tampered


def ledger_faults(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with entries, letterings, suggestions and the journal."""
    for entry, kept, right in letterings.miscounted(connection):
        yield f"entry {entry} has {kept} open instead of {right}"
    yield from entries.altered_batches(connection)
    for number in journal.altered(connection):
        yield f"journal row {number} was altered"
    for one in tampered(connection):
        yield f"{one.subject} was {one.how} without the journal"
    yield from _rows(
        connection,
        "lettering {} is not balanced",
        "SELECT lettering_id FROM lettering_line GROUP BY lettering_id HAVING "
        "sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) <> 0",
    )
    yield from _rows(
        connection,
        "lettering {} has no line",
        "SELECT id FROM lettering WHERE id NOT IN "
        "(SELECT lettering_id FROM lettering_line)",
    )
    yield from _rows(
        connection,
        "entry {} has less than nothing or more than all of it open",
        "SELECT o.entry_id FROM open_item o JOIN entry e ON e.id = o.entry_id "
        "WHERE o.open_minor <= 0 OR o.open_minor > e.amount_minor",
    )
    yield from _rows(
        connection,
        "suggestion {} was lettered more than once",
        "SELECT suggestion_id FROM lettering WHERE suggestion_id IS NOT NULL "
        "AND undoes_id IS NULL GROUP BY suggestion_id HAVING count(*) > 1",
    )
    yield from _rows(
        connection,
        "suggestion {} is approved without lettering or decision",
        "SELECT id FROM suggestion WHERE state = 'approved' AND (id NOT IN "
        "(SELECT suggestion_id FROM lettering WHERE suggestion_id IS NOT NULL) "
        "OR 'suggestion:' || id NOT IN (SELECT subject FROM decision))",
    )
    yield from _rows(
        connection,
        "lettering {} comes of a suggestion that was not approved",
        "SELECT l.id FROM lettering l JOIN suggestion s ON s.id = l.suggestion_id "
        "WHERE s.state <> 'approved'",
    )
    yield from _rows(
        connection,
        "suggestion {} was approved by who proposed it",
        "SELECT s.id FROM suggestion s JOIN decision d "
        "ON d.subject = 'suggestion:' || s.id "
        "WHERE d.verdict = 'approved' AND d.decided_by = s.proposed_by",
    )


def outbox_faults(connection: Connection, accepted: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong between the outbox and what the mail server accepted.

    Args:
        accepted: the Message-ID of every acceptance, in any order.
    """
    taken = Counter(accepted)
    for message_id, times in taken.items():
        if times > 1:
            yield f"{message_id} was accepted {times} times"
    rows = connection.execute(
        text("SELECT key, state, message_id FROM outbox WHERE channel = 'mail'")
    ).all()
    for key, state, message_id in rows:
        if state == "sent" and not taken[message_id]:
            yield f"{key} is sent and was never accepted"
        if taken[message_id] and state not in {"sent", "uncertain"}:
            yield f"{key} was accepted and is {state}"
    known = {row.message_id for row in rows}
    for message_id in taken.keys() - known:
        yield f"{message_id} was accepted and is in no outbox"


def mail_faults(connection: Connection, arrived: Iterable[bytes]) -> Iterator[str]:
    """Yield which mails of the mailbox are not kept once, or in no known state."""
    rows = connection.execute(text("SELECT sha256, state FROM mail")).all()
    kept = Counter(row.sha256 for row in rows)
    wanted = {hashlib.sha256(raw).hexdigest() for raw in arrived}
    for digest in wanted:
        if kept[digest] != 1:
            yield f"mail {digest[:8]} is kept {kept[digest]} times"
    for digest in kept.keys() - wanted:
        yield f"mail {digest[:8]} is kept and never arrived"
    for digest, state in rows:
        if state not in {"received", "read", "ours", "quarantined", "too_large"}:
            yield f"mail {digest[:8]} is {state}"


def _rows(connection: Connection, sentence: str, question: str) -> Iterator[str]:
    for (number,) in connection.execute(text(question)):
        yield sentence.format(number)
