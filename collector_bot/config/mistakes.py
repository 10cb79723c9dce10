"""The mistakes of a configuration file as sentences: what is there, what should be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from collector_bot.config.errors import ConfigError, line_of, refused
from collector_bot.config.expected import expected_of, found_of, section_at
from collector_bot.core.wording import Both, nearest

_EXPLAINED: Both = (
    "config.example.toml explains every key",
    "config.example.toml explique chaque clé",
)
_CUT: Both = (
    "the file ends before a text, a list or a table is closed",
    "le fichier finit avant la fin d’un texte, d’une liste ou d’une table",
)
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_SYNTAX: tuple[tuple[str, Both], ...] = (
    (
        r"Expected '=' after a key",
        (
            "a key is followed by = and its value",
            "une clé est suivie de = et de sa valeur",
        ),
    ),
    (
        r"Invalid value|Invalid date|Invalid hex|Unescaped|Illegal character",
        (
            "this is no value: texts stand in quotes, true and false in small letters",
            "ce n’est pas une valeur : les textes sont entre guillemets, true et false "
            "en minuscules",
        ),
    ),
    (
        r"Unterminated|Unclosed",
        (
            "a text, a list or a table is not closed",
            "un texte, une liste ou une table n’est pas fermé",
        ),
    ),
    (
        r"Cannot (?:overwrite|declare|mutate|define)|Duplicate",
        (
            "this key or section is there twice",
            "cette clé ou cette section y est deux fois",
        ),
    ),
    (
        r"Expected newline|Invalid statement|Invalid initial|Expected '\]",
        (
            "this is neither a key = value nor a [section]",
            "ce n’est ni une clé = valeur ni une [section]",
        ),
    ),
)


def broken(path: Path, problem: tomllib.TOMLDecodeError) -> ConfigError:
    """Return the refusal of a text that is no TOML, by line and column."""
    words = str(problem)
    both = next(
        (told for pattern, told in _SYNTAX if re.match(pattern, words)),
        ("this is not TOML", "ce n’est pas du TOML"),
    )
    at = _AT.search(words)
    if at is None:
        return refused(path, None, both)
    if at[1] is None:
        return refused(path, None, _CUT)
    return refused(path.with_name(f"{path.name}:{at[1]}"), int(at[2]), both)


def mistaken(
    path: Path,
    problem: ValidationError,
    *,
    model: type[BaseModel],
    raw: Mapping[str, Any],
    lines: Mapping[str, int],
) -> ConfigError:
    """Return the refusal of the first mistake; an unknown key goes before the rest.

    Args:
        path: the file.
        problem: what pydantic says.
        model: of the whole configuration.
        raw: the file as it is written, without any secret fetched.
        lines: where its keys stand.
    """
    told = problem.errors(include_url=False, include_input=False, include_context=False)
    first = min(told, key=lambda one: one["type"] != "extra_forbidden")
    place = first["loc"]
    if first["type"] == "extra_forbidden":
        both = _unknown(place, model)
    elif first["type"] == "missing":
        both = _missing(place, model)
    else:
        both = _wrong(place, model, raw)
    if len(told) > 1:
        rest = len(told) - 1
        both = (
            f"{both[0]} ({rest} more after it)",
            f"{both[1]} (et {rest} de plus ensuite)",
        )
    return refused(path, line_of(_shown(place), lines), both)


def _unknown(place: tuple[str | int, ...], model: type[BaseModel]) -> Both:
    name = str(place[-1])
    near = nearest(name, section_at(model, place[:-1]).model_fields)
    english = f"the key {_shown(place)} is unknown"
    french = f"la clé {_shown(place)} est inconnue"
    if near:
        english += f" (did you mean {near}?)"
        french += f" (vouliez-vous dire {near} ?)"
    return f"{english}; {_EXPLAINED[0]}", f"{french} ; {_EXPLAINED[1]}"


def _missing(place: tuple[str | int, ...], model: type[BaseModel]) -> Both:
    field = section_at(model, place[:-1]).model_fields[str(place[-1])]
    expected = expected_of(field)
    return (
        f"the key {_shown(place)} is required, {expected[0]}; {_EXPLAINED[0]}",
        f"la clé {_shown(place)} est obligatoire, {expected[1]} ; {_EXPLAINED[1]}",
    )


def _wrong(
    place: tuple[str | int, ...], model: type[BaseModel], raw: Mapping[str, Any]
) -> Both:
    """Return what is wrong with one value."""
    names = [number for number, one in enumerate(place) if isinstance(one, str)]
    last = names[-1]
    field = section_at(model, place[:last]).model_fields[str(place[last])]
    expected = expected_of(field, element=last < len(place) - 1)
    found = found_of(_value_at(raw, place), field)
    key = _shown(place)
    if found is None:
        return f"{key}: expected {expected[0]}", f"{key} : il faut {expected[1]}"
    return (
        f"{key} is {found[0]}; expected {expected[0]}",
        f"{key} vaut {found[1]} ; il faut {expected[1]}",
    )


def _value_at(raw: Any, place: tuple[str | int, ...]) -> Any:
    for part in place:
        try:
            raw = raw[part]
        except (LookupError, TypeError):
            return None
    return raw


def _shown(place: tuple[str | int, ...]) -> str:
    """Return a place as keys: sections are counted from 1."""
    shown = ""
    for part in place:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return shown.removeprefix(".")
