"""Workbooks as rows of text, and the hostile ones left alone."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date

from collector_bot.files.attachments import opened, sheets_of
from tests.unit.files.attached import xlsx, xlsx_of

ROW = ["F-1041", date(2026, 9, 8), 1284.5]


def test_numbers_dates_and_text_come_out_as_shown():
    payload = xlsx(
        ("Détail", [["Facture", "Date", "Montant"], ROW, [2600110, None, "1 284,00 €"]])
    )
    (sheet,) = opened("d.xlsx", "application/octet-stream", payload).sheets
    assert sheet.name == "d.xlsx Détail"
    assert sheet.rows == (
        ("Facture", "Date", "Montant"),
        ("F-1041", "2026-09-08", "1284.50"),
        ("2600110", "", "1 284,00 €"),
    )


def test_formats_give_cents_and_currency():
    payload = xlsx(
        ("S", [["a", "b", "c", "d"], [15600, 12, 0.2, 99.999]]),
        A2='#,##0.00 "€"',
        B2="[$£-809]#,##0.00",
        C2="0%",
    )
    (sheet,) = opened("d.xlsx", "", payload).sheets
    assert sheet.rows[1] == ("15600.00 €", "12.00 £", "20.00 %", "99.99900")


def test_every_visible_sheet_is_read_and_no_hidden_one():
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(xlsx(("A", [ROW]), ("B", [ROW]), ("C", [ROW]))))
    book["B"].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    sheets = opened("d.xlsx", "", out.getvalue()).sheets
    assert [sheet.name for sheet in sheets] == ["d.xlsx A", "d.xlsx C"]


def test_merged_cells_keep_the_columns_in_place():
    from io import BytesIO

    from openpyxl import load_workbook

    rows = [["Avis de virement", None, None], ["Pièce", "Date", "Payé"], ROW]
    book = load_workbook(BytesIO(xlsx(("A", rows))))
    book["A"].merge_cells("A1:C1")
    out = BytesIO()
    book.save(out)
    (sheet,) = opened("d.xlsx", "", out.getvalue()).sheets
    assert sheet.rows[0] == ("Avis de virement",)
    assert sheet.rows[1] == ("Pièce", "Date", "Payé")


def test_five_thousand_rows_are_read_in_time():
    rows = [[f"F-{at}", date(2026, 9, 8), 10.5 + at] for at in range(5_000)]
    begun = time.monotonic()
    found = opened("d.xlsx", "", xlsx(("S", rows)))
    assert len(found.sheets[0].rows) == 5_000
    assert time.monotonic() - begun < 8  # the workbook is made here, too


def test_one_cell_in_the_last_corner_costs_nothing():
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="1048576">'
        '<c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    begun = time.monotonic()
    found = opened("d.xlsx", "", xlsx_of(sheet))
    assert time.monotonic() - begun < 6  # the budget is 2 s; a busy machine adds to it
    assert [sheet.rows for sheet in found.sheets] in ([], [(("7",),)])


def test_a_zip_bomb_is_not_unpacked():
    bomb = xlsx_of("<sheetData/>", extra=[("xl/media/a", b"\0" * 60_000_000)])
    begun = time.monotonic()
    found = opened("d.xlsx", "", bomb)
    assert (found.sheets, found.note) == ((), "unpacks to too much")
    assert time.monotonic() - begun < 6  # the budget is 2 s; a busy machine adds to it


def test_a_workbook_under_a_password_says_so():
    found = opened("d.xlsx", "", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert (found.sheets, found.note) == ((), "encrypted")


def test_a_sheet_that_unfolds_entities_is_no_sheet():
    levels = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    sheet = xlsx_of("<sheetData/>")
    import io
    import zipfile

    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet)) as packed,
        zipfile.ZipFile(out, "w") as made,
    ):
        for name in packed.namelist():
            text = packed.read(name)
            if name.endswith("sheet1.xml"):
                text = (
                    f'<!DOCTYPE w [<!ENTITY a0 "lol">{levels}]><worksheet xmlns='
                    '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    '<sheetData><row r="1"><c r="A1" t="str"><v>&a9;</v></c></row>'
                    "</sheetData></worksheet>"
                ).encode()
            made.writestr(name, text)
    begun = time.monotonic()
    found = opened("d.xlsx", "", out.getvalue())
    assert time.monotonic() - begun < 6  # the budget is 2 s; a busy machine adds to it
    assert not any("lol" in str(sheet.rows) for sheet in found.sheets)


def test_all_attachments_of_a_mail_share_one_budget():
    sheet = "".join(
        f'<row r="{at}">' + f'<c r="A{at}"><v>1</v></c>' * 40 + "</row>"
        for at in range(1, 20_001)
    )
    slow = ("a.xlsx", "", xlsx_of(f"<sheetData>{sheet}</sheetData>"))
    quick = ("b.xlsx", "", xlsx(("S", [ROW])))
    begun = time.monotonic()
    sheets = sheets_of([slow] * 6 + [quick])
    assert time.monotonic() - begun < 6
    assert sheets[-1].rows == (("F-1041", "2026-09-08", "1284.50"),)


def test_no_parser_takes_three_hundred_megabytes(tmp_path):
    shared = "<si><t>" + "x" * 900 + "</t></si>"
    bomb = tmp_path / "d.xlsx"
    bomb.write_bytes(xlsx_of("<sheetData/>" + shared * 50_000))
    code = (
        "import resource, sys; from collector_bot.files.attachments import opened;"
        "opened('d.xlsx', '', open(sys.argv[1], 'rb').read());"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    run = [sys.executable, "-c", code, str(bomb)]
    taken = subprocess.run(run, capture_output=True, check=True).stdout
    assert 0 < int(taken) < 300_000
