"""Italian: the commonest ways to write about paying, disputing and asking (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "pay_noun": (r"pagament[oi]|bonific[oi]|assegn[oi]|versament[oi]|rat[ae]",),
    "pay_pp": (
        r"pagat[aoei]|saldat[aoei]|liquidat[aoei]|bonificat[aoei]|versat[aoei]",
    ),
    "will_pay": (
        r"(?:sara|saranno|verra|verranno|e|sono) (?:\w+ )?(?:pagat|saldat|liquidat|bonificat|effettuat|dispost|eseguit|previst|programmat|inserit)[aoei]",
        r"(?:pagher|salder|provveder|effettuer|dispor|bonificher|eseguir|verser|liquider)(?:emo|o|a|anno)\b",
        r"(?:pagamento|bonifico)(?: \S+){0,6}? (?:partira|avverra|sara|e previsto|previsto|programmato|verra)|ricever(?:ete|a)|(?:previst|programmat)[aoei]",
    ),
    "noun_only": (r"(?:il )?(?:pagamento|bonifico|saldo|resto)",),
    "pay_any": (r"pag\w+|sald\w+|bonific\w+|vers\w+|liquid\w+|soldi",),
    "thing": (r"<ref>|fattur[ae]|importo|la|lo|il",),
    "ref": (r"ref_*",),
    "moves": (r"sara|saranno|verra|partira|e|ricever\w+|previst\w+",),
    "negation": (r"non|mai|nessun\w*|senza",),
    "proposal": (
        r"potremmo|possiamo|sarebbe possibile|proponiamo|vorremmo|chiediamo (?:una )?(?:proroga|dilazione)",
    ),
    "hypothesis": (r"speriamo|forse|cercheremo|probabilmente|potrebbe",),
    "condition": (r"se|quando|appena|non appena|una volta|a condizione",),
    "firm": (r"al piu tardi|entro e non oltre|in ogni caso",),
    "retold": (r"avevamo|aveva|doveva|avrebbe dovuto",),
    "other_payer": (r"nostro cliente|ci chiedete",),
    "habit": (r"di solito|normalmente|condizioni di pagamento",),
    "other_topic": (r"riunion\w+|telefon\w+|consegn\w+|ferie|rispost\w+|risponder\w+",),
    "asks_yes": (r"va bene\?|siete d'accordo",),
    "plan": (r"rate|come segue|piano",),
    "paid": (
        r"(?:e|sono|abbiamo|ho|ha|hanno|stat[aoei]|gia|aver|avere)(?: \w+){0,3} (?:pagat|saldat|liquidat|bonificat|effettuat|dispost|eseguit|versat)[aoei]",
        r"(?:bonifico|pagamento)(?: \S+){0,6}? (?:effettuat[oa]|del|eseguit[oa]|dispost[oa]|in data)",
    ),
    "not_paid": (
        r"non (?:e|sono|abbiamo)(?: \w+){0,2} (?:pagat|saldat)[aoei]|(?:sara|saranno|verra|verranno) (?:\w+ )?(?:pagat|saldat|liquidat|bonificat|effettuat|dispost|eseguit)[aoei]",
    ),
    "already": (r"gia|(?:e stat|abbiamo)\w* (?:pagat|saldat)[aoei]",),
    "answers_chase": (r"\bgia\b|verific\w+|controll\w+",),
    "informs": (
        r"comunichiamo|informiamo|a saldo|relativ\w+|per la fattura|per le fatture|avviso|seguenti",
    ),
    "contest_hard": (r"contest\w+|reclam\w+|bloccat\w+|rifiut\w+|non siamo d'accordo",),
    "contest": (
        r"<contest_hard>|non possiamo (?:accettare|approvare|pagare|registrare)|nota di credito|corregg\w+|corrett\w+|error\w+|errat\w+|sbagliat\w+|annull\w+|stornar\w+",
    ),
    "s_price": (
        r"prezz\w+(?: \S+){0,6} (?:non|errato|superiore|diverso|concordato|piu alto)|sconto(?: \S+){0,6} (?:non|manca)|invece di (?:€ ?)?\d[\d,.]* ?(?:€|eur)",
    ),
    "w_price": (r"prezz\w+|sconto|tariffa",),
    "s_quantity": (
        r"quantita(?: \S+){0,5} (?:non|errata|diversa|inferiore)|manca(?:no)?(?! (?:il|la|un) )|solo \d+ (?:\w+ )?(?:ricevut\w+|consegnat\w+)|ricevut\w+ (?:solo )?\d+|incomplet\w+",
    ),
    "s_quality": (
        r"difettos\w+|danneggiat\w+|rott[aoei]|non conform\w+|difett\w+|guast\w+",
    ),
    "s_not_received": (
        r"(?:merce|consegna|ordine|materiale)(?: \S+){0,6} (?:mai|non) (?:\w+ )?(?:arrivat|ricevut|consegnat)\w+|mai (?:arrivat|ricevut|consegnat)\w+",
    ),
    "s_duplicate": (r"doppi[ao]\w*|due volte|duplicat\w+",),
    "s_wrong_recipient": (
        r"non (?:e|ci) (?:per noi|riguarda)|altra (?:societa|azienda)|mai ordinat\w+",
    ),
    "s_missing_po": (
        r"(?:manca|senza|indicare|inserire)(?: \S+){0,5} (?:numero d'ordine|ordine|cig|cup)",
    ),
    "s_already_credited": (
        r"nota di credito (?:gia|ricevuta)|gia (?:stornata|accreditata)",
    ),
    "ask": (
        r"(?:potete|potreste|puo|potrebbe|vi preghiamo|vi chiediamo|per favore|per cortesia|gentilmente|abbiamo bisogno|serve|necessit\w+)(?! di verificare)",
    ),
    "copy_request": (
        r"copi[ae]|duplicato|(?:inviar\w*|reinviar\w*|mandar\w*)(?: \S+){0,3} (?:la fattura|<ref>)|non (?:troviamo|abbiamo ricevuto|abbiamo)(?: \S+){0,3} (?:fattura|<ref>)",
    ),
    "lacks": (r"non|manca",),
    "doc_bank_details": (r"coordinate bancarie|iban|dati bancari",),
    "doc_statement": (r"estratto conto|partitario|situazione contabile",),
    "doc_purchase_order": (r"ordine firmato|copia dell'ordine|ordine d'acquisto",),
    "doc_proof_of_delivery": (
        r"ddt|bolla|documento di trasporto|prova di consegna|cmr",
    ),
    "refusal": (
        r"non (?:intendiamo|abbiamo intenzione di) pagare|non pagheremo|rifiut\w+ di pagare",
    ),
    "insolvency": (
        r"fallimento|concordato preventivo|liquidazione giudiziale|curatore|insolven\w+|procedura concorsuale",
    ),
    "not_insolvency": (r"nostro cliente",),
    "bank_change": (
        r"(?:nuov\w+|cambiat\w+|modific\w+|variazione)(?: \S+){0,4} (?:iban|coordinate bancarie|conto|banca)|(?:iban|coordinate bancarie|conto)(?: \S+){0,4} (?:cambiat\w+|modificat\w+)",
    ),
    "not_bank_change": (r"vostr\w+ (?:nuov\w+ )?(?:iban|coordinate)",),
    "contact_change": (r"(?:d'ora in poi|a partire da|nuovo indirizzo|in futuro)",),
    "contact_moved": (r"non (?:lavora|e) piu|nuovo (?:indirizzo|contatto|referente)",),
    "redirect": (r"invi\w+|scriv\w+|contatt\w+|indirizz\w+",),
    "temporary": (r"ferie|assen\w+|rientr\w+",),
    "postponed": (r"(?:spostat|rinviat|posticipat)[oa] al",),
    "waiting": (r"attendiamo|in attesa|bloccat\w+",),
    "penalty": (r"interessi|mora|penal\w+",),
    "meeting": (r"riunione",),
    "unkept": (r"doveva|avrebbe dovuto|respint\w+",),
}
