"""Entries from a delimited file."""

import pytest

from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.files.entries import EntryLine, read_entries

HEADER = "account,kind,piece,date,due_date,debit,credit,currency,label\n"


@pytest.fixture
def entries(tmp_path):
    def read(text, currency="EUR"):
        path = tmp_path / "e.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        lines, faults = [], []
        for item in read_entries(path, default_currency=currency):
            (lines.extend if isinstance(item, list) else faults.append)(item)
        return lines, [str(fault) for fault in faults]

    return read


def test_a_plain_row(entries):
    text = HEADER + "C1,invoice,INV-1,2026-01-15,2026-02-14,1234.56,,EUR,Chairs\n"
    assert entries(text) == (
        [
            EntryLine(
                account="C1",
                side="D",
                kind="invoice",
                piece="INV-1",
                dated_on="2026-01-15",
                due_on="2026-02-14",
                amount_minor=123456,
                currency="EUR",
                label="Chairs",
                line=2,
            )
        ],
        [],
    )


def test_a_french_file_reads_the_same(entries):
    text = (
        "Libellé;Crédit;Débit;Échéance;Date pièce;N° pièce;Type;Code client;Devise\r\n"
        'Chaises;;"1\u202f234,56";14/02/2026;15.01.26;FA-1;Facture;C1;\r\n'
    )
    assert entries(text.encode("utf-16"))[0] == [
        EntryLine("C1", "D", "invoice", "FA-1", "2026-01-15", "2026-02-14", 123456,
                  "EUR", "Chaises", 2)
    ]  # fmt: skip


def test_only_five_columns_are_needed(entries):
    text = "account,piece,date,debit,credit\nC1,P1,2026-01-15,5.00,\n"
    assert entries(text, "USD") == (
        [EntryLine("C1", "D", "invoice", "P1", "2026-01-15", "", 500, "USD", "", 2)],
        [],
    )


@pytest.mark.parametrize(
    ("kind", "piece", "debit", "credit", "label", "side", "derived"),
    [
        ("", "P1", "5.00", "", "", "D", "invoice"),
        ("", "P1", "", "5.00", "", "C", "payment"),
        ("", "P1", "", "5.00", "Avoir sur FA-1", "C", "credit_note"),
        ("", "AVOIR-12", "", "5.00", "", "C", "credit_note"),
        ("", "P1", "", "5.00", "Credit note 7", "C", "credit_note"),
        ("", "P1", "", "5.00", "credit memo", "C", "credit_note"),
        ("", "P1", "", "5.00", "Savoir-faire SARL", "C", "payment"),
        ("", "P1", "-5.00", "", "", "C", "credit_note"),
        ("", "P1", "", "-5.00", "", "D", "other"),
        ("invoice", "P1", "-5.00", "", "", "C", "credit_note"),
        ("credit_note", "P1", "", "-5.00", "", "D", "invoice"),
        ("payment", "P1", "", "-5.00", "", "D", "payment"),
        ("payment", "P1", "5.00", "", "", "D", "payment"),
        ("advance", "P1", "", "5.00", "", "C", "advance"),
        ("Acompte", "P1", "", "5.00", "", "C", "advance"),
        ("Règlement", "P1", "", "5.00", "", "C", "payment"),
        ("AVOIR", "P1", "", "5.00", "", "C", "credit_note"),
        ("Credit Note", "P1", "", "5.00", "", "C", "credit_note"),
        ("OD", "P1", "", "5.00", "", "C", "other"),
        ("", "P1", "5.00", "0.00", "", "D", "invoice"),
        ("", "P1", "0", "5.00", "", "C", "payment"),
        ("", "P1", "5.00", "0.000", "", "D", "invoice"),
        ("", "P1", "5.00-", "", "", "C", "credit_note"),
    ],
)
def test_side_and_kind(entries, kind, piece, debit, credit, label, side, derived):
    row = f"C1,{kind},{piece},2026-01-15,,{debit},{credit},,{label}\n"
    # Twice: what the first row taught is used for the second.
    lines, faults = entries(HEADER + row + row)
    assert faults == []
    assert [(e.side, e.kind, e.amount_minor) for e in lines] == [
        (side, derived, 500)
    ] * 2


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (",,P1,2026-01-15,,5.00,,,", "column account: the account is blank"),
        ("C1,,P1,,,5.00,,,", "column date: the date is blank"),
        ("C1,,P1,2026-02-30,,5.00,,,", "column date: “2026-02-30” is not a date;"
         " expected YYYY-MM-DD or DD/MM/YYYY"),
        ("C1,,P1,2026-01-15,soon,5.00,,,", "column due_date: “soon” is not a date;"
         " expected YYYY-MM-DD or DD/MM/YYYY"),
        ("C1,,P1,2026-01-15,,5.00,6.00,,", "column credit: both debit and credit are"
         " filled"),
        ("C1,,P1,2026-01-15,,,,,", "column debit: neither debit nor credit has an"
         " amount"),
        ("C1,,P1,2026-01-15,,0.00,0.00,,", "column debit: neither debit nor credit has"
         " an amount"),
        ("C1,,P1,2026-01-15,,five,,,", "column debit: “five” is not an amount"),
        ("C1,,P1,2026-01-15,,5.001,,,", "column debit: “5.001” has more decimals than"
         " EUR, which has 2"),
        ("C1,,P1,2026-01-15,,１２.50,,,", "column debit: “１２.50” is not an amount"),
        ("C1,,P1,2026-01-15,,99999999999999.99,,,", "column debit: “99999999999999.99”"
         " is too large for an amount"),
        ("C1,,P1,2026-01-15,,5.00,,EURO,", "column currency: “EURO” is not a currency;"
         " expected an ISO 4217 code such as EUR"),
        ("C1,,P1,2026-01-15,,5.00,,XYZ,", "column currency: “XYZ” is not a currency;"
         " expected an ISO 4217 code such as EUR"),
        ("C1,bill,P1,2026-01-15,,5.00,,,", "column kind: “bill” is no kind of entry"),
        ("C" * 65 + ",,P1,2026-01-15,,5.00,,,", "column account: 65 characters, more"
         " than 64"),
        ("C1,," + "P" * 101 + ",2026-01-15,,5.00,,,", "column piece: 101 characters,"
         " more than 100"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_reported_and_the_others_kept(entries, row, fault):
    good = "C1,,P9,2026-01-15,,9.00,,,\n"
    lines, faults = entries(HEADER + good + row + "\n" + good)
    assert [e.line for e in lines] == [2, 4]
    assert faults == [f"e.csv:3, {fault}."]


def test_currencies_have_their_own_decimals(entries):
    text = HEADER + (
        "C1,,P1,2026-01-15,,1.500,,TND,\n"
        "C1,,P2,2026-01-15,,1500,,JPY,\n"
        "C1,,P3,2026-01-15,,5.00,,usd,\n"
        "C1,,P4,2026-01-15,,5.00,,USD,\n"
    )
    lines, faults = entries(text)
    assert faults == []
    assert [(e.amount_minor, e.currency) for e in lines] == [
        (1500, "TND"),
        (1500, "JPY"),
        (500, "USD"),
        (500, "USD"),
    ]
    no_decimals = "account,piece,date,debit,credit\nC1,P,2026-01-15,5.00,\n"
    again = no_decimals + "C1,P,2026-01-15,5.00,\n"
    assert [e.amount_minor for e in entries(again, "JPY")[0]] == [5, 5]


def test_the_file_proves_its_decimal_mark(entries):
    header = "account;piece;date;debit;credit\n"
    row = "C1;P1;2026-01-15;{};\n"
    comma, _ = entries(header + row.format("1.234") + row.format("7,50"))
    point, _ = entries(header + row.format("1,234") + row.format("7.50"))
    assert [e.amount_minor for e in comma] == [123400, 750]
    assert [e.amount_minor for e in point] == [123400, 750]


def test_an_amount_nothing_decides_is_reported_not_guessed(entries):
    header = "account;piece;date;debit;credit\n"
    row = "C1;P1;2026-01-15;{};\n"
    lines, faults = entries(header + row.format("1,234") + row.format("12"))
    assert [e.amount_minor for e in lines] == [1200]
    assert faults == [
        "e.csv:2, column debit: “1,234” may mean thousands or decimals,"
        " and nothing in the file tells."
    ]


def test_whole_numbers_are_whole_amounts(entries):
    rows = "".join(f"C1;P{n};2026-01-15;{n};\n" for n in (1, 12, 123, 1234))
    lines, faults = entries("account;piece;date;debit;credit\n" + rows)
    assert [e.amount_minor for e in lines] == [100, 1200, 12300, 123400]
    assert faults == []


def test_a_proof_met_after_the_sample_counts_from_there(entries):
    header = "account;piece;date;debit;credit\n"
    row = "C1;P1;2026-01-15;{};\n"
    text = header + row.format("5") * 2_500 + row.format("7,50") + row.format("1.234")
    lines, faults = entries(text)
    assert [e.amount_minor for e in lines[-2:]] == [750, 123400]
    assert faults == []


def test_a_file_that_mixes_marks_is_said_and_only_plain_amounts_read(entries):
    header = "account;piece;date;debit;credit\n"
    row = "C1;P1;2026-01-15;{};\n"
    text = header + row.format("7,50") + row.format("7.50") + row.format("1,234")
    lines, faults = entries(text)
    assert [e.amount_minor for e in lines] == [750, 750]
    assert faults[0] == (
        "e.csv: some amounts have a decimal comma and some a point;"
        " those that may be either are refused."
    )
    assert "“1,234” may mean" in faults[1]


def test_a_file_with_the_month_first_is_refused(entries):
    text = HEADER + "C1,,P1,01/31/2026,,5.00,,,\n"
    with pytest.raises(InputFileError, match="the dates have the month first"):
        entries(text)
    late = "C1,,P1,01/02/2026,,5.00,,,\n" * 3_000 + "C1,,P1,01/31/2026,,5.00,,,\n"
    with pytest.raises(InputFileError, match="the dates have the month first"):
        entries(HEADER + late)


def test_rows_without_piece_are_kept_and_said_once(entries):
    row = "C1,,,2026-01-15,,,5.00,,Transfer\n"
    lines, faults = entries(HEADER + row + row)
    assert [e.piece for e in lines] == ["", ""]
    assert faults == [
        "e.csv:2, column piece: the piece is blank; letters and lists show the label, or"
        " “without number” (2 lines, this one first)."
    ]
    assert entries(HEADER + row)[1] == [
        "e.csv:2, column piece: the piece is blank; letters and lists show the label, or"
        " “without number”."
    ]


def test_an_invoice_due_before_its_own_date_is_kept_and_said_by_line(entries):
    row = "C1,,INV-{},2026-02-01,{},5.00,,,\n"
    days = ("2026-01-31", "2026-02-01", "31/12/2025")
    rows = [row.format(place, day) for place, day in enumerate(days)]
    lines, faults = entries(HEADER + "".join(rows))
    assert [e.due_on for e in lines] == ["2026-01-31", "2026-02-01", "2025-12-31"]
    assert faults == [
        "e.csv:2, column due_date: due on 2026-01-31, before its date 2026-02-01;"
        " imported as written.",
        "e.csv:4, column due_date: due on 2025-12-31, before its date 2026-02-01;"
        " imported as written.",
    ]


def test_texts_are_trimmed_cleaned_and_labels_cut(entries):
    text = HEADER + (
        ' C1 ,, P1 ,2026-01-15,,5.00,,," two\nlines "\n'
        f"C1,,P2,2026-01-15,,5.00,,,{'x' * 600}\n"
        "C1,,P3,2026-01-15,,5.00,,,a\u202eb\n"
    )
    lines, faults = entries(text)
    assert faults == []
    assert [(e.account, e.piece, e.label, e.line) for e in lines] == [
        ("C1", "P1", "two lines", 2),
        ("C1", "P2", "x" * 500, 4),
        ("C1", "P3", "a b", 5),
    ]


def test_a_trailing_separator_and_blank_rows_cost_nothing(entries):
    text = (
        HEADER + "C1,,P1,2026-01-15,,5.00,,,,\n,,,,,,,,\n\nC1,,P2,2026-01-15,,5.00,,\n"
    )
    lines, faults = entries(text)
    assert [(e.piece, e.line) for e in lines] == [("P1", 2), ("P2", 5)]
    assert faults == []


def test_notes_are_told_apart_from_faults(tmp_path):
    path = tmp_path / "e.csv"
    path.write_text("account,piece,date,debit,credit,colour\nC1,P,2026-01-15,x,,red\n")
    found = list(read_entries(path, default_currency="EUR"))
    assert [isinstance(item, InputFileNote) for item in found] == [True, False]
    assert (found[1].line, found[1].column, found[1].code) == (
        2,
        "debit",
        "file.refused",
    )


def test_batches_are_bounded_and_progress_adds_up(tmp_path):
    path = tmp_path / "e.csv"
    path.write_text(HEADER + "C1,,P1,2026-01-15,,5.00,,,\n" * 5_000)
    seen = []
    sizes = [
        len(batch)
        for batch in read_entries(path, default_currency="EUR", progress=seen.append)
    ]
    assert sizes == [2_000, 2_000, 1_000]
    assert sum(seen) == path.stat().st_size
