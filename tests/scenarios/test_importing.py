"""Files come in once: customers, entries and the French legal file, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from collector_bot.core.errors import InputFileError
from collector_bot.flows.desk import SHELL
from collector_bot.flows.import_customers import import_customers
from collector_bot.flows.import_entries import import_entries
from collector_bot.flows.import_fec import import_fec
from collector_bot.flows.letter import unletter
from collector_bot.store import accounts, items, letterings
from tests.ledger import Books

HEAD = "account,kind,piece,date,due_date,debit,credit,currency,label\n"
FEC_HEAD = (
    "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\t"
    "CompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\t"
    "EcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def fec_line(
    number: int,
    day: str,
    *,
    account: tuple[str, str, str],
    piece: str,
    debit: str = "0,00",
    credit: str = "0,00",
    letter: str = "",
    journal: str = "VE",
) -> str:
    general, auxiliary, name = account
    return "\t".join(
        (journal, "Journal", str(number), day, general, "Compte", auxiliary, name,
         piece, day, f"Ligne {piece}", debit, credit, letter, day if letter else "",
         day, "", "")
    ) + "\n"  # fmt: skip


ACME = ("411000", "ACME", "ACME Industries")
SALES = ("707000", "", "")
BANK = ("512000", "", "")


def sale(number: int, day: str, piece: str, amount: str, letter: str = "") -> str:
    return fec_line(
        number, day, account=ACME, piece=piece, debit=amount, letter=letter
    ) + fec_line(number, day, account=SALES, piece=piece, credit=amount)


def payment(number: int, day: str, piece: str, amount: str, letter: str = "") -> str:
    return fec_line(
        number, day, account=BANK, piece=piece, debit=amount, journal="BQ"
    ) + fec_line(
        number,
        day,
        account=ACME,
        piece=piece,
        credit=amount,
        letter=letter,
        journal="BQ",
    )


def codes(books: Books, code: str) -> dict[str, str]:
    with books.database.reading() as connection:
        account = accounts.by_code(connection, code)
        assert account is not None
        found = letterings.codes_of(connection, account.id)
        named = items.entries(connection, list(found))
        return {item.piece: found[item.entry_id] for item in named}


def test_the_same_entries_twice_change_nothing_and_more_lines_add_only_the_new(
    books: Books, tmp_path: Path
):
    first = HEAD + "ACME,invoice,F-1,2026-10-01,2026-10-31,120.00,,EUR,x\n"
    more = first + "ACME,payment,B-1,2026-11-02,,,20.00,EUR,y\n"

    came = import_entries(books.desk, write(tmp_path, "a.csv", first), by=SHELL)
    again = import_entries(books.desk, write(tmp_path, "a.csv", first), by=SHELL)
    later = import_entries(books.desk, write(tmp_path, "b.csv", more), by=SHELL)

    assert (came.added, again.added, later.added) == (1, 0, 1)
    assert (again.same, later.same) == (1, 1)
    assert books.open_of("ACME") == {"F-1": 120_00, "B-1": 20_00}


def test_a_line_that_changed_is_said_and_what_is_known_stays(
    books: Books, tmp_path: Path
):
    line = "ACME,invoice,F-1,2026-10-01,2026-10-31,{},,EUR,x\n"
    import_entries(
        books.desk, write(tmp_path, "a.csv", HEAD + line.format("120.00")), by=SHELL
    )

    said = import_entries(
        books.desk, write(tmp_path, "a.csv", HEAD + line.format("130.00")), by=SHELL
    )

    assert said.added == 0
    assert [(one.line, one.was, one.now) for one in said.changed] == [
        (2, "montant 120,00\xa0€", "montant 130,00\xa0€")
    ]
    assert books.open_of("ACME") == {"F-1": 120_00}


def test_a_due_date_not_given_comes_from_the_terms_of_the_customer(
    books: Books, tmp_path: Path
):
    customers = (
        "account,name,email,language,terms\nACME,ACME,a@acme.example,fr,45 eom\n"
    )
    import_customers(books.desk, write(tmp_path, "c.csv", customers), by=SHELL)
    text = HEAD + "ACME,,F-1,2026-01-15,,120.00,,EUR,x\n"

    import_entries(books.desk, write(tmp_path, "a.csv", text), by=SHELL)

    with books.database.reading() as connection:
        account = accounts.by_code(connection, "ACME")
        assert account is not None
        (item,) = items.of_account(connection, account.id)
    assert (item.kind.value, str(item.due_on)) == ("invoice", "2026-03-31")


def test_a_dry_run_says_what_would_happen_and_writes_nothing(
    books: Books, tmp_path: Path
):
    text = HEAD + "ACME,invoice,F-1,2026-10-01,2026-10-31,120.00,,EUR,x\n"
    path = write(tmp_path, "a.csv", text)

    would = import_entries(books.desk, path, by=SHELL, dry_run=True)
    then = import_entries(books.desk, path, by=SHELL)

    assert (would.added, would.accounts_added) == (1, 1)
    assert (then.added, then.accounts_added) == (1, 1)


def test_a_refused_row_stops_no_other_and_a_refused_file_writes_nothing(
    books: Books, tmp_path: Path
):
    text = HEAD + (
        "ACME,invoice,F-1,2026-10-01,2026-10-31,120.00,,EUR,x\n"
        "ACME,invoice,F-2,2026-13-01,2026-10-31,50.00,,EUR,x\n"
    )

    said = import_entries(books.desk, write(tmp_path, "a.csv", text), by=SHELL)

    assert (said.added, said.refused) == (1, 1)
    assert said.faults[0].startswith("a.csv:3, colonne date\xa0: ")
    with pytest.raises(InputFileError, match=r"^b\.csv"):
        import_entries(books.desk, write(tmp_path, "b.csv", "a,b\n1,2\n"), by=SHELL)
    assert books.open_of("ACME") == {"F-1": 120_00}


def test_a_fec_brings_its_letterings_and_brings_them_once(books: Books, tmp_path: Path):
    text = (
        FEC_HEAD
        + sale(1, "20250110", "F-1", "120,00", "AA")
        + payment(2, "20250210", "B-1", "120,00", "AA")
        + sale(3, "20250310", "F-2", "80,00")
    )
    path = write(tmp_path, "552100554FEC20251231.txt", text)

    came = import_fec(books.desk, path, by=SHELL)
    again = import_fec(books.desk, path, by=SHELL)

    assert (came.added, came.letterings) == (3, 1)
    assert (again.added, again.same, again.letterings) == (0, 3, 0)
    assert books.open_of("ACME") == {"F-2": 80_00}
    assert codes(books, "ACME") == {"F-1": "AA", "B-1": "AA"}


def test_a_code_in_capitals_settles_also_where_its_other_half_is_elsewhere(
    books: Books, tmp_path: Path
):
    text = (
        FEC_HEAD
        + sale(1, "20251210", "F-1", "120,00", "AB")  # paid in the next year's file
        + sale(2, "20251211", "F-2", "100,00", "AC")
        + payment(3, "20251220", "B-1", "99,50", "AC")
    )

    said = import_fec(
        books.desk, write(tmp_path, "552100554FEC20251231.txt", text), by=SHELL
    )

    assert said.letterings == 2
    assert books.open_of("ACME") == {}
    assert codes(books, "ACME") == {"F-1": "AB", "F-2": "AC", "B-1": "AC"}
    with books.database.reading() as connection:
        assert letterings.miscounted(connection) == []


def test_a_code_in_small_letters_settles_as_far_as_it_goes(
    books: Books, tmp_path: Path
):
    text = (
        FEC_HEAD
        + sale(1, "20250110", "F-1", "120,00", "aa")
        + payment(2, "20250210", "B-1", "50,00", "aa")
    )

    import_fec(books.desk, write(tmp_path, "552100554FEC20251231.txt", text), by=SHELL)

    assert books.open_of("ACME") == {"F-1": 70_00}
    assert codes(books, "ACME") == {"F-1": "aa", "B-1": "aa"}


def test_what_a_person_took_apart_stays_apart_when_the_file_comes_again(
    books: Books, tmp_path: Path
):
    text = (
        FEC_HEAD
        + sale(1, "20250110", "F-1", "120,00", "AA")
        + payment(2, "20250210", "B-1", "120,00", "AA")
    )
    path = write(tmp_path, "552100554FEC20251231.txt", text)
    import_fec(books.desk, path, by=SHELL)
    unletter(books.desk, "ACME", "AA", by=SHELL)

    again = import_fec(books.desk, path, by=SHELL)

    assert (again.added, again.letterings) == (0, 0)
    assert books.open_of("ACME") == {"F-1": 120_00, "B-1": 120_00}


def test_opening_lines_are_left_out_where_the_year_before_is_known(
    books: Books, tmp_path: Path
):
    before = FEC_HEAD + sale(1, "20251110", "F-1", "120,00")
    opening = FEC_HEAD + fec_line(
        1, "20260101", account=ACME, piece="F-1", debit="120,00", journal="AN"
    )

    import_fec(
        books.desk, write(tmp_path, "552100554FEC20251231.txt", before), by=SHELL
    )
    said = import_fec(
        books.desk, write(tmp_path, "552100554FEC20261231.txt", opening), by=SHELL
    )

    assert (said.added, said.opening_left_out) == (0, 1)
    assert books.open_of("ACME") == {"F-1": 120_00}


def test_an_opening_is_kept_where_nothing_else_is_known(books: Books, tmp_path: Path):
    opening = FEC_HEAD + fec_line(
        1, "20260101", account=ACME, piece="F-1", debit="120,00", journal="AN"
    )

    import_fec(
        books.desk, write(tmp_path, "552100554FEC20261231.txt", opening), by=SHELL
    )

    assert books.open_of("ACME") == {"F-1": 120_00}


BOTH_KINDS = (
    "a.csv : il y a déjà ici des écritures venues d’un FEC ; les mêmes lignes venues"
    " d’une autre sorte de fichier seraient d’autres lignes et compteraient deux fois."
    " Tenez-vous à une seule sorte de fichier."
)


def spaced(texts: list[str]) -> list[str]:
    return [text.replace("\u202f", " ").replace("\xa0", " ") for text in texts]


def test_a_second_kind_of_file_is_warned_of_when_there_is_something_new_to_say(
    books: Books, tmp_path: Path
):
    fec = FEC_HEAD + sale(1, "20250110", "F-1", "120,00")
    other = HEAD + "BOIS,invoice,F-9,2025-01-10,2025-02-09,50.00,,EUR,x\n"
    both = other + "ACME,invoice,F-1,2025-01-10,2025-02-09,120.00,,EUR,x\n"

    def notes(text: str, **how: bool) -> list[str]:
        path = write(tmp_path, "a.csv", text)
        return spaced(import_entries(books.desk, path, by=SHELL, **how).notes)

    import_fec(books.desk, write(tmp_path, "552100554FEC20251231.txt", fec), by=SHELL)

    assert notes(other, dry_run=True) == [BOTH_KINDS]
    assert notes(other) == [BOTH_KINDS]
    assert notes(other) == []
    shared = [
        "a.csv : des lignes nouvelles sur des comptes qui ont des écritures venues d’un"
        " FEC (ACME) : ce qui est dans les deux compte deux fois."
    ]
    assert notes(both, dry_run=True) == shared
    assert notes(both) == shared
    assert notes(both) == []


def test_lines_without_a_piece_are_known_by_date_and_amount(
    books: Books, tmp_path: Path
):
    line = "ACME,invoice,,2026-10-{:02},,{}.00,,EUR,Frais\n"
    first = HEAD + line.format(5, 50)
    more = HEAD + line.format(1, 20) + line.format(5, 50) + line.format(5, 50)

    import_entries(books.desk, write(tmp_path, "a.csv", first), by=SHELL)
    later = import_entries(books.desk, write(tmp_path, "b.csv", more), by=SHELL)
    again = import_entries(books.desk, write(tmp_path, "b.csv", more), by=SHELL)

    assert (later.added, later.same, later.changed) == (2, 1, [])
    assert (again.added, again.same, again.changed) == (0, 3, [])
