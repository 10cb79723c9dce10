"""What a mail server must be before a password is shown to it, and to whom we write."""

import pytest

from collector_bot.core.errors import AddressError, ClearTextError
from collector_bot.mail.address import address, domain_of
from collector_bot.mail.connection import reported
from collector_bot.mail.imap import MailboxSettings
from collector_bot.mail.smtp import SmtpSettings

SECRET = "hunter2-and-more"


def smtp(**changes: object) -> SmtpSettings:
    chosen: dict[str, object] = {
        "host": "smtp.morel.example",
        "port": 587,
        "security": "starttls",
        "auth": "password",
        "user": "bot",
        "secret": SECRET,
        "from_address": "compta@morel.example",
    }
    return SmtpSettings(**{**chosen, **changes})


def mailbox(**changes: object) -> MailboxSettings:
    chosen: dict[str, object] = {
        "address": "compta@morel.example",
        "host": "imap.morel.example",
        "port": 993,
        "security": "tls",
        "auth": "password",
        "user": "bot",
        "secret": SECRET,
    }
    return MailboxSettings(**{**chosen, **changes})


@pytest.mark.parametrize("make", [smtp, mailbox])
@pytest.mark.parametrize("host", ["mail.morel.example", "192.0.2.7", "localhost.evil"])
def test_clear_text_leaves_this_machine_never(make, host):
    with pytest.raises(ClearTextError) as refused:
        make(host=host, security="none")
    assert str(refused.value) == (
        f"{host} is not this machine, so its security must be tls or starttls."
    )


@pytest.mark.parametrize("make", [smtp, mailbox])
@pytest.mark.parametrize("host", ["127.0.0.1", "127.3.2.1", "::1", "LOCALHOST"])
def test_clear_text_stays_possible_on_this_machine(make, host):
    assert make(host=host, security="none").host == host


@pytest.mark.parametrize("make", [smtp, mailbox])
def test_the_secret_is_not_shown(make):
    assert SECRET not in repr(make())


def test_the_settings_addresses_are_checked():
    with pytest.raises(AddressError):
        smtp(from_address="Compta <compta@morel.example>")
    with pytest.raises(AddressError):
        smtp(archive_address="archive")
    with pytest.raises(AddressError):
        mailbox(address="")


@pytest.mark.parametrize(
    "good",
    [
        "a@b.example",
        "compta+archive@ateliers-morel.example",
        "o'brien.ap@mail.client.example",
        "x@xn--socit-esab.example",
        f"{'l' * 64}@client.example",
    ],
)
def test_plain_addresses(good: str):
    assert address(good) == good


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "nobody",
        "@client.example",
        "a@",
        "a@localhost",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "a@b@client.example",
        "a b@client.example",
        ".a@client.example",
        "a..b@client.example",
        '"a b"@client.example',
        "Name <a@client.example>",
        "a@client.example)b@evil.example",
        "a@client.example\r\nRCPT TO:<evil@x.example>",
        "a@client.example\n",
        "a@-client.example",
        "a@client.example.",
        "é@client.example",
        "a@société.example",
        "=?utf-8?q?a?=@client.example",
        f"{'l' * 65}@client.example",
        f"a@{'d.' * 130}example",
    ],
)
def test_everything_else_is_no_address(bad: str):
    with pytest.raises(AddressError):
        address(bad)


def test_a_domain_is_compared_in_lower_case():
    assert domain_of("A@Client.Example") == "client.example"


def test_a_servers_words_are_one_short_line_without_secrets():
    assert reported(b"4.7.0 \r\n\x1b[31mno \xff", "") == "4.7.0 [31mno \ufffd"
    assert reported(f"bad {SECRET}", SECRET) == "bad [secret]"
    assert len(reported("x" * 5000)) == 300
