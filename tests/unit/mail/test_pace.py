"""How fast letters leave, and how long a lost server is left alone."""

from datetime import UTC, datetime, timedelta

import pytest

from collector_bot.mail.rate import LetterRate
from collector_bot.mail.watch import backoff

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_no_minute_sees_more_letters_than_allowed():
    rate = LetterRate(3)
    sent = []
    now = NOON
    for _ in range(10):
        now += rate.delay(now)
        rate.record(now)
        sent.append((now - NOON).total_seconds())
    assert sent == [0, 0, 0, 60, 60, 60, 120, 120, 120, 180]


def test_the_window_slides():
    rate = LetterRate(2)
    rate.record(at(0))
    rate.record(at(40))
    assert rate.delay(at(50)) == timedelta(seconds=10)
    rate.record(at(60))
    assert rate.delay(at(61)) == timedelta(seconds=39)


def test_a_clock_set_back_holds_nothing_up():
    rate = LetterRate(1)
    rate.record(at(3600))
    assert rate.delay(at(0)) == timedelta(0)


def test_no_rate_is_a_mistake():
    with pytest.raises(ValueError, match="one or more"):
        LetterRate(0)


@pytest.mark.parametrize(
    ("attempt", "jitter", "seconds"),
    [
        (1, 0.0, 1.0),
        (1, 1.0, 1.5),
        (2, 0.0, 1.0),
        (4, 0.5, 8.0),
        (9, 0.5, 256.0),
        (9, 1.0, 300.0),
        (10, 0.0, 150.0),
        (10_000, 1.0, 300.0),
    ],
)
def test_waits_double_up_to_five_minutes(attempt, jitter, seconds):
    assert backoff(attempt, jitter) == seconds


@pytest.mark.parametrize(("attempt", "jitter"), [(0, 0.5), (1, 1.1), (1, -0.1)])
def test_impossible_attempts_are_mistakes(attempt, jitter):
    with pytest.raises(ValueError, match="attempt"):
        backoff(attempt, jitter)
