"""What a template is allowed to contain, read from its syntax tree before it is run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from jinja2 import Environment, nodes

from collector_bot.core.errors import TemplateError
from collector_bot.core.wording import Both
from collector_bot.letters.facts import Company, LetterFacts, LetterItem, ReplyFacts
from collector_bot.letters.filters import FILTERS

SHORT_CUTS: Final = frozenset({"count", "single", "signature"})
LETTER_NAMES: Final = (
    SHORT_CUTS
    | {"reminded", "fallen_due"}
    | {field.name for field in fields(LetterFacts)}
)
REPLY_NAMES: Final = SHORT_CUTS | {field.name for field in fields(ReplyFacts)}
PARTS: Final = {
    kind: frozenset(field.name for field in fields(kind))
    for kind in (LetterItem, Company)
}
_ATTRIBUTES: Final = frozenset().union(*PARTS.values())

# Text, names, conditions on whether something is there, loops over what was handed
# in, filters, and the ways of sharing text. Calculating, comparing, calling, setting
# and importing are not here: a rule belongs to the core.
_ALLOWED: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.If,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.For,
    nodes.Filter,
    nodes.Keyword,
    nodes.Block,
    nodes.Extends,
    nodes.Include,
)


_PATH_NAMED: Final = (
    (
        "another template is named by its path",
        "un autre modèle se nomme par son chemin",
    ),
    ("Write the path in quotes", "Écrivez le chemin entre guillemets"),
)
_ONE_NAME: Final = (
    ("a loop has one name", "une boucle a un seul nom"),
    ("Write “for item in items”", "Écrivez « for item in items »"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One template: its path under the folder, its text, the names it may use."""

    path: str
    text: str
    names: frozenset[str]


def check(source: Source, environment: Environment) -> None:
    """Refuse a template that does more than write what it was handed.

    Raises:
        TemplateError: its syntax is wrong, or it names, calls, calculates or
            compares something; the first place, by line.
    """
    tree = environment.parse(source.text, source.path, source.path)
    loops = {
        target.name
        for loop in tree.find_all(nodes.For)
        for target in (loop.target,)
        if isinstance(target, nodes.Name)
    }
    for node in _walk(tree):
        refusal = _refusal(node, source.names | loops)
        if refusal:
            what, hint = refusal
            raise TemplateError(what, file=source.path, line=node.lineno, hint=hint)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _refusal(node: nodes.Node, names: frozenset[str]) -> tuple[Both, Both] | None:
    """Return what is wrong with `node` and what to do, or None."""
    if not isinstance(node, _ALLOWED):
        kind = type(node).__name__.lower()
        return (
            (
                f"“{kind}” is not allowed in a letter",
                f"« {kind} » n’est pas permis dans une lettre",
            ),
            (
                "Write text, names and filters",
                "Écrivez du texte, des noms et des filtres",
            ),
        )
    if isinstance(node, nodes.Name) and node.name not in names:
        return _unknown_name(node.name), _choose(names)
    if isinstance(node, nodes.Getattr) and node.attr not in _ATTRIBUTES:
        return _unknown_name(f".{node.attr}"), _choose(_ATTRIBUTES)
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return (
            (
                f"the filter “{node.name}” is not allowed",
                f"le filtre « {node.name} » n’est pas permis",
            ),
            _choose(frozenset(FILTERS)),
        )
    if isinstance(node, nodes.Include | nodes.Extends) and not isinstance(
        node.template, nodes.Const
    ):
        return _PATH_NAMED
    if isinstance(node, nodes.For) and not isinstance(node.target, nodes.Name):
        return _ONE_NAME
    return None


def _unknown_name(name: str) -> Both:
    return f"the name “{name}” is unknown", f"le nom « {name} » est inconnu"


def _choose(names: frozenset[str]) -> Both:
    listed = ", ".join(sorted(names))
    return f"Use one of: {listed}", f"Choisissez parmi : {listed}"
