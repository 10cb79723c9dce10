"""`correct`, `examples`: what was read of a mail is put right, and kept as examples.

`examples --json` prints one object a mail that people put right, oldest first:

    {"id": number of the mail, "name": of its files, "findings": [{"type", …}]}

the findings as people left them, as `core.reading.contract` writes them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from collector_bot.cli import DONE
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.named import named_amount
from collector_bot.cli.paper import cell, figures, say, table, tell, words

if TYPE_CHECKING:
    from collector_bot.answers.examples import Labelled
    from collector_bot.core.reading.meant import Meant
    from collector_bot.flows.desk import Desk
    from collector_bot.slack.cards.tongue import Tongue


def correct(call: Call) -> int:
    """Put one finding of a mail right, and say what came of it."""
    from collector_bot.core.ledger import MailId
    from collector_bot.flows.correct_reading import correct_reading
    from collector_bot.flows.desk import SHELL
    from collector_bot.slack.acts import corrected

    given = call.given
    with call.desk() as desk:
        tongue = tongue_of(desk)
        done = correct_reading(
            desk, MailId(given.number), _meant(call, desk), by=SHELL,
            number=given.finding,
        )  # fmt: skip
    say(corrected(given.number, done, tongue))
    return DONE


def _meant(call: Call, desk: Desk) -> Meant | None:
    from collector_bot.core.reading.findings import DisputeReason
    from collector_bot.core.reading.meant import Meant, MeantKind

    given = call.given
    if given.nothing:
        return None
    currency = given.currency or desk.currency
    return Meant(
        MeantKind(given.type),
        on=given.date,
        amount=named_amount(given.amount, currency) if given.amount else None,
        pieces=tuple(given.pieces),
        reason=DisputeReason(given.reason),
    )


def examples(call: Call) -> int:
    """List the mails people put right, or write each as a letter of the corpus."""
    from collector_bot.answers.examples import labelled

    given = call.given
    with call.reading() as (_, connection, tongue):
        found = list(labelled(connection))
    if given.output:
        _write(found, Path(given.output))
    if given.json:
        for one in found:
            tell({"id": one.mail_id, "name": one.name, "findings": one.findings})
    elif given.output:
        count = tongue.count(len(found), "mail/mails", "courriel/courriels")
        say(tongue(
            f"{count} in {given.output}: they hold personal data.",
            f"{count} dans {given.output} : ils contiennent des données "
            "personnelles.",
        ))  # fmt: skip
    elif found:
        _table(found, tongue)
    else:
        say(tongue("Nobody put a reading right.", "Aucune lecture corrigée."))
    return DONE


def _write(found: list[Labelled], folder: Path) -> None:
    """Write each mail and its reading, for the owner's eyes alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for one in found:
        for path, content in (
            (folder / f"{one.name}.eml", one.raw),
            (folder / f"{one.name}.toml", one.expected.encode()),
        ):
            path.touch(mode=0o600)
            path.write_bytes(content)


def _table(found: list[Labelled], tongue: Tongue) -> None:
    from collector_bot.slack.cards.finding import finding_line

    nothing = tongue("nothing", "rien")
    columns = [
        figures(tongue("Mail", "Courriel")),
        words(tongue("As people left it", "Après correction")),
    ]
    rows = (
        (
            str(one.mail_id),
            "\n".join(cell(finding_line(each, tongue), 400) for each in one.findings)
            or nothing,
        )
        for one in found
    )
    table(columns, rows)
