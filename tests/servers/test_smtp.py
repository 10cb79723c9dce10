"""Handing letters to a real mail server that refuses, drops and keeps silent."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from collector_bot.core.errors import SmtpRefused, SmtpUncertain
from collector_bot.mail.compose import Draft, compose, message_id
from collector_bot.mail.smtp import SmtpDoor, SmtpSettings
from tests.servers.certificates import Certificates
from tests.servers.ports import free_port
from tests.servers.smtp import DROP, PASSWORD, SILENCE, TOKEN, SmtpServer

pytestmark = pytest.mark.server

CUSTOMER = "compta@client.example"
COLLEAGUE = "ap@client.example"
ARCHIVE = "compta+archive@us.test"


def draft(**changes: object) -> Draft:
    chosen: dict[str, object] = {
        "message_id": message_id(b"an installation's key", "letter:7", "us.test"),
        "key": "letter:7",
        "written_at": datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        "from_address": "compta@us.test",
        "from_name": "Ateliers Morel",
        "reply_to": "compta@us.test",
        "to": (CUSTOMER,),
        "subject": "Relance : 1 234,56 € échus",
        "text": "Bonjour,\n.\n..deux points\n.fin\n",
    }
    return Draft(**{**chosen, **changes})


LETTER = compose(draft())


@pytest.fixture
def settings(smtp: SmtpServer, certificates: Certificates):
    def make(**changes: object) -> SmtpSettings:
        chosen: dict[str, object] = {
            "host": smtp.host,
            "port": smtp.port,
            "security": "starttls",
            "auth": "password",
            "user": "bot@us.test",
            "secret": PASSWORD,
            "from_address": "compta@us.test",
            "archive_address": ARCHIVE,
            "ca_file": str(certificates.authority),
            "connect_timeout": 5,
            "data_timeout": 5,
        }
        return SmtpSettings(**{**chosen, **changes})

    return make


def send(settings: SmtpSettings, raw: bytes = LETTER):
    with SmtpDoor(settings).connect() as line:
        line.offer(recipients=[CUSTOMER, ARCHIVE])
        return line.hand_over(raw)


@pytest.fixture
def implicit(certificates: Certificates) -> Iterator[SmtpServer]:
    with SmtpServer(tls=certificates.server) as server:
        yield server


def test_a_letter_arrives_as_it_was_composed_for_customer_and_archive(smtp, settings):
    accepted = send(settings())
    assert (accepted.code, accepted.reply) == (250, "2.0.0 Taken")
    (letter,) = smtp.letters
    assert letter.raw == LETTER
    assert letter.sender == "compta@us.test"
    assert letter.recipients == (CUSTOMER, ARCHIVE)
    assert smtp.clear_sign_ins == 0


def test_implicit_tls_and_a_token(implicit, settings):
    send(settings(port=implicit.port, security="tls", auth="xoauth2", secret=TOKEN))
    assert len(implicit.letters) == 1


def test_a_server_that_only_knows_login(certificates, settings):
    with SmtpServer(starttls=certificates.server, without=("PLAIN",)) as server:
        send(settings(port=server.port))
        assert len(server.letters) == 1


@pytest.mark.parametrize(
    ("auth", "secret"), [("password", "wrong-secret"), ("xoauth2", "wrong-token")]
)
def test_a_refused_sign_in_holds_the_letter_and_shows_no_secret(
    smtp, settings, auth, secret
):
    chosen = settings(auth=auth, secret=secret)
    with pytest.raises(SmtpRefused) as refused:
        send(chosen)
    error = refused.value
    assert (error.kind, error.smtp_code, error.stage) == ("transient", 535, "sign_in")
    assert secret not in f"{error} {error!r} {chosen!r}"
    assert smtp.letters == []


def test_a_certificate_of_a_stranger_ends_the_connection(
    smtp, implicit, certificates, settings
):
    for ca_file in (str(certificates.stranger), ""):
        for port, security in ((smtp.port, "starttls"), (implicit.port, "tls")):
            with pytest.raises(SmtpRefused, match="certificate is not believed") as no:
                send(settings(port=port, security=security, ca_file=ca_file))
            assert (no.value.kind, no.value.stage) == ("transient", "connect")
    assert smtp.letters == implicit.letters == []


def test_a_certificate_for_another_host_ends_the_connection(certificates, settings):
    with (
        SmtpServer(starttls=certificates.other_name) as elsewhere,
        pytest.raises(SmtpRefused, match="IP address mismatch"),
    ):
        send(settings(port=elsewhere.port))
    assert elsewhere.letters == []


def test_no_password_is_shown_to_a_server_without_starttls(settings):
    with SmtpServer() as bare, pytest.raises(SmtpRefused, match="STARTTLS"):
        send(settings(port=bare.port))
    assert bare.clear_sign_ins == 0


def test_nobody_listening_is_certainly_not_sent(settings):
    with pytest.raises(SmtpRefused) as refused:
        send(settings(port=free_port()))
    assert (refused.value.kind, refused.value.smtp_code) == ("transient", 0)


def test_a_refused_customer_is_named_and_the_next_letter_still_leaves(smtp, settings):
    smtp.recipients[COLLEAGUE] = ["550 5.1.1 No such user."]
    with SmtpDoor(settings()).connect() as line:
        with pytest.raises(SmtpRefused) as refused:
            line.offer(recipients=[CUSTOMER, COLLEAGUE, ARCHIVE])
        line.offer(recipients=[CUSTOMER, ARCHIVE])
        line.hand_over(LETTER)
    error = refused.value
    assert (error.kind, error.smtp_code, error.stage) == ("permanent", 550, "recipient")
    assert error.recipient == COLLEAGUE
    assert str(error).endswith(f" for {COLLEAGUE}: 550 5.1.1 No such user.")
    assert [letter.recipients for letter in smtp.letters] == [(CUSTOMER, ARCHIVE)]


def test_a_greylisted_customer_is_taken_the_second_time(smtp, settings):
    smtp.recipients[CUSTOMER] = ["451 4.7.1 Come back later"]
    with pytest.raises(SmtpRefused) as refused:
        send(settings())
    assert (refused.value.kind, refused.value.recipient) == ("transient", CUSTOMER)
    assert smtp.letters == []
    assert send(settings()).code == 250
    assert len(smtp.letters) == 1


def test_a_refused_archive_holds_the_letter_back(smtp, settings):
    smtp.recipients[ARCHIVE] = ["550 5.1.1 No such user."]
    with pytest.raises(SmtpRefused) as refused:
        send(settings())
    assert (refused.value.kind, refused.value.recipient) == ("transient", ARCHIVE)
    assert smtp.letters == []


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("550 5.7.1 Not your address", "permanent"), ("452 4.3.1 Full", "transient")],
)
def test_a_refused_sender(smtp, settings, answer, kind):
    smtp.mails = [answer]
    with pytest.raises(SmtpRefused) as refused:
        send(settings())
    assert (refused.value.kind, refused.value.stage) == (kind, "sender")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("554 5.7.1 Looks like spam", "permanent"), ("451 4.3.0 Try later", "transient")],
)
def test_a_refused_letter_was_not_sent(smtp, settings, answer, kind):
    smtp.datas = [answer]
    with pytest.raises(SmtpRefused) as refused:
        send(settings())
    assert (refused.value.kind, refused.value.stage) == (kind, "letter")
    assert str(refused.value) == f"The mail server did not take the letter: {answer}."
    assert smtp.letters == []


@pytest.mark.parametrize("accident", [DROP, SILENCE])
def test_a_letter_without_an_answer_is_uncertain_and_may_have_left(
    smtp, settings, accident
):
    smtp.datas = [accident]
    with pytest.raises(SmtpUncertain):
        send(settings(data_timeout=0.3))
    assert len(smtp.letters) == 1


def test_an_answer_that_means_nothing_is_uncertain(smtp, settings):
    smtp.datas = ["399 hm"]
    with pytest.raises(SmtpUncertain, match="the server answered 399 hm"):
        send(settings())


@pytest.mark.parametrize("accident", [DROP, SILENCE])
@pytest.mark.parametrize("moment", ["greeting", "sender", "customer", "archive"])
def test_a_line_lost_before_the_letter_means_not_sent(smtp, settings, accident, moment):
    if moment == "greeting":
        smtp.greetings = [accident]
    elif moment == "sender":
        smtp.mails = [accident]
    else:
        smtp.recipients[CUSTOMER if moment == "customer" else ARCHIVE] = [accident]
    with pytest.raises(SmtpRefused) as refused:
        send(settings(connect_timeout=0.3))
    assert (refused.value.kind, refused.value.smtp_code) == ("transient", 0)
    assert smtp.letters == []


def test_a_line_lost_when_the_letter_is_announced_means_not_sent(smtp, settings):
    smtp.drop_before_go_ahead = True
    with pytest.raises(SmtpRefused) as refused:
        send(settings())
    assert (refused.value.kind, refused.value.stage) == ("transient", "letter")
    assert smtp.letters == []


def test_a_withdrawn_letter_leaves_nothing_behind(smtp, settings):
    with SmtpDoor(settings()).connect() as line:
        line.offer(recipients=[COLLEAGUE, ARCHIVE])
        line.withdraw()
        with pytest.raises(ValueError, match="no letter was offered"):
            line.hand_over(LETTER)
        line.offer(recipients=[CUSTOMER, ARCHIVE])
        line.hand_over(LETTER)
    assert [letter.recipients for letter in smtp.letters] == [(CUSTOMER, ARCHIVE)]


@pytest.mark.parametrize(
    "raw",
    [
        LETTER.replace(b"To: compta@", b"To: ap@"),
        LETTER.replace(b"Reply-To:", b"Bcc: evil@x.example\r\nReply-To:"),
        LETTER.replace(b"Bonjour,", b"Bonjour,\n.\nMAIL FROM:<evil@x.example>\n"),
        LETTER.replace(b"Bonjour", "Bonjour à vous".encode()),
        LETTER.replace(b"From: ", b"From: evil@x.example, "),
    ],
    ids=["other people", "hidden recipient", "bare line end", "8 bit", "two authors"],
)
def test_a_letter_that_is_not_what_was_offered_is_not_handed_over(smtp, settings, raw):
    with SmtpDoor(settings()).connect() as line:
        line.offer(recipients=[CUSTOMER, ARCHIVE])
        with pytest.raises(SmtpRefused) as refused:
            line.hand_over(raw)
    assert (refused.value.kind, refused.value.smtp_code) == ("permanent", 0)
    assert smtp.letters == []


@pytest.mark.parametrize(
    "subject",
    [
        "Re: x\r\nBcc: evil@x.example",
        "Re: x\r\n\r\n.\r\nMAIL FROM:<evil@x.example>",
        "Re: x\x85Bcc: evil@x.example\u2028Bcc: evil@x.example",
    ],
)
def test_a_hostile_subject_adds_no_recipient(smtp, settings, subject):
    send(settings(), compose(draft(subject=subject)))
    (letter,) = smtp.letters
    assert letter.recipients == (CUSTOMER, ARCHIVE)
    assert b"\r\nbcc" not in letter.raw.lower()
