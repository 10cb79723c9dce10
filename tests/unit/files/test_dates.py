"""Written dates."""

import pytest

from collector_bot.core.errors import InputFileError
from collector_bot.files.dates import DateReader, NotADate


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026/1/5", "2026-01-05"),
        ("20260131", "2026-01-31"),
        ("31/01/2026", "2026-01-31"),
        ("5/1/2026", "2026-01-05"),
        ("31.01.26", "2026-01-31"),
        ("31/01/79", "2079-01-31"),
        ("31/01/80", "1980-01-31"),
        ("31-01-2026", "2026-01-31"),
        ("31012026", "2026-01-31"),
        ("03/04/2026", "2026-04-03"),
        (" 2026-01-31 ", "2026-01-31"),
        ("2026-01-31T00:00:00", "2026-01-31"),
        ("2026-01-31 10:20:30.5Z", "2026-01-31"),
        ("31/01/2026 00:00", "2026-01-31"),
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_dates(text, iso):
    assert DateReader("f.csv")[text] == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "31/02/2026",
        "32/01/2026",
        "2026-13-01",
        "1899-12-31",
        "2100-01-01",
        "46053",
        "2026131",
        "2026-01/31",
        "26-01-15",
        "tomorrow",
        "٣١/٠١/٢٠٢٦",
        "1" * 50_000,
    ],
)
def test_what_is_no_date_is_said(text):
    with pytest.raises(NotADate, match="is not a date; expected YYYY-MM-DD"):
        DateReader("f.csv")[text]


def test_a_sample_with_the_month_first_is_refused_whole():
    with pytest.raises(InputFileError) as caught:
        DateReader("f.csv").sample(["03/04/2026", "01/31/2026"])
    assert str(caught.value) == (
        "f.csv: the dates have the month first (“01/31/2026”), and then 03/04 is read"
        " wrong. Write them as YYYY-MM-DD or DD/MM/YYYY."
    )


def test_a_month_first_found_late_still_refuses_the_file():
    dates = DateReader("f.csv")
    dates.sample(["03/04/2026"])
    assert dates["03/04/2026"] == "2026-04-03"
    with pytest.raises(InputFileError, match="month first") as caught:
        dates["04/13/2026"]
    assert caught.value.line is None


def test_one_odd_date_among_day_first_ones_is_only_that_date():
    dates = DateReader("f.csv")
    dates.sample(["31/01/2026", "01/31/2026"])
    with pytest.raises(NotADate):
        dates["01/31/2026"]
    assert dates["03/04/2026"] == "2026-04-03"


def test_a_day_first_date_met_late_proves_the_order_from_there():
    dates = DateReader("f.csv")
    dates.sample(["03/04/2026"])
    assert dates["13/04/2026"] == "2026-04-13"
    with pytest.raises(NotADate):
        dates["04/13/2026"]
