"""Facts of letters, small and full, and the letters the repository ships."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from collector_bot.core.money import Money
from collector_bot.letters import (
    Company,
    LetterFacts,
    LetterItem,
    Letters,
    ReplyFacts,
)

TEMPLATES = Path(__file__).parents[3] / "templates"
LEVELS = ("courtesy", "reminder_1", "reminder_2", "firm", "formal_notice")
MOREL = Company(
    name="Ateliers Morel SAS",
    signature="Le service comptabilité clients",
    signature_en="Accounts receivable",
    phone="+33 4 72 00 00 00",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    reply_to="comptabilite@ateliers-morel.example",
)


def _eur(text: str) -> Money:
    return Money.of(text, "EUR")


def _item(piece: str = "F-118", open_: str = "1234.56", late: int = 5) -> LetterItem:
    return LetterItem(
        piece, date(2026, 10, 23), date(2026, 11, 22), _eur(open_), _eur(open_), late
    )


def _facts(
    template: str = "reminder_1", language: str = "fr", **changes
) -> LetterFacts:
    one = LetterFacts(
        template=template,
        language=language,
        account_code="CACME",
        account_name="Acme SARL",
        today=date(2026, 11, 27),
        items=(_item(),),
        not_yet_due=(),
        credits=(),
        due=_eur("1234.56"),
        credited=_eur("0"),
        net=_eur("1234.56"),
        company=MOREL,
        reference="ACME-2026-0007",
    )
    return replace(one, **changes)


def _full(template: str, language: str) -> LetterFacts:
    return _facts(
        template,
        language,
        items=(_item(), _item("F-119", "1000.00")),
        not_yet_due=(_item("F-140", late=-13),),
        credits=(_item("AV-7", "34.56"),),
        due=_eur("2234.56"),
        credited=_eur("34.56"),
        net=_eur("2200.00"),
        previous_sent_on=date(2026, 11, 24),
        broken_promise_on=date(2026, 11, 20),
        pay_by=date(2026, 12, 5),
    )


def _reply(**changes) -> ReplyFacts:
    one = ReplyFacts(
        language="fr",
        account_code="CACME",
        account_name="Acme SARL",
        today=date(2026, 11, 27),
        company=MOREL,
        reference="ACME-2026-0007",
        payment=_eur("1234.56"),
        payment_on=date(2026, 11, 26),
    )
    return replace(one, **changes)


def _every_letter(letters):
    """Each dunning letter twice a language: the fullest and the barest."""
    for template in LEVELS:
        for language in ("fr", "en"):
            yield language, letters.dunning(_full(template, language))
            yield language, letters.dunning(_facts(template, language))


@pytest.fixture(scope="module")
def letters() -> Letters:
    return Letters(TEMPLATES)


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


@pytest.fixture
def eur():
    """Makes euros from a plain decimal string."""
    return _eur


@pytest.fixture
def item():
    """Makes an invoice five days late."""
    return _item


@pytest.fixture
def facts():
    """Makes facts of a letter about one invoice."""
    return _facts


@pytest.fixture
def full():
    """Makes facts in which everything occurs."""
    return _full


@pytest.fixture
def reply():
    """Makes facts of an answer."""
    return _reply


@pytest.fixture
def every_letter(letters):
    """Language and letter: each level, full and with one invoice."""
    return list(_every_letter(letters))
