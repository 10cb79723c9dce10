"""A parser of hostile bytes in a process of its own, with little to spend."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import NamedTuple

from collector_bot.core.reading.findings import Sheet

ADDRESSES_MAX = 768 << 20
_DATA_MAX = 256 << 20
_CPU_MAX = 2
_FILES_MAX = 32
_ANSWER_MAX = 8_000_000
_TEXT_MAX = 3_000_000
_CHUNK = 1 << 16

Rows = list[list[str]]
Parser = Callable[[bytes], list[tuple[str, Rows]]]


class Opened(NamedTuple):
    """What came of opening an attachment.

    Attributes:
        sheets: empty when it could not be opened.
        note: "" or why it was not opened: "too big", "not known", "too slow",
            "not readable", "encrypted", "unpacks to too much".
    """

    sheets: tuple[Sheet, ...]
    note: str = ""


class Refused(ValueError):  # noqa: N818 - a refusal, not a fault
    """A parser's refusal that is worth telling; its text is the note."""


_TOLD = ("encrypted", "unpacks to too much")


def in_child(module: str, payload: bytes, *, seconds: float) -> Opened:
    """Return the sheets `module` makes of `payload`, run beside and limited.

    The child is this interpreter, isolated, with an empty environment; it may use
    768 MB of addresses, two seconds of processor and write no file. Its answer is
    read up to 8 MB. `module` calls `answer` as its main program.

    Args:
        module: full name of the parser's module, one of ours.
        payload: hostile.
        seconds: wall time it may take, start included.
    """
    if seconds <= 0:
        return Opened((), "too slow")
    until = time.monotonic() + seconds
    with tempfile.TemporaryFile() as given:
        given.write(payload)
        given.seek(0)
        with subprocess.Popen(
            [sys.executable, "-I", "-m", module],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
        ) as child:
            answered = _answered(child, until)
            child.kill()
            child.wait()
    if answered is None:
        return Opened((), "too slow")
    return _sheets(answered)


def _answered(child: subprocess.Popen[bytes], until: float) -> bytes | None:
    """Return what the child writes before it closes; None when time is up."""
    pipe = child.stdout.fileno() if child.stdout else -1
    answer = bytearray()
    poll = select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    while len(answer) <= _ANSWER_MAX:
        left = until - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            return None
        part = os.read(pipe, _CHUNK)
        if not part:
            return bytes(answer)
        answer += part
    return b""


def _sheets(answer: bytes) -> Opened:
    try:
        found = json.loads(answer)
        if found in _TOLD:
            return Opened((), str(found))
        sheets = tuple(
            Sheet(str(name), tuple(tuple(map(str, row)) for row in rows))
            for name, rows in found
        )
    except (ValueError, TypeError, RecursionError):
        return Opened((), "not readable")
    return Opened(sheets, "" if sheets else "not readable")


def answer(parser: Parser) -> None:
    """Be the child: limit this process, parse standard input, write the sheets.

    Where the parser refuses, its note is written in their place.
    """
    _limit()
    sheets: list[tuple[str, Rows]] = []
    refusal = ""
    try:
        sheets = parser(sys.stdin.buffer.read())
    except Refused as refused:
        refusal = str(refused)
    except Exception:  # noqa: BLE001 - hostile bytes make libraries raise anything
        sheets = []
    sys.stdout.write(json.dumps(refusal or _capped(sheets)))
    sys.stdout.flush()
    os._exit(0)  # a library's clean-up must not undo the answer


def _capped(sheets: list[tuple[str, Rows]]) -> list[tuple[str, Rows]]:
    """Keep the first rows of all sheets, up to three million characters."""
    left = _TEXT_MAX
    kept = []
    for name, rows in sheets:
        some: Rows = []
        for row in rows:
            left -= sum(map(len, row)) + len(row)
            if left < 0:
                break
            some.append(row)
        if some:
            kept.append((name, some))
    return kept


def _limit() -> None:
    try:
        import resource
    except ImportError:  # where there are no limits only time is limited
        return
    for kind, value in (
        (resource.RLIMIT_AS, ADDRESSES_MAX),
        (resource.RLIMIT_DATA, _DATA_MAX),
        (resource.RLIMIT_CPU, _CPU_MAX),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES_MAX),
    ):
        _, hard = resource.getrlimit(kind)
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # a system without this one
            continue
