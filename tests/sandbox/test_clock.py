"""The movable clock."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from collector_bot.sandbox.clock import MovableClock


def clock_at(path: Path, text: str) -> MovableClock:
    return MovableClock(path, now=lambda: datetime.fromisoformat(text))


def test_a_new_clock_shows_the_machines_time_in_the_companys_zone(tmp_path):
    clock = clock_at(tmp_path / "offset", "2026-11-24T23:30:00+00:00")
    assert clock.offset_seconds == 0
    assert clock.now().isoformat() == "2026-11-25T00:30:00+01:00"
    assert clock.today() == date(2026, 11, 25)


def test_days_add_up_in_a_file_another_process_can_read(tmp_path):
    path = tmp_path / "offset"
    clock = clock_at(path, "2026-11-24T08:00:00+00:00")
    assert clock.advance(days=1) == date(2026, 11, 25)
    assert clock.advance(days=7) == date(2026, 12, 2)
    assert path.read_text() == "691200\n"
    assert clock_at(path, "2026-11-24T08:00:00+00:00").today() == date(2026, 12, 2)
    assert [one.name for one in tmp_path.iterdir()] == ["offset"]


def test_a_day_over_the_clock_change_keeps_the_wall_time(tmp_path):
    path = tmp_path / "offset"
    clock = clock_at(path, "2026-10-24T07:00:00+00:00")
    clock.advance(days=1)
    assert clock.now().isoformat() == "2026-10-25T09:00:00+01:00"
    assert clock.offset_seconds == 90000


@pytest.mark.parametrize(("machine", "offset"), [("05:30", 9000), ("21:30", -48600)])
def test_the_rehearsal_starts_in_the_morning_of_the_same_day(tmp_path, machine, offset):
    clock = clock_at(tmp_path / "offset", f"2026-11-24T{machine}:00+00:00")
    clock.start_at(9)
    assert clock.now().isoformat() == "2026-11-24T09:00:00+01:00"
    assert clock.offset_seconds == offset


@pytest.mark.parametrize("days", [0, -1])
def test_the_clock_never_goes_back(tmp_path, days):
    clock = clock_at(tmp_path / "offset", datetime(2026, 1, 1, tzinfo=UTC).isoformat())
    with pytest.raises(ValueError, match="only moves forward"):
        clock.advance(days=days)
