"""Sentences about lines of files that several readers say, without their full stop."""

from __future__ import annotations

from typing import Final

from collector_bot.core.wording import Both

ACCOUNT_BLANK: Final = ("the account is blank", "le compte est vide")
BOTH_FILLED: Final = (
    "both debit and credit are filled",
    "débit et crédit sont remplis tous les deux",
)
NO_AMOUNT: Final = (
    "neither debit nor credit has an amount",
    "ni débit ni crédit n’a de montant",
)
DATE_BLANK: Final = ("the date is blank", "la date est vide")
PIECE_BLANK: Final = (
    "the piece is blank; letters and lists show the label, or “without number”",
    "la pièce est vide ; lettres et listes montrent le libellé, ou « sans numéro »",
)
TWO_MARKS: Final = (
    "some amounts have a decimal comma and some a point; those that may be either are"
    " refused",
    "certains montants ont une virgule décimale, d’autres un point ; ceux qui"
    " pourraient être l’un ou l’autre sont refusés",
)
NO_ROWS: Final = (
    "below the header there is nothing",
    "il n’y a rien sous l’en-tête",
)
IS_A_FEC: Final = (
    "This is a FEC: import it as fec",
    "C’est un FEC : importez-le comme fec",
)

# About a FEC.
LAW_ASKS_COMMA: Final = (
    "amounts have a decimal point where the law asks for a comma",
    "les montants ont un point décimal là où la loi veut une virgule",
)
ONE_POINT: Final = (
    "an amount has a decimal point where the law asks for a comma",
    "un montant a un point décimal là où la loi veut une virgule",
)
THOUSANDS: Final = (
    "an amount has thousands separators, which the law does not allow",
    "un montant a des séparateurs de milliers, que la loi n’admet pas",
)
LAW_ASKS_TABS: Final = (
    "cells are not parted by tabs or bars, as the law asks",
    "les zones ne sont pas séparées par des tabulations ou des barres, comme le veut"
    " la loi",
)
NOT_TRACKED: Final = (
    "no line is on an account 411, 416 or 401",
    "aucune ligne n’est sur un compte 411, 416 ou 401",
)
LINE_BLANK: Final = ("a line is blank", "une ligne est vide")
BOTH_TAKEN: Final = (
    "debit and credit are both filled, their difference is taken",
    "débit et crédit sont remplis tous les deux, leur différence est retenue",
)
NOT_THREE_DIGITS: Final = (
    "an account does not begin with three digits",
    "un compte ne commence pas par trois chiffres",
)
MAY_NOT_BE_BLANK: Final = ("this may not be blank", "cette zone ne doit pas être vide")
NO_DATE: Final = (
    "this is no date, so it is left out",
    "ce n’est pas une date, elle est écartée",
)

NO_FOREIGN_AMOUNT: Final = (
    "no amount in a currency of ISO 4217, so the books' amount is taken",
    "pas de montant dans une devise ISO 4217, le montant des livres est donc retenu",
)
EXCHANGE_LEFT_OUT: Final = (
    "an exchange difference on what is owed in another currency is left out: nobody"
    " owes it",
    "un écart de change sur une somme due dans une autre devise est laissé de côté :"
    " personne ne le doit",
)


def kept_in(currency: str, books: str) -> Both:
    """Return what is said of a line owed in another currency than the books'."""
    return (
        f"owed in {currency}, and kept in {currency} instead of its value in {books}",
        f"somme due en {currency}, gardée en {currency} plutôt qu’en contre-valeur"
        f" {books}",
    )


def too_long(count: int, most: int) -> Both:
    """Return what a cell with too many characters is."""
    return (
        f"{count} characters, more than {most}",
        f"{count} caractères, plus de {most}",
    )


def too_wide(count: int, width: int) -> Both:
    """Return what a row with more or fewer cells than the header is."""
    return (
        f"{count} cells where the header has {width}",
        f"{count} zones là où l’en-tête en a {width}",
    )


def unreadable(first: int, last: int, *, open_ended: bool) -> Both:
    """Return what lines with a wrong quotation mark are."""
    span = ("this line", "cette ligne est illisible")
    if first < last:
        span = (
            f"the lines {first} to {last}",
            f"les lignes {first} à {last} sont illisibles",
        )
    quotes = (
        "a quoted cell goes on after its last quote",
        "une zone continue après son guillemet fermant",
    )
    if open_ended:
        quotes = (
            "a quoted cell is opened and not closed",
            "un guillemet droit s’ouvre et ne se ferme pas",
        )
    return (
        f"{span[0]} cannot be read: {quotes[0]}",
        f"{span[1]} : {quotes[1]}",
    )


def cut_at(most: int) -> Both:
    """Return what is said of a text that is kept in part."""
    return (
        f"this is cut at {most} characters",
        f"le texte est coupé à {most} caractères",
    )


def not_a_currency(text: str) -> Both:
    """Return what is said of a cell that names no currency."""
    return (
        f"“{text[:40]}” is not a currency; expected an ISO 4217 code such as EUR",
        f"« {text[:40]} » n’est pas une devise ; code ISO 4217 attendu, comme EUR",
    )


def due_before_dated(due_on: str, dated_on: str) -> Both:
    """Return what is said of an entry due before its own date (both ISO text)."""
    due_fr, dated_fr = (f"{day[8:]}/{day[5:7]}/{day[:4]}" for day in (due_on, dated_on))
    return (
        f"due on {due_on}, before its date {dated_on}; imported as written",
        f"échéance au {due_fr}, avant la date de la pièce ({dated_fr}) ; importée telle"
        " quelle",
    )
