"""Of pieces billed twice, the one that is contested."""

from __future__ import annotations

import re
from collections.abc import Sequence

from collector_bot.core.reading.findings import KnownItem
from collector_bot.core.reading.hearing import Clause, Heard, pieces_in

_COMPARED = re.compile(
    r"\b(?:avec|que|de la|of|as|with|and already|deja|au|versus|vs|figur\w+|repren\w+"
    r"|(?:doublon|double|copie|repetition) d[eu]|identique"
    r"|appear\w+|listed|covered by|billed on|facturee? sur|comprise? dans)\b"
)
_DROPS = re.compile(
    r"\b(?:annul\w+|de trop|en trop|ecart\w+|supprim\w+|cancel\w*|rejet\w*|refus\w*)\b"
)
_AGAIN = re.compile(r"\b(?:puis|ensuite|(?:seconde|deuxieme|2e) fois|and then)\b")
_OTHER_AHEAD = re.compile(
    r"(?:\b(?:see|cf\.?|voir|refer to|compare with)"
    r"|already (?:on|in|under|part of|covered by)|(?:duplicate|repeat) of"
    r"|meme(?: [^\s,]+,?){1,6} que|same as|repeats?|deja (?:sur|dans|en)"
    r"|(?:doublon|double) (?:de|avec)|identique a"
    r"|sous (?:le |la )?(?:numero|n°|reference)"
    r"|duplicat\w+)(?: \w+){0,2} $"
)


def dropped(heard: Heard) -> tuple[KnownItem, ...]:
    """Of several pieces the one a later part says is to be cancelled."""
    if len(heard.pieces) < 2:  # noqa: PLR2004
        return ()
    for part in re.finditer(r"[,;:.] [^,;:.]*", heard.masked):
        clause = heard.part(part.start(), part.end())
        if len(clause.pieces) == 1 and _DROPS.search(clause.folded):
            return clause.pieces
    return ()


def doubled(clause: Clause, earlier: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    """Of “A duplicates B” the pieces before the comparison: A, or what came earlier."""
    before = 0
    for at, ref in enumerate(clause.refs):
        between = clause.heard.folded[before : ref.start]
        if at and _AGAIN.search(between):
            return pieces_in(clause.refs[at:])
        compared = _COMPARED.search(between) if at else _OTHER_AHEAD.search(between)
        if compared:
            left_out = pieces_in(clause.refs[at:])
            known = pieces_in(clause.refs[:at]) or (
                *earlier,
                *clause.heard.world.subject,
            )
            return tuple(dict.fromkeys(i for i in known if i not in left_out))
        before = ref.end
    return ()
