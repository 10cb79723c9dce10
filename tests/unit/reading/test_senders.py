"""Whose account speaks, and what smells of somebody else."""

from __future__ import annotations

import pytest

from collector_bot.core.reading import NothingKnown
from tests.unit.reading.mails import PASSED, mail, read

RESULTS = "Authentication-Results: {}\r\n"


@pytest.mark.parametrize(
    ("sender", "text", "account", "known_by"),
    [
        ("compta@acme.example", "Bonjour", "ACME", "address"),
        ("COMPTA@Acme.Example", "Bonjour", "ACME", "address"),
        ("autre@acme.example", "Bonjour", "ACME", "domain"),
        ("a@mail.acme.example", "Bonjour", "ACME", "domain"),
        ("garage@gmail.com", "Bonjour", "GAR", "address"),
        ("autre@gmail.com", "Bonjour", None, ""),
        ("x@jumeaux.example", "Bonjour", None, ""),
        ("x@perso.example", "La F-1041 est payée.", "ACME", "reference"),
        ("x@perso.example", "F-1041 et INV-208", None, ""),
        ("x@perso.example", "Bonjour,\n\nPaul\nGarage Mornais", "GAR", "name"),
        ("x@perso.example", "Bonjour", None, ""),
    ],
)
def test_whose_account(sender, text, account, known_by):
    reading = read(mail(text, sender=sender, subject="x"))
    assert (reading.sender_account, reading.known_by) == (account, known_by)


@pytest.mark.parametrize(
    "sender",
    ["a@b.example>, <c@d.example", "a@b.example, c@d.example", "", "nobody"],
)
def test_only_one_mailbox_is_a_sender(sender):
    assert read(mail("Bonjour", sender=sender)).sender == ""


def test_two_from_headers_are_no_sender():
    raw = mail("Bonjour", headers="From: Other <x@evil.example>\r\n")
    assert read(raw).sender == ""


@pytest.mark.parametrize(
    ("result", "authenticated", "suspicious"),
    [
        (PASSED, True, False),
        ("mx.ateliers-morel.example; dmarc=fail header.from=acme.example", False, True),
        ("mx.ateliers-morel.example 1; spf=pass; dmarc=none", False, False),
        ("mx.elsewhere.example; dmarc=fail", None, False),
        ("mx.ateliers-morel.example; spf=pass", None, False),
        ("mx.ateliers-morel.example; spf=pass (dmarc=fail) ; dmarc=pass", True, False),
    ],
)
def test_only_our_own_servers_header_counts(result, authenticated, suspicious):
    reading = read(mail("Bonjour", headers=RESULTS.format(result)))
    assert (reading.authenticated, reading.suspicious) == (authenticated, suspicious)


MICROSOFT = (
    "spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=acme.example;\r\n"
    " dkim=pass (signature was verified) header.d=acme.example;\r\n"
    " dmarc={} action=none header.from=acme.example;compauth=pass reason=100"
)


@pytest.mark.parametrize(
    ("trusted", "result", "authenticated", "suspicious"),
    [
        (("microsoft365",), MICROSOFT.format("pass"), True, False),
        (("microsoft365",), MICROSOFT.format("fail"), False, True),
        (("mx.ateliers-morel.example",), MICROSOFT.format("pass"), None, False),
        (("mx.a.example", "Microsoft365"), MICROSOFT.format("pass"), True, False),
        (("microsoft365",), "mx.elsewhere.example; dmarc=pass", None, False),
        (("microsoft365",), "microsoft365; dmarc=pass", None, False),
    ],
)
def test_microsoft_365_names_no_server(trusted, result, authenticated, suspicious):
    reading = read(
        mail("Bonjour", headers=RESULTS.format(result)), trusted_authserv=trusted
    )
    assert (reading.authenticated, reading.suspicious) == (authenticated, suspicious)


def test_only_the_topmost_result_of_microsoft_365_counts():
    below = RESULTS.format(MICROSOFT.format("pass"))
    raw = mail("Bonjour", headers=RESULTS.format("mx.elsewhere.example; a=b") + below)
    assert read(raw, trusted_authserv=("microsoft365",)).authenticated is None


def test_only_the_topmost_result_counts():
    forged = RESULTS.format("mx.elsewhere.example; dmarc=none") + RESULTS.format(PASSED)
    assert read(mail("Bonjour", headers=forged)).authenticated is None


@pytest.mark.parametrize(
    "sender",
    ["compta@acrne.example", "compta@acme-paiements.example", "compta@acm3.example"],
)
def test_a_domain_that_imitates_one_we_know(sender):
    reading = read(
        mail("Bonjour,\n\nLa F-1041 est en cours.\nAcme Distribution", sender=sender)
    )
    assert reading.sender_account == "ACME"
    assert reading.suspicions == ("look-alike domain",)


def test_answers_that_would_go_elsewhere():
    reading = read(mail("Bonjour", headers="Reply-To: <compta@elsewhere.example>\r\n"))
    assert reading.suspicions == ("reply-to elsewhere",)


def test_answers_to_another_mailbox_of_the_same_house():
    assert not read(
        mail("Bonjour", headers="Reply-To: <ap@mail.acme.example>\r\n")
    ).suspicious


def test_hidden_direction_marks():
    assert read(mail("Bonjour", subject="Re: F\u202e-1041")).suspicious


def test_new_bank_details_from_a_name_on_an_unknown_address():
    text = "Merci de noter nos nouvelles coordonnées bancaires.\nGarage Mornais"
    assert read(mail(text, sender="x@perso.example")).suspicious


def test_our_own_mail_says_nothing():
    raw = mail("Nous paierons vendredi", sender="comptabilite@ateliers-morel.example")
    reading = read(raw)
    assert (reading.sender_account, reading.findings) == (None, ())


def test_without_a_ledger_findings_are_still_heard():
    reading = read(mail("Nous réglerons la F-1041 vendredi."), known=NothingKnown())
    assert [type(f).__name__ for f in reading.findings] == ["Promise"]
    assert reading.sender_account is None
