"""The aged balance: boundaries, credits, currencies, and the rule in words."""

from datetime import date, timedelta

import pytest

from collector_bot.core.insight.ageing import (
    BOUNDS,
    Bucket,
    age,
    bucket_name,
    bucket_of,
    rule_words,
    total,
)
from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.money import Money

TODAY = date(2026, 6, 30)


def item(minor, *, late=None, side=Side.DEBIT, currency="EUR"):
    due = None if late is None else TODAY - timedelta(days=late)
    money = Money(minor, currency)
    kind = Kind.INVOICE if side is Side.DEBIT else Kind.PAYMENT
    return OpenItem(
        EntryId(1), AccountId(1), side, kind, "N", date(2026, 1, 1), due, money, money
    )


# A1: 30, 60 and 90 belong to the bucket they end.
@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (-400, "not_due"), (-1, "not_due"), (0, "not_due"), (1, "1-30"), (29, "1-30"),
        (30, "1-30"), (31, "31-60"), (60, "31-60"), (61, "61-90"), (90, "61-90"),
        (91, "over_90"), (120, "over_90"), (121, "over_90"), (4000, "over_90"),
    ],
)  # fmt: skip
def test_a_day_and_its_bucket(days, bucket):
    assert bucket_of(days).value == bucket
    assert [
        bounds.bucket.value
        for bounds in BOUNDS
        if (bounds.first is None or bounds.first <= days)
        and (bounds.last is None or days <= bounds.last)
    ] == [bucket]


def test_credits_stand_in_not_due_and_the_sum_is_the_balance():
    (aged,) = age(
        [
            item(100_00, late=-5), item(50_00), item(1_00, late=1), item(2_00, late=31),
            item(4_00, late=61), item(8_00, late=91), item(16_00, late=400),
            item(30_00, side=Side.CREDIT), item(5_00, late=200, side=Side.CREDIT),
        ],
        today=TODAY,
    )  # fmt: skip

    assert [amount.minor for amount in aged.amounts] == [
        115_00,
        1_00,
        2_00,
        4_00,
        24_00,
    ]
    assert aged.unapplied == Money(-35_00, "EUR")
    assert aged.past_due == Money(31_00, "EUR")
    assert aged.balance == Money(146_00, "EUR")
    assert aged.of(Bucket.OVER_90) == Money(24_00, "EUR")


def test_currencies_are_kept_apart_and_added_up_by_themselves():
    euro, dollar = age([item(7, late=3, currency="USD"), item(5, late=3)], today=TODAY)

    assert (euro.currency, euro.balance.minor) == ("EUR", 5)
    assert (dollar.currency, dollar.balance.minor) == ("USD", 7)
    assert [one.balance for one in total([euro, dollar, euro])] == [
        Money(10, "EUR"), Money(7, "USD"),
    ]  # fmt: skip


def test_a_supplier_is_the_mirror():
    (aged,) = age(
        [item(100, late=10, side=Side.CREDIT), item(30)], today=TODAY, owed=Side.CREDIT
    )

    assert [amount.minor for amount in aged.amounts] == [-30, 100, 0, 0, 0]


def test_nothing_open_has_no_rows():
    assert age([], today=TODAY) == ()
    assert total([]) == ()


def test_headings_and_the_rule_are_said_in_both_languages():
    assert [bucket_name(bucket, "fr") for bucket in Bucket] == [
        "Non échu", "1 à 30\xa0jours", "31 à 60\xa0jours", "61 à 90\xa0jours",
        "Plus de 90\xa0jours",
    ]  # fmt: skip
    assert [bucket_name(bucket, "en") for bucket in Bucket] == [
        "Not due", "1 to 30\xa0days", "31 to 60\xa0days", "61 to 90\xa0days",
        "Over 90\xa0days",
    ]  # fmt: skip
    assert rule_words("fr") == (
        "Jours de retard après l’échéance (30 compte dans 1 à 30, 60 dans 31 à 60, "
        "90 dans 61 à 90)\u202f; les avoirs et les règlements non affectés comptent "
        "en non échu, et les devises ne s’additionnent pas."
    )
    assert rule_words("en") == (
        "Days past the due date (30 counts in 1 to 30, 60 in 31 to 60, 90 in 61 to "
        "90); credits and unapplied payments count as not due, and currencies are "
        "never added."
    )
