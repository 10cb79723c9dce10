"""From what is said to findings: each sentence heard once by every rule."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from collector_bot.core.reading import lexicon_advice
from collector_bot.core.reading.amounts import amount_of_cell
from collector_bot.core.reading.announcements import (
    bank_change_in,
    contact_change,
    insolvency_in,
)
from collector_bot.core.reading.findings import (
    BankDetailsChange,
    ClaimsPaid,
    Dispute,
    DisputeReason,
    DocumentRequest,
    Finding,
    Insolvency,
    Promise,
    Refusal,
    Sheet,
)
from collector_bot.core.reading.gathering import said_in
from collector_bot.core.reading.hearing import Heard, World, lexicon_for
from collector_bot.core.reading.language import language_of
from collector_bot.core.reading.lexicon import MAIL
from collector_bot.core.reading.markup import MARKS, tables_in, without_marks
from collector_bot.core.reading.payments import Paper
from collector_bot.core.reading.quoting import Block, Parted, part
from collector_bot.core.reading.remittances import Advised, remittances_in
from collector_bot.core.reading.sentences import sentences_of
from collector_bot.core.reading.text import fold

_REPLY = re.compile(r"^(?:(?:re|aw|sv|rep|tr|fw|fwd|rép)\s?:\s*)+", re.IGNORECASE)
_PASSED_ON = re.compile(r"(?:tr|fw|fwd|wg|i)\s?:")
_POINTS = re.compile(
    r"\b(?:see below|below|ci-dessous|ci-apres|plus bas|ci-joint|for your (?:records|info\w*)"
    r"|pour (?:info\w*|votre (?:bonne )?information)|fyi|trouver|siehe unten|(?:copie|transmets|transfere|voici|joins|faxe)(?: \w+){0,2} (?:son|sa|leur|la|cette) (?:message|reponse|mail|retour|position)|(?:son|sa|leur) (?:message|reponse|mail|retour))\b"
)
_POINTING_MAX = 40
_OPENING = re.compile(
    r"(?:bonjour|bonsoir|madame|monsieur|messieurs|mesdames|hello|hi|dear|good (?:morning"
    r"|afternoon|evening)|guten tag|hallo|buenos dias|buongiorno|salve|goedendag|beste"
    r"|sehr geehrte)\b(?: ?,? ?[a-z'.-]+){0,3}"
)
_WRITTEN_MAX = 80
_QUOTED_FROM = re.compile(
    r"\s*(?:-{2,}[^\n]*\n\s*)?\*?(?:de|from|von) ?\*? ?:[^\n]*?"
    r"(?P<address>[\w.+-]+@[\w.-]+)"
)
_BILLED = re.compile(
    r"factur|invoic|\bbill|releve|statement|impaye|rechnung|fattur|litig|contest|reclam"
    r"|disput|avoir\b|hors de question|refus|\bpa[iy]|regler|charg|overdue|reminder"
    r"|relanc|credit note|zahl|mahnung|pag[ao]|factuur|facturen|betal|betaald"
)
_DAY_CELL = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$|\d{1,2} [^\W\d]{3,}")
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
    mail = replace(mail, parted=_passed_on(mail, said))
    heards = _heard(mail, without_marks)
    spoken = without_marks(mail.parted.said)
    paper = Paper(heards, tables, mail.sheets, mail.subject, spoken)
    advised = remittances_in(paper, mail.world)
    if not advised.remittances:
        advised = _forwarded(mail, said)
    if not advised.remittances and mail.sheets:
        advised = _written(mail)
    found: list[Finding] = list(advised.remittances)
    if tables and not advised.table:
        heards = _heard(mail, lambda text: _spelled(text, mail.tables))
    if all(_only_greets(heard) for heard in heards):
        heards = _titled(mail) or heards
    found += _announced(mail, heards)
    insolvent = any(isinstance(finding, Insolvency) for finding in found)
    moved = any(isinstance(finding, BankDetailsChange) for finding in found)
    left = [
        heard
        for heard in heards
        if heard.order not in advised.used or heard.says("contest_hard")
    ]
    paid = bool(advised.remittances)
    advised_pieces = {
        line.reference for advice in advised.remittances for line in advice.lines
    }
    about = fold(f"{mail.subject}\n{said}")
    for finding in said_in(left, paid=paid, insolvent=insolvent):
        if insolvent or _overruled(finding, mail, about, quiet=moved):
            continue
        if isinstance(finding, Promise) and paid and _advised(finding, advised_pieces):
            continue
        found.append(finding)
    return tuple(found)


def _only_greets(heard: Heard) -> bool:
    """Whether a sentence only opens or closes a letter: the title then speaks."""
    low = heard.folded.strip(" ,.!-")
    closes = MAIL.closing.match(low) or MAIL.weak_closing.match(low)
    return bool(closes or _OPENING.fullmatch(low))


def _advised(promise: Promise, pieces: set[str]) -> bool:
    """Whether a promise repeats the payment an advice already announces."""
    return not promise.pieces or bool(set(promise.pieces) & pieces)


def _overruled(finding: Finding, mail: Mail, about: str, *, quiet: bool) -> bool:
    """Whether the mail as a whole takes a finding back.

    `quiet`: new bank details are announced; beside them only what a known customer says
    of pieces counts. Of strangers who name no piece only "not for us" is believed. An
    advice whose lines cannot be read is no claim.
    """
    if quiet and not (_is_about_pieces(finding) and mail.known):
        return True
    stranger = not mail.known and not mail.world.subject
    if isinstance(finding, Dispute):
        foreign = finding.reason is DisputeReason.WRONG_RECIPIENT
        offered = not (foreign or finding.pieces)
        if offered and not (mail.world.answers_chase or _BILLED.search(about)):
            return True
        return stranger and not finding.pieces and not foreign
    if isinstance(finding, ClaimsPaid) and not finding.pieces:
        if mail.world.answers_chase and finding.on is not None:
            return False
        return bool(lexicon_advice.ADVICE.search(about))
    return False


def _is_about_pieces(finding: Finding) -> bool:
    """Whether a finding beside new bank details is still meant: it asks, or names pieces."""
    if isinstance(finding, Promise):
        return bool(finding.pieces) and finding.rule.endswith(".said")
    if isinstance(finding, Dispute):
        credited = finding.reason is DisputeReason.ALREADY_CREDITED
        return bool(finding.pieces) and not credited
    if isinstance(finding, Refusal):
        return bool(finding.pieces)
    return isinstance(finding, DocumentRequest)


def _spelled(text: str, tables: tuple[Sheet, ...]) -> str:
    """Write the tables that are no advice as lines in their place."""

    def rows(match: re.Match[str]) -> str:
        number = int(match.group(1))
        sheet = tables[number] if number < len(tables) else Sheet("", ())
        dated = len(sheet.rows[0]) < 4 and _is_dated(sheet)  # noqa: PLR2004
        lines = (
            " : ".join(cell for cell in row if cell and (dated or not _is_money(cell)))
            for row in sheet.rows
        )
        return "\n".join(f"- {line}" for line in lines)

    return MARKS.sub(rows, text)


def _is_dated(sheet: Sheet) -> bool:
    """Whether most rows begin with a day, as in a schedule of payments."""
    dated = sum(1 for row in sheet.rows if row and _DAY_CELL.match(row[0].strip()))
    return dated * 2 > len(sheet.rows)


def _is_money(cell: str) -> bool:
    return amount_of_cell(cell, "EUR") is not None


def _titled(mail: Mail) -> list[Heard]:
    """A mail without own words says what its subject says, unless it only replies."""
    bare = _REPLY.sub("", mail.subject)
    if mail.parted.quoted.strip() and bare == mail.subject:
        return []
    parted = Parted((Block(bare),), "")
    return _heard(replace(mail, parted=parted), without_marks)


def _passed_on(mail: Mail, said: str) -> Parted:
    """The mail parted, a colleague's answer it only points to being said as well.

    The answer counts when it is the first thing quoted and its sender writes from
    the same domain; what that colleague quotes is not said.
    """
    parted = mail.parted
    low = fold(parted.quoted)
    if not _POINTS.search(fold(said)) or len(said.split()) > _POINTING_MAX:
        return parted
    head = _QUOTED_FROM.match(low)
    if head is None or head["address"] == mail.sender:
        return parted
    if head["address"].rpartition("@")[2] != mail.sender.rpartition("@")[2]:
        return parted
    below = parted.quoted[head.end() :].partition("\n")[2]
    answer = part(_HEADER_LINE.sub("", below)).blocks
    return replace(parted, blocks=(*parted.blocks, *answer))


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


def _written(mail: Mail) -> Advised:
    """An advice attached as running text rather than as a table."""
    for sheet in mail.sheets:
        if len(sheet.rows) > _WRITTEN_MAX:
            continue
        text = "\n".join("  ".join(cell for cell in row if cell) for row in sheet.rows)
        about = fold(f"{mail.subject}\n{sheet.name}\n{text}").replace("_", " ")
        if not lexicon_advice.ADVICE.search(about):
            continue
        inner = replace(mail, parted=Parted((Block(text),), ""))
        heards = _heard(inner, without_marks)
        paper = Paper(heards, (), mail.sheets, mail.subject, text)
        advised = remittances_in(paper, mail.world)
        if advised.remittances:
            return Advised(advised.remittances, frozenset())
    return Advised()


def _heard(mail: Mail, plain: Callable[[str], str]) -> list[Heard]:
    blocks = tuple(Block(plain(b.text), b.answers) for b in mail.parted.blocks)
    found: list[Heard] = []
    last_block = -1
    for order, sentence in enumerate(sentences_of(blocks, mail.world.language)):
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
                before=found[-1] if found else None,
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
    moved = any(isinstance(finding, BankDetailsChange) for finding in found)
    if change is not None and not (moved and change.email is None):
        found.append(change)
    return found
