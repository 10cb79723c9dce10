"""Who is chased for what, at which level, and who is left alone and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from collector_bot.core.ledger import AccountId, EntryId
from collector_bot.core.level_titles import level_title
from collector_bot.core.money import exponent

NOTHING_REACHED = 0
HUNDREDTHS = 100  # amounts of the ladder are hundredths of any currency
_DUE_DAY = itemgetter(0)


class SkipReason(StrEnum):
    """Why an overdue item is left alone in a run."""

    PROMISED = "promised"
    DISPUTED = "disputed"
    HELD = "held"
    ACCOUNT_HELD = "account_held"
    MATCH_PENDING = "match_pending"
    AWAITING_APPROVAL = "awaiting_approval"
    IN_FLIGHT = "in_flight"
    UNREAD_MAIL = "unread_mail"
    TOO_SOON = "too_soon"
    NOT_YET = "not_yet"
    COVERED_BY_CREDITS = "covered_by_credits"
    BELOW_MINIMUM = "below_minimum"
    NO_CONTACT = "no_contact"
    LADDER_DONE = "ladder_done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Level:
    """One rung of the ladder.

    Attributes:
        number: 1-based place in the procedure.
        days: after the due date; negative before it.
        gap_days: at least so many days since the last letter to the same customer.
        minimum_minor: net amount below which no letter is sent, in hundredths.
        title: what the company calls it in French, "" for the usual title;
            `title_en` in English.
    """

    number: int
    name: str
    days: int
    template: str
    needs_approval: bool
    gap_days: int
    minimum_minor: int
    title: str = ""
    title_en: str = ""

    def titled(self, language: str) -> str:
        """Return what people call it in `language` ("fr", else English)."""
        return level_title(
            self.name, language, title=self.title, title_en=self.title_en
        )


@dataclass(frozen=True, slots=True)
class Procedure:
    """The ladder, by rising `days`; a letter above `ceiling_minor` needs approval.

    Raises:
        ValueError: there is no level, or the days do not rise.
    """

    levels: tuple[Level, ...]
    ceiling_minor: int | None = None
    _known: dict[tuple[int, int], Level | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        days = [level.days for level in self.levels]
        if not days or days != sorted(set(days)):
            msg = "the levels of a procedure have rising days"
            raise ValueError(msg)

    def next_level(self, reached: int, overdue_days: int) -> Level | None:
        """Return the level an item takes next, None when none is due yet.

        No level is jumped, but a courtesy note is for items not yet due: once the
        due date has passed, the ladder begins at the first level after it.

        Args:
            reached: number of the highest level already sent; 0 for none.
            overdue_days: whole days after the due date; negative before it.

        Example:
            >>> steps = [(1, -5), (2, 5), (3, 15)]
            >>> ladder = Procedure(tuple(
            ...     Level(n, "", days, "", False, 7, 0) for n, days in steps))
            >>> ladder.next_level(0, 40).number, ladder.next_level(2, 14)
            (2, None)
        """
        key = (reached, overdue_days)
        if key not in self._known:
            self._known[key] = self._next_level(reached, overdue_days)
        return self._known[key]

    def _next_level(self, reached: int, overdue_days: int) -> Level | None:
        for level in self.levels[reached:]:
            if level.days < 0 < overdue_days:
                continue
            return level if overdue_days >= level.days else None
        return None

    @property
    def lead_days(self) -> int:
        """How many days before the due date the first level looks; 0 or more."""
        return max(0, -self.levels[0].days)


DueItem = tuple[int, EntryId, int]
"""A debit as the scan yields it: due day (an ordinal), entry, open minor units.

A plain tuple, because there are a million of them.
"""


@dataclass(slots=True)
class Case:
    """What is known of one customer in one currency when a run is planned.

    Attributes:
        debits: open debits due by today plus the lead of the procedure, oldest first.
        credits_minor: sum of all open credits and unapplied payments; 0 or more.
        last_letter_day: ordinal day of the last letter sent, 0 for none.
        block: why the whole account is left alone, None when it is not.
        blocked: items left alone, with the reason.
        reached: highest level sent per item; absent for none.
    """

    account_id: AccountId
    currency: str
    debits: Sequence[DueItem] = ()
    credits_minor: int = 0
    last_letter_day: int = 0
    block: SkipReason | None = None
    blocked: Mapping[EntryId, SkipReason] = field(default_factory=dict)
    reached: Mapping[EntryId, int] = field(default_factory=dict)


class Skip(NamedTuple):
    """Overdue items of one account left alone for one reason."""

    account_id: AccountId
    currency: str
    reason: SkipReason
    entry_ids: tuple[EntryId, ...]
    overdue_minor: int


class Step(NamedTuple):
    """One letter to one customer.

    `items` reach the level given beside them; `listed` are overdue too and stand in
    the letter without reaching a new level. Amounts are minor units of `currency`.
    """

    account_id: AccountId
    currency: str
    level: Level
    items: tuple[tuple[EntryId, int], ...]
    listed: tuple[EntryId, ...]
    due_minor: int
    net_minor: int
    needs_approval: bool


class Decided(NamedTuple):
    """What a run does about one case."""

    step: Step | None
    skips: tuple[Skip, ...]


_NOTHING = Decided(None, ())


def decide(case: Case, procedure: Procedure, today: date) -> Decided:
    """Return the letter one customer gets today, and why overdue items are left alone.

    Every overdue debit is in exactly one of the step and the skips. Items not yet due
    are never skipped; they make a letter (the courtesy note) only when nothing that may
    be chased is overdue. The firmest level among the items sets the tone.
    """
    day = today.toordinal()
    if not case.debits or case.debits[0][0] > day + procedure.lead_days:
        return _NOTHING
    if case.block is not None:
        return _skip_all(case, case.block, day)
    free, skips = _free_items(case, day)
    overdue = _overdue(free, day)
    if overdue:
        step, rest = _chase(case, procedure, day=day, items=overdue)
        return Decided(step, (*skips, *rest))
    step, _ = _chase(case, procedure, day=day, items=free) if free else (None, ())
    return Decided(step, skips)


def _overdue(items: Sequence[DueItem], day: int) -> Sequence[DueItem]:
    if not items or items[-1][0] < day:
        return items
    return items[: bisect_left(items, day, key=_DUE_DAY)]


def _free_items(case: Case, day: int) -> tuple[Sequence[DueItem], tuple[Skip, ...]]:
    blocked = case.blocked
    if not blocked or blocked.keys().isdisjoint(item[1] for item in case.debits):
        return case.debits, ()
    free: list[DueItem] = []
    by_reason: dict[SkipReason, list[DueItem]] = {}
    for item in case.debits:
        reason = case.blocked.get(item[1])
        if reason is None:
            free.append(item)
        elif item[0] < day:
            by_reason.setdefault(reason, []).append(item)
    return free, tuple(
        _skip(case, reason, items) for reason, items in sorted(by_reason.items())
    )


def _chase(
    case: Case, procedure: Procedure, *, day: int, items: Sequence[DueItem]
) -> tuple[Step | None, tuple[Skip, ...]]:
    """Return the letter for items that are free, or the one reason there is none."""
    moves, listed, tone = _moves(case, procedure, day=day, items=items)
    due_minor = sum([item[2] for item in items])
    net_minor = due_minor - case.credits_minor
    reason = _reason_not_to(case, day, tone=tone, net_minor=net_minor)
    if reason is None and tone is not None:
        approval = tone.needs_approval or (
            procedure.ceiling_minor is not None
            and net_minor > _in_currency(procedure.ceiling_minor, case.currency)
        )
        return (
            Step(
                case.account_id,
                case.currency,
                tone,
                tuple(moves),
                tuple(listed),
                due_minor,
                net_minor,
                approval,
            ),
            (),
        )
    if reason is None:
        return None, _split_by_ladder(case, procedure, items)
    return None, (_skip(case, reason, items),)


def _moves(
    case: Case, procedure: Procedure, *, day: int, items: Sequence[DueItem]
) -> tuple[list[tuple[EntryId, int]], list[EntryId], Level | None]:
    """Return the items that reach a level, those only listed, and the firmest level.

    Items nothing was sent about share one next level, and the older ones reach it:
    they are split where it begins. Only items with a history are asked one by one.
    """
    ladder, reached = procedure.next_level, case.reached
    entry_ids = [item[1] for item in items]
    if reached.keys().isdisjoint(entry_ids):
        tone = ladder(NOTHING_REACHED, day - items[0][0])
        if tone is None:
            return [], entry_ids, None
        split = bisect_right(items, day - tone.days, key=_DUE_DAY)
        number = tone.number
        return [(one, number) for one in entry_ids[:split]], entry_ids[split:], tone
    moves: list[tuple[EntryId, int]] = []
    listed: list[EntryId] = []
    firmest: Level | None = None
    for due_day, entry_id, _ in items:
        level = ladder(reached.get(entry_id, NOTHING_REACHED), day - due_day)
        if level is None:
            listed.append(entry_id)
            continue
        moves.append((entry_id, level.number))
        if firmest is None or level.number > firmest.number:
            firmest = level
    return moves, listed, firmest


def _in_currency(cents: int, currency: str) -> int:
    """Return an amount of the procedure in the minor units of another currency.

    The number stays: 5.00 is 5 yen and 5.000 dinars. Rates are not the ladder's.
    """
    whole = cents * int(10 ** exponent(currency))
    return -(-whole // HUNDREDTHS)


def _reason_not_to(
    case: Case, day: int, *, tone: Level | None, net_minor: int
) -> SkipReason | None:
    if net_minor <= 0:
        return SkipReason.COVERED_BY_CREDITS
    if tone is None:
        return None
    if case.last_letter_day and day - case.last_letter_day < tone.gap_days:
        return SkipReason.TOO_SOON
    if net_minor < _in_currency(tone.minimum_minor, case.currency):
        return SkipReason.BELOW_MINIMUM
    return None


def _split_by_ladder(
    case: Case, procedure: Procedure, items: Sequence[DueItem]
) -> tuple[Skip, ...]:
    top = procedure.levels[-1].number
    done = [item for item in items if case.reached.get(item[1], 0) >= top]
    early = [item for item in items if case.reached.get(item[1], 0) < top]
    return tuple(
        _skip(case, reason, some)
        for reason, some in (
            (SkipReason.LADDER_DONE, done),
            (SkipReason.NOT_YET, early),
        )
        if some
    )


def _skip_all(case: Case, reason: SkipReason, day: int) -> Decided:
    overdue = _overdue(case.debits, day)
    return Decided(None, (_skip(case, reason, overdue),)) if overdue else _NOTHING


def _skip(case: Case, reason: SkipReason, items: Sequence[DueItem]) -> Skip:
    return Skip(
        case.account_id,
        case.currency,
        reason,
        tuple([item[1] for item in items]),
        sum([item[2] for item in items]),
    )


def plan(cases: Iterable[Case], procedure: Procedure, today: date) -> Iterable[Decided]:
    """Yield what a run does, case by case; a million items stream through."""
    for case in cases:
        decided = decide(case, procedure, today)
        if decided is not _NOTHING:
            yield decided
