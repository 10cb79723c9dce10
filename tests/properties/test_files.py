"""Laws of the importers: no bytes break them, no dialect changes what is read."""

import csv
import io
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from collector_bot.core.errors import InputFileError, TermsError
from collector_bot.core.terms import due_on, parse_terms
from collector_bot.files.amounts import read_minor
from collector_bot.files.customers import read_customers
from collector_bot.files.entries import read_entries
from collector_bot.files.fec import read_fec

READERS = {
    "entries": lambda path: read_entries(path, default_currency="EUR"),
    "customers": read_customers,
    "fec": read_fec,
}
HEADERS = {
    "entries": "account;kind;piece;date;due_date;debit;credit;currency;label",
    "customers": "account;name;email;language;terms;siren;vat;iban;side;currency;role",
    "fec": "JournalCode;JournalLib;EcritureNum;EcritureDate;CompteNum;CompteLib;"
    "CompAuxNum;CompAuxLib;PieceRef;PieceDate;EcritureLib;Debit;Credit;EcritureLet;"
    "DateLet;ValidDate;Montantdevise;Idevise",
}
fixtures = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=150,
    deadline=None,
)


def read_all(reader, path):
    """Read a file to its end; a refusal is an outcome, anything else a failure."""
    try:
        return list(READERS[reader](path))
    except InputFileError:
        return []


@fixtures
@given(reader=st.sampled_from(sorted(READERS)), content=st.binary(max_size=300))
@example(reader="fec", content=b"\xff\xfe\x00")
@example(reader="entries", content=b"\xfe\xff" + b"\xd8" * 9)
@example(reader="entries", content=b'account;piece;date;debit;credit\n"')
def test_no_bytes_raise_anything_but_a_refusal(tmp_path, reader, content):
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    read_all(reader, path)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "", "0", "-", "1e999", "1e99", "1,5E-99", "12,50", "1.234", "999999999999999999",
            "2026-01-15", "01/31/2026", "31/01/2026", "00000000", "99999999", "EUR",
            "JPY", "411000", "401", "70", "AN", "à nouveau", '"', '""', "avoir", "٣",
            "fr", "45 eom", "a@x.example", "FR76", "²", "\x1a", "\ufeff",
        ]
    ),
)  # fmt: skip


@fixtures
@given(
    reader=st.sampled_from(sorted(READERS)),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=20), max_size=8),
    by=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_no_cells_raise_anything_but_a_refusal(tmp_path, reader, rows, by, encoding):
    lines = [HEADERS[reader].replace(";", by), *(by.join(row) for row in rows)]
    path = tmp_path / "f.csv"
    path.write_bytes("\n".join(lines).encode(encoding, "replace"))
    for item in read_all(reader, path):
        if isinstance(item, InputFileError):
            assert len(str(item)) < 2_500
        elif isinstance(item, list):
            assert all(0 < line.amount_minor < 10**15 for line in item)
            assert all(line.account for line in item)


# ISO 8859-15 has other letters where Windows-1252 has these; nothing tells which.
UNDECIDABLE = "¤¦¨´¸¼½¾"
WORDS = st.text(
    st.characters(
        codec="cp1252",
        categories=("L", "N", "P", "S", "Zs"),
        exclude_characters=UNDECIDABLE,
    ),
    min_size=1,
    max_size=20,
).map(lambda text: " ".join(text.split()))
ENTRY = st.tuples(
    WORDS.filter(bool),
    WORDS.filter(bool),
    st.dates(date(1980, 1, 1), date(2079, 12, 31)),
    st.integers(min_value=1, max_value=10**13),
    st.booleans(),
    WORDS,
)
DIALECT = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(";,\t|"),
        "lineterminator": st.sampled_from(["\n", "\r\n", "\r"]),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    }
)
DATES = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%y", "%d-%m-%Y"]


def written(minor, mark, group):
    grouped = f"{Decimal(minor) / 100:,.2f}"
    return grouped.translate({ord(","): group, ord("."): mark})


@fixtures
@given(
    entries=st.lists(ENTRY, min_size=1, max_size=12),
    dialect=DIALECT,
    how=st.tuples(
        st.sampled_from(DATES),
        st.sampled_from(
            [(",", "."), (",", " "), (",", "\u00a0"), (".", ","), (".", "")]
        ),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
        st.permutations(["account", "piece", "date", "debit", "credit", "label"]),
    ),
)
def test_every_dialect_reads_the_same(tmp_path, entries, dialect, how):
    day, (mark, group), encoding, columns = how
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, **dialect)
    writer.writeheader()
    for account, piece, dated, minor, is_debit, label in entries:
        writer.writerow(
            {
                "account": account,
                "piece": piece,
                "date": dated.strftime(day),
                "debit" if is_debit else "credit": written(minor, mark, group),
                "label": label,
            }
        )
    path = tmp_path / "f.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    found = list(read_entries(path, default_currency="EUR"))
    lines = [line for item in found if isinstance(item, list) for line in item]
    assert [item for item in found if not isinstance(item, list)] == []
    assert [
        (e.account, e.piece, e.dated_on, e.amount_minor, e.side, e.label) for e in lines
    ] == [
        (account, piece, dated.isoformat(), minor, "D" if is_debit else "C", label)
        for account, piece, dated, minor, is_debit, label in entries
    ]


@given(
    minor=st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1),
    marks=st.sampled_from([(",", "."), (",", "\u202f"), (".", ","), (".", "’")]),
)
def test_what_is_written_is_read(minor, marks):
    mark, group = marks
    text = written(minor, mark, group)
    assert read_minor(text, mark=mark, currency="EUR") == minor


@given(st.text(max_size=40))
@example("9" * 5_000)
def test_terms_are_read_or_refused(text):
    try:
        terms = parse_terms(text)
    except TermsError:
        return
    assert parse_terms(str(terms)) == terms
    assert due_on(date(2026, 1, 15), terms) >= date(2026, 1, 15)


@given(
    st.dates(date(2000, 1, 1), date(2050, 12, 31)),
    st.integers(min_value=0, max_value=120),
)
def test_the_readings_of_end_of_month_stand_in_order(dated_on, days):
    net = due_on(dated_on, parse_terms(f"{days} net"))
    eom = due_on(dated_on, parse_terms(f"{days} eom"))
    tenth = due_on(dated_on, parse_terms(f"{days} eom 10"))
    assert net <= eom < tenth
    assert (eom.month, eom.year) == (net.month, net.year)
    assert tenth.day == 10
    assert (tenth - eom).days == 10
    assert due_on(dated_on, parse_terms(f"{days} eom split")) >= net
