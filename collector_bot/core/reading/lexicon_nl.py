"""Dutch: the commonest ways to write about paying, disputing and asking (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "pay_noun": (
        r"betaling\w*|overboeking\w*|overschrijving\w*|betaalrun|betaalronde|termijn\w*",
    ),
    "pay_pp": (r"betaald|overgemaakt|voldaan|overgeschreven",),
    "will_pay": (
        r"(?:wordt|worden|zal|zullen|gaan|ga|we|wij)(?: \S+){0,12}? (?:betaald|betalen|overgemaakt|overmaken|voldaan|voldoen|overschrijven|uitgevoerd|verwerkt|meegenomen)",
        r"(?:betaling|overboeking|betaalrun)(?: \S+){0,6}? (?:volgt|staat|gepland|vindt|gaat|wordt|zal)|(?:betalen|maken) (?:we|wij|ik|wij u)|maken?(?: \S+){0,8}? over|(?:gepland|ingepland|klaargezet)|ontvangt u(?: \S+){0,5} (?:betaling|geld|bedrag)",
    ),
    "noun_only": (r"(?:de )?(?:betaling|overboeking|rest)",),
    "pay_any": (r"beta\w+|overmak\w+|overgemaakt|voldaan|overboek\w+|geld",),
    "thing": (r"<ref>|factu\w+|bedrag|deze|het|de",),
    "ref": (r"ref_*",),
    "moves": (r"wordt|worden|zal|gaat|staat|volgt|ontvangt",),
    "negation": (r"niet|geen|nooit|zonder",),
    "proposal": (
        r"kunnen (?:we|wij)|zouden (?:we|wij)|is het mogelijk|voorstel\w*|graag uitstel|akkoord als",
    ),
    "hypothesis": (r"hopen|misschien|proberen|wellicht|mogelijk",),
    "condition": (r"als|zodra|wanneer|mits|indien|na ontvangst",),
    "firm": (r"uiterlijk",),
    "retold": (r"hadden|had|zou|zouden",),
    "other_payer": (r"onze klant|u vraagt",),
    "habit": (r"normaal|gewoonlijk|betalingsvoorwaarden|betaaltermijn",),
    "other_topic": (
        r"vergader\w+|bellen|lever\w+|vakantie|reactie|terugkom\w*|kom\w*(?: \S+){0,4} terug|laten weten|antwoord\w*",
    ),
    "asks_yes": (r"is dat (?:ok|goed|akkoord)|akkoord\?",),
    "plan": (r"termijnen|als volgt",),
    "paid": (
        r"(?:is|zijn|hebben|heb|heeft|werd|reeds|al)(?: \S+){0,10}? (?:betaald|overgemaakt|voldaan|overgeschreven|uitgevoerd)",
        r"(?:betaling|overboeking)(?: \S+){0,6}? (?:van|uitgevoerd|verstuurd)",
    ),
    "not_paid": (
        r"niet(?: \S+){0,3} (?:betaald|overgemaakt)|(?:wordt|worden|zal|zullen)(?: \S+){0,12}? (?:betaald|overgemaakt|voldaan|uitgevoerd)",
    ),
    "already": (
        r"reeds|al|(?:is|hebben)(?: \S+){0,6} (?:betaald|overgemaakt|voldaan)",
    ),
    "answers_chase": (r"reeds|\bal\b|controle\w+",),
    "informs": (
        r"delen (?:wij )?u mede|ter info\w*|betreft|voor factu\w+|betaalspecificatie|volgende",
    ),
    "contest_hard": (
        r"betwist\w*|klacht|geblokkeerd|geweigerd|niet akkoord|reclam\w+",
    ),
    "contest": (
        r"<contest_hard>|kunnen (?:we|wij)?(?: \S+){0,4} niet (?:goedkeuren|accepteren|betalen|verwerken)|creditnota|creditfactuur|corrig\w+|gecorrigeerd\w*|fout\w*|onjuist\w*|klopt niet|maar",
    ),
    "s_price": (
        r"prij(?:s|zen)(?: \S+){0,6} (?:klopt|niet|onjuist|hoger|afgesproken|wijkt)|korting(?: \S+){0,6} (?:niet|ontbreekt)|in plaats van (?:€ ?)?\d[\d,.]*",
    ),
    "w_price": (r"prij(?:s|zen)|korting|tarief",),
    "s_quantity": (
        r"(?:aantal|hoeveelheid)(?: \S+){0,5} (?:klopt|niet|onjuist)|slechts \d+|maar \d+ (?:\w+ )?(?:ontvangen|geleverd)|ontbreken|ontbreekt(?! (?:het|een|ons))|onvolledig\w*",
    ),
    "s_quality": (
        r"defect\w*|beschadigd\w*|kapot\w*|gebrek\w*|lekt?|kwaliteit\w*|niet conform",
    ),
    "s_not_received": (
        r"(?:goederen|levering|zending|bestelling)(?: \S+){0,6} (?:niet|nooit) (?:ontvangen|geleverd|aangekomen)|nooit (?:geleverd|aangekomen)",
    ),
    "s_duplicate": (r"dubbel\w*|twee keer|tweemaal",),
    "s_wrong_recipient": (
        r"niet voor ons|verkeerde (?:bedrijf|onderneming|entiteit)|ander bedrijf|niet besteld",
    ),
    "s_missing_po": (
        r"(?:ontbreekt|zonder|vermeld\w*|mis\w*)(?: \S+){0,5} (?:inkoopnummer|ordernummer|po-?nummer|inkooporder\w*|po)",
    ),
    "s_already_credited": (
        r"(?:reeds|al) gecrediteerd|creditnota (?:ontvangen|reeds)",
    ),
    "ask": (
        r"(?:kunt|kan|wilt|zou) (?:u|je)|graag|gelieve|verzoeken|alstublieft|aub|hebben (?:wij |we )?nodig|stuurt u|stuur",
    ),
    "copy_request": (
        r"kopie\w*(?! van de (?:order|bon))|duplicaat|(?:factuur|<ref>)(?: \S+){0,4} (?:niet|nooit) ontvangen|(?:sturen|stuur|toesturen|mailen)(?: \S+){0,4} (?:factuur|<ref>)",
    ),
    "lacks": (r"niet|geen|nooit|ontbreekt",),
    "doc_bank_details": (r"bankgegevens|iban|rekeningnummer",),
    "doc_statement": (
        r"rekeningoverzicht|openstaande posten|saldo-?overzicht|overzicht",
    ),
    "doc_purchase_order": (r"inkooporder|bestelbon|opdrachtbevestiging",),
    "doc_proof_of_delivery": (r"afleverbon|pakbon|vrachtbrief|cmr|leverbon|werkbon",),
    "refusal": (
        r"(?:weiger\w+|zullen niet|gaan niet)(?: \S+){0,4} (?:betalen|voldoen)",
    ),
    "insolvency": (
        r"faillissement|failliet|surseance|curator|bewindvoerder|insolven\w+",
    ),
    "not_insolvency": (r"onze klant",),
    "bank_change": (
        r"(?:nieuw\w*|gewijzigd\w*|wijziging)(?: \S+){0,4} (?:bankrekening|iban|bankgegevens|rekeningnummer)|(?:bankgegevens|iban)(?: \S+){0,4} gewijzigd",
    ),
    "not_bank_change": (r"uw (?:nieuwe )?(?:iban|bankgegevens)",),
    "contact_change": (
        r"(?:voortaan|vanaf|in het vervolg|nieuw e-mailadres|nieuw adres)",
    ),
    "contact_moved": (
        r"niet meer (?:werkzaam|verantwoordelijk|in dienst)|nieuw (?:e-mailadres|adres|contactpersoon)|uit dienst",
    ),
    "redirect": (r"stu\w+|mail\w*|richt\w+|contact\w+|gebruik\w*",),
    "temporary": (r"vakantie|afwezig\w*|terug",),
    "postponed": (r"(?:verschoven|uitgesteld) (?:naar|tot)",),
    "waiting": (r"wachten|geblokkeerd",),
    "penalty": (r"rente|incassokosten|boete",),
    "meeting": (r"vergadering|afspraak",),
    "unkept": (r"had moeten|zou|mislukt|teruggestort",),
}
