"""PDF advices as rows: columns under titles, pages joined, pictures nothing."""

from __future__ import annotations

import time
import zlib

from collector_bot.files.attachments import opened
from tests.unit.files.attached import pdf, right


def rows(payload: bytes) -> list[list[str]]:
    (sheet,) = opened("a.pdf", "application/pdf", payload).sheets
    return [list(row) for row in sheet.rows]


def table(y: float, lines: list[tuple[str, str, str, str]]) -> list:
    runs = []
    for at, (number, day, gross, paid) in enumerate(lines):
        level = y - 14 * at
        runs += [(60, level, number), (150, level, day)]
        runs += [right(320, level, gross), right(420, level, paid)]
    return runs


def test_a_table_without_rules_comes_out_under_its_titles():
    runs = [
        (60, 800, "AVIS DE VIREMENT"),
        (60, 780, "Date de paiement :"),
        (200, 780, "20/11/2026"),
        (60, 700, "Facture"),
        (150, 700, "Du"),
        (285, 700, "Montant brut"),
        (380, 700, "Net réglé"),
    ]
    runs += table(
        684,
        [
            ("F-1041", "08/09/2026", "1 300,00", "1 284,00"),
            ("AV-031", "", "", "-240,00"),
        ],
    )
    runs += [(60, 640, "Total"), right(420, 640, "1 044,00 €")]
    assert rows(pdf([runs])) == [
        ["AVIS DE VIREMENT"],
        ["Date de paiement :", "20/11/2026"],
        ["Facture", "Du", "Montant brut", "Net réglé"],
        ["F-1041", "08/09/2026", "1 300,00", "1 284,00"],
        ["AV-031", "", "", "-240,00"],
        ["Total", "", "", "1 044,00 €"],
    ]


def test_titles_on_two_lines_and_a_table_that_goes_on_over_the_page():
    runs = [
        (60, 710, "N° de"),
        (150, 710, "Date"),
        (280, 710, "Montant"),
        (380, 710, "Montant"),
        (60, 700, "facture"),
        (150, 700, "facture"),
        (280, 700, "brut"),
        (380, 700, "payé"),
    ]
    runs += table(684, [("F-1041", "08/09/2026", "1 300,00", "1 284,00")])
    more = table(800, [("F-1042", "21/09/2026", "2 500,00", "2 460,50")])
    assert rows(pdf([runs, more])) == [
        ["N° de facture", "Date facture", "Montant brut", "Montant payé"],
        ["F-1041", "08/09/2026", "1 300,00", "1 284,00"],
        ["F-1042", "21/09/2026", "2 500,00", "2 460,50"],
    ]


def test_three_hundred_lines_over_ten_pages_are_read():
    pages = [
        [
            *((60, 820, "Invoice"), (150, 820, "Date"), (285, 820, "Gross")),
            (390, 820, "Paid"),
            *table(
                800, [(f"F-{page * 30 + at}", "x", "9.00", "8.00") for at in range(30)]
            ),
        ]
        for page in range(10)
    ]
    assert len(rows(pdf(pages))) == 310


def test_a_page_without_text_gives_no_sheet_and_a_note():
    found = opened("scan.pdf", "application/pdf", pdf([[]]))
    assert (found.sheets, found.note) == ((), "not readable")


def test_a_pdf_under_a_password_says_so():
    locked = pdf([[(40, 800, "F-1041")]]).replace(
        b"/Root",
        b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
        b" /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >> /Root",
    )
    found = opened("a.pdf", "application/pdf", locked)
    assert (found.sheets, found.note) == ((), "encrypted")


def test_what_only_begins_as_a_pdf_gives_a_note():
    found = opened("a.pdf", "application/pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40)
    assert (found.sheets, found.note) == ((), "not readable")


def test_a_stream_that_swells_to_hundreds_of_megabytes_ends_in_time():
    packer = zlib.compressobj(9)
    block = b"BT /F1 9 Tf 60 700 Td (x) Tj ET\n" * 32_768
    stream = b"".join(packer.compress(block) for _ in range(200)) + packer.flush()
    begun = time.monotonic()
    found = opened("a.pdf", "application/pdf", pdf([[]], stream=stream))
    assert time.monotonic() - begun < 6  # the budget is 2 s; a busy machine adds to it
    assert found.note in {"not readable", "too slow"}
    assert found.sheets == ()
