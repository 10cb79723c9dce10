"""`export letterings`, `export journal`: what the accounting system is to be told.

`export … -o FILE --json` prints one object:

    {"id": number of the export, null when there was nothing, "what", "format",
     "file": absolute path, null when nothing was written,
     "subjects": letterings or entries told, "lines", "digest": SHA-256 of the bytes,
     "left_out": left for a CSV, since a FEC is in the currency of the books,
     "finished": numbers of interrupted exports that turned out to be in place}
"""

from __future__ import annotations

import sys
from pathlib import Path

from collector_bot.cli import DONE
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.paper import complain, say, tell
from collector_bot.core.books import Exported
from collector_bot.flows.desk import SHELL
from collector_bot.flows.export import Prepared, Wish, place, prepare, settle
from collector_bot.slack.cards.tongue import Tongue


def export(call: Call) -> int:
    """Write what no export held yet to a file, or print it."""
    given = call.given
    wish = Wish(
        Exported(given.what),
        given.format,
        given.since,
        given.again,
        Path(given.output) if given.output else None,
    )
    with call.desk() as desk:
        tongue = tongue_of(desk)
        prepared = prepare(desk, wish, by=SHELL)
        if wish.path is None:
            sys.stdout.buffer.write(prepared.content)
            sys.stdout.flush()
            settle(desk, prepared, by=SHELL)
        else:
            place(desk, prepared, by=SHELL)
    _say_around(prepared, tongue)
    if given.json:
        tell(_json(wish, prepared))
    elif wish.path is not None and prepared.id is not None:
        _say(prepared, tongue)
    return DONE


def _json(wish: Wish, prepared: Prepared) -> dict[str, object]:
    return {
        "id": prepared.id,
        "what": wish.what.value,
        "format": wish.format,
        "file": str(prepared.path) if prepared.id is not None else None,
        "subjects": prepared.subjects,
        "lines": prepared.lines,
        "digest": prepared.digest if prepared.id is not None else None,
        "left_out": prepared.left_out,
        "finished": list(prepared.finished),
    }


def _say(prepared: Prepared, tongue: Tongue) -> None:
    lines = tongue.count(prepared.lines, "line/lines", "ligne/lignes")
    say(tongue(
        f"Export {prepared.id}: {lines} in {prepared.path}.",
        f"Export {prepared.id} : {lines} dans {prepared.path}.",
    ))  # fmt: skip


def _say_around(prepared: Prepared, tongue: Tongue) -> None:
    """Say on standard error what is not in the export itself."""
    for number in prepared.finished:
        complain(tongue(
            f"Export {number}, interrupted at its end, is in place: nothing of it is "
            "told again.",
            f"L’export {number}, interrompu à la fin, est en place : rien n’en est "
            "redit.",
        ))  # fmt: skip
    if prepared.id is None:
        complain(tongue("Nothing new to export.", "Rien de nouveau à exporter."))
    if prepared.left_out:
        count = prepared.left_out
        complain(tongue(
            f"{count} in other currencies left out: a FEC is in the currency of the "
            "books; export them as CSV.",
            f"{count} en d’autres devises laissés de côté : un FEC est dans la devise "
            "des livres ; exportez-les en CSV.",
        ))  # fmt: skip
