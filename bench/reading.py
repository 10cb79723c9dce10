"""Score the reader on tests/letters: per type and language, exact mails, time.

Usage: python bench/reading.py [tuned] [unseen] [--wrong] [--only WORD]
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from collector_bot.core.money import Money
from collector_bot.core.reading import KnownLedger, read_mail, reading_json
from collector_bot.core.reading.findings import KnownAccount, KnownItem
from collector_bot.files.attachments import sheets_of

LETTERS = Path(__file__).parents[1] / "tests" / "letters"
OURS = frozenset({"comptabilite@ateliers-morel.example"})
TRUSTED = ("mx.ateliers-morel.example",)


def ledger() -> KnownLedger:
    found = tomllib.loads((LETTERS / "ledger.toml").read_text(encoding="utf-8"))
    accounts = [
        KnownAccount(
            a["code"],
            a["name"],
            tuple(a["emails"]),
            tuple(a.get("aliases", ())),
            a["country"],
            a["language"],
        )
        for a in found["accounts"]
    ]
    items = [
        KnownItem(
            i["piece"],
            i["account"],
            Money.of(i["amount"], i["currency"]).minor,
            i["currency"],
            i["dated_on"],
            i.get("due_on"),
        )
        for i in found["items"]
    ]
    return KnownLedger(accounts, items)


KEYS = {
    "promise": ("date", "amount", "currency", "invoices"),
    "remittance": ("lines", "total", "currency", "payment_date", "payment_reference"),
    "claims_paid": ("date", "amount", "invoices"),
    "dispute": ("invoices", "reason"),
    "document_request": ("documents", "invoices"),
    "refusal": ("invoices",),
    "insolvency": (),
    "bank_details_change": (),
    "contact_change": ("email",),
    "auto_reply": ("return_date",),
    "bounce": ("recipient", "permanent"),
}


def plain(finding: dict[str, Any]) -> tuple[Any, ...]:
    """One finding as a comparable value, absent and null being the same."""
    values: list[Any] = [finding["type"]]
    for key in KEYS[finding["type"]]:
        value = finding.get(key)
        if key in {"invoices", "documents"}:
            value = tuple(sorted(value or ()))
        elif key == "lines":
            value = tuple((line["reference"], line.get("amount")) for line in value)
        elif isinstance(value, date):
            value = value.isoformat()
        values.append(value)
    return tuple(values)


def envelope_right(reading: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return (
        reading["sender_account"] == wanted.get("sender_account")
        and reading["suspicious"] == wanted["suspicious"]
        and ("language" not in wanted or reading["language"] == wanted["language"])
    )


def score(part: str, *, wrong: bool = False, only: str = "") -> dict[str, Any]:  # noqa: C901
    """Read every mail of `part`; return counts, printing differences if asked."""
    known = ledger()
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    exact: dict[str, Counter[str]] = defaultdict(Counter)
    slowest = (0.0, "")
    for path in sorted((LETTERS / part).glob("*.toml")):
        if only and only not in path.stem:
            continue
        wanted = tomllib.loads(path.read_text(encoding="utf-8"))
        started = time.perf_counter()
        reading = reading_json(
            read_mail(
                path.with_suffix(".eml").read_bytes(),
                known=known,
                own_addresses=OURS,
                trusted_authserv=TRUSTED,
                sheets=sheets_of,
            ),
            path.with_suffix(".eml").name,
        )
        slowest = max(slowest, (time.perf_counter() - started, path.stem))
        got = Counter(plain(finding) for finding in reading["findings"])
        want = Counter(plain(finding) for finding in wanted["findings"])
        for finding, count in (got & want).items():
            tally[finding[0]]["right"] += count
        for finding, count in (got - want).items():
            tally[finding[0]]["spurious"] += count
        for finding, count in (want - got).items():
            tally[finding[0]]["missed"] += count
        lang = wanted["lang"]
        right = got == want
        exact["all"]["n"] += 1
        exact[lang]["n"] += 1
        exact["all"]["findings"] += right
        exact[lang]["findings"] += right
        whole = right and envelope_right(reading, wanted)
        exact["all"]["whole"] += whole
        exact[lang]["whole"] += whole
        if wrong and not whole:
            print(f"--- {path.stem}")
            for finding in (want - got).elements():
                print(f"    missed   {finding}")
            for finding in (got - want).elements():
                print(f"    spurious {finding}")
            for key in ("sender_account", "suspicious", "language"):
                if reading[key] != wanted.get(key) and (
                    key in wanted or key == "sender_account"
                ):
                    print(f"    {key}: {reading[key]!r}, wanted {wanted.get(key)!r}")
    return {"tally": tally, "exact": exact, "slowest": slowest}


def report(part: str, *, wrong: bool, only: str) -> None:
    scored = score(part, wrong=wrong, only=only)
    seconds, name = scored["slowest"]
    named = "" if part == "unseen" else f" ({name})"
    print(f"\n== {part}: slowest {seconds:.3f} s{named}")
    for lang, counts in sorted(scored["exact"].items()):
        n = counts["n"]
        print(
            f"{lang:4} {n:4} mails   findings exact {counts['findings'] / n:6.1%}"
            f"   with sender, suspicion, language {counts['whole'] / n:6.1%}"
        )
    for kind, counts in sorted(scored["tally"].items()):
        right, spurious, missed = counts["right"], counts["spurious"], counts["missed"]
        precision = right / (right + spurious) if right + spurious else 0.0
        recall = right / (right + missed) if right + missed else 0.0
        print(
            f"  {kind:20} right {right:4}  precision {precision:6.1%}  recall {recall:6.1%}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=["tuned", "unseen"])
    parser.add_argument("--wrong", action="store_true", help="print the differences")
    parser.add_argument("--only", default="", help="only mails whose name has this")
    asked = parser.parse_args()
    for part in asked.parts:
        if part == "unseen" and asked.wrong:
            print("the unseen part is scored only, never shown")
            continue
        report(part, wrong=asked.wrong, only=asked.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
