"""The names of states, reasons and findings, in French and English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from collector_bot.core.dunning import SkipReason
from collector_bot.core.holds import PromiseStatus
from collector_bot.slack.cards.tongue import Tongue

Pair = tuple[str, str]  # English, French

_SKIPS: Mapping[SkipReason, Pair] = {
    SkipReason.PROMISED: ("a promise to pay is running", "promesse en cours"),
    SkipReason.DISPUTED: ("in dispute", "en litige"),
    SkipReason.HELD: ("the item is on hold", "pièce suspendue"),
    SkipReason.ACCOUNT_HELD: ("the account is on hold", "compte suspendu"),
    SkipReason.MATCH_PENDING: (
        "a suggested lettering waits for an answer",
        "un lettrage proposé attend une réponse",
    ),
    SkipReason.AWAITING_APPROVAL: (
        "a letter waits for approval",
        "une lettre attend d’être approuvée",
    ),
    SkipReason.IN_FLIGHT: ("a letter is on its way", "une lettre est en chemin"),
    SkipReason.UNREAD_MAIL: (
        "a mail of the customer waits to be dealt with",
        "un courriel du client attend d’être traité",
    ),
    SkipReason.TOO_SOON: (
        "the last letter is too recent",
        "dernière lettre trop récente",
    ),
    SkipReason.NOT_YET: (
        "the next level is not due yet",
        "niveau suivant pas encore atteint",
    ),
    SkipReason.COVERED_BY_CREDITS: (
        "open credits cover it",
        "couvert par des avoirs ou règlements",
    ),
    SkipReason.BELOW_MINIMUM: (
        "below the minimum of its level",
        "sous le minimum du niveau",
    ),
    SkipReason.NO_CONTACT: ("nobody to write to", "aucune adresse où écrire"),
    SkipReason.LADDER_DONE: (
        "every level has been sent",
        "tous les niveaux ont été envoyés",
    ),
    SkipReason.FAILED: ("its letter could not be made", "lettre impossible à composer"),
}
_PROMISES: Mapping[PromiseStatus, Pair] = {
    PromiseStatus.PROPOSED: ("to be accepted", "à accepter"),
    PromiseStatus.OPEN: ("open", "en cours"),
    PromiseStatus.KEPT: ("kept", "tenue"),
    PromiseStatus.BROKEN: ("broken", "non tenue"),
    PromiseStatus.REJECTED: ("refused", "refusée"),
    PromiseStatus.CANCELLED: ("cancelled", "annulée"),
}
_LETTERS: Mapping[str, Pair] = {
    "awaiting_approval": ("waits for approval", "à approuver"),
    "pending": ("about to leave", "prête à partir"),
    "claimed": ("leaving", "en cours d’envoi"),
    "handing_over": ("leaving", "en cours d’envoi"),
    "uncertain": ("uncertain", "incertaine"),
    "sent": ("sent", "envoyée"),
    "failed": ("not accepted by the mail server", "refusée par le serveur"),
    "cancelled": ("not sent", "non envoyée"),
}
_PERSON: Mapping[str, Pair] = {
    "unreadable": ("The mail cannot be read.", "Le courriel est illisible."),
    "not_understood": (
        "Nothing in it was understood.",
        "Rien n’y a été compris.",
    ),
    "unknown_sender": (
        "Nobody knows this sender: nothing was done.",
        "Expéditeur inconnu : rien n’a été fait.",
    ),
    "suspicious": (
        "This may be a forgery: nothing was done.",
        "Possible usurpation : rien n’a été fait.",
    ),
    "not_authenticated": (
        "The sender could not be authenticated: nothing was done.",
        "Expéditeur non authentifié : rien n’a été fait.",
    ),
    "bank_details_change": (
        "New bank details are announced. Check by telephone, with a number you already "
        "had; nothing was changed.",
        "De nouvelles coordonnées bancaires sont annoncées. Vérifiez par téléphone, à "
        "un numéro déjà connu ; rien n’a été modifié.",
    ),
    "low_confidence": (
        "It was not understood with enough certainty.",
        "La lecture n’est pas assez sûre.",
    ),
    "too_far": ("The promised date is far away.", "La date promise est lointaine."),
    "date_passed": ("The promised date has passed.", "La date promise est passée."),
    "four_eyes": ("Somebody else approves it.", "Une autre personne l’approuve."),
    "promise_without_item": (
        "A promise, but nothing open it could mean.",
        "Une promesse, mais aucune pièce ouverte en face.",
    ),
    "dispute_without_piece": (
        "A dispute that does not say which item.",
        "Un litige qui ne dit pas quelle pièce.",
    ),
    "advice_unresolved": (
        "A remittance advice names something that is not open.",
        "Un avis de paiement cite une pièce qui n’est pas ouverte.",
    ),
    "dispute": (
        "The customer contests; the items are not chased.",
        "Le client conteste ; les pièces ne sont plus relancées.",
    ),
    "claims_paid": (
        "The customer says it is paid; not chased for a week.",
        "Le client dit avoir payé ; non relancé pendant une semaine.",
    ),
    "insolvency": (
        "Insolvency proceedings are announced; the account is on hold.",
        "Une procédure collective est annoncée ; le compte est suspendu.",
    ),
    "bounce": ("A letter came back.", "Une lettre est revenue."),
    "document_request": (
        "The customer asks for documents.",
        "Le client demande des pièces.",
    ),
    "refusal": ("The customer refuses to pay.", "Le client refuse de payer."),
    "contact_change": (
        "Somebody else is to be written to.",
        "Un autre interlocuteur est indiqué.",
    ),
    "too_large": ("The mail is too large to be read.", "Courriel trop volumineux."),
    "quarantined": (
        "Reading it failed several times.",
        "Sa lecture a échoué plusieurs fois.",
    ),
}
DANGERS = frozenset(
    {"suspicious", "not_authenticated", "unknown_sender", "bank_details_change"}
)
_FINDINGS: Mapping[str, Pair] = {
    "promise": ("promise to pay", "promesse de paiement"),
    "remittance": ("remittance advice", "avis de paiement"),
    "claims_paid": ("says it is paid", "dit avoir payé"),
    "dispute": ("dispute", "litige"),
    "document_request": ("asks for documents", "demande de pièces"),
    "refusal": ("refusal to pay", "refus de payer"),
    "insolvency": ("insolvency", "procédure collective"),
    "bank_details_change": ("new bank details", "nouvelles coordonnées bancaires"),
    "contact_change": ("another contact", "autre interlocuteur"),
    "auto_reply": ("automatic reply", "réponse automatique"),
    "bounce": ("returned mail", "courriel revenu"),
}
_LEFT_OUT: Mapping[str, Pair] = {
    "too big": ("larger than 10 MB, not opened", "plus de 10 Mo, non ouverte"),
    "not known": (
        "not of a kind that is read here",
        "d’un type qui ne se lit pas ici",
    ),
    "too slow": (
        "reading it took too long; it was given up",
        "lecture trop longue, abandonnée",
    ),
    "not readable": (
        "no text could be taken from it: scanned, or damaged",
        "aucun texte n’a pu en être tiré : numérisée, ou abîmée",
    ),
    "encrypted": ("it wants a password", "protégée par un mot de passe"),
    "unpacks to too much": (
        "refused: it unpacks to far more than its size",
        "refusée : elle se déploie bien au-delà de sa taille",
    ),
}
_DISPUTES: Mapping[str, Pair] = {
    "price": ("price", "prix"),
    "quantity": ("quantity", "quantité"),
    "quality": ("quality", "qualité"),
    "not_received": ("not received", "non reçu"),
    "duplicate": ("duplicate", "doublon"),
    "wrong_recipient": ("wrong recipient", "mauvais destinataire"),
    "missing_po": ("purchase order missing", "bon de commande manquant"),
    "already_credited": ("already credited", "avoir déjà émis"),
    "other": ("other reason", "autre motif"),
}
_HOLDS: Mapping[str, Pair] = {
    "claims_paid": ("the customer says it is paid", "le client dit avoir payé"),
    "insolvency": ("insolvency", "procédure collective"),
    "letter refused": ("letter refused", "lettre refusée"),
}


def _said(table: Mapping[str, Pair], key: str, tongue: Tongue) -> str:
    pair = table.get(key)
    return tongue(*pair) if pair else key


def skip_words(reason: SkipReason, tongue: Tongue) -> str:
    """Return why items were left alone in a run."""
    return tongue(*_SKIPS[reason])


def promise_words(status: PromiseStatus, tongue: Tongue) -> str:
    """Return what became of a promise."""
    return tongue(*_PROMISES[status])


def letter_words(state: str, tongue: Tongue) -> str:
    """Return where a letter stands, from the outbox's word."""
    return _said(_LETTERS, state, tongue)


def waits_words(
    number: int, tongue: Tongue, *, is_new: bool, refused: tuple[str, str] | None
) -> str:
    """Return that chosen pieces wait for another person, and who refused them before.

    Args:
        is_new: False when just this waited already.
        refused: who refused just this, and when, as they are shown; None for nobody.
    """
    told = (
        tongue(
            f"Suggestion {number} waits for somebody else to approve it.",
            f"La suggestion {number} attend l’accord d’une autre personne.",
        )
        if is_new
        else tongue(
            f"Suggestion {number} proposes just this already and waits; nothing was "
            "proposed twice.",
            f"La suggestion {number} propose déjà exactement cela et attend ; rien n’a "
            "été proposé deux fois.",
        )
    )
    if refused is not None:
        who, when = refused
        told += " " + tongue(
            f"Just this was rejected before, by {who} on {when}.",
            f"Exactement cela avait été rejeté par {who} le {when}.",
        )
    return told


def person_words(reason: str, tongue: Tongue) -> str:
    """Return as a sentence why a person has to look, or why a promise is proposed."""
    return _said(_PERSON, reason, tongue)


def finding_words(kind: str, tongue: Tongue) -> str:
    """Return the name of a finding."""
    return _said(_FINDINGS, kind, tongue)


def left_out_words(note: str, tongue: Tongue) -> str:
    """Return why an attachment was not read."""
    return _said(_LEFT_OUT, note, tongue)


def dispute_words(reason: str, tongue: Tongue) -> str:
    """Return the reason of a dispute."""
    return _said(_DISPUTES, reason, tongue)


def hold_words(reason: str, tongue: Tongue) -> str:
    """Return the reason of a hold; what a person typed stays as it is."""
    return _said(_HOLDS, reason, tongue)


def until_words(until_on: date | None, tongue: Tongue) -> str:
    """Return how long a hold lasts."""
    if until_on is None:
        return tongue("until released", "jusqu’à nouvel ordre")
    day = tongue.day(until_on)
    return tongue(f"until {day}", f"jusqu’au {day}")


_DROPPED: Mapping[str, Pair] = {
    "paid": ("paid since", "payé depuis"),
    "balance_changed": ("the balance changed since", "le solde a changé depuis"),
    "no_account": ("its account is gone", "compte disparu"),
    "dropped": ("dropped by a person", "abandonnée par une personne"),
}


def skip_or_reason(reason: str, tongue: Tongue) -> str:
    """Return why a letter did not leave, from the outbox's word or sentence."""
    known = {one.value for one in SkipReason}
    if reason in known:
        return skip_words(SkipReason(reason), tongue)
    return _said(_DROPPED, reason, tongue)
