"""`read --again`: what today's reader says of the mails that are kept.

With `--json`, one object for each mail that is read differently now, oldest first:

    {"id", "verdict": "better", "worse" or "different",
     "then": {"sender_account" or null, "suspicious", "findings": [{"type", …}]},
     "now": the same keys, "corrected": the findings as people left them, or null}

and one at the end:

    {"mails": how many were read again, "same", "better", "worse", "different",
     "corrected": how many of them people put right, "right": how many of those are
     read as people left them}

Better and worse are told where people put a reading right, different elsewhere.

Findings are as `core.reading.contract` writes them, with "rule", the name of the rule
that made each, where it is known. Nothing is changed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from collector_bot.cli import DONE
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.paper import bar, cell, figures, fixed, say, table, tell, words
from collector_bot.core.reading.agreement import agree

if TYPE_CHECKING:
    from collector_bot.answers.read_again import Again, Said
    from collector_bot.flows.desk import Desk
    from collector_bot.slack.cards.tongue import Tongue


def read_again(call: Call) -> int:
    """Print what is read differently now, a line a mail, and how many of each."""
    with call.desk() as desk:
        tongue = tongue_of(desk)
        found = _read(call, desk)
    different = [one for one in found if one.verdict != "same"]
    counts = Counter(str(one.verdict) for one in found)
    if call.given.json:
        for one in different:
            tell(again_json(one))
        names = ("same", "better", "worse", "different")
        told = {name: counts[name] for name in names}
        tell({"mails": len(found), **told, **_judged(found)})
        return DONE
    if different:
        _table(different, tongue)
        say()
    say(_counted(len(found), counts, tongue))
    judged = _judged(found)
    if judged["corrected"]:
        right, known = judged["right"], judged["corrected"]
        say(tongue(
            f"{right} of {known} put right by people are read so today.",
            f"{right} sur {known} corrigés par quelqu’un se lisent ainsi aujourd’hui.",
        ))  # fmt: skip
    return DONE


def _read(call: Call, desk: Desk) -> list[Again]:
    """Read the mails asked for, each in a moment of its own, under a bar."""
    from collector_bot.answers import read_again as answer
    from collector_bot.core.ledger import MailId
    from collector_bot.flows.read_mail import read_now

    wanted = [MailId(one) for one in call.given.again]
    with desk.database.reading() as connection:
        numbers = answer.mails_to_read_again(connection, wanted)
    found = []
    with bar(len(numbers)) as progress:
        for number in numbers:
            with desk.database.reading() as connection:
                found.append(
                    answer.read_again(
                        connection,
                        number,
                        lambda one, mail: read_now(
                            desk, one, mail, today=mail.received_at.date()
                        ),
                    )
                )
            if progress:
                progress(1)
    return found


def again_json(one: Again) -> dict[str, Any]:
    """Return one mail read again, in the shape this module documents."""
    return {
        "id": one.mail_id,
        "verdict": str(one.verdict),
        "then": _said_json(one.then),
        "now": _said_json(one.now),
        "corrected": None if one.corrected is None else list(one.corrected),
    }


def _said_json(said: Said) -> dict[str, Any]:
    return {
        "sender_account": said.sender_account,
        "suspicious": said.suspicious,
        "findings": list(said.findings),
    }


def _judged(found: list[Again]) -> dict[str, int]:
    """Return how many mails people put right, and how many are read so now."""
    known = [one for one in found if one.corrected is not None]
    right = sum(agree(one.now.findings, one.corrected or ()) for one in known)
    return {"corrected": len(known), "right": right}


def _table(different: list[Again], tongue: Tongue) -> None:
    columns = [
        figures(tongue("No.", "N°")),
        fixed(tongue("Now", "Verdict")),
        words(tongue("Read then", "Lu alors")),
        words(tongue("Read today", "Lu aujourd’hui")),
    ]
    rows = (
        (
            str(one.mail_id),
            tongue(*_VERDICTS[str(one.verdict)]),
            _shown(one.then, tongue),
            _shown(one.now, tongue),
        )
        for one in different
    )
    table(columns, rows)


_VERDICTS = {
    "better": ("better", "mieux"),
    "worse": ("worse", "moins bien"),
    "different": ("different", "autrement"),
}


def _shown(said: Said, tongue: Tongue) -> str:
    """Return what a mail was read to say: the findings, who speaks, a suspicion."""
    from collector_bot.slack.cards.finding import finding_line

    lines = [finding_line(one, tongue) for one in said.findings]
    if not lines:
        lines.append(tongue("nothing", "rien"))
    lines.append(said.sender_account or tongue("unknown sender", "expéditeur inconnu"))
    if said.suspicious:
        lines.append(tongue("suspicious", "suspect"))
    return "\n".join(cell(one, 400) for one in lines)


def _counted(total: int, counts: Counter[str], tongue: Tongue) -> str:
    again = tongue.count(
        total, "mail read again/mails read again", "courriel relu/courriels relus"
    )
    told = (
        tongue.count(counts["same"], "the same/the same", "pareil/pareils"),
        tongue.count(counts["better"], "better/better", "mieux/mieux"),
        tongue.count(counts["worse"], "worse/worse", "moins bien/moins bien"),
        tongue.count(counts["different"], "different/different", "autrement/autrement"),
    )
    return f"{again}{tongue.colon} {', '.join(told)}."
