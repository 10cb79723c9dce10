"""The last look refuses letters that other code could have made."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from collector_bot.core.errors import AddressError, UnsafeLetterError
from collector_bot.mail.compose import Draft, compose
from collector_bot.mail.guard import check_letter

CUSTOMER = "ap@client.example"
SENDER = "compta@morel.example"
LETTER = compose(
    Draft(
        message_id="<7@morel.example>",
        key="letter:7",
        written_at=datetime(2026, 3, 2, tzinfo=UTC),
        from_address=SENDER,
        from_name="",
        reply_to=SENDER,
        to=(CUSTOMER,),
        subject="Relance",
        text="Bonjour",
        html="<p>Bonjour</p>",
    )
)


def test_our_own_letter_passes():
    check_letter(LETTER, to=[CUSTOMER], sender=SENDER)


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        (b"Subject: ", b"Bcc: evil@x.example\r\nSubject: ", "the header"),
        (b"Subject: ", b"Cc: evil@x.example\r\nSubject: ", "the header"),
        (b"Subject: ", b"Subject: x\r\nSubject: ", "the header"),
        (b"Subject: Relance\r\n", b"", "the header"),
        (b"Subject: Relance", b"Subject: Relance\r\n\r\nx", "the header"),
        (b"Subject: Relance", b"Subject: Relance\r\nno header", "the header"),
        (b"Subject: Relance", b"Subject: Relance\nBcc: x@x.example", "the letter"),
        (b"Subject: Relance", b"Subject: Relance\rBcc: x@x.example", "the letter"),
        (b"Subject: Relance", b"Subject: \xc3\xa9", "the letter"),
        (b"Bonjour", b"x" * 999, "the letter"),
        (b"To: ap@", b"To: evil@x.example, ap@", "To"),
        (b"From: compta@", b"From: evil@x.example, compta@", "From"),
        (b"Content-Type: text/html", b"X-Evil: 1\r\nContent-Type: text/html", "a part"),
    ],
)
def test_anything_else_does_not(before: bytes, after: bytes, where: str):
    assert before in LETTER
    with pytest.raises(UnsafeLetterError) as refused:
        check_letter(LETTER.replace(before, after, 1), to=[CUSTOMER], sender=SENDER)
    assert refused.value.where == where


def test_the_envelope_must_be_the_letters():
    with pytest.raises(UnsafeLetterError, match="To names other people"):
        check_letter(LETTER, to=[CUSTOMER, "b@client.example"], sender=SENDER)
    with pytest.raises(AddressError):
        check_letter(LETTER, to=["<ap@client.example>"], sender=SENDER)


def test_a_header_injected_by_the_standard_library_is_caught():
    """Releases of Python before CVE-2024-6923 was mended write the Bcc."""
    message = EmailMessage(policy=SMTP)
    for name in ("Message-ID", "Date", "Reply-To", "Auto-Submitted"):
        message[name] = "x@x.example"
    message["X-Auto-Response-Suppress"] = message["X-Collector-Key"] = "x"
    message["From"], message["To"] = SENDER, CUSTOMER
    message["Subject"] = "=?utf-8?q?x=0D=0ABcc:_evil@x.example?="
    message.set_content("Bonjour")
    with pytest.raises(Exception) as refused:  # noqa: PT011 - which one: see below
        check_letter(message.as_bytes(), to=[CUSTOMER], sender=SENDER)
    assert type(refused.value).__name__ in {"UnsafeLetterError", "HeaderWriteError"}
