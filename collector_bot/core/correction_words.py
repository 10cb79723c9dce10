"""What a correction asks for, in plain French and English."""

from __future__ import annotations

from collections.abc import Iterator

from collector_bot.core.corrections import Correction, Deed, Line
from collector_bot.core.ledger import Side
from collector_bot.core.money import NBSP
from collector_bot.core.suggestion import DifferenceCause
from collector_bot.core.wording import Both, either

_DEEDS: dict[Deed, Both] = {
    Deed.POST: (
        "Approving posts this correction as well:",
        "L’approbation passe aussi cette correction :",
    ),
    Deed.PROPOSE: (
        "Above the limit: nothing corrects it here, the rest stays open. In the books:",
        "Au-dessus de la limite : rien ne le corrige ici, le reste demeure ouvert. En "
        "comptabilité :",
    ),
    Deed.CREDIT_NOTE: (
        "It is contested: the rest stays open; once agreed, a credit note is due:",
        "C’est contesté : le reste demeure ouvert ; s’il est accordé, un avoir est à "
        "établir :",
    ),
    Deed.ADVANCE: (
        "What is too much stays open for later items; kept as an advance:",
        "Le trop-perçu demeure ouvert pour la suite ; en avance reçue :",
    ),
    Deed.CLAIM: (
        "Nothing is posted: the rest stays open and is to be claimed.",
        "Rien n’est passé : le reste demeure ouvert et est à réclamer.",
    ),
}
_LATE_DISCOUNT: Both = (
    "The discount was taken after the due date: nothing is posted, the rest stays open "
    "and is to be claimed.",
    "L’escompte a été pris après l’échéance : rien n’est passé, le reste demeure "
    "ouvert et est à réclamer.",
)
_POSTED: Both = ("Correction posted:", "Correction passée :")


def correction_words(
    correction: Correction, language: str, *, is_done: bool = False
) -> Iterator[str]:
    r"""Yield a sentence, then a line for each line of the double entry.

    Args:
        language: "fr", else English.
        is_done: it was posted.
    """
    if is_done:
        yield either(_POSTED, language)
    elif correction.cause is DifferenceCause.DISCOUNT and not correction.lines:
        yield either(_LATE_DISCOUNT, language)
    else:
        yield either(_DEEDS[correction.deed], language)
    for line in sorted(correction.lines, key=lambda one: one.side is Side.CREDIT):
        yield line_words(line, language)


def line_words(line: Line, language: str) -> str:
    r"""Return one line: account, what for, amount and side ("fr", else English).

    Example:
        >>> from collector_bot.core.money import Money
        >>> line_words(Line("627", Side.DEBIT, Money(1250, "EUR"), ("Fee", "Frais")),
        ...            "fr")
        '627 Frais\xa0: 12,50\xa0€ au débit'
    """
    french = language == "fr"
    if line.side is Side.DEBIT:
        side = "au débit" if french else "debit"
    else:
        side = "au crédit" if french else "credit"
    colon = f"{NBSP}:" if french else ":"
    label = either(line.label, language)
    return f"{line.account} {label}{colon} {line.amount.written(language)} {side}"
