"""The ledger's tables: SQLModel rows, never handed out of the store.

Conventions: `_on` is a local date, `_at` an aware UTC instant, `_day` a date as its
proleptic ordinal (`date.toordinal()`, 0 for none) where scans compare it, `_minor`
whole minor units. Enums are text with a CHECK. Tables that only grow, such as journal,
entries and letterings, are append-only: triggers refuse UPDATE and DELETE.
"""

# The order of the tables is the order of these imports.
# isort: off
from collector_bot.store.tables.accounts import (
    AccountRow,
    AliasRow,
    ContactRow,
    IbanRow,
)
from collector_bot.store.tables.ledger import (
    ImportBatchRow,
    EntryRow,
    OpenItemRow,
    LetteringGroupRow,
    LetteringRow,
    LetteringLineRow,
    JournalRow,
    JournalHeadRow,
)
from collector_bot.store.tables.pauses import (
    PromiseRow,
    PromiseItemRow,
    DisputeRow,
    DisputeItemRow,
    HoldRow,
)
from collector_bot.store.tables.dunning import (
    DunningRunRow,
    StepRow,
    StepItemRow,
    SkipRow,
)
from collector_bot.store.tables.mail import (
    MailRow,
    CursorRow,
)
from collector_bot.store.tables.suggestions import (
    SuggestionRow,
    SuggestionPartRow,
    DecisionRow,
)
from collector_bot.store.tables.bank import (
    BankStatementRow,
    BankLineRow,
    EntryTwinRow,
)
from collector_bot.store.tables.learnt import LearntRow
from collector_bot.store.tables.corrections import (
    CorrectionRow,
    CorrectionLineRow,
)
from collector_bot.store.tables.exports import (
    ExportRunRow,
    ExportItemRow,
)
from collector_bot.store.tables.examples import ReadingExampleRow
from collector_bot.store.tables.outbox import (
    OutboxRow,
    SlackCardRow,
    SlackInboxRow,
)
from collector_bot.store.tables.opinions import OpinionRow
from collector_bot.store.tables.installation import (
    HeartbeatRow,
    InstallationRow,
)
from collector_bot.store.tables.columns import table
# isort: on

__all__ = [
    "AccountRow",
    "AliasRow",
    "BankLineRow",
    "BankStatementRow",
    "ContactRow",
    "CorrectionLineRow",
    "CorrectionRow",
    "CursorRow",
    "DecisionRow",
    "DisputeItemRow",
    "DisputeRow",
    "DunningRunRow",
    "EntryRow",
    "EntryTwinRow",
    "ExportItemRow",
    "ExportRunRow",
    "HeartbeatRow",
    "HoldRow",
    "IbanRow",
    "ImportBatchRow",
    "InstallationRow",
    "JournalHeadRow",
    "JournalRow",
    "LearntRow",
    "LetteringGroupRow",
    "LetteringLineRow",
    "LetteringRow",
    "MailRow",
    "OpenItemRow",
    "OpinionRow",
    "OutboxRow",
    "PromiseItemRow",
    "PromiseRow",
    "ReadingExampleRow",
    "SkipRow",
    "SlackCardRow",
    "SlackInboxRow",
    "StepItemRow",
    "StepRow",
    "SuggestionPartRow",
    "SuggestionRow",
    "table",
]
