"""Letters leave: claimed, offered, asked again, handed over, and settled for sure."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from collector_bot.core.errors import AddressError, SmtpRefused, SmtpUncertain
from collector_bot.flows import deliver
from collector_bot.flows.deliver import Crossing
from collector_bot.flows.desk import Desk
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.mail.smtp_line import SmtpLine
from collector_bot.store.outbox import Queued

_AT_ONCE = 100


def send_letters(
    desk: Desk,
    door: SmtpDoor,
    rate: LetterRate,
    *,
    archive_address: str,
    stop: Callable[[], bool],
    on_shut: Callable[[SmtpRefused], None] = lambda _: None,
) -> int:
    """Send what is due, at the allowed rate; return how many letters left.

    One connection serves the round. A line lost in between puts the letter back, or
    leaves it uncertain when the loss came after the hand-over. Nothing leaves while
    the mailbox has not been read lately: an answer may be waiting in it.

    Args:
        on_shut: called when the server could not be reached or refused the sign-in.
    """
    left = 0
    if not deliver.mailbox_is_fresh(desk):
        return 0
    with ExitStack() as stack:
        line: SmtpLine | None = None
        for _ in range(_AT_ONCE):
            if stop() or rate.delay(desk.now()):
                break
            message = deliver.claim(desk, "mail")
            if message is None:
                break
            rate.record(desk.now())
            try:
                line = line or stack.enter_context(door.connect())
                sent = _send(desk, line, message, archive_address=archive_address)
            except SmtpRefused as refusal:
                _refused(desk, message, refusal)
                if refusal.stage in {"connect", "sign_in"}:
                    on_shut(refusal)
                    break
                if not refusal.smtp_code:
                    break
                continue
            except AddressError as problem:
                deliver.refused(
                    desk, message, permanent=True, reason=problem.written(desk.language)
                )
                continue
            if sent is None:
                break
            left += sent
    return left


def _send(
    desk: Desk, line: SmtpLine, message: Queued, *, archive_address: str
) -> bool | None:
    """Send one letter; False when it was dropped, None when the line is of no use now.

    Raises:
        SmtpRefused: it certainly did not leave.
    """
    line.offer(recipients=[message.recipient, archive_address])
    crossing = deliver.cross(desk, message)
    if crossing is not Crossing.GO:
        line.withdraw()
        return None if crossing is Crossing.LATER else False
    try:
        accepted = line.hand_over(message.mime or b"")
    except SmtpUncertain as doubt:
        deliver.uncertain(desk, message, reason=doubt.written(desk.language))
        return None
    deliver.sent(desk, message, proof="reply250", reply=accepted.reply)
    return True


def _refused(desk: Desk, message: Queued, refusal: SmtpRefused) -> None:
    customer = refusal.stage == "recipient" and refusal.recipient == message.recipient
    permanent = not refusal.transient and refusal.stage in {"recipient", "letter"}
    deliver.refused(
        desk,
        message,
        permanent=permanent,
        reason=refusal.written(desk.language),
        recipient_unknown=permanent and customer,
    )
