"""Rows a second through the importers, against `csv.reader` alone on the same file."""

from __future__ import annotations

import argparse
import csv
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from collector_bot.files.entries import read_entries
from collector_bot.files.fec import read_fec


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entries.csv"
        for name, write in (("iso, point", _iso), ("french, comma", _french)):
            delimiter = write(path, rows)
            _report(
                f"entries ({name})",
                lambda: _entries(path),
                lambda d=delimiter: _bare(path, d),
                rows=rows,
            )
        path = Path(folder) / "000123455FEC20261231.txt"
        delimiter = _fec(path, rows)
        _report(
            "fec", lambda: _fec_lines(path), lambda: _bare(path, delimiter), rows=rows
        )


def _iso(path: Path, rows: int) -> str:
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as out:
        out.write("account,kind,piece,date,due_date,debit,credit,currency,label\n")
        for n in range(rows):
            day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            amount = f"{chance.randint(1, 99_999)}.{chance.randint(0, 99):02}"
            sides = f"{amount}," if n % 3 else f",{amount}"
            out.write(
                f"C{n % 20_000:05},,FA{n:07},{day},{day},{sides},EUR,Delivery {n}\n"
            )
    return ","


def _french(path: Path, rows: int) -> str:
    chance = random.Random(7)
    with path.open("w", encoding="utf-8-sig") as out:
        out.write("Compte;Pièce;Date;Échéance;Débit;Crédit;Libellé\r\n")
        for n in range(rows):
            day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2026"
            amount = f"{chance.randint(1, 99_999)},{chance.randint(0, 99):02}"
            sides = f"{amount};0,00" if n % 3 else f"0,00;{amount}"
            out.write(f"C{n % 20_000:05};FA{n:07};{day};;{sides};Règlement {n}\r\n")
    return ";"


def _entries(path: Path) -> int:
    return sum(
        len(item)
        for item in read_entries(path, default_currency="EUR")
        if isinstance(item, list)
    )


def _bare(path: Path, delimiter: str) -> int:
    with path.open(encoding="iso8859-15", newline="") as handle:
        rows: Iterator[list[str]] = csv.reader(handle, delimiter=delimiter)
        return sum(1 for _ in rows)


def _report(
    name: str, read: Callable[[], int], bare: Callable[[], int], *, rows: int
) -> None:
    start = time.monotonic()
    count = read()
    ours = time.monotonic() - start
    start = time.monotonic()
    bare()
    alone = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name}: {rows:,} rows ({count:,} kept) in {ours:.2f} s, {ours / rows * 1e6:.2f}"
        f" us a row, {rows / ours:,.0f} rows/s, {ours / alone:.1f} x csv.reader,"
        f" peak {peak} MiB"
    )


def _fec(path: Path, rows: int) -> str:
    chance = random.Random(7)
    with path.open("w", encoding="iso8859-15") as out:
        out.write(
            "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib"
            "\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit"
            "\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n"
        )
        for n in range(rows // 3):
            day = f"2026{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
            net, vat = chance.randint(1, 9_999_999), chance.randint(1, 999_999)
            sides = (
                (
                    "411000\tClients",
                    f"C{n % 20_000:05}\tClient {n % 20_000}",
                    net + vat,
                    0,
                ),
                ("707000\tVentes", "\t", 0, net),
                ("445710\tTVA collectée", "\t", 0, vat),
            )
            for account, aux, debit, credit in sides:
                out.write(
                    f"VE\tVentes\t{n}\t{day}\t{account}\t{aux}\tFA{n:07}\t{day}"
                    f"\tFacture {n}\t{debit // 100},{debit % 100:02}"
                    f"\t{credit // 100},{credit % 100:02}\t\t\t{day}\t\t\r\n"
                )
    return "\t"


def _fec_lines(path: Path) -> int:
    return sum(len(item) for item in read_fec(path) if isinstance(item, list))


if __name__ == "__main__":
    main()
