"""Run migrations inside the transaction the database opened for them."""

from alembic import context
from sqlmodel import SQLModel

import collector_bot.store.tables  # noqa: F401  (tells the metadata the tables)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
