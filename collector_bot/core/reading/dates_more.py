"""German, Spanish, Italian and Dutch words for days, and a small grammar of each.

Rules are as in `dates_fr`; NAMES are per language, the words tables are shared.
"""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

MONTHS = {
    "januar": 1, "janner": 1, "februar": 2, "marz": 3, "juni": 6, "juli": 7,
    "oktober": 10, "dezember": 12, "okt": 10, "dez": 12,
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6,
    "julio": 7, "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11,
    "diciembre": 12,
    "gennaio": 1, "febbraio": 2, "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7,
    "settembre": 9, "ottobre": 10, "dicembre": 12,
    "januari": 1, "februari": 2, "maart": 3, "mei": 5, "augustus": 8,
}  # fmt: skip
WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4,
    "samstag": 5, "sonntag": 6,
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5,
    "domingo": 6,
    "lunedi": 0, "martedi": 1, "mercoledi": 2, "giovedi": 3, "venerdi": 4, "sabato": 5,
    "domenica": 6,
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4,
    "zaterdag": 5, "zondag": 6,
}  # fmt: skip
NUMBERS = {
    "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "acht": 8,
    "zehn": 10, "vierzehn": 14, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "diez": 10, "quince": 15, "due": 2, "tre": 3, "quattro": 4, "cinque": 5,
    "dieci": 10, "quindici": 15, "twee": 2, "drie": 3, "vijf": 5, "tien": 10,
    "veertien": 14,
}  # fmt: skip
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMERIC: tuple[tuple[str, str, str], ...] = (
    ("iso", r"(?P<y>20\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)", "iso"),
    (
        "numeric",
        r"(?P<d>\d\d?)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<y>20\d\d|\d\d)",
        "numeric",
    ),
)
_NUMERIC_SHORT: tuple[tuple[str, str, str], ...] = (
    ("numeric_short", rf"(?P<d>{_D})/(?P<m>0?[1-9]|1[0-2])(?![/\d])", "numeric"),
    ("numeric_dot", rf"(?P<d>{_D})\.(?P<m>0?[1-9]|1[0-2])\.(?!\d)", "numeric"),
)


def _rules(*own: tuple[str, str, str]) -> tuple[tuple[str, str, str], ...]:
    return (*_NUMERIC, *own, *_NUMERIC_SHORT)


DE_NAMES = {
    "m": r"(?:januar|janner|februar|marz|april|mai|juni|juli|august|september|oktober"
    r"|november|dezember|jan\.|feb\.|sept?\.|okt\.|nov\.|dez\.)",
    "w": r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)",
    "n": r"(?:\d{1,3}|einem|einer|zwei|drei|vier|funf|acht|zehn|vierzehn)",
    "d": rf"{_D}\.?",
    "y": r"(?:20\d\d)",
}
DE = _rules(
    ("day_month", r"(?P<d>{d}) ?(?P<m>{m})(?: (?P<y>{y}))?", "day_month"),
    ("month_end", r"ende (?P<m>{m})(?: (?P<y>{y}))?", "month_end"),
    (
        "month_end_this",
        r"(?:ende (?:des|dieses) monats|monatsende|ultimo)",
        "month_end",
    ),
    ("month_early", r"anfang (?P<m>{m})", "month_early"),
    ("month_middle", r"mitte (?P<m>{m})", "month_middle"),
    (
        "weekday_next_week",
        r"(?:nachste|kommende)[nr]? woche (?P<w>{w})",
        "weekday_next",
    ),
    ("week_next_early", r"anfang (?:nachste|kommende)[nr]? woche", "week_next_early"),
    ("week_next", r"(?:ende )?(?:nachste|kommende)[nr]? woche", "week_end_next"),
    ("week_end", r"(?:diese woche|ende (?:der|dieser) woche)", "week_end_this"),
    ("week_number", r"(?:kw|kalenderwoche) ?(?P<n>\d\d?)", "week_number"),
    ("weekday_next", r"nachste[nr]? (?P<w>{w})", "weekday_next"),
    ("weekday_last", r"(?:letzte[nr]?|vergangene[nr]?) (?P<w>{w})", "weekday_last"),
    ("weekday", r"(?P<w>{w})", "weekday"),
    ("day_only", r"(?<=am )(?P<d>\d\d?)\.(?! ?\d)(?P<which>)", "day_only"),
    ("after_tomorrow", r"ubermorgen", "after_tomorrow"),
    ("tomorrow", r"morgen(?! fruh)", "tomorrow"),
    ("today", r"heute", "today"),
    ("yesterday", r"gestern", "yesterday"),
    (
        "within_days",
        r"(?:innerhalb (?:von )?|binnen |in )(?:den nachsten )?(?P<n>{n})"
        r" (?P<work>(?:werktagen|arbeitstagen))?(?P<unit>tagen|days|wochen)?",
        "relative_de",
    ),
)
ES_NAMES = {
    "m": r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre"
    r"|noviembre|diciembre)",
    "w": r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)",
    "n": r"(?:\d{1,3}|dos|tres|cuatro|cinco|diez|quince)",
    "d": _D,
    "y": r"(?:20\d\d)",
}
ES = _rules(
    (
        "day_month",
        r"(?P<d>{d}) de (?P<m>{m})(?: (?:de |del )?(?P<y>{y}))?",
        "day_month",
    ),
    (
        "month_end",
        r"(?:a )?(?:finales|final|fin) de (?P<m>{m})(?: de (?P<y>{y}))?",
        "month_end",
    ),
    ("month_end_this", r"(?:a )?(?:finales|final|fin) de(?:l| este)? mes", "month_end"),
    ("month_early", r"(?:a )?principios de (?P<m>{m})", "month_early"),
    ("month_middle", r"(?:a )?mediados de (?P<m>{m})", "month_middle"),
    (
        "week_next",
        r"(?:la )?(?:proxima semana|semana que viene|semana proxima)",
        "week_end_next",
    ),
    ("week_end", r"esta semana", "week_end_this"),
    (
        "weekday_next",
        r"proximo (?P<w>{w})|(?P<wb>{w}) (?:proximo|que viene)",
        "weekday_next",
    ),
    ("weekday_last", r"(?P<w>{w}) pasado|pasado (?P<wb>{w})", "weekday_last"),
    ("weekday", r"(?P<w>{w})", "weekday"),
    (
        "day_only",
        r"(?<=el dia )(?P<d>\d\d?)(?P<which>)|(?<=el )(?P<db>\d\d?)(?! ?[\d/%€])",
        "day_only",
    ),
    ("after_tomorrow", r"pasado manana", "after_tomorrow"),
    ("tomorrow", r"(?<!la )manana", "tomorrow"),
    ("today", r"hoy|dia de hoy|esta manana", "today"),
    ("yesterday", r"ayer", "yesterday"),
    (
        "within_days",
        r"(?:en|dentro de|en un plazo de)(?: los proximos)? (?P<n>{n})"
        r" (?P<unit>dias|semanas)(?P<work> (?:habiles|laborables))?",
        "relative_es",
    ),
)
IT_NAMES = {
    "m": r"(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre"
    r"|novembre|dicembre)",
    "w": r"(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)",
    "n": r"(?:\d{1,3}|due|tre|quattro|cinque|dieci|quindici)",
    "d": _D,
    "y": r"(?:20\d\d)",
}
IT = _rules(
    ("day_month", r"(?P<d>{d}) (?P<m>{m})(?: (?P<y>{y}))?", "day_month"),
    ("month_end", r"(?:a |entro )?fine (?P<m>{m})(?: (?P<y>{y}))?", "month_end"),
    ("month_end_this", r"fine mese|fine del mese", "month_end"),
    ("month_early", r"(?:inizio|inizi|primi) (?:di )?(?P<m>{m})", "month_early"),
    ("month_middle", r"meta (?:di )?(?P<m>{m})", "month_middle"),
    (
        "week_next",
        r"(?:la )?(?:prossima settimana|settimana prossima)",
        "week_end_next",
    ),
    ("week_end", r"questa settimana|fine settimana", "week_end_this"),
    ("weekday_next", r"(?P<w>{w}) prossimo|prossimo (?P<wb>{w})", "weekday_next"),
    ("weekday_last", r"(?P<w>{w}) (?:scorso|scorsa)", "weekday_last"),
    ("weekday", r"(?P<w>{w})", "weekday"),
    (
        "day_only",
        r"(?:(?<=il )|(?<=entro il )|(?<=al ))(?P<d>\d\d?)(?! ?[\d/%€])(?P<which>)",
        "day_only",
    ),
    ("after_tomorrow", r"dopodomani", "after_tomorrow"),
    ("tomorrow", r"domani", "tomorrow"),
    ("today", r"oggi|data odierna|in giornata|stamattina", "today"),
    ("yesterday", r"ieri", "yesterday"),
    (
        "within_days",
        r"(?:entro|tra|fra|in) (?:i prossimi )?(?P<n>{n})"
        r" (?P<unit>giorni|settimane)(?P<work> lavorativi)?",
        "relative_es",
    ),
)
NL_NAMES = {
    "m": r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december)",
    "w": r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)",
    "n": r"(?:\d{1,3}|twee|drie|vier|vijf|tien|veertien)",
    "d": _D,
    "y": r"(?:20\d\d)",
}
NL = _rules(
    ("day_month", r"(?P<d>{d}) (?P<m>{m})(?: (?P<y>{y}))?", "day_month"),
    ("month_end", r"eind(?:e)? (?P<m>{m})", "month_end"),
    ("month_end_this", r"(?:het )?eind(?:e)? van (?:de|deze) maand", "month_end"),
    ("month_early", r"begin (?P<m>{m})", "month_early"),
    ("month_middle", r"(?:half|medio) (?P<m>{m})", "month_middle"),
    (
        "weekday_next_week",
        r"volgende week (?P<w>{w})|(?P<wb>{w}) volgende week",
        "weekday_next",
    ),
    ("month_end_short", r"eind(?:e)? (?:van de |deze )?maand", "month_end"),
    ("week_next", r"volgende week", "week_end_next"),
    ("week_end", r"deze week|eind van de week", "week_end_this"),
    ("week_number", r"week ?(?P<n>\d\d?)", "week_number"),
    ("weekday_next", r"volgende (?P<w>{w})", "weekday_next"),
    ("weekday_last", r"(?:afgelopen|vorige) (?P<w>{w})", "weekday_last"),
    ("weekday", r"(?P<w>{w})", "weekday"),
    ("after_tomorrow", r"overmorgen", "after_tomorrow"),
    ("tomorrow", r"morgen", "tomorrow"),
    ("today", r"vandaag|vanochtend|heden", "today"),
    ("yesterday", r"gisteren", "yesterday"),
    (
        "within_days",
        r"(?:binnen|over) (?P<n>{n}) (?P<work>werk)?(?P<unit>dagen|weken)",
        "relative_es",
    ),
)
BY_LANGUAGE = {
    "de": (DE, DE_NAMES),
    "es": (ES, ES_NAMES),
    "it": (IT, IT_NAMES),
    "nl": (NL, NL_NAMES),
}
