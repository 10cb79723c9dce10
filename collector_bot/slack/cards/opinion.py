"""How a second opinion on a mail is told: as a guess, wherever it is shown."""

from __future__ import annotations

from collector_bot.answers.mails import SecondOpinion
from collector_bot.slack.cards.build import one_line
from collector_bot.slack.cards.finding import finding_lines
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import finding_words


def opinion_title(tongue: Tongue) -> str:
    """Return what a second opinion is called wherever it is shown."""
    return tongue(
        "Second opinion (a machine’s guess, not acted on)",
        "Second avis (supposition d’une machine, sans effet)",
    )


def opinion_lines(opinion: SecondOpinion, tongue: Tongue) -> list[str]:
    """Return what a machine guessed of a mail: each guess, its evidence below it."""
    lines = [finding_lines(one, tongue) for one in opinion.findings]
    if opinion.doubted:
        kinds = ", ".join(finding_words(one, tongue) for one in opinion.doubted)
        told = one_line(kinds, 400)
        lines.append(f"{tongue('doubts', 'met en doute')}{tongue.colon} {told}")
    return lines
