"""`suggest`, `approve`, `reject`, `letter`, `unletter`: what settles what.

`suggest --json` prints one object a suggestion that waits, most certain payments
first; several answers to one payment follow each other, the best first:

    {"id", "account", "currency",
     "bank_ref":   what the bank or the advice calls the payment, or null,
     "debits":     [{"piece", "amount"}],
     "credits":    [{"piece", "amount"}]; both sums are equal: it applies as it stands,
     "difference": paid minus owed over the named pieces; "0.00" when all is settled,
     "cause":      "none", "rounding", "bank_fee", "discount", "short_payment",
                   "overpayment", "partial" or "on_account",
     "confidence": probability that it is right, 0 to 1,
     "correction": [{"account", "side", "amount", "label"}]: the double entry for the
                   difference, side "D" or "C", the customer's own line first; [] where
                   there is none and the rest only stays open,
     "correction_posted": whether approving posts it,
     "grounds":    plain sentences in the configured language}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from collector_bot.answers.suggested import Answered, Waiting, waiting_answers
from collector_bot.cli import DONE, REFUSED
from collector_bot.cli.aging import left_out
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.named import account_at
from collector_bot.cli.paper import (
    ROWS_MAX,
    bar,
    cell,
    complain,
    figures,
    say,
    table,
    tell,
    words,
)
from collector_bot.core.correction_words import correction_words
from collector_bot.core.corrections import Correction
from collector_bot.core.ledger import Account, Side, SuggestionId
from collector_bot.core.matching.words import cause_words, ground_words
from collector_bot.core.refusals import person_named
from collector_bot.core.suggestion import Candidate, Part
from collector_bot.core.wording import either
from collector_bot.flows import decide
from collector_bot.flows import letter as lettering
from collector_bot.flows.ask import ask_customer
from collector_bot.flows.desk import SHELL, Desk
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.propose_returns import propose_returns
from collector_bot.flows.suggest import accounts_to_match, suggest_account
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import waits_words
from collector_bot.store.letterings import Posted
from collector_bot.store.suggestions import Suggested

_PIECES = 12
_MANY = 50  # accounts that take long enough for a bar


def suggest(call: Call) -> int:
    """Look for letterings, then print what waits for an answer."""
    with call.desk() as desk:
        tongue = tongue_of(desk)
        words_given = call.given.account
        account = account_at(desk, words_given) if words_given else None
        if not call.given.no_refresh:
            _refresh(desk, account)
        with desk.database.reading() as connection:
            found = waiting_answers(
                connection,
                chart=desk.chart,
                limits=desk.limits,
                account_id=account.id if account else None,
                limit=call.given.limit,
            )
    if call.given.json:
        for one in found.answers:
            for each in (one.best, *one.others):
                correction = found.corrections.get(each.id)
                told = suggestion_json(each, one.code, language=call.language)
                tell(told | correction_json(correction, language=call.language))
    elif found.answers:
        _print(found, tongue)
    else:
        say(tongue("No suggestion waits.", "Aucune suggestion n’attend."))
    if found.is_cut:
        _tell_cut(tongue)
    return DONE


def _tell_cut(tongue: Tongue) -> None:
    """Say on standard error that more waits, so that JSON lines stay JSON lines."""
    complain(
        tongue(
            "More suggestions wait than are shown: raise --limit, or name an account.",
            "D’autres lettrages proposés attendent : augmentez --limit, ou nommez un "
            "compte.",
        )
    )


def _refresh(desk: Desk, account: Account | None) -> None:
    identify_payers(desk)
    propose_returns(desk)
    accounts = [account.id] if account else accounts_to_match(desk)
    many = len(accounts) if len(accounts) >= _MANY else 0
    with bar(many) as progress:
        for account_id in accounts:
            suggest_account(desk, account_id)
            if progress is not None:
                progress(1)


def suggestion_json(one: Suggested, code: str, *, language: str) -> dict[str, Any]:
    """Return one suggestion, in the shape this module documents."""
    candidate = one.candidate
    return {
        "id": one.id,
        "account": code,
        "currency": candidate.difference.currency,
        "bank_ref": one.bank_ref,
        "debits": _parts_json(candidate.parts, Side.DEBIT),
        "credits": _parts_json(candidate.parts, Side.CREDIT),
        "difference": candidate.difference.decimal,
        "cause": candidate.cause.value,
        "confidence": round(candidate.confidence, 4),
        "grounds": list(grounds(candidate, language)),
    }


def correction_json(correction: Correction | None, *, language: str) -> dict[str, Any]:
    """Return the keys that tell a correction, in the shape this module documents."""
    lines = correction.lines if correction else ()
    return {
        "correction": [
            {
                "account": line.account,
                "side": line.side.value,
                "amount": line.amount.decimal,
                "label": either(line.label, language),
            }
            for line in lines
        ],
        "correction_posted": correction is not None and correction.is_posted,
    }


def _parts_json(parts: Sequence[Part], side: Side) -> list[dict[str, str]]:
    return [
        {"piece": part.piece, "amount": part.amount.decimal}
        for part in parts
        if part.side is side
    ]


def grounds(candidate: Candidate, language: str) -> Iterator[str]:
    """Yield why a lettering is proposed, as sentences."""
    for reason in candidate.reasons:
        yield ground_words(reason, language)


def _print(found: Waiting, tongue: Tongue) -> None:
    columns = [
        figures(tongue("No.", "N°")),
        words(tongue("Suggested lettering", "Lettrage proposé")),
        figures(tongue("Amount", "Montant")),
        figures(tongue("Sure", "Sûr")),
    ]
    count = table(
        columns,
        (
            (
                str(one.best.id),
                "\n".join(_told(one, found, tongue)),
                tongue.money(_settled(one.best.candidate)),
                tongue.percent(one.best.candidate.confidence),
            )
            for one in found.answers
        ),
    )
    left_out(count - ROWS_MAX, tongue)
    say(tongue("Answer with approve N or reject N.",
               "Répondez par approve N ou reject N."))  # fmt: skip


def _settled(candidate: Candidate) -> Any:
    debits = [part.amount for part in candidate.parts if part.side is Side.DEBIT]
    return sum(debits[1:], start=debits[0])


def _told(one: Answered, found: Waiting, tongue: Tongue) -> Iterator[str]:
    candidate = one.best.candidate
    yield f"{cell(one.name)} ({cell(one.code)})"
    yield _both_sides(candidate, tongue)
    if candidate.difference.minor:
        cause = cause_words(candidate.cause, tongue.language)
        amount = tongue.money(candidate.difference)
        yield f"{tongue('Difference', 'Écart')}{tongue.colon} {amount} ({cause})"
    correction = found.corrections.get(one.best.id)
    if correction is not None:
        for line in correction_words(correction, tongue.language):
            yield cell(line, 300)
    for sentence in grounds(candidate, tongue.language):
        yield f"– {cell(sentence, 600)}"
    for other in one.others:
        share = tongue.percent(other.candidate.confidence)
        both = _both_sides(other.candidate, tongue)
        yield f"{tongue('or', 'ou')} {other.id} ({share}){tongue.colon} {both}"


def _both_sides(candidate: Candidate, tongue: Tongue) -> str:
    debits, credits_ = (
        _pieces(candidate.parts, side, tongue) for side in (Side.DEBIT, Side.CREDIT)
    )
    return f"{debits} ↔ {credits_}"


def _pieces(parts: Sequence[Part], side: Side, tongue: Tongue) -> str:
    named = [cell(tongue.piece(one.piece), 60) for one in parts if one.side is side]
    more = f" … ({len(named)})" if len(named) > _PIECES else ""
    return ", ".join(named[:_PIECES]) + more


def approve(call: Call) -> int:
    """Post a suggested lettering."""
    number = call.given.number
    with call.desk() as desk:
        tongue = tongue_of(desk)
        outcome = decide.approve(desk, SuggestionId(number), by=SHELL)
    if outcome.posted is not None:
        say(_posted(outcome.posted, tongue))
        return DONE
    fresh = ", ".join(map(str, outcome.fresh))
    again = tongue(f" Suggested anew: {fresh}.", f" Nouvelle proposition : {fresh}.")
    complain(
        tongue(
            f"Suggestion {number} no longer fits what is open: nothing was lettered.",
            f"La suggestion {number} ne correspond plus à ce qui est ouvert : rien "
            "n’a été lettré.",
        )
        + (again if fresh else "")
    )
    return REFUSED


def ask(call: Call) -> int:
    """Draft the question to the customer; it waits for approval."""
    with call.desk() as desk:
        tongue = tongue_of(desk)
        number = ask_customer(desk, SuggestionId(call.given.number), by=SHELL)
    say(tongue(
        f"Letter {number} waits for approval: release {number}.",
        f"La lettre {number} attend une approbation : release {number}.",
    ))  # fmt: skip
    return DONE


def reject(call: Call) -> int:
    """Refuse a suggested lettering."""
    told = ("Suggestion {} rejected.", "Suggestion {} rejetée.")
    return call.on_number(partial(decide.reject, reason=call.given.reason), told)


def letter(call: Call) -> int:
    """Letter pieces, or propose it to somebody else where four eyes are on."""
    with call.desk() as desk:
        tongue = tongue_of(desk)
        account = account_at(desk, call.given.account)
        done = lettering.letter(desk, account.code, call.given.pieces, by=SHELL)
    say(_posted(done, tongue) if isinstance(done, Posted) else _waits(done, tongue))
    return DONE


def _posted(done: Posted, tongue: Tongue) -> str:
    amount = tongue.money(done.amount)
    return tongue(
        f"Lettered under {done.code}: {amount}.",
        f"Lettré sous {done.code} : {amount}.",
    )


def _waits(done: lettering.Waits, tongue: Tongue) -> str:
    before, refused = done.refused, None
    if before is not None:
        who = cell(tongue(*person_named(before.by)))
        refused = who, tongue.moment(before.at)
    number = done.suggestion_id
    return waits_words(number, tongue, is_new=done.is_new, refused=refused)


def unletter(call: Call) -> int:
    """Undo a lettering."""
    with call.desk() as desk:
        tongue = tongue_of(desk)
        account = account_at(desk, call.given.account)
        undone = lettering.unletter(desk, account.code, call.given.code, by=SHELL)
    named = (cell(tongue.piece(part.piece), 60) for part in undone.parts)
    pieces = ", ".join(dict.fromkeys(named))
    say(tongue(
        f"Lettering {undone.code} undone; open again: {pieces}.",
        f"Lettrage {undone.code} annulé ; de nouveau ouvert : {pieces}.",
    ))  # fmt: skip
    return DONE
