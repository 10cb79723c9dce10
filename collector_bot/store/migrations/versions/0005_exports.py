"""Keep what was exported to the accounting system.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "export_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.CheckConstraint("what IN ('letterings', 'journal')", name="ck_what_word"),
        sa.CheckConstraint(
            "state IN ('begun', 'done', 'given_up')", name="ck_state_word"
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "export_item",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["export_run.id"]),
        sa.PrimaryKeyConstraint("what", "subject_id"),
    )
    with op.batch_alter_table("export_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_export_item_run_id"), ["run_id"], unique=False
        )
