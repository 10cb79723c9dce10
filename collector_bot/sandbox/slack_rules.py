"""Small rules that say what is wrong with a piece of Block Kit, and where."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Complaint = str
Rule = Callable[[Any, str], Iterator[Complaint]]


def complaint(words: str, pointer: str) -> Complaint:
    """One complaint as Slack words it, ending in the pointer to its place."""
    return f"{words} [json-pointer:{pointer}]"


def string(longest: int, *, shortest: int = 1) -> Rule:
    """A string of `shortest` to `longest` characters."""

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, str):
            yield complaint("must provide a string", pointer)
        elif len(value) < shortest:
            words = f"must be more than {shortest - 1} characters"
            yield complaint(words, pointer)
        elif len(value) > longest:
            yield complaint(f"must be less than {longest + 1} characters", pointer)

    return check


def address(longest: int) -> Rule:
    """A web address: http, https or mailto."""
    length = string(longest)

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        yield from length(value, pointer)
        schemes = ("http://", "https://", "mailto:")
        if isinstance(value, str) and not value.startswith(schemes):
            yield complaint("must be a valid URL", pointer)

    return check


def flag(value: Any, pointer: str) -> Iterator[Complaint]:
    """A boolean."""
    if not isinstance(value, bool):
        yield complaint("must provide a boolean", pointer)


def whole(least: int, most: int) -> Rule:
    """A whole number between `least` and `most`, both allowed."""

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield complaint("must provide an integer", pointer)
        elif not least <= value <= most:
            words = f"must be between {least} and {most}"
            yield complaint(words, pointer)

    return check


def one_of(*allowed: str) -> Rule:
    """One of a few words."""

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        if value not in allowed:
            words = "value must be one of: " + ", ".join(allowed)
            yield complaint(words, pointer)

    return check


def items(rule: Rule, *, most: int, least: int = 1) -> Rule:
    """A list of `least` to `most` items, each kept to `rule`."""

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, list):
            yield complaint("must provide an array", pointer)
            return
        if len(value) < least:
            yield complaint(f"no fewer than {least} items allowed", pointer)
        if len(value) > most:
            yield complaint(f"no more than {most} items allowed", pointer)
        for place, item in enumerate(value):
            yield from rule(item, f"{pointer}/{place}")

    return check


def anything(value: Any, pointer: str) -> Iterator[Complaint]:  # noqa: ARG001 - a Rule
    """Whatever is given; nothing to say."""
    yield from ()


def record(
    *, required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None
) -> Rule:
    """An object with these fields and no others."""
    known = {**required, **(optional or {})}

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, dict):
            yield complaint("must provide an object", pointer)
            return
        for name in required:
            if value.get(name) is None:
                yield complaint(f"missing required field: {name}", pointer)
        for name, inner in value.items():
            if name not in known:
                yield complaint(f"invalid additional property: {name}", pointer)
            elif inner is not None:
                yield from known[name](inner, f"{pointer}/{name}")

    return check


def by_type(kinds: Mapping[str, Rule]) -> Rule:
    """An object whose `type` chooses the rule it is kept to."""

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        if not isinstance(value, dict):
            yield complaint("must provide an object", pointer)
            return
        kind = value.get("type")
        if not isinstance(kind, str):
            yield complaint("missing required field: type", pointer)
        elif kind not in kinds:
            yield complaint(f"unsupported type: {kind}", f"{pointer}/type")
        else:
            yield from kinds[kind](value, pointer)

    return check


def every(*rules: Rule) -> Rule:
    """The rules one after the other, up to the first that complains."""

    def check(value: Any, pointer: str) -> Iterator[Complaint]:
        for rule in rules:
            complaints = list(rule(value, pointer))
            if complaints:
                yield from complaints
                return

    return check


def pick(kinds: Mapping[str, Rule], names: Sequence[str]) -> Rule:
    """The part of a catalogue that a place allows."""
    return by_type({name: kinds[name] for name in names})
