"""A mail that says several things says them all, also beside new bank details."""

from tests.unit.reading.mails import read

SEVERAL = """From: compta@acme.example
To: comptabilite@ateliers-morel.example
Date: Tue, 24 Nov 2026 10:00:00 +0000

Hello,
we will pay F-1041 (1,284.00 EUR) on 30 November.
Our bank details have changed, new IBAN FR7630006000011234567890189.
Invoice F-1042 is wrong: the price agreed was lower. Please send a copy of it.
Regards
Jane
"""


def test_a_mail_that_says_four_things_says_them_all():
    kinds = {type(one).__name__ for one in read(SEVERAL.encode()).findings}
    assert kinds == {"Promise", "BankDetailsChange", "Dispute", "DocumentRequest"}
