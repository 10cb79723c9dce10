"""Read a bank's text file line by line in bounded memory, and say how far it got."""

from __future__ import annotations

from collections.abc import Iterator
from io import TextIOWrapper

from collector_bot.core.errors import InputFileError
from collector_bot.files.table import Progress
from collector_bot.files.text import TextFile

_TELL_EVERY = 2_000


def lines_in(
    text: TextFile, *, longest: int, progress: Progress | None = None
) -> Iterator[tuple[int, str]]:
    """Yield each line without its end and its 1-based number.

    A line of more than `longest` characters comes in pieces under the same number.

    Args:
        text: the file, inspected.
        longest: characters that are held at a time.
        progress: called with the bytes read since the last call.
    """
    told, number, goes_on = 0, 0, False
    with (
        text.path.open("rb") as raw,
        TextIOWrapper(raw, text.encoding, errors="replace", newline="") as handle,
    ):
        while piece := handle.readline(longest):
            number += not goes_on
            goes_on = not piece.endswith(("\n", "\r"))
            yield number, piece.rstrip("\r\n\x1a")
            if progress is not None and number % _TELL_EVERY == 0:
                progress(raw.tell() - told)
                told = raw.tell()
        if progress is not None:
            progress(raw.tell() - told)


def unfinished(file: str, line: int, last: str) -> InputFileError:
    """Return the refusal of a file that ends, or goes on, before a statement does.

    Args:
        file: base name.
        line: where that shows.
        last: what should have come, such as ":62F:".
    """
    what = (
        f"a statement stops before its closing balance ({last}): the file is cut off",
        f"un relevé s’arrête avant son solde final ({last}) : le fichier est tronqué",
    )
    hint = ("Download it again", "Téléchargez-le à nouveau")
    return InputFileError(what, file=file, line=line, hint=hint)
