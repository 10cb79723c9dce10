"""Dates as people write them: what each means, counted from Tuesday 24 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.reading.date_moves import Direction, Moment
from collector_bot.core.reading.dates import find_dates
from collector_bot.core.reading.text import fold

TUESDAY = date(2026, 11, 24)

FRENCH_AHEAD = """
vendredi                        2026-11-27
mardi                           2026-12-01
lundi matin                     2026-11-30
ce vendredi                     2026-11-27
ce mardi                        2026-12-01
vendredi prochain               2026-12-04
mardi prochain                  2026-12-01
lundi prochain                  2026-11-30
vendredi en huit                2026-12-04
lundi en quinze                 2026-12-14
jeudi de la semaine prochaine   2026-12-03
avant le 30                     2026-11-30
au plus tard le 4 décembre      2026-12-04
le 15                           2026-12-15
le 24                           2026-11-24
le 30                           2026-11-30
au 10                           2026-12-10
d'ici le 10                     2026-12-10
le 5 du mois prochain           2026-12-05
le 10 prochain                  2026-12-10
vendredi 27                     2026-11-27
vendredi 11                     2026-12-11
lundi 30 novembre               2026-11-30
lundi 30 novembre 2026          2026-11-30
le 1er décembre                 2026-12-01
1 er janvier                    2027-01-01
le 15 janvier                   2027-01-15
le 15 janvier 2027              2027-01-15
le 4 déc.                       2026-12-04
le 30/11                        2026-11-30
le 5/1                          2027-01-05
le 30/11/2026                   2026-11-30
le 30/11/26                     2026-11-30
le 30.11.2026                   2026-11-30
le 30-11-2026                   2026-11-30
au 30.11                        2026-11-30
2026-12-01                      2026-12-01
fin de mois                     2026-11-30
fin du mois                     2026-11-30
fin de ce mois                  2026-11-30
fin du mois prochain            2026-12-31
fin novembre                    2026-11-30
fin décembre                    2026-12-31
fin janvier                     2027-01-31
fin février 2027                2027-02-28
d'ici fin janvier               2027-01-31
début décembre                  2026-12-05
début janvier                   2027-01-05
début de mois                   2026-12-05
mi-décembre                     2026-12-15
mi janvier                      2027-01-15
courant décembre                2026-12-31
en décembre                     2026-12-31
première quinzaine de décembre  2026-12-15
le mois prochain                2026-12-31
demain                          2026-11-25
demain matin                    2026-11-25
après-demain                    2026-11-26
aujourd'hui                     2026-11-24
ce jour                         2026-11-24
sous huitaine                   2026-12-02
sous quinzaine                  2026-12-09
sous 8 jours                    2026-12-02
sous 48 h                       2026-11-26
sous 48h                        2026-11-26
sous 72 heures                  2026-11-27
d'ici 10 jours                  2026-12-04
d'ici une semaine               2026-12-01
d'ici deux semaines             2026-12-08
dans trois semaines             2026-12-15
dans un mois                    2026-12-24
dans les 5 jours                2026-11-29
sous un délai de 15 jours       2026-12-09
sous 5 jours ouvrés             2026-12-01
fin de semaine                  2026-11-27
cette semaine                   2026-11-27
la semaine prochaine            2026-12-04
début de semaine prochaine      2026-11-30
fin de semaine prochaine        2026-12-04
semaine 49                      2026-12-04
semaine 2                       2027-01-15
s49                             2026-12-04
semaine du 7 décembre           2026-12-11
le premier lundi de décembre    2026-12-07
le dernier vendredi du mois     2026-11-27
fin d'année                     2026-12-31
entre le 10 et le 15 décembre   2026-12-15
"""

ENGLISH_AHEAD = """
Friday                          2026-11-27
on Tuesday                      2026-12-01
this Friday                     2026-11-27
this coming Monday              2026-11-30
next Friday                     2026-12-04
next Monday                     2026-11-30
Friday week                     2026-12-04
Monday week                     2026-12-07
a week on Friday                2026-12-04
Thursday next week              2026-12-03
on the 15th                     2026-12-15
by the 30th                     2026-11-30
the 25th of next month          2026-12-25
Friday the 27th                 2026-11-27
Friday 27th November            2026-11-27
27 November                     2026-11-27
27 Nov 2026                     2026-11-27
27th of November                2026-11-27
November 27                     2026-11-27
November 27th, 2026             2026-11-27
Dec 4                           2026-12-04
4 December 2026                 2026-12-04
January 5                       2027-01-05
2026-12-04                      2026-12-04
12/05/2027                      2027-05-12
30/11/2026                      2026-11-30
11/30/2026                      2026-11-30
30/11                           2026-11-30
EOM                             2026-11-30
end of month                    2026-11-30
end of the month                2026-11-30
month end                       2026-11-30
end of next month               2026-12-31
end of January                  2027-01-31
early December                  2026-12-05
beginning of January            2027-01-05
mid-December                    2026-12-15
mid January                     2027-01-15
in December                     2026-12-31
tomorrow                        2026-11-25
tomorrow morning                2026-11-25
the day after tomorrow          2026-11-26
today                           2026-11-24
by close of business Friday     2026-11-27
within ten days                 2026-12-04
within 48 hours                 2026-11-26
within 5 working days           2026-12-01
in a fortnight                  2026-12-08
in three weeks                  2026-12-15
in two weeks' time              2026-12-08
in a week                       2026-12-01
this week                       2026-11-27
end of the week                 2026-11-27
next week                       2026-12-04
early next week                 2026-11-30
end of next week                2026-12-04
week 49                         2026-12-04
w/c 7 December                  2026-12-11
the last Friday of the month    2026-11-27
first Monday of December        2026-12-07
end of the year                 2026-12-31
"""

PAST = """
fr  le 12 novembre              2026-11-12
fr  le 30/10                    2026-10-30
fr  le 15 décembre              2025-12-15
fr  le 15                       2026-11-15
fr  vendredi                    2026-11-20
fr  vendredi dernier            2026-11-20
fr  mardi dernier               2026-11-17
fr  hier                        2026-11-23
fr  avant-hier                  2026-11-22
fr  il y a trois jours          2026-11-21
en  12 November                 2026-11-12
en  on the 2nd                  2026-11-02
en  last Friday                 2026-11-20
en  yesterday                   2026-11-23
en  two weeks ago               2026-11-10
en  on Friday                   2026-11-20
"""

OTHERS = """
de  am 16.11.2026               2026-11-16
de  nächsten Freitag            2026-12-04
de  Ende November               2026-11-30
de  KW 49                       2026-12-04
es  25 de noviembre             2026-11-25
es  la semana que viene         2026-12-04
it  il 26 novembre              2026-11-26
it  fine mese                   2026-11-30
nl  volgende week               2026-12-04
nl  30 november                 2026-11-30
"""

NONE = [
    ("fr", "le 31 novembre"),
    ("fr", "30 jours fin de mois"),
    ("fr", "45 jours date de facture"),
    ("fr", "à 14h30"),
    ("fr", "12 %"),
    ("fr", "le 30 factures"),
    ("en", "net 30"),
    ("en", "30 days net"),
    ("en", "within 30 days of the end of the month"),
    ("en", "31 November"),
    ("en", "60 day payment terms"),
]


def rows(table: str) -> list[tuple[str, date]]:
    lines = [line for line in table.strip().splitlines() if line.strip()]
    return [(line[:-10].strip(), date.fromisoformat(line[-10:])) for line in lines]


def read(
    text: str, language: str, direction: Direction = Direction.FUTURE
) -> list[date]:
    moment = Moment(TUESDAY, direction, language)
    return [mention.on for mention in find_dates(fold(text), moment)]


@pytest.mark.parametrize(("text", "day"), rows(FRENCH_AHEAD))
def test_french_days_to_come(text, day):
    assert read(text, "fr") == [day]


@pytest.mark.parametrize(("text", "day"), rows(ENGLISH_AHEAD))
def test_english_days_to_come(text, day):
    assert read(text, "en") == [day]


@pytest.mark.parametrize(("text", "day"), rows(PAST))
def test_days_gone_by(text, day):
    assert read(text[4:], text[:2], Direction.PAST) == [day]


@pytest.mark.parametrize(("text", "day"), rows(OTHERS))
def test_other_languages(text, day):
    assert read(text[4:], text[:2]) == [day]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_day_at_all(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(
    "text",
    ["facture du 15 octobre", "votre relance du 20 novembre", "échue le 8 octobre"],
)
def test_the_date_of_a_paper_is_no_payment_day(text):
    found = find_dates(fold(text), Moment(TUESDAY, language="fr"))
    assert [mention.of_item for mention in found] == [True]


@pytest.mark.parametrize(
    "text", ["notre virement du 3 décembre", "campagne de règlement du 15 décembre"]
)
def test_the_date_of_a_payment_is_one(text):
    found = find_dates(fold(text), Moment(TUESDAY, language="fr"))
    assert [mention.of_item for mention in found] == [False]


def test_a_number_that_is_a_reference_is_not_looked_into():
    assert (
        find_dates("26/10 26/1067", Moment(TUESDAY, language="fr"), taken=[(0, 5)])
        == ()
    )


def test_american_accounts_write_the_month_first():
    moment = Moment(TUESDAY, language="en", country="US")
    assert [m.on for m in find_dates("12/04/2026", moment)] == [date(2026, 12, 4)]


def test_a_day_that_leaves_room_says_so():
    vague = {
        t: find_dates(fold(t), Moment(TUESDAY, language="fr"))[0].vague
        for t in ("mi-décembre", "vendredi prochain", "le 30 novembre")
    }
    assert vague == {
        "mi-décembre": True,
        "vendredi prochain": True,
        "le 30 novembre": False,
    }
