"""Lines of the books as the bytes of a file: a FEC, or a CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date

from collector_bot.core.books import BookLine, Layout, Lettered, journal_title
from collector_bot.core.corrections import Chart
from collector_bot.core.ledger import Side
from collector_bot.core.money import Money
from collector_bot.core.wording import Both, either
from collector_bot.files.table import clean

FEC_COLUMNS = (
    "JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum"
    " CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet"
    " ValidDate Montantdevise Idevise"
).split()
CSV_COLUMNS: tuple[Both, ...] = (
    ("entry", "écriture"),
    ("journal", "journal"),
    ("date", "date"),
    ("account", "compte"),
    ("auxiliary", "auxiliaire"),
    ("name", "nom"),
    ("piece", "pièce"),
    ("piece_date", "date_pièce"),
    ("label", "libellé"),
    ("debit", "débit"),
    ("credit", "crédit"),
    ("currency", "devise"),
    ("vat_rate", "taux_tva"),
    ("state", "état"),
    ("code", "code"),
    ("lettered_on", "lettré_le"),
)
STATES: dict[str, Both] = {
    "lettered": ("lettered", "lettré"),
    "partial": ("partial", "partiel"),
    "undone": ("undone", "annulé"),
    "none": ("", ""),
}
_ENDS = "\r\n"
# A cell that begins like this is a formula to a spreadsheet, and the words are others'.
_FORMULA = re.compile(r"[=+\-@]")


def fec_bytes(lines: Iterable[BookLine], *, chart: Chart, layout: Layout) -> bytes:
    """Return lines as a FEC: 18 columns, decimal commas, days as AAAAMMJJ, UTF-8.

    No text holds a tab, a bar or a line end; a code that is not written has no day.

    Source:
        Art. A47 A-1, VII and VIII LPF; BOI-CF-IOR-60-40-20.
    """
    mark = layout.separator
    rows = [FEC_COLUMNS, *(_fec_row(line, chart, layout) for line in lines)]
    return "".join(mark.join(row) + _ENDS for row in rows).encode()


def _fec_row(line: BookLine, chart: Chart, layout: Layout) -> list[str]:
    code, day = _code(line.lettered, layout)
    debit, credit = _sides(line)
    return [
        field(line.journal),
        field(journal_title(line.journal, chart)[1]),
        field(line.number),
        _plain_day(line.on),
        field(line.account),
        field(line.title),
        field(line.auxiliary),
        field(line.name) if line.auxiliary else "",
        field(line.piece),
        _plain_day(line.piece_on),
        field(line.label) or field(line.piece) or "Lettrage",
        debit or "0,00",
        credit or "0,00",
        code,
        _plain_day(day) if day else "",
        _plain_day(line.valid_on),
        "",
        "",
    ]


def csv_bytes(lines: Iterable[BookLine], *, layout: Layout, language: str) -> bytes:
    """Return lines as a CSV: semicolons, decimal commas, ISO days, UTF-8 with a mark.

    Texts a spreadsheet would calculate begin with an apostrophe.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator=_ENDS)
    writer.writerow(either(name, language) for name in CSV_COLUMNS)
    writer.writerows(_csv_row(line, layout, language) for line in lines)
    return sheet.getvalue().encode("utf-8-sig")


def _csv_row(line: BookLine, layout: Layout, language: str) -> Iterator[str]:
    code, day = _code(line.lettered, layout)
    debit, credit = _sides(line)
    standing = line.lettered.standing.value if line.lettered else "none"
    rate = line.vat_rate_bp
    yield line.number
    yield line.journal
    yield line.on.isoformat()
    yield line.account
    yield _safe(line.auxiliary)
    yield _safe(line.name)
    yield _safe(line.piece)
    yield line.piece_on.isoformat()
    yield _safe(line.label)
    yield debit
    yield credit
    yield line.amount.currency
    yield Money(rate, "EUR").decimal.replace(".", ",") if rate else ""
    yield either(STATES[standing], language)
    yield code
    yield day.isoformat() if day else ""


def field(text: str) -> str:
    r"""Return a text as a FEC may hold it: one line, no tab, no bar, no odd signs.

    Example:
        >>> field(" F|12\tA\r\nB ")
        'F/12 A B'
    """
    return " ".join(clean(text.replace("|", "/")).split())


def _safe(text: str) -> str:
    told = clean(text)
    return f"'{told}" if _FORMULA.match(told) else told


def _sides(line: BookLine) -> tuple[str, str]:
    """Return debit and credit, "" on the other side."""
    amount = line.amount.decimal.replace(".", ",")
    return (amount, "") if line.side is Side.DEBIT else ("", amount)


def _code(lettered: Lettered | None, layout: Layout) -> tuple[str, date | None]:
    return lettered.written(layout) if lettered else ("", None)


def _plain_day(day: date) -> str:
    """Return a day as AAAAMMJJ."""
    return f"{day:%Y%m%d}" if day.year > 999 else f"{day.year:04}{day:%m%d}"  # noqa: PLR2004
