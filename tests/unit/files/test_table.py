"""Tables: encodings, dialects, headers and rows that do not fit."""

import codecs

import pytest

from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.files.table import Column, normal, open_table

COLUMNS = (
    Column("account", ("compte",), required=True),
    Column("label", ("libellé", "intitulé")),
    Column("amount", ("montant",), required=True),
)


def read(path, **how):
    with open_table(path, COLUMNS, **how) as table:
        rows, faults = [], list(table.notes)
        for batch in table.batches():
            faults += batch.faults
            for line, row in zip(batch.lines, batch.rows, strict=True):
                if not any(row):
                    continue
                try:
                    rows.append((line, *table.pick(table.fit(row, line))))
                except InputFileError as fault:
                    faults.append(fault)
        return rows, [str(fault) for fault in faults]


@pytest.fixture
def table(tmp_path):
    def write(content, **how):
        path = tmp_path / "t.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path, **how)

    return write


def refusal(table, content):
    with pytest.raises(InputFileError) as caught:
        table(content)
    assert not isinstance(caught.value, InputFileNote)
    return str(caught.value)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(table, delimiter):
    text = "account;label;amount\nC1;Chairs;5\n".replace(";", delimiter)
    assert table(text) == ([(2, "C1", "Chairs", "5")], [])


def test_more_cells_do_not_make_a_delimiter(table):
    text = "account;label;amount;x,y,z,u,v,w\nC1;a;5\n"
    assert table(text)[0] == [(2, "C1", "a", "5")]


def test_a_delimiter_inside_header_names_does_not_mislead(table):
    text = '"account","label, or not; or so","amount"\nC1,x,5\n'
    rows, notes = table(text)
    assert rows == [(2, "C1", "", "5")]
    assert notes == ["t.csv: columns nobody reads: label, or not; or so."]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
        ("iso8859-15", b""),
    ],
)
def test_encodings(table, encoding, mark):
    text = "Compte;Libellé;Montant\nC1;Œuvre à 5 €;5\n"
    assert table(mark + text.encode(encoding)) == ([(2, "C1", "Œuvre à 5 €", "5")], [])


def test_an_accent_met_only_late_still_decides_the_encoding(table):
    rows = "".join(f"C{n};Chairs;5\n" for n in range(5_000))
    text = f"account;label;amount\n{rows}C9;Référence œuf;5\n"
    found, notes = table(text.encode("cp1252"))
    assert found[-1] == (5_002, "C9", "Référence œuf", "5")
    assert notes == []
    assert table(text.encode())[0] == found


def test_one_broken_letter_does_not_turn_utf8_into_another_encoding(table):
    good = "C1;éèàùçéèàùç;5\n".encode()
    content = b"account;label;amount\n" + good + b"C2;caf\xc3;5\n"
    rows, notes = table(content)
    assert rows == [(2, "C1", "éèàùçéèàùç", "5"), (3, "C2", "caf\ufffd", "5")]
    assert notes == [
        "t.csv:3: some bytes are no text in utf-8 and are shown as \ufffd."
    ]


def test_a_letter_cut_off_at_the_end_is_said(table):
    good = "C1;éèàùçéèàùç;5\n".encode()
    rows, notes = table(b"account;label;amount\n" + good + b"C2;b;5\xc3")
    assert rows[1] == (3, "C2", "b", "5\ufffd")
    assert notes == [
        "t.csv:3: some bytes are no text in utf-8 and are shown as \ufffd."
    ]


def test_letters_already_lost_before_are_kept_without_a_word(table):
    assert table("account;label;amount\nC1;caf\ufffd;5\n") == (
        [(2, "C1", "caf\ufffd", "5")],
        [],
    )


def test_bytes_windows_has_no_letter_for_are_said(table):
    content = b"account;label;amount\nC1;\x80 \x81;5\n"
    rows, notes = table(content)
    assert rows == [(2, "C1", "€ \ufffd", "5")]
    assert notes == ["t.csv: some bytes are no text in cp1252 and are shown as \ufffd."]


def test_line_ends_may_be_mixed_and_lines_blank(table):
    text = "account;label;amount\r\nC1;a;1\nC2;b;2\r\r\n\n;;\nC3;c;3"
    assert table(text) == (
        [(2, "C1", "a", "1"), (3, "C2", "b", "2"), (7, "C3", "c", "3")],
        [],
    )


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks(table):
    text = 'account;label;amount\nC1;"a; ""b""";1\nC2;"two\r\nlines\rand three";2\nC3;c;3\n'
    assert table(text) == (
        [
            (2, "C1", 'a; "b"', "1"),
            (3, "C2", "two lines and three", "2"),
            (6, "C3", "c", "3"),
        ],
        [],
    )


def test_without_quoting_a_quote_is_a_letter(table):
    text = 'account|label|amount\nC1|"3 inches|1\n'
    assert table(text, quoted=False) == ([(2, "C1", '"3 inches', "1")], [])


def test_a_quote_never_closed_costs_its_lines_and_is_said(table):
    text = 'account;label;amount\nC1;a;1\nC2;"b;2\nC3;c;3\nC4;"d";4\nC5;e;5\n'
    rows, faults = table(text)
    assert rows == [(2, "C1", "a", "1"), (6, "C5", "e", "5")]
    assert faults == [
        "t.csv:3: the lines 3 to 5 cannot be read: a quoted cell is opened and not closed."
    ]


def test_a_quote_open_at_the_end_is_said(table):
    rows, faults = table('account;label;amount\nC1;a;1\nC2;"b;2\n')
    assert rows == [(2, "C1", "a", "1")]
    assert faults == [
        "t.csv:3: this line cannot be read: a quoted cell is opened and not closed."
    ]


def test_text_after_a_closing_quote_is_said(table):
    rows, faults = table('account;label;amount\nC1;"a"b;1\nC2;c;2\n')
    assert rows == [(3, "C2", "c", "2")]
    assert faults == [
        "t.csv:2: this line cannot be read: a quoted cell goes on after its last quote."
    ]


def test_an_endless_quote_costs_no_memory_and_reading_goes_on(table):
    filler = "x;y;1\n" * 40_000
    rows, faults = table(f'account;label;amount\nC1;"a;1\n{filler}')
    assert 10_000 < len(rows) < 40_000
    assert rows[-1] == (40_002, "x", "y", "1")
    assert "opened and not closed" in faults[0]


def test_headers_are_free_in_order_case_accents_and_unknown_ones_said_once(table):
    text = "MONTANT;Couleur;n° X;libelle;cOmPtE;;\n5;red;1;Chairs;C1;;\n6;red;1;T;C2\n"
    assert table(text) == (
        [(2, "C1", "Chairs", "5"), (3, "C2", "T", "6")],
        ["t.csv: columns nobody reads: Couleur, n° X."],
    )


def test_a_missing_column_refuses_the_file_and_names_all(table):
    assert refusal(table, "account;price\nC1;5\n") == (
        "t.csv: the column is missing: amount; found account, price;"
        " expected account, label, amount."
    )
    assert refusal(table, "a;b\n1;2\n") == (
        "t.csv: the columns are missing: account, amount; found a, b;"
        " expected account, label, amount."
    )


def test_a_column_given_twice_refuses_the_file(table):
    assert refusal(table, "account;compte;amount\n") == (
        "t.csv: two columns are the account: “account” and “compte”."
    )


def test_excels_own_first_line_and_blank_lines_before_the_header(table):
    text = "sep=;\n\n;;\naccount;label;amount\nC1;a;1\n"
    assert table(text) == ([(5, "C1", "a", "1")], [])


def test_short_rows_are_filled_and_long_ones_refused(table):
    text = "account;amount;label\nC1;5\nC2;5;a;;\nC3;5;a;b\n"
    assert table(text) == (
        [(2, "C1", "", "5"), (3, "C2", "a", "5")],
        ["t.csv:4: 4 cells where the header has 3. Quote cells that hold a semicolon."],
    )


def test_cells_are_trimmed_and_control_characters_become_spaces(table):
    text = "account;label;amount\n  C1 ;a\x00\x1b\tb\u202ec\u2028d ;\u00a05\n"
    text = text.replace("\x00", "\x01")
    assert table(text) == ([(2, "C1", "a b c d", "5")], [])


def test_a_header_alone_is_a_table_without_rows(table):
    nothing = ["t.csv: below the header there is nothing."]
    assert table("account;amount") == ([], nothing)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b" \r\n\n", "the file is empty"),
        (b"\n;;\n;\n", "there is no header line"),
        (b"PK\x03\x04rest", "the file is a spreadsheet or archive, not a text table"),
        (b"%PDF-1.7", "the file is a PDF, not a text table"),
        (b"account;amount\nC1;\x00\x01\x02", "zero bytes occur, so this is no text"),
        (b"x" * 100_000, "a line is longer than any table has"),
        (codecs.BOM_UTF32_LE + b"a\0\0\0", "the file is UTF-32 text"),
    ],
)
def test_what_is_no_table_is_refused(table, content, why):
    assert why in refusal(table, content)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    with pytest.raises(InputFileError, match=r"there is no such file|is a folder"):
        read(tmp_path / "none.csv")
    with pytest.raises(InputFileError, match=r"there is no such file|is a folder"):
        read(tmp_path)


def test_progress_adds_up_to_the_file(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("account;amount\n" + "C1;5\n" * 10_000)
    seen = []
    with open_table(path, COLUMNS) as table:
        for _ in table.batches(seen.append):
            pass
    assert len(seen) == 5
    assert sum(seen) == path.stat().st_size
    assert all(step >= 0 for step in seen)


def test_rows_come_in_batches_with_their_lines(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("account;amount\n" + "C1;5\n" * 4_500)
    with open_table(path, COLUMNS) as table:
        batches = list(table.batches())
    assert [len(batch.rows) for batch in batches] == [2_000, 2_000, 500]
    assert [batch.lines[0] for batch in batches] == [2, 2_002, 4_002]
    assert batches[-1].lines[-1] == 4_501


def test_names_are_compared_by_letters_and_digits():
    assert normal("N° de pièce") == normal("n de PIECE") == "ndepiece"


def test_a_header_is_searched_for_where_asked(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "Account;42\n\nDate of print;x\nAccount;Label;Amount\nC1;Chairs;5\n"
    )
    with open_table(path, COLUMNS, search=True) as table:
        (batch,) = table.batches()
        assert table.header == ["Account", "Label", "Amount"]
        assert (list(batch.lines), batch.rows) == ([5], [["C1", "Chairs", "5"]])
