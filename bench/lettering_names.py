"""Invented companies and people, and how payers and banks write their names."""

from __future__ import annotations

import random
import unicodedata

TRADES = (
    "Atelier", "Garage", "Boulangerie", "Transports", "Menuiserie", "Clinique",
    "Imprimerie", "Domaine", "Librairie", "Pharmacie", "Plomberie", "Électricité",
    "Cabinet", "Laboratoire", "Maçonnerie", "Traiteur", "Brasserie", "Fonderie",
    "Papeterie", "Chaudronnerie", "Optique", "Serrurerie", "Établissements", "Groupe",
    "Services", "Logistique", "Conseil", "Bâtiment", "Mécanique", "Distribution",
)  # fmt: skip
ROOTS = (
    "Ver", "Tal", "Ker", "Mon", "Bel", "Sau", "Dru", "Gal", "Ors", "Lam", "Fré", "Char",
    "Pel", "Rou", "Vau", "Cler", "Mar", "Bré", "Nor", "Quin", "Hau", "Jou", "Lou", "Cas",
)  # fmt: skip
ENDINGS = (
    "nois", "bré", "madec", "tier", "lin", "vage", "mond", "let", "dais", "berge",
    "nault", "tin", "ville", "court", "zac", "guen", "nier", "quet", "mière", "fond",
)  # fmt: skip
TOWNS = ("Lyon", "Nice", "Nantes", "Lille", "Brest", "Dijon", "Tours", "Metz", "Pau")
FORMS = ("SARL", "SAS", "SA", "EURL", "GmbH", "Ltd", "", "SASU", "S.A.R.L.")
PEOPLE = ("M Alain", "Mme Odile", "M Karim", "Mme Jeanne", "M Bruno", "Mme Agnès")
SHORT = {
    "Établissements": "ETS", "Transports": "TRANSP", "Laboratoire": "LABO",
    "Électricité": "ELEC", "Groupe": "GRP", "Distribution": "DISTRIB",
    "Pharmacie": "PHARM", "Boulangerie": "BOUL", "Services": "SCES",
}  # fmt: skip


def plain(text: str) -> str:
    """Return a text as most banks carry it: capitals, no accents."""
    apart = unicodedata.normalize("NFKD", text.upper())
    return "".join(char for char in apart if not unicodedata.combining(char))


def surname(rng: random.Random) -> str:
    return rng.choice(ROOTS) + rng.choice(ENDINGS)


def companies(rng: random.Random, count: int) -> list[str]:
    """Return names: some of one family in several towns, a few quite equal."""
    names: list[str] = []
    while len(names) < count:
        trade, family, form = rng.choice(TRADES), surname(rng), rng.choice(FORMS)
        kind = rng.random()
        if kind < 0.12:
            towns = rng.sample(TOWNS, rng.randint(2, 3))
            names += [f"{trade} {family} {town} {form}".strip() for town in towns]
        elif kind < 0.13:
            names += [f"{trade} {family} {form}".strip()] * 2
        elif kind < 0.25:
            names.append(f"{family} & {surname(rng)} {form}".strip())
        elif kind < 0.32:
            initials = "".join(rng.choice("ABCDEFGHKLMNPRSTV") for _ in range(4))
            names.append(f"{initials} {trade} {form}".strip())
        else:
            names.append(f"{trade} {family} {form}".strip())
    return names[:count]


def stranger(rng: random.Random) -> str:
    """Return somebody who is no customer; the name may look like one by chance."""
    if rng.random() < 0.4:
        return f"{rng.choice(PEOPLE)} {surname(rng)}"
    return f"{rng.choice(TRADES)} {surname(rng)} {rng.choice(FORMS)}".strip()


def written(rng: random.Random, name: str) -> tuple[str, str]:
    """Return a name as a bank line has it, and how it was changed."""
    how = rng.choices(
        ("whole", "capitals", "cut", "no form", "short", "order", "slip", "dropped"),
        (30, 30, 8, 12, 6, 5, 5, 4),
    )[0]
    words = name.split()
    if how == "whole":
        return name, how
    if how == "cut":
        return plain(name)[: rng.choice((27, 18, 35))].strip(), how
    if how == "no form" and len(words) > 1 and words[-1] in FORMS:
        return plain(" ".join(words[:-1])), how
    if how == "short":
        return plain(" ".join(SHORT.get(word, word) for word in words)), how
    if how == "order":
        return plain(" ".join([*words[1:], words[0]])), how
    if how == "slip":
        place = max(range(len(words)), key=lambda at: len(words[at]))
        word = words[place]
        at = rng.randint(1, len(word) - 2)
        words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return plain(" ".join(words)), how
    if how == "dropped" and len(words) > 2:
        return plain(" ".join(words[1:])), how
    return plain(name), "capitals"
