"""The command line: verbs, what they print, exit codes; every rule is elsewhere.

Exit codes: 0 done; 1 refused, or something is wrong (one sentence on standard error);
2 used wrongly; 130 interrupted; 141 when nobody reads the output any more.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

DONE, REFUSED, INTERRUPTED, UNHEARD = 0, 1, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code.

    Args:
        arguments: the words after the program's name; None for those of the process.
    """
    import os

    from collector_bot.cli.grammar import parse
    from collector_bot.cli.parsing import shell_language

    _write_utf8()
    language = shell_language(os.environ)
    try:
        given = parse(arguments, language)
    except SystemExit as asked:
        return asked.code if isinstance(asked.code, int) else REFUSED
    from collector_bot.cli.call import run

    try:
        code = run(given, language)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return UNHEARD
    return code


def _write_utf8() -> None:
    """Print UTF-8 whatever the locale; what has no UTF-8 prints as an escape."""
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(OSError, ValueError):
                reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_quietly() -> None:
    """Let the interpreter's last flush go nowhere instead of complaining."""
    import os
    from contextlib import suppress

    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
