"""German, Spanish, Italian and Dutch: further ways to object and ask (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {
        "op_resolved": (
            r"(?:reklamation|problem|mangel|streit\w*|fehler)(?: \S+){0,4} (?:erledigt|behoben|geklart|gelost)|kein\w* (?:beanstandung|reklamation|einwand|einwande)\w*",
        ),
        "r_price": (
            r"(?:preis\w*|rabatt|skonto|tarif\w*|frachtkosten|fracht|zuschlag\w*|stundensatz)(?: \S+){0,8} (?:nicht|falsch|zu hoch|hoher|fehlt|abweich\w*|weicht|statt)|(?:falsche[rn]?|uberhohte[rn]?|abweichende[rn]?) (?:preis\w*|stundensatz)|zu viel berechnet",
        ),
        "r_quantity": (
            r"nur \d+ (?:von|statt|stuck|\w+ (?:von|statt))|fehl(?:en|t|ten)(?: \S+){0,3} \d+|\d+ \w+ (?:fehl\w+|zu wenig)|(?:menge|anzahl|stunden)\w*(?: \S+){0,5} (?:nicht|falsch)|unvollstandig\w*|teillieferung",
        ),
        "r_quality": (
            r"(?:defekt|beschadigt|mangelhaft|fehlerhaft|undicht|verbogen|verkratzt|verrostet|gebrochen|unbrauchbar)\w*|funktioniert(?: \w+)? nicht|falsche[rsn]? (?:grosse|farbe|modell|teil\w*|artikel)|nachbesser\w*|transportschad\w+",
        ),
        "r_not_received": (
            r"(?:ware|lieferung|sendung|material|paket|teile|leistung|arbeiten|montage)(?: \S+){0,6} (?:nie|nicht|noch nicht|niemals)(?: \S+){0,4} (?:angekommen|erhalten|geliefert|eingetroffen|erbracht|ausgefuhrt|bekommen)|(?:nie|nicht|noch nicht)(?: \S+){0,3} (?:geliefert|angekommen|eingetroffen)",
        ),
        "r_duplicate": (
            r"doppelt|zweimal|bereits (?:berechnet|in rechnung gestellt)|duplikat von",
        ),
        "r_wrong_recipient": (
            r"(?:falsche[rsn]?|andere[rsn]?) (?:gesellschaft|firma|unternehmen|empfanger|adressat)|nicht (?:von )?uns (?:bestellt|beauftragt)|betrifft (?:uns )?nicht|kein\w* kunde",
        ),
        "r_missing_po": (
            r"(?:fehl\w+|ohne|keine)(?: \S+){0,3} (?:bestellnummer|bestell-?nr|auftragsnummer|po-nummer)|(?:bestellnummer|bestell-?nr|po-nummer)(?: \S+){0,4} (?:fehlt|nicht|erganzen|angeben)",
        ),
        "doc_bank_details": (r"bankverbindung|ihre iban|kontonummer|bankdaten",),
        "doc_statement": (
            r"kontoauszug|saldo\w*|aufstellung(?: \S+){0,3} (?:posten|rechnungen)|offene posten\w*|kontoubersicht",
        ),
        "doc_proof_of_delivery": (
            r"lieferschein\w*|liefernachweis\w*|ablieferungsnachweis|abliefernachweis",
        ),
        "ask": (
            r"bitte(?: \S+){0,10}? (?:mitteilen|mit|teilen|nennen|schicken|senden|zukommen|ubermitteln|beifugen)|(?:teilen|nennen|schicken|senden) sie|(?:ich|wir) (?:brauche|brauchen|benotige|benotigen)|konnten sie|konnen sie",
        ),
        "insolvency": (r"insolvenz\w*|zahlungsunfahig\w*|glaubigerversammlung",),
        "bank_change": (
            r"(?:bankverbindung|iban|kontoverbindung|bankdaten|bank)(?: \S+){0,4} (?:geandert|gewechselt|neu)|neue (?:bankverbindung|iban|kontonummer|bankdaten)|bank gewechselt",
        ),
        "not_bank_change": (r"(?:nicht|keine) (?:geandert|anderung)|unverandert",),
        "refusal": (
            r"(?:werden|werde|wird)(?: \S+){0,6} nicht (?:be)?(?:zahl|gleich|zahlt)\w*|nicht bereit(?: \S+){0,4} zu (?:be)?zahlen|lehnen(?: \S+){0,3} zahlung(?: \S+){0,2} ab|verweigern die zahlung",
        ),
        "c_thanks": (
            r"(?:vielen |besten )?dank fur|danke fur|anbei|im anhang|beigefugt",
        ),
    },
    "es": {
        "op_resolved": (
            r"(?:incidencia|problema|reclamacion|litigio)(?: \S+){0,4} (?:resuelt|solucionad|cerrad)\w*|sin (?:incidencias|reclamaciones)",
        ),
        "r_price": (
            r"(?:precio|tarifa|descuento|importe|portes|recargo)s?(?: \S+){0,8} (?:no|falta|incorrect\w*|superior\w*|mas alto|distint\w*|erroneo)|no (?:coincide|corresponde)\w*(?: \S+){0,4} (?:precio|tarifa|presupuesto|oferta)",
        ),
        "r_quantity": (
            r"falta(?:n|ba|ban)? (?:\d+|un\w*|dos|tres|cuatro|cinco)|(?:solo|unicamente)(?: \S+){0,4} (?:recib\w+|llegad\w+|llegaron|entreg\w+)|(?:cantidad|horas|unidades)(?: \S+){0,5} (?:no|incorrect\w*)|entrega (?:parcial|incompleta)",
        ),
        "r_quality": (
            r"(?:danad|dañad|defectuos|averiad|rot|estropead|oxidad|inservible)\w*|no (?:funciona|funcionan|arranca|sirve)\w*|mal estado|no conforme\w*",
        ),
        "r_not_received": (
            r"(?:no|nunca|aun no|todavia no)(?: \S+){0,4} (?:recibid\w+|llegad\w+|llego|entregad\w+|recibimos)(?: \S+){0,3}? (?:mercancia|pedido|material|envio|producto\w*|equipo\w*)|(?:mercancia|pedido|material|envio|servicio|trabajo)s?(?: \S+){0,4} (?:no|nunca)(?: \S+){0,3} (?:recibid|llegad|entregad|llego|realizad|prestad)\w*",
        ),
        "r_duplicate": (
            r"(?:esta|factura) duplicad\w+|dos veces|ya (?:fue |ha sido |estaba )?facturad\w+|por duplicado",
        ),
        "r_wrong_recipient": (
            r"otra (?:empresa|sociedad|entidad)|no (?:somos|fuimos) (?:client\w+|nosotros)|no (?:nos )?(?:corresponde|pertenece)|empresa equivocada",
        ),
        "r_missing_po": (
            r"(?:falta|sin|no (?:figura|aparece|consta|lleva|indica))(?: \S+){0,5} (?:numero de pedido|n° de pedido|pedido|orden de compra)|(?:numero de pedido|orden de compra)(?: \S+){0,4} (?:falta|no (?:figura|aparece))",
        ),
        "ask": (
            r"(?:envien|enviar|envie|remit|mand|facilit|indi[cq]|necesit|pued|podri|cual)\w*(?:nos|me)?",
        ),
        "doc_statement": (
            r"extractos? (?:de (?:la )?cuenta)?|estado de (?:la )?cuenta|listado de facturas|saldo",
        ),
        "doc_proof_of_delivery": (
            r"albaran\w*|comprobante de entrega|parte de trabajo",
        ),
        "doc_bank_details": (r"datos bancarios|iban|numero de cuenta|cuenta bancaria",),
        "insolvency": (
            r"concurso(?: de acreedores| voluntario| necesario)?|insolvencia|liquidacion|preconcurso",
        ),
        "bank_change": (
            r"(?:cambi\w+|nuev\w+|modific\w+|actualiz\w+)(?: \S+){0,5} (?:banco|cuenta|iban|datos bancarios|entidad bancaria)",
        ),
        "refusal": (
            r"no (?:vamos a|pensamos|pagaremos|abonaremos)(?: \S+)? ?(?:pagar|abonar)?",
        ),
        "c_thanks": (r"gracias por|adjunt\w+|agradecemos",),
    },
    "it": {
        "op_resolved": (
            r"(?:contestazione|problema|reclamo|anomalia)(?: \S+){0,4} (?:risolt|chius)\w*|nessun\w* (?:contestazione|reclamo)",
        ),
        "r_price": (
            r"(?:prezzo|prezzi|tariffa|sconto|importo|spese di trasporto|costo)(?: \S+){0,8} (?:non|manca|errat\w*|superiore|divers\w*|sbagliat\w*|piu alto)",
        ),
        "r_quantity": (
            r"manca(?:no|va|vano)? (?:\d+|un\w*|due|tre|quattro|cinque|ancora)|(?:solo|soltanto)(?: \S+){0,4} (?:ricevut|consegnat|arrivat)\w*|(?:quantita|ore|pezzi)(?: \S+){0,5} (?:non|errat\w*|sbagliat\w*)|consegna (?:parziale|incompleta)",
        ),
        "r_quality": (
            r"(?:danneggiat|difettos|rott|guast|rovinat|arrugginit|inutilizzabil)\w*|non funziona\w*|non conform\w*",
        ),
        "r_not_received": (
            r"(?:non|mai)(?: \S+){0,4} (?:ricevut|arrivat|consegnat|pervenut)\w*(?: \S+){0,3}? (?:merce|materiale|consegna|ordine|prodotti|pezzi)|(?:merce|materiale|consegna|ordine|lavor\w+|intervento)(?: \S+){0,4} (?:non|mai)(?: \S+){0,3} (?:ricevut|arrivat|consegnat|pervenut|eseguit|effettuat)\w*",
        ),
        "r_duplicate": (
            r"(?:e un |un )?duplicato di|doppia fatturazione|due volte|gia fatturat\w+|duplicata",
        ),
        "r_wrong_recipient": (
            r"(?:altra|diversa) (?:societa|azienda|ditta)|non (?:siamo|e) (?:client\w+|nostra)|non (?:ci )?(?:compete|riguarda)",
        ),
        "r_missing_po": (
            r"(?:manca|senza|non (?:riporta|compare|indica))(?: \S+){0,5} (?:numero d'ordine|numero di ordine|ordine d'acquisto|cig|codice ordine)|(?:numero d'ordine|ordine d'acquisto)(?: \S+){0,4} (?:manca|mancante|non)",
        ),
        "ask": (
            r"(?:potete|potreste|vorremmo|vorrei|ci serve|ci servirebbe|serve|abbiamo bisogno|inviateci|inviare|mandateci|vi preghiamo|vi chiediamo|si prega|qual e)",
        ),
        "doc_statement": (r"estratto conto|situazione contabile|partitario",),
        "doc_proof_of_delivery": (
            r"bolla(?: \w+)?|ddt|documento di trasporto|prova di consegna",
        ),
        "doc_bank_details": (r"coordinate bancarie|iban|dati bancari",),
        "insolvency": (
            r"concordato(?: preventivo)?|fallimento|liquidazione giudiziale|procedura concorsuale|composizione negoziata|curatore",
        ),
        "bank_change": (
            r"(?:cambiat|nuov|modificat|variat|aggiornat|variazione|cambio)\w*(?: \S+){0,5} (?:banca|conto|iban|coordinate bancarie|coordinate)|(?:coordinate bancarie|iban|conto|banca)(?: \S+){0,4} (?:cambiat|modificat|variat|nuov)\w*",
        ),
        "refusal": (r"non pagheremo|non intendiamo pagare|ci rifiutiamo di pagare",),
        "c_thanks": (r"grazie per|in allegato|alleghiamo|ringraziamo per",),
    },
    "nl": {
        "op_resolved": (
            r"(?:klacht|probleem|geschil)(?: \S+){0,4} (?:opgelost|afgehandeld|gesloten)",
        ),
        "r_price": (
            r"(?:prijs|prijzen|tarief|korting|transportkosten|toeslag|bedrag)(?: \S+){0,8} (?:niet|ontbreekt|onjuist|verkeerd|hoger|te hoog|klopt)",
        ),
        "r_quantity": (
            r"(?:ontbre(?:ekt|ken)|mis(?:sen|t))(?: \S+){0,3} (?:\d+|een|twee|drie|vier|vijf)(?! bestelnummer)|(?:slechts|maar|alleen) \d+|(?:aantal|hoeveelheid|uren)(?: \S+){0,5} (?:niet|onjuist|verkeerd)|onvolledig\w*|deellevering",
        ),
        "r_quality": (
            r"(?:defect|beschadigd|kapot|gebroken|lek|roestig|onbruikbaar)\w*|werkt(?: \w+)? niet|verkeerde (?:maat|kleur|onderdeel|model|artikel\w*)",
        ),
        "r_not_received": (
            r"(?:goederen|levering|zending|pakket|materiaal|bestelling)(?: \S+){0,4} (?:nooit|niet|nog niet)(?: \S+){0,3} (?:ontvangen|geleverd|aangekomen)|(?:nooit|niet|nog niet) (?:geleverd|aangekomen)",
        ),
        "r_duplicate": (r"dubbel\w*|twee keer|tweemaal|al (?:eerder )?gefactureerd",),
        "r_wrong_recipient": (
            r"(?:verkeerde|andere) (?:bedrijf|vennootschap|entiteit|firma)|niet voor ons|geen klant",
        ),
        "r_missing_po": (
            r"(?:bestelnummer|ordernummer|inkoopnummer|po-nummer)(?: \S+){0,4} (?:ontbreekt|niet|mist)|(?:zonder|geen|ontbreekt)(?: \S+){0,3} (?:bestelnummer|ordernummer|inkoopnummer|po-nummer)",
        ),
        "ask": (
            r"(?:kunt|kan|zou|wilt) u|graag|gelieve|stuur\w*|(?:wij|we|ik) (?:hebben|heb)(?: \S+){0,4} nodig|wat (?:is|zijn)|mogen wij",
        ),
        "doc_statement": (
            r"rekeningoverzicht|openstaande posten\w*|overzicht van (?:openstaande|alle) facturen|saldo-?overzicht",
        ),
        "doc_proof_of_delivery": (
            r"pakbon\w*|leverbon|afleverbon|vrachtbrief|cmr|afleverbewijs|werkbon",
        ),
        "doc_bank_details": (r"bankgegevens|iban|rekeningnummer",),
        "insolvency": (
            r"failliet\w*|faillissement|surseance|curator|wsnp|bewindvoerder",
        ),
        "bank_change": (
            r"(?:rekeningnummer|bankgegevens|iban|bankrekening|bank)(?: \S+){0,4} (?:gewijzigd|veranderd|nieuw\w*)|nieuw\w* (?:rekeningnummer|bankgegevens|iban|bankrekening)|van bank (?:veranderd|gewisseld)",
        ),
        "refusal": (
            r"(?:zullen|gaan|zal)(?: \S+){0,5} niet (?:betalen|voldoen)|weigeren(?: \S+){0,4} te betalen",
        ),
        "c_thanks": (r"bedankt voor|dank (?:u |je )?voor|in de bijlage|bijgevoegd",),
    },
}
