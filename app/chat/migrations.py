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


# A deleted message hides all below it: every one of them says whose deletion it went with, so that an undo brings
# back what this deletion took and nothing else. The settings of a conversation are JSON: they are read and written as
# one, and grow.
_ORGANISED = (
    "CREATE TABLE folders (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL) STRICT",
    """CREATE TABLE presets (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL,
        thinking_enabled INTEGER, thinking_budget INTEGER) STRICT""",
    "ALTER TABLE conversations ADD COLUMN folder_id TEXT REFERENCES folders (id) ON DELETE SET NULL",
    "ALTER TABLE conversations ADD COLUMN archived INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN settings TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE conversations ADD COLUMN cuts TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE messages ADD COLUMN deleted_at REAL",
    "ALTER TABLE messages ADD COLUMN deleted_with TEXT",
    "CREATE INDEX conversations_by_folder ON conversations (folder_id) WHERE folder_id IS NOT NULL",
    "CREATE INDEX messages_deleted ON messages (deleted_with) WHERE deleted_with IS NOT NULL",
)


def add_folders_presets_and_deleted_messages(database: Database) -> None:
    """Let conversations be sorted into folders and archived, have settings of their own, and lose messages."""
    for statement in _ORGANISED:
        database.run(statement)


MIGRATIONS: tuple[Migration, ...] = (
    # 1: the beginning.
    create_first_schema,
    # 2: conversations are organised, have settings of their own, and single messages can be deleted.
    add_folders_presets_and_deleted_messages,
)
"""Step ``n`` (counted from 1) turns version ``n - 1`` into version ``n``."""


def migrate(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Take the steps that this database lacks, each with its version number in one transaction."""
    for number, step in enumerate(migrations, start=1):
        if number > database.version:
            with database.transaction():
                step(database)
                database.version = number
