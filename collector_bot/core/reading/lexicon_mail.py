"""What mail programs and habits add around the words of a mail (folded text)."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "attribution_start": (
        r"(?:le|on|am|el|il|op|em|den|en)\b",
        r"\d{4}[-/.]\d\d?[-/.]\d\d?",
        r"\d\d?[-/.]\d\d?[-/.]\d{2,4}",
        r".{1,120}(?:@|a ecrit|wrote|schrieb)",
    ),
    "attribution": (
        r"(?:le|on|am|el|il|op|em|den|en)\b(?=[^\n]*\d).{4,400}?"
        r"\b(?:a ecrit|ecrivait|wrote|writes|schrieb|escribio|ha scritto|schreef"
        r"|geschreven|escreveu|skrev)\b.{0,160}:$",
        r".{2,160}(?:<[^<>]*@[^<>]*>|@\S+).{0,60}"
        r"\b(?:a ecrit|wrote|schrieb)\b.{0,80}:$",
        r".{2,80}\b(?:a ecrit|wrote|schrieb)\b (?:le|on|am) .{4,60}:$",
        r"(?:le|on|am|el|il|op)\b(?=[^\n]*\d).{4,300}?<[^<>]{0,120}@[^<>]{0,120}> ?"
        r"(?:a ecrit|wrote|schrieb|escribio|ha scritto|schreef) ?: +\S",
        r"\d{4}[-/.]\d\d?[-/.]\d\d? .{0,80}<[^<>]*@[^<>]*>:?$",
        r"\d\d?[-/.]\d\d?[-/.]\d{2,4}.{0,80}<[^<>]*@[^<>]*>.{0,40}:$",
        r"\d\d?[-/.]\d\d?[-/.]\d{2,4}.{0,80}(?:a ecrit|wrote|schrieb) ?:$",
    ),
    "forward_line": (
        r"[-_=* ]{2,}\s*(?:message transfere|forwarded message|message reexpedie"
        r"|weitergeleitete nachricht|forwarded by|transfere par|mail transfere)",
        r"(?:debut du message (?:reexpedie|transfere)|begin forwarded message"
        r"|anfang der weitergeleiteten (?:e-mail|nachricht))\s*:?$",
    ),
    "reply_line": (
        r"[-_=* ]{2,}\s*(?:message d'origine|original message|original appointment"
        r"|message original|mail original|ursprungliche nachricht|reply message"
        r"|urspr\w+ nachricht|mensaje original|messaggio originale)",
        r"(?:message d'origine|original message)\s*:?$",
        r"[-_* ]*(?:repondez|write|ecrivez|reply|tapez) (?:votre reponse )?"
        r"(?:above|au-dessus de) (?:this|cette) lin?g?n?e",
    ),
    "header_first": (
        r"\*?(?:de|from|von|expediteur|da|van|emetteur|para|mittente|verzonden door)\s?\*?\s*:\s*\*?\s*\S",
    ),
    "header_next": (
        r"\*?(?:envoye(?: le)?|date|sent|gesendet|a|to|an|objet|subject|betreff|sujet"
        r"|cc|copie|datum|pour|destinataires?|reply-to|repondre a|importance|enviado"
        r"|asunto|inviato|oggetto|para|enviado el|cc|fecha|data|a|aan|verzonden|onderwerp|a\s*l'attention)\s?\*?\s*:",
    ),
    "closing": (
        r"(?:(?:tres|bien|tout)? ?(?:cordialement|sincerement)"
        r"|cdlt|cdt|cordiales? salutations|sinceres salutations|meilleures salutations"
        r"|salutations (?:distinguees|cordiales|les meilleures|respectueuses)"
        r"|respectueusement|bien (?:a vous|a toi|sincerement)|amicalement|a vous lire"
        r"|(?:best|kind|kindest|warm|warmest|many) ?(?:regards|wishes)"
        r"|all the best|regards|rgds|brgds|br|kr|yours (?:sincerely|faithfully|truly)"
        r"|sincerely(?: yours)?|with (?:best|kind) regards|cheers"
        r"|mit freundlichen grussen|freundliche grusse|viele grusse|mfg|beste grusse"
        r"|mit besten grussen|schone grusse|saludos(?: cordiales)?|cordiali saluti"
        r"|met vriendelijke groet(?:en)?)"
        r"(?:[ ,.!\-/]*(?:et )?(?:bonne (?:journee|reception|semaine|soiree|fin de \w+)"
        r"|a vous|a tous|from \w+)?[ ,.!]*)(?:[a-z' .\-]{0,40})$",
        r"(?:je vous|nous vous|veuillez|recevez|dans l'attente de|en vous).{0,80}"
        r"(?:salutations|consideration|sentiments|respects)\b.{0,40}$",
        r"(?:je vous prie|nous vous prions|veuillez|recevez|i remain).{0,60}"
        r"(?:agreer|recevoir|croire|accepter)\b.{0,120}$",
    ),
    "weak_closing": (
        r"(?:(?:merci|mercis?)(?: (?:beaucoup|d'avance|a vous|et bonne \w+"
        r"|par avance|bien|encore|de votre \w+))*"
        r"|d'avance merci|bonne (?:journee|reception|soiree|semaine|continuation"
        r"|fin de \w+)(?: a vous)?|belle journee|excellente journee|bon week-end"
        r"|a bientot|bav|salutations|slts|(?:many )?thanks(?: (?:again|in advance|a lot"
        r"|and (?:best |kind )?regards|very much))?|thank you(?: (?:again|in advance"
        r"|very much|and (?:best |kind )?regards))?|best|have a (?:nice|good|great) \w+"
        r"|take care|danke|vielen dank)[ ,.!]*(?:[a-z]{2,20} ?[a-z]{0,20})?$",
    ),
    "footer": (
        r"(?:envoye|expedie) (?:de|depuis|a partir de|avec) (?:mon|ma|un|yahoo|outlook"
        r"|proton|orange|l'application|la messagerie|free|sfr|mail|mobile|gmail|tel\w*)",
        r"sent (?:from|with|via|using) (?:my|a|the|outlook|yahoo|mail|proton|iphone"
        r"|android|mobile|gmail|samsung)",
        r"(?:telecharger|obtenez|get|obtenir) outlook (?:pour|for)",
        r"provenance\s*: ?courrier",
        r"(?:von meinem|gesendet von) ",
        r"(?:sans virus|virus-free)\.?",
        r"-*\s*(?:garanti sans virus|l'absence de virus)",
        r"https?://\S+$",
    ),
    "banner": (
        r"\[?(?:external|externe|ext|caution|attention|exterieur)\]?\s*[:!-]?\s*"
        r"(?:(?:this|ce|cet|the) (?:e-?mail|message|courriel|mail|sender)\b.*)?$",
        r".{0,20}(?:e-?mail|message|courriel) (?:provient|originated|came|vient|was sent)"
        r" .{0,30}(?:exterieur|outside|externe|external)",
        r"(?:you don't often get email from|vous n'obtenez pas souvent d'e-mail"
        r"|vous ne recevez pas souvent)",
        r"(?:image retiree|\[image\b|\[cid:)",
    ),
    "disclaimer": (
        r"(?:-+\s*)?(?:ce(?:t)? (?:message|courriel|e-?mail|courrier)"
        r"(?: electronique)?)(?:,? (?:et|ainsi que|y compris) |"
        r" \(|,? (?:est|peut|contient|s'adresse|a ete|provient)\b)",
        r"(?:this (?:e-?mail|message|communication)|the information (?:contained|in this))"
        r".{0,30}(?:and any|is intended|is confidential|may contain|contains|are|"
        r"\(including|including|transmi|contained)",
        r"(?:confidentiality|confidentialite|disclaimer|avis de confidentialite"
        r"|legal notice|mentions? legales?|confidential)\b.{0,30}[:.]?$",
        r"(?:confidentiality|privacy) notice",
        r".{0,6}(?:avant d'imprimer|pensez a l'environnement|n'imprimez|merci de penser"
        r"|please (?:consider|think)|think before|adoptez l'eco|preservons)",
        r"(?:registered (?:in|office|company)|company (?:number|no\b|registration)"
        r"|siege social|rcs )",
        r"(?:si vous n'etes pas (?:le|la) destinataire|if you are not the intended)",
        r"(?:unsubscribe|se desinscrire|pour vous desinscrire|to unsubscribe)\b",
    ),
    "postscript": (r"(?:p\.? ?-?s\.?|n\.? ?b\.?|post-?scriptum)\s*[:.,-]?\s+\S",),
}
