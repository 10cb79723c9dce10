"""What a bank line is to us."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.bank import BankLine, LineNature
from collector_bot.core.matching.natures import nature_of
from collector_bot.core.money import Money


@pytest.mark.parametrize(
    ("minor", "reason", "text", "nature"),
    [
        (100, "", "avoir pour retour de marchandise", (LineNature.RECEIVED, "")),
        (100, "AC04", "VIR", (LineNature.NOT_A_CUSTOMER, "reversal")),
        (-100, "AM04", "PRLV", (LineNature.RETURNED, "")),
        (-100, "", "Rejet de prélèvement", (LineNature.RETURNED, "")),
        (-100, "", "PRLV EDF", (LineNature.OUTGOING, "")),
    ],
)
def test_our_own_payment_that_comes_back_is_no_customers(minor, reason, text, nature):
    line = BankLine(
        date(2026, 11, 20), Money(minor, "EUR"), text=text, return_reason=reason
    )
    assert nature_of(line) == nature
