"""What one sentence says, by class of expression: every finding, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reading.mails import findings

HERE = Path(__file__).parent
SENDER = "ap@oakhurn.example"
SEVERAL = "ap@brackenfell.example"  # owes several pieces; marked "@" in the tables
HELLO = {
    "en": "Hello",
    "de": "Guten Tag",
    "es": "Buenos días",
    "it": "Buongiorno",
    "nl": "Goedendag",
}
TITLES = {
    "en": "Re: Reminder",
    "de": "AW: Mahnung",
    "es": "Re: Recordatorio de pago",
    "it": "Re: Sollecito",
    "nl": "Re: Herinnering",
}


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(HERE.glob("senses_*.txt")):
        language = path.stem.split("_")[1]
        for line in path.read_text(encoding="utf-8").splitlines():
            what, _, text = line.partition(" | ")
            found.append((language, what.strip(), text.strip()))
    return found


def shown(finding: dict) -> str:
    lines = ",".join(
        line["reference"] + (f"={line['amount']}" if line["amount"] else "")
        for line in finding.get("lines", ())
    )
    total = finding.get("total")
    reference = finding.get("payment_reference")
    parts = (
        finding["type"],
        finding.get("reason"),
        lines,
        f"total={total}" if total else "",
        finding.get("date") or finding.get("payment_date"),
        finding.get("return_date"),
        f"ref={reference}" if reference else "",
        finding.get("amount"),
        ",".join(sorted(finding.get("documents", ()))),
        finding.get("email"),
        ",".join(sorted(finding.get("invoices", ()))),
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("language", "what", "text"), cases())
def test_what_a_sentence_says_and_nothing_else(language, what, text):
    title, _, body = text.rpartition(" >> ")
    said = findings(
        f"{HELLO[language]},\n\n" + body.removeprefix("@ ").replace("¶", "\n"),
        sender=SEVERAL if body.startswith("@ ") else SENDER,
        subject=title or TITLES[language],
    )
    found = sorted(shown(one) for one in said)
    assert found == ([] if what == "nothing" else sorted(what.split(" + ")))
