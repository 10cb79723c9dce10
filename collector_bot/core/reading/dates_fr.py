"""French words for days, and the grammar of French dates (folded text).

A rule is (name, pattern, resolver of `date_rules`). Rules are tried in order and
the first one to claim some words keeps them; `{name}` stands for an entry of NAMES.
"""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3,
    "avril": 4, "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "aout": 8,
    "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11,
    "decembre": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "lundi": 0, "lun": 0, "mardi": 1, "mar": 1, "mercredi": 2, "mer": 2, "jeudi": 3,
    "jeu": 3, "vendredi": 4, "ven": 4, "samedi": 5, "sam": 5, "dimanche": 6, "dim": 6,
}  # fmt: skip
NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15,
    "vingt": 20, "trente": 30, "quarante-cinq": 45, "quarante-huit": 48,
    "treize": 13, "quatorze": 14, "seize": 16, "dix-sept": 17, "dix-huit": 18,
    "dix-neuf": 19, "vingt et un": 21, "vingt-deux": 22, "vingt-trois": 23,
    "vingt-quatre": 24, "vingt-cinq": 25, "vingt-six": 26, "vingt-sept": 27,
    "vingt-huit": 28, "vingt-neuf": 29, "trente et un": 31, "premiere": 1, "1ere": 1,
    "1re": 1, "seconde": 2, "2eme": 2, "3eme": 3, "derniere": -1,
    "premier": 1, "1er": 1, "deuxieme": 2, "second": 2, "2e": 2, "troisieme": 3,
    "3e": 3, "quatrieme": 4, "dernier": -1,
}  # fmt: skip
NAMES = {
    "m": r"(?:janvier|janv\.?|fevrier|fevr\.?|mars|avril|avr\.?|mai|juin|juillet|juil\.?"
    r"|aout|septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|decembre|dec\.?)",
    "w": r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
    "ws": r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lun\.|mar\.|mer\.|jeu\.|ven\.|sam\.|dim\.)",
    "n": r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
    r"|quinze|vingt|trente|quarante-cinq|quarante-huit)",
    "d": r"(?:1 ?er|0?[1-9]|[12]\d|3[01])",
    "dw": r"(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-sept|-huit|-neuf)?"
    r"|onze|douze|treize|quatorze|quinze|seize|vingt(?: et un|-deux|-trois|-quatre|-cinq"
    r"|-six|-sept|-huit|-neuf)?|trente(?: et un)?)",
    "rank": r"(?:premiere?|1ere?|1re|deuxieme|seconde?|2e|2eme|troisieme|3e|3eme|quatrieme"
    r"|derniere?)",
    "y": r"(?:20\d\d)",
    "wn": r"(?:semaine|sem\.?) (?:prochaine|pro\b|proch\.?|qui vient|qui arrive|a venir)",
}
_PART = r"(?: (?:matin|midi|soir|apres-midi|en fin de journee|au plus tard|dans la journee))?"

RULES: tuple[tuple[str, str, str], ...] = (
    ("term", r"(?:a )?\d{2,3} (?:jours|j\.?) (?:fin de mois|date de facture|nets?|fdm)"
     r"(?: le \d\d?)?", "none"),
    ("within_days", r"(?:sous(?: un delai de)?|dans(?: les?| un delai de)?|d'ici(?: a)?"
     r"|au plus tard (?:sous|dans)|en|d'ici les?) (?:environ )?(?P<n>{n})(?: a {n})?"
     r" ?(?:prochaine?s )?(?P<unit>jours?|j\b|semaines?|mois|h\b|heures?|quinzaines?)"
     r"(?P<work> (?:ouvres?|ouvrables?))?(?: (?:maximum|max|au plus))?", "relative"),
    ("time", r"(?:\d{1,2} ?h ?\d{0,2}|\d{1,2}:\d\d)(?= |,|\.|$|\))", "none"),
    ("iso", r"(?P<y>20\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)", "iso"),
    ("numeric", r"(?P<d>\d\d?)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<y>20\d\d|\d\d)", "numeric"),
    ("numeric_spaced", r"(?P<d>\d\d?) / (?P<m>\d\d?) / (?P<y>20\d\d|\d\d)", "numeric"),
    ("week_of", r"semaine (?:commencant |qui commence |debutant )?(?:du|le|au)"
     r"(?: lundi)? (?P<d>{d})(?:/(?P<m>\d\d?)(?:/(?P<y>20\d\d))?)", "week_of_day"),
    ("week_of_named", r"semaine (?:commencant |qui commence |debutant )?(?:du|le|au)"
     r"(?: lundi)? (?P<d>{d})(?: (?P<m>{m})(?: (?P<y>{y}))?)?", "week_of_day"),
    ("between", r"(?:entre le|du) {d}(?: {m})? (?:et le|et|au) (?P<d>{d}) (?P<m>{m})"
     r"(?: (?P<y>{y}))?", "day_month"),
    ("between_days", r"entre le {d} et le (?P<d>{d})", "day_only"),
    ("day_shared", r"(?:le )?(?P<d>{d})(?=(?:, (?:le )?{d}){0,6},? (?:et|puis|&) (?:le )?{d}"
     r" (?P<m>{m})(?: (?P<y>{y}))?)", "day_month"),
    ("day_month", r"(?:(?P<w>{ws}),? )?(?:le )?(?P<d>{d}) (?:de )?(?P<m>{m})"
     r"(?:,? (?P<y>{y}))?", "day_month"),
    ("day_month_dash", r"(?P<d>{d})-(?P<m>{m})(?:-(?P<y>20\d\d|\d\d))?", "day_month"),
    ("nth_weekday", r"(?P<rank>premier|1er|deuxieme|second|2e|troisieme|3e|quatrieme"
     r"|dernier) (?P<w>{w}) (?:de |d'|du )(?:(?P<m>{m})(?: (?P<y>{y}))?"
     r"|(?:ce )?mois(?P<next> prochain)?)", "nth_weekday"),
    ("month_week", r"(?:la )?(?P<rank>{rank}) semaine (?:de |d'|du )(?:mois (?:de |d'))?"
     r"(?:(?P<m>{m})(?: (?P<y>{y}))?|(?:ce )?mois(?P<next> prochain)?)", "month_week"),
    ("work_edge", r"(?:le |au )?(?P<rank>premier|1er|dernier) jour (?P<work>ouvre|ouvrable)?"
     r" ?(?:de |d'|du )(?:mois (?:de |d'))?(?:(?P<m>{m})(?: (?P<y>{y}))?"
     r"|(?:ce )?mois(?P<next> prochain)?)", "month_edge"),
    ("day_word", r"(?:(?P<w>{ws}),? )?(?:le )?(?P<dw>{dw}) (?P<m>{m})(?: (?P<y>{y}))?",
     "day_word"),
    ("month_first", r"(?:le |au )?premier (?:du|de ce) mois(?P<next> prochain| suivant)?",
     "month_first"),
    ("half_first", r"(?:premiere|1ere|1re) quinzaine (?:de |d')(?P<m>{m})", "half_first"),
    ("half_second", r"(?:deuxieme|seconde|2e|2eme) quinzaine (?:de |d')(?P<m>{m})",
     "half_second"),
    ("month_end", r"fin (?:de |d'|du mois de )?(?P<m>{m})(?: (?P<y>{y}))?", "month_end"),
    ("month_end_next", r"fin (?:du |de )?mois(?P<next> prochain)", "month_end"),
    ("month_end_this", r"fin (?:du |de |de ce |du present )?mois"
     r"(?: (?:courant|en cours|de \w+))?", "month_end"),
    ("month_early", r"debut (?:de |du mois de |d')?(?P<m>{m})(?: (?P<y>{y}))?", "month_early"),
    ("month_early_next", r"debut (?:du |de )?mois(?P<next> prochain)|tout debut de mois"
     r"(?P<nextb> prochain)?", "month_early"),
    ("month_early_this", r"debut (?:du |de )mois", "month_early_coming"),
    ("month_middle", r"(?:mi[- ]|(?:au )?milieu (?:de |du mois de |d'))(?P<m>{m})"
     r"(?: (?P<y>{y}))?", "month_middle"),
    ("month_middle_this", r"(?:mi[- ]mois|(?:au )?milieu (?:du|de) mois)"
     r"(?P<next> prochain)?", "month_middle"),
    ("month_any", r"(?:courant|en|dans le courant (?:de|du mois de)|au (?:cours|mois) (?:du"
     r" mois )?(?:de |d')?|pour) (?:le mois de )?(?P<m>janvier|fevrier|mars|avril|mai|juin"
     r"|juillet|aout|septembre|octobre|novembre|decembre)(?: (?P<y>{y}))?", "month_any"),
    ("month_next", r"(?:courant (?:du )?|au cours du |dans le courant du |le )mois"
     r"(?P<next> prochain)", "month_any"),
    ("month_this", r"(?:courant (?:du |de )?mois|dans le mois|ce mois(?:-ci)?"
     r"|avant la fin du mois)", "month_any"),
    ("week_next_early", r"(?:tout )?(?:en |au )?debut (?:de )?(?:la )?{wn}",
     "week_next_early"),
    ("week_next_middle", r"(?:en |au )?milieu (?:de )?(?:la )?{wn}",
     "week_next_middle"),
    ("week_next_end", r"(?:en |a la )?fin (?:de )?(?:la )?{wn}",
     "week_end_next"),
    ("weekday_next_week", r"(?P<w>{w}) (?:de )?(?:la )?{wn}", "weekday_next"),
    ("week_next_weekday", r"{wn},? (?P<w>{w})", "weekday_next"),
    ("week_next", r"(?:courant (?:de )?(?:la )?|dans la )?{wn}",
     "week_end_next"),
    ("week_end", r"fin (?:de )?(?:la |cette )?semaine|week-end", "week_end_this"),
    ("week_number", r"(?:en |la )?semaine (?:n° ?|numero )?(?P<n>\d\d?)(?: de)?"
     r"(?:[ /-](?P<y>20\d\d))?", "week_number"),
    ("week_s", r"s(?:em)?\.? ?(?P<n>[1-5]\d)(?:[ /-](?P<y>20\d\d))?", "week_number"),
    ("week_this", r"(?:dans la|cette|courant (?:de )?(?:la )?|sous la) ?semaine(?! prochaine| pro\b| proch| qui vient| a venir"
     r"| derniere| passee)", "week_end_this"),
    ("tomorrow_after", r"(?:demain|d'aujourd'hui|ce jour) en huit", "in_8"),
    ("week_last", r"(?:la )?semaine (?:derniere|passee|precedente)", "week_last"),
    ("weekday_after", r"(?P<w>{w}) en (?P<n>huit|quinze|8|15)", "weekday_after"),
    ("weekday_day_next", r"(?:(?P<w>{w}) )?(?:le )?(?P<d>{d}) du (?P<which>mois prochain"
     r"|mois suivant)", "day_only"),
    ("numeric_short", r"(?:(?:{ws}) )?(?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])"
     r"(?![/\d])", "numeric"),
    ("numeric_dot", r"(?:(?<=le )|(?<=au )|(?<=du )|(?<=pour le )|(?<=vendredi )"
     r"|(?<=lundi ))(?P<d>0?[1-9]|[12]\d|3[01])[.-](?P<m>0[1-9]|1[0-2])(?!\.?\d| ?€)",
     "numeric"),
    ("weekday_day", r"(?P<w>{w}) (?P<d>{d})(?! ?(?:h\b|%|€|000|\d))", "day_only"),
    ("weekday_next", r"(?P<w>{w}) (?:prochain|pro\b|proch\.?|de la semaine suivante)" + _PART,
     "weekday_next"),
    ("weekday_last", r"(?P<w>{w}) (?:dernier|passe)", "weekday_last"),
    ("weekday_this", r"ce (?P<w>{w})" + _PART, "weekday"),
    ("weekday", r"(?P<w>{w})" + _PART, "weekday"),
    ("day_only", r"(?:(?<=\ble )|(?<=\bau )|(?<=d'ici )|(?<=\bdu )|(?<=avant )"
     r"|(?<=pour ))(?:le )?(?P<d>{d})(?P<which> (?:du mois|de ce mois|courant"
     r"|prochain|du present mois))?(?! ?(?:%|€|eur|euros?|k€|jours?|h\b|heures?|mois"
     r"|semaines?|factures?|\d|/|000|,\d|\.\d|[a-z]*ieme|ans?\b|centimes|pieces?"
     r"|unites?|colis))", "day_only"),
    ("after_tomorrow", r"apres[- ]demain" + _PART, "after_tomorrow"),
    ("tomorrow", r"(?:des )?demain" + _PART, "tomorrow"),
    ("today", r"(?:aujourd'? ?hui|ce jour(?!-la)|ce (?:matin|soir|midi)|cet apres-midi|en date de"
     r" ce jour|dans la journee|a l'instant|tout a l'heure|dans l'apres-midi|sur le champ)", "today"),
    ("before_yesterday", r"avant[- ]hier", "before_yesterday"),
    ("yesterday", r"hier(?: (?:matin|soir|apres-midi))?", "yesterday"),
    ("within_8", r"(?:sous|dans la) huitaine", "in_8"),
    ("within_15", r"(?:sous|dans la|d'ici une) quinzaine(?: de jours)?", "in_15"),
    ("j_plus", r"j ?\+ ?(?P<n>\d\d?)(?P<unit>)", "relative"),
    ("ago_minutes", r"il y a (?:\d{1,2}|{n}|quelques) (?:minutes?|secondes)", "today"),
    ("ago", r"il y a (?:environ )?(?P<n>{n}) (?P<unit>jours?|semaines?|mois)", "ago"),
    ("year_end", r"(?:d'ici |avant |en |a )?(?:la )?fin (?:de |d')?(?:(?:l')?annee"
     r"|(?P<y>{y}))", "year_end"),
)  # fmt: skip
