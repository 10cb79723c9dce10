"""Learn what mails of each kind sound like; write the weights the reader carries.

Usage: python bench/learn_senses.py [--check] [--folds N]

Learns from tests/letters/tuned and the sentences of tests/unit/reading, never from the
letters set apart. `--check` writes nothing and tells, by cross-validation over the
letters, how many true findings each threshold would deny.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from collector_bot.core.reading import senses
from collector_bot.core.reading.reader import own_words
from collector_bot.files.attachments import sheets_of

ROOT = Path(__file__).parents[1]
KINDS = (
    "promise",
    "claims_paid",
    "dispute",
    "document_request",
    "remittance",
    "contact_change",
    "bank_details_change",
    "refusal",
)
SEED = 20261124
SWEEPS = 30
RATE = 0.3
SHRINK = 1.2e-5
SEEN_MIN = 2
KEPT_MIN = 0.2
Example = tuple[frozenset[str], frozenset[str]]


def letters() -> list[Example]:
    """Return the own words of every tuned letter, with the kinds it holds."""
    found = []
    for path in sorted((ROOT / "tests/letters/tuned").glob("*.toml")):
        wanted = tomllib.loads(path.read_text(encoding="utf-8"))
        said = own_words(path.with_suffix(".eml").read_bytes(), sheets=sheets_of)
        kinds = frozenset(finding["type"] for finding in wanted["findings"])
        found.append((senses.features(said), kinds))
    return found


def sentences() -> list[Example]:
    """Return the sentences the reader is held to, with what each says."""
    found = []
    for path in sorted((ROOT / "tests/unit/reading").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if text.startswith("==="):
            parts = [one.partition("\n") for one in re.split(r"(?m)^=== ", text)[1:]]
            told = [(head, body) for head, _, body in parts]
        else:
            cut = [line.split(" | ") for line in text.splitlines()]
            told = [(one[-2], one[-1]) for one in cut if len(one) > 1]
        for head, body in told:
            kinds = frozenset(k for k in KINDS if re.search(rf"\b{k}\b", head))
            if kinds or "nothing" in head:
                found.append((senses.features(body.replace("¶", "\n")), kinds))
    return found


def learn(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the weights of a logistic regression a kind, small ones left out."""
    seen = Counter(word for words, _ in examples for word in words)
    usual = [
        ([w for w in sorted(words) if seen[w] >= SEEN_MIN], kinds)
        for words, kinds in examples
    ]
    scales = [1 / math.sqrt(len(words)) if words else 0.0 for words, _ in examples]
    weights: dict[str, list[float]] = {}
    bias = []
    for place, kind in enumerate(KINDS):
        told = [kind in kinds for _, kinds in examples]
        learnt, base = one_kind(usual, scales, told)
        bias.append(round(base, 3))
        for word, weight in learnt.items():
            if abs(weight) >= KEPT_MIN:
                weights.setdefault(word, [0.0] * len(KINDS))[place] = round(weight, 2)
    return {"kinds": KINDS, "bias": bias, "weights": dict(sorted(weights.items()))}


def one_kind(
    examples: Sequence[tuple[list[str], frozenset[str]]],
    scales: Sequence[float],
    told: Sequence[bool],
) -> tuple[dict[str, float], float]:
    """Return the weights of one kind by stochastic descent; both answers weigh alike."""
    draw = random.Random(SEED)
    share = sum(told) / len(told)
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    base, base_square = 0.0, 1e-6
    order = list(range(len(examples)))
    for _ in range(SWEEPS):
        draw.shuffle(order)
        for at in order:
            words, scale, wanted = examples[at][0], scales[at], told[at]
            total = base + scale * sum(weights.get(word, 0.0) for word in words)
            guess = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            slope = (guess - wanted) * (0.5 / share if wanted else 0.5 / (1 - share))
            base_square += slope * slope
            base -= 0.5 * slope / math.sqrt(base_square)
            for word in words:
                before = weights.get(word, 0.0)
                step = slope * scale + SHRINK * before
                squares[word] = squares.get(word, 1.0) + step * step
                weights[word] = before - RATE * step / math.sqrt(squares[word])
    return weights, base


def check(folds: int) -> None:
    """Print how many true findings would be denied, and how many others not."""
    ours, others = letters(), sentences()
    order = list(range(len(ours)))
    random.Random(SEED).shuffle(order)
    true: dict[str, list[float]] = {kind: [] for kind in KINDS}
    false: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for fold in range(folds):
        left = set(order[fold::folds])
        model = senses.Learnt(
            **learn([*(one for at, one in enumerate(ours) if at not in left), *others])
        )
        for at in left:
            words, kinds = ours[at]
            for kind, likely in senses.heard(model, words).items():
                (true if kind in kinds else false)[kind].append(likely)
    for kind in KINDS:
        row = "  ".join(
            f"<{least}: {sum(one < least for one in true[kind])}/{len(true[kind])} true, "
            f"{sum(one < least for one in false[kind]) / len(false[kind]):.0%} of others"
            for least in (0.03, 0.05, 0.08, 0.12)
        )
        print(f"{kind:<20} {row}")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    options.add_argument("--folds", type=int, default=4)
    chosen = options.parse_args()
    if chosen.check:
        check(chosen.folds)
        return 0
    model = learn([*letters(), *sentences()])
    words = model["weights"]
    lines = ",\n".join(
        f"  {json.dumps(word, ensure_ascii=False)}: {json.dumps(told)}"
        for word, told in words.items()
    )
    senses_file = ROOT / "collector_bot/core/reading/senses.json"
    senses_file.write_text(
        f'{{"kinds": {json.dumps(list(KINDS))},\n"bias": {json.dumps(model["bias"])},\n'
        f'"weights": {{\n{lines}\n}}}}\n',
        encoding="utf-8",
    )
    print(f"{len(words)} words and pairs in {senses_file.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
