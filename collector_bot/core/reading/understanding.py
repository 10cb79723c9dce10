"""From what is said to findings: each sentence heard once by every rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from collector_bot.core.reading import lexicon_advice
from collector_bot.core.reading.announcements import (
    bank_change_in,
    contact_change,
    insolvency_in,
)
from collector_bot.core.reading.claims import claims_in, merged_claims
from collector_bot.core.reading.findings import (
    BankDetailsChange,
    ClaimsPaid,
    Dispute,
    DisputeReason,
    DocumentRequest,
    Finding,
    Insolvency,
    KnownItem,
    Promise,
    Refusal,
    Sheet,
)
from collector_bot.core.reading.hearing import Heard, World, lexicon_for
from collector_bot.core.reading.language import language_of
from collector_bot.core.reading.markup import MARKS, tables_in, without_marks
from collector_bot.core.reading.objections import (
    Placed,
    disputes_of,
    merged_requests,
    refusal_in,
    requests_in,
)
from collector_bot.core.reading.promises import Talk, promises_in
from collector_bot.core.reading.quoting import Block, Parted
from collector_bot.core.reading.remittances import Advised, Paper, remittances_in
from collector_bot.core.reading.sentences import sentences_of
from collector_bot.core.reading.text import fold

_REPLY = re.compile(r"^(?:(?:re|aw|sv|rep|tr|fw|fwd|rép)\s?:\s*)+", re.IGNORECASE)
_PASSED_ON = re.compile(r"(?:tr|fw|fwd|wg|i)\s?:")
_POINTS = re.compile(
    r"\b(?:see below|below|ci-dessous|ci-apres|plus bas|ci-joint|for your (?:records|info\w*)"
    r"|pour (?:info\w*|votre (?:bonne )?information)|fyi|trouver|siehe unten)\b"
)
_POINTING_MAX = 40
_AMOUNT_OF = re.compile(
    r"^\W*(?:(?:the |le |wire |payment |total |pour un |d'un |soit (?:un )?)*"
    r"(?:montant|amount|somme|sum|total|betrag|importe|importo|bedrag|soit)\b)"
)
_HEADER_LINE = re.compile(
    r"(?im)^\s*\*?(?:from|sent|to|cc|subject|date|de|envoy[ée]|[àa]|objet|von|gesendet|an"
    r"|betreff|reply-to)\s?\*?\s*:.*$"
)


@dataclass(frozen=True, slots=True)
class Mail:
    """Everything the rules work from."""

    world: World
    parted: Parted
    tables: tuple[Sheet, ...]
    sheets: tuple[Sheet, ...]
    subject: str = ""
    sender: str = ""
    bulk: bool = False
    known: bool = True


def understand(mail: Mail) -> tuple[Finding, ...]:
    """Return the findings of a mail a person (or an ERP) wrote, in order of kind."""
    if mail.bulk:
        return ()
    said = without_marks(mail.parted.said)
    tables = tables_in(mail.parted.said, mail.tables)
    heards = _heard(mail, without_marks)
    paper = Paper(heards, tables, mail.sheets, mail.subject, said)
    advised = remittances_in(paper, mail.world)
    if not advised.remittances:
        advised = _forwarded(mail, said)
    found: list[Finding] = list(advised.remittances)
    if tables and not advised.table:
        heards = _heard(mail, lambda text: _spelled(text, mail.tables))
    if not heards:
        heards = _titled(mail)
    found += _announced(mail, heards)
    insolvent = any(isinstance(finding, Insolvency) for finding in found)
    moved = any(isinstance(finding, BankDetailsChange) for finding in found)
    left = [heard for heard in heards if heard.order not in advised.used]
    paid = bool(advised.remittances)
    advised_pieces = {
        line.reference for advice in advised.remittances for line in advice.lines
    }
    about = fold(f"{mail.subject}\n{said}")
    for finding in _said(left, paid=paid, insolvent=insolvent):
        if _overruled(finding, mail, about, quiet=moved or insolvent):
            continue
        if isinstance(finding, Promise) and paid:
            if not finding.pieces or set(finding.pieces) & advised_pieces:
                continue
        found.append(finding)
    return tuple(found)


def _overruled(finding: Finding, mail: Mail, about: str, *, quiet: bool) -> bool:
    """Whether the mail as a whole takes a finding back.

    `quiet`: new bank details or an insolvency is announced; nothing else said of
    payments counts beside that. Of strangers who name no piece only "not for us" is
    believed. An advice whose lines cannot be read is no claim.
    """
    if quiet and not (isinstance(finding, DocumentRequest) and mail.known):
        return True
    stranger = not mail.known and not mail.world.subject
    if isinstance(finding, Dispute):
        foreign = finding.reason is DisputeReason.WRONG_RECIPIENT
        return stranger and not finding.pieces and not foreign
    if isinstance(finding, ClaimsPaid) and not finding.pieces:
        return bool(lexicon_advice.ADVICE.search(about))
    return False


def _spelled(text: str, tables: tuple[Sheet, ...]) -> str:
    """Write the tables that are no advice as lines in their place."""

    def rows(match: re.Match[str]) -> str:
        number = int(match.group(1))
        sheet = tables[number] if number < len(tables) else Sheet("", ())
        lines = (" : ".join(cell for cell in row if cell) for row in sheet.rows)
        return "\n".join(f"- {line}" for line in lines)

    return MARKS.sub(rows, text)


def _titled(mail: Mail) -> list[Heard]:
    """A mail without own words says what its subject says, unless it only replies."""
    bare = _REPLY.sub("", mail.subject)
    if mail.parted.quoted.strip() and bare == mail.subject:
        return []
    parted = Parted((Block(bare),), "")
    return _heard(replace(mail, parted=parted), without_marks)


def _forwarded(mail: Mail, said: str) -> Advised:
    """An advice passed on: few own words that point below, an advice beneath."""
    title = fold(mail.subject)
    points = _POINTS.search(fold(said)) or _PASSED_ON.match(title) or not said.strip()
    quoted = mail.parted.quoted
    if not points or len(said.split()) > _POINTING_MAX or not quoted.strip():
        return Advised()
    if not lexicon_advice.ADVICE.search(f"{title}\n{fold(quoted)}"):
        return Advised()
    text = _HEADER_LINE.sub("", quoted)
    inner = replace(mail, parted=Parted((Block(text),), ""))
    heards = _heard(inner, without_marks)
    tables = tables_in(text, mail.tables)
    paper = Paper(heards, tables, mail.sheets, mail.subject, without_marks(text))
    return remittances_in(paper, mail.world)


def _heard(mail: Mail, plain: Callable[[str], str]) -> list[Heard]:
    blocks = tuple(Block(plain(b.text), b.answers) for b in mail.parted.blocks)
    found: list[Heard] = []
    last_block = -1
    for order, sentence in enumerate(sentences_of(blocks)):
        spoken = mail.world.language
        own = language_of(sentence.text, spoken)
        language = own if own in {"fr", "en"} and spoken in {"fr", "en"} else spoken
        answers = ""
        if sentence.block != last_block:
            answers = fold(blocks[sentence.block].answers)
            last_block = sentence.block
        found.append(
            Heard(
                sentence=sentence,
                world=mail.world,
                lexicon=lexicon_for(language),
                language=language,
                order=order,
                answers=answers,
            )
        )
    return found


def _announced(mail: Mail, heards: Sequence[Heard]) -> list[Finding]:
    found: list[Finding] = []
    for rule in (insolvency_in, bank_change_in):
        first = next((f for heard in heards if (f := rule(heard)) is not None), None)
        if first is not None:
            found.append(first)
    change = contact_change(heards, mail.sender)
    if change is not None:
        found.append(change)
    return found


@dataclass
class _Gathered:
    promises: list[Promise]
    claims: list[ClaimsPaid]
    placed: list[Placed]
    requests: list[DocumentRequest]
    refusals: list[Refusal]


def _said(heards: Sequence[Heard], *, paid: bool, insolvent: bool) -> list[Finding]:
    gathered = _Gathered([], [], [], [], [])
    earlier: tuple[KnownItem, ...] = ()
    intent = ""
    for at, heard in enumerate(heards):
        earlier = _context(heard, earlier, heards, at)
        talk = Talk(earlier, intent, tuple(gathered.promises))
        _listen(heard, talk, gathered, above=heards[at - 1].folded if at else "")
        intent = _intent(heard, intent)
        if heard.pieces:
            earlier = heard.pieces
    return _settled(gathered, heards, paid=paid, insolvent=insolvent)


def _context(
    heard: Heard, earlier: tuple[KnownItem, ...], heards: Sequence[Heard], at: int
) -> tuple[KnownItem, ...]:
    new_block = at == 0 or heards[at - 1].sentence.block != heard.sentence.block
    if not new_block:
        return earlier
    named = heard.world.index.find(heard.answers)
    items = [i for ref in named if not ref.ambiguous for i in ref.items]
    return tuple(dict.fromkeys(items))


def _listen(heard: Heard, talk: Talk, gathered: _Gathered, *, above: str) -> None:
    refusal = refusal_in(heard, talk.earlier)
    if refusal is not None:
        gathered.refusals.append(refusal)
    claims = claims_in(heard, talk.earlier)
    promises = promises_in(heard, talk)
    if claims and promises:
        if claims[0].pieces == promises[0].pieces:
            claims = [] if heard.says("will_pay") and not _past(heard) else claims
            promises = [] if claims else promises
    if not promises and gathered.promises:
        _complete(gathered, heard)
    gathered.claims += claims
    gathered.promises += promises
    settled = bool(claims or promises)
    gathered.placed.append(Placed(heard, talk.earlier, settled))
    gathered.requests += requests_in(heard, talk.earlier, above=above)


def _complete(gathered: _Gathered, heard: Heard) -> None:
    """Give the last promise the amount a following short sentence states."""
    last = gathered.promises[-1]
    amounts = [amount.money for amount in heard.amounts if amount.sure]
    states = _AMOUNT_OF.search(heard.folded)
    if last.amount is None and len(amounts) == 1 and states and not heard.refs:
        amount = amounts[0]
        gathered.promises[-1] = replace(last, amount=amount, currency=amount.currency)


def _past(heard: Heard) -> bool:
    """Whether a day gone by stands with the payment."""
    base = heard.world.base
    return base is not None and any(
        day.on <= base and not day.of_item and (base - day.on).days < 180  # noqa: PLR2004
        for day in heard.behind
        if day.rule not in {"weekday", "day_only", "day_on", "weekday_this"}
    )


def _intent(heard: Heard, before: str) -> str:
    """What lines of a list under this sentence are: instalments, offers or nothing."""
    if heard.says("proposal") or heard.sentence.asks:
        return "offer"
    if heard.says("plan") or heard.says("will_pay"):
        return "pay"
    return before if heard.sentence.listed else ""


def _settled(
    gathered: _Gathered, heards: Sequence[Heard], *, paid: bool, insolvent: bool
) -> list[Finding]:
    """Merge what was gathered and drop what another finding already says."""
    disputes = disputes_of(gathered.placed, paid=paid)
    requests = merged_requests(gathered.requests)
    claims = [] if paid else merged_claims(gathered.claims)
    promises = _agreed(gathered.promises, heards)
    reasoned = [d for d in disputes if d.reason is not DisputeReason.OTHER]
    refusals = [] if reasoned or insolvent else gathered.refusals[:1]
    if refusals:
        disputes = reasoned
    return [*promises, *claims, *disputes, *requests, *refusals]


def _agreed(promises: Sequence[Promise], heards: Sequence[Heard]) -> list[Promise]:
    """Drop promises that wait for our yes, and the same promise said twice."""
    if any(heard.says("asks_yes") for heard in heards):
        return []
    kept: list[Promise] = []
    for promise in promises:
        same = next(
            (
                at
                for at, other in enumerate(kept)
                if other.on == promise.on
                and _joinable(other, promise)
                and (
                    other.amount is None
                    or promise.amount is None
                    or other.amount == promise.amount
                )
                and other.evidence != promise.evidence
            ),
            None,
        )
        if same is None:
            kept.append(promise)
        else:
            other = kept[same]
            kept[same] = replace(
                other,
                amount=other.amount or promise.amount,
                pieces=tuple(dict.fromkeys((*other.pieces, *promise.pieces))),
            )
    return kept


def _joinable(one: Promise, other: Promise) -> bool:
    """Whether two promises for one day are one: same pieces, or no amounts at all."""
    if not one.pieces or not other.pieces or one.pieces == other.pieces:
        return True
    return one.amount is None and other.amount is None


