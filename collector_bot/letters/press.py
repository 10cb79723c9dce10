"""The press: every template checked and compiled once, then letters out of facts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from textwrap import wrap
from typing import Any, Final, get_args

from collector_bot.core.errors import TemplateError
from collector_bot.letters.checks import Source, check
from collector_bot.letters.facts import (
    Language,
    Letter,
    LetterFacts,
    ReplyFacts,
    clean,
    names_in,
)
from collector_bot.letters.filters import COLUMNS
from collector_bot.letters.samples import REFERENCE, sample_letters, sample_replies
from collector_bot.letters.sandbox import Sandbox, placed, read_sources

SUBJECT_MAX = 200
REFERENCE_MAX = 60
_ENCODED: Final = re.compile(r"=\?+")
_RE: Final = "Re: "
# Signs of an answer in French, English, German, Dutch and Scandinavian programs.
_ANSWERED: Final = re.compile(
    r"^(?:(?:re|ré|rép|aw|antw|sv)(?:\[\d{1,3}\])?\s?:\s*)+", re.IGNORECASE
)
_MISSING: Final = "the file is missing", "ce fichier manque"
_SIX_FILES: Final = (
    "A letter has .subject.j2, .txt.j2 and .html.j2 in fr and en",
    "Une lettre a .subject.j2, .txt.j2 et .html.j2, en fr et en",
)
_SHAPES: Final = ("subject", "txt", "html")
_KINDS: Final = ("dunning", "replies", "statements")
_LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


class Letters:
    """Every letter the company can send, from one folder of templates.

    Args:
        folder: holds dunning/, replies/ and statements/; in each, one folder per
            letter with `fr` and `en` as .subject.j2, .txt.j2 and .html.j2; what
            several letters share lies in parts/.

    Raises:
        TemplateError: a template is missing, does more than it may, or fails when
            it is rendered with sample facts; with its file and line.
    """

    def __init__(self, folder: Path) -> None:
        sources = read_sources(folder)
        self._names = {kind: _letter_names(sources, kind) for kind in _KINDS}
        sandbox = Sandbox(sources)
        self._compiled = {}
        for path, source in sources.items():
            with placed(path):
                check(source, sandbox)
        for path in sources:
            with placed(path):
                self._compiled[path] = sandbox.get_template(path)
        self._prove()

    @property
    def templates(self) -> tuple[str, ...]:
        """The names a dunning level can have as its template, in order."""
        return self._names["dunning"]

    def dunning(self, facts: LetterFacts) -> Letter:
        """Return the letter of one step.

        Raises:
            TemplateError: no such template, or it fails with these facts.
        """
        return self._letter("dunning", facts.template, facts)

    def statement(self, facts: LetterFacts) -> Letter:
        """Return a statement of account: "open_items".

        Raises:
            TemplateError: no such template, or it fails with these facts.
        """
        return self._letter("statements", facts.template, facts)

    def reply(self, name: str, facts: ReplyFacts, *, answering: str = "") -> Letter:
        """Return a short answer: "thanks", "promise_noted" or "ask_payment".

        Args:
            answering: the subject of the mail that is answered; the answer carries it,
                so that mail programs keep both in one conversation. "" for none.

        Raises:
            TemplateError: no such template, or it fails with these facts.
        """
        letter = self._letter("replies", name, facts)
        subject = _answer_to(answering)
        return replace(letter, subject=subject) if subject else letter

    def _letter(self, kind: str, name: str, facts: LetterFacts | ReplyFacts) -> Letter:
        if name not in self._names[kind]:
            known = ", ".join(self._names[kind])
            what = "there is no such letter", "cette lettre n’existe pas"
            hint = f"Known: {known}", f"Existent : {known}"
            raise TemplateError(what, file=f"{kind}/{clean(name)}", hint=hint)
        names = names_in(facts)
        stem = f"{kind}/{name}/{facts.language}"
        subject, text, html = (
            self._rendered(f"{stem}.{shape}.j2", names) for shape in _SHAPES
        )
        return Letter(_subject(subject, names["reference"]), _tidied(text), html)

    def _rendered(self, path: str, names: dict[str, Any]) -> str:
        with placed(path):
            return self._compiled[path].render(names)

    def _prove(self) -> None:
        """Render every letter with rich and with bare facts."""
        for language in _LANGUAGES:
            for kind in ("dunning", "statements"):
                for name in self._names[kind]:
                    for facts in sample_letters(language):
                        letter = self._letter(kind, name, replace(facts, template=name))
                        _prove_reference(letter, f"{kind}/{name}/{language}")
            for name in self._names["replies"]:
                for reply in sample_replies(language):
                    letter = self._letter("replies", name, reply)
                    _prove_reference(letter, f"replies/{name}/{language}")


def _letter_names(sources: dict[str, Source], kind: str) -> tuple[str, ...]:
    """Return the folders of `kind`, each with all its files.

    Raises:
        TemplateError: a file is missing.
    """
    folders = {path.split("/")[1] for path in sources if path.startswith(f"{kind}/")}
    for name in folders:
        for language in _LANGUAGES:
            for shape in _SHAPES:
                path = f"{kind}/{name}/{language}.{shape}.j2"
                if path not in sources:
                    raise TemplateError(_MISSING, file=path, hint=_SIX_FILES)
    return tuple(sorted(folders))


def _prove_reference(letter: Letter, stem: str) -> None:
    for shape, body in (("txt", letter.text), ("html", letter.html)):
        if REFERENCE not in body:
            raise TemplateError(
                (
                    "the letter does not show its reference",
                    "la lettre ne montre pas sa référence",
                ),
                file=f"{stem}.{shape}.j2",
                hint=(
                    "Write {{ reference }}, so that answers find their case",
                    "Écrivez {{ reference }} : les réponses retrouvent leur dossier",
                ),
            )


def _subject(text: str, reference: str) -> str:
    """Return one line that ends in the reference and cannot become a header.

    “=?” opens an encoded word, which some mail libraries decode into a line break
    followed by a header of the writer's choice.
    """
    ending = f" [{clean(reference, limit=REFERENCE_MAX)}]"
    head = clean(text.replace("\n", " "), limit=SUBJECT_MAX - len(ending))
    return _ENCODED.sub("=", head + ending)


def _answer_to(subject: str) -> str:
    """Return the subject of an answer, "" when the other mail had none.

    However often the conversation went to and fro, “Re:” stands once. The subject is
    a stranger's: it is cleaned like everything of theirs that is printed.
    """
    bare = _ENCODED.sub("=", clean(subject, limit=SUBJECT_MAX))
    bare = clean(_ANSWERED.sub("", bare), limit=SUBJECT_MAX - len(_RE))
    return _RE + bare if bare else ""


def _tidied(text: str) -> str:
    """Return plain text with lines of at most 76 columns and single empty lines."""
    lines: list[str] = []
    for line in text.strip("\n").split("\n"):
        kept = line.rstrip(" ")
        if len(kept) > COLUMNS:
            lines += _wrapped(kept)
        elif kept or (lines and lines[-1]):
            lines.append(kept)
    return "\n".join(lines) + "\n"


def _wrapped(line: str) -> list[str]:
    hang = "  " if line.startswith("- ") else ""
    return wrap(
        line,
        COLUMNS,
        subsequent_indent=hang,
        break_long_words=True,
        break_on_hyphens=False,
    )
