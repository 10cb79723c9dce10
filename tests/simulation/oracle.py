"""Why a letter may not leave, asked of the tables in the simulator's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

Rows = Callable[..., list[Any]]
GRACE = timedelta(days=3)


def reasons_against(
    rows: Rows, account: int, entries: Sequence[int], *, today: date
) -> Iterator[str]:
    """Yield why a letter about these entries must not leave today."""
    told = {
        "account": account,
        "today": today.isoformat(),
        "promised": (today - GRACE).isoformat(),
    }
    for why, question in _FORBIDDEN:
        if rows(question.format(entries=", ".join(map(str, entries))), told):
            yield why


def balance(rows: Rows, account: int, entries: Sequence[int]) -> dict[int, int]:
    """Return what is open of these entries and of every credit of the account."""
    asked = ", ".join(map(str, entries))
    return dict(
        rows(
            "SELECT entry_id, open_minor FROM open_item WHERE account_id = ? "
            f"AND (side = 'C' OR entry_id IN ({asked})) ORDER BY entry_id",
            account,
        )
    )


_FORBIDDEN = (
    (
        "an item is held",
        "SELECT id FROM hold WHERE entry_id IN ({entries}) AND released_at IS NULL "
        "AND (until_on IS NULL OR until_on >= :today)",
    ),
    (
        "its account is held",
        "SELECT id FROM hold WHERE entry_id IS NULL AND account_id = :account AND "
        "released_at IS NULL AND (until_on IS NULL OR until_on >= :today)",
    ),
    (
        "an item is disputed",
        "SELECT d.id FROM dispute d JOIN dispute_item i ON i.dispute_id = d.id "
        "WHERE d.closed_at IS NULL AND i.entry_id IN ({entries})",
    ),
    (
        "an item is promised",
        "SELECT p.id FROM promise p JOIN promise_item i ON i.promise_id = p.id "
        "WHERE p.state = 'accepted' AND p.promised_on >= :promised "
        "AND i.entry_id IN ({entries})",
    ),
    (
        "an item is paid",
        "SELECT e.id FROM entry e WHERE e.id IN ({entries}) AND NOT EXISTS "
        "(SELECT 1 FROM open_item o WHERE o.entry_id = e.id)",
    ),
    (
        "a lettering is proposed",
        "SELECT s.id FROM suggestion s JOIN suggestion_part p ON p.suggestion_id = "
        "s.id WHERE s.state = 'proposed' AND s.rank = 1 AND s.confidence_bp >= 5000 "
        "AND s.expires_on >= :today AND p.entry_id IN ({entries})",
    ),
    (
        "a mail of its customer waits",
        "SELECT id FROM mail WHERE state = 'received' OR (account_id = :account "
        "AND needs_person <> '' AND closed_at IS NULL)",
    ),
)
