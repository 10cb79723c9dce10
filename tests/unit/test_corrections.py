"""Corrections balance to the cent, whatever the amount, rate, cause and currency."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_bot.core.correction_words import correction_words
from collector_bot.core.corrections import (
    Chart,
    Correction,
    Deed,
    Gap,
    Limits,
    Line,
    correction_of,
    opposite,
    without_vat,
)
from collector_bot.core.doubtful import doubtful_path
from collector_bot.core.ledger import AccountSide, Side
from collector_bot.core.money import Money
from collector_bot.core.suggestion import DifferenceCause

EVERYTHING = Limits(10**9, 10**9, 10**9)


def gap(minor, cause="discount", **facts):
    return Gap(DifferenceCause(cause), Money(minor, "EUR"), **facts)


@given(
    minor=st.integers(-(10**12), 10**12),
    cause=st.sampled_from(DifferenceCause),
    of=st.sampled_from(AccountSide),
    rate_bp=st.integers(0, 10_000),
    currency=st.sampled_from(["EUR", "JPY", "TND"]),
    in_time=st.booleans(),
)
def test_every_correction_balances_and_its_first_line_is_the_whole_difference(
    minor, cause, of, rate_bp, currency, in_time
):
    found = correction_of(
        Gap(cause, Money(minor, currency), of, in_time=in_time),
        chart=Chart(vat_rate_bp=rate_bp),
        limits=EVERYTHING,
    )

    if found is not None and found.lines:
        signed = [
            line.amount.minor if line.side is Side.DEBIT else -line.amount.minor
            for line in found.lines
        ]
        assert sum(signed) == 0
        assert min(line.amount.minor for line in found.lines) > 0 or abs(minor) == 1
        assert found.lines[0].amount == Money(abs(minor), currency)
        back = opposite(found.lines)
        assert [one.side for one in back] == [one.side.other for one in found.lines]


@pytest.mark.parametrize(
    ("gross", "rate_bp", "net"),
    [(20_00, 2000, 16_67), (20_00, 1000, 18_18), (20_00, 550, 18_96), (99, 0, 99),
     (1, 2000, 1), (3, 2000, 3), (6, 2000, 5)],
)  # fmt: skip
def test_vat_is_what_is_left(gross, rate_bp, net):
    assert without_vat(Money(gross, "EUR"), rate_bp).minor == net


def test_a_correction_out_of_balance_is_a_bug():
    line = Line("411", Side.CREDIT, Money(1, "EUR"), ("a", "b"))
    with pytest.raises(ValueError, match="does not balance"):
        Correction(DifferenceCause.ROUNDING, Deed.POST, (line,))


@pytest.mark.parametrize("cause", ["none", "partial", "on_account"])
def test_what_is_only_to_be_paid_has_no_correction(cause):
    found = correction_of(gap(-100, cause), chart=Chart(), limits=EVERYTHING)
    assert found is None


def test_a_limit_is_of_the_main_unit_whatever_the_currency():
    yen = Gap(DifferenceCause.BANK_FEE, Money(-31, "JPY"))
    dinars = Gap(DifferenceCause.BANK_FEE, Money(-30_000, "TND"))
    deeds = [
        correction_of(one, chart=Chart(), limits=Limits()) for one in (yen, dinars)
    ]
    assert [one.deed for one in deeds if one] == [Deed.PROPOSE, Deed.POST]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            [
                "L’approbation passe aussi cette correction\u00a0:",
                "665 Escompte accordé F-1\u00a0: 16,67\u00a0€ au débit",
                "44571 TVA sur escompte F-1\u00a0: 3,33\u00a0€ au débit",
                "411 Escompte accordé F-1\u00a0: 20,00\u00a0€ au crédit",
            ],
        ),
        (
            "en",
            [
                "Approving posts this correction as well:",
                "665 Discount granted F-1: €16.67 debit",
                "44571 VAT on discount F-1: €3.33 debit",
                "411 Discount granted F-1: €20.00 credit",
            ],
        ),
    ],
)
def test_it_is_said_in_plain_words(language, expected):
    found = correction_of(
        gap(-20_00, in_time=True, piece="F-1"), chart=Chart(), limits=Limits()
    )
    assert found is not None
    assert list(correction_words(found, language)) == expected


def test_a_late_discount_says_why_it_is_claimed():
    found = correction_of(gap(-20_00), chart=Chart(), limits=Limits())
    assert found is not None
    assert list(correction_words(found, "fr")) == [
        "L’escompte a été pris après l’échéance\u00a0: rien n’est passé, le reste "
        "demeure ouvert et est à réclamer."
    ]


@given(
    minor=st.integers(1, 10**12),
    loss=st.integers(1, 100),
    rate_bp=st.integers(0, 10_000),
)
def test_each_step_of_a_doubtful_debt_balances(minor, loss, rate_bp):
    owed = Money(minor, "EUR")
    for one in doubtful_path(owed, loss_percent=loss, chart=Chart(vat_rate_bp=rate_bp)):
        sums = dict.fromkeys(Side, 0)
        for line in one.lines:
            sums[line.side] += line.amount.minor
        assert sums[Side.DEBIT] == sums[Side.CREDIT] > 0


def test_a_doubtful_debt_is_impaired_and_written_off_without_its_vat():
    steps = doubtful_path(Money(1200_00, "EUR"), loss_percent=50, chart=Chart())
    assert [
        (one.step.value, line.account, line.side.value, line.amount.decimal)
        for one in steps
        for line in one.lines
    ] == [
        ("transfer", "416", "D", "1200.00"),
        ("transfer", "411", "C", "1200.00"),
        ("impairment", "68174", "D", "500.00"),
        ("impairment", "491", "C", "500.00"),
        ("write_off", "654", "D", "1000.00"),
        ("write_off", "44571", "D", "200.00"),
        ("write_off", "416", "C", "1200.00"),
        ("reversal", "491", "D", "500.00"),
        ("reversal", "78174", "C", "500.00"),
    ]
