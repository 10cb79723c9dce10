"""Why a lettering is suggested, in plain French and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from collector_bot.core.errors import MoneyError
from collector_bot.core.money import NBSP, Money
from collector_bot.core.suggestion import DifferenceCause, Ground, Reason

Facts = Mapping[str, str]

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre",
    "en": "January February March April May June July August September October "
    "November December",
}
_CAUSES = {
    DifferenceCause.NONE: ("aucun écart", "no difference"),
    DifferenceCause.ROUNDING: ("arrondi", "rounding"),
    DifferenceCause.BANK_FEE: ("frais bancaires", "bank fee"),
    DifferenceCause.DISCOUNT: ("escompte", "discount"),
    DifferenceCause.SHORT_PAYMENT: ("règlement insuffisant", "short payment"),
    DifferenceCause.OVERPAYMENT: ("trop-perçu", "overpayment"),
    DifferenceCause.PARTIAL: ("règlement partiel", "part payment"),
    DifferenceCause.ON_ACCOUNT: ("à valoir sur le compte", "on account"),
}


def cause_words(cause: DifferenceCause, language: str) -> str:
    """Return the name of a cause in `language` ("fr", else English).

    Example:
        >>> cause_words(DifferenceCause.BANK_FEE, "fr")
        'frais bancaires'
    """
    french, english = _CAUSES[cause]
    return french if language == "fr" else english


_HABITS = {
    Ground.WHOLE_BALANCE: ("règle tout le solde", "pays the whole balance"),
    Ground.ALL_DUE: ("règle tout l’échu", "pays all that is due"),
    Ground.CONSECUTIVE_RUN: (
        "règle des pièces qui se suivent",
        "pays items that follow each other",
    ),
    Ground.SMALL_SUBSET: ("règle quelques pièces choisies", "pays a few chosen items"),
    Ground.CREDIT_NOTE_TAKEN: ("déduit ses avoirs", "takes credit notes along"),
    Ground.SINGLE_ITEM: ("règle pièce par pièce", "pays item by item"),
    Ground.REFERENCE_IN_TEXT: ("cite les pièces", "names the items"),
}


def habit_words(key: str, language: str) -> str:
    """Return how a customer pays, from the key of a habit ("fr", else English).

    Example:
        >>> habit_words("all_due", "en"), habit_words("bank_fee", "en")
        ('pays all that is due', 'leaves a bank fee')
    """
    french = language == "fr"
    if key in set(DifferenceCause):
        cause = cause_words(DifferenceCause(key), language)
        return f"laisse un écart{NBSP}: {cause}" if french else f"leaves a {cause}"
    known = key in set(Ground)
    told = _HABITS.get(Ground(key), (key, key)) if known else (key, key)
    return told[0] if french else told[1]


def ground_words(reason: Reason, language: str) -> str:
    """Return one sentence that says a reason in `language` ("fr", else English).

    A fact that is missing is left out; nothing is ever raised for one.

    Example:
        >>> facts = (("amount", "1234.50 EUR"),)
        >>> ground_words(Reason(Ground.EXACT_AMOUNT, facts), "en")
        'The amount is exactly €1,234.50.'
    """
    french, english = _SENTENCES[reason.ground]
    facts = dict(reason.facts)
    return french(facts) if language == "fr" else english(facts)


def _amount(facts: Facts, language: str) -> str:
    text, _, currency = facts.get("amount", "").partition(" ")
    try:
        return Money.of(text, currency).written(language)
    except MoneyError:
        return facts.get("amount", "")


def _difference(facts: Facts, language: str) -> str:
    text, _, currency = facts.get("amount", "").partition(" ")
    unsigned = {"amount": f"{text.lstrip('-')} {currency}".strip()}
    return _amount(unsigned, language)


def _day(facts: Facts, language: str) -> str:
    try:
        day = date.fromisoformat(facts.get("until", ""))
    except ValueError:
        return facts.get("until", "")
    name = _MONTHS[language].split()[day.month - 1]
    first = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{first}{NBSP}{name} {day.year}"


def _month(facts: Facts, language: str) -> str:
    try:
        day = date.fromisoformat(facts.get("month", "") + "-01")
    except ValueError:
        return facts.get("month", "")
    return f"{_MONTHS[language].split()[day.month - 1]} {day.year}"


def _items(facts: Facts, one: str, several: str) -> str:
    count = facts.get("count", "1")
    return f"{count}{NBSP}{one if count == '1' else several}"


def _cause(facts: Facts, language: str) -> str:
    known = set(DifferenceCause)
    cause = facts.get("cause", "")
    return cause_words(DifferenceCause(cause), language) if cause in known else cause


def _advice_fr(facts: Facts) -> str:
    unknown = facts.get("unresolved", "")
    rest = f", et aussi {unknown}, où rien n’est ouvert" if unknown else ""
    return f"L’avis de paiement cite {facts.get('pieces', '')}{rest}."


def _advice_en(facts: Facts) -> str:
    unknown = facts.get("unresolved", "")
    rest = f", and also {unknown}, of which nothing is open" if unknown else ""
    return f"The remittance advice names {facts.get('pieces', '')}{rest}."


def _named_fr(facts: Facts) -> str:
    more = facts.get("more", "")
    rest = f", dont {more} qu’il ne cite pas" if more else ""
    verb = "Le règlement couvre" if more else "Le libellé du règlement cite"
    return f"{verb} {facts.get('pieces', '')}{rest}."


def _named_en(facts: Facts) -> str:
    more = facts.get("more", "")
    rest = f", of which it does not name {more}" if more else ""
    verb = "The payment covers" if more else "The payment names"
    return f"{verb} {facts.get('pieces', '')}{rest}."


def _due_fr(facts: Facts) -> str:
    but = f", sauf {facts['but']}" if "but" in facts else ""
    return f"Le montant solde tout ce qui était échu au {_day(facts, 'fr')}{but}."


def _due_en(facts: Facts) -> str:
    but = f", except {facts['but']}" if "but" in facts else ""
    return f"The amount settles all that was due by {_day(facts, 'en')}{but}."


def _run_fr(facts: Facts) -> str:
    if "month" in facts:
        return f"Le montant solde les pièces {_of(_month(facts, 'fr'))}."
    items = _items(facts, "pièce", "pièces")
    pieces = facts.get("pieces", "")
    return f"Le montant solde {items} qui se suivent par date{NBSP}: {pieces}."


def _of(noun: str) -> str:
    """Return a French noun after “de”, which loses its vowel before another."""
    return f"d’{noun}" if noun.startswith(tuple("aeiouyé")) else f"de {noun}"


def _run_en(facts: Facts) -> str:
    if "month" in facts:
        return f"The amount settles the items of {_month(facts, 'en')}."
    items = _items(facts, "item", "items")
    pieces = facts.get("pieces", "")
    return f"The amount settles {items} that follow each other by date: {pieces}."


def _rivals_fr(facts: Facts) -> str:
    several = facts.get("rivals", "1") != "1"
    others = f"{facts.get('rivals', '1')}{NBSP}{'autres' if several else 'autre'}"
    if facts.get("between") == "age":
        choices = "choix ont" if several else "choix a"
        return f"{others} {choices} les mêmes montants{NBSP}: seul l’âge les distingue."
    if facts.get("between") == "payments":
        payments = "règlements ont" if several else "règlement a"
        return f"{others} {payments} le même montant."
    answers = "réponses conviennent" if several else "réponse convient"
    return f"{others} {answers} aussi bien."


def _rivals_en(facts: Facts) -> str:
    several = facts.get("rivals", "1") != "1"
    others = f"{facts.get('rivals', '1')}{NBSP}other"
    if facts.get("between") == "age":
        choices = "choices have" if several else "choice has"
        return f"{others} {choices} the same amounts: only age tells them apart."
    if facts.get("between") == "payments":
        payments = "payments have" if several else "payment has"
        return f"{others} {payments} the same amount."
    answers = "answers fit" if several else "answer fits"
    return f"{others} {answers} as well."


def _habit_fr(facts: Facts) -> str:
    told = habit_words(facts.get("habit", ""), "fr")
    times = facts.get("count", "1")
    return f"Ce client {told} d’habitude ({times}{NBSP}fois approuvé)."


def _habit_en(facts: Facts) -> str:
    told = habit_words(facts.get("habit", ""), "en")
    times = facts.get("count", "1")
    often = "once" if times == "1" else f"{times} times"
    return f"This customer usually {told} (approved {often})."


def _returned_fr(facts: Facts) -> str:
    why = f" ({facts['reason']})" if facts.get("reason") else ""
    code = facts.get("code", "")
    undone = f"{NBSP}; le lettrage {code} est défait" if code else ""
    return f"La banque reprend le règlement {facts.get('pieces', '')}{why}{undone}."


def _returned_en(facts: Facts) -> str:
    why = f" ({facts['reason']})" if facts.get("reason") else ""
    code = facts.get("code", "")
    undone = f"; lettering {code} is undone" if code else ""
    return f"The bank takes payment {facts.get('pieces', '')} back{why}{undone}."


_SENTENCES: dict[Ground, tuple[Callable[[Facts], str], Callable[[Facts], str]]] = {
    Ground.NAMED_BY_ADVICE: (_advice_fr, _advice_en),
    Ground.REFERENCE_IN_TEXT: (_named_fr, _named_en),
    Ground.EXACT_AMOUNT: (
        lambda facts: f"Le montant est exactement {_amount(facts, 'fr')}.",
        lambda facts: f"The amount is exactly {_amount(facts, 'en')}.",
    ),
    Ground.SINGLE_ITEM: (
        lambda facts: (
            f"Le règlement répond à une seule pièce{NBSP}: {facts.get('pieces', '')}."
        ),
        lambda facts: f"The payment answers one item: {facts.get('pieces', '')}.",
    ),
    Ground.WHOLE_BALANCE: (
        lambda facts: (
            f"Tout le solde est réglé{NBSP}: {_items(facts, 'pièce', 'pièces')}."
        ),
        lambda facts: f"The whole balance is paid: {_items(facts, 'item', 'items')}.",
    ),
    Ground.ALL_DUE: (_due_fr, _due_en),
    Ground.CONSECUTIVE_RUN: (_run_fr, _run_en),
    Ground.SMALL_SUBSET: (
        lambda facts: (
            f"{_items(facts, 'pièce fait', 'pièces font')} ensemble le montant{NBSP}: "
            f"{facts.get('pieces', '')}."
        ),
        lambda facts: (
            f"{_items(facts, 'item makes', 'items make')} the amount together: "
            f"{facts.get('pieces', '')}."
        ),
    ),
    Ground.CREDIT_NOTE_TAKEN: (
        lambda facts: f"L’avoir est déduit{NBSP}: {facts.get('pieces', '')}.",
        lambda facts: f"The credit is taken along: {facts.get('pieces', '')}.",
    ),
    Ground.CREDIT_NOTE_NAMES: (
        lambda facts: f"L’avoir porte sur {facts.get('pieces', '')}.",
        lambda facts: f"The credit note is for {facts.get('pieces', '')}.",
    ),
    Ground.PARTIAL_OF_NAMED: (
        lambda facts: (
            f"Le règlement ne couvre qu’une partie de {facts.get('pieces', '')}."
        ),
        lambda facts: f"The payment covers only part of {facts.get('pieces', '')}.",
    ),
    Ground.AMBIGUOUS: (_rivals_fr, _rivals_en),
    Ground.CHOSEN_BY_PERSON: (
        lambda facts: f"Écritures choisies par {facts.get('by') or 'une personne'}.",
        lambda facts: f"Entries chosen by {facts.get('by') or 'a person'}.",
    ),
    Ground.HABIT: (_habit_fr, _habit_en),
    Ground.RETURNED: (_returned_fr, _returned_en),
    Ground.SEVERAL_ACCOUNTS: (
        lambda facts: (
            f"Le règlement cite {facts.get('pieces', '')}, de "
            f"{_items(facts, 'compte', 'comptes')}{NBSP}: un lettrage pour chacun."
        ),
        lambda facts: (
            f"The payment names {facts.get('pieces', '')}, of "
            f"{_items(facts, 'account', 'accounts')}: one lettering each."
        ),
    ),
    Ground.PAYER_IBAN: (
        lambda _: "Le compte bancaire du payeur est connu.",
        lambda _: "The payer’s bank account is known.",
    ),
    Ground.PAYER_REFERENCE: (
        lambda facts: (
            f"Le payeur se reconnaît à ce qu’il cite{NBSP}: {facts.get('pieces', '')}."
        ),
        lambda facts: (
            f"The payer is known by what it names: {facts.get('pieces', '')}."
        ),
    ),
    Ground.PAYER_NAME: (
        lambda facts: (
            f"Le nom du payeur est celui du compte{NBSP}: {facts.get('name', '')}."
        ),
        lambda facts: f"The payer has the account’s name: {facts.get('name', '')}.",
    ),
    Ground.PAYER_LEARNT: (
        lambda facts: (
            f"Ce payeur a déjà réglé ce compte{NBSP}: {facts.get('name', '')}."
        ),
        lambda facts: f"This payer paid this account before: {facts.get('name', '')}.",
    ),
    Ground.PAYER_CHOSEN: (
        lambda _: "Une personne a dit de qui est ce règlement.",
        lambda _: "A person said whose payment it is.",
    ),
    Ground.DIFFERENCE: (
        lambda facts: (
            f"Écart de {_difference(facts, 'fr')}{NBSP}: {_cause(facts, 'fr')}."
        ),
        lambda facts: (
            f"Difference of {_difference(facts, 'en')}: {_cause(facts, 'en')}."
        ),
    ),
}
