"""What a lettering leaves open for a known cause is corrected together with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from collector_bot.core.corrections import Correction, settled_whole
from collector_bot.core.ledger import EntryId, OpenItem
from collector_bot.core.lettering import part_of
from collector_bot.core.suggestion import Part
from collector_bot.flows.desk import Desk
from collector_bot.store import corrections
from collector_bot.store.corrections import Origin
from collector_bot.store.letterings import Posting
from collector_bot.store.suggestions import Suggested


def to_post(
    desk: Desk, connection: Connection, suggested: Suggested
) -> Correction | None:
    """Return the correction that approving a suggestion posts, None for none.

    To be asked before payments that wait on the bank are posted.
    """
    found = corrections.proposed(
        connection, [suggested], chart=desk.chart, limits=desk.limits
    )
    correction = found.get(suggested.id)
    return correction if correction is not None and correction.is_posted else None


def with_correction(
    desk: Desk,
    connection: Connection,
    correction: Correction | None,
    *,
    parts: Sequence[Part],
    opens: Mapping[EntryId, OpenItem],
    posting: Posting,
) -> tuple[Sequence[Part], dict[EntryId, OpenItem]]:
    """Post a correction; return the parts it completes, and its entry among the items.

    Without one, parts and items are returned as they are.

    Args:
        parts: of the lettering, by the entries they were posted as.
        opens: what is open of them.
    """
    if correction is None:
        return parts, dict(opens)
    own = correction.lines[0]
    whole = settled_whole(
        parts,
        opens,
        side=own.side.other,
        left=own.amount,
    )
    if whole is None:
        msg = f"suggestion {posting.suggestion_id} moved within its own transaction"
        raise ValueError(msg)
    item = corrections.post(
        connection,
        opens[parts[0].entry_id].account_id,
        correction,
        origin=Origin(
            f"{desk.chart.sundry_journal}-{posting.suggestion_id}",
            posting.suggestion_id,
        ),
        posting=posting,
        language=desk.language,
    )
    return (*whole, part_of(item, item.open.minor)), {**opens, item.entry_id: item}
