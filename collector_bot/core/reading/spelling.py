"""Typing slips in the long words the rules listen for: one letter, mended.

Only a word that is none of ours is touched, only by one letter added, lost, swapped
or mistaken, never the first or the last, and only when a single word of ours is meant.
Our choice: slips of two letters are left, they too often make another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

_LENGTH_MIN = 7
_LENGTH_MAX = 18
_LABEL_MAX = 120
_WORD = re.compile(rf"[^\W\d_]{{{_LENGTH_MIN - 1},{_LENGTH_MAX + 1}}}")
# A short line that ends in an amount is a label, kept as written.
_LABEL = re.compile(r"\W*(?:\S+\s+){1,7}?\(?-?\W?\d[\d.,' ]*\W*(?:[a-z]{3})?\W*$")

_MENDED = {
    "en": """
        account accounts administration administrators approval approved
        attached authorised authorized bankruptcy cancelled cheques company
        compensation confirm confirmed contest contested correct credited
        currently damaged december deducted deduction defective delivered
        deliveries delivery discount dispute disputed disputing duplicate
        duplicated duplicates february fortnight forward incorrect insolvency
        installment installments instalment instalments interest invoice
        invoiced invoices january liquidation missing mistake november october
        outstanding overcharged payable payment payments processed processing
        promised  purchase quantity received receivership
        remittance remittances remitted saturday schedule scheduled september
        settled settlement settling statement statements thursday tomorrow
        transfer transferred transferring transfers tuesday wednesday yesterday
        """,
    "fr": """
        acompte acomptes adresser aujourd avoirs bancaires commande commandes
        comptabilite contestation conteste contestee contestons coordonnees
        decembre deduction dernier derniere doublon duplicata echeance echeances
        effectue effectuee effectuer effectuerons envoyer exemplaire facturation
        facture facturee facturees factures fevrier huitaine janvier judiciaire
        juillet liquidation livraison livraisons livree livrees manquant
        manquante manquants mercredi novembre octobre paiement paiements
        paierons payerons penalites prelevement prevue procederons procedure
        prochain prochaine programme programmee programmees quantite quinzaine
        recouvrement redressement reglement reglements reglera reglerai
        reglerons reglons remboursement sauvegarde semaine septembre solderons
        transmettre vendredi versement versements virement virements virerons
        """,
    "de": """
        begleichen beglichen bezahlen bezahlt dezember dienstag donnerstag
        februar freitag gutschrift insolvenz januar lieferung mahnung mittwoch
        nachste november oktober rechnung rechnungen samstag september
        uberweisen uberweisung uberwiesen woche zahlung zahlungen
        """,
    "es": """
        abonaremos diciembre entrega factura facturas febrero miercoles
        noviembre octubre pagada pagado pagaremos pedido proxima semana
        septiembre transferencia transferencias viernes
        """,
    "it": """
        bonifici bonifico consegna dicembre fattura fatture febbraio gennaio
        giovedi mercoledi novembre ottobre pagamenti pagamento pagheremo
        prossima salderemo settembre settimana venerdi
        """,
    "nl": """
        betalen betaling betalingen december donderdag facturen factuur februari
        januari levering november oktober overgemaakt overmaken september
        volgende vrijdag woensdag
        """,
}
# Words of their own that one letter parts from a word above.
_THEMSELVES = {
    "en": """
        accompany accounted amounts approves attaches attacked authorise
        authorize cancelling cheque collect companies compromise compromised
        confirmer confirms conform conformed connect content contents contests
        context contexts corrects creditor credits deduced deducts defectives
        deliver deliverer delivering delivers detective discounted discounts
        disputes duplication forwards improved instalments interested interests
        invoicing messing mission missions mistaken mistakes permitted premises
        processes processor promises purchased purchaser purchases qualify
        quantify receiver receives reduction scheduler schedules seduction
        setting settings settler settlers settles statements transferee
        transfers
        """,
    "fr": """
        adresse adressee adresses bancaire commandee commandees commander
        comptabilise comptabilisee comptabilites contente contentons contester
        contestes contestons contexte contextes dernieres derniers derriere
        echange echanges echeant effectuees effectuer effectues envoyee envoyees
        envoyez facteur facturer factures facturons fracture fractures
        judiciaires livraisons livrer livres manquait manquantes manquent
        marquant marquante marquants paiement paierions paieront payerions
        penalite prevoir prevues prevus procedures prochaines prochains
        programmer programmes qualite qualites quantites regions reglee reglees
        regler reglera reglerais reglerait reglerions regleront reglions semaine
        semaines solderions transmettez transmettra transmettrez versements
        verser virements virerions vivement
        """,
    "de": """
        bezahle lieferungen nachsten nachster rechnungs wochen zahlungs
        """,
    "es": """
        entregado entregar facturado facturar pagadas pagados pedidos proximas
        semanas
        """,
    "it": """
        consegnare consegnato fatturato pagamenti prossimo settimane
        """,
    "nl": "betaald betaalt leveringen facturatie",
}


def _shorter(word: str) -> Iterator[str]:
    """The word without one of its letters but the first."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


@cache
def _known(language: str) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Words left alone, and by each word short of a letter those it may stand for."""
    meant = {
        word
        for word in _MENDED.get(language, "").split()
        if len(word) >= _LENGTH_MIN and word.isalpha()
    }
    near: dict[str, set[str]] = {}
    for word in meant:
        for less in (word, *_shorter(word)):
            near.setdefault(less, set()).add(word)
    alone = {
        word
        for other in _MENDED
        for word in _MENDED[other].split()
        if other != language
    }
    alone |= set(_THEMSELVES.get(language, "").split()) | meant
    return frozenset(alone), {less: frozenset(words) for less, words in near.items()}


def _is_slip(word: str, meant: str) -> bool:
    """Whether one letter added, lost, mistaken or swapped parts the two words."""
    if word[-1] != meant[-1]:
        return False
    if abs(len(word) - len(meant)) == 1:
        longer, other = sorted((word, meant), key=len, reverse=True)
        return other in set(_shorter(longer))
    if len(word) != len(meant):
        return False
    apart = [at for at, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
    if len(apart) == 1:
        return True
    if len(apart) != 2 or apart[1] - apart[0] != 1:  # noqa: PLR2004
        return False
    one, two = apart
    return word[one] == meant[two] and word[two] == meant[one]


@lru_cache(maxsize=8192)
def mended_word(folded: str, language: str) -> str:
    """Return the word `folded` stands for with its slip mended, else itself.

    Example:
        >>> mended_word("trasnfer", "en"), mended_word("premises", "en")
        ('transfer', 'premises')
    """
    alone, near = _known(language)
    if folded in alone:
        return folded
    tried = {
        word for less in (folded, *_shorter(folded)) for word in near.get(less, ())
    }
    found = {word for word in tried if _is_slip(folded, word)}
    return found.pop() if len(found) == 1 else folded


def mended(text: str, folded: str, language: str) -> str:
    """Return `text` with the typing slips of its long words mended.

    Args:
        text: one sentence as written.
        folded: the same, folded, position by position.
        language: whose words are meant; others leave the text alone.
    """
    short = len(folded) <= _LABEL_MAX
    if language not in _MENDED or (short and _LABEL.match(folded)):
        return text
    made: list[str] = []
    at = 0
    for match in _WORD.finditer(folded):
        word = match.group()
        meant = mended_word(word, language)
        if meant != word and _stands_alone(folded, match):
            capital = text[match.start()].isupper()
            made += [text[at : match.start()], meant.capitalize() if capital else meant]
            at = match.end()
    return "".join([*made, text[at:]])


def _stands_alone(folded: str, match: re.Match[str]) -> bool:
    """Whether a word is no part of an address or of a number."""
    before, after = folded[: match.start()][-1:], folded[match.end() :][:1]
    if folded[: match.start()].endswith("mi-"):  # the middle of a month
        before = ""
    return not (
        before in {"@", ".", "/", "_", "-"} or after in {"@", "/", "_"}
    ) and not (before.isalnum() or after.isalnum())
