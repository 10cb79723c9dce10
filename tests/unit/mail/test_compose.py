"""What a composed letter holds, and what it never holds."""

from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from collector_bot.core.errors import AddressError, UnsafeLetterError
from collector_bot.mail.compose import Attachment, Draft, compose, message_id

SECRET = b"an installation's key"
PDF = Attachment(name="relevé.pdf", media_type="application/pdf", content=b"%PDF-1.7\n")
EXCHANGE_ID = f"<{'PA4PR01MB7654' * 12}@PA4PR01MB7654.eurprd01.prod.exchangelabs.test>"
TODAY = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def draft(**changes: object) -> Draft:
    chosen: dict[str, object] = {
        "message_id": message_id(SECRET, "letter:7", "morel.example"),
        "key": "letter:7",
        "written_at": TODAY,
        "from_address": "compta@morel.example",
        "from_name": "Ateliers Morel",
        "reply_to": "factures@morel.example",
        "to": ("ap@client.example",),
        "subject": "Relance",
        "text": "Bonjour,\nMerci.",
    }
    return Draft(**{**chosen, **changes})


def parsed(**changes: object) -> EmailMessage:
    raw = compose(draft(**changes))
    return message_from_bytes(raw.replace(b"\r\n", b"\n"), policy=policy.default)


def test_the_whole_letter():
    assert compose(draft()).decode().split("\r\n") == [
        "Message-ID: <2d424a801d96823a7445c6dcf7069d1e@morel.example>",
        "Date: Mon, 02 Mar 2026 09:30:00 +0100",
        'From: "Ateliers Morel"',
        " <compta@morel.example>",
        "To: ap@client.example",
        "Reply-To: factures@morel.example",
        "Subject: Relance",
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: OOF, AutoReply",
        "X-Collector-Key: letter:7",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Bonjour,",
        "Merci.",
        "",
    ]


def test_the_same_facts_give_the_same_bytes():
    same = {"html": "<p>Bonjour</p>", "attachments": (PDF,)}
    assert compose(draft(**same)) == compose(draft(**same))


def test_text_html_and_files_stand_in_their_order():
    letter = parsed(
        text="Échéance : 1 234,56 €\r\n.\n" + "mot " * 60,
        html="<p>Échéance : 1 234,56 €</p>",
        attachments=(PDF,),
    )
    assert [part.get_content_type() for part in letter.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    text = letter.get_body(("plain",)).get_content()
    assert text == "Échéance : 1 234,56 €\n.\n" + "mot " * 60 + "\n"
    assert letter.get_body(("html",)).get_content() == (
        "<p>Échéance : 1 234,56 €</p>\n"
    )
    (file,) = letter.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("relevé.pdf", b"%PDF-1.7\n")


def test_french_subjects_and_names_come_back_as_written():
    subject = "Relance : 1 234,56 € échus depuis le 12 mars — merci de régler " * 3
    letter = parsed(subject=subject[:180], from_name="Ateliers Morel – Comptabilité")
    assert letter["Subject"] == subject[:180].strip()
    assert letter["From"].addresses[0].display_name == "Ateliers Morel – Comptabilité"


def test_a_name_with_quotes_stays_a_name():
    name = r'Morel "ok" <evil@x.example>, \ "evil'
    (sender,) = parsed(from_name=name)["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (name, "compta@morel.example")


def test_long_exchange_ids_stay_ids():
    raw = compose(draft(in_reply_to=EXCHANGE_ID, references=("<a@b>", EXCHANGE_ID)))
    assert f"In-Reply-To: {EXCHANGE_ID}\r\n".encode() in raw
    assert f"References: <a@b>\r\n {EXCHANGE_ID}\r\n".encode() in raw


@pytest.mark.parametrize(
    "stranger",
    [
        "no brackets",
        "<two@x> <ids@x>",
        "<x\r\nBcc: evil@x.example>",
        "<=?utf-8?q?x=0D=0ABcc:_evil@x.example?=>",
        "<é@x>",
        f"<{'x' * 251}>",
        "",
    ],
)
def test_an_id_that_is_none_is_left_out(stranger: str):
    letter = parsed(in_reply_to=stranger, references=(stranger, "<good@x>"))
    assert letter["In-Reply-To"] is None
    assert letter["References"] == "<good@x>"


def test_of_a_long_thread_the_first_and_the_latest_ids_are_kept():
    thread = tuple(f"<{number}@x>" for number in range(40))
    kept = ["<0@x>", *(f"<{number}@x>" for number in range(31, 40))]
    assert parsed(references=thread)["References"].split() == kept


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Re: x\r\nBcc: evil@x.example", "Re: x Bcc: evil@x.example"),
        ("a\u2028b\u2029c\x85d\x00e\tf", "a b c d e f"),
        ("prix \u202etxt.exe\u2066 !", "prix txt.exe !"),
        ("lone \ud800 surrogate", "lone ? surrogate"),
        ("  espaces   multiples  ", "espaces multiples"),
        ("x" * 500, "x" * 200),
        ("a word " * 25, ("a word " * 25).strip()),
    ],
)
def test_a_subject_is_one_visible_line(written: str, sent: str):
    assert parsed(subject=written)["Subject"] == sent


@pytest.mark.parametrize(
    "hostile",
    [
        "Re: =?utf-8?q?x=0D=0ABcc:_evil@x.example?=",
        "=\u202a?utf-8?q?x=0D=0ABcc:_evil@x.example?=",
    ],
)
def test_an_encoded_word_in_free_text_is_refused(hostile: str):
    with pytest.raises(UnsafeLetterError) as subject:
        compose(draft(subject=hostile))
    assert str(subject.value) == (
        "The letter was not made: Subject contains “=?”, the start of an encoded-word."
    )
    with pytest.raises(UnsafeLetterError, match="From contains"):
        compose(draft(from_name=hostile))


@pytest.mark.parametrize("empty", ["", " \r\n "])
def test_a_letter_without_subject_is_refused(empty: str):
    with pytest.raises(UnsafeLetterError, match="Subject is empty"):
        compose(draft(subject=empty))


def test_a_letter_to_nobody_is_refused():
    with pytest.raises(UnsafeLetterError, match="To names nobody"):
        compose(draft(to=()))


@pytest.mark.parametrize("place", ["from_address", "reply_to", "to"])
def test_every_address_is_checked(place: str):
    hostile = "ap@client.example\r\nBcc: evil@x.example"
    with pytest.raises(AddressError):
        compose(draft(**{place: (hostile,) if place == "to" else hostile}))


@pytest.mark.parametrize("key", ["", "a b", "a\r\nBcc: x@x.example", "é", "k" * 201])
def test_a_key_that_could_not_be_found_again_is_a_mistake(key: str):
    with pytest.raises(ValueError, match="key must be"):
        compose(draft(key=key))


def test_a_naive_date_is_a_mistake():
    with pytest.raises(ValueError, match="aware"):
        compose(draft(written_at=TODAY.replace(tzinfo=None)))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ('a"; filename="b.exe', "a__ filename__b.exe"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("relevé\r\nX-Evil: 1.pdf", "relevé X-Evil_ 1.pdf"),
        ("...", "file"),
        ("日本.pdf", "日本.pdf"),
    ],
)
def test_a_file_name_is_only_a_name(name: str, written: str):
    file = Attachment(name=name, media_type="text/csv", content=b"a;b\r\n")
    (part,) = parsed(attachments=(file,)).iter_attachments()
    assert part.get_filename() == written
    assert list(part.keys()) == [
        "Content-Type",
        "Content-Disposition",
        "Content-Transfer-Encoding",
    ]


@pytest.mark.parametrize(
    "media_type", ["text/html\r\nX-Evil: 1", "message/rfc822", "multipart/mixed", ""]
)
def test_a_media_type_that_is_none_is_refused(media_type: str):
    file = Attachment(name="a", media_type=media_type, content=b"")
    with pytest.raises(UnsafeLetterError, match="media type"):
        compose(draft(attachments=(file,)))


def test_an_id_belongs_to_its_key_and_its_installation():
    assert message_id(SECRET, "a", "x.example") == message_id(SECRET, "a", "x.example")
    ids = {
        message_id(SECRET, "a", "x.example"),
        message_id(SECRET, "b", "x.example"),
        message_id(SECRET + b"!", "a", "x.example"),
    }
    assert len(ids) == 3
    with pytest.raises(ValueError, match="16 bytes"):
        message_id(b"short", "a", "x.example")
    with pytest.raises(AddressError):
        message_id(SECRET, "a", "x.example>\r\nBcc: y")


def test_dates_are_written_with_their_offset():
    assert parsed(written_at=datetime(2026, 7, 14, 8, 0, tzinfo=UTC))["Date"] == (
        "Tue, 14 Jul 2026 08:00:00 +0000"
    )
