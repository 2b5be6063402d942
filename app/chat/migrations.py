"""The schema of the conversations, as the list of steps that made it. No Qt.

To change the schema: append a named function to ``MIGRATIONS``, say why above it, and add a database of the version
before it to the tests' fixtures (a test fails without one). Never edit a step that was released.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.chat.database import Database

Migration = Callable[[Database], None]

_CONVERSATIONS = """
CREATE TABLE conversations (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    title_by_person INTEGER NOT NULL,
    created_at REAL NOT NULL,
    updated_at REAL NOT NULL,
    leaf_id TEXT,
    pinned INTEGER NOT NULL,
    deleted_at REAL,
    thinking_enabled INTEGER,
    thinking_budget INTEGER,
    FOREIGN KEY (id, leaf_id) REFERENCES messages (conversation_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT
"""

# `sequence` orders siblings and is the row id that a full-text index will refer to. The composite keys make SQLite
# itself refuse a parent or a leaf in another conversation. Parents do not cascade: a chain of a thousand messages
# would go deeper than SQLite's triggers may; messages go with their conversation.
_MESSAGES = """
CREATE TABLE messages (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    parent_id TEXT,
    role TEXT NOT NULL,
    parts TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at REAL NOT NULL,
    model_name TEXT NOT NULL,
    usage TEXT,
    stop_reason TEXT,
    error TEXT NOT NULL,
    UNIQUE (conversation_id, id),
    FOREIGN KEY (conversation_id, parent_id) REFERENCES messages (conversation_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT
"""


def create_first_schema(database: Database) -> None:
    """Make conversations and their message tree."""
    database.run(_CONVERSATIONS)
    database.run(_MESSAGES)
    database.run("CREATE INDEX messages_by_parent ON messages (conversation_id, parent_id, sequence)")
    database.run("CREATE INDEX messages_generating ON messages (status) WHERE status = 'generating'")


MIGRATIONS: tuple[Migration, ...] = (
    # 1: the beginning.
    create_first_schema,
)
"""Step ``n`` (counted from 1) turns version ``n - 1`` into version ``n``."""


def migrate(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Take the steps that this database lacks, each with its version number in one transaction."""
    for number, step in enumerate(migrations, start=1):
        if number > database.version:
            with database.transaction():
                step(database)
                database.version = number
