"""On which line of a TOML text each key stands: `tomllib` does not say."""

from __future__ import annotations

import re
from collections import Counter

_KEY = r"[\w-]+(?:[ \t]*\.[ \t]*[\w-]+)*"
_HEAD = re.compile(rf"\s*(\[\[?)[ \t]*({_KEY})[ \t]*\]")
_SETTING = re.compile(rf"\s*({_KEY})[ \t]*=")
_LONG = re.compile(r"\"\"\"|'''")


def lines_of(text: str) -> dict[str, int]:
    r"""Return the 1-based line of every section and key written without quotes.

    Example:
        >>> lines_of('[smtp]\nport = 25\nhost = "x"')
        {'smtp': 1, 'smtp.port': 2, 'smtp.host': 3}
        >>> lines_of('[[levels]]\ndays = 5')
        {'levels': 1, 'levels[1]': 1, 'levels[1].days': 2}
    """
    found: dict[str, int] = {}
    seen: Counter[str] = Counter()
    place = inside = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if inside:
            inside = "" if inside in line else inside
            continue
        if head := _HEAD.match(line):
            place = _bare(head[2])
            if head[1] == "[[":
                seen[place] += 1
                found.setdefault(place, number)
                place = f"{place}[{seen[place]}]"
            found.setdefault(place, number)
        elif setting := _SETTING.match(line):
            key = _bare(setting[1])
            found.setdefault(f"{place}.{key}" if place else key, number)
        marks = _LONG.findall(line)
        inside = marks[-1] if len(marks) % 2 else ""
    return found


def _bare(key: str) -> str:
    return "".join(key.split())
