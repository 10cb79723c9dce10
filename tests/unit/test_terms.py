"""Payment terms: spellings, due dates, what the law allows."""

from datetime import date

import pytest

from collector_bot.core.errors import TermsError
from collector_bot.core.terms import (
    Terms,
    TermsRule,
    due_on,
    legal_concern,
    parse_terms,
)

NET, EOM, SPLIT = TermsRule.NET, TermsRule.EOM, TermsRule.EOM_SPLIT

SPELLINGS = [
    ("30 net", Terms(30)),
    ("60", Terms(60)),
    (" 60 NET ", Terms(60)),
    ("net 30", Terms(30)),
    ("Net 30 days", Terms(30)),
    ("30 days", Terms(30)),
    ("30j", Terms(30)),
    ("30 jours", Terms(30)),
    ("30 jours nets", Terms(30)),
    ("30 jours net", Terms(30)),
    ("60 jours date de facture", Terms(60)),
    ("30 days from invoice date", Terms(30)),
    ("0", Terms(0)),
    ("0 net", Terms(0)),
    ("at sight", Terms(0)),
    ("Due on receipt", Terms(0)),
    ("comptant", Terms(0)),
    ("Paiement comptant", Terms(0)),
    ("À réception de facture", Terms(0)),
    ("à vue", Terms(0)),
    ("45 eom", Terms(45, EOM)),
    ("45 EOM", Terms(45, EOM)),
    ("45 jours fin de mois", Terms(45, EOM)),
    ("45\u00a0jours fin de mois", Terms(45, EOM)),
    ("45 FDM", Terms(45, EOM)),
    ("45FDM", Terms(45, EOM)),
    ("45 j. fdm", Terms(45, EOM)),
    ("30 days end of month", Terms(30, EOM)),
    ("30 jours nets fin de mois", Terms(30, EOM)),
    ("fin de mois", Terms(0, EOM)),
    ("45 eom split", Terms(45, SPLIT)),
    ("fin de mois + 45 jours", Terms(45, SPLIT)),
    ("Fin de mois 45 jours", Terms(45, SPLIT)),
    ("fdm+45", Terms(45, SPLIT)),
    ("end of month plus 45 days", Terms(45, SPLIT)),
    ("30 eom 10", Terms(30, EOM, 10)),
    ("30 jours fin de mois le 10", Terms(30, EOM, 10)),
    ("30 FDM le 10", Terms(30, EOM, 10)),
    ("30 days, end of month, on the 10th", Terms(30, EOM, 10)),
    ("365 net", Terms(365)),
]


@pytest.mark.parametrize(("text", "terms"), SPELLINGS)
def test_spellings(text, terms):
    assert parse_terms(text) == terms


@pytest.mark.parametrize("terms", [terms for _, terms in SPELLINGS])
def test_terms_are_read_back_from_what_they_are_stored_and_written_as(terms):
    assert parse_terms(str(terms)) == terms
    assert parse_terms(terms.written("fr")) == terms
    assert parse_terms(terms.written("en")) == terms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "366 net",
        "9999",
        "-30",
        "30 eom 32",
        "30 eom 0",
        "45 eom split 10",
        "30 net 10",
        "30/60",
        "2 weeks",
        "² net",
    ],
)
def test_the_rest_is_refused(text):
    with pytest.raises(TermsError, match="are no payment terms; expected") as caught:
        parse_terms(text)
    assert caught.value.code == "terms.unreadable"


@pytest.mark.parametrize(
    ("dated_on", "text", "due"),
    [
        ("2026-01-15", "30 net", "2026-02-14"),
        ("2026-01-15", "60", "2026-03-16"),
        ("2028-02-01", "30", "2028-03-02"),
        ("2026-01-15", "at sight", "2026-01-15"),
        ("2026-01-15", "45 eom", "2026-03-31"),
        ("2026-01-15", "45 eom split", "2026-03-17"),
        ("2026-01-31", "45 eom", "2026-03-31"),
        ("2026-01-31", "45 eom split", "2026-03-17"),
        ("2028-01-15", "30 eom", "2028-02-29"),
        ("2026-01-15", "fin de mois", "2026-01-31"),
        ("2026-01-15", "30 eom 10", "2026-03-10"),
        ("2026-11-15", "30 eom 10", "2027-01-10"),
        ("2026-12-20", "30 eom 31", "2027-02-28"),
        ("2026-01-01", "30 eom 10", "2026-02-10"),
    ],
)
def test_due_dates(dated_on, text, due):
    found = due_on(date.fromisoformat(dated_on), parse_terms(text))
    assert found == date.fromisoformat(due)


def test_a_due_date_beyond_the_calendar_is_a_value_error():
    with pytest.raises(ValueError, match="beyond the calendar"):
        due_on(date(9999, 12, 15), Terms(30))
    with pytest.raises(ValueError, match=r"9999|10000"):
        due_on(date(9999, 12, 1), Terms(0, EOM, 10))


@pytest.mark.parametrize(
    "text", ["at sight", "30", "60", "45 eom", "45 eom split", "30 eom", "0 eom 10"]
)
def test_legal_terms_cause_no_concern(text):
    assert legal_concern(parse_terms(text)) is None


@pytest.mark.parametrize(
    ("text", "dated_on", "due", "latest"),
    [
        ("75", date(2027, 1, 1), date(2027, 3, 17), date(2027, 3, 2)),
        ("60 eom", date(2027, 1, 1), date(2027, 3, 31), date(2027, 3, 2)),
        ("60 eom split", date(2027, 1, 1), date(2027, 4, 1), date(2027, 3, 17)),
        ("30 eom 10", date(2027, 1, 2), date(2027, 3, 10), date(2027, 3, 3)),
    ],
)
def test_longer_terms_are_kept_with_a_concern_that_gives_an_example(
    text, dated_on, due, latest
):
    concern = legal_concern(parse_terms(text))
    assert concern is not None
    assert (concern.dated_on, concern.due_on, concern.latest_on) == (
        dated_on,
        due,
        latest,
    )


def test_the_concern_is_a_sentence_in_both_languages():
    concern = legal_concern(Terms(75))
    assert concern is not None
    assert concern.written("en") == (
        "“75 net” is longer than French law allows between businesses (60 days from "
        "the invoice, or 45 days end of month; art. L441-10 C. com.)."
    )
    assert concern.written("fr") == (
        "Le délai «\u00a075\u00a0jours nets\u00a0» dépasse le maximum légal entre "
        "professionnels (60\u00a0jours à compter de la facture, ou 45\u00a0jours fin "
        "de mois\u00a0; art.\u00a0L441-10 C.\u00a0com.)."
    )
