"""Letterings and posted entries leave for the accounting system, each once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection

from collector_bot.core.books import BookLine, Exported
from collector_bot.core.refusals import ExportOvertakenError, ExportThereError
from collector_bot.files.books_out import csv_bytes, fec_bytes
from collector_bot.files.placing import Placing, digest_of, holds
from collector_bot.flows.desk import Desk
from collector_bot.store import export_runs
from collector_bot.store.export_runs import Claim, ExportId
from collector_bot.store.exports import Subject, Wanted, subjects_of
from collector_bot.store.turns import Turn, wait_for

Format = Literal["csv", "fec"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, how, and where to: None for the standard output."""

    what: Exported
    format: Format = "csv"
    since: date | None = None
    again: bool = False
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An export that is claimed and not in place yet.

    Attributes:
        id: its number; None when there is nothing to export.
        content: the bytes to hand over.
        subjects: how many letterings or entries it tells.
        lines: how many lines it has, without the header.
        left_out: how many were left for later because a FEC is in the books' currency.
        path: where it is to stand.
        finished: exports of before that turned out to be in place.
    """

    id: ExportId | None
    content: bytes
    digest: str
    subjects: int
    lines: int
    left_out: int
    path: Path | None
    finished: tuple[ExportId, ...]


def prepare(desk: Desk, wish: Wish, *, by: str) -> Prepared:
    """Claim what no export held yet, and return the bytes that tell it.

    An export that was interrupted is looked at first: in place with just its bytes, it
    is done; else what it had claimed goes into this one.

    Raises:
        ExportThereError: there is a file of that name already.
    """
    path = wish.path.resolve() if wish.path else None
    run_id = None
    with desk.database.writing() as connection:
        wait_for(connection, Turn.EXPORT)
        finished = _look_back(desk, connection, wish.what, by=by)
        found, left_out = _found(desk, connection, wish)
        lines = [line for one in found for line in one.lines]
        content = _written(desk, wish, lines) if lines else b""
        is_taken = bool(lines) and path is not None and path.exists()
        if lines and not is_taken:
            claim = Claim(
                what=wish.what,
                format=wish.format,
                path=str(path or ""),
                digest=digest_of(content),
                lines=len(lines),
                at=desk.now(),
                on=desk.today(),
                by=by,
            )
            run_id = export_runs.claim(connection, claim, [one.id for one in found])
    if is_taken:
        raise ExportThereError(path=path)
    return Prepared(
        id=run_id,
        content=content,
        digest=digest_of(content),
        subjects=sum(bool(one.lines) for one in found),
        lines=len(lines),
        left_out=left_out,
        path=path,
        finished=tuple(finished),
    )


def _look_back(
    desk: Desk, connection: Connection, what: Exported, *, by: str
) -> list[ExportId]:
    """Finish or give up what was interrupted; return what is in place after all."""
    finished = []
    for one in export_runs.begun(connection, what):
        if one.path and holds(Path(one.path), one.digest):
            export_runs.settle(connection, one.id, by=by, at=desk.now())
            finished.append(one.id)
        else:
            export_runs.give_up(connection, one.id)
    return finished


def _found(desk: Desk, connection: Connection, wish: Wish) -> tuple[list[Subject], int]:
    wanted = Wanted(wish.since, wish.again)
    found = list(subjects_of(connection, wish.what, wanted, chart=desk.chart))
    if wish.format == "csv":
        return found, 0
    told = [one for one in found if one.currency == desk.currency]
    return told, len(found) - len(told)


def _written(desk: Desk, wish: Wish, lines: list[BookLine]) -> bytes:
    if wish.format == "fec":
        return fec_bytes(lines, chart=desk.chart, layout=desk.export_layout)
    return csv_bytes(lines, layout=desk.export_layout, language=desk.language)


def place(desk: Desk, prepared: Prepared, *, by: str) -> None:
    """Put an export in place and say so, in one transaction.

    The bytes are on the disk before it begins; in it the run is marked, then the file
    gets its name, then the mark is committed. Interrupted before the name, nothing is
    there and the next export holds it all; after it, the next one finds the file.

    Raises:
        ExportOvertakenError: another export took it over meanwhile.
        ExportThereError: a file of that name appeared meanwhile.
        OSError: the folder cannot be written to.
    """
    if prepared.id is None or prepared.path is None:
        return
    with Placing(prepared.path, prepared.content) as placing:
        try:
            with desk.database.writing() as connection:
                _mark(desk, connection, prepared.id, by=by)
                placing.place()
        except FileExistsError:
            raise ExportThereError(path=prepared.path) from None


def settle(desk: Desk, prepared: Prepared, *, by: str) -> None:
    """Say that an export was handed over on the standard output.

    Raises:
        ExportOvertakenError: another export took it over meanwhile.
    """
    if prepared.id is None:
        return
    with desk.database.writing() as connection:
        _mark(desk, connection, prepared.id, by=by)


def _mark(desk: Desk, connection: Connection, run_id: ExportId, *, by: str) -> None:
    wait_for(connection, Turn.EXPORT)
    if not export_runs.settle(connection, run_id, by=by, at=desk.now()):
        raise ExportOvertakenError(number=run_id)
