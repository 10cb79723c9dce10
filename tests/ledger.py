"""A small ledger in a temporary database, built in business words through the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from collector_bot.core.dunning import Level, Procedure
from collector_bot.core.ledger import Account, AccountSide, Kind, OpenItem, Side
from collector_bot.flows.desk import Desk, Envelope, Policy, Roles
from collector_bot.letters import Company, Letters
from collector_bot.store import accounts, beats, items
from collector_bot.store.database import Database
from collector_bot.store.entries import EntryImport, NewEntry

TEMPLATES = Path(__file__).parents[1] / "templates"
MANAGER, CLERK, SALES = "U0MANAGER00", "U0CLERK0000", "U0SALES0000"
SECOND_MANAGER = "U0MANAGER02"
STRANGER = "U0NOBODY000"
MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)  # 09:00 in Paris
MOREL = Company(
    name="Ateliers Morel SAS",
    signature="Le service comptabilité clients",
    signature_en="Accounts receivable",
    phone="+33 4 72 00 00 00",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    reply_to="comptabilite@ateliers-morel.example",
)
LADDER = Procedure(
    (
        Level(1, "courtesy", -5, "courtesy", False, 3, 50_00),
        Level(2, "reminder-1", 5, "reminder_1", False, 7, 5_00),
        Level(3, "reminder-2", 15, "reminder_2", False, 8, 5_00),
        Level(4, "firm", 30, "firm", True, 10, 20_00),
        Level(5, "formal-notice", 45, "formal_notice", True, 12, 100_00),
    )
)
TEAM = Roles(
    managers=frozenset({MANAGER, SECOND_MANAGER}),
    clerks=frozenset({CLERK}),
    viewers=frozenset({SALES}),
)


@cache
def letters() -> Letters:
    """Return the letters the repository ships, compiled once."""
    return Letters(TEMPLATES)


@dataclass(slots=True)
class Hands:
    """A clock whose hands a test moves."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        """Return the instant the hands show."""
        return self.at

    def forward(self, **span: int) -> None:
        """Move on: `forward(days=1, hours=2)`."""
        self.at += timedelta(**span)


def plain_mail(envelope: Envelope, letter_key: bytes) -> tuple[bytes, str]:
    """Return a letter's bytes as tests read them, and a Message-ID from its key."""
    head = f"To: {', '.join(envelope.to)}\nSubject: {envelope.subject}\n\n"
    return (head + envelope.text).encode(), f"<{envelope.key}@morel.example>"


@dataclass(slots=True)
class Books:
    """A ledger, its desk and its clock; every method is one line of business."""

    desk: Desk
    hands: Hands
    line: int = 0

    @property
    def database(self) -> Database:
        """The database behind the desk."""
        return self.desk.database

    def account(
        self,
        code: str,
        name: str = "",
        *,
        email: str = "",
        language: str = "fr",
        currency: str = "EUR",
        side: AccountSide = AccountSide.CUSTOMER,
        aliases: Sequence[str] = (),
    ) -> Account:
        """Open an account; its contact is accounts@CODE.example unless given."""
        address = email or f"accounts@{code.lower()}.example"
        with self.database.writing() as connection:
            accounts.keep(
                connection,
                [
                    accounts.Draft(
                        code,
                        name=name or f"{code.title()} SARL",
                        side=side,
                        currency=currency,
                        language=language,
                        emails=(address,),
                        aliases=tuple(aliases),
                    )
                ],
                by=CLERK,
                at=self.hands.now(),
            )
            found = accounts.by_code(connection, code)
        assert found is not None
        return found

    def invoice(
        self,
        code: str,
        piece: str,
        amount_minor: int,
        *,
        due_on: date,
        dated_on: date | None = None,
        currency: str = "EUR",
    ) -> OpenItem:
        """Post an invoice, dated 30 days before it is due unless said otherwise."""
        side = self._owed(code)
        dated = dated_on or due_on - timedelta(days=30)
        return self._post(
            (code, side, Kind.INVOICE, piece),
            amount_minor,
            days=(dated, due_on),
            currency=currency,
        )

    def payment(
        self,
        code: str,
        piece: str,
        amount_minor: int,
        *,
        on: date,
        label: str = "",
        currency: str = "EUR",
        kind: Kind = Kind.PAYMENT,
    ) -> OpenItem:
        """Post a payment (or another credit of a customer)."""
        return self._post(
            (code, self._owed(code).other, kind, piece),
            amount_minor,
            days=(on, None),
            currency=currency,
            label=label,
        )

    def credit_note(
        self, code: str, piece: str, amount_minor: int, *, on: date
    ) -> OpenItem:
        """Post a credit note."""
        return self.payment(code, piece, amount_minor, on=on, kind=Kind.CREDIT_NOTE)

    def mailbox_read(self) -> None:
        """Note that the mailbox was read just now."""
        with self.database.writing() as connection:
            beats.beat(connection, "mailbox", at=self.hands.now())

    def open_of(self, code: str) -> dict[str, int]:
        """Return what is open of each piece of an account, in minor units."""
        with self.database.reading() as connection:
            account = accounts.by_code(connection, code)
            assert account is not None
            opens = items.of_account(connection, account.id)
        return {item.piece: item.open.minor for item in opens}

    def _owed(self, code: str) -> Side:
        with self.database.reading() as connection:
            account = accounts.by_code(connection, code)
        assert account is not None, f"no account {code}"
        return Side.DEBIT if account.side is AccountSide.CUSTOMER else Side.CREDIT

    def _post(
        self,
        what: tuple[str, Side, Kind, str],
        amount_minor: int,
        *,
        days: tuple[date, date | None],
        currency: str,
        label: str = "",
    ) -> OpenItem:
        code, side, kind, piece = what
        dated_on, due_on = days
        self.line += 1
        with self.database.writing() as connection:
            account = accounts.by_code(connection, code)
            assert account is not None
            entry = NewEntry(
                account.id,
                side.value,
                kind.value,
                piece,
                dated_on.toordinal(),
                due_on.toordinal() if due_on else 0,
                amount_minor,
                currency,
                label,
                f"{code}|{piece}|{self.line}",
                self.line,
            )
            batch = EntryImport(
                source="test", file_name="books.csv", at=self.hands.now()
            )
            kept = batch.keep(connection, [entry])
            batch.tell(connection, by=CLERK, facts={})
            posted = items.entries(connection, [kept.ids[self.line]])  # type: ignore[list-item]
        return posted[0]


def new_books(
    folder: Path,
    *,
    policy: Policy | None = None,
    database: Database | None = None,
    **desk: Any,
) -> Books:
    """Return an empty ledger in a SQLite file of `folder`, and its desk.

    Args:
        policy: the desk's policy; four eyes are on unless said otherwise.
        database: without tables, in the place of the file.
        desk: other fields of the desk, such as `language`.
    """
    database = database or Database(f"sqlite:///{folder}/ledger.db")
    database.upgrade()
    return books_in(database, policy=policy, **desk)


def books_in(database: Database, *, policy: Policy | None = None, **desk: Any) -> Books:
    """Return the books kept in a database that has its tables, and their desk."""
    hands = Hands()
    made = Desk(
        database=database,
        procedure=LADDER,
        letters=letters(),
        clock=hands,
        compose=plain_mail,
        company=MOREL,
        timezone=ZoneInfo("Europe/Paris"),
        policy=policy or Policy(),
        roles=TEAM,
        own_addresses=frozenset({MOREL.reply_to}),
    )
    return Books(replace(made, **desk), hands)
