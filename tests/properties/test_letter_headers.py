"""No text, however odd, adds a header, a recipient or a part to a letter."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

from hypothesis import given, settings
from hypothesis import strategies as st

from collector_bot.core.errors import UnsafeLetterError
from collector_bot.mail.compose import Attachment, Draft, compose

NAMES = (
    "Message-ID Date From To Reply-To Subject Auto-Submitted X-Auto-Response-Suppress "
    "X-Collector-Key MIME-Version Content-Type"
).split()
PIECES = ["\r\n", "\n", "\r", "Bcc: e@x.example", "=?utf-8?q?", "=0D=0A", "?="]
PIECES += ["é", "€", " ", "\u202f", '"', "\\", "<e@x.example>", ",", ";", "\u2028"]
PIECES += ["\ud800", "--", "."]
HOSTILE = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(subject=HOSTILE, name=HOSTILE, text=HOSTILE, file_name=HOSTILE)
def test_any_text_makes_the_same_letter_or_none(subject, name, text, file_name):
    file = Attachment(name=file_name, media_type="text/csv", content=b"a;b")
    draft = Draft(
        message_id="<7@morel.example>",
        key="letter:7",
        written_at=datetime(2026, 3, 2, tzinfo=UTC),
        from_address="compta@morel.example",
        from_name=name,
        reply_to="compta@morel.example",
        to=("ap@client.example",),
        subject=subject,
        text=text,
        html=text or "-",
        attachments=(file,),
    )
    try:
        raw = compose(draft)
    except UnsafeLetterError as refused:
        assert "=?" in str(refused) or "empty" in str(refused)  # noqa: PT017
        return
    letter = message_from_bytes(raw.replace(b"\r\n", b"\n"), policy=policy.default)
    assert list(letter.keys()) == NAMES
    assert [part.get_content_type() for part in letter.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/csv",
    ]
    plain = letter.get_body(("plain",)).get_content()
    meant = text.encode("utf-8", "replace").decode()
    meant = meant.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    assert plain == meant
