"""German, Spanish, Italian, Dutch: word order, pronouns and presents that promise."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {
        "will_pay": (
            r"(?:zahlung|uberweisung|betrag|geld|zahllauf)\w*(?: \S+){0,10}? (?:erfolgt|folgt|geht|kommt|wird|ist (?:fur|auf))",
            r"(?:geht|gehen|kommt)(?: \S+){0,6}? (?:raus|heraus|in die zahlung|zur zahlung|in den zahllauf|auf ihr konto)|(?:ist|sind|haben wir|wurde)(?: \S+){0,6}? (?:eingeplant|vorgemerkt|terminiert|freigegeben|angewiesen) (?:fur|zum|auf|am)|(?:im|in den|zum|mit dem)(?: \S+){0,2} (?:zahllauf|zahlungslauf)",
            r"(?:weisen|leisten|tatigen|veranlassen)(?: \S+){0,8}? (?:an|zahlung|uberweisung)|(?:werden|konnen|wollen)(?: \S+){0,10}? (?:zahlen|bezahlen|uberweisen|begleichen|ausgleichen|anweisen)",
        ),
        "paid": (
            r"(?:zahlung|uberweisung|betrag)(?: \S+){0,3} (?:ist|wurde)(?: \S+){0,6}? (?:erfolgt|ausgefuhrt|abgebucht|belastet|rausgegangen|raus)|(?:ist|wurde)(?: \S+){0,6} (?:abgebucht|belastet)",
        ),
        "r_price": (
            r"(?:fehlt|fehlen|ohne|vermissen)(?: \S+){0,4} (?:rabatt|skonto|nachlass|preisnachlass)\w*|(?:vereinbart|angeboten|bestellt)(?: \S+){0,6} \d[\d,.]*(?: \S+){0,6} (?:berechnet|rechnung)",
        ),
        "r_quantity": (
            r"\d+ (?:stuck|st\.?|stunden|meter|kartons|paletten)(?: \S+){0,4} (?:berechnet|in rechnung)(?: \S+){0,8} (?:nur|geliefert|erhalten)|nur \d+(?=\W*$)|(?:geliefert|erhalten|bekommen)(?: \S+){0,2} nur \d+|fehlen",
        ),
        "copy_request": (
            r"(?:nochmals|noch ?mal|noch einmal|erneut)(?: \S+){0,2} (?:schicken|senden|zusenden|zukommen|mailen)|(?:schicken|senden|mailen)(?: \S+){0,4} (?:nochmals|noch ?mal|noch einmal|erneut)|(?:finden|haben)(?: \S+){0,4} (?:rechnung|<ref>) nicht|liegt (?:uns )?nicht vor|nicht (?:bei uns )?(?:eingegangen|vorliegend)",
        ),
        "c_goods": (
            r"ware\w*|lieferung|sendung|material|paket\w*|teile|pumpe\w*|maschine\w*|artikel",
        ),
        "refusal": (
            r"(?:nicht|keinesfalls)(?: \S+){0,3} (?:bezahlen|zahlen|begleichen|akzeptieren)(?=.{0,30}(?:mahngebuhr|zinsen))",
        ),
        "contact_change": (
            r"(?:bitte|rechnungen|mahnungen)(?: \S+){0,8} (?:an|unter) \S+@\S+",
        ),
    },
    "es": {
        "will_pay": (
            r"(?:se )?(?:la|lo|las|los|le|les) (?:pagamos|abonamos|transferimos|liquidamos|hacemos|mandamos) (?=el|manana|esta|la|a|proximo|en|antes)",
            r"(?:pagamos|abonamos|transferimos|liquidamos|hacemos|realizamos|efectuamos|emitimos|ordenamos)(?: \S+){0,5}? (?=manana|el (?:proximo|lunes|martes|miercoles|jueves|viernes)|la (?:proxima|semana)|esta semana|a (?:fin|finales|mediados))",
            r"(?:manana|el (?:lunes|martes|miercoles|jueves|viernes))(?: \S+){0,3}? (?:hacemos|pagamos|realizamos|sale|efectuamos|abonamos|transferimos)|(?:haremos|realizaremos|efectuaremos|procederemos|emitiremos|ordenaremos|cancelaremos|saldaremos)|(?:queda|tenemos) (?:programad|previst)[ao]s?|saldra",
        ),
        "future": (r"manana|proxim[ao]|que viene",),
        "paid": (
            r"(?:se )?(?:hizo|realizo|efectuo|emitio|transfirio|abono|pago)(?= )|(?:cargad|adeudad|descontad)[ao] en (?:nuestra )?cuenta",
        ),
        "r_price": (
            r"(?:falta|sin|no (?:han )?aplicado)(?: \S+){0,4} (?:descuento|rappel|bonificacion)",
        ),
        "r_quantity": (
            r"\d+ (?:unidades|piezas|cajas|horas|metros)(?: \S+){0,6} (?:solo|hemos recibido|recibimos|recibido)|solo \d+",
        ),
        "contest_hard": (r"impugn\w+|objet\w+|no reconocemos",),
        "c_goods": (
            r"mercancia|pedido|material|envio|productos?|equipos?|maquina\w*|bomba|piezas?",
        ),
        "copy_request": (
            r"(?:reenvi|vuelv\w+ a enviar|mandar|enviar)\w*(?:nos|me)?(?:la|lo)\b|no (?:la |nos )?(?:tenemos|encontramos|aparece|figura|consta)",
        ),
        "other_topic": (r"cerrad[ao]|vacaciones|oficina",),
    },
    "it": {
        "will_pay": (
            r"(?:faremo|faro|fara|effettueremo|invieremo|disporremo|eseguiremo|partira|procederemo|provvederemo|regoleremo)",
            r"(?:la |lo |vi |ve )*(?:paghiamo|saldiamo|bonifichiamo|facciamo|disponiamo|effettuiamo|mandiamo)(?: \S+){0,4}? (?=lunedi|martedi|mercoledi|giovedi|venerdi|domani|entro|il|la (?:prossima|settimana)|a fine|questa)",
            r"(?:domani|lunedi|martedi|mercoledi|giovedi|venerdi)(?: \S+){0,3}? (?:facciamo|paghiamo|disponiamo|parte|saldiamo|effettuiamo|bonifichiamo)|(?:in|nella) (?:scadenza|distinta|mandata)",
        ),
        "paid": (
            r"(?:bonifico|pagamento)(?: \S+){0,4} (?:e stato|e|stato) (?:fatto|partito|addebitato|inviato|disposto)|(?:addebitat|partit)[oa] (?:il|ieri|dal)",
        ),
        "r_price": (
            r"(?:manca|senza|non (?:avete )?applicato)(?: \S+){0,3} (?:lo sconto|sconto|ribasso|abbuono)",
        ),
        "r_quantity": (
            r"\d+ (?:pezzi|scatole|colli|ore|metri|unita)(?: \S+){0,8} (?:solo|soltanto|ricevut\w*)|solo \d+|ricevut\w+ solo",
        ),
        "s_missing_po": (r"manca(?: \S+){0,3} numero d'ordine",),
        "not_insolvency": (
            r"sconto concordato|prezzo concordato|concordat[oa] (?:con|per|di|nel|il|al)|come concordato|(?:sconto|prezzo|importo|termine|tariffa|condizion\w+)(?: \w+)? concordat\w",
        ),
        "insolvency": (
            r"fallit[oa]|dichiarat[oa] (?:fallit[oa]|insolvente)|liquidazione (?:giudiziale|coatta)|amministrazione straordinaria",
        ),
        "c_goods": (
            r"merce|materiale|consegna|prodott[oi]|pezzi|pompa|macchina|macchinario|articol[oi]",
        ),
        "copy_request": (
            r"(?:rimandar|reinviar|inviar|mandar|rispedir)(?:cel|mel)[ao]|non (?:la )?(?:troviamo|risulta)|non ci risulta",
        ),
        "other_topic": (r"chius[oi]|ferie|uffici",),
    },
    "nl": {
        "will_pay": (
            r"(?:zit|staat|is|gaat|komt)(?: \S+){0,4}? (?:in|mee in|klaar|op) (?:de |onze )?(?:\w+ )?(?:betaalrun|betaalronde|betaalbatch|betaallijst)|(?:gaat|komt)(?: \S+){0,4} (?:mee|eruit|de deur uit)",
            r"(?:betaal|betalen|voldoen|maak|maken|boeken)(?: \S+){0,8}? (?=vrijdag|maandag|dinsdag|woensdag|donderdag|morgen|volgende|op|uiterlijk|eind|over)",
        ),
        "r_price": (
            r"(?:ontbreekt|zonder|mis\w*)(?: \S+){0,3} korting|korting(?: \S+){0,4} ontbreekt",
        ),
        "not_quantity": (
            r"ontbreekt(?: \S+){0,4} (?:korting|bestelnummer|po|ordernummer)|niet (?:vinden|terugvinden)",
        ),
        "c_goods": (
            r"goederen|levering|zending|pakket\w*|materiaal|bestelling|pomp\w*|machine\w*|onderdelen|artikelen",
        ),
        "copy_request": (
            r"(?:opnieuw|nogmaals|nog (?:een )?keer)(?: \S+){0,2} (?:sturen|mailen|toesturen)|(?:sturen|stuur|mailen)(?: \S+){0,3} (?:opnieuw|nogmaals)|niet (?:vinden|terugvinden|in ons systeem)",
        ),
        "other_topic": (r"gesloten|kantoor|vakantie",),
    },
}
