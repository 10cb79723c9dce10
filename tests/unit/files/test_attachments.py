"""Attachments opened as sheets, whatever program wrote them."""

from __future__ import annotations

import pytest

from collector_bot.files.attachments import BYTES_MAX, opened, sheets_of
from collector_bot.files.sheets_csv import ROWS_MAX

ROWS = (("Pièce", "Montant"), ("F-1041", "1 284,00"))


@pytest.mark.parametrize(
    "payload",
    [
        "Pièce;Montant\nF-1041;1 284,00\n".encode(),
        "Pièce;Montant\r\nF-1041;1 284,00\r\n".encode("cp1252"),
        "\ufeffPièce;Montant\nF-1041;1 284,00\n".encode(),
        "Pièce\tMontant\nF-1041\t1 284,00\n".encode("utf-16"),
        'Pièce,Montant\nF-1041,"1 284,00"\n'.encode(),
        "sep=;\nPièce;Montant\nF-1041;1 284,00\n".encode(),
        "Pièce|Montant\n\nF-1041|1 284,00\n".encode(),
    ],
)
def test_every_dialect_gives_the_same_rows(payload):
    (sheet,) = sheets_of([("d.csv", "text/csv", payload)])
    assert (sheet.name, sheet.rows) == ("d.csv", ROWS)


@pytest.mark.parametrize(
    ("name", "kind", "payload"),
    [
        ("a.xlsx", "application/vnd.ms-excel", b"PK\x03\x04;;"),
        ("a.pdf", "application/pdf", b"%PDF-1.7;;"),
        ("a.csv", "text/csv", b""),
        ("a.csv", "text/csv", b"one column only"),
        ("photo.jpg", "image/jpeg", b"a;b"),
        ("a.csv", "text/csv", b"a;b\n" * (BYTES_MAX // 4 + 1)),
    ],
)
def test_what_is_not_opened(name, kind, payload):
    assert opened(name, kind, payload).sheets == ()
    assert opened(name, kind, payload).note


def test_what_is_not_opened_is_a_sheet_without_rows_and_its_note():
    (broken, whole) = sheets_of(
        [("a.pdf", "application/pdf", b"%PDF-1.7;;"), ("b.csv", "text/csv", b"a;b\n")]
    )
    assert (broken.name, broken.rows, broken.note) == ("a.pdf", (), "not readable")
    assert (whole.rows, whole.note) == ((("a", "b"),), "")


def test_rows_and_cells_are_capped():
    many = (b";".join([b"x"] * 99) + b"\n") * (ROWS_MAX + 9)
    (sheet,) = opened("a.csv", "text/csv", many).sheets
    assert (len(sheet.rows), len(sheet.rows[0])) == (ROWS_MAX, 60)
