"""Facts of every card, in a plain and in a rich case; companies are fictitious."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from collector_bot.answers.balance import Balance, InCurrency, LeftAlone
from collector_bot.answers.check import Checked
from collector_bot.answers.digest import Digest
from collector_bot.answers.letters import WrittenLetter
from collector_bot.answers.mails import MailDetail, MailLine
from collector_bot.answers.matches import Match, MatchDetail
from collector_bot.answers.outbox import LetterDetail
from collector_bot.answers.overdue import OverdueList
from collector_bot.answers.promises import Promised, PromiseDetail
from collector_bot.answers.run import RunDetail
from collector_bot.answers.unallocated import Near, Unallocated, UnallocatedPayment
from collector_bot.core.bank import BankLine, LineNature, LineState
from collector_bot.core.corrections import Chart, Gap, Limits, correction_of
from collector_bot.core.dunning import SkipReason
from collector_bot.core.holds import PromiseState, PromiseStatus, PromiseToPay
from collector_bot.core.insight.ageing import Aged
from collector_bot.core.ledger import (
    Account,
    AccountId,
    EntryId,
    Kind,
    MailId,
    OpenItem,
    OutboxId,
    Side,
    SuggestionId,
)
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import LeftOut
from collector_bot.core.suggestion import (
    Candidate,
    DifferenceCause,
    Ground,
    Part,
    Reason,
    SuggestionState,
)
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.store.bank import BankLineId, KnownLine
from collector_bot.store.decisions import Decided
from collector_bot.store.disputes import OpenDispute, PlacedHold
from collector_bot.store.journal import Head
from collector_bot.store.letter_list import ListedLetter
from collector_bot.store.mails import KeptMail
from collector_bot.store.outbox import Queued
from collector_bot.store.seals import SealKind
from collector_bot.store.suggestions import Suggested
from collector_bot.store.surveys import Overdue, RunSum, SentStep, SkipSum
from collector_bot.store.tampering import Tampered
from collector_bot.store.undoing import UndoneBy

FR = Tongue("fr", ZoneInfo("Europe/Paris"))
EN = Tongue("en", ZoneInfo("Europe/Paris"))
TODAY = date(2026, 11, 30)
MORNING = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
MANAGER = "U0MANAGER00"


def eur(text: str) -> Money:
    return Money.of(text, "EUR")


DUPONT = Account(AccountId(7), "CDUPONT", "Établissements Dupont & Fils")
ACME = Account(AccountId(8), "CACME", "Acme SARL")


def item(
    number: int,
    piece: str,
    amount: str,
    *,
    due_on: date | None = date(2026, 11, 1),
    kind: Kind = Kind.INVOICE,
    label: str = "",
    account: Account = DUPONT,
) -> OpenItem:
    owed = kind is Kind.INVOICE
    return OpenItem(
        EntryId(number),
        account.id,
        Side.DEBIT if owed else Side.CREDIT,
        kind,
        piece,
        date(2026, 10, 2) if owed else date(2026, 11, 26),
        due_on if owed else None,
        eur(amount),
        eur(amount),
        label,
    )


FIRST = item(1, "F-2026-0118", "12345.60", due_on=date(2026, 10, 13))
SECOND = item(2, "F-2026-0131", "980.00")
PAYMENT = item(
    3, "VIR-88", "13300.00", kind=Kind.PAYMENT, label="VIR SEPA DUPONT F 118 ET 131"
)


def part(of: OpenItem, amount: str = "") -> Part:
    return Part(of.entry_id, of.side, of.piece, eur(amount) if amount else of.open)


def suggested(
    number: int = 12,
    *,
    state: SuggestionState = SuggestionState.PROPOSED,
    parts: tuple[Part, ...] = (),
    confidence: float = 0.92,
    **candidate: object,
) -> Suggested:
    made = Candidate(
        DUPONT.id,
        parts or (part(FIRST), part(PAYMENT, "12345.60")),
        eur("0"),
        DifferenceCause.NONE,
        confidence,
        (
            Reason(Ground.REFERENCE_IN_TEXT, (("pieces", "F-2026-0118"),)),
            Reason(Ground.EXACT_AMOUNT, (("amount", "12345.60 EUR"),)),
        ),
    )
    return Suggested(
        SuggestionId(number),
        state,
        replace(made, **candidate),
        "entry:3",
        1,
        1,
        "0123456789abcdef",
        MORNING,
        "engine",
        date(2026, 12, 30),
        None,
        "VIR-88",
    )


ENTRIES = {one.entry_id: one for one in (FIRST, SECOND, PAYMENT)}
EXACT = MatchDetail(suggested(), DUPONT, ENTRIES, dict(ENTRIES), None, (), "")
DOUBTFUL = replace(
    EXACT,
    suggested=suggested(
        parts=(part(FIRST), part(SECOND, "954.40"), part(PAYMENT)),
        confidence=0.48,
        difference=eur("-25.60"),
        cause=DifferenceCause.DISCOUNT,
        reasons=(
            Reason(Ground.ALL_DUE, (("until", "2026-11-26"), ("count", "2"))),
            Reason(
                Ground.DIFFERENCE, (("cause", "discount"), ("amount", "-25.60 EUR"))
            ),
            Reason(Ground.AMBIGUOUS, (("rivals", "2"), ("between", "amounts"))),
        ),
        rivals=2,
    ),
    correction=correction_of(
        Gap(DifferenceCause.DISCOUNT, eur("-25.60"), in_time=True, piece="F-2026-0131"),
        chart=Chart(),
        limits=Limits(),
    ),
    alternatives=(
        suggested(13, confidence=0.41),
        suggested(14, confidence=0.05, parts=(part(SECOND), part(PAYMENT, "980.00"))),
    ),
)


def decided(subject: str, verdict: str, reason: str = "") -> Decided:
    return Decided(subject, verdict, "0123456789abcdef", MORNING, MANAGER, reason)


APPROVED = replace(
    EXACT,
    suggested=suggested(state=SuggestionState.APPROVED),
    left={},
    decision=decided("suggestion:12", "approved"),
    code="AB",
)
CORRECTED = replace(
    DOUBTFUL,
    suggested=replace(DOUBTFUL.suggested, state=SuggestionState.APPROVED),
    left={},
    decision=decided("suggestion:12", "approved"),
    code="AB",
)
UNDOABLE = replace(APPROVED, can_undo=True)
UNDONE = replace(APPROVED, code="", undone=UndoneBy(MANAGER, MORNING))
INSTEAD = replace(
    EXACT,
    suggested=suggested(state=SuggestionState.STALE),
    instead=SuggestionId(13),
)
REJECTED = replace(
    EXACT,
    suggested=suggested(state=SuggestionState.REJECTED),
    decision=decided("suggestion:12", "rejected", "C’est pour la facture 119"),
)
STALE = replace(EXACT, suggested=suggested(state=SuggestionState.STALE))
EXPIRED = replace(EXACT, suggested=suggested(state=SuggestionState.EXPIRED))
BY_HAND = replace(
    EXACT,
    suggested=suggested(
        reasons=(Reason(Ground.CHOSEN_BY_PERSON, (("by", "U0CLERK0000"),)),)
    ),
)

LETTER_TEXT = (
    "Madame, Monsieur,\n\nMalgré nos relances, la facture F-2026-0118 de "
    "12\u202f345,60\xa0€ reste impayée.\n\n"
    "Facture        Échéance         Reste dû\n"
    "----------------------------------------\n"
    "F-2026-0118    13/10/2026    12\u202f345,60\xa0€\n"
    "----------------------------------------\n"
    "                    Total    12\u202f345,60\xa0€\n\n"
    "Le service comptabilité clients\n"
)


def queued(state: str = "awaiting_approval", **changes: object) -> Queued:
    made = Queued(
        id=OutboxId(41),
        key="letter:CDUPONT:EUR:2026-11-30",
        channel="mail",
        kind="letter",
        state=state,
        account_id=DUPONT.id,
        subject="Facture impayée [CDUPONT-20261130]",
        recipient="compta@dupont.example",
        text=LETTER_TEXT,
        mime=b"",
        digest="fedcba9876543210",
        message_id="<a@morel.example>",
        balance_digest="",
        payload={"level": "firm", "currency": "EUR"},
        attempts=0,
        claim_token=None,
        created_at=MORNING,
        created_by="collector",
        handed_over_at=None,
        sent_at=None,
        proof="",
        reason="",
    )
    return replace(made, **changes)


WAITING_LETTER = LetterDetail(queued(), DUPONT, None)
LONG_LETTER = LetterDetail(
    queued(
        text="".join(
            f"F-2026-{number:04}   échéance 13/10/2026   {number},00\xa0€\n"
            for number in range(600)
        )
    ),
    DUPONT,
    None,
)
RELEASED = LetterDetail(queued("pending"), DUPONT, decided("letter:41", "approved"))
REFUSED = LetterDetail(
    queued("cancelled", reason=f"refused by {MANAGER}"),
    DUPONT,
    decided("letter:41", "rejected", "le client appelle demain"),
)
DROPPED = LetterDetail(queued("cancelled", reason="balance_changed"), DUPONT, None)
UNCERTAIN = LetterDetail(queued("uncertain", reason="no answer"), DUPONT, None)
RESOLVED = LetterDetail(queued("sent", sent_at=MORNING), DUPONT, None)


def promise(
    number: int = 5,
    *,
    status: PromiseStatus = PromiseStatus.PROPOSED,
    **changes: object,
) -> PromiseDetail:
    made = PromiseToPay(
        number,
        DUPONT.id,
        date(2026, 12, 15),
        TODAY,
        eur("1200.00"),
        eur("12345.60"),
        eur("12345.60"),
        PromiseState.PROPOSED
        if status is PromiseStatus.PROPOSED
        else PromiseState.ACCEPTED,
        "U0CLERK0000",
        (EntryId(1),),
        why_proposed="four_eyes",
    )
    by = "" if status is PromiseStatus.PROPOSED else MANAGER
    return PromiseDetail(replace(made, **changes), status, DUPONT, ("F-2026-0118",), by)


PROPOSED_PROMISE = promise()
BROKEN_PROMISE = promise(6, status=PromiseStatus.BROKEN, why_proposed="")
OPEN_PROMISE = promise(7, status=PromiseStatus.OPEN, why_proposed="")


def mail(needs_person: str = "not_understood", **changes: object) -> KeptMail:
    made = KeptMail(
        MailId(3),
        b"",
        MORNING,
        "read",
        0,
        "",
        "<1@dupont.example>",
        "compta@dupont.example",
        "Re: Facture impayée",
        DUPONT.id,
        None,
        needs_person,
        None,
        "",
    )
    return replace(made, **changes)


NOT_UNDERSTOOD = MailDetail(
    mail(), DUPONT, "Bonjour,\n\nOn se rappelle.\n\nBien à vous", {"findings": []}, ()
)
PROMISING = MailDetail(
    mail("too_far"),
    DUPONT,
    "Bonjour,\n\nNous réglerons 1 200 € le 15 décembre.",
    {
        "authenticated": True,
        "findings": [
            {
                "type": "promise",
                "date": "2026-12-15",
                "amount": "1200.00",
                "currency": "EUR",
                "invoices": ["F-2026-0118"],
                "evidence": "Nous réglerons 1 200 € le 15 décembre",
                "confidence": 0.86,
                "rule": "promise.day.said",
            }
        ],
    },
    (promise(mail_id=3, entered_by="mail", why_proposed="too_far"),),
    (
        LeftOut("avis <!channel>.pdf", "encrypted"),
        LeftOut("détail.xlsx", "unpacks to too much"),
    ),
)
FRAUD = MailDetail(
    mail(
        "suspicious",
        sender="compta@dup0nt.example",
        subject="<!channel> *URGENT* nouveau RIB \u202e/x",
        account_id=None,
    ),
    None,
    "Bonjour <!here>,\n\nMerci de noter notre <https://evil.example|nouveau RIB> & co.",
    {
        "suspicious": True,
        "suspicions": ["dup0nt.example ressemble à dupont.example"],
        "authenticated": False,
        "findings": [
            {
                "type": "bank_details_change",
                "evidence": "notre nouveau RIB <@U0MANAGER00>",
            }
        ],
    },
    (),
)
DONE = replace(NOT_UNDERSTOOD, mail=mail(closed_at=MORNING, closed_by="U0CLERK0000"))

RUN = RunDetail(
    RunSum(
        4,
        TODAY,
        "schedule",
        12,
        1,
        {"pending": 9, "awaiting_approval": 3},
        (eur("45210.30"), Money(120_000, "GBP")),
        (
            SkipSum(SkipReason.PROMISED, 4, eur("8000.00")),
            SkipSum(SkipReason.TOO_SOON, 1, eur("12.00")),
        ),
    ),
    (("CACME", "The letter was not made: To holds a line break."),),
)


def promised(detail: PromiseDetail) -> Promised:
    account = detail.account
    return Promised(detail.promise, detail.status, account.code, account.name)


FRIDAY = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
QUIET = Digest(TODAY, FRIDAY, 0, {}, 0, (), (), (), 0, (), None, mailbox_is_late=True)
BUSY = Digest(
    TODAY,
    FRIDAY,
    9,
    {"awaiting_approval": 3, "uncertain": 1, "pending": 2},
    14,
    (promised(promise(8, status=PromiseStatus.OPEN, promised_on=TODAY)),),
    (promised(BROKEN_PROMISE),),
    (promised(PROPOSED_PROMISE),),
    2,
    (
        MailLine(
            MailId(3),
            "x@dup0nt.example",
            "RIB",
            "suspicious",
            MORNING,
            "",
            "",
        ),
    ),
    MORNING,
    mailbox_is_late=False,
)
LATE = replace(QUIET, mailbox_read_at=FRIDAY, letters={"pending": 1})

RICH_BALANCE = Balance(
    DUPONT,
    TODAY,
    (
        InCurrency(
            Aged(
                (eur("-11000.00"), eur("980.00"), eur("12345.60"), eur("0"), eur("0")),
                eur("-13300.00"),
            ),
            eur("2300.00"),
            eur("13300.00"),
            FIRST,
            4,
        ),
    ),
    ((PROPOSED_PROMISE.promise, PromiseStatus.PROPOSED),),
    (OpenDispute(2, DUPONT.id, "price", MORNING, "mail", ("F-2026-0131",)),),
    (
        PlacedHold(9, DUPONT.id, "", date(2026, 12, 7), "claims_paid", "mail"),
        PlacedHold(10, DUPONT.id, "F-2026-0131", None, "avoir attendu", MANAGER),
    ),
    SentStep(
        OutboxId(41), "reminder-2", date(2026, 11, 12), eur("13325.60"), "sent", ""
    ),
    (date(2026, 11, 26), eur("13300.00")),
    (LeftAlone(date(2026, 11, 27), "EUR", SkipReason.MATCH_PENDING, ("F-2026-0118",)),),
)
EMPTY_BALANCE = Balance(ACME, TODAY, (), (), (), (), None, None, ())
OVERDUE = OverdueList(
    TODAY,
    (
        Overdue(
            DUPONT.id, "CDUPONT", DUPONT.name, eur("13325.60"), 2, date(2026, 10, 13)
        ),
        Overdue(ACME.id, "CACME", ACME.name, eur("12.00"), 1, date(2026, 11, 29)),
    ),
)
MATCHES = (
    Match(EXACT.suggested, "CDUPONT", DUPONT.name),
    Match(DOUBTFUL.suggested, "CDUPONT", DUPONT.name),
)
PROMISES = (promised(PROPOSED_PROMISE), promised(BROKEN_PROMISE))
UNSOUND = Checked(
    ((EntryId(4), 100, 90),),
    ("import 2 of ventes.csv",),
    (17,),
    (
        Tampered(SealKind.HOLD, "3", "added"),
        Tampered(SealKind.CONTACTS, "12", "altered"),
        Tampered(SealKind.IMPORTED, "1-2000", "removed"),
    ),
    Head(1204, "3f2a91c07b1e6d58" * 4),
)


def listed(number: int, state: str, reason: str = "") -> WrittenLetter:
    made = ListedLetter(
        OutboxId(number),
        "letter",
        state,
        DUPONT.id,
        "Facture impayée [CDUPONT-20261130]",
        "compta@dupont.example",
        MORNING,
        None,
        "",
        reason,
    )
    return WrittenLetter(made, DUPONT.code, DUPONT.name)


LETTERS = (
    listed(43, "awaiting_approval"),
    listed(42, "failed", "550 <compta@dupont.example> no such user"),
    listed(41, "uncertain"),
)


def on_bank(number: int, amount: str, *, name: str, text: str) -> KnownLine:
    return KnownLine(
        BankLineId(number),
        BankLine(date(2026, 11, 27), eur(amount), name=name, text=text),
        LineNature.RECEIVED,
        LineState.WAITING,
        "",
        None,
        0.0,
        (),
        None,
    )


UNALLOCATED = Unallocated(
    (
        UnallocatedPayment(
            on_bank(
                31, "980.00", name="HOLDING <!here> DU NORD", text="VIR SEPA\nREF 88"
            ),
            (
                Near(DUPONT, owes=True),
                Near(ACME, owes=False),
                Near(Account(AccountId(9), "CNORD", "Nord Emballage"), owes=False),
            ),
        ),
        UnallocatedPayment(on_bank(34, "12.00", name="", text=""), ()),
    ),
    5,
)
ALLOCATED = Unallocated((), 0)
