"""Accounts: completed by files, never emptied by them; written to where they said."""

import pytest

from collector_bot.core.ledger import ContactRole
from collector_bot.store import accounts
from collector_bot.store.accounts import Draft
from tests.ledger import CLERK, MONDAY


def keep(database, **told):
    with database.writing() as connection:
        drafts = [Draft("ACME", **told)]
        (outcome,) = accounts.keep(connection, drafts, by=CLERK, at=MONDAY)
        return outcome.became


def acme(database):
    with database.reading() as connection:
        return accounts.by_code(connection, "ACME")


def emails(database):
    return [contact.email for contact in acme(database).contacts]


def test_an_account_is_new_once_then_the_same_then_changed(database):
    told = {"name": "Acme", "emails": ("a@acme.example",), "ibans": ("FR76",)}

    assert keep(database, **told) == "new"
    assert keep(database, **told) == "same"
    assert keep(database, **{**told, "name": "Acme SAS"}) == "changed"
    assert keep(database, aliases=("Acmé",)) == "changed"
    assert keep(database, aliases=("acme",)) == "same"


def test_an_empty_field_of_a_file_leaves_what_is_known(database):
    keep(
        database,
        name="Acme",
        terms="45 eom",
        siren="732829320",
        emails=("a@acme.example",),
    )

    keep(database)

    known = acme(database)
    assert (known.name, known.terms, known.siren) == ("Acme", "45 eom", "732829320")
    assert emails(database) == ["a@acme.example"]


def test_an_account_without_a_name_is_called_by_its_code(database):
    keep(database)

    assert acme(database).name == "ACME"


def test_who_is_chased_is_written_to_first_whatever_order_the_file_had(database):
    keep(database, emails=("any@acme.example",), role=ContactRole.OTHER)
    keep(database, emails=("bills@acme.example",), role=ContactRole.BILLING)
    keep(database, emails=("pay@acme.example", "two@acme.example"))

    assert emails(database) == [
        "pay@acme.example", "two@acme.example", "bills@acme.example", "any@acme.example"
    ]  # fmt: skip


def test_a_file_replaces_the_contacts_of_the_role_it_names(database):
    keep(database, emails=("bills@acme.example",), role=ContactRole.BILLING)
    keep(database, emails=("old@acme.example",))

    keep(database, emails=("new@acme.example",))

    assert emails(database) == ["new@acme.example", "bills@acme.example"]


def test_an_address_that_came_back_is_not_written_to_even_when_a_file_repeats_it(
    database,
):
    keep(database, emails=("a@acme.example", "b@acme.example"))
    with database.writing() as connection:
        hit = accounts.mark_bounced(connection, "a@acme.example", at=MONDAY)
        again = accounts.mark_bounced(connection, "a@acme.example", at=MONDAY)

    assert (len(hit), again) == (1, [])
    assert emails(database) == ["b@acme.example"]
    keep(database, emails=("c@acme.example", "a@acme.example"))
    assert emails(database) == ["c@acme.example"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ACME", ["ACME"]), ("ACM", []), ("%", []), ("_", []), ("", []), ("'", [])],
)
def test_words_shorter_than_four_letters_find_nobody(database, typed, found):
    keep(database, name="Acme")

    with database.reading() as connection:
        hits = accounts.sharing_a_word(connection, [typed])
    assert [one.code for one in hits] == found


def test_an_account_is_found_by_its_address_and_its_domain(database):
    keep(database, emails=("a@acme.example", "b@acme.example"))

    with database.reading() as connection:
        by_email = accounts.by_email(connection, "a@acme.example")
        by_domain = accounts.by_domain(connection, "acme.example")
        nobody = accounts.by_email(connection, "x@acme.example")

    assert [one.code for one in by_email] == ["ACME"]
    assert [one.code for one in by_domain] == ["ACME"]
    assert nobody == []
