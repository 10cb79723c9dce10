"""`hold`, `unhold`, `dispute`, `undispute`: what is not to be chased."""

from __future__ import annotations

from collector_bot.cli import DONE
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.named import account_at
from collector_bot.cli.paper import cell, say
from collector_bot.core.reading.findings import DisputeReason
from collector_bot.flows import hold as holding
from collector_bot.flows.desk import SHELL


def hold(call: Call) -> int:
    """Keep an account or a piece from being chased."""
    given = call.given
    with call.desk() as desk:
        tongue = tongue_of(desk)
        account = account_at(desk, given.account)
        number = holding.place_hold(
            desk,
            account.code,
            by=SHELL,
            piece=given.piece,
            until_on=given.until,
            reason=given.reason,
        )
    what = cell(given.piece or account.name)
    until = tongue.day(given.until) if given.until else ""
    if number is None:
        say(tongue(f"{what} is on hold already.", f"{what} : déjà suspendu."))
    else:
        say(tongue(
            f"Hold {number}: {what} is not chased" + f" until {until}." * bool(until)
            + "." * (not until),
            f"Suspension {number} : {what} n’est plus relancé"
            + f" jusqu’au {until}." * bool(until) + "." * (not until),
        ))  # fmt: skip
    return DONE


def unhold(call: Call) -> int:
    """End a hold."""
    told = ("Hold {} is over.", "Suspension {} levée.")
    return call.on_number(holding.release_hold, told)


def dispute(call: Call) -> int:
    """Record a dispute."""
    given = call.given
    with call.desk() as desk:
        tongue = tongue_of(desk)
        account = account_at(desk, given.account)
        number = holding.open_dispute(
            desk,
            account.code,
            by=SHELL,
            pieces=given.pieces,
            reason=DisputeReason(given.reason),
        )
    pieces = cell(", ".join(given.pieces))
    if number is None:
        say(tongue(f"{pieces}: in dispute already.", f"{pieces} : déjà en litige."))
    else:
        say(tongue(f"Dispute {number}: {pieces}.", f"Litige {number} : {pieces}."))
    return DONE


def undispute(call: Call) -> int:
    """Close a dispute."""
    told = ("Dispute {} is closed.", "Litige {} clos.")
    return call.on_number(holding.close_dispute, told)
