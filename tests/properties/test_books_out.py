"""A FEC that is written is read again, whatever the words, amounts and codes."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collector_bot.core.books import BookLine, DateLet, Layout, Lettered, Standing
from collector_bot.core.corrections import Chart
from collector_bot.core.errors import InputFileError
from collector_bot.core.ledger import Side
from collector_bot.core.money import Money
from collector_bot.files.books_out import csv_bytes, fec_bytes, field
from collector_bot.files.fec import read_fec

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NAMED = WORDS.filter(lambda text: bool(field(text)))
CODES = st.none() | st.builds(
    Lettered,
    st.sampled_from(["AA", "AB", "BZ"]),
    st.sampled_from([Standing.LETTERED, Standing.PARTIAL]),
    DAYS,
    DAYS,
).map(
    lambda one: (
        one if one.standing is Standing.LETTERED
        else Lettered(one.code.lower(), one.standing, one.on, one.latest_on)
    )
)  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> list[BookLine]:
    """Draw journal entries of a customer's line and one or two others."""
    lines: list[BookLine] = []
    for number in range(draw(st.integers(1, 5))):
        total = draw(st.integers(2, 10**11))
        first = draw(st.integers(1, total - 1))
        side, on = draw(st.sampled_from(Side)), draw(DAYS)
        piece, label, name = draw(WORDS), draw(WORDS), draw(NAMED)
        for account, minor, way in (
            ("411", total, side),
            ("665", first, side.other),
            ("44571", total - first, side.other),
        ):
            own = account == "411"
            lines.append(
                BookLine(
                    number=f"OD{number}",
                    journal="OD",
                    on=on,
                    valid_on=on,
                    account=account,
                    title="Clients" if own else "Autre",
                    auxiliary=f"C{number}" if own else "",
                    name=name if own else "",
                    piece=piece,
                    piece_on=draw(DAYS),
                    label=label,
                    side=way,
                    amount=Money(minor, "EUR"),
                    lettered=draw(CODES) if own else None,
                )
            )
    return lines


@given(
    lines=entries(), mark=st.sampled_from(["\t", "|"]), days=st.sampled_from(DateLet)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_as_a_fec_is_read_again(tmp_path, lines, mark, days):
    layout = Layout(days, separator=mark)
    path = Path(tmp_path) / "123456782FEC20261231.txt"
    path.write_bytes(fec_bytes(lines, chart=Chart(), layout=layout))

    read = []
    for batch in read_fec(path):
        if isinstance(batch, InputFileError):
            assert "balance" not in str(batch)
            assert "refused" not in str(batch)
        else:
            read += batch

    own = [line for line in lines if line.auxiliary]
    assert [
        (one.account, one.account_name, one.side, one.piece, one.label,
         one.amount_minor, one.lettering, one.dated_on, one.posted_on, one.lettered_on)
        for one in read
    ] == [
        (line.auxiliary, field(line.name), line.side.value, field(line.piece),
         field(line.label) or field(line.piece) or "Lettrage", line.amount.minor,
         line.lettered.code if line.lettered else "", line.piece_on.isoformat(),
         line.on.isoformat(), _lettered_on(line, days))
        for line in own
    ]  # fmt: skip


def _lettered_on(line: BookLine, days: DateLet) -> str:
    if line.lettered is None or days is DateLet.NONE:
        return ""
    on = line.lettered.on if days is DateLet.OPERATION else line.lettered.latest_on
    return on.isoformat()


@given(lines=entries(), mark=st.sampled_from(["\t", "|"]))
def test_a_fec_balances_by_entry_and_holds_what_the_law_asks(lines, mark):
    layout = Layout(separator=mark)
    text = fec_bytes(lines, chart=Chart(), layout=layout).decode()
    header, *rows, end = text.split("\r\n")
    assert end == ""
    balance: dict[str, int] = defaultdict(int)
    for row in rows:
        cells = row.split(mark)
        assert len(cells) == len(header.split(mark)) == 18
        assert all(cells[place] for place in (0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 15))
        assert not any("\t" in cell or "|" in cell or "\n" in cell for cell in cells)
        debit, credit = cells[11], cells[12]
        assert "." not in debit + credit
        assert bool(cells[14]) <= bool(cells[13])
        balance[cells[2]] += int(debit.replace(",", "")) - int(credit.replace(",", ""))
    assert set(balance.values()) == {0}


@pytest.mark.parametrize("words", ["=1+1", "+33", "-5", "@x", "=HYPERLINK(1)"])
def test_a_spreadsheet_calculates_nothing_of_other_peoples_words(words):
    line = BookLine("OD1", "OD", date(2026, 1, 2), date(2026, 1, 2), "411", "Clients",
                    "C1", words, words, date(2026, 1, 2), words, Side.DEBIT,
                    Money(100, "EUR"))  # fmt: skip
    text = csv_bytes([line], layout=Layout(), language="fr").decode("utf-8-sig")
    cells = text.split("\r\n")[1].split(";")
    assert [cells[5], cells[6], cells[8]] == [f"'{words}"] * 3
