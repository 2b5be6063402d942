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


# The search index is made of pieces of one, two and three characters (``search_text.grams``), cut in Python and joined
# by spaces; every other character is part of a piece, whatever its category. It holds no text: `content=''`.
# `detail=none` keeps which message has a piece, not where: a third of the size. What is still being written is not
# indexed.
_PIECES = "USING fts5 (pieces, content = '', contentless_delete = 1, detail = none, tokenize = \"unicode61 \
remove_diacritics 0 categories 'L* M* N* P* S* C*'\")"
_SEARCH = (
    f"CREATE VIRTUAL TABLE search_text {_PIECES}",
    f"CREATE VIRTUAL TABLE search_thoughts {_PIECES}",
    "CREATE TABLE search_waiting (sequence INTEGER PRIMARY KEY) STRICT",
    # One row. `step`: what is left to do to clear the traces of deleted messages, 0 nothing.
    "CREATE TABLE search_state (fold_version INTEGER NOT NULL, step INTEGER NOT NULL) STRICT",
    "INSERT INTO search_state VALUES (0, 0)",
    """CREATE TRIGGER search_message_added AFTER INSERT ON messages WHEN NEW.status <> 'generating'
    BEGIN INSERT OR IGNORE INTO search_waiting VALUES (NEW.sequence); END""",
    """CREATE TRIGGER search_message_changed AFTER UPDATE OF parts, status ON messages WHEN NEW.status <> 'generating'
    BEGIN INSERT OR IGNORE INTO search_waiting VALUES (NEW.sequence); END""",
    """CREATE TRIGGER search_message_removed AFTER DELETE ON messages
    BEGIN
        DELETE FROM search_waiting WHERE sequence = OLD.sequence;
        DELETE FROM search_text WHERE rowid = OLD.sequence;
        DELETE FROM search_thoughts WHERE rowid = OLD.sequence;
        UPDATE search_state SET step = 1;
    END""",
)


def add_search(database: Database) -> None:
    """Make the search index, empty; ``SearchIndex`` fills it little by little."""
    for statement in _SEARCH:
        database.run(statement)


# `folded` is source and translation as the search compares them. The terms of a glossary are JSON: read and written as
# one. A kept sentence has only the digest of what it was translated from: it is a cache, and needs no more.
_TRANSLATIONS = (
    """CREATE TABLE translations (
        id TEXT PRIMARY KEY NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL NOT NULL,
        source_language TEXT NOT NULL,
        target_language TEXT NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        folded TEXT NOT NULL,
        model_name TEXT NOT NULL,
        starred INTEGER NOT NULL,
        deleted_at REAL
    ) STRICT""",
    "CREATE INDEX translations_by_time ON translations (updated_at)",
    """CREATE TABLE glossaries (id TEXT PRIMARY KEY NOT NULL, source_language TEXT NOT NULL,
        target_language TEXT NOT NULL, terms TEXT NOT NULL, UNIQUE (source_language, target_language)) STRICT""",
    """CREATE TABLE translated_sentences (sequence INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE,
        translation TEXT NOT NULL) STRICT""",
)


def add_translations(database: Database) -> None:
    """Keep what was translated: whole texts for the person, glossaries, and sentences that need no model again."""
    for statement in _TRANSLATIONS:
        database.run(statement)


# `ordered` is JSON of the session that ordered it: read and written as one, and grows. The pieces are kept with their
# source: the file may be gone or changed when a person looks at them.
_DOCUMENTS = (
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY NOT NULL,
        place INTEGER NOT NULL,
        created_at REAL NOT NULL,
        path TEXT NOT NULL,
        state TEXT NOT NULL,
        ordered TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        problem TEXT NOT NULL,
        saved_as TEXT NOT NULL,
        unsaved INTEGER NOT NULL,
        deleted_at REAL
    ) STRICT""",
    """CREATE TABLE document_units (
        document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        text TEXT NOT NULL,
        place_words TEXT NOT NULL,
        translation TEXT,
        marks TEXT NOT NULL,
        by_person INTEGER NOT NULL,
        PRIMARY KEY (document_id, place)
    ) STRICT""",
)


def add_documents(database: Database) -> None:
    """Keep documents that are being translated, piece by piece, so that a crash loses one piece at most."""
    for statement in _DOCUMENTS:
        database.run(statement)


MIGRATIONS: tuple[Migration, ...] = (
    # 1: the beginning.
    create_first_schema,
    # 2: conversations are organised, have settings of their own, and single messages can be deleted.
    add_folders_presets_and_deleted_messages,
    # 3: everything can be searched.
    add_search,
    # 4: translations.
    add_translations,
    # 5: documents that are being translated.
    add_documents,
)
"""Step ``n`` (counted from 1) turns version ``n - 1`` into version ``n``."""


def migrate(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Take the steps that this database lacks, each with its version number in one transaction."""
    for number, step in enumerate(migrations, start=1):
        if number > database.version:
            with database.transaction():
                step(database)
                database.version = number
