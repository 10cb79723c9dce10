"""`doubtful`: what the books may write for debts that may not be paid.

`doubtful --json` prints one object a step and currency:

    {"account", "currency", "owed": VAT included, "pieces",
     "step": "transfer", "impairment", "write_off" or "reversal",
     "lines": [{"account", "side": "D" or "C", "amount", "label"}], equal in sum,
     "source": where the rule comes from}

Nothing is posted: transfer and impairment are for now, the others for a final loss.
"""

from __future__ import annotations

from typing import Any

from collector_bot.answers.doubtful import DoubtfulDebt, doubtful_debts
from collector_bot.cli import DONE
from collector_bot.cli.call import Call
from collector_bot.cli.named import named_account
from collector_bot.cli.paper import cell, say, say_wrapped, tell
from collector_bot.core.correction_words import line_words
from collector_bot.core.doubtful import Proposal, title_of
from collector_bot.core.ledger import Account
from collector_bot.core.wording import either
from collector_bot.slack.cards.tongue import Tongue


def doubtful(call: Call) -> int:
    """Print the way of debts that may not be paid."""
    with call.reading() as (desk, connection, tongue):
        account = named_account(connection, call.given.account)
        found = doubtful_debts(
            connection,
            account,
            pieces=call.given.pieces,
            loss_percent=call.given.loss,
            chart=desk.chart,
            today=desk.today(),
        )
    if call.given.json:
        for debt in found:
            for step in debt.steps:
                tell(_json(account, debt, step, language=tongue.language))
        return DONE
    if not found:
        say(tongue("Nothing is overdue.", "Rien n’est échu."))
    for debt in found:
        _print(account, debt, tongue)
    return DONE


def _json(
    account: Account, debt: DoubtfulDebt, step: Proposal, *, language: str
) -> dict[str, Any]:
    return {
        "account": account.code,
        "currency": debt.owed.currency,
        "owed": debt.owed.decimal,
        "pieces": list(debt.pieces),
        "step": step.step.value,
        "lines": [
            {
                "account": line.account,
                "side": line.side.value,
                "amount": line.amount.decimal,
                "label": either(line.label, language),
            }
            for line in step.lines
        ],
        "source": either(step.source, language),
    }


def _print(account: Account, debt: DoubtfulDebt, tongue: Tongue) -> None:
    pieces = ", ".join(cell(one, 60) for one in debt.pieces)
    owed = tongue.money(debt.owed)
    say(f"{cell(account.name)} ({cell(account.code)}){tongue.colon} {owed}")
    say_wrapped(pieces)
    say(tongue("Proposed to the books; nothing is posted here.",
               "Proposé à la comptabilité ; rien n’est passé ici."))  # fmt: skip
    for step in debt.steps:
        say()
        say(f"{either(title_of(step.step), tongue.language)}")
        for line in step.lines:
            say(f"  {line_words(line, tongue.language)}")
        say_wrapped(f"  {either(step.source, tongue.language)}")
