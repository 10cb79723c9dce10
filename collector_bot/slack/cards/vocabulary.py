"""The words people type after `/collector`, in both languages, and what each does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from collector_bot.slack.cards.tongue import Tongue

_ALIKE = 0.6  # of 1: how near a misspelt word is to the one it is taken for


@dataclass(frozen=True, slots=True)
class Word:
    """One word of `/collector`.

    Attributes:
        name: in English; `french` is its other spelling.
        usage: what follows it, in English; `usage_fr` in French.
        about: what it does, in a few words of English; `about_fr` in French.
    """

    name: str
    french: str
    usage: str
    usage_fr: str
    about: str
    about_fr: str

    def spelt(self, tongue: Tongue) -> str:
        """Return how it is typed, with what follows it."""
        usage = tongue(self.usage, self.usage_fr)
        return f"/collector {tongue(self.name, self.french)} {usage}".strip()


def folded(word: str) -> str:
    """Return a word as it is compared: small letters, no accents.

    Example:
        >>> folded("Délettrer")
        'delettrer'
    """
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def nearest(typed: str, known: Iterable[Word], tongue: Tongue) -> str:
    """Return the word somebody may have meant, in their language; "" for none."""
    names = {folded(one.name): one for one in known}
    names |= {folded(one.french): one for one in known}
    close = get_close_matches(folded(typed), names, n=1, cutoff=_ALIKE)
    return tongue(names[close[0]].name, names[close[0]].french) if close else ""


def typed(tongue: Tongue, name: str, number: object) -> str:
    """Return what does by typing what a button does, as code.

    Raises:
        KeyError: there is no such word.
    """
    word = _BY_NAME[name]
    return f"`/collector {tongue(word.name, word.french)} {number}`"


def hints(tongue: Tongue, number: object, *names: str) -> str:
    """Return the typed twins of some buttons, between dots."""
    return " · ".join(typed(tongue, name, number) for name in names)


def word(name: str) -> Word:
    """Return a word by its English name.

    Raises:
        KeyError: there is no such word.
    """
    return _BY_NAME[name]


_WORDS = (
    Word("help", "aide", "", "", "this list", "cette liste"),
    Word("approve", "approuver", "N", "N",
         "post a suggested lettering", "passer un lettrage proposé"),
    Word("reject", "rejeter", "N [REASON]", "N [MOTIF]",
         "refuse it for good", "le refuser définitivement"),
    Word("why", "pourquoi", "N", "N",
         "its grounds and the other answers", "ses motifs et les autres réponses"),
    Word("letter", "lettrer", "ACCOUNT PIECE…", "COMPTE PIÈCE…",
         "letter pieces together", "lettrer des pièces ensemble"),
    Word("ask", "demander", "N", "N",
         "ask the customer what a payment settles",
         "demander au client ce que règle un paiement"),
    Word("undo", "défaire", "N", "N",
         "undo what a suggestion led to, for some days",
         "annuler un lettrage approuvé depuis peu"),
    Word("unletter", "délettrer", "ACCOUNT CODE", "COMPTE CODE",
         "undo a lettering", "défaire un lettrage"),
    Word("assign", "affecter", "N ACCOUNT", "N COMPTE",
         "say whose a payment on the bank is",
         "dire de qui est un règlement en banque"),
    Word("leave", "laisser", "N REASON", "N MOTIF",
         "leave a payment on the bank alone",
         "laisser de côté un règlement en banque"),
    Word("letters", "lettres", "", "",
         "letters that wait, are uncertain or failed",
         "lettres à approuver, incertaines ou en échec"),
    Word("release", "envoyer", "N", "N",
         "let a letter leave as shown", "laisser partir une lettre telle quelle"),
    Word("refuse", "refuser", "N [REASON]", "N [MOTIF]",
         "keep it from leaving", "l’empêcher de partir"),
    Word("show", "lire", "N", "N", "read a letter whole", "lire une lettre en entier"),
    Word("promise", "promesse", "ACCOUNT DATE [AMOUNT] [PIECE…]",
         "COMPTE DATE [MONTANT] [PIÈCE…]",
         "record a promise to pay", "noter une promesse de paiement"),
    Word("accept", "accepter", "N", "N",
         "accept a promise", "accepter une promesse"),
    Word("decline", "décliner", "N", "N",
         "turn a promise down", "refuser une promesse"),
    Word("unpromise", "annuler", "N", "N",
         "cancel a promise that waits or holds",
         "annuler une promesse à décider ou en cours"),
    Word("hold", "suspendre", "ACCOUNT [PIECE] [until DATE] [REASON]",
         "COMPTE [PIÈCE] [jusqu’au DATE] [MOTIF]",
         "stop chasing an account or a piece", "ne plus relancer un compte, une pièce"),
    Word("unhold", "reprendre", "N", "N",
         "end a hold", "lever une suspension"),
    Word("dispute", "litige", "ACCOUNT PIECE…", "COMPTE PIÈCE…",
         "a customer contests pieces", "un client conteste des pièces"),
    Word("undispute", "clore", "N", "N", "close a dispute", "clore un litige"),
    Word("mails", "courriels", "", "",
         "mails that wait for a person", "courriels à regarder"),
    Word("mail", "courriel", "N", "N",
         "read a mail whole", "lire un courriel en entier"),
    Word("done", "traité", "N", "N",
         "a mail is dealt with", "un courriel est traité"),
    Word("sent", "partie", "N", "N",
         "an uncertain letter did leave", "une lettre incertaine est bien partie"),
    Word("resend", "renvoyer", "N", "N",
         "send an uncertain letter again", "renvoyer une lettre incertaine"),
    Word("drop", "abandonner", "N", "N",
         "give an uncertain letter up", "abandonner une lettre incertaine"),
    Word("share", "montrer", "ACCOUNT", "COMPTE",
         "show a balance to the team", "montrer un solde à l’équipe"),
    Word("check", "contrôler", "", "",
         "check the ledger", "contrôler le grand livre"),
)  # fmt: skip
_BY_NAME = {one.name: one for one in _WORDS}
