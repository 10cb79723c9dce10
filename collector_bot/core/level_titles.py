"""What the levels of the usual ladder are called in French and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# English, French. The keys are the names of the levels Collector comes with.
_TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "courtesy": ("courtesy note", "note de courtoisie"),
    "reminder-1": ("first reminder", "1re relance"),
    "reminder-2": ("second reminder", "2e relance"),
    "firm": ("firm reminder", "relance ferme"),
    "formal-notice": ("formal notice", "mise en demeure"),
}


def level_title(
    name: str, language: str, *, title: str = "", title_en: str = ""
) -> str:
    """Return what people call a level in `language` ("fr", else English).

    A title of the company's own comes first; a level of the usual ladder has one by
    its name; any other goes by the title in the other language, or by its name.

    Args:
        title: the company's French title, "" for none; `title_en` its English one.

    Example:
        >>> level_title("firm", "fr"), level_title("firm", "en")
        ('relance ferme', 'firm reminder')
        >>> level_title("last-call", "en", title="dernier appel")
        'dernier appel'
    """
    english, french = _TITLES.get(name, ("", ""))
    if language == "fr":
        return title or french or title_en or name
    return title_en or english or title or name
