"""How French, German and British banks write a payment down, and what payers say."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from lettering_names import plain, written

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import OpenItem
from collector_bot.core.money import Money

MOTIFS = (
    "FACTURE {}",
    "FACT {}",
    "{}",
    "REGLEMENT {}",
    "RGT FACT {}",
    "VIR {}",
    "INV {}",
)


@dataclass
class Payer:
    """What the bank knows of who pays: `name` as registered, `iban` or ""."""

    name: str
    iban: str


def references(
    rng: random.Random, how: str, items: list[OpenItem]
) -> tuple[str, str, bool]:
    """Return what is said, the structured reference, and whether it tells all."""
    pieces = [item.piece for item in items]
    if how in {"none", "structured"} or not pieces:
        whole = how == "structured" and len(pieces) == 1
        return (
            "",
            structured(pieces[0]) if how == "structured" and pieces else "",
            whole,
        )
    if how == "order":
        return f"CDE {rng.randint(10_000, 99_999)}", "", False
    if how == "joined":
        return "FACT" + "".join(pieces), "", True
    if how == "range" and len(pieces) > 1:
        return f"FACT {pieces[0]} A {pieces[-1][-4:]}", "", True
    if how == "tail":
        return "FACT " + " ".join(piece[-4:] for piece in pieces), "", True
    whole = how != "half" or len(pieces) == 1
    if not whole:
        pieces = pieces[: (len(pieces) + 1) // 2]
    said = rng.choice(MOTIFS).format(
        rng.choice((" ", ", ", " + ", "/")).join(mangled(rng, how, pieces))
    )
    return said[:140], "", whole and len(said) <= 140


def mangled(rng: random.Random, how: str, pieces: list[str]) -> list[str]:
    """Return document numbers as hurried people and machines write them."""
    if how == "digits":
        return ["".join(char for char in piece if char.isdigit()) for piece in pieces]
    if how == "slip":
        swaps = str.maketrans({"0": rng.choice("O0"), "1": "I", "5": "S"})
        return [piece.translate(swaps) for piece in pieces]
    return [
        piece.replace("2026", "2025") if how == "year" else piece for piece in pieces
    ]


def structured(piece: str) -> str:
    """Return an ISO 11649 reference of a document number."""
    body = "".join(char for char in piece.upper() if char.isalnum())[:21]
    number = "".join(str(int(char, 36)) for char in body + "RF00")
    return f"RF{98 - int(number) % 97:02d}{body}"


def bank_line(
    rng: random.Random, payer: Payer, said: tuple[str, str], *, paid: tuple[int, date]
) -> tuple[BankLine, str, bool]:
    """Return a line as one of several banks writes it, its style, and whether it is cut."""
    name, _ = written(rng, payer.name)
    text, reference = said
    minor, day = paid
    style = rng.choices(
        ("camt", "cfonb", "bare", "german", "british"), (38, 26, 6, 15, 15)
    )[0]
    money = Money(minor, "EUR")
    own = f"V{rng.randint(100_000, 999_999)}" if rng.random() < 0.3 else "NOTPROVIDED"
    iban = payer.iban if style in {"camt", "german"} else ""
    end = own if own != "NOTPROVIDED" and style in {"camt", "german"} else ""
    if style == "camt":
        field, words = name, text
    elif style == "cfonb":
        name = plain(name)
        opening = rng.choice(
            ("VIR SEPA RECU DE {}", "VIREMENT DE {}", "VIR RECU /ORDP/{}/")
        )
        field, words = (
            "",
            opening.format(name) + ("\n" + "MOTIF " + text if text else ""),
        )
        words += f"\nREF {own}"
    elif style == "bare":
        field, words = "", "VIREMENT RECU " + text
    elif style == "german":
        field, words = name[:27], f"SVWZ+{text}\nEREF+{own}" if text else f"EREF+{own}"
    else:
        field, words = "", f"BGC {plain(name)[:18]} {text[:18]}"
    line = BankLine(
        day, money, value_on=day, bank_ref=f"B{rng.randrange(10**9):09d}",
        end_to_end=end, creditor_reference=reference if style != "bare" else "",
        name=field, iban=iban, text=words.strip(),
        code="PMNT-RCDT-ESCT" if style == "camt" else "",
    )  # fmt: skip
    lost = (style == "british" and len(text) > 18) or (style == "bare" and reference)
    return line, style, bool(lost)
