"""A file appears whole under its name, or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Self


class Placing:
    """Bytes written beside a file's future place, on the disk before they get its name.

    Used as a context: what was not placed at its end is removed.
    """

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        self._content = content
        self._beside: Path | None = None

    def __enter__(self) -> Self:
        """Write the bytes under another name.

        Raises:
            OSError: the folder cannot be written to, or is full.
        """
        handle, name = tempfile.mkstemp(prefix=f".{self._path.name}.",
                                        dir=self._path.parent)  # fmt: skip
        self._beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(self._content)
            file.flush()
            os.fsync(file.fileno())
        return self

    def place(self) -> None:
        """Give the bytes their name, and see that the folder knows it.

        Raises:
            FileExistsError: something has that name by now.
        """
        if self._beside is None:
            return
        os.link(self._beside, self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def __exit__(self, *_: object) -> None:
        """Remove what stands beside."""
        if self._beside is not None:
            with suppress(FileNotFoundError):
                self._beside.unlink()


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def holds(path: Path, digest: str) -> bool:
    """Return whether a file is there and holds just the bytes of a digest."""
    try:
        return digest_of(path.read_bytes()) == digest
    except OSError:
        return False
