"""What a run decides on: what is due, who is left alone, which levels were reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo

from sqlalchemy import (
    Connection,
    Date,
    TextClause,
    bindparam,
    func,
    select,
    text,
)

from collector_bot.core.dunning import Case, DueItem, SkipReason
from collector_bot.core.ledger import AccountId, EntryId
from collector_bot.store.bulk import stream
from collector_bot.store.outbox import OPEN_STATES
from collector_bot.store.tables import (
    OutboxRow,
    StepRow,
    table,
)

_STEP, _OUTBOX = table(StepRow), table(OutboxRow)

# Debits due by a day, and all credits, of every customer; index-only and in order.
_SCAN = (
    "SELECT account_id, currency, side, due_day, entry_id, open_minor FROM open_item "
    "WHERE (side = 'C' OR (due_day > 0 AND due_day <= {until})) "
    "ORDER BY account_id, currency, side, due_day, entry_id"
)


@dataclass(slots=True)
class Known:
    """What the scan does not say: small sets, loaded once a run."""

    blocked: dict[EntryId, SkipReason]
    account_blocks: dict[int, SkipReason]
    reached: dict[EntryId, int]
    last_letter: dict[tuple[int, str], int]
    others: set[int]
    set_aside: dict[int, int]


def known(
    connection: Connection, *, today: date, grace_days: int, zone: tzinfo
) -> Known:
    """Load holds, promises, disputes, letters on their way and levels reached.

    Args:
        zone: where a letter that left has its day.
    """
    blocked: dict[EntryId, SkipReason] = {}
    for reason, statement in _BLOCKED_ITEMS:
        rows = connection.execute(
            _dated(statement, today=today, due_after=_ordinal(today, grace_days))
        )
        for (entry_id,) in rows:
            blocked.setdefault(EntryId(entry_id), reason)
    for entry_id, reason in _under_way(connection):
        blocked.setdefault(entry_id, reason)
    account_blocks: dict[int, SkipReason] = {}
    for reason, statement in _BLOCKED_ACCOUNTS:
        for (account_id,) in connection.execute(_dated(statement, today=today)):
            account_blocks.setdefault(account_id, reason)
    reached = connection.execute(
        text(
            "SELECT s.entry_id, max(s.level) FROM step_item s "
            "JOIN open_item o ON o.entry_id = s.entry_id GROUP BY s.entry_id"
        )
    )
    suppliers = connection.execute(
        text("SELECT id FROM account WHERE side = 'supplier'")
    )
    return Known(
        blocked,
        account_blocks,
        {EntryId(entry): level for entry, level in reached},
        _last_letters(connection, zone),
        {one for (one,) in suppliers},
        set_aside(connection, today=today),
    )


def _last_letters(connection: Connection, zone: tzinfo) -> dict[tuple[int, str], int]:
    """Return the day of each customer's last letter: written, or left if later.

    A letter that waited for an approval reaches the customer when it leaves.
    """
    left = func.coalesce(_OUTBOX.c.sent_at, _OUTBOX.c.handed_over_at)
    rows = connection.execute(
        select(
            _STEP.c.account_id,
            _STEP.c.currency,
            func.max(_STEP.c.business_on),
            func.max(left),
        )
        .outerjoin(_OUTBOX, _OUTBOX.c.id == _STEP.c.outbox_id)
        .where(_STEP.c.withdrawn_reason.is_(None))
        .group_by(_STEP.c.account_id, _STEP.c.currency)
    )
    return {
        (account_id, currency): max(
            written_on, left_at.astimezone(zone).date() if left_at else written_on
        ).toordinal()
        for account_id, currency, written_on, left_at in rows
    }


def set_aside(
    connection: Connection, *, today: date, account_id: AccountId | None = None
) -> dict[int, int]:
    """Return how much of each credit a likely suggestion takes, in minor units.

    What is set aside for one invoice is not taken off another as well.
    """
    chosen = "" if account_id is None else "AND s.account_id = :account_id "
    statement = _dated(
        "SELECT p.entry_id, sum(p.amount_minor) FROM suggestion_part p "
        "JOIN suggestion s ON s.id = p.suggestion_id WHERE s.state = 'proposed' "
        "AND s.rank = 1 AND s.confidence_bp >= 5000 AND s.expires_on >= :today "
        f"AND p.side = 'C' {chosen}GROUP BY p.entry_id",
        today=today,
    )
    told = {} if account_id is None else {"account_id": account_id}
    rows = connection.execute(statement, told)
    return {row[0]: int(row[1]) for row in rows}


def reason_against(
    connection: Connection,
    account_id: AccountId,
    *,
    asked: set[EntryId],
    today: date,
    grace_days: int,
) -> SkipReason | None:
    """Return why these items of an account must not be chased now; None if they may.

    Asked just before a letter leaves; letters on their way are no reason then.
    """
    for reason, statement in _BLOCKED_ITEMS:
        rows = connection.scalars(
            _dated(statement, today=today, due_after=_ordinal(today, grace_days))
        )
        if not asked.isdisjoint(rows):
            return reason
    for reason, statement in _BLOCKED_ACCOUNTS:
        if reason is SkipReason.UNREAD_MAIL:
            continue
        rows = connection.scalars(_dated(statement, today=today))
        if account_id in rows:
            return reason
    return None


def _dated(statement: str, **days: date) -> TextClause:
    """Return the statement with the dates it names bound as dates."""
    return text(statement).bindparams(
        *(
            bindparam(name, value=day, type_=Date)
            for name, day in days.items()
            if f":{name}" in statement
        )
    )


def _under_way(connection: Connection) -> Iterator[tuple[EntryId, SkipReason]]:
    """Yield the items of letters that wait for an approval or are on their way."""
    rows = connection.execute(
        select(_OUTBOX.c.state, _OUTBOX.c.payload).where(
            _OUTBOX.c.channel == "mail",
            _OUTBOX.c.kind == "letter",
            _OUTBOX.c.state.in_(OPEN_STATES),
        )
    )
    for state, payload in rows:
        waits = state == "awaiting_approval"
        reason = SkipReason.AWAITING_APPROVAL if waits else SkipReason.IN_FLIGHT
        for entry_id in (payload or {}).get("entries", []):
            yield EntryId(entry_id), reason


def _ordinal(today: date, grace_days: int) -> date:
    return date.fromordinal(today.toordinal() - grace_days)


# First reason wins. A promise holds its items until its date and the grace are over.
_BLOCKED_ITEMS: tuple[tuple[SkipReason, str], ...] = (
    (
        SkipReason.HELD,
        "SELECT entry_id FROM hold WHERE entry_id IS NOT NULL "
        "AND released_at IS NULL AND (until_on IS NULL OR until_on >= :today)",
    ),
    (
        SkipReason.DISPUTED,
        "SELECT i.entry_id FROM dispute_item i JOIN dispute d ON d.id = i.dispute_id "
        "WHERE d.closed_at IS NULL",
    ),
    (
        SkipReason.PROMISED,
        "SELECT i.entry_id FROM promise_item i JOIN promise p ON p.id = i.promise_id "
        "WHERE p.state = 'accepted' AND p.promised_on >= :due_after",
    ),
    (
        SkipReason.MATCH_PENDING,
        "SELECT p.entry_id FROM suggestion_part p "
        "JOIN suggestion s ON s.id = p.suggestion_id WHERE s.state = 'proposed' "
        "AND s.rank = 1 AND s.confidence_bp >= 5000 AND s.expires_on >= :today",
    ),
)


_BLOCKED_ACCOUNTS: tuple[tuple[SkipReason, str], ...] = (
    (
        SkipReason.ACCOUNT_HELD,
        "SELECT account_id FROM hold WHERE entry_id IS NULL AND released_at IS NULL "
        "AND (until_on IS NULL OR until_on >= :today)",
    ),
    (
        SkipReason.UNREAD_MAIL,
        "SELECT account_id FROM mail WHERE account_id IS NOT NULL AND "
        "closed_at IS NULL AND (state IN ('received', 'quarantined', 'too_large') "
        "OR needs_person <> '')",
    ),
    (
        SkipReason.NO_CONTACT,
        "SELECT a.id FROM account a WHERE NOT EXISTS (SELECT 1 FROM contact c "
        "WHERE c.account_id = a.id AND c.bounced_at IS NULL)",
    ),
)


def cases(connection: Connection, facts: Known, *, until: date) -> Iterator[Case]:
    """Stream every customer's case in account order.

    Rows come from the driver as they are: a million of them pass here, and wrapping
    each costs more than reading it.

    Args:
        until: debits due after this day are left out (today plus the lead).
    """
    key: tuple[int, str] = (0, "")
    debits: list[DueItem] = []
    credits_minor = 0
    set_aside = facts.set_aside
    for rows in stream(connection, _SCAN.format(until=until.toordinal())):
        for row in rows:
            if row[0] != key[0] or row[1] != key[1]:
                if debits and key[0] not in facts.others:
                    yield _case(key, debits, credits_minor, facts=facts)
                key, debits, credits_minor = (row[0], row[1]), [], 0
            if row[2] == "D":
                debits.append(row[3:])
            else:
                credits_minor += max(0, row[5] - set_aside.get(row[4], 0))
    if debits and key[0] not in facts.others:
        yield _case(key, debits, credits_minor, facts=facts)


def _case(
    key: tuple[int, str], debits: list[DueItem], credits_minor: int, *, facts: Known
) -> Case:
    return Case(
        AccountId(key[0]),
        key[1],
        debits,
        credits_minor,
        facts.last_letter.get(key, 0),
        facts.account_blocks.get(key[0]),
        facts.blocked,
        facts.reached,
    )
