"""One run of the procedure: who is chased is decided, written and enqueued at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from collector_bot.core.dunning import Skip, SkipReason, Step, plan
from collector_bot.core.errors import CollectorError
from collector_bot.core.ledger import Account, OutboxId
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk, Role, one_sentence
from collector_bot.flows.drafting import draft
from collector_bot.store import accounts, beats, bulk, dunning, journal, outbox
from collector_bot.store.turns import Turn, wait_for


@dataclass(frozen=True, slots=True)
class Failure:
    """A customer whose letter could not be made, and why; the others got theirs."""

    account_code: str
    reason: str


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What one run did. `waiting` of the `steps` need an approval before they leave."""

    run_id: int | None
    business_on: date
    steps: int
    waiting: int
    skips: tuple[Skip, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A step with the letter it became."""

    step: Step
    account: Account
    message: outbox.Message


def decide_run(
    desk: Desk, connection: Connection, *, today: date
) -> tuple[list[Step], list[Skip]]:
    """Return all steps and skips of a run; nothing is written.

    An account that has its step of this business date already gets none again.
    """
    facts = dunning.known(
        connection,
        today=today,
        grace_days=desk.policy.promise_grace_days,
        zone=desk.timezone,
    )
    until = today + timedelta(days=desk.procedure.lead_days)
    done = dunning.stepped_today(connection, today)
    steps: list[Step] = []
    skips: list[Skip] = []
    cases = dunning.cases(connection, facts, until=until)
    with bulk.without_collecting():
        for step, left_alone in plan(cases, desk.procedure, today):
            skips += left_alone
            if step is None:
                continue
            if (step.account_id, step.currency) in done:
                skips.append(_as_skip(step, SkipReason.TOO_SOON))
            else:
                steps.append(step)
    return steps, skips


def run_dunning(desk: Desk, *, by: str) -> RunOutcome:
    """Run the procedure for today's business date; a rerun sends nothing new.

    Raises:
        NotAllowedError: neither the schedule nor a manager asks.
    """
    if by != "schedule":
        desk.roles.require(by, Role.MANAGER)
    today, now = desk.today(), desk.now()
    with desk.database.reading() as connection:
        steps, skips = decide_run(desk, connection, today=today)
    written, failed, failures = _write_all(desk, steps)
    with desk.database.writing() as connection:
        wait_for(connection, Turn.DUNNING)
        done = dunning.stepped_today(connection, today)
        fresh = [
            one
            for one in written
            if (one.step.account_id, one.step.currency) not in done
        ]
        skips += failed
        run_id = dunning.add_run(
            connection,
            dunning.RunRecord(
                today,
                now,
                by,
                len(fresh),
                sum(len(skip.entry_ids) for skip in skips),
                len(failures),
            ),
        )
        _enqueue(connection, fresh, run_id=run_id, today=today, now=now)
        dunning.add_skips(connection, run_id, _merged(skips))
        _tell(connection, run_id, fresh=fresh, failures=failures, by=by, now=now)
    return RunOutcome(
        run_id,
        today,
        len(fresh),
        sum(one.step.needs_approval for one in fresh),
        tuple(skips),
        tuple(failures),
    )


def _write_all(
    desk: Desk, steps: Sequence[Step]
) -> tuple[list[Written], list[Skip], list[Failure]]:
    """Render every letter; one customer's failure stops nobody else."""
    written: list[Written] = []
    failed: list[Skip] = []
    failures: list[Failure] = []
    with desk.database.writing() as connection:
        letter_key = beats.letter_key(connection)
    for some in _in_batches(steps):
        with desk.database.reading() as connection:
            for step in some:
                account = accounts.by_id(connection, step.account_id)
                try:
                    message = draft(
                        desk, connection, step, account=account, letter_key=letter_key
                    )
                except (CollectorError, ValueError, ArithmeticError) as problem:
                    why = one_sentence(problem, desk.language)
                    failures.append(Failure(account.code, why))
                    failed.append(_as_skip(step, SkipReason.FAILED))
                else:
                    written.append(Written(step, account, message))
    return written, failed, failures


def _in_batches(steps: Sequence[Step]) -> list[Sequence[Step]]:
    """Return steps in batches of one reading transaction each."""
    size = 200
    return [steps[start : start + size] for start in range(0, len(steps), size)]


def _enqueue(
    connection: Connection,
    fresh: Sequence[Written],
    *,
    run_id: int,
    today: date,
    now: datetime,
) -> None:
    pairs: list[tuple[Step, OutboxId | None]] = []
    for one in fresh:
        outbox_id = outbox.enqueue(connection, one.message, at=now)
        pairs.append((one.step, outbox_id))
        if one.step.needs_approval:
            cards.show(
                connection, f"letter:{outbox_id}", at=now, account_id=one.account.id
            )
    dunning.add_steps(connection, run_id, business_on=today, steps=pairs)


def _tell(
    connection: Connection,
    run_id: int,
    *,
    fresh: Sequence[Written],
    failures: Sequence[Failure],
    by: str,
    now: datetime,
) -> None:
    journal.record(
        connection,
        journal.Act(
            by,
            "dunning.run",
            f"run:{run_id}",
            {
                "steps": len(fresh),
                "failures": [[one.account_code, one.reason] for one in failures],
            },
        ),
        at=now,
    )
    if fresh or failures:
        cards.show(connection, f"run:{run_id}", at=now)


def _as_skip(step: Step, reason: SkipReason) -> Skip:
    entries = (*(entry for entry, _ in step.items), *step.listed)
    return Skip(step.account_id, step.currency, reason, entries, step.due_minor)


def _merged(skips: Sequence[Skip]) -> list[Skip]:
    """Return one skip an account, currency and reason."""
    found: dict[tuple[int, str, SkipReason], Skip] = {}
    for skip in skips:
        key = (skip.account_id, skip.currency, skip.reason)
        before = found.get(key)
        found[key] = (
            skip
            if before is None
            else before._replace(
                entry_ids=before.entry_ids + skip.entry_ids,
                overdue_minor=before.overdue_minor + skip.overdue_minor,
            )
        )
    return list(found.values())
