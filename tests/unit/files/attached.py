"""Small real attachments of the kinds customers send, made here."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

Run = tuple[float, float, str]


def pdf(pages: Sequence[Sequence[Run]], *, stream: bytes | None = None) -> bytes:
    """A PDF of Helvetica 9: each page is (x, y, text) runs; or one raw Flate stream."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode("latin-1")
    )
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        b" /Encoding /WinAnsiEncoding >>"
    )
    for at, runs in enumerate(pages):
        body = stream or zlib.compress(_text(runs))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at}"
            " 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Length {len(body)} /Filter /FlateDecode >>\nstream\n".encode()
            + body
            + b"\nendstream"
        )
    return _assembled(objects)


def _text(runs: Sequence[Run]) -> bytes:
    lines = [
        f"BT /F1 9 Tf {x} {y} Td ({_escaped(text)}) Tj ET".encode("cp1252")
        for x, y, text in runs
    ]
    return b"\n".join(lines)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for start in starts:
        out += f"{start:010d} 00000 n \n".encode()
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF"
    ).encode()
    return bytes(out)


# Helvetica's widths in thousandths, for text that ends at a place.
_WIDE = {" ": 278, ",": 278, ".": 278, "-": 333, "€": 556}


def right(x: float, y: float, text: str) -> Run:
    """A run of figures that ends at `x`."""
    width = sum(_WIDE.get(char, 556) for char in text) * 9 / 1000
    return (x - width, y, text)


def xlsx(*sheets: tuple[str, Sequence[Sequence[Any]]], **shown: str) -> bytes:
    """A workbook; `shown` gives cells (`B2="0.00"`) of the first sheet their format."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    for cell, pattern in shown.items():
        book.worksheets[0][cell].number_format = pattern
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx_of(sheet: str, *, extra: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A workbook by hand with `sheet` as the XML of its one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship'
        f' Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{sheet}</worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
        for name, data in extra:
            packed.writestr(name, data)
    return out.getvalue()
