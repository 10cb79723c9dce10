"""Facts every template is tried with at start: the fullest letter and the barest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from collector_bot.core.money import Money
from collector_bot.letters.facts import (
    Company,
    Language,
    LetterFacts,
    LetterItem,
    ReplyFacts,
)

REFERENCE = "SAMPLE-2026-0001"
_TODAY = date(2026, 11, 27)
_COMPANY = Company(
    name="Sample & Co",
    signature="Le service comptabilité clients",
    signature_en="Accounts receivable",
    phone="+33 4 72 00 00 00",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    reply_to="accounts@sample.example",
)
_LATE = LetterItem(
    piece="F-2026-0118",
    dated_on=date(2026, 10, 23),
    due_on=date(2026, 11, 22),
    amount=Money(1234_56, "EUR"),
    open=Money(1000_00, "EUR"),
    overdue_days=5,
    label="Sample",
)
_CREDIT = LetterItem(
    piece="AV-2026-0007",
    dated_on=date(2026, 11, 2),
    due_on=None,
    amount=Money(50_00, "EUR"),
    open=Money(50_00, "EUR"),
)


def sample_letters(language: Language) -> tuple[LetterFacts, LetterFacts]:
    """Return a letter in which everything occurs, and one with a single invoice."""
    bare = LetterFacts(
        template="",
        language=language,
        account_code="C001",
        account_name="Sample Customer",
        today=_TODAY,
        items=(_LATE,),
        not_yet_due=(),
        credits=(),
        due=_LATE.open,
        credited=Money(0, "EUR"),
        net=_LATE.open,
        company=_COMPANY,
        reference=REFERENCE,
    )
    rich = replace(
        bare,
        items=(
            replace(_LATE, piece="F-2026-0101", due_on=date(2026, 11, 10)),
            replace(_LATE, piece="F-2026-0119"),
        ),
        not_yet_due=(replace(_LATE, piece="F-2026-0140", overdue_days=-20),),
        credits=(_CREDIT,),
        due=Money(2000_00, "EUR"),
        credited=_CREDIT.open,
        net=Money(1950_00, "EUR"),
        previous_sent_on=date(2026, 11, 12),
        broken_promise_on=date(2026, 11, 20),
        pay_by=date(2026, 12, 5),
    )
    return rich, bare


def sample_replies(language: Language) -> tuple[ReplyFacts, ReplyFacts]:
    """Return an answer in which everything occurs, and one that knows nothing."""
    bare = ReplyFacts(
        language=language,
        account_code="C001",
        account_name="Sample Customer",
        today=_TODAY,
        company=_COMPANY,
        reference=REFERENCE,
    )
    rich = replace(
        bare,
        payment=Money(1234_56, "EUR"),
        payment_on=_TODAY,
        settled=(_LATE, replace(_LATE, piece="F-2026-0119")),
        left=(replace(_LATE, piece="F-2026-0120"),),
    )
    return rich, bare
