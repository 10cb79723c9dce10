"""Keep what people put right of what was read of mails.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

from collector_bot.store.append_only import EXAMPLES, make_append_only

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reading_example",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=True),
        sa.Column("meant", sa.JSON(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reading_example_mail_id", "reading_example", ["mail_id"])
    make_append_only(op.get_bind(), EXAMPLES)
