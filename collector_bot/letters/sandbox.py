"""Where templates run: sources read once, no calls, no file, no attribute but ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from collector_bot.core.errors import TemplateError
from collector_bot.letters.checks import LETTER_NAMES, PARTS, REPLY_NAMES, Source
from collector_bot.letters.filters import FILTERS, MONTHS

# A French template is typed with plain spaces; these become the ones that do not
# break. Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
_FRENCH: Final = (
    (re.compile(r" (?=[;!?](?:\s|<|$))", re.MULTILINE), "\u202f"),
    (re.compile(r" (?=[:»€](?:\W|$))|(?<=«) ", re.MULTILINE), "\u00a0"),
    (re.compile(r"(?<=\b[nN]°) (?=\S)"), "\u00a0"),
)
_CORRECT: Final = "Correct the line", "Corrigez la ligne"
_BY_PATH: Final = (
    "Write its path under the folder of templates",
    "Écrivez son chemin sous le dossier des modèles",
)
_ASK_FIRST: Final = (
    "Ask with “if” first whether it is there, and use the filter it needs",
    "Demandez d’abord avec « if » s’il y en a un, et servez-vous du filtre qu’il faut",
)
_MONTHS_FR: Final = "|".join(MONTHS["fr"])
_DATE: Final = re.compile(rf"\b(\d\d?(?:er)?) ({_MONTHS_FR}) (?=\d{{4}}\b)")
_ARTICLE: Final = re.compile(
    r"(?<=\b[LD]\.) (?=\d)|(?<=\barticle) (?=[LD\d])|(?<=\barticles) (?=[LD\d])"
)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, without calls and with our fields as the only attributes."""

    def __init__(self, sources: dict[str, Source]) -> None:
        super().__init__(
            loader=_Loader(sources),
            autoescape=_is_html,
            undefined=StrictUndefined,
            finalize=_printable,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.filters = dict(FILTERS)
        self.globals = {}
        self.tests = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002
        """Whether `attr` is a field of a letter's item or of the company."""
        return attr in PARTS.get(type(obj), ())

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002
        """Never."""
        return False


class _Loader(BaseLoader):
    """Hands out the sources read at start: no file is opened for a letter."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self._sources = sources

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        del environment
        if template not in self._sources:
            raise TemplateNotFound(template)
        return self._sources[template].text, template, lambda: True


def read_sources(folder: Path) -> dict[str, Source]:
    """Return every template under `folder` by its path, French typography applied."""
    sources = {}
    for file in sorted(folder.rglob("*.j2")):
        path = file.relative_to(folder).as_posix()
        text = _ARTICLE.sub("\u00a0", file.read_text("utf-8"))
        if file.name.startswith("fr."):
            for pattern, space in _FRENCH:
                text = pattern.sub(space, text)
            text = _DATE.sub("\\1\u00a0\\2\u00a0", text)
        names = {"replies": REPLY_NAMES, "parts": LETTER_NAMES | REPLY_NAMES}
        allowed = names.get(path.partition("/")[0], LETTER_NAMES)
        sources[path] = Source(path, text, allowed)
    return sources


@contextmanager
def placed(path: str) -> Iterator[None]:
    """Turn what goes wrong inside into a refusal that names template and line.

    Raises:
        TemplateError: `path`, or a template it uses, failed.
    """
    try:
        yield
    except TemplateSyntaxError as error:
        words = str(error.message).rstrip(".")
        what = words, f"la syntaxe est fausse ({words})"
        raise TemplateError(
            what, file=error.name or path, line=error.lineno, hint=_CORRECT
        ) from error
    except TemplateNotFound as error:
        file, line = _place(error.__traceback__, path)
        what = (
            f"the template “{error.name}” does not exist",
            f"le modèle « {error.name} » n’existe pas",
        )
        raise TemplateError(what, file=file, line=line, hint=_BY_PATH) from error
    except (JinjaError, AttributeError, TypeError, ValueError) as error:
        file, line = _place(error.__traceback__, path)
        words = str(error).rstrip(".")
        what = words, f"le modèle échoue ({words})"
        raise TemplateError(what, file=file, line=line, hint=_ASK_FIRST) from error


def _place(trace: TracebackType | None, path: str) -> tuple[str, int | None]:
    """Return the innermost template and line of `trace`."""
    found: tuple[str, int | None] = (path, None)
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _is_html(name: str | None) -> bool:
    return name is not None and name.endswith(".html.j2")


def _printable(value: object) -> object:
    """Let text and counts through; a date or an amount was meant to be written."""
    if isinstance(value, str | int | Undefined):
        return value
    msg = f"a {type(value).__name__} is printed without a filter such as money or day"
    raise JinjaError(msg)
