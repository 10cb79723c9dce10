"""What a key of the configuration is, and what it should be, in both languages."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from collector_bot.core.wording import Both

_FOUND_MAX = 40
_TEXT: Both = ("a text in quotes", "un texte entre guillemets")
_OF_KIND: Mapping[type, Both] = {
    str: ("a text", "un texte"),
    list: ("a list", "une liste"),
    dict: ("a section", "une section"),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """Marks a kind of text whose form is checked: what it looks like."""

    both: Both


def expected_of(field: FieldInfo, *, element: bool = False) -> Both:
    """Return what a key may be; of a list, what one of its elements may be."""
    for mark in field.metadata:
        if isinstance(mark, Expected):
            return mark.both
    kind = _required(field.annotation)
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        return (
            "one of " + ", ".join(f"“{one}”" for one in choices),
            "l’un de " + ", ".join(f"« {one} »" for one in choices),
        )
    if get_origin(kind) is tuple:
        return _of_list(get_args(kind)[0], element=element)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "a section with its keys", "une section avec ses clés"
    return _of_value(kind, field)


def _of_list(kind: Any, *, element: bool) -> Both:
    if kind is str:
        of_texts = "a list of texts in quotes", "une liste de textes entre guillemets"
        return _TEXT if element else of_texts
    return "at least one such section", "au moins une telle section"


def _of_value(kind: Any, field: FieldInfo) -> Both:
    if kind is bool:
        return "true or false, without quotes", "true ou false, sans guillemets"
    if kind in {int, float}:
        low, high = _bound(field, "ge"), _bound(field, "le")
        number = (
            ("a whole number", "un nombre entier")
            if kind is int
            else ("a number", "un nombre")
        )
        return f"{number[0]} from {low} to {high}", f"{number[1]} de {low} à {high}"
    if _bound(field, "min_length"):
        return (
            "a text in quotes that is not empty",
            "un texte entre guillemets, non vide",
        )
    return _TEXT


def found_of(value: object, field: FieldInfo) -> Both | None:
    """Return what stands there; free text by its kind alone, a secret not at all."""
    kind = _required(field.annotation)
    if kind is SecretStr:
        return None
    if isinstance(value, bool):
        return ("true", "true") if value else ("false", "false")
    if isinstance(value, int | float):
        return str(value), str(value)
    if value == "":
        return "an empty text", "un texte vide"
    closed = get_origin(kind) is Literal or expected_of(field) != _TEXT
    if isinstance(value, str) and closed and kind in {str, *_literals(kind)}:
        shown = value[:_FOUND_MAX]
        return f"“{shown}”", f"« {shown} »"
    return _OF_KIND.get(type(value))


def _literals(kind: Any) -> tuple[Any, ...]:
    return (kind,) if get_origin(kind) is Literal else ()


def _bound(field: FieldInfo, name: str) -> Any:
    return next(
        (
            value
            for mark in field.metadata
            if (value := getattr(mark, name, None)) is not None
        ),
        None,
    )


def _required(annotation: Any) -> Any:
    """Return a kind without its "or nothing"."""
    if get_origin(annotation) in {Union, types.UnionType}:
        return next(one for one in get_args(annotation) if one is not types.NoneType)
    return annotation


def section_at(model: type[BaseModel], place: Sequence[str | int]) -> type[BaseModel]:
    """Return the section a place of the configuration lies in."""
    for part in place:
        if isinstance(part, str):
            model = _section_in(model.model_fields[part].annotation)
    return model


def _section_in(annotation: Any) -> type[BaseModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (
        one for one in get_args(annotation) if one not in {Ellipsis, types.NoneType}
    )
    return _section_in(next(inner))
