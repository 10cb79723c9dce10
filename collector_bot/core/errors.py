"""The refusals a person can cause, each building its one sentence from facts."""

from __future__ import annotations

from collector_bot.core.field_names import field_name
from collector_bot.core.wording import Both, either


class CollectorError(Exception):
    """A fair request the world refuses; shown to the person as one sentence.

    Args:
        english: the sentence; also what `str` gives.
        french: the same in French; plain spaces before its punctuation will do.

    Attributes:
        code: stable `noun.verb` code, the same in every language.
    """

    code = "collector.refused"

    def __init__(self, english: str, french: str) -> None:
        super().__init__(english)
        self._both: Both = (english, french)

    @property
    def both(self) -> Both:
        """The sentence in both languages."""
        return self._both

    def written(self, language: str) -> str:
        """Return the sentence in French for "fr", else in English."""
        return either(self._both, language)


class MoneyError(CollectorError):
    """A written amount or a currency could not be understood."""

    code = "money.unreadable"


class InputFileError(CollectorError):
    """A file is refused whole, or one of its rows is.

    Args:
        what: what is wrong, as a sentence without its full stop.
        file: base name of the file.
        line: 1-based line, or None when the whole file is meant.
        column: our name of the column, or None.
        hint: what to do, as a sentence without its full stop.
    """

    code = "file.refused"

    def __init__(
        self,
        what: Both,
        *,
        file: str,
        line: int | None = None,
        column: str | None = None,
        hint: Both | None = None,
    ) -> None:
        self.file, self.line, self.column = file, line, column
        where = file if line is None else f"{file}:{line}"
        in_fr = f"{where}, colonne {field_name(column, 'fr')}" if column else where
        in_en = f"{where}, column {column}" if column else where
        more = (f" {hint[0]}.", f" {hint[1]}.") if hint else ("", "")
        super().__init__(
            f"{in_en}: {what[0]}.{more[0]}", f"{in_fr} : {what[1]}.{more[1]}"
        )


class DatabaseError(CollectorError):
    """The database cannot be used as it is."""

    code = "database.unusable"


class SchemaError(DatabaseError):
    """The database's schema is not the one this version works with."""

    code = "database.schema"

    def __init__(self, found: str, expected: str) -> None:
        state = f"is at version {found}" if found else "has no tables yet"
        etat = f"est à la version {found}" if found else "n’a pas encore de tables"
        super().__init__(
            f"The database {state}, this version of Collector needs {expected}: "
            "run “collector-bot upgrade”.",
            f"La base {etat}, cette version de Collector demande la {expected} : "
            "lancez « collector-bot upgrade ».",
        )


class UnknownSchemaError(DatabaseError):
    """The database was made by a version of Collector this one does not know."""

    code = "database.unknown_schema"

    def __init__(self, found: str) -> None:
        super().__init__(
            f"The database is at version {found}, which this Collector does not know: "
            "another one made it; install that one, or a later one.",
            f"La base est à la version {found}, que ce Collector ne connaît pas : un "
            "autre l’a faite ; installez celui-là, ou un plus récent.",
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
        self, what: Both, *, file: str, line: int | None = None, hint: Both
    ) -> None:
        where = file if line is None else f"{file}:{line}"
        super().__init__(
            f"{where}: {what[0]}. {hint[0]}.", f"{where} : {what[1]}. {hint[1]}."
        )


class ClearTextError(CollectorError):
    """A password or a letter would cross a network unencrypted.

    Args:
        host: the server that was asked for without TLS.
    """

    code = "mail.clear_text"

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} is not this machine, so its security must be tls or starttls.",
            f"{host} n’est pas cette machine : sa sécurité doit être tls ou starttls.",
        )
        self.host = host


class AddressError(CollectorError):
    """An e-mail address is not one a letter can be sent to."""

    code = "mail.address"

    def __init__(self, address: str) -> None:
        shown = ascii(address[:100])
        super().__init__(
            f"{shown} is not a usable e-mail address.",
            f"{shown} n’est pas une adresse e-mail utilisable.",
        )
        self.address = address


class UnsafeLetterError(CollectorError):
    """A letter would leave with a header or a recipient nobody meant.

    Args:
        where: the header or part.
        why: what is wrong with it, as a sentence without its full stop.
    """

    code = "letter.unsafe"

    def __init__(self, where: Both, why: Both) -> None:
        super().__init__(
            f"The letter was not made: {where[0]} {why[0]}.",
            f"La lettre n’a pas été faite : {where[1]} {why[1]}.",
        )
        self.where = where[0]


class MailboxLoginError(CollectorError):
    """The mail server answered no to the sign-in; trying on would lock the account.

    Args:
        address: the mailbox.
        reply: the server's words, without secrets.
    """

    code = "mailbox.login"

    def __init__(self, address: str, reply: str) -> None:
        super().__init__(
            f"The mailbox {address} refuses the sign-in: {reply}.",
            f"La boîte {address} refuse la connexion : {reply}.",
        )
        self.address = address


class MailboxGoneError(CollectorError):
    """The mailbox cannot be read just now; connecting again may mend it.

    Args:
        why: what happened, or the server's words twice, without a full stop.
    """

    code = "mailbox.gone"

    def __init__(self, why: Both) -> None:
        super().__init__(
            f"The mailbox cannot be read: {why[0]}.",
            f"La boîte ne peut pas être lue : {why[1]}.",
        )
        self.why = why


_SMTP_LETTER: Both = (
    "The mail server did not take the letter",
    "Le serveur d’envoi n’a pas pris la lettre",
)
_SMTP_STAGES: dict[str, Both] = {
    "connect": (
        "The mail server cannot be reached",
        "Le serveur d’envoi est injoignable",
    ),
    "sign_in": (
        "The mail server refuses the sign-in",
        "Le serveur d’envoi refuse la connexion",
    ),
}


class SmtpRefused(CollectorError):  # noqa: N818 - an outcome the outbox records
    """A letter was not taken: it is certain that nobody received it.

    Args:
        kind: "transient" may go better later, "permanent" will not.
        smtp_code: SMTP reply code; 0 when there was no reply.
        reply: the server's words twice, or what happened, without secrets.
        stage: "connect", "sign_in", "sender", "recipient" or "letter".
        recipient: the address that was refused, where one was.
    """

    code = "letter.refused"

    def __init__(
        self, kind: str, smtp_code: int, reply: Both, *, stage: str, recipient: str = ""
    ) -> None:
        about = f" for {recipient}" if recipient else ""
        pour = f" pour {recipient}" if recipient else ""
        number = f"{smtp_code} " if smtp_code else ""
        english, french = _SMTP_STAGES.get(stage, _SMTP_LETTER)
        super().__init__(
            f"{english}{about}: {number}{reply[0].rstrip('.')}.",
            f"{french}{pour} : {number}{reply[1].rstrip('.')}.",
        )
        self.kind = kind
        self.smtp_code = smtp_code
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

    def __init__(self, why: Both) -> None:
        super().__init__(
            f"It is not known whether the letter left: {why[0]}.",
            f"On ne sait pas si la lettre est partie : {why[1]}.",
        )


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
            "45 eom, 45 eom split, 30 eom 10 or at sight.",
            f"« {text[:60]} » n’est pas un délai de paiement ; écrivez par exemple "
            "30 net, 45 fin de mois, fin de mois + 45, 30 fin de mois le 10 ou "
            "comptant.",
        )
