"""A certificate authority for one test run."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pair:
    certificate: Path
    key: Path


@dataclass(frozen=True)
class Certificates:
    """What one run trusts and shows.

    Attributes:
        authority: what a client must trust.
        stranger: another authority, which signed nothing here.
        server: signed, for localhost and 127.0.0.1.
        other_name: signed, but for another host.
    """

    authority: Path
    stranger: Path
    server: Pair
    other_name: Pair


def make_certificates(openssl: str, folder: Path) -> Certificates:
    """Make everything with OpenSSL, valid for two days."""
    authority = _authority(openssl, folder, "authority")
    stranger = _authority(openssl, folder, "stranger")
    names = "DNS:localhost,IP:127.0.0.1"
    return Certificates(
        authority=authority.certificate,
        stranger=stranger.certificate,
        server=_signed(openssl, authority, folder / "server", names=names),
        other_name=_signed(
            openssl, authority, folder / "other", names="DNS:elsewhere.example"
        ),
    )


NEW = "req -x509 -newkey rsa:2048 -nodes -days 2".split()


def _authority(openssl: str, folder: Path, name: str) -> Pair:
    pair = Pair(folder / f"{name}.pem", folder / f"{name}.key")
    use = ["-subj", f"/CN={name}", "-addext", "keyUsage=critical,keyCertSign"]
    _run([openssl, *NEW, *use, *_files(pair)])
    return pair


def _signed(openssl: str, authority: Pair, stem: Path, *, names: str) -> Pair:
    pair = Pair(stem.with_suffix(".pem"), stem.with_suffix(".key"))
    use = ["-subj", f"/CN={stem.name}", "-addext", f"subjectAltName={names}"]
    leaf = ["-addext", "basicConstraints=critical,CA:FALSE"]
    by = ["-CA", str(authority.certificate), "-CAkey", str(authority.key)]
    _run([openssl, *NEW, *use, *leaf, *by, *_files(pair)])
    return pair


def _files(pair: Pair) -> list[str]:
    return ["-keyout", str(pair.key), "-out", str(pair.certificate)]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)
