"""What was approved leaves for the accounting system: once, whole, and readable again."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from collector_bot.core.books import DateLet, Exported, Layout
from collector_bot.core.refusals import ExportOvertakenError, ExportThereError
from collector_bot.flows.decide import approve
from collector_bot.flows.export import Prepared, Wish, place, prepare
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.import_bank import import_bank
from collector_bot.flows.import_fec import import_fec
from collector_bot.flows.letter import letter, unletter
from collector_bot.flows.suggest import suggest_account
from collector_bot.store import items
from tests.ledger import MANAGER, Books, books_in, new_books
from tests.store.deeds import account_id, codes

DUE = date(2026, 11, 20)
IN_TIME = date(2026, 11, 18)
BANK = """Date;Libellé;Montant;Contrepartie;Référence
18/11/2026;VIR ACME FA-1001;980,00;Acme SARL;REF-77
"""


@pytest.fixture
def lived(books: Books, tmp_path: Path) -> Books:
    """ACME pays FA-1001 less a discount, by the bank; BETA pays half of FB-1."""
    books.account("ACME", "Acme SARL")
    books.invoice("ACME", "FA-1001", 1000_00, due_on=DUE)
    statement = tmp_path / "bank.csv"
    statement.write_text(BANK, encoding="utf-8")
    import_bank(books.desk, statement, by=MANAGER)
    identify_payers(books.desk)
    found = suggest_account(books.desk, account_id(books, "ACME"))
    assert approve(books.desk, found[0], by=MANAGER).posted is not None
    return books


def fields(content: bytes, mark: str = "\t") -> list[dict[str, str]]:
    header, *rows = content.decode().split("\r\n")[:-1]
    names = header.split(mark)
    assert len(names) == 18
    return [dict(zip(names, row.split(mark), strict=True)) for row in rows]


def made(books: Books, what: str, **wish: object) -> Prepared:
    return prepare(books.desk, Wish(Exported(what), **wish), by=MANAGER)  # type: ignore[arg-type]


def test_the_journal_holds_the_payment_and_the_correction_in_double_entry(
    lived, tmp_path
):
    out = tmp_path / "journal.txt"
    ready = made(lived, "journal", format="fec", path=out)
    place(lived.desk, ready, by=MANAGER)

    rows = fields(out.read_bytes())
    told = [
        (row["JournalCode"], row["CompteNum"], row["CompAuxNum"], row["Debit"],
         row["Credit"], row["EcritureLet"], row["DateLet"])
        for row in rows
    ]  # fmt: skip
    assert told == [
        ("BQ", "411", "ACME", "0,00", "980,00", "AA", "20261130"),
        ("BQ", "512", "", "980,00", "0,00", "", ""),
        ("OD", "411", "ACME", "0,00", "20,00", "AA", "20261130"),
        ("OD", "665", "", "16,67", "0,00", "", ""),
        ("OD", "44571", "", "3,33", "0,00", "", ""),
    ]
    assert rows[0]["EcritureDate"] == "20261118"
    assert rows[0]["EcritureLib"] == "VIR ACME FA-1001 REF-77"
    assert rows[0]["ValidDate"] == "20261130"


def test_each_thing_is_exported_once_and_again_when_asked(lived, tmp_path):
    first = made(lived, "letterings", path=tmp_path / "1.csv")
    place(lived.desk, first, by=MANAGER)

    second = made(lived, "letterings", path=tmp_path / "2.csv")
    again = made(lived, "letterings", path=tmp_path / "3.csv", again=True)

    assert (first.subjects, first.lines) == (1, 3)
    assert second.id is None
    assert again.content == first.content
    assert not (tmp_path / "2.csv").exists()


def test_an_export_interrupted_before_it_is_in_place_is_told_by_the_next(
    lived, tmp_path
):
    lost = made(lived, "letterings", path=tmp_path / "1.csv")

    ready = made(lived, "letterings", path=tmp_path / "2.csv")
    place(lived.desk, ready, by=MANAGER)

    assert ready.content == lost.content
    assert ready.finished == ()
    with pytest.raises(ExportOvertakenError):
        place(lived.desk, lost, by=MANAGER)
    assert sorted(one.name for one in tmp_path.glob("*.csv")) == ["2.csv", "bank.csv"]


def test_an_export_interrupted_after_it_is_in_place_is_not_told_twice(lived, tmp_path):
    out = tmp_path / "1.csv"
    ready = made(lived, "letterings", path=out)
    out.write_bytes(ready.content)

    following = made(lived, "letterings", path=out)

    assert (following.id, following.finished) == (None, (ready.id,))


def test_a_file_that_is_there_is_never_written_over(lived, tmp_path):
    out = tmp_path / "1.csv"
    out.write_text("yesterday's", encoding="utf-8")

    with pytest.raises(ExportThereError):
        made(lived, "letterings", path=out)

    appeared = tmp_path / "2.csv"
    ready = made(lived, "letterings", path=appeared)
    appeared.write_text("somebody's", encoding="utf-8")
    with pytest.raises(ExportThereError):
        place(lived.desk, ready, by=MANAGER)
    assert appeared.read_text("utf-8") == "somebody's"
    assert made(lived, "letterings", path=tmp_path / "3.csv").lines == 3


def test_an_undone_lettering_is_exported_as_such(lived, tmp_path):
    place(lived.desk, made(lived, "letterings", path=tmp_path / "1"), by=MANAGER)
    unletter(lived.desk, "ACME", "AA", by=MANAGER)

    undone = made(lived, "letterings", path=tmp_path / "2")
    rows = list(csv.DictReader(io.StringIO(undone.content.decode("utf-8-sig")),
                               delimiter=";"))  # fmt: skip

    told = [(row["pièce"], row["état"], row["code"]) for row in rows]
    assert told[:3] == [
        ("FA-1001", "annulé", ""),
        ("REF-77", "annulé", ""),
        ("OD-1", "annulé", ""),
    ]
    assert told[3:] == [("OD-1-R", "lettré", "AB"), ("OD-1", "lettré", "AB")]


def test_the_fec_is_read_again_with_the_same_entries_and_letterings(lived, tmp_path):
    ours = tmp_path / "FEC20261231.txt"
    place(lived.desk, made(lived, "journal", format="fec", path=ours), by=MANAGER)
    other = new_books(tmp_path / "other")

    import_fec(other.desk, ours, by=MANAGER)

    def posted(books: Books) -> list[tuple[str, str, str, str, str]]:
        found = codes(books, "ACME")
        with books.database.reading() as connection:
            told = items.entries(connection, list(range(1, 9)))  # type: ignore[arg-type]
        return sorted(
            (one.piece, one.side, str(one.amount), one.label, found[one.piece])
            for one in told
            if one.piece != "FA-1001"
        )

    assert posted(other) == posted(lived)
    assert len(posted(lived)) == 2
    other.database.close()


def test_a_file_of_letterings_is_read_again_with_the_same_codes(lived, tmp_path):
    ours = tmp_path / "FEC20261231.txt"
    letters = made(lived, "letterings", format="fec", path=ours)
    place(lived.desk, letters, by=MANAGER)
    other = new_books(tmp_path / "other")

    import_fec(other.desk, ours, by=MANAGER)

    assert codes(other, "ACME") == codes(lived, "ACME")
    assert other.open_of("ACME") == {}
    other.database.close()


def test_what_comes_back_from_the_books_is_no_second_entry(lived, tmp_path):
    ours = tmp_path / "FEC20261231.txt"
    place(lived.desk, made(lived, "journal", format="fec", path=ours), by=MANAGER)
    renumbered = tmp_path / "FEC20261130.txt"
    text = ours.read_text("utf-8").replace("\tOD-1\t", "\tDIV 88\t")
    renumbered.write_text(text, encoding="utf-8")

    first = import_fec(lived.desk, renumbered, by=MANAGER)
    second = import_fec(lived.desk, renumbered, by=MANAGER)

    assert (first.added, first.same, second.added, second.same) == (0, 2, 0, 2)
    assert lived.open_of("ACME") == {}
    assert made(lived, "journal", path=tmp_path / "2", again=True).lines == 0


def test_partial_codes_and_days_go_as_configured(database, tmp_path):
    books = books_in(
        database,
        export_layout=Layout(DateLet.LATEST_ENTRY, partial_codes=False, separator="|"),
    )
    books.account("ACME")
    books.invoice("ACME", "FA-1", 100_00, due_on=DUE)
    books.payment("ACME", "V-1", 40_00, on=IN_TIME)
    books.invoice("ACME", "FA-2", 70_00, due_on=DUE, dated_on=date(2026, 11, 19))
    books.payment("ACME", "V-2", 70_00, on=IN_TIME)
    for pieces in (["FA-1", "V-1"], ["FA-2", "V-2"]):
        waits = letter(books.desk, "ACME", pieces, by="U0CLERK0000").suggestion_id
        assert waits is not None
        approve(books.desk, waits, by=MANAGER)

    content = made(books, "letterings", format="fec", path=tmp_path / "f").content

    told = [
        (row["PieceRef"], row["EcritureLet"], row["DateLet"])
        for row in fields(content, "|")
    ]
    assert told == [
        ("FA-1", "", ""),
        ("V-1", "", ""),
        ("FA-2", "AB", "20261119"),
        ("V-2", "AB", "20261119"),
    ]
