"""What is refused to a person at the desk, and what can be no lettering."""

from __future__ import annotations

from collector_bot.core.errors import CollectorError
from collector_bot.core.wording import Both


class DeskRefusal(CollectorError):  # noqa: N818 - a family, each named for its case
    """A request at the desk that the rules or the state of things refuse.

    Each class has one sentence a language, filled with the facts it is given.
    """

    code = "desk.refused"
    en = "This cannot be done."
    fr = "Ce n’est pas possible."

    def __init__(self, **facts: object) -> None:
        super().__init__(self.en.format(**facts), self.fr.format(**facts))


class NotAllowedError(DeskRefusal):
    """The person's role does not allow it. Facts: user, needed."""

    code = "role.missing"
    en = "This needs the role “{needed}”, which you do not have here."
    fr = "Il faut le rôle « {needed} », que vous n’avez pas ici."


class FourEyesError(DeskRefusal):
    """Who entered it is not the one who decides it. Facts: by."""

    code = "decision.four_eyes"
    en = "You entered this yourself; with four eyes on, somebody else decides it."
    fr = "Vous l’avez saisi vous-même ; à quatre yeux, une autre personne en décide."


_NOBODY: dict[str, Both] = {
    "shell": ("the shell", "la ligne de commande"),
    "policy": ("the policy", "la règle automatique"),
}


def person_named(by: str) -> Both:
    """Return what is said for who decided: a name of the house, else their id."""
    return _NOBODY.get(by, (by, by))


class AlreadyDecidedError(DeskRefusal):
    """Somebody answered before. Facts: verdict, verdict_fr, by, at (local time)."""

    code = "decision.taken"
    en = (
        "Already {verdict} by {by} on {at.day} {at:%b} {at.year} at {at:%H:%M}; "
        "nothing was done twice."
    )
    fr = (
        "Déjà {verdict_fr} par {by_fr} le {at:%d/%m/%Y} à {at:%H:%M} ; rien n’a été "
        "fait deux fois."
    )

    def __init__(self, **facts: object) -> None:
        by, by_fr = person_named(str(facts["by"]))
        super().__init__(**facts | {"by": by}, by_fr=by_fr)


class OvertakenError(DeskRefusal):
    """It no longer stands: the ledger moved, or it expired. Facts: number."""

    code = "suggestion.overtaken"
    en = "Suggestion {number} no longer stands: the ledger has moved since."
    fr = "La suggestion {number} ne tient plus : le compte a bougé depuis."


class ChangedSinceShownError(DeskRefusal):
    """What is approved is not what was shown. Facts: subject."""

    code = "decision.changed"
    en = "{subject} changed since this was shown; look at it again before deciding."
    fr = "{subject} a changé depuis l’affichage ; revoyez-le avant de décider."


class UnknownAccountError(DeskRefusal):
    """There is no such account. Facts: words."""

    code = "account.unknown"
    en = "No account is called “{words}”; give its code or part of its name."
    fr = "Aucun compte ne s’appelle « {words} » ; donnez son code ou une partie du nom."


class UnknownPieceError(DeskRefusal):
    """An account has no such piece open. Facts: piece, account."""

    code = "piece.unknown"
    en = "Nothing is open under “{piece}” on account {account}."
    fr = "Rien n’est ouvert sous « {piece} » au compte {account}."


class NothingDueError(DeskRefusal):
    """An account has nothing due by a day. Facts: account, on."""

    code = "promise.nothing_due"
    en = (
        "Nothing is due on account {account} by {on.day} {on:%b} {on.year}; name the "
        "pieces it is about."
    )
    fr = (
        "Rien n’est dû au compte {account} au {on:%d/%m/%Y} ; nommez les pièces dont "
        "il s’agit."
    )


class PastDayError(DeskRefusal):
    """A day that should be to come is past. Facts: on."""

    code = "date.past"
    en = "{on.day} {on:%b} {on.year} is past; give today or a later day."
    fr = "Le {on:%d/%m/%Y} est passé ; donnez aujourd’hui ou un jour à venir."


class UnknownNumberError(DeskRefusal):
    """There is no such suggestion, letter, promise … Facts: what, what_fr, number."""

    code = "number.unknown"
    en = "There is no {what} {number}."
    fr = "Il n’y a pas de {what_fr} {number}."


class MeantWithoutDayError(DeskRefusal):
    """A mail is said to promise, without the day it promises."""

    code = "correction.no_day"
    en = "A promise needs its day: give the date the mail names."
    fr = "Une promesse a besoin de sa date : donnez celle que dit le courriel."


class WhichFindingError(DeskRefusal):
    """Several things were read of a mail and none is named. Facts: number, count."""

    code = "correction.which"
    en = "{count} things were read of mail {number}: say which, 1 to {count}."
    fr = (
        "{count} choses ont été lues du courriel {number} : dites laquelle, de 1 à "
        "{count}."
    )


class UnknownCodeError(DeskRefusal):
    """An account has no lettering under this code. Facts: code, account."""

    code = "lettering.unknown"
    en = "No lettering “{code}” stands on account {account}."
    fr = "Aucun lettrage « {code} » au compte {account}."


class UnreadableDateError(DeskRefusal):
    """A date in a command. Facts: words."""

    code = "date.unreadable"
    en = "“{words}” is not a date; write 2026-11-30 or 30/11/2026."
    fr = "« {words} » n’est pas une date ; écrivez 30/11/2026 ou 2026-11-30."


_STATES: dict[str, Both] = {
    "pending": ("about to leave", "prête à partir"),
    "claimed": ("leaving", "en cours d’envoi"),
    "handing_over": ("leaving", "en cours d’envoi"),
    "uncertain": ("uncertain", "incertaine"),
    "sent": ("sent", "envoyée"),
    "failed": ("not accepted by the mail server", "refusée par le serveur"),
    "cancelled": ("not sent", "non envoyée"),
    "awaiting_approval": ("to be approved first", "à approuver d’abord"),
    "proposed": ("to be decided first", "à décider d’abord"),
    "accepted": ("accepted", "acceptée"),
    "kept": ("kept", "tenue"),
    "broken": ("broken", "non tenue"),
    "taken_back": ("cancelled", "annulée"),
    "rejected": ("refused", "refusée"),
    "closed": ("closed", "clos"),
    "over": ("over", "terminée"),
    "recorded": ("recorded already", "déjà enregistrée"),
    "lettered": ("lettered", "lettré"),
    "in_ledger": ("in the ledger already", "déjà en comptabilité"),
    "left_alone": ("left alone", "laissé de côté"),
}


class NotWaitingError(DeskRefusal):
    """It does not wait for this answer. Facts: what, what_fr, state."""

    code = "decision.not_waiting"
    en = "{what} is not waiting for an answer: it is {state}."
    fr = "{what_fr} n’attend pas de réponse : état « {state_fr} »."

    def __init__(self, **facts: object) -> None:
        word = str(facts["state"])
        state, state_fr = _STATES.get(word, (word, word))
        super().__init__(**facts | {"state": state}, state_fr=state_fr)


class NotStandingError(DeskRefusal):
    """Nothing a suggestion led to stands. Facts: number."""

    code = "lettering.not_standing"
    en = "No lettering of suggestion {number} stands: nothing was undone."
    fr = "Aucun lettrage de la suggestion {number} en place : rien n’a été annulé."


class UndoTooLateError(DeskRefusal):
    """A card undoes for some days only. Facts: number, days."""

    code = "lettering.undo_late"
    en = (
        "Suggestion {number} was approved more than {days} days ago; undo it with "
        "`/collector unletter ACCOUNT CODE`."
    )
    fr = (
        "La suggestion {number} a été approuvée il y a plus de {days} jours ; annulez-"
        "la par `/collector délettrer COMPTE CODE`."
    )


class NoContactError(DeskRefusal):
    """Nobody to write to is known of an account. Facts: account."""

    code = "account.no_contact"
    en = "Account {account} has no address to write to."
    fr = "Le compte {account} n’a pas d’adresse à qui écrire."


class PaymentTakenError(DeskRefusal):
    """A payment on the bank has an account by now. Facts: number, account."""

    code = "payment.taken"
    en = (
        "Payment {number} is of account {account} by now; nothing was changed. To give "
        "it to another, type `/collector assign {number} ACCOUNT`."
    )
    fr = (
        "Le règlement {number} est déjà au compte {account} ; rien n’a changé. Pour "
        "l’affecter à un autre, écrivez `/collector affecter {number} COMPTE`."
    )


class SeveralAccountsError(DeskRefusal):
    """Several accounts may be meant. Facts: words, found."""

    code = "account.several"
    en = "“{words}” may be {found}; give the code."
    fr = "« {words} » peut être {found} ; donnez le code."


class UnreadableCommandError(DeskRefusal):
    """A command lacks something or is not understood. Facts: usage."""

    code = "command.unreadable"
    en = "Not understood; write {usage}"
    fr = "Commande incomprise ; écrivez {usage}"


class ExportThereError(DeskRefusal):
    """A file of that name is there already. Facts: path."""

    code = "export.there"
    en = "{path} is there already: name another file, so that no export is lost."
    fr = "{path} existe déjà : nommez un autre fichier, pour ne perdre aucun export."


class ExportOvertakenError(DeskRefusal):
    """Another export took over what this one held. Facts: number."""

    code = "export.overtaken"
    en = "Export {number} was taken over by another one meanwhile: nothing was written."
    fr = "L’export {number} a été repris par un autre entre-temps : rien n’est écrit."


class LetteringError(CollectorError):
    """A lettering that cannot be: nothing was changed."""

    code = "lettering.refused"


class LetteringRepeatedError(LetteringError):
    """One entry is named twice in one lettering."""

    code = "lettering.repeated"

    def __init__(self, piece: str) -> None:
        super().__init__(
            f"{piece} is named twice in this lettering.",
            f"{piece} est cité deux fois dans ce lettrage.",
        )
        self.piece = piece


class LetteringNotOpenError(LetteringError):
    """Nothing is left open of an entry."""

    code = "lettering.not_open"

    def __init__(self, piece: str) -> None:
        super().__init__(
            f"{piece} has nothing left open.", f"{piece} n’a plus rien d’ouvert."
        )
        self.piece = piece


class LetteringMixedAccountsError(LetteringError):
    """Entries of two accounts never settle each other."""

    code = "lettering.mixed_accounts"

    def __init__(self, pieces: tuple[str, ...]) -> None:
        named = ", ".join(pieces)
        super().__init__(
            f"These entries are not all of one account: {named}.",
            f"Ces écritures ne sont pas toutes du même compte\u00a0: {named}.",
        )
        self.pieces = pieces


class LetteringMixedCurrenciesError(LetteringError):
    """Amounts of two currencies never settle each other."""

    code = "lettering.mixed_currencies"

    def __init__(self, currencies: tuple[str, ...]) -> None:
        super().__init__(
            f"A lettering is in one currency, not in {' and '.join(currencies)}.",
            f"Un lettrage se fait dans une seule devise, pas en "
            f"{' et '.join(currencies)}.",
        )
        self.currencies = currencies


class LetteringOneSidedError(LetteringError):
    """A lettering without a debit, or without a credit."""

    code = "lettering.one_sided"

    def __init__(self, pieces: tuple[str, ...]) -> None:
        named = ", ".join(pieces)
        super().__init__(
            "A lettering needs at least one debit and one credit"
            + (f"; given: {named}." if pieces else "."),
            "Il faut au moins un débit et un crédit pour lettrer"
            + (f"\u202f; donné\u00a0: {named}." if pieces else "."),
        )
        self.pieces = pieces


class LetteringAmountError(LetteringError):
    """A part of a lettering is zero or less."""

    code = "lettering.amount"

    def __init__(self, piece: str, amount: str) -> None:
        super().__init__(
            f"{amount} of {piece} cannot be lettered: not more than zero.",
            f"{amount} de {piece} ne se lettre pas\u00a0: il faut plus que zéro.",
        )
        self.piece = piece
        self.amount = amount


class LetteringOverdrawsError(LetteringError):
    """More is taken of an entry than is left open of it."""

    code = "lettering.overdraws"

    def __init__(self, piece: str, left: str, asked: str) -> None:
        super().__init__(
            f"{piece} has {left} left open, less than {asked}.",
            f"{piece} n’a plus que {left} d’ouvert, moins que {asked}.",
        )
        self.piece = piece
        self.left = left
        self.asked = asked


class LetteringUnbalancedError(LetteringError):
    """The debits and the credits of a lettering differ."""

    code = "lettering.unbalanced"

    def __init__(self, debits: str, credits_: str) -> None:
        super().__init__(
            f"The debits are {debits} and the credits {credits_}.",
            f"Les débits font {debits} et les crédits {credits_}.",
        )
        self.debits = debits
        self.credits = credits_
