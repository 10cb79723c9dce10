"""The corpus is well formed: pairs, keys, values, pieces, counts."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
LEDGER = tomllib.loads((HERE / "ledger.toml").read_text(encoding="utf-8"))
CODES = {a["code"] for a in LEDGER["accounts"]}
PIECES = {i["piece"] for i in LEDGER["items"]}
EXPECTED = sorted(HERE.glob("tuned/*.toml")) + sorted(HERE.glob("unseen/*.toml"))

LANGUAGES = {"fr", "en", "de", "es", "nl", "it"}
REASONS = {
    "price",
    "quantity",
    "quality",
    "not_received",
    "duplicate",
    "wrong_recipient",
    "missing_po",
    "already_credited",
    "other",
}
DOCUMENTS = {
    "invoice_copy",
    "bank_details",
    "statement",
    "purchase_order",
    "proof_of_delivery",
}
# type -> (keys it must have, keys it may have)
KEYS: dict[str, tuple[set[str], set[str]]] = {
    "promise": ({"date", "currency", "invoices"}, {"amount"}),
    "remittance": (
        {"lines", "currency"},
        {"total", "payment_date", "payment_reference"},
    ),
    "claims_paid": ({"invoices"}, {"date", "amount"}),
    "dispute": ({"invoices", "reason"}, set()),
    "document_request": ({"documents", "invoices"}, set()),
    "refusal": ({"invoices"}, set()),
    "insolvency": (set(), set()),
    "bank_details_change": (set(), set()),
    "contact_change": (set(), {"email"}),
    "auto_reply": (set(), {"return_date"}),
    "bounce": ({"recipient", "permanent"}, set()),
}


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _id(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _check_values(finding: dict[str, Any]) -> None:
    for key in ("date", "payment_date", "return_date"):
        if key in finding:
            assert type(finding[key]) is dt.date
    for key in ("amount", "total"):
        if key in finding:
            assert re.fullmatch(r"-?\d+\.\d\d", finding[key])
            assert Decimal(finding[key]) != 0
    if "currency" in finding:
        assert re.fullmatch(r"[A-Z]{3}", finding["currency"])
    assert set(finding.get("invoices", [])) <= PIECES
    assert finding.get("reason", "other") in REASONS
    assert set(finding.get("documents", [])) <= DOCUMENTS
    for line in finding.get("lines", []):
        assert line["reference"]
        assert set(line) <= {"reference", "amount"}
        assert re.fullmatch(r"-?\d+\.\d\d", line.get("amount", "0.00"))


@pytest.mark.parametrize("path", EXPECTED, ids=_id)
def test_expected_reading_is_well_formed(path: Path) -> None:
    reading = _load(path)
    assert reading["file"] == f"{path.stem}.eml"
    assert reading["difficulty"] in {"easy", "medium", "hard"}
    assert reading["lang"] in LANGUAGES
    assert reading.get("language", "") in LANGUAGES | {""}
    assert isinstance(reading["suspicious"], bool)
    assert reading.get("sender_account", next(iter(CODES))) in CODES
    for finding in reading["findings"]:
        must, may = KEYS[finding["type"]]
        said = set(finding) - {"type"}
        assert must <= said <= must | may
        _check_values(finding)


@pytest.mark.parametrize("path", EXPECTED, ids=_id)
def test_mail_has_a_body_and_domains_that_nobody_owns(path: Path) -> None:
    raw = path.with_suffix(".eml").read_bytes()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    assert message["To"] or message["Cc"] or message["Delivered-To"]
    unfolded = raw.replace(b"=\r\n", b"")  # quoted-printable soft breaks
    addresses = re.findall(rb"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", unfolded)
    strangers = {
        a for a in addresses if not a.lower().endswith((b".example", b".test"))
    }
    assert strangers == set()
    assert message.get_payload()


def test_every_mail_has_its_reading_and_names_are_unique() -> None:
    mails = sorted(HERE.glob("tuned/*.eml")) + sorted(HERE.glob("unseen/*.eml"))
    assert [m.with_suffix(".toml") for m in mails] == EXPECTED
    assert len({m.stem for m in mails}) == len(mails)


def test_ledger_is_consistent() -> None:
    assert len(CODES) == len(LEDGER["accounts"])
    assert len(PIECES) == len(LEDGER["items"])
    for item in LEDGER["items"]:
        assert item["account"] in CODES
        credit = item["piece"].startswith(("AV-", "CN-"))
        assert (Decimal(item["amount"]) < 0) == credit
        assert ("due_on" in item) != credit


def test_corpus_is_large_enough_and_mixed() -> None:
    parts = {
        part: [_load(p) for p in EXPECTED if p.parent.name == part]
        for part in ("tuned", "unseen")
    }
    total = sum(len(readings) for readings in parts.values())
    assert total >= 500
    assert 0.30 <= len(parts["unseen"]) / total <= 0.37
    for readings in parts.values():
        langs = [reading["lang"] for reading in readings]
        assert 0.50 <= langs.count("fr") / len(langs) <= 0.80
        assert 0.15 <= langs.count("en") / len(langs) <= 0.45
        assert {reading["difficulty"] for reading in readings} == {
            "easy",
            "medium",
            "hard",
        }
        found = [f for reading in readings for f in reading["findings"]]
        assert {f["type"] for f in found} == set(KEYS)
        assert {f["reason"] for f in found if "reason" in f} == REASONS
        asked = {d for f in found for d in f.get("documents", [])}
        assert asked == DOCUMENTS
        assert any(reading["suspicious"] for reading in readings)
        assert sum(not reading["findings"] for reading in readings) >= 10
