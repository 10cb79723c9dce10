"""The other answers to a payment on the card of the first: each can be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from collector_bot.core.ledger import Side
from collector_bot.core.matching.words import cause_words, ground_words
from collector_bot.core.suggestion import Candidate
from collector_bot.slack.cards.build import button, escaped, one_line, section
from collector_bot.slack.cards.limits import Block
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.store.suggestions import Suggested

_SHOWN = 4
_PIECES = 6
_GROUNDS = 2


def alternative_line(one: Suggested, side: Side, tongue: Tongue) -> str:
    """Return what another answer settles, and how sure it is."""
    named = [
        one_line(tongue.piece(part.piece), 40)
        for part in one.candidate.parts
        if part.side is side
    ]
    pieces = ", ".join(named[:_PIECES])
    more = " …" if len(named) > _PIECES else ""
    number = tongue(f"No. {one.id}", f"N° {one.id}")
    share = tongue.percent(one.candidate.confidence)
    return f"{number}, {share}{tongue.colon} {pieces}{more}"


def alternatives(found: Sequence[Suggested], side: Side, tongue: Tongue) -> list[Block]:
    """Return the other answers with their grounds, each with a button to see it."""
    if not found:
        return []
    title = tongue("Other answers", "Autres réponses")
    look = tongue("This one instead…", "Plutôt celle-ci…")
    return [
        section(f"*{title}*"),
        *(
            section(
                _told(one, side, tongue),
                accessory=button("suggestion.instead", look, str(one.id)),
            )
            for one in found[:_SHOWN]
        ),
    ]


def _told(one: Suggested, side: Side, tongue: Tongue) -> str:
    lines = [alternative_line(one, side, tongue), *_gap(one.candidate, tongue)]
    lines += [
        f"    {one_line(ground_words(reason, tongue.language), 200)}"
        for reason in one.candidate.reasons[:_GROUNDS]
    ]
    return escaped("\n".join(lines))


def _gap(candidate: Candidate, tongue: Tongue) -> list[str]:
    if not candidate.difference.minor:
        return []
    words = tongue("Difference", "Écart")
    amount = tongue.money(candidate.difference)
    cause = cause_words(candidate.cause, tongue.language)
    return [f"    {words}{tongue.colon} {amount} – {cause}"]
