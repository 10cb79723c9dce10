"""HTML of a mail as lines of text, its data tables apart, hidden text dropped."""

from __future__ import annotations

import re
from typing import Any

from collector_bot.core.reading.findings import Sheet
from collector_bot.core.reading.text import normalise, squeezed

HTML_MAX = 2_000_000
_NODES_MAX = 60_000
_ROWS_MAX = 2_000
_CELLS_MAX = 60
_TABLES_MAX = 40
_DROPPED = {"script", "style", "head", "title", "template", "noscript", "object"}
_BLOCKS = set(
    "p div tr table ul ol li h1 h2 h3 h4 h5 h6 section article header footer hr pre "
    "blockquote address center body form dl dt dd tbody thead".split()
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])|max-height\s*:\s*0(?![.\d])"
)
_INDENT_ONLY = re.compile(r"border\s*:\s*none|border-left\s*:\s*none")
_QUOTE_CLASS = re.compile(r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite)")
MARK = "\ue000"
MARKS = re.compile(f"{MARK}(\\d+){MARK}")


def rendered(html: str) -> tuple[str, tuple[Sheet, ...]]:
    """Return the visible text and the data tables of an HTML body.

    Quoted blocks come out with `> ` before each line. A data table (rows of short
    cells, no table inside) is left out of the text; a mark stands in its place, see
    `tables_in`. At most 2 MB and 60 000 nodes are looked at.
    """
    from lxml import html as parser

    source = html[:HTML_MAX].replace("\x00", "")
    source = re.sub(r"<\?xml[^>]*>", "", source)
    try:
        tree = parser.document_fromstring(source)
    except Exception:  # noqa: BLE001 - whatever libxml2 says, there is no text
        return "", ()
    writer = _Writer()
    writer.walk(tree)
    text = normalise("".join(writer.parts))
    text = re.sub(r"(?m)^ +(?=\S)|[ ]+$", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n"), tuple(writer.tables)


def tables_in(text: str, tables: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the tables whose marks stand in `text`."""
    numbers = [int(number) for number in MARKS.findall(text)]
    return tuple(tables[number] for number in numbers if number < len(tables))


def without_marks(text: str) -> str:
    """Return `text` without the marks of tables."""
    return MARKS.sub("", text)


class _Writer:
    """Walks a tree without recursion and writes lines."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.tables: list[Sheet] = []
        self._depth = 0

    def walk(self, tree: Any) -> None:
        stack: list[tuple[Any, str]] = [(tree, "open")]
        seen = 0
        while stack:
            node, step = stack.pop()
            if step == "text":
                self._text(node)
                continue
            if step == "close":
                self._close(node)
                continue
            seen += 1
            if seen > _NODES_MAX:
                break
            if not isinstance(node.tag, str):
                continue
            inside = self._open(node)
            if inside:
                stack.append((node, "close"))
                for child in reversed(node):
                    stack.append((child.tail or "", "text"))
                    stack.append((child, "open"))
                stack.append((node.text or "", "text"))

    def _open(self, node: Any) -> bool:
        tag = node.tag.lower()
        if tag in _DROPPED or _hidden(node):
            return False
        if tag == "br":
            self._line()
            return False
        if tag == "table" and len(self.tables) < _TABLES_MAX:
            sheet = _data_table(node)
            if sheet is not None:
                self._line()
                self.parts.append(f"{MARK}{len(self.tables)}{MARK}")
                self.tables.append(sheet)
                self._line()
                return False
        if tag in _BLOCKS:
            self._line()
        if tag == "hr":
            self.parts.append("________________________________")
        if tag in {"td", "th"}:
            self.parts.append("  ")
        if tag == "li":
            self.parts.append("- ")
        if tag == "blockquote" and _quoted(node):
            self._depth += 1
            self._line()
        return True

    def _close(self, node: Any) -> None:
        tag = node.tag.lower()
        if tag == "blockquote" and _quoted(node):
            self._depth -= 1
        if tag in _BLOCKS:
            self._line()
        if tag in {"p", "h1", "h2", "h3"}:
            self._line()

    def _text(self, text: str) -> None:
        flat = re.sub(r"[ \t\r\n\f]+", " ", text)
        if flat == " " and self.parts and self.parts[-1].endswith((" ", "\n", "> ")):
            return
        if flat:
            self.parts.append(flat)

    def _line(self) -> None:
        self.parts.append("\n" + "> " * min(self._depth, 4))


def _hidden(node: Any) -> bool:
    if node.get("hidden") is not None:
        return True
    style = node.get("style")
    return bool(style and _HIDDEN.search(style.lower()))


def _quoted(node: Any) -> bool:
    if node.get("type") == "cite" or _QUOTE_CLASS.search(node.get("class") or ""):
        return True
    return not _INDENT_ONLY.search((node.get("style") or "").lower())


def _data_table(node: Any) -> Sheet | None:
    if node.find(".//table") is not None or node.find(".//blockquote") is not None:
        return None
    rows = []
    for row in node.iter("tr"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in {"td", "th"} and not _hidden(cell):
                cells.append(_cell(cell))
                width = cell.get("colspan") or "1"
                span = int(width) if width.isdigit() and len(width) < 3 else 1  # noqa: PLR2004
                cells += [""] * (span - 1)
        if any(cells):
            rows.append(tuple(cells[:_CELLS_MAX]))
        if len(rows) >= _ROWS_MAX:
            break
    filled = [sum(1 for cell in row if cell) for row in rows]
    wide = sum(1 for count in filled if count > 1)
    longest = max((len(cell) for row in rows for cell in row), default=0)
    if wide >= 1 and wide * 2 >= len(rows) and longest <= 160:  # noqa: PLR2004
        return Sheet("", tuple(rows))
    return None


def _cell(cell: Any) -> str:
    texts = (text for text in cell.itertext() if isinstance(text, str))
    return squeezed(normalise(" ".join(texts)[:2000]))


_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;]+)")
_PLAIN_COLOURS = {
    "black",
    "#000000",
    "#000",
    "windowtext",
    "inherit",
    "auto",
    "#333333",
}
_LEAVES = "p div li td"


def coloured_answers(html: str) -> tuple[tuple[str, str], ...]:
    """Return (line, answer) for lines that hold words of another colour.

    People answer a quoted letter in its own lines, in colour, and say so above.
    At most 200 pairs, in the order of the mail.
    """
    from lxml import html as parser

    try:
        tree = parser.document_fromstring(html[:HTML_MAX].replace("\x00", ""))
    except Exception:  # noqa: BLE001 - whatever libxml2 says, there is no text
        return ()
    found: list[tuple[str, str]] = []
    for leaf in tree.iter(*_LEAVES.split()):
        if leaf.find(".//p") is not None or leaf.find(".//div") is not None:
            continue
        spans = [node for node in leaf.iter("span", "font") if _coloured(node)]
        answer = squeezed(normalise(" ".join(_cell(node) for node in spans)))
        whole = _cell(leaf)
        line = squeezed(whole.replace(answer, " ")) if answer else ""
        if answer and line:
            found.append((line, answer))
    return tuple(found[:200])


def _coloured(node: Any) -> bool:
    match = _COLOUR.search((node.get("style") or "").lower())
    colour = match.group(1).strip() if match else (node.get("color") or "").lower()
    return bool(colour) and colour not in _PLAIN_COLOURS
