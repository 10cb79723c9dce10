"""How remittance advices name themselves, their columns and their numbers (folded)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

import re

_LISTS: dict[str, tuple[str, ...]] = {
    "advice": (
        r"avis (?:de |d')(?:virement|paiement|reglement|credit|execution)s?|avis d'operation|remittances?(?: advice)?|payment (?:advice|advise|notification|details|remittance|breakdown|run report)|details? (?:de |du |des |d'un |of )(?:notre |nos |votre |ce |cet |our |the |mon )?(?:dernier )?(?:reglement|virement|paiement|versement|payment|transfer)s?|bordereau (?:de |d[eu] )?(?:reglement|paiement|virement|remise)|(?:lettre|traite)[- ]cheque|lettrage du (?:reglement|virement)|(?:releve|ordre|notification|confirmation) de (?:reglement|paiement|virement)|zahlungsavis|avis(?:o)? de pago|avviso di pagamento|betalingsspecificatie|betaaladvies|ventilation (?:de |du )(?:notre |votre )?(?:reglement|virement|paiement)|repartition (?:de |du )(?:notre )?(?:reglement|virement|paiement)|payment (?:made|confirmation)|detail(?:le|s)? (?:reglement|paiement|virement)|reglement detaille|remise de (?:cheque|reglement)s?",
    ),
    "pays": (
        r"virements?|reglements?|paiements?|regle\w*|sold(?:e|ent|ons|ee|ees)(?! du)|mandats?|versements?|payons|paye\w*|vire\w*|cheques?|payments?|paid|transfers?|transferred|wired|remitt\w+|bacs|uberwiesen|uberweisung|zahlung\w*|bezahlt|pago|transferencia|pagamento|bonifico|betaling|betaald|overgemaakt|settl\w+|mandat\w*",
    ),
    "settles": (
        r"(?:virement|reglement|paiement|payment|transfer|cheque|versement|bacs|remittance)(?: \S+){0,14}? (?:correspond\w*|couvr\w+|concern\w+|regle|solde|relati\w+|en reglement|pour (?:les|vos|la) factures?|covers?|covering|for (?:the )?(?:following|invoices?|your)|settl\w+|in respect of|relating|comprises?|composed|comprenant|detail\w*|repart\w+|ventil\w+|se decompose|as follows|break\w*|comme suit|:)|en reglement d\w*|in settlement of|in payment of|en paiement d\w*|au titre d\w*",
    ),
    "total": (
        r"totaux|amount transferred|montant (?:total )?(?:du|de la|de l['a])? ?(?:virement|reglement|paiement)|total(?:e|s)?|sous-total|grand total|montant total|net (?:a payer|regle|paye|verse)|net total|total general|sum|somme|gesamt\w*|summe|importe total|totale|totaal|amount paid|net paid|montant (?:du virement|vire)|solde regle",
    ),
    "column_reference": (
        r"(?:votre|vos|your|v/)\s?(?:ref\w*|n°|numero|no|facture|invoice|document|doc)?.*|(?:n°|no|num\w*|numero)\s?(?:de )?(?:facture|piece|document|fact)s?.*|factures?|invoices?.*|(?:ref\w*|n°) (?:facture|fournisseur|piece|document).*|pieces?|piece n°|inv\.?(?: (?:no|number|ref|#))?.*|document(?: (?:no|number|n°|ref\w*))?.*|supplier (?:ref|invoice).*|ref(?:erence)?s?\.?(?: fournisseur| facture)?|rechnung\w*|rechnungsnummer|fattura.*|factura.*|factuur.*|libelle|description|bill.*|doc\.?(?: no)?|belegnr.*|reference document",
    ),
    "column_own": (
        r"(?:notre|nos|our|n/|internal|interne|piece comptable|voucher|ecriture|bon de commande|po\b|commande|order).*",
    ),
    "column_paid": (
        r".*(?:regle|paye|paid|vire|net|payment|reglement|paiement|remitted|bezahlt|gezahlt|pagado|pagato|betaald|zahlbetrag|verse).*",
    ),
    "column_amount": (
        r".*(?:montant|amount|total|ttc|betrag|importe|importo|bedrag|somme|value|valeur|eur\b|gbp|usd|€|£|\$|solde|brut|gross|balance).*",
    ),
    "column_not_paid": (
        r".*(?:date|echeance|due|devise|currency|escompte|discount|remise|retenue|deduction|ht\b|tva|vat|reste|open|solde restant|taux|rate).*",
    ),
    "column_currency": (
        r"(?:devise|currency|curr?\.?|cur|ccy|monnaie|wahrung|divisa|valuta).*",
    ),
    "column_payment_date": (
        r"(?:date (?:de |d[eu] )?(?:paiement|reglement|virement|valeur|d'execution|execution|payment)|(?:payment|paid|value|pay|settlement|transfer) date|date paid|paid on|zahlungsdatum|zahldatum|datum).*",
    ),
    "column_payment_reference": (
        r"(?:ref\w*\.? (?:du |de |d[eu] )?(?:paiement|reglement|virement)|(?:n°|no|numero) (?:de |du )?(?:virement|paiement|reglement)|payment (?:ref\w*|no|number|id)|our ref\w*|notre ref\w*|n/ref\w*|eft|remittance (?:ref\w*|no|number)|virement|transaction(?: id| ref\w*)?|bacs ref\w*).*",
    ),
    "date_label": (
        r"(?:date (?:de |d[eu] |d')?(?:paiement|reglement|virement|valeur|execution|payment|l'operation|operation)|(?:payment|value|pay|settlement|transfer|payment run|remittance) date|date of (?:payment|transfer)|paid on|date paid|execution|valeur|zahlungsdatum|zahldatum|wertstellung|valutadatum|fecha(?: de pago)?|data (?:di )?pagamento|betaaldatum|execute(?:d)? (?:le|on)|date)\s*(?:le|du|on)?[\s.]*[:=]?\s*",
    ),
}


def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_LISTS[name])})(?!\w)")


ADVICE = _compiled("advice")
PAYS = _compiled("pays")
SETTLES = _compiled("settles")
TOTAL = _compiled("total")
COLUMN_REFERENCE = re.compile(f"(?:{'|'.join(_LISTS['column_reference'])})")
COLUMN_OWN = re.compile(f"(?:{'|'.join(_LISTS['column_own'])})")
COLUMN_PAID = re.compile(f"(?:{'|'.join(_LISTS['column_paid'])})")
COLUMN_AMOUNT = re.compile(f"(?:{'|'.join(_LISTS['column_amount'])})")
COLUMN_NOT_PAID = re.compile(f"(?:{'|'.join(_LISTS['column_not_paid'])})")
COLUMN_CURRENCY = re.compile(f"(?:{'|'.join(_LISTS['column_currency'])})")
COLUMN_PAYMENT_DATE = re.compile(f"(?:{'|'.join(_LISTS['column_payment_date'])})")
COLUMN_PAYMENT_REFERENCE = re.compile(
    f"(?:{'|'.join(_LISTS['column_payment_reference'])})"
)
DATE_LABEL = _compiled("date_label")
PAID_LABEL = re.compile(
    r"(?:paid|paye|regle|vire|net|verse|montant vire|bezahlt|pagado)\s*:?\s*$"
)
# Where the number of a payment stands; the number itself is read after it.
REFERENCE_LABEL = re.compile(
    r"(?<!\w)(?:(?:avis|bordereau|ordre|remittance|payment|paiement|virement|mandat|cheque"
    r"|check|reglement|transfer|advice|advies|aviso|avviso|transferencia|bonifico|zahlung)"
    r"(?: (?:de |d'|du )?(?:virement|paiement|reglement|cheque|advice|pago|pagamento))?"
    r"(?: (?:sepa|bancaire|administratif))?(?= (?=\S*\d\S*\d)[a-z0-9]+[-/a-z0-9]*)"
    r"|(?:(?:notre|nos|our|n/) ?)?(?:payment|mandat|paiement|reglement|virement|transfer|remittance"
    r"|bacs|transaction|bank|wire|sepa|cheque|our|notre|nos|n/|operation|swift|zahlungs?|avis)"
    r"[ -]?(?:ref(?:erence)?s?|n°|no|number|numero|num|id|nr|nummer|referenz|advice no|run)"
    r"\.?|ref(?:erence)?s?\.? (?:de |du |d[eu] )?(?:(?:notre|ce|votre) )?(?:paiement|reglement"
    r"|virement|payment|transfert|operation|bancaire|transfer|avis|cheque)"
    r"|(?:n°|no|numero) (?:de |du |d[eu] )?(?:paiement|reglement|virement|cheque|operation)"
    r"|(?:virement|cheque|avis|reglement|paiement|transfer|payment|check) (?:bancaire )?"
    r"(?:n°|no\.?|numero|nr\.?|#)|(?<=\()ref(?:erence)?\.?|sous (?:la )?ref(?:erence)?s?\.?"
    r"|(?:under|with|quoting) (?:our |the )?ref(?:erence)?\.?"
    r"|^ ?ref(?:erence)?\.?(?= ?:)|(?<=, )ref(?:erence)?\.?|(?<!your )(?<!votre )(?<!vos )(?<!v/)(?<= )ref(?:erence)?\.?(?= \S*\d{4})|payment document|document de paiement|piece de (?:paiement|reglement)|end[- ]to[- ]end(?: id)?|e2e|trace|transaction)\s*(?:est|is)?[\s.]*[:=]?\s*"
)
REFERENCE_VALUE = re.compile(
    r"(?:n[°o]\.? ?)?(?P<value>[a-z]{2,6} \d{3,}(?![\d,.])|(?:(?:bacs|chaps|sepa|vir|virt|tt|ach|wire|pay|rgt|chq|cheque)[ -]?)?"
    r"[a-z0-9][a-z0-9./_-]*\d[a-z0-9./_-]*[a-z0-9]|\d{3,})(?![,.]\d)(?! ?(?:€|eur\b|£|\$|gbp|usd|chf))"
)
NOT_ADVICE = re.compile(
    r"\b(?:contest\w*|litige|disput\w*|ecarts?|discrepanc\w+|releve (?:de|annote|comment\w*)"
    r"|statement|reconcil\w+|rapproch\w+|impaye\w*|please (?:send|provide)"
    r"|pouvez-vous|pourriez-vous|open items|a regler|outstanding|proforma|devis|quotation"
    r"|bon de commande|purchase order|commande|echeancier|schedule|plan)\b"
)
REPLY = re.compile(r"(?:re|aw|sv|rep|antw)\s?:")
PIECE_LINE = re.compile(
    r"\W*(?:votre |your |our )?(?:n° ?(?:de )?)?(?:factures?|pieces?|invoices?|inv|references?"
    r"|ref|document|bill|rechnung\w*|avoir|credit note)\b[^:]{0,25}:"
)
AMOUNT_LINE = re.compile(
    r"\W*(?:montants?|amounts?|net|total|somme|paid|regle|paye|sum|betrag|value)\b[^:]{0,25}:"
)
LABELLED = re.compile(r"\W*[a-z°' ]{3,30}\s?:\s*\S")
OF_PIECE = re.compile(
    r"\b(?:factures?|invoices?|pieces?|avoirs?|credit notes?|commandes?|orders?|inv)"
    r"(?: \S+){0,3} (?:du|dated|of|from|de|d')\s*$"
)
JUST_NOW = re.compile(
    r"\b(?:viens|venons|vient) (?:juste )?de|\bjust (?:now )?(?:paid|sent|made|settled|wired)"
)
INSTEAD = re.compile(
    r"(?:au lieu d[eu']|instead of|rather than|contre|out of)\s*(?:la somme de )?$"
)
