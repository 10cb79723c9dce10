"""Laws of reading: no bytes break it, quotes and signatures change nothing."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from collector_bot.core.reading import finding_from_json, read_mail, reading_json
from collector_bot.core.reading.contract import finding_json
from collector_bot.files.attachments import sheets_of
from tests.properties import letters_rewritten
from tests.unit.reading import test_corpus as corpus
from tests.unit.reading.mails import mail, read

LETTERS = Path(__file__).parents[1] / "letters" / "tuned"
SEEDS = [path.read_bytes() for path in sorted(LETTERS.glob("*.eml"))[::9]]
SECONDS_MAX = 2.0

TEXTS = [
    "Bonjour,\n\nLe virement de la F-1041 partira vendredi, pour 1 284,00 €.",
    "Hello,\n\nWe will pay F-1041 on 30 November and F-1042 on 15 December.",
    "Bonjour,\n\nLa F-1041 est déjà réglée, virement du 20 novembre.",
    "Bonjour,\n\nNous contestons la F-1042 : il manque deux cartons à la livraison.",
    "Hello,\n\nCould you send us a copy of invoice F-1043?",
    "Bonjour,\n\nNotre société est en redressement judiciaire.",
]
QUOTES = [
    "\n\nLe 20/11/2026 à 09:30, Ateliers <a@b.example> a écrit :\n> Merci de régler la F-1043 avant le 25.\n> Nous paierons vendredi.",
    "\n\nDe : Ateliers\nEnvoyé : vendredi 20 novembre\nÀ : x\nObjet : Relance F-1043\n\nMerci de régler 886,20 € le 25.",
    "\n\nOn Fri, 20 Nov 2026 at 09:30, Ateliers <a@b.example> wrote:\n> Please pay F-1043 by 25 November.",
    "\n\n-----Original Message-----\nFrom: a\nSubject: F-1043\n\nPlease pay by 25 November.",
]
SIGNATURES = [
    "\n\nCordialement,\n\nAnne Martin\nComptable fournisseurs\n04 00 00 00 12",
    "\n\nKind regards\nAnne\nAccounts payable",
    "\n\n-- \nAnne\nhttps://acme.example",
    "\n\nEnvoyé de mon iPhone",
    "\n\nBien à vous,\nAnne\n\nCe message et ses pièces jointes sont confidentiels et peuvent être payés le 30.",
]


def timed(raw: bytes) -> None:
    started = time.process_time()
    reading = read(raw, sheets=sheets_of)
    assert time.process_time() - started < SECONDS_MAX
    for finding in reading.findings:
        assert finding.evidence
        assert 0 <= finding.confidence <= 1
        assert finding_from_json(finding_json(finding)) == finding


@given(st.binary(max_size=3000))
def test_no_bytes_break_it(raw):
    timed(raw)


@given(st.text(max_size=2000), st.sampled_from(["text/plain", "text/html"]))
def test_no_words_break_it(text, kind):
    timed(mail(text.encode("utf-8", "replace").decode(), kind=kind))


@given(st.sampled_from(SEEDS), st.data())
def test_no_mutation_of_a_real_mail_breaks_it(raw, data):
    mutable = bytearray(raw)
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(mutable) - 1))
        mutable[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(mutable)))
    timed(bytes(mutable[:cut] if data.draw(st.booleans()) else mutable))


@given(st.sampled_from(TEXTS), st.sampled_from(SIGNATURES), st.sampled_from(QUOTES))
def test_an_added_signature_and_quote_change_nothing(text, signature, quote):
    plain = read(mail(text)).findings
    assert plain
    assert read(mail(text + signature)).findings == plain
    assert read(mail(text + quote)).findings == plain
    assert read(mail(text + signature + quote)).findings == plain


@pytest.mark.parametrize(
    "body",
    [
        "De : a\nEnvoyé : b\n" * 20_000,
        "Le jeu" * 50_000,
        "On Thu\n" * 50_000,
        "\n" * 200_000,
        "nous vous paierons le virement de 12 euros le 30 novembre " * 10_000,
        "1 234 567 " * 100_000,
        "26/1067 " * 50_000,
        ">" * 100_000,
        "ne n' vous la les le pas " * 700,
        "the payment of the transfer of the invoice " * 1_000,
        "we have not been able to see the goods on the delivery " * 800,
        "will be also now then therefore still paid not on hold " * 800,
        "balance; rest, and 1,000 on 4 December, and 2,000 on 5 January " * 700,
        "wir werden die Zahlung der Rechnung am nicht von " * 900,
        "1,,,,,,, ... '' " * 4_000,
        "On 4 Dec 2026 a <b@c.example " * 2_000,
        "trasnfer paymnet invioce " * 2_000,
    ],
)
def test_long_bodies_do_not_take_long(body):
    timed(mail(body))


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000,
        "<table><tr><td>" * 10_000,
        "<blockquote>" * 10_000 + "x",
        "<table>" + "<tr><td>F-1041</td><td>1,00</td></tr>" * 20_000 + "</table>",
        "<div " + " a=b" * 50_000 + ">x</div>",
        "<p>nous paierons vendredi</p>" * 200_000,
    ],
)
def test_large_markup_does_not_take_long(body):
    timed(mail(body, kind="text/html"))


SCORING = corpus.scoring
LEDGER = SCORING.ledger()
CORPUS = letters_rewritten.letters()
LONG = [one for one in CORPUS if len(one[2].split()) > 6]
ALIGNED = re.compile(r"\S {3,}\S|\.{4}")


def told(raw: bytes) -> tuple[object, ...]:
    """What a letter of the corpus says, without its evidence."""
    reading = read_mail(
        raw,
        known=LEDGER,
        own_addresses=SCORING.OURS,
        trusted_authserv=SCORING.TRUSTED,
        sheets=sheets_of,
    )
    shown = reading_json(reading, "x.eml")
    found = [
        {k: v for k, v in one.items() if k not in {"evidence", "confidence"}}
        for one in shown["findings"]
    ]
    return found, reading.sender_account, reading.suspicious


@given(st.sampled_from(LONG), st.sampled_from(sorted(letters_rewritten.QUOTED.items())))
def test_quoting_the_letter_below_itself_changes_nothing(letter, style):
    _, raw, text = letter
    quoted = text.rstrip() + style[1](text)
    assert told(letters_rewritten.rewritten(raw, quoted)) == told(raw)


@given(st.sampled_from(LONG), st.sampled_from(letters_rewritten.SIGNED))
def test_signing_the_letter_again_changes_nothing(letter, signature):
    _, raw, text = letter
    signed = text.rstrip() + signature
    assert told(letters_rewritten.rewritten(raw, signed)) == told(raw)


@given(st.sampled_from(CORPUS), st.sampled_from(letters_rewritten.ENCODED))
def test_charset_and_transfer_encoding_change_nothing(letter, encoding):
    _, raw, text = letter
    charset, transfer = encoding
    try:
        again = letters_rewritten.rewritten(
            raw, text, charset=charset, transfer=transfer
        )
    except UnicodeEncodeError:
        assume(False)
    assert told(again) == told(raw)


@given(
    st.sampled_from(CORPUS),
    st.sampled_from(
        [
            letters_rewritten.flowed,
            letters_rewritten.wrapped,
            letters_rewritten.typeset,
            letters_rewritten.bare_lines,
        ]
    ),
)
def test_wrapping_and_typesetting_the_letter_anew_changes_nothing(letter, anew):
    _, raw, text = letter
    assert told(anew(raw, text)) == told(raw)


@given(st.sampled_from([one for one in CORPUS if not ALIGNED.search(one[2])]))
def test_the_letter_as_html_says_the_same(letter):
    _, raw, text = letter
    assert told(letters_rewritten.marked_up(raw, text)) == told(raw)


SLIPS = {
    "payment": "paymnet",
    "transfer": "trasnfer",
    "scheduled": "scheduld",
    "december": "decmber",
    "november": "novmber",
    "invoice": "invioce",
    "virement": "virment",
    "règlement": "réglemnt",
    "facture": "factrue",
    "décembre": "decmbre",
    "novembre": "novmbre",
    "vendredi": "vendrdi",
}


SLIPPED = [
    (raw, re.sub(rf"\b{word}\b", slip, text, count=1))
    for _, raw, text in CORPUS
    for word, slip in SLIPS.items()
    if re.search(rf"\b{word}\b", text)
]


@given(st.sampled_from(SLIPPED))
def test_a_typing_slip_within_a_long_word_changes_nothing(slipped):
    raw, text = slipped
    assert told(letters_rewritten.rewritten(raw, text)) == told(raw)


@pytest.mark.parametrize("depth", [5, 200, 5_000])
def test_parts_within_parts_do_not_take_long(depth):
    heads = "".join(
        f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n"
        for at in range(depth)
    )
    timed(
        b"From: compta@acme.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        + heads.encode()
        + b"Content-Type: text/plain\r\n\r\nNous paierons vendredi.\r\n"
    )


def test_a_mail_within_a_mail_within_a_mail_does_not_take_long():
    raw = mail("Nous paierons vendredi.")
    for _ in range(300):
        raw = mail("", kind="message/rfc822").rstrip() + b"\r\n\r\n" + raw
    timed(raw)
