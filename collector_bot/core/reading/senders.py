"""Whose account speaks, and what smells of somebody else pretending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from collector_bot.core.reading.envelope import Envelope
from collector_bot.core.reading.findings import KnownAccount, KnownItem
from collector_bot.core.reading.known import Known, words_of_name
from collector_bot.core.reading.text import fold

FREEMAIL = frozenset(
    "gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com "
    "live.fr msn.com yahoo.com yahoo.fr yahoo.co.uk ymail.com orange.fr wanadoo.fr "
    "free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr icloud.com me.com "
    "mac.com aol.com gmx.com gmx.fr gmx.de web.de t-online.de proton.me protonmail.com "
    "mail.com zoho.com hotmail.co.uk btinternet.com".split()
)
_SECOND_LEVEL = {"co", "com", "org", "net", "gouv", "ac", "gov", "asso"}
_LOOKALIKE_MIN = 80
_CONFUSABLE = str.maketrans("1035$", "loess")
_LINES_MAX = 14
_CYRILLIC = str.maketrans("асеорхуіӏ", "aceopxyil")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who speaks.

    Attributes:
        account: None when not known.
        known_by: "address", "domain", "reference", "name" or "".
        suspicions: short codes of spoofing signs.
    """

    account: KnownAccount | None
    known_by: str
    suspicions: tuple[str, ...]


def domain_of(address: str) -> str:
    """The part after the @, lower-cased."""
    return address.rpartition("@")[2].lower()


def registrable(domain: str) -> str:
    """The part of a domain somebody registers: `mail.a.co.uk` is `a.co.uk`."""
    labels = domain.split(".")
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2  # noqa: PLR2004
    return ".".join(labels[-keep:])


def sender_of(
    envelope: Envelope, known: Known, *, named: Sequence[KnownItem], lines: str
) -> Sender:
    """Find the account that speaks: by address, domain, pieces named, then name.

    Args:
        envelope: the headers.
        known: the ledger.
        named: items named by their whole number in the sender's own words.
        lines: own words and signature, searched for a company's name.
    """
    account, how = _by_address(envelope.sender, known)
    if account is None:
        account, how = _by_pieces(named, known), "reference"
    by_name = None
    if account is None or how == "reference":
        by_name = _by_name(envelope, known, lines)
    if account is None:
        account, how = by_name, "name" if by_name else ""
    suspicions = list(_signs(envelope))
    if how in {"reference", "name"} and envelope.sender:
        claimed = [entry for entry in (account, by_name) if entry]
        if any(_looks_alike(envelope.sender, entry) for entry in claimed):
            suspicions.append("look-alike domain")
    return Sender(account, how, tuple(suspicions))


def _by_address(sender: str, known: Known) -> tuple[KnownAccount | None, str]:
    if not sender:
        return None, ""
    account = known.account_by_email(sender)
    if account is not None:
        return account, "address"
    domain = domain_of(sender)
    for name in dict.fromkeys((domain, registrable(domain))):
        if name in FREEMAIL:
            continue
        found = known.accounts_by_domain(name)
        if len({entry.code for entry in found}) == 1:
            return found[0], "domain"
    return None, ""


def _by_pieces(named: Sequence[KnownItem], known: Known) -> KnownAccount | None:
    codes = {item.account_code for item in named}
    if len(codes) != 1:
        return None
    code = codes.pop()
    return known.account_by_code(code) or KnownAccount(code, "")


def _by_name(envelope: Envelope, known: Known, lines: str) -> KnownAccount | None:
    stem = registrable(domain_of(envelope.sender)).partition(".")[0]
    plain = stem.translate(_CYRILLIC).translate(_CONFUSABLE)
    short = [line.strip() for line in lines.split("\n") if 3 < len(line.strip()) < 120]  # noqa: PLR2004
    asked = [envelope.display, plain.replace("-", " "), envelope.subject]
    for text in [*asked, *reversed(short[-_LINES_MAX:]), *short[:_LINES_MAX]]:
        found = known.accounts_by_name(text) if words_of_name(text) else ()
        codes = {entry.code for entry in found}
        if len(codes) == 1:
            return found[0]
    return None


def _signs(envelope: Envelope) -> list[str]:
    signs = []
    if envelope.dmarc in {"fail", "permerror"}:
        signs.append("DMARC failed")
    here, there = domain_of(envelope.sender), domain_of(envelope.reply_to)
    if here and there and registrable(here) != registrable(there):
        signs.append("reply-to elsewhere")
    if envelope.tricked:
        signs.append("hidden direction marks")
    return signs


def _looks_alike(sender: str, account: KnownAccount) -> bool:
    """Whether the sender's domain imitates one of the account's."""
    domain = domain_of(sender)
    if domain in FREEMAIL:
        return False
    mine = _skeleton(registrable(domain))
    for email in account.emails:
        theirs = registrable(domain_of(email))
        if theirs in FREEMAIL or theirs == registrable(domain):
            continue
        stem, other = mine.rpartition(".")[0], _skeleton(theirs).rpartition(".")[0]
        if stem == other or fuzz.ratio(stem, other) >= _LOOKALIKE_MIN:
            return True
        plain = registrable(domain).rpartition(".")[0].split("-")
        if theirs.rpartition(".")[0] in plain or (
            len(other) >= 5 and other in stem  # noqa: PLR2004
        ):
            return True
    return False


def _skeleton(domain: str) -> str:
    plain = fold(domain).translate(_CYRILLIC).translate(_CONFUSABLE)
    return (
        plain.replace("rn", "m").replace("vv", "w").replace("i", "l").replace("-", "")
    )
