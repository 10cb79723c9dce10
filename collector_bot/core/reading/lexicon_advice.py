"""How remittance advices name themselves, their columns and their numbers (folded)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

import re

_LISTS: dict[str, tuple[str, ...]] = {
    "advice": (
        r"avis (?:de |d')(?:virement|paiement|reglement|credit|execution)s?|avis d'operation|remittances?(?: advice)?|payment (?:advice|advise|notification|details|remittance|breakdown|run report)|details? (?:de |du |des |d'un |of )(?:notre |nos |votre |ce |cet |our |the |mon )?(?:dernier )?(?:reglement|virement|paiement|versement|payment|transfer)s?|bordereau (?:de |d[eu] )?(?:reglement|paiement|virement|remise)|(?:lettre|traite)[- ]cheque|lettrage du (?:reglement|virement)|(?:releve|ordre|notification|confirmation) de (?:reglement|paiement|virement)|(?:bordereau|lettre)(?: d'envoi)?(?: joint)?(?: au| de| du)? cheque|decompte de (?:notre |votre |ce )?(?:reglement|paiement|virement)|zahlungs(?:avis|mitteilung|bestatigung)|uberweisungsavis|avis(?:o)? de (?:pago|transferencia)|detalle del? (?:pago|transferencia)|avviso di (?:pagamento|bonifico)|(?:dettaglio|distinta) (?:del |di )?(?:pagamento|bonifico)|betalings(?:specificatie|advies|bericht|overzicht)|betaaladvies|betaalspecificatie|(?:bacs|ach|wire|eft|chaps|sepa|cheque|check|supplier) (?:notification|remittance|advice|payment)|(?:transfer|bank transfer|wire) (?:advice|notification|confirmation|details|made)|ventilation (?:de |du )(?:notre |votre )?(?:reglement|virement|paiement)|repartition (?:de |du )(?:notre )?(?:reglement|virement|paiement)|payment (?:made|confirmation)|payment (?:is )?on (?:the|its) way|(?:has )?sent you a payment|(?:has|have) (?:just )?paid you|is paying you|payment (?:has been |was |is being )?(?:sent|made|issued|remitted) to you|you(?:'ve| have)(?: been)? (?:got|sent|received) a payment|you(?:'ve| have) been paid|detail(?:le|s)? (?:reglement|paiement|virement)|reglement detaille|remise de (?:cheque|reglement)s?|mandats? de paiement|mandatement",
    ),
    "pays": (
        r"virements?|reglements?|paiements?|regle\w*|sold(?:e|ent|ons|ee|ees)(?! du)|mandats?|versements?|payons|paye\w*|vire\w*|cheques?|payments?|paid|pay(?:ing|s)?|ach|eft|chaps|transfers?|transferred|wired|remitt\w+|bacs|uberwiesen|uberweisung|zahlung\w*|bezahlt|pago|transferencia|pagamento|bonifico|betaling|betaald|overgemaakt|settl\w+|mandat\w*",
    ),
    "settles": (
        r"(?:virement|reglement|paiement|payment|transfer|cheque|versement|bacs|remittance)(?: \S+){0,14}? (?:correspond\w*|couvr\w+|concern\w+|regle|solde|relati\w+|en reglement|pour (?:les|vos|la) factures?|covers?|covering|for (?:the )?(?:following|invoices?|your)|settl\w+|in respect of|relating|comprises?|composed|comprenant|detail\w*|repart\w+|ventil\w+|se decompose|as follows|break\w*|comme suit|:)|en reglement d\w*|in settlement of|in payment of|en paiement d\w*|au titre d\w*",
    ),
    "total": (
        r"totaux|amount (?:transferred|remitted|sent|of (?:the |this |our )?(?:payment|transfer|cheque|check))|montant (?:total |net |global )?(?:du |de la |de l'|de notre |de ce |d'un )?(?:virement|reglement|paiement|cheque|versement|mandat|transfert|ordre|bordereau|remise|lettre-cheque)|(?:payment|transfer|cheque|check|remittance|total|bacs|wire|net) (?:amount|total|value|payment)|total(?:e|s)?|grand total|montant total|net (?:a payer|regle|paye|verse|vire|remis|a virer)|net total|total general|sum|somme|gesamt\w*|summe|zahlbetrag|uberweisungsbetrag|importe (?:total|transferido|neto)|totale|totaal\w*|netto|amount paid|net (?:paid|payment|amount|remitted)|montant (?:vire|regle|paye|verse|net|transfere)|solde regle|^\W*net|^\W*soit|^\W*paid|^\W*(?:vire|regle|paye|verse)",
    ),
    "column_reference": (
        r"(?:votre|vos|your|v/)\s?(?:ref\w*|n°|numero|no|facture|invoice|document|doc)?.*|(?:n°|n|no|num\w*|numero)\s?(?:de )?(?:facture|piece|document|fact)s?.*|factures?|invoices?.*|(?:ref\w*|n°) (?:facture|fournisseur|piece|document).*|pieces?|piece n°|inv\.?(?: (?:no|number|ref|#))?.*|document(?: (?:no|number|n°|ref\w*))?.*|supplier (?:ref|invoice).*|ref(?:erence)?s?\.?(?: fournisseur| facture)?|rechnung\w*|rechnungsnummer|fattura.*|factura.*|factuur.*|beleg\w*|(?:n[.°oº]*|num\.?|numero) (?:de |di )?(?:factura|fattura|documento|doc\w*).*|vs\.? ref.*|your doc.*|inv ?#.*|detail|objet|designation|bezeichnung|omschrijving|descripcion|descrizione|kenmerk.*|libelle|description|bill.*|doc\.?(?: no)?|belegnr.*|reference document",
    ),
    "column_own": (
        r"(?:notre|nos|our|n/|internal|interne|piece comptable|voucher|ecriture|bon de commande|po\b|commande|order).*",
    ),
    "column_paid": (
        r".*(?:regle|paye|paid|vire|net|payment|reglement|paiement|remitted|bezahlt|gezahlt|pagado|pagato|betaald|zahlbetrag|verse|zahlung|pago\b|overgemaakt|settled|transferred).*",
    ),
    "column_amount": (
        r".*(?:montant|amount|amt|total|ttc|betrag|importe|importo|bedrag|somme|value|valeur|eur\b|gbp|usd|€|£|\$|solde|brut|gross|balance|impute|affecte|allocated|applied).*",
    ),
    "column_not_paid": (
        r".*(?:date|echeance|due|devise|currency|escompte|discount|remise|retenue|deduction|ht\b|tva|vat|korting|skonto|sconto|descuento|abzug|trattenuta|reste|open\b|solde restant|a nouveau|withh\w+|rabatt?|rebate|taux|rate).*",
    ),
    "column_currency": (
        r"(?:devise|currency|curr?\.?|cur|ccy|monnaie|wahrung|divisa|valuta).*",
    ),
    "column_payment_date": (
        r"(?:date (?:de |d[eu] )?(?:paiement|reglement|virement|valeur|d'execution|execution|payment)|(?:payment|paid|value|pay|settlement|transfer) date|date paid|paid on|zahlungsdatum|zahldatum|datum).*",
    ),
    "column_payment_reference": (
        r"(?:ref\w*\.? (?:du |de |d[eu] )?(?:paiement|reglement|virement)|(?:n°|no|numero) (?:de |du )?(?:virement|paiement|reglement)|payment (?:ref\w*|no|number|id)|our ref\w*|notre ref\w*|n/ref\w*|eft|remittance (?:ref\w*|no|number)|virement|transaction(?: id| ref\w*)?|bacs ref\w*|(?:payment|cheque|check|transfer) (?:no|n°|number|#)|remittance).*",
    ),
    "date_label": (
        r"(?:date (?:de |d[eu] |d')?(?:paiement|reglement|virement|valeur|execution|payment|l'operation|operation)|(?:payment|value|pay|settlement|transfer|payment run|remittance) date|date of (?:payment|transfer)|(?:effective|credit|deposit|settlement|processing|entry|run) date|paid on|date paid|execution|valeur|zahlungsdatum|zahldatum|wertstellung|valutadatum|fecha(?: de(?:l)? (?:pago|valor|la transferencia))?|data (?:(?:di |del )?(?:pagamento|bonifico|valuta))|betaaldatum|betalingsdatum|boekdatum|uberweisungsdatum|value|execute(?:d)? (?:le|on)|(?:emis|emise|effectue|vire|credite|regle|paye|issued|sent|made|released)(?:e|es|s)? (?:le|on)|date d'emission|eft date|(?:cheque|check|bacs|wire|transaction|settlement) date|value|gezahlt am|uberwiesen am)\s*(?:le|du|on)?[\s.]*[:=]?\s*",
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
BARE_DATE = re.compile(
    r"(?<!\w)(?:date|datum|fecha|data)\s*(?:le|du|on)?[\s.]*[:=]?\s*"
)
PAID_LABEL = re.compile(
    r"(?:paid|paye|regle|vire|net|verse|montant vire|bezahlt|pagado)\s*:?\s*$"
)
# Where the number of a payment stands; the number itself is read after it.
REFERENCE_LABEL = re.compile(
    r"(?<!\w)(?:(?:avis|zahlungsavis|zahlungsmitteilung|betaalbericht|bordereau|ordre|remittance|payment|paiement|virement|mandat|cheque"
    r"|check|reglement|transfer|advice|advies|aviso|avviso|transferencia|bonifico|zahlung)"
    r"(?: (?:de |d'|du )?(?:virement|paiement|reglement|cheque|advice|pago|pagamento))?"
    r"(?: (?:sepa|bancaire|administratif))?(?= (?=\S*\d\S*\d)[a-z0-9]+[-/a-z0-9]*)"
    r"|(?:(?:notre|nos|our|n/) ?)?(?:payment|mandat|paiement|reglement|virement|transfer|remittance"
    r"|bacs|transaction|bank|wire|sepa|cheque|our|notre|nos|n/|operation|swift|zahlungs?|avis)"
    r"[ -]?(?:ref(?:erence)?s?|n°|no|number|numero|num|id|nr|nummer|referenz|advice no|run)"
    r"\.?|ref(?:erence)?s?\.? (?:de |du |d[eu] )?(?:(?:notre|ce|votre) )?(?:paiement|reglement"
    r"|virement|payment|transfert|operation|bancaire|transfer|avis|cheque)"
    r"|(?:n°|no|numero) (?:de |du |d[eu] )?(?:paiement|reglement|virement|cheque|operation)"
    r"|ref(?:erence)?s?\.? (?:de |of |de l'|du |the |this |de la |de ce |de cette |del? |di |do |van )*(?:l')?(?:operation|ordre|transaction|payment|transfer|pago|pagamento|transferencia|bonifico|lettre-cheque|mandat|advice)"
    r"|referencia(?: de(?:l)? (?:pago|transferencia))?|riferimento(?: pagamento)?|rif\.?|cro|trn|betalingskenmerk|kenmerk|betaalreferentie|unsere referenz|zahlungsreferenz|verwendungszweck nr"
    r"|(?:virement|cheque|avis|reglement|paiement|transfer|payment|check|ordre|zahlungsavis|zahlungsmitteilung|betaalbericht|aviso de pago|avviso di pagamento) (?:bancaire |[a-z]{2,12} )?"
    r"(?:n°|no\.?|numero|nr\.?|#)|(?<=\()(?:ref(?:erence)?|no|n°|nr)\.?|^\W*(?:referen[zc]\w*|riferimento|kenmerk|ref\.?)(?= +\S*\d{2})|sous (?:la )?ref(?:erence)?s?\.?"
    r"|(?:under|with|quoting) (?:our |the )?ref(?:erence)?\.?"
    r"|^ ?ref(?:erence)?\.?(?= ?:)|(?<=, )ref(?:erence)?\.?|(?<!your )(?<!votre )(?<!vos )(?<!v/)(?<= )ref(?:erence)?\.?(?= \S*\d{4})|payment document|document de paiement|piece de (?:paiement|reglement)|end[- ]to[- ]end(?: id)?|e2e|trace|transaction)\s*(?:est|is)?[\s.]*[:=]?\s*"
)
REFERENCE_VALUE = re.compile(
    r"(?:n[°o]\.? ?)?(?P<value>[a-z]{2,6} \d{3,}(?:[-/]\w+)*(?![\d,.]\d)(?![\w/-])|(?:(?:bacs|chaps|sepa|vir|virt|tt|ach|wire|pay|rgt|chq|cheque)[ -]?)?"
    r"[a-z0-9][a-z0-9./_-]*\d[a-z0-9./_-]*[a-z0-9]|\d{3,})(?![a-z0-9]|[,.]\d)(?! ?(?:€|eur\b|£|\$|gbp|usd|chf))"
)
# A payment is said to have been made or to be on its way.
_NOUN = (
    r"(?:virements?|reglements?|paiements?|versements?|cheques?|checks?|traites?|payments?"
    r"|transfers?|bacs|chaps|wires?|ach|eft|remittances?|lcr|effets?|ordres?|sums?|sommes?|acomptes?|mandats?"
    r"|zahlung\w*|uberweisung\w*|betrag|pagos?|transferencias?|importe|pagament\w*"
    r"|bonific\w*|importo|betaling\w*|overboeking\w*|bedrag)"
)
_DONE = (
    r"(?:emis\w*|partie?s?|effectue\w*|execute\w*|passee?s?|envoye\w*|adress\w+|transmis\w*"
    r"|transmet\w*|ordonne\w*|lancee?s?|poste\w*|joint\w*|remis\w*|comptabilise\w*|depose\w*"
    r"|vire\w*|fait\w*|accepte\w*|realise\w*|credite\w*|debite\w*|proced\w+|released|sent|made|issued|executed|processed|initiated|raised"
    r"|gone|went|left|posted|mailed|wired|transferred|remitted|enclosed|credited|debited"
    r"|veranlasst|angewiesen|ausgefuhrt|uberwiesen|getatigt|erfolgt\w*|gezahlt|realizad\w+"
    r"|efectuad\w+|emitid\w+|ordenad\w+|enviad\w+|eseguit\w+|disposto|effettuat\w+|emess\w+"
    r"|inviat\w+|uitgevoerd|verricht|gedaan|overgemaakt)"
)
ISSUED = re.compile(
    rf"(?<!\w)(?:{_NOUN}(?: \S+){{0,14}}? {_DONE}|{_DONE}(?: \S+){{0,8}}? {_NOUN}"
    r"|(?:avons|ai|a|ont|venons de|viens de|vient de)(?: \S+){0,4}? (?:vire|virer|regle|regler"
    r"|paye|payer|verse|verser|solde|solder|mandate|mandater)"
    r"|(?:have|has|we|i|just|'ve)(?: \S+){0,3}? (?:paid|wired|transferred|remitted|settled)"
    r"|(?:haben|wurden?|wir)(?: \S+){0,40}? (?:uberwiesen|bezahlt|gezahlt|angewiesen)"
    r"|(?:hemos|se ha|he|ha)(?: \S+){0,4}? (?:transferido|pagado|abonado|ordenado|realizado)"
    r"|(?:abbiamo|e stato|ho)(?: \S+){0,4}? (?:pagato|bonificato|disposto|saldato)"
    r"|(?:hebben|is|zijn|heb)(?: \S+){0,14}? (?:overgemaakt|betaald|voldaan)"
    rf"|{_NOUN} d(?:e |'|u )(?:ce jour|ce matin|hier|aujourd'hui)|(?:today|yesterday|this (?:morning|afternoon))'s {_NOUN}"
    r"|mise?s? en (?:paiement|reglement|banque)|(?:wurden?|ist|sind)(?: \S+){0,14}? (?:beglichen|ausgeglichen)"
    r"|(?:was|were|been|being) (?:paid|settled|cleared)|vous (?:est|a ete) (?:vire|regle)\w*"
    r"|(?:sommes|suis) (?:en train de )?(?:vous )?regl\w+)(?!\w)"
)
# What takes the saying back, or asks.
NOT_ISSUED = re.compile(
    r"\b(?:n'(?:avons|ai|a|ont|est) (?:pas|jamais|encore|rien)|(?:not|never|nor|n't)(?: \w+){0,2} (?:paid|sent|made"
    r"|received|been)|si |if |when |once |quand |lorsque |des que |nicht|noch nicht|sera|seront"
    r"|will|shall|would|could|pourr\w+|devr\w+|should|prochaine?s?|next|upcoming|a venir)\b"
)
# Between an amount and the piece it pays: “… for”, “… on account of invoice”.
LINKED = re.compile(
    r"[ )]*(?:€|eur|euros?|gbp|usd|ttc)?,?(?: \S+){0,3}? ?(?:pour|sur|for|on|against|towards|au titre de"
    r"|en reglement de|fur|auf|per|voor|por|para|a saldo)(?: (?:la|le|les|l'|the|your|votre|de|die|der"
    r"|la|il|factuur|rechnung|fattura|factura|facture|invoice|piece|no\.?|n[°o]|account of|solde|balance"
    r"|of|reste|inv|credit note|avoir)){0,4} ?(?:n[°o]\.? ?)?"
)
# What stands before the amount that is left when all is counted.
SO = re.compile(
    r"(?:\bsoit|\btotal\w*|\bnet\w*|=|\bso|\bleaving|\bhence|\ben tout|\bin all|\baltogether|\binsgesamt|\bensemble)"
    r"(?: \S+){0,6}? ?$"
)
# Something is taken off in the sentence.
DEDUCTED = re.compile(
    r"\b(?:less|minus|moins|net of|after deduct\w+|deduct\w+|deduction|deduit\w*|retenue\w*|escompte|retention"
    r"|withh\w+|discount|penalit\w+|diminue\w*|abzuglich|skonto|menos|meno|trattenuta|minder|korting)\b"
)
# Words that answer our chase even when the payment is of today.
CHASED = re.compile(
    r"\b(?:deja|already|rappels?|relanc\w+|reminders?|chas\w+|pourtant|sauf erreur|verifi\w+|your (?:records|statement|letter)"
    r"|bereits|schon|gia|ya (?:hemos|se)|reeds|mahnung\w*|aanmaning|sollecito)\b"
)
TODAY = re.compile(
    r"\b(?:ce jour|aujourd'hui|ce matin|cet apres-midi|ce soir|hier|a l'instant|today|this (?:morning|afternoon)"
    r"|yesterday|just now|heute|gestern|hoy|ayer|oggi|ieri|vandaag|gisteren)\b"
)
_PAYMENT_WORD = (
    r"(?:virements?|paiements?|reglements?|cheques?|checks?|payments?|transfers?|transferts?|eft|bacs|ach|chaps"
    r"|wire|sepa|transactions?|operations?|remittances?|remises?|mandats?|bordereaux?|avis|advice|batch|lots?|run"
    r"|zahlungs?\w*|uberweisungs?\w*|pagos?|transferencia|pagamento|bonifico|betalings?\w*|bout en bout"
    r"|end[- ]to[- ]end|ordre|decompte|releve|lcr|traite|voucher|remesas?|lote|ordine|disposizione|distinta|betaalrun|betaalopdracht|zahllauf|sammler)"
)
_NUMBER_WORD = r"(?:ref\w*\.?|n[°o]s?\.?|numero|num\.?|number|nr\.?|nummer|id|#|identifi\w+|kenmerk)(?!\w)"
PAYMENT_NUMBER = re.compile(
    rf"\W*(?:(?:notre|nos|our|n/|unsere?|nuestra|nostro|onze?) ?)?(?:(?=.*\b{_PAYMENT_WORD})(?=.*(?:\b|\W){_NUMBER_WORD}).*"
    rf"|{_NUMBER_WORD}|(?:notre|our|n/|unsere?|nuestra|nostro|onze?) ?{_NUMBER_WORD}|verwendungszweck|cro|trn|end[- ]to[- ]end"
    r"|e2e|uetr|iacro|payment reference|rif\.?)\W*"
)
NOT_PAYMENT_NUMBER = re.compile(
    r"\b(?:factur\w*|invoices?|inv|piece|votre|vos|your|v/|clients?|customer|vendor|supplier|fournisseur|account"
    r"|compte|iban|commande|po|order|rechnung\w*|fattura|factuur\w*|kunden\w*|lieferant\w*|siret|tva|vat|date"
    r"|montant|amount|tel|phone|page|nombre|count)\b"
)
# One line of the advice repeats the sum of the lines above it.
CARRIED = re.compile(
    r"\W*(?:a reporter|report(?:e|s)?|reports? (?:a nouveau|page|de (?:la )?page)|sous[- ]?tota(?:l|ux)"
    r"|sub[- ]?totals?|carried (?:forward|over|down)|brought (?:forward|down|over)|c/?f|b/?f|c/?fwd|b/?fwd"
    r"|ubertrag|zwischensumme|suma y sigue|suma anterior|(?:da )?riport\w+|subtotale?|subtotaal"
    r"|transport(?:er|e)?|total (?:de la |de |of )?page|page total|continued|suite)\b(?!.*[a-z]{4}.*\d{4})"
)
COLUMN_DEBIT = re.compile(r"(?:montants? )?(?:debits?|soll|debe|dare|debet)\b.*")
COLUMN_CREDIT = re.compile(
    r"(?:montants? )?(?:credits?|haben|haber|avere)\b(?! note).*"
)
CREDIT_NOTE = re.compile(
    r"\b(?:avoirs?|credit(?: ?notes?| memos?)?|cn|gutschrift\w*|abono|nota de credito"
    r"|nota di credito|creditnota|note de credit)\b"
)
# A line that takes something off without writing a minus.
DEDUCTS = re.compile(
    r"\W*(?:less|minus|moins|deduct(?:ion|ed|ing)?s?|deduit\w*|a deduire|sous deduction|retenues?|escompte"
    r"|remise|rabais|discount|penalit\w+|penalt\w+|skonto|abzuglich|abzug|retencion|descuento"
    r"|sconto|trattenut\w+|korting|bank charges|frais bancaires|rfa)\b"
)
NOT_ADVICE = re.compile(
    r"\b(?:contest\w*|litige|disput\w*|ecarts?|discrepanc\w+|releve (?:de|annote|comment\w*)"
    r"|statement|reconcil\w+|rapproch\w+|impaye\w*|please (?:send|provide)"
    r"|en attente de|awaiting|pending|a valider|to be approved|manque-t|received from you|recues de vous|kontoauszug|extracto|estratto conto|offene posten|proposition de"
    r"|pouvez-vous|pourriez-vous|open items|a regler|outstanding|proforma|devis|quotation"
    r"|bon de commande|purchase order|commande|echeancier|schedule|plan)\b"
)
# An advice sent before, which an answer only refers to.
REFERRED = re.compile(
    r"\b(?:as per|see|per|refer to|according to|cf\.?|selon|voir|comme indique (?:sur|dans))"
    r"(?: (?:the|our|your|my|notre|nos|l'|le|attached|enclosed|previous|earlier))*"
    r" ?(?:remittances?(?: advice)?|avis de (?:virement|paiement|reglement))\b(?=.{0,80}"
    r"\b(?:was|were|has been|a ete|ont ete|etait|etaient)\b)"
)
REPLY = re.compile(r"(?:re|aw|sv|rep|antw)\s?:")
PIECE_LINE = re.compile(
    r"\W*(?:votre |your |our )?(?:n° ?(?:de )?)?(?:factures?(?:\(s\))?|invoices?\(s\)|motif|libelle|objet|pieces?|invoices?|inv|references?"
    r"|ref|document|bill|rechnung\w*|avoir|credit note)\b[^:]{0,25}:"
)
PIECE_HEAD = re.compile(
    r"\W*(?:(?:votre|vos|your|our|notre) )?(?:factures?|pieces?|invoices?|inv|documents?|bills?"
    r"|avoirs?|credit notes?|rechnung|factura|fattura|factuur)?(?: n[°o.]*| no\.?| number| nr\.?| #)?\s?ref_*"
    r"(?:\W.{0,30})?$"
)
AMOUNT_LINE = re.compile(
    r"\W*(?:montants?|amounts?|net|total|somme|paid|regle|paye|sum|betrag|value)\b[^:]{0,25}:"
)
LABELLED = re.compile(r"\W*[a-z°'()/ ]{3,40}\s?:\s*\S")
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
SEVERAL = re.compile(
    r"\b(?:deux|trois|quatre|nos|two|three|four|our|zwei|drei|dos|tres|due|tre|twee|drie|[2-9]|these|les|ces)"
    r" (?:\w+ )?(?:virements|paiements|reglements|versements|cheques|payments|transfers|checks|zahlungen"
    r"|uberweisungen|pagos|transferencias|pagamenti|bonifici|betalingen)\b"
)
# What a column of kinds calls the payment itself.
PAYMENT_KIND = re.compile(
    r"(?:vir|virt|vrt|rgt|regl|rglt|pay|pmt|chq|trf|zhlg|pmnt)\.?"
)
# A line of a list that tells where a piece stands, which is not paid.
STANDS = re.compile(
    r"\b(?:(?<!apres )litige|contest\w*|disput\w*|bloque\w*|blocked|on hold|query|a (?:payer|regler|venir)|to be paid|to pay|unpaid|impaye\w*"
    r"|en attente|pending|awaiting|sera|seront|will be|offen|gesperrt|pendiente|da pagare|te betalen)\b"
)
REMAINS = re.compile(
    r"\b(?:balance|remaind\w+|remaining|rest|solde|reste|restant|saldo|difference|ecart)\b(?: \S+){0,4} ?$"
)
ASKED_FOR = re.compile(
    r"\b(?:please (?:send|provide|forward|email)|(?:could|can|would) you|(?:pouvez|pourriez)-vous|merci de (?:nous |me )?(?:envoyer|transmettre"
    r"|communiquer|adresser|faire parvenir|fournir)|needed|required|requested|missing|manquants?|we have not received|n'avons pas recu"
    r"|bitte (?:senden|schicken)|por favor envi\w+|vogliate inviar\w+|gelieve)\b"
)
# A label that is the payment's amount where no piece stands beside it.
AMOUNT_LABEL = re.compile(
    r"(?:montant|amount|betrag|importe|importo|bedrag|somme|sum|valeur|value)(?: (?:eur|gbp|usd|chf|€|£))?"
)
COLUMN_DEDUCTION = re.compile(
    r".*(?:escompte|discount|deduction|deduit|retenue|skonto|abzug|descuento|sconto|trattenuta|korting|withh|wht|remise|rebate|rabatt?).*"
)
OF_PAYMENT = re.compile(
    r"\b(?:paiement|reglement|virement|payment|paid|transfer|eft|bacs|cheque|check|zahlung\w*|pago|pagamento|bonifico|betaal\w*|betaling\w*)"
)
