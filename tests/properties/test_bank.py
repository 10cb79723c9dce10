"""A statement a bank writes is read as it was meant, in every format."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_bot.core.errors import InputFileError
from collector_bot.core.money import Money
from collector_bot.files.bank import read_bank
from tests.properties import bank_writers
from tests.properties.bank_writers import Moved

# Words no bank uses for what came back, no marks of a format, no spaces that are lost.
_WORD = st.text("BDHJKMQVWXZ0123456789", min_size=1, max_size=9)
_TEXT = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)


@st.composite
def moves(draw):
    booked_on = draw(st.dates(date(2001, 1, 1), date(2078, 1, 1)))
    return Moved(
        booked_on,
        booked_on + timedelta(days=draw(st.integers(-40, 40))),
        draw(st.integers(-(10**9), 10**9).filter(bool)),
        draw(_WORD),
        draw(_TEXT),
        draw(_TEXT),
    )


@pytest.mark.parametrize(
    ("write", "balances"),
    [
        (bank_writers.camt, (True, True)),
        (bank_writers.cfonb, (True, True)),
        (bank_writers.mt940, (True, True)),
        (bank_writers.ofx1, (False, True)),
        (bank_writers.ofx2, (False, True)),
        (bank_writers.csv, (False, False)),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
@given(
    moved=st.lists(moves(), min_size=1, max_size=4),
    opening=st.integers(-(10**8), 10**8),
)
def test_what_is_written_is_read(tmp_path_factory, write, balances, moved, opening):
    path = tmp_path_factory.mktemp("bank") / "releve"
    path.write_text(write(moved, opening), encoding="utf-8")
    found = list(read_bank(path, layout=None, default_currency="EUR"))
    assert not [one for one in found if isinstance(one, InputFileError)]
    (statement,) = found
    assert [
        Moved(
            one.booked_on,
            one.value_on,
            one.amount.minor,
            one.end_to_end,
            one.name,
            one.text.partition("\n")[0],
        )
        for one in statement.lines
    ] == moved
    closing = opening + sum(one.minor for one in moved)
    assert (statement.opening, statement.closing) == (
        Money(opening, "EUR") if balances[0] else None,
        Money(closing, "EUR") if balances[1] else None,
    )


@given(content=st.binary(max_size=400))
def test_bytes_are_read_or_refused_in_one_sentence(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bank") / "releve"
    path.write_bytes(content)
    refused_or_read(path)


_PIECES = (
    ":20:\n", ":25:1\n", ":60F:C261120EUR1,00\n", ":61:2611201120C1,00NTRFX\n", ":86:166?20A",
    ":62F:C261120EUR1,00\n", "<OFX>", "<STMTRS>", "<STMTTRN>", "</STMTTRN>", "<TRNAMT>1",
    "<Document>", "<BkToCstmrStmt>", "<Stmt>", "<Ntry>", "</Ntry>", "</Document>", "<!DOCTYPE a>",
    "0130006    00001EUR2 12345678901  201126".ljust(90) + "0000000000000{\n",
    "0530006    00001EUR2 12345678901  201126     LCC\n", "Date;Montant\n", "20/11/2026;1\n",
    "\n", "é", ";", "\x00", "<![CDATA[", "]]>", '"',
)  # fmt: skip


@given(pieces=st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12))
def test_broken_files_are_read_or_refused_in_one_sentence(tmp_path_factory, pieces):
    path = tmp_path_factory.mktemp("bank") / "releve"
    path.write_text("".join(pieces), encoding="utf-8")
    refused_or_read(path)


def refused_or_read(path):
    try:
        list(read_bank(path, layout=None, default_currency="EUR"))
        told = "releve: nothing to refuse."
    except InputFileError as fault:
        told = str(fault)
    assert told.startswith("releve")
    assert told.endswith(".")
