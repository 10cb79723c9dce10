"""Which language some words are in, by their most common little words."""

from __future__ import annotations

import re

from collector_bot.core.reading.text import fold

_WORDS = {
    "fr": "demain aujourd hier rappel avis tout fait ci comme toujours encore etre "
    "avons le la les un une des de du et nous vous je est sont pour dans avec "
    "notre votre bonjour merci cordialement pas sur par ce cette au aux ne que "
    "qui facture factures paiement virement reglement sera avez ci-joint madame "
    "monsieur vendredi lundi mardi mercredi jeudi bien nos vos en il elle mais ou "
    "a jour relance svp suite objet avoir fin semaine mois deja mes mon ma ses "
    "son sa leur leurs on me si car donc sans sous cet pouvez pourriez voici "
    "avant apres seront lui y dont lorsque quand depuis parce vers chez tous "
    "toutes tres peut doit faut bonsoir dossier dossiers commande livraison mme",
    "en": "overdue reminder statement remittance tomorrow today going week next due be "
    "can do all as so out if they them would could should month paying pay paid "
    "the a an of and we you i is are for in with our your hello hi thanks thank "
    "regards not on by this that at to will have has please invoice invoices "
    "payment dear been from it was were which attached find best kind but friday "
    "monday tuesday wednesday thursday morning afternoon details below account my "
    "me he she his her their there here when while who what why how no yes any "
    "some one than then over into about after before only just still never "
    "nothing did does had",
    "de": "der die das und wir sie ich ist sind fur mit unser unsere ihr ihre nicht "
    "guten tag danke grussen freundlichen rechnung rechnungen zahlung wird werden "
    "den dem auf von zu im am ein eine uberweisung hallo bitte haben noch aus bei "
    "nach vom zum zur uns unserer unserem unseren ihrer ihrem ihren diese dieser "
    "dieses dass kann konnen konnten mochten senden schicken teilen bereits "
    "leider nie kein keine keinen nur wurde wurden hat ware lieferung bestellung "
    "uberweisen zahlen bezahlt uberwiesen betrag stuck fehlen fehlt heute gestern "
    "preis geliefert erhalten anbei woche freitag montag dienstag mittwoch "
    "donnerstag nachste bankverbindung konto mahnung rechnungskopie prufen",
    "es": "el los las una y nosotros es son para con nuestro nuestra su buenos dias "
    "gracias saludos factura facturas pago transferencia sera hemos no por del al "
    "que esta estimados hola pagaremos la de en se lo le ha han este estas estos "
    "nos ustedes usted cuenta pedido pedidos mercancia entrega enviar envien "
    "envienos pueden podrian necesitamos necesito favor falta faltan ya pero muy "
    "cuando porque sobre todavia aun llego recibido recibida recibimos nuestros "
    "nuestras sus precio cantidad empresa adjunto adjuntamos semana viernes lunes "
    "martes miercoles jueves proximo mes dia atentamente cordial saludo senores "
    "solo unidades cajas manana ayer hoy hacemos pagamos fue pagada abonada "
    "estamos tenemos esa ese como mas",
    "it": "il lo gli un una e noi sono per con nostro nostra vostro buongiorno grazie "
    "saluti fattura fatture pagamento bonifico sara abbiamo non della del alla "
    "che questo cordiali gentile di la in ci vi si da al dal dei delle degli nel "
    "nella sulla sul questa questi queste vostra vostre vostri nostre nostri "
    "merce consegna ordine potete potreste inviarci inviare vorremmo serve "
    "servirebbe manca mancano ricevuto ricevuta ricevere gia ancora piu prezzo "
    "quantita societa azienda allegato allegata settimana venerdi lunedi martedi "
    "mercoledi giovedi prossimo mese giorno distinti spettabile stiamo siamo come "
    "ma ne ricevuti ricevute solo pezzi verra domani oggi ieri facciamo pagheremo ho "
    "anche bolla conto pagata pagato copia",
    "nl": "de het een en wij u ik is zijn voor met onze uw goedemorgen bedankt groet "
    "groeten factuur facturen betaling wordt worden niet op van te dit "
    "vriendelijke geachte beste zal bij ons we hebben heeft nog geen nooit maar "
    "ook al deze dat die kunt sturen stuur ontvangen ontbreekt ontbreken geleverd "
    "levering bestelling goederen rekening graag alvast dank mijn uit naar door "
    "over week vrijdag maandag dinsdag woensdag donderdag volgende bedrag prijs "
    "maken betalen gisteren morgen vandaag stuks vinden op betaling "
    "aan wat zullen zodra reeds betaald hierbij bijlage dozen dubbel klopt "
    "rekeningnummer gewijzigd failliet",
}
_SETS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_LOOKED_AT = 4_000
# How many more words another language needs before it replaces the expected one.
_MARGIN = 2


def language_of(text: str, fallback: str = "") -> str:
    """Return the ISO 639-1 code the words speak for, `fallback` on a draw or nothing.

    Knows fr, en, de, es, it and nl.
    """
    words = _WORD.findall(fold(text[:_LOOKED_AT]))
    scores = {
        name: sum(1 for word in words if word in known) for name, known in _SETS.items()
    }
    best = max(scores.values(), default=0)
    if fallback in scores and best - scores[fallback] < _MARGIN:
        return fallback
    leaders = [name for name, score in scores.items() if score == best]
    if best == 0 or (len(leaders) > 1 and fallback not in leaders):
        return fallback or (leaders[0] if best else "")
    return fallback if fallback in leaders else leaders[0]
