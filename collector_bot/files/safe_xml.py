"""XML from strangers: no entities, no network, no document type; whole or streamed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from collector_bot.files.table import Progress

CAMT_NAMES: Final = ("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn", "BkToCstmrAcctRpt")
TEXT_MAX = 300
_BLOCK = 1 << 16
_DOCTYPE = "a document type declaration"
_SAFE: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}


class UnsafeXmlError(ValueError):
    """There is a document type declaration, which no statement needs."""


class BrokenXmlError(ValueError):
    """It is no XML, or it ends too early.

    Attributes:
        line: 1-based line, 0 when not known.
    """

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.line = line


def parse_safely(payload: bytes) -> Any:
    """Return the root of a small document.

    Raises:
        UnsafeXmlError: there is a document type declaration.
        SyntaxError: it is no XML, or larger than any is (lxml's limits).
    """
    from lxml import etree

    root: Any = etree.fromstring(payload, etree.XMLParser(**_SAFE))
    _refuse_doctype(root)
    return root


def stream_safely(
    path: Path, progress: Progress | None = None
) -> Iterator[tuple[str, Any]]:
    """Yield ("start" or "end", element) as a document of any size is read.

    Nothing is taken out of the tree that grows: `drop` does, element by element.

    Args:
        path: the file.
        progress: called with the bytes read since the last call.

    Raises:
        UnsafeXmlError: there is a document type declaration.
        BrokenXmlError: it is no XML or ends too early.
    """
    from lxml import etree

    parser: Any = etree.XMLPullParser(
        events=("start", "end"), remove_comments=True, remove_pis=True, **_SAFE
    )
    checked, first = False, b""
    try:
        with path.open("rb") as handle:
            while block := handle.read(_BLOCK):
                first = first or block
                parser.feed(block)
                for event, element in parser.read_events():
                    if not checked:
                        _refuse_doctype(element)
                        checked = True
                    yield event, element
                if progress is not None:
                    progress(len(block))
        parser.close()
        yield from parser.read_events()
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in first:  # entities may break it before its first element
            raise UnsafeXmlError(_DOCTYPE) from error
        raise BrokenXmlError(str(error.msg), error.lineno or 0) from error


def drop(element: Any) -> None:
    """Free what an element that is read holds, and what stood before it."""
    element.clear(keep_tail=False)
    above = element.getparent()
    if above is not None:
        while element.getprevious() is not None:
            del above[0]


def local(element: Any) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def under(node: Any, path: str) -> list[Any]:
    """Find by local names: `A/B`, or `.//B` at any depth."""
    deep = path.startswith(".//")
    nodes = [node]
    for name in path.removeprefix(".//").split("/"):
        nodes = [
            child
            for one in nodes
            for child in (one.iter(f"{{*}}{name}") if deep else one.iterchildren())
            if isinstance(child.tag, str) and local(child) == name
        ]
    return nodes


def text_at(node: Any, *paths: str) -> str:
    """Return the text of the first path that has one, on one line, cut at 300."""
    for path in paths:
        for found in under(node, path):
            text = " ".join((found.text or "").split())[:TEXT_MAX]
            if text:
                return text
    return ""


def _refuse_doctype(element: Any) -> None:
    if element.getroottree().docinfo.doctype:
        raise UnsafeXmlError(_DOCTYPE)
