"""Run migrations inside the transaction the database opened for them."""

from alembic import context
from sqlmodel import SQLModel

from collector_bot.store import tables

assert tables.EntryRow  # the tables are known to the metadata
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
