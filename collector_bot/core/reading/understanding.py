"""From what is said to findings: each sentence heard once by every rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from collector_bot.core.reading import lexicon_machine
from collector_bot.core.reading.announcements import (
    bank_change_in,
    contact_change,
    insolvency_in,
)
from collector_bot.core.reading.claims import claims_in, merged_claims
from collector_bot.core.reading.findings import (
    ClaimsPaid,
    Dispute,
    DocumentRequest,
    Finding,
    KnownItem,
    Promise,
    Refusal,
    Sheet,
)
from collector_bot.core.reading.hearing import Heard, World, lexicon_for
from collector_bot.core.reading.language import language_of
from collector_bot.core.reading.markup import MARK, tables_in
from collector_bot.core.reading.objections import (
    disputes_in,
    merged_disputes,
    merged_requests,
    refusal_in,
    request_in,
)
from collector_bot.core.reading.promises import Talk, promises_in, refuses_commitment
from collector_bot.core.reading.quoting import Block, Parted, part
from collector_bot.core.reading.remittances import Paper, remittance_in
from collector_bot.core.reading.sentences import sentences_of
from collector_bot.core.reading.text import fold


@dataclass(frozen=True, slots=True)
class Mail:
    """Everything the rules work from."""

    world: World
    parted: Parted
    tables: tuple[Sheet, ...]
    marked: str
    sheets: tuple[Sheet, ...]
    sender: str = ""
    bulk: bool = False


def understand(mail: Mail) -> tuple[Finding, ...]:
    """Return the findings of a mail a person (or an ERP) wrote, in order of kind."""
    heards = _heard(mail)
    said = fold(_unmarked(mail.parted.said))
    if mail.bulk:
        return ()
    tables = _own_tables(mail)
    paper = Paper(heards, tables, mail.sheets, mail.world.subject_text, _unmarked(mail.parted.said))
    remittance = remittance_in(paper, mail.world)
    found: list[Finding] = [] if remittance is None else [remittance]
    found += _announced(mail, heards)
    insolvent = any(type(f).__name__ == "Insolvency" for f in found)
    found += _said(heards, said, paid=remittance is not None, insolvent=insolvent)
    return tuple(found)


def _unmarked(text: str) -> str:
    return re.sub(f"{MARK}\\d+{MARK}", "", text)


def _own_tables(mail: Mail) -> tuple[Sheet, ...]:
    if not mail.tables:
        return ()
    return tables_in(part(mail.marked, keep_signature=True).said, mail.tables)


def _heard(mail: Mail) -> list[Heard]:
    blocks = tuple(Block(_unmarked(b.text), b.answers) for b in mail.parted.blocks)
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
    disputes: list[Dispute]
    requests: list[DocumentRequest]
    refusals: list[Refusal]


def _said(
    heards: Sequence[Heard], spoken: str, *, paid: bool, insolvent: bool
) -> list[Finding]:
    gathered = _Gathered([], [], [], [], [])
    contested = any(heard.says("dispute_strong_only") for heard in heards)
    earlier: tuple[KnownItem, ...] = ()
    intent = ""
    for at, heard in enumerate(heards):
        earlier = _context(heard, earlier, heards, at)
        talk = Talk(earlier, spoken, intent, tuple(gathered.promises))
        _listen(heard, talk, gathered, contested=contested)
        intent = _intent(heard, intent, heards[at + 1 :])
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


def _listen(heard: Heard, talk: Talk, gathered: _Gathered, *, contested: bool) -> None:
    earlier, spoken = talk.earlier, talk.spoken
    refusal = refusal_in(heard, earlier, spoken)
    if refusal is not None:
        gathered.refusals.append(refusal)
    claims = claims_in(heard, earlier, spoken)
    promises = promises_in(heard, talk)
    if claims and promises and _one_payment(claims, promises):
        promises = []
    gathered.claims += claims
    gathered.promises += promises
    disputes = disputes_in(heard, earlier, spoken, contested=contested)
    if not claims and not promises or any(heard.says("dispute_plain") for _ in (0,)):
        gathered.disputes += disputes
    request = request_in(heard, earlier, spoken)
    if request is not None:
        gathered.requests.append(request)


def _one_payment(claims: Sequence[ClaimsPaid], promises: Sequence[Promise]) -> bool:
    return claims[0].pieces == promises[0].pieces


def _intent(heard: Heard, before: str, following: Sequence[Heard]) -> str:
    """What lines of a list under this sentence are: instalments, offers or nothing."""
    if heard.says("proposal") or heard.sentence.asks:
        return "offer"
    if heard.says("plan") or heard.says("will_pay"):
        return "pay"
    if heard.sentence.listed or not heard.sentence.text.endswith(":"):
        return before if heard.sentence.listed else ""
    return ""


def _settled(
    gathered: _Gathered, heards: Sequence[Heard], *, paid: bool, insolvent: bool
) -> list[Finding]:
    """Merge what was gathered and drop what another finding already says."""
    disputes = merged_disputes(gathered.disputes)
    requests = merged_requests(gathered.requests)
    claims = [] if paid else merged_claims(gathered.claims)
    promises = _agreed(gathered.promises, heards)
    if paid:
        promises = []
    refusals = [] if disputes or insolvent else gathered.refusals[:1]
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
                and (not other.pieces or not promise.pieces or other.pieces == promise.pieces)
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
                pieces=other.pieces or promise.pieces,
            )
    return kept


__all__ = ["Mail", "refuses_commitment", "understand"]
