"""What is said of a FEC as a whole: its name, and debits that differ from credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from collector_bot.core.errors import InputFileNote
from collector_bot.core.identifiers import is_siren
from collector_bot.core.money import Money
from collector_bot.files.dates import DateReader, NotADate

_NAME = re.compile(r"(\d{9})FEC(\d{8})", re.IGNORECASE | re.ASCII)


def name_notes(path: Path) -> Iterator[InputFileNote]:
    """Yield what is wrong with the file's name.

    Source:
        Art. A47 A-1 IX LPF: SirenFECAAAAMMJJ, the day the year was closed.
    """
    match = _NAME.fullmatch(path.stem)
    if match is None:
        what = (
            "the law names this file SirenFECAAAAMMJJ, as 123456789FEC20251231.txt",
            "la loi nomme ce fichier SirenFECAAAAMMJJ, comme 123456789FEC20251231.txt",
        )
    elif not is_siren(match[1]):
        what = (
            f"{match[1]} in the file’s name is not a SIREN",
            f"{match[1]} dans le nom du fichier n’est pas un SIREN",
        )
    else:
        try:
            DateReader(path.name)[match[2]]
        except NotADate:
            what = (
                f"{match[2]} in the file’s name is not a day",
                f"{match[2]} dans le nom du fichier n’est pas un jour",
            )
        else:
            return
    yield InputFileNote(what, file=path.name)


def unbalanced(
    file: str, debits: Money, credits_: Money, *, first: tuple[str, str, int] | None
) -> InputFileNote:
    """Return the note on a file whose debits and credits differ."""
    english = (
        f"the file does not balance: debits {debits}, credits {credits_},"
        f" difference {debits - credits_}"
    )
    shown = [one.written("fr") for one in (debits, credits_, debits - credits_)]
    french = (
        f"le fichier n’est pas équilibré : débits {shown[0]}, crédits {shown[1]},"
        f" écart {shown[2]}"
    )
    line = None
    if first:
        journal, number, line = first
        english += f"; first in journal {journal[:20]}, entry {number[:40]}"
        french += f" ; d’abord au journal {journal[:20]}, écriture {number[:40]}"
    return InputFileNote((english, french), file=file, line=line)
