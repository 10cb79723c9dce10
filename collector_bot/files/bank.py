"""Read a bank's file, whatever its format: one door for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from collector_bot.core.bank import BankStatement
from collector_bot.core.errors import InputFileError
from collector_bot.core.money import checked_currency
from collector_bot.files.bank_camt import read_camt
from collector_bot.files.bank_cfonb import CFONB_FIRST, read_cfonb
from collector_bot.files.bank_csv import CsvLayout, read_bank_csv
from collector_bot.files.bank_mt940 import MT940_FIRST, read_mt940
from collector_bot.files.bank_ofx import OFX_FIRST, read_ofx
from collector_bot.files.table import Progress
from collector_bot.files.text import inspect_text

_HEAD_BYTES = 65_536
_XML: Final = re.compile(r"\s*<(?:\?xml|!|[A-Za-z])")


def read_bank(
    path: Path,
    *,
    layout: CsvLayout | None = None,
    default_currency: str,
    progress: Progress | None = None,
) -> Iterator[BankStatement | InputFileError]:
    """Yield a file's statements, and one `InputFileError` a refused movement.

    An `InputFileNote` among them says something about the file and refuses nothing.
    The format is told by what stands in the file, never by its name: camt.053,
    camt.054, camt.052, MT940, MT942, CFONB 120, OFX 1 and 2; anything else is read as
    CSV.

    Args:
        path: the bank's file.
        layout: how the bank's CSV is laid out, None when not described.
        default_currency: ISO 4217 code where a file names none.
        progress: called with the bytes read since the last call.

    Raises:
        InputFileError: the whole file is refused, maybe after some statements: keep
            them in one transaction.
    """
    currency = checked_currency(default_currency)
    text = inspect_text(path, long_lines=True)
    with path.open("rb") as handle:
        head = handle.read(_HEAD_BYTES).decode(text.encoding, errors="replace")
    head = head.removeprefix("\ufeff")
    if OFX_FIRST.match(head):
        yield from read_ofx(text, default_currency=currency, progress=progress)
    elif _XML.match(head):
        yield from read_camt(path, default_currency=currency, progress=progress)
    elif MT940_FIRST.search(head):
        yield from read_mt940(text, default_currency=currency, progress=progress)
    elif CFONB_FIRST.match(head):
        yield from read_cfonb(text, default_currency=currency, progress=progress)
    else:
        yield from read_bank_csv(
            path, layout=layout, default_currency=currency, progress=progress
        )
