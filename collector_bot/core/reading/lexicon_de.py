"""German: the commonest ways to write about paying, disputing and asking (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "pay_noun": (
        r"zahlung\w*|uberweisung\w*|zahllauf\w*|zahlungslauf\w*|scheck\w*|betrag|rate\w*|abschlagszahlung",
    ),
    "pay_pp": (r"bezahlt|uberwiesen|beglichen|gezahlt|ausgeglichen|angewiesen",),
    "will_pay": (
        r"(?:wird|werden|wurde|wir)(?: \S+){0,14}? (?:bezahlt|bezahlen|uberwiesen|uberweisen|beglichen|begleichen|gezahlt|zahlen|ausgeglichen|ausgleichen|angewiesen|anweisen|veranlassen|veranlasst|erfolgen)",
        r"(?:zahlung|uberweisung|zahllauf)(?: \S+){0,6}? (?:erfolgt|geplant|vorgesehen|veranlasst|geht|folgt)",
        r"(?:zahlen|uberweisen|begleichen|uberweise|zahle|bezahlen) (?:wir|ich|den|die|das)|(?:wir|ich) (?:zahlen|uberweisen|begleichen|uberweise|zahle)|(?:geplant|vorgesehen|eingeplant|terminiert)",
        r"(?:erhalten|bekommen) sie(?: \S+){0,6}? (?:zahlung|geld|betrag|uberweisung)|(?:im|mit dem|in unserem|unserem) (?:nachsten )?(?:zahllauf|zahlungslauf)",
    ),
    "noun_only": (r"(?:die |unsere |der )?(?:zahlung|uberweisung|restbetrag|rest)",),
    "pay_any": (
        r"zahl\w+|bezahl\w+|uberweis\w+|uberwies\w+|beglich\w+|begleich\w+|anweis\w+|geld|restbetrag",
    ),
    "thing": (r"<ref>|rechnung\w*|betrag|sie|diese|es|den|die",),
    "ref": (r"ref_*",),
    "moves": (r"wird|werden|geht|erfolgt|ist|sind|erhalten|geplant|folgt",),
    "negation": (r"nicht|kein\w*|leider|niemals|ohne",),
    "proposal": (
        r"konnten wir|konnen wir|ware es moglich|mochten wir|wurden gern\w*|schlagen\w* vor|vorschlag\w*|ratenzahlung\w* (?:moglich|vereinbaren)|einverstanden|bitten (?:wir )?(?:sie )?um (?:einen |eine )?(?:\w*aufschub|stundung|\w*verlangerung|geduld)",
    ),
    "hypothesis": (
        r"hoffentlich|hoffen|vielleicht|moglicherweise|voraussichtlich nicht|versuchen|eventuell|konnte",
    ),
    "condition": (
        r"sobald|wenn|falls|sofern|unter der bedingung|vorausgesetzt|nach erhalt|nach eingang",
    ),
    "firm": (r"spatestens",),
    "retold": (r"hatten|hatte|sollte|sollten|ursprunglich",),
    "other_payer": (r"(?:unser|der) kunde|sie (?:fordern|bitten)",),
    "habit": (r"normalerweise|ublicherweise|zahlungsziel|zahlungsbedingungen",),
    "other_topic": (
        r"besprech\w+|termin\w*|liefer\w+|urlaub|meld\w+|antwort\w*|zuruckkomm\w*|ruckmeldung|anruf\w*",
    ),
    "asks_yes": (r"ist das (?:ok|in ordnung|moglich)|einverstanden",),
    "plan": (r"raten|wie folgt|ratenzahlung",),
    "paid": (
        r"(?:wurde|wurden|ist|sind|haben|habe|hat)(?: \S+){0,12}? (?:bezahlt|uberwiesen|beglichen|gezahlt|ausgeglichen|angewiesen|veranlasst)",
        r"(?:zahlung|uberweisung)(?: \S+){0,6}? (?:erfolgte|ausgefuhrt|veranlasst)|bereits (?:bezahlt|uberwiesen|beglichen)|(?:erfolgte|uberwiesen) am",
    ),
    "not_paid": (
        r"(?:nicht|noch nicht)(?: \S+){0,3} (?:bezahlt|uberwiesen)|(?:wird|werden)(?: \S+){0,12}? (?:bezahlt|uberwiesen|beglichen|gezahlt|ausgeglichen|angewiesen|veranlasst)",
    ),
    "already": (r"bereits|schon|wurde(?: \S+){0,8} (?:bezahlt|uberwiesen|beglichen)",),
    "answers_chase": (r"bereits|schon|prufen",),
    "informs": (
        r"teilen (?:wir )?ihnen mit|zur information|begleicht|fur (?:die )?rechnung\w*|zahlungsavis|avis|folgende",
    ),
    "contest_hard": (
        r"reklam\w+|beanstand\w+|strittig|gesperrt|widerspr\w+|bestreit\w+|zuruckgewiesen|nicht einverstanden",
    ),
    "contest": (
        r"<contest_hard>|nicht (?:freigeben|anerkennen|akzeptieren|bezahlen|begleichen|buchen)|gutschrift|korrigiert\w*|korrektur|fehler\w*|falsch\w*|stornier\w+|weicht|abweich\w+|klarung|stimmt nicht",
    ),
    "s_price": (
        r"preis\w*(?: \S+){0,6} (?:weicht|falsch|stimmt|hoher|entspricht|abweich\w*|nicht)|(?:zu hoch|zu viel) berechnet|rabatt\w*(?: \S+){0,5} (?:fehlt|nicht)|preisabweichung|statt (?:der )?(?:vereinbarten )?\d[\d,.]* ?(?:€|eur)",
    ),
    "w_price": (r"preis\w*|rabatt|skonto|konditionen",),
    "s_quantity": (
        r"menge\w*|(?:fehl\w+|zu wenig) (?:geliefert|stuck)|nur \d+(?: \S+){0,3} (?:geliefert|erhalten|bekommen)|fehlmenge|\d+ (?:\w+ )?(?:fehlen|statt)|unvollstandig\w*|teillieferung|fehlen",
    ),
    "s_quality": (
        r"defekt\w*|beschadigt\w*|mangel\w*|mangelhaft\w*|kaputt|undicht|fehlerhaft\w*|qualitat\w*",
    ),
    "s_not_received": (
        r"(?:ware|lieferung|sendung|leistung)(?: \S+){0,6} (?:nicht|nie|noch nicht) (?:erhalten|angekommen|geliefert|erbracht|eingetroffen)|nicht geliefert|nie (?:erhalten|angekommen)",
    ),
    "s_duplicate": (r"doppelt\w*|zweimal|duplikat",),
    "s_wrong_recipient": (
        r"nicht fur uns|falsch\w* (?:empfanger|firma|gesellschaft|adressat)|andere\w* (?:firma|gesellschaft)|betrifft uns nicht|nicht (?:von uns )?bestellt",
    ),
    "s_missing_po": (r"bestellnummer\w*|bestell-nr|auftragsnummer fehlt",),
    "s_already_credited": (
        r"(?:bereits|schon) (?:gutgeschrieben|storniert)|gutschrift (?:erhalten|bereits)",
    ),
    "ask": (
        r"bitte(?: \S+){0,8}? (?:senden|schicken|zusenden|ubermitteln|zukommen|lassen|mailen)|(?:senden|schicken|ubersenden) sie|(?:konnten|konnen|wurden) sie|benotigen|brauchen|fehlt uns",
    ),
    "copy_request": (
        r"(?:rechnungs)?kopie\w*|duplikat|rechnung\w*(?: \S+){0,8} (?:nicht|nie|erneut|nochmal\w*|noch einmal) (?:erhalten|vor|vorliegen|zusenden|senden|schicken)|(?:senden|schicken|ubersenden)(?: \S+){0,4} (?:die |diese )?(?:rechnung|<ref>) (?:erneut|nochmals|noch)",
    ),
    "lacks": (r"nicht|nie|kein\w*|fehlt",),
    "doc_bank_details": (r"bankverbindung|iban|kontodaten|bankdaten",),
    "doc_statement": (
        r"kontoauszug|saldenbestatigung|offene[n]? posten|op-liste|saldenliste",
    ),
    "doc_purchase_order": (r"bestellkopie|auftragsbestatigung",),
    "doc_proof_of_delivery": (
        r"lieferschein\w*|ablieferbeleg|liefernachweis|stundenzettel|leistungsnachweis",
    ),
    "refusal": (
        r"(?:werden|werde)(?: \S+){0,6} nicht (?:be)?zahlen|verweiger\w+|weigern",
    ),
    "insolvency": (
        r"insolven\w+|insolvenzverwalter|zahlungsunfahig\w*|eigenverwaltung",
    ),
    "not_insolvency": (r"unser kunde|kein\w* insolvenz",),
    "bank_change": (
        r"(?:neue|geanderte) (?:bankverbindung|iban|kontoverbindung|bankdaten)|bankverbindung (?:hat sich )?geandert|(?:anderung|wechsel) (?:der|unserer) (?:bankverbindung|bank)",
    ),
    "not_bank_change": (r"ihre (?:neue )?bankverbindung",),
    "contact_change": (
        r"(?:kunftig|ab sofort|ab dem|zukunftig|neue e-mail|neue adresse)",
    ),
    "contact_moved": (
        r"nicht mehr (?:im unternehmen|zustandig|tatig|bei uns)|neue (?:adresse|e-mail\w*|ansprechpartner\w*)|zustandig ist",
    ),
    "redirect": (r"senden|schicken|wenden|adresse|an",),
    "temporary": (r"urlaub|abwesen\w+|vertretung|zuruck",),
    "postponed": (r"verschoben auf|verschiebt sich auf|statt am",),
    "waiting": (r"warten|gesperrt|klarung",),
    "penalty": (r"mahngebuhr\w*|verzugszinsen|zinsen",),
    "meeting": (r"termin\b|besprechung",),
    "unkept": (r"sollte\w*|fehlgeschlagen|zuruckgewiesen",),
}
