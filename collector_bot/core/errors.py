"""The refusals a person can cause, each building its one sentence from facts."""

from __future__ import annotations


class CollectorError(Exception):
    """A fair request the world refuses; shown to the person as one sentence.

    Attributes:
        code: stable `noun.verb` code, the same in every language.
    """

    code = "collector.refused"

    def written(self, language: str) -> str:
        """Return the sentence in `language`, in English where there is no other."""
        del language
        return str(self)


class MoneyError(CollectorError):
    """A written amount or a currency could not be understood."""

    code = "money.unreadable"


class InputFileError(CollectorError):
    """A file is refused whole, or one of its rows is.

    Args:
        what: what is wrong, as a sentence without its full stop.
        file: base name of the file.
        line: 1-based line, or None when the whole file is meant.
        column: name of the column, or None.
        hint: what to do, as a sentence without its full stop.
    """

    code = "file.refused"

    def __init__(
        self,
        what: str,
        *,
        file: str,
        line: int | None = None,
        column: str | None = None,
        hint: str = "",
    ) -> None:
        self.file, self.line, self.column = file, line, column
        where = file if line is None else f"{file}:{line}"
        if column:
            where += f", column {column}"
        super().__init__(f"{where}: {what}." + (f" {hint}." if hint else ""))


class DatabaseError(CollectorError):
    """The database cannot be used as it is."""

    code = "database.unusable"


class SchemaError(DatabaseError):
    """The database's schema is not the one this version works with."""

    code = "database.schema"

    def __init__(self, found: str, expected: str) -> None:
        state = f"is at version {found}" if found else "has no tables yet"
        super().__init__(
            f"The database {state}, this version of Collector needs {expected}: "
            "run “collector-bot upgrade”."
        )


class UnknownSchemaError(DatabaseError):
    """The database was made by a version of Collector this one does not know."""

    code = "database.unknown_schema"

    def __init__(self, found: str) -> None:
        super().__init__(
            f"The database is at version {found}, which this Collector does not know: "
            "another one made it; install that one, or a later one."
        )


class TemplateError(CollectorError):
    """A letter's template cannot be used as it is written.

    Args:
        what: what is wrong, as a sentence without its full stop.
        file: the template's path under the folder of templates.
        line: 1-based line, or None when the whole file is meant.
        hint: what to do, as a sentence without its full stop.
    """

    code = "template.refused"

    def __init__(
        self, what: str, *, file: str, line: int | None = None, hint: str
    ) -> None:
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {what}. {hint}.")


class ClearTextError(CollectorError):
    """A password or a letter would cross a network unencrypted.

    Args:
        host: the server that was asked for without TLS.
    """

    code = "mail.clear_text"

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} is not this machine, so its security must be tls or starttls."
        )
        self.host = host


class AddressError(CollectorError):
    """An e-mail address is not one a letter can be sent to."""

    code = "mail.address"

    def __init__(self, address: str) -> None:
        super().__init__(f"{address[:100]!a} is not a usable e-mail address.")
        self.address = address


class UnsafeLetterError(CollectorError):
    """A letter would leave with a header or a recipient nobody meant.

    Args:
        where: the header or part.
        why: what is wrong with it, as a sentence without its full stop.
    """

    code = "letter.unsafe"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"The letter was not made: {where} {why}.")
        self.where = where


class MailboxLoginError(CollectorError):
    """The mail server answered no to the sign-in; trying on would lock the account.

    Args:
        address: the mailbox.
        reply: the server's words, without secrets.
    """

    code = "mailbox.login"

    def __init__(self, address: str, reply: str) -> None:
        super().__init__(f"The mailbox {address} refuses the sign-in: {reply}.")
        self.address = address


class MailboxGoneError(CollectorError):
    """The mailbox cannot be read just now; connecting again may mend it.

    Args:
        why: what happened, or the server's words, without a full stop.
    """

    code = "mailbox.gone"

    def __init__(self, why: str) -> None:
        super().__init__(f"The mailbox cannot be read: {why}.")
        self.why = why


class SmtpRefused(CollectorError):  # noqa: N818 - an outcome the outbox records
    """A letter was not taken: it is certain that nobody received it.

    Args:
        kind: "transient" may go better later, "permanent" will not.
        code: SMTP reply code; 0 when there was no reply.
        reply: the server's words, or what happened, without secrets.
        stage: "connect", "sign_in", "sender", "recipient" or "letter".
        recipient: the address that was refused, where one was.
    """

    code = "letter.refused"

    def __init__(
        self, kind: str, smtp_code: int, reply: str, *, stage: str, recipient: str = ""
    ) -> None:
        about = f" for {recipient}" if recipient else ""
        number = f"{smtp_code} " if smtp_code else ""
        super().__init__(
            f"The mail server did not take the letter{about}: {number}{reply}"
        )
        self.kind = kind
        self.smtp_code = smtp_code
        self.reply = reply
        self.stage = stage
        self.recipient = recipient

    @property
    def transient(self) -> bool:
        """Whether trying again later makes sense."""
        return self.kind == "transient"


class SmtpUncertain(CollectorError):  # noqa: N818 - an outcome the outbox records
    """A letter was handed over and no answer came: it may have left, or not.

    Source:
        RFC 1047: the ambiguity of the final dot cannot be removed, only detected.
    """

    code = "letter.uncertain"

    def __init__(self, why: str) -> None:
        super().__init__(f"It is not known whether the letter left: {why}.")


class LetteringError(CollectorError):
    """A lettering that cannot be: nothing was changed.

    Args:
        english: the sentence.
        french: the same in French.
    """

    code = "lettering.refused"

    def __init__(self, english: str, french: str) -> None:
        super().__init__(english)
        self._french = french

    def written(self, language: str) -> str:
        """Return the sentence in French for "fr", else in English."""
        return self._french if language == "fr" else str(self)


class LetteringRepeatedError(LetteringError):
    """One entry is named twice in one lettering."""

    code = "lettering.repeated"

    def __init__(self, piece: str) -> None:
        super().__init__(
            f"{piece} is named twice in this lettering.",
            f"{piece} est cité deux fois dans ce lettrage.",
        )
        self.piece = piece


class LetteringNotOpenError(LetteringError):
    """Nothing is left open of an entry."""

    code = "lettering.not_open"

    def __init__(self, piece: str) -> None:
        super().__init__(
            f"{piece} has nothing left open.", f"{piece} n’a plus rien d’ouvert."
        )
        self.piece = piece


class LetteringMixedAccountsError(LetteringError):
    """Entries of two accounts never settle each other."""

    code = "lettering.mixed_accounts"

    def __init__(self, pieces: tuple[str, ...]) -> None:
        named = ", ".join(pieces)
        super().__init__(
            f"These entries are not all of one account: {named}.",
            f"Ces écritures ne sont pas toutes du même compte\u00a0: {named}.",
        )
        self.pieces = pieces


class LetteringMixedCurrenciesError(LetteringError):
    """Amounts of two currencies never settle each other."""

    code = "lettering.mixed_currencies"

    def __init__(self, currencies: tuple[str, ...]) -> None:
        super().__init__(
            f"A lettering is in one currency, not in {' and '.join(currencies)}.",
            f"Un lettrage se fait dans une seule devise, pas en "
            f"{' et '.join(currencies)}.",
        )
        self.currencies = currencies


class LetteringOneSidedError(LetteringError):
    """A lettering without a debit, or without a credit."""

    code = "lettering.one_sided"

    def __init__(self, pieces: tuple[str, ...]) -> None:
        named = ", ".join(pieces)
        super().__init__(
            "A lettering needs at least one debit and one credit"
            + (f"; given: {named}." if pieces else "."),
            "Il faut au moins un débit et un crédit pour lettrer"
            + (f"\u202f; donné\u00a0: {named}." if pieces else "."),
        )
        self.pieces = pieces


class LetteringAmountError(LetteringError):
    """A part of a lettering is zero or less."""

    code = "lettering.amount"

    def __init__(self, piece: str, amount: str) -> None:
        super().__init__(
            f"{amount} of {piece} cannot be lettered: not more than zero.",
            f"{amount} de {piece} ne se lettre pas\u00a0: il faut plus que zéro.",
        )
        self.piece = piece
        self.amount = amount


class LetteringOverdrawsError(LetteringError):
    """More is taken of an entry than is left open of it."""

    code = "lettering.overdraws"

    def __init__(self, piece: str, left: str, asked: str) -> None:
        super().__init__(
            f"{piece} has {left} left open, less than {asked}.",
            f"{piece} n’a plus que {left} d’ouvert, moins que {asked}.",
        )
        self.piece = piece
        self.left = left
        self.asked = asked


class LetteringUnbalancedError(LetteringError):
    """The debits and the credits of a lettering differ."""

    code = "lettering.unbalanced"

    def __init__(self, debits: str, credits_: str) -> None:
        super().__init__(
            f"The debits are {debits} and the credits {credits_}.",
            f"Les débits font {debits} et les crédits {credits_}.",
        )
        self.debits = debits
        self.credits = credits_


class InputFileNote(InputFileError):  # noqa: N818 - it costs no row
    """Something odd in a file that cost no row: said once, nothing is refused."""

    code = "file.noted"


class TermsError(CollectorError):
    """Payment terms could not be understood.

    Args:
        text: the terms as written.
    """

    code = "terms.unreadable"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text[:60]}” are no payment terms; expected for instance 30 net, "
            "45 eom, 45 eom split, 30 eom 10 or at sight."
        )
