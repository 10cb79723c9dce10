"""Whose name is it: as registered, cut, turned round, misspelt, in a bank's text."""

import pytest

from collector_bot.core.ledger import AccountId
from collector_bot.core.matching.names import Names, named_in, opens_name

BOOK = {
    1: ("Établissements Géraud & Cie SARL",),
    2: ("Atelier Vernois Lyon SAS",),
    3: ("Atelier Vernois Nice SAS",),
    4: ("Chaudronnerie Talbré", "CT Industries"),
    5: ("S.N.T.R. Transports",),
}


@pytest.fixture
def names():
    made = Names()
    for account, known in BOOK.items():
        made.add(AccountId(account), known)
    return made


def best(names, written, *, whole=True):
    found = names.like(written, whole=whole)
    return max(found, key=lambda one: found[one].weight, default=None)


@pytest.mark.parametrize(
    ("written", "account"),
    [
        ("ETS GERAUD", 1),
        ("GERAUD ET CIE", 1),
        ("VERNOIS LYON ATELIER", 2),
        ("ATELIER VERNOIS NIC", 3),
        ("CHAUDRONNERIE TALBER", 4),
        ("CHAUDRONNERIE TALB", 4),
        ("CT INDUSTRIES SA", 4),
        ("SNTR TRANSPORTS", 5),
    ],
)
def test_a_mangled_name_is_its_accounts(names, written, account):
    assert best(names, written) == account


def test_a_name_alone_in_a_text_is_found(names):
    text = "VIR SEPA RECU DE CHAUDRONNERIE TALBRE\nMOTIF FACT 12"

    assert best(names, named_in(text), whole=False) == 4


def test_a_stranger_who_shares_one_word_is_hardly_anybody(names):
    found = names.like("PAPETERIE VERNOIS SARL", whole=True)

    assert all(one.weight < 1 for one in found.values())


def test_the_likelier_town_weighs_more(names):
    found = names.like("ATELIER VERNOIS LYON", whole=True)

    assert found[AccountId(2)].weight > 50 * found[AccountId(3)].weight


def test_a_text_without_a_name_opens_none():
    assert not opens_name("VIREMENT RECU FACT 2026-12")
    assert opens_name("VIR RECU /ORDP/TALBRE/")
