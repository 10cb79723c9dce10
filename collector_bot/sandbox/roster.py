"""Who the sample company deals with: invented firms, each with the case it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Case(StrEnum):
    """What an account is there to show."""

    STORY = "story"
    NOT_DUE = "not due"
    COURTESY = "due in a few days"
    FIRST = "first reminder"
    SECOND = "second reminder"
    FIRM = "firm letter"
    FORMAL = "formal notice"
    COVERED = "credits cover what is due"
    EXACT = "a payment equals one invoice"
    RUN = "a payment equals a run of invoices"
    AMBIGUOUS = "a payment has two explanations"
    BANK_FEE = "a payment is short by a bank fee"
    CREDIT_NOTE = "a credit note lies beside its invoice"
    SMALL = "only cents are left"
    NO_EMAIL = "nobody to write to"
    FOREIGN = "another currency"
    LARGE = "a large amount"
    SUPPLIER = "a supplier"


@dataclass(frozen=True, slots=True)
class Firm:
    """One line of the roster. `domain` is empty when there is no e-mail."""

    code: str
    name: str
    domain: str
    case: Case
    language: str = "fr"
    currency: str = "EUR"


_FRENCH = """
ACME | ACME Industries | acme-industries | story
BRIND | Menuiserie Brindefer | brindefer | not due
TOURN | Fonderie Tournevent | tournevent | courtesy
QLUNE | Boulangerie Quatre-Lunes | quatre-lunes | first
SAUTE | Transports Sautemouton | sautemouton | second
PLUME | Imprimerie Plume-Sèche | plume-seche | firm
AUBE | Verrerie Claire-Aube | claire-aube | formal
TRICO | Filature Tricotine | tricotine | covered
BULLE | Brasserie des Trois Bulles | trois-bulles | exact
GRANI | Carrières du Granit Rose-Vert | granit-rose-vert | run
JUMEL | Mécanique Jumelle | mecanique-jumelle | ambiguous
PASSE | Douanes et Passe-Partout | passe-partout | bank fee
RETOU | Cartonnages Aller-Retour | aller-retour | credit note
MIETT | Biscuiterie des Miettes | miettes | small
MUETT | Horlogerie La Muette-Heure | | no email
GEANT | Chantiers du Petit Géant | petit-geant | large
TILLE | Pépinière du Tilleul Bavard | tilleul-bavard | not due
ECLUS | Batellerie de l'Écluse Haute | ecluse-haute | courtesy
ARDOI | Couverture Ardoise et Nuage | ardoise-et-nuage | first
SERRU | Serrurerie Clé-de-Sol | cle-de-sol | second
ENCRE | Éditions de l'Encre Tiède | encre-tiede | firm
POMME | Cidrerie Pomme-Pomme | pomme-pomme | formal
GALET | Poterie du Galet Carré | galet-carre | covered
LANTE | Électricité Lanterne | lanterne-electricite | exact
BOUSS | Optique La Boussole | boussole-optique | credit note
COPEA | Scierie des Copeaux | copeaux | first
TUILE | Tuilerie du Hérisson | tuilerie-herisson | second
SAVON | Savonnerie Mousse-Noire | mousse-noire | firm
ROUET | Tissages du Rouet Pressé | rouet-presse | first
VANNE | Plomberie Vanne-Ouverte | vanne-ouverte | second
FOURC | Maraîchers de la Fourchette | fourchette | courtesy
PAVOT | Pharmacie du Pavot Bleu-Vert | pavot-bleu-vert | not due
SOUFF | Chauffage Soufflet et Fils d'Or | soufflet-or | formal
HAMAC | Literie du Hamac | hamac-literie | run
GIROU | Couverts Girouette | girouette | small
CANAR | Jardinerie du Canard Assis | canard-assis | first
MOULI | Minoterie Moulin-Dodo | moulin-dodo | second
OURSO | Jouets Oursonne | oursonne | firm
CIREE | Nappes et Toiles Cirées du Loir | toiles-du-loir | bank fee
PEDAL | Cycles Pédale Douce-Amère | pedale-douce-amere | covered
"""
_ENGLISH = """
HARBOUR | Harbour & Finch Trading Ltd | harbour-finch | story
KETTLE | Kettle Moon Foods Ltd | kettle-moon | not due
PEBBLE | Pebblewick Stores Ltd | pebblewick | courtesy
LANTERN | Lantern Goat Books Ltd | lantern-goat | first
THIMBLE | Thimble & Oak Ltd | thimble-oak | second
RAINCO | Sideways Rain Coats Ltd | sideways-rain | firm
BUTTON | Button Parade Ltd | button-parade | formal
TEAPOT | Two Left Teapots Ltd | two-left-teapots | exact
WALRUS | Walrus Umbrella Co Ltd | walrus-umbrella | ambiguous
CRUMPET | Crumpet Logistics Ltd | crumpet-logistics | credit note
OWLPOST | Owl and Ladder Ltd | | no email
MARMAL | Marmalade & Spanner Ltd | marmalade-spanner | foreign | GBP
TUMBLE | Tumbleweed Tools Inc | tumbleweed-tools | foreign | USD
PICKLE | Pickle Fountain Ltd | pickle-fountain | first
NUTMEG | Nutmeg Bridge Ltd | nutmeg-bridge | second
GIRAFFE | Short Giraffe Interiors Ltd | short-giraffe | firm
DRIZZLE | Drizzle Hill Farms Ltd | drizzle-hill | formal
COMET | Cardboard Comet Ltd | cardboard-comet | not due
PUFFIN | Puffin Hat Works Ltd | puffin-hat | courtesy
SPROUT | Sprocket & Sprout Ltd | sprocket-sprout | first
"""
_SUPPLIERS = """
F0001 | Fournitures Bric-à-Brac du Levant | bric-a-brac-levant | supplier
F0002 | Énergies du Moulin Couché | moulin-couche | supplier
F0003 | Visserie Tournis | visserie-tournis | supplier
F0004 | Emballages Pli-Pli | pli-pli | supplier
"""
_CASES = {
    "story": Case.STORY,
    "not due": Case.NOT_DUE,
    "courtesy": Case.COURTESY,
    "first": Case.FIRST,
    "second": Case.SECOND,
    "firm": Case.FIRM,
    "formal": Case.FORMAL,
    "covered": Case.COVERED,
    "exact": Case.EXACT,
    "run": Case.RUN,
    "ambiguous": Case.AMBIGUOUS,
    "bank fee": Case.BANK_FEE,
    "credit note": Case.CREDIT_NOTE,
    "small": Case.SMALL,
    "no email": Case.NO_EMAIL,
    "foreign": Case.FOREIGN,
    "large": Case.LARGE,
    "supplier": Case.SUPPLIER,
}


def firms() -> list[Firm]:
    """Return the sixty customers and four suppliers, the story's two first."""
    french = _read(_FRENCH, language="fr")
    english = _read(_ENGLISH, language="en")
    return [
        french[0],
        english[0],
        *french[1:],
        *english[1:],
        *_read(_SUPPLIERS, language="fr"),
    ]


def _read(table: str, *, language: str) -> list[Firm]:
    found = []
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        code, name, domain, case = cells[:4]
        currency = cells[4] if len(cells) > 4 else "EUR"  # noqa: PLR2004 - fifth cell
        found.append(Firm(code, name, domain, _CASES[case], language, currency))
    return found
