"""Decide in which encoding a file's bytes are text, and refuse what is none."""

from __future__ import annotations

import codecs
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.core.system_words import system_words

# Every stretch of this many bytes holds a line end, or the file is no table: this
# bounds what one line costs in memory.
BLOCK_BYTES = 16_384
_HEAD_BYTES = 4_096
_NUL_SHARE = 0.3
# One broken sequence among ten good ones is damage; more is another encoding.
_GOOD_PER_BROKEN = 10

_C1_CONTROLS = bytes(range(0x80, 0xA0))
_NO_CP1252 = b"\x81\x8d\x8f\x90\x9d"
_REPLACEMENT = "\ufffd".encode()
_AS_CSV = ("Save it as CSV first", "Enregistrez-le d’abord en CSV")
_AS_UTF8 = ("Save it as UTF-8", "Enregistrez-le en UTF-8")
_MAGIC = {
    b"PK\x03\x04": (
        ("a spreadsheet or archive", "un classeur ou une archive"),
        _AS_CSV,
    ),
    b"\xd0\xcf\x11\xe0": (
        ("an old Excel file", "un ancien fichier Excel"),
        _AS_CSV,
    ),
    b"%PDF": (
        ("a PDF", "un PDF"),
        ("Export it as CSV instead", "Exportez-le plutôt en CSV"),
    ),
    b"\x1f\x8b": (
        ("compressed", "compressé"),
        ("Unpack it first", "Décompressez-le d’abord"),
    ),
    codecs.BOM_UTF32_LE: (("UTF-32 text", "du texte UTF-32"), _AS_UTF8),
    codecs.BOM_UTF32_BE: (("UTF-32 text", "du texte UTF-32"), _AS_UTF8),
}
_NO_FILE = (
    "this is no file but a pipe or a device; write it to a file first",
    "ce n’est pas un fichier mais un tube ou un périphérique ; écrivez-le d’abord dans"
    " un fichier",
)
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True, slots=True)
class TextFile:
    """How to open a file as text: Python's name of the encoding, size in bytes.

    `notes` says what could not be read as text; those bytes become U+FFFD.
    """

    path: Path
    encoding: str
    size: int
    notes: tuple[InputFileNote, ...] = ()


def inspect_text(path: Path, *, long_lines: bool = False) -> TextFile:
    """Read all of `path` once, in small blocks, and decide how it is text.

    A byte order mark decides; then zero bytes (UTF-16); then UTF-8 when it fits.
    The rest is ISO 8859-15, the encoding French law names, unless bytes 80 to 9F
    occur, which only Windows-1252 prints.

    Args:
        path: the file.
        long_lines: it need not have line ends: it is no table.

    Raises:
        InputFileError: the file cannot be opened, is empty, is another format by its
            first bytes, holds zero bytes, or has a line of more than 32 KiB unless
            `long_lines`.

    Source:
        Art. A47 A-1 LPF (ISO 8859-15); RFC 3629 (UTF-8).
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise InputFileError(_NO_FILE, file=path.name)
        with path.open("rb") as handle:
            return _inspect(path, handle, long_lines=long_lines)
    except OSError as error:
        raise unopened(path, error) from error


def unopened(path: Path, error: OSError) -> InputFileError:
    """Return the refusal of a file the system does not open."""
    return InputFileError(system_words(error), file=path.name or str(path))


def _inspect(path: Path, handle: BinaryIO, *, long_lines: bool) -> TextFile:
    """Decide on an open file."""
    head = handle.read(_HEAD_BYTES)
    if not head.strip():
        empty = ("the file is empty", "le fichier est vide")
        raise InputFileError(empty, file=path.name)
    for magic, (what, hint) in _MAGIC.items():
        if head.startswith(magic):
            said = (
                f"the file is {what[0]}, not a text table",
                f"le fichier est {what[1]}, pas un tableau en texte",
            )
            raise InputFileError(said, file=path.name, hint=hint)
    encoding = next((n for bom, n in _BOMS.items() if head.startswith(bom)), "")
    encoding = encoding or _utf16_without_mark(head)
    handle.seek(0)
    scan = _Scan(path.name, encoding, long_lines=long_lines)
    while block := handle.read(BLOCK_BYTES):
        scan.feed(block)
    scan.close()
    return TextFile(path, scan.encoding, scan.size, scan.notes)


def _utf16_without_mark(head: bytes) -> str:
    """Return the UTF-16 variant that zero bytes betray, or nothing."""
    half = len(head) // 2
    if half and head[1::2].count(0) > half * _NUL_SHARE and not head[::2].count(0):
        return "utf-16-le"
    if half and head[::2].count(0) > half * _NUL_SHARE and not head[1::2].count(0):
        return "utf-16-be"
    return ""


@dataclass(slots=True)
class _Scan:
    """What is known of a file after some of its blocks."""

    file: str
    declared: str
    long_lines: bool = False
    size: int = 0
    lines: int = 0
    good: int = 0
    broken: int = 0
    broken_line: int = 0
    high: set[int] = field(default_factory=set)
    decoder: codecs.IncrementalDecoder = field(init=False)

    def __post_init__(self) -> None:
        name = self.declared or "utf-8"
        self.decoder = codecs.getincrementaldecoder(name)(errors="replace")

    def feed(self, block: bytes) -> None:
        """Take one block in."""
        endless = b"\n" not in block and b"\r" not in block
        if endless and len(block) == BLOCK_BYTES and not self.long_lines:
            long = (
                "a line is longer than any table has",
                "une ligne est plus longue que dans aucun tableau",
            )
            raise InputFileError(long, file=self.file, line=self.lines + 1)
        wide = self.declared.startswith("utf-16")
        if not wide and b"\0" in block:
            zero = (
                "zero bytes occur, so this is no text",
                "on y trouve des octets nuls, ce n’est donc pas du texte",
            )
            raise InputFileError(zero, file=self.file, line=self.lines + 1)
        self.size += len(block)
        if wide or not block.isascii():
            self._decode(block)
        self.lines += block.count(b"\n")

    def close(self) -> None:
        """Take the end of the file in: a character may be cut off there."""
        self._count(self.decoder.decode(b"", final=True))

    def _decode(self, block: bytes) -> None:
        self._count(self.decoder.decode(block), told=block.count(_REPLACEMENT))
        if not self.declared:
            self.high.update(block.translate(None, bytes(range(128))))

    def _count(self, text: str, *, told: int = 0) -> None:
        """Count what is text; `told` replacement characters are the file's own."""
        broken = max(text.count("\ufffd") - told, 0)
        self.good += len(text) - len(text.encode("ascii", "ignore")) - broken
        if broken and not self.broken:
            before = text.partition("\ufffd")[0]
            self.broken_line = self.lines + 1 + before.count("\n")
        self.broken += broken

    @property
    def encoding(self) -> str:
        """Python's name of the encoding decided on."""
        if self.declared or self.good >= self.broken * _GOOD_PER_BROKEN:
            return self.declared or "utf-8"
        return "cp1252" if self.high & set(_C1_CONTROLS) else "iso8859-15"

    @property
    def notes(self) -> tuple[InputFileNote, ...]:
        """Whether some bytes mean nothing in that encoding."""
        encoding, line = self.encoding, None
        if encoding.startswith("utf"):
            known, line = not self.broken, self.broken_line
        else:
            known = encoding != "cp1252" or not self.high & set(_NO_CP1252)
        if known:
            return ()
        what = (
            f"some bytes are no text in {encoding} and are shown as \ufffd",
            f"certains octets ne sont pas du texte en {encoding} et paraissent \ufffd",
        )
        return (InputFileNote(what, file=self.file, line=line),)
