"""Accounts: kept, found by code, address or something like their name."""

from collector_bot.store.accounts.drafts import (
    Draft,
    FieldChange,
    Outcome,
)
from collector_bot.store.accounts.finding import (
    by_code,
    by_domain,
    by_email,
    by_id,
    ids_and_terms,
    names,
    sharing_a_word,
    suppliers_among,
)
from collector_bot.store.accounts.keeping import (
    keep,
    mark_bounced,
)
from collector_bot.store.accounts.spelling import (
    name_key,
)

__all__ = [
    "Draft",
    "FieldChange",
    "Outcome",
    "by_code",
    "by_domain",
    "by_email",
    "by_id",
    "ids_and_terms",
    "keep",
    "mark_bounced",
    "name_key",
    "names",
    "sharing_a_word",
    "suppliers_among",
]
