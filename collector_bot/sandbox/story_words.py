"""The sentences of the guided story, in French and in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from collector_bot.sandbox.examples import written_day

_DAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "manager": "Responsable du crédit",
        "clerk": "Comptable clients",
        "mailbox": "Boîte de {name}",
        "slack": "Slack, #recouvrement",
        "slack-private": "Slack, visible par vous seul",
        "colon": " :",
        "quoted": "« {text} »",
        "import": "Les livres sont importés",
        "imported": "importe {accounts} comptes et {entries} écritures, puis lit le "
        "compte ACME :",
        "letters": "Les relances partent",
        "letters-arrived": "{count} lettres sont arrivées chez {customers} clients.",
        "balance": "Une question dans Slack",
        "types": "tape {text}",
        "promise": "ACME promet de payer",
        "replies": "répond :",
        "promise-card": "La promesse arrive dans Slack",
        "presses": "appuie sur « {button} »",
        "no-button": "n’a rien à décider : la promesse est retenue.",
        "week": "Sept jours plus tard",
        "not-chased": "La facture {piece}, promise, n’est pas relancée.",
        "advice": "{name} annonce un virement",
        "bank": "importe le relevé : {amount} de {name}.",
        "suggestion": "Un lettrage est proposé",
        "approve": "Le lettrage est approuvé",
        "rewritten": "La carte est réécrite :",
        "lettered": "Il ne reste que {amount} à devoir :",
        "thanks": "Le client est remercié",
        "next-run": "La relance suivante",
        "not-chased-paid": "Les factures {pieces}, réglées, ne sont plus relancées.",
        "others-chased": "Les factures {pieces}, que ACME n’a pas promises, le sont.",
        "firm": "Une lettre ferme attend une décision",
        "firm-leaves": "La lettre part telle qu’elle a été montrée",
        "done": "L’histoire est allée jusqu’au bout : {steps} étapes.",
        "failed": "L’étape « {step} » n’a pas abouti : {reason}",
        "seen-last": "Dernières choses vues :",
    },
    "en": {
        "manager": "Credit manager",
        "clerk": "Receivables clerk",
        "mailbox": "Mailbox of {name}",
        "slack": "Slack, #recouvrement",
        "slack-private": "Slack, only visible to you",
        "colon": ":",
        "quoted": "“{text}”",
        "import": "The books are imported",
        "imported": "imports {accounts} accounts and {entries} entries, then reads "
        "the account ACME:",
        "letters": "The reminders leave",
        "letters-arrived": "{count} letters have reached {customers} customers.",
        "balance": "A question in Slack",
        "types": "types {text}",
        "promise": "ACME promises to pay",
        "replies": "answers:",
        "promise-card": "The promise reaches Slack",
        "presses": "presses “{button}”",
        "no-button": "has nothing to decide: the promise is kept in mind.",
        "week": "Seven days later",
        "not-chased": "The promised invoice {piece} is not chased.",
        "advice": "{name} announces a transfer",
        "bank": "imports the bank statement: {amount} from {name}.",
        "suggestion": "A lettering is proposed",
        "approve": "The lettering is approved",
        "rewritten": "The card is rewritten:",
        "lettered": "Only {amount} is still owed:",
        "thanks": "The customer is thanked",
        "next-run": "The next run",
        "not-chased-paid": "The paid invoices {pieces} are chased no more.",
        "others-chased": "The invoices {pieces}, which ACME did not promise, are.",
        "firm": "A firm letter waits for a decision",
        "firm-leaves": "The letter leaves as it was shown",
        "done": "The story went to its end: {steps} steps.",
        "failed": "The step “{step}” did not happen: {reason}",
        "seen-last": "What was seen last:",
    },
}


def calendar_day(day: date, language: str) -> str:
    """Return a day with its weekday.

    Example:
        >>> calendar_day(date(2026, 11, 24), "fr")
        'mardi 24 novembre 2026'
    """
    return f"{_DAYS[language][day.weekday()]} {written_day(day, language)}"
