"""A FEC in euros whose customers owe dollars: they are asked for what they owe."""

from __future__ import annotations

from pathlib import Path

from collector_bot.flows.desk import SHELL
from collector_bot.flows.import_fec import import_fec
from collector_bot.flows.importing import ImportSummary
from collector_bot.store import accounts, items, letterings
from tests.ledger import Books
from tests.scenarios.post import letters, run
from tests.scenarios.test_importing import FEC_HEAD, codes, spaced

NAME = "552100554FEC20261231.txt"
CLIENT = "411000\tClients\tACME\tACME Industries"


def line(
    entry: str, day: str, account: str, piece: str, *,
    debit: str = "", credit: str = "", letter: str = "", owed: str = "",
) -> str:  # fmt: skip
    """Return a line; `owed` is what it is in dollars, "" where the file does not say."""
    journal, number = entry.split()
    own = account if "\t" in account else f"{account}\tCompte\t\t"
    return "\t".join(
        (journal, "Journal", number, day, own, piece, day, f"Ligne {piece}",
         debit or "0,00", credit or "0,00", letter, day if letter else "", day,
         owed, "USD" if owed else "")
    ) + "\n"  # fmt: skip


def sale(
    number: int, day: str, piece: str, euros: str, *, owed: str = "", letter: str = ""
) -> str:
    entry = f"VE {number}"
    return line(
        entry, day, CLIENT, piece, debit=euros, owed=owed, letter=letter
    ) + line(entry, day, "707000", piece, credit=euros, owed=owed)  # fmt: skip


def paid(
    number: int, day: str, piece: str, euros: str, *, owed: str = "", letter: str = ""
) -> str:
    entry = f"BQ {number}"
    return line(entry, day, "512000", piece, debit=euros) + line(
        entry, day, CLIENT, piece, credit=euros, owed=owed, letter=letter
    )


def bring(books: Books, folder: Path, *lines: str) -> ImportSummary:
    path = folder / NAME
    path.write_text(FEC_HEAD + "".join(lines), encoding="utf-8")
    return import_fec(books.desk, path, by=SHELL)


def opens(books: Books) -> dict[str, str]:
    with books.database.reading() as connection:
        account = accounts.by_code(connection, "ACME")
        assert account is not None
        return {
            item.piece: str(item.open)
            for item in items.of_account(connection, account.id)
        }


def test_a_customer_is_asked_for_the_dollars_owed(books: Books, tmp_path: Path):
    books.account("ACME", "ACME Industries", language="en")
    bring(books, tmp_path, sale(1, "20260901", "F-1", "920,00", owed="1000,00"))

    assert opens(books) == {"F-1": "1000.00 USD"}
    assert run(books).steps == 1
    (asked,) = letters(books, "pending", "awaiting_approval")
    assert "$1,000.00" in asked.text
    assert "€" not in asked.text


def test_a_lettering_in_dollars_settles_them_and_leaves_the_difference_to_the_books(
    books: Books, tmp_path: Path
):
    entry = "BQ 2"
    payment = (
        line(entry, "20260901", "512000", "B-1", debit="930,00"),
        line(entry, "20260901", CLIENT, "B-1", credit="930,00", owed="1000,00",
             letter="AA"),
        line(entry, "20260901", CLIENT, "B-1", debit="10,00", letter="AA"),
        line(entry, "20260901", "766000", "B-1", credit="10,00"),
    )  # fmt: skip
    invoice = sale(1, "20260801", "F-1", "920,00", owed="1000,00", letter="AA")
    other = sale(3, "20260801", "F-2", "100,00", letter="AB")
    settled = paid(4, "20260901", "B-2", "100,00", letter="AB")

    said = bring(books, tmp_path, invoice, *payment, other, settled)
    again = bring(books, tmp_path, invoice, *payment, other, settled)

    assert (said.added, said.letterings) == (4, 2)
    assert (again.added, again.letterings) == (0, 0)
    assert opens(books) == {}
    assert codes(books, "ACME") == {"F-1": "AA", "B-1": "AA", "F-2": "AB", "B-2": "AB"}
    assert [one for one in spaced(said.notes) if "lettrage" in one] == []
    with books.database.reading() as connection:
        assert letterings.miscounted(connection) == []


def test_a_code_over_two_currencies_counts_as_settled_and_is_said(
    books: Books, tmp_path: Path
):
    said = bring(
        books,
        tmp_path,
        sale(1, "20260801", "F-1", "920,00", owed="1000,00", letter="AA"),
        paid(2, "20260901", "B-1", "920,00", letter="AA"),
    )

    assert opens(books) == {}
    assert said.letterings == 2
    assert [one for one in spaced(said.notes) if "lettrage" in one] == [
        f"{NAME}:2 : le lettrage AA du compte ACME est en plusieurs devises et n’est pas"
        " équilibré dans chacune (1 000,00 $, -920,00 €) : il compte comme soldé, comme"
        " dans les livres."
    ]
    with books.database.reading() as connection:
        assert letterings.miscounted(connection) == []


def test_a_small_code_over_two_currencies_leaves_both_open(
    books: Books, tmp_path: Path
):
    said = bring(
        books,
        tmp_path,
        sale(1, "20260801", "F-1", "920,00", owed="1000,00", letter="aa"),
        paid(2, "20260901", "B-1", "500,00", letter="aa"),
    )

    assert opens(books) == {"F-1": "1000.00 USD", "B-1": "500.00 EUR"}
    (note,) = [one for one in spaced(said.notes) if "lettrage" in one]
    assert note.endswith("il solde ce qu’il peut dans chacune.")


def test_a_value_corrected_at_closing_is_never_chased(books: Books, tmp_path: Path):
    books.account("ACME", "ACME Industries")
    entry = "OD 9"
    bring(
        books,
        tmp_path,
        line(entry, "20260630", CLIENT, "ECART", debit="7,00"),
        line(entry, "20260630", "477000", "ECART", credit="7,00"),
    )

    assert opens(books) == {"ECART": "7.00 EUR"}
    assert run(books).steps == 0
