"""What is to be sent: committed with its cause, claimed, handed over, settled.

awaiting_approval -> pending -> claimed -> handing_over -> sent
claimed -> pending (lease over, or a refusal that may pass); -> failed (final)
handing_over -> uncertain (no answer) -> sent (proof) | pending | cancelled (person)
any state before handing_over -> cancelled (reason)
"""

from collector_bot.store.outbox.delivery import (
    cancel,
    claim,
    hand_over,
    is_ours,
    proves,
    put_back,
    recover,
    release,
    resend,
    settle_failed,
    settle_sent,
    settle_uncertain,
)
from collector_bot.store.outbox.messages import (
    OPEN_STATES,
    Message,
    Queued,
    account_of_message,
    awaiting,
    counts,
    enqueue,
    get,
    last_message_id,
    listed,
    of_account,
)

__all__ = [
    "OPEN_STATES",
    "Message",
    "Queued",
    "account_of_message",
    "awaiting",
    "cancel",
    "claim",
    "counts",
    "enqueue",
    "get",
    "hand_over",
    "is_ours",
    "last_message_id",
    "listed",
    "of_account",
    "proves",
    "put_back",
    "recover",
    "release",
    "resend",
    "settle_failed",
    "settle_sent",
    "settle_uncertain",
]
