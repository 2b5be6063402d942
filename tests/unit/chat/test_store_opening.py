"""Making, opening, locking and migrating the store's file; what is on the disk."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from app.chat import database as database_module
from app.chat.conversation import ConversationSettings
from app.chat.database import Database
from app.chat.errors import StoreError, StoreErrorCode
from app.chat.migrations import MIGRATIONS, Migration
from app.chat.store import ConversationStore
from app.chat.store_files import KEEP_BACKUP_SECONDS, StoreFiles
from app.engine.api import SamplingParams
from app.system.paths import Paths
from tests.helpers.store_content import KEY, OTHER_KEY, ROOT, conversation, question

WARM = SamplingParams(temperature=0.5)
FIXTURES = Path(__file__).parent / "data"
SENTINEL = "sentinel-4f1c9b"


@pytest.fixture
def file(paths: Paths) -> Path:
    return paths.conversations_file


def make(file: Path, title: str = "old") -> str:
    store = ConversationStore.open(file, KEY)
    chat = conversation(title)
    store.create(chat)
    store.add_message(question(chat, "first"))
    store.close()
    return chat.id


def code_of(file: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> StoreErrorCode:
    with pytest.raises(StoreError) as caught:
        ConversationStore.open(file, KEY, migrations)
    return caught.value.code


# --- one at a time ---


def test_a_second_store_is_refused_while_the_first_is_open(file: Path) -> None:
    first = ConversationStore.open(file, KEY)
    assert code_of(file) is StoreErrorCode.LOCKED_BY_OTHER
    first.close()
    ConversationStore.open(file, KEY).close()


def test_a_second_process_is_refused_and_let_in_after_a_kill(file: Path) -> None:
    command = [sys.executable, "-m", "tests.helpers.store_writer", str(file), "1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        assert code_of(file) is StoreErrorCode.LOCKED_BY_OTHER
        process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        process.stdout.read()
    ConversationStore.open(file, KEY).close()


def test_sqlite_guards_the_file_where_there_are_no_lock_files(file: Path) -> None:
    make(file)
    first = Database(file, KEY)
    program = (
        "import sys; from pathlib import Path; from app.chat.database import Database; "
        "from app.chat.errors import StoreError; from tests.helpers.store_content import KEY\n"
        "try: Database(Path(sys.argv[1]), KEY)\n"
        "except StoreError as error: print(error.code.value)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "locked_by_other\n"
    first.close()


# --- making ---


def test_leftovers_of_an_interrupted_creation_are_no_store(file: Path) -> None:
    file.parent.mkdir(parents=True)
    unfinished = StoreFiles(file).unfinished
    unfinished.write_bytes(b"half")
    unfinished.with_name(unfinished.name + "-wal").write_bytes(b"half")
    ConversationStore.open(file, KEY).close()
    assert {path.name for path in file.parent.iterdir()} == {
        "conversations.db",
        "conversations.db.check",
        "conversations.db.lock",
    }


def test_keeping_never_replaces_a_store(file: Path) -> None:
    make(file)
    before = file.read_bytes()
    store = ConversationStore.temporary()
    with pytest.raises(StoreError) as caught:
        store.keep(file, OTHER_KEY)
    assert caught.value.code is StoreErrorCode.EXISTS
    assert store.is_temporary
    assert store.list_conversations() == []
    store.close()
    assert file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_only_the_owner_may_read_the_files(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    store.create(conversation())
    modes = {path.name: path.stat().st_mode & 0o077 for path in file.parent.iterdir()}
    assert set(modes.values()) == {0}, modes
    assert "conversations.db-wal" in modes
    store.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert code_of(tmp_path / "data" / "conversations.db") is StoreErrorCode.IO


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(file: Path) -> None:
    make(file)
    file.parent.chmod(0o500)
    file.chmod(0o400)
    StoreFiles(file).lock.chmod(0o400)
    try:
        assert code_of(file) is StoreErrorCode.READ_ONLY
    finally:
        file.parent.chmod(0o700)


def test_a_read_only_disk_is_named(file: Path) -> None:
    """Also as root, in a mount namespace of its own."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs a mount namespace of one's own (Linux)")
    make(file)
    program = (
        'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" -m tests.helpers.store_writer "$3" 1'
    )
    done = subprocess.run(
        [unshare, "-rm", "sh", "-c", program, "sh", str(file.parent), sys.executable, str(file)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "StoreError: read_only" in done.stderr


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tuple(sqlcipher.sqlite_version_info) >= database_module.OLDEST_SQLITE
    monkeypatch.setattr(database_module, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(RuntimeError, match="too old"):
        Database()


def test_the_settings_hold() -> None:
    database = Database()
    values = {name: database.value(f"PRAGMA {name}") for name in ("synchronous", "foreign_keys", "secure_delete")}
    assert values == {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert database.value("PRAGMA cipher_version") is not None
    database.close()


# --- nothing in clear ---


def scan(folder: Path, needle: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes()]


def test_no_file_holds_a_word_in_clear(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    chat = conversation(SENTINEL)
    store.create(chat)
    for _ in range(200):
        store.add_message(question(chat, f"{SENTINEL} " * 40))
    needles = (SENTINEL.encode(), b"CREATE TABLE", KEY.secret, KEY.secret.hex().encode(), b"SQLite format 3")
    assert [scan(file.parent, needle) for needle in needles] == [[]] * len(needles)
    store.close()
    assert [scan(file.parent, needle) for needle in needles] == [[]] * len(needles)


def test_what_is_purged_is_nowhere_even_without_encryption(tmp_path: Path) -> None:
    """The same settings on a plain file: pages are overwritten and the log is emptied."""
    plain = Database(tmp_path / "plain.db")
    for migration in MIGRATIONS:
        migration(plain)
    store = ConversationStore(plain, None)
    kept, gone = conversation("kept"), conversation(f"{SENTINEL} title")
    store.create(kept)
    store.create(gone)
    for number in range(300):
        store.add_message(question(kept, f"kept {number}"))
        store.add_message(question(gone, f"{SENTINEL} {number} " * (number % 50)))
    assert scan(tmp_path, SENTINEL.encode())  # the scan does find it
    store.soft_delete(gone.id)
    store.purge_deleted(older_than=0)
    assert scan(tmp_path, SENTINEL.encode()) == []
    assert len(store.load_messages(kept.id)) == 300
    store.close()


# --- migrations ---


def add_mood(database: Database) -> None:
    database.run("ALTER TABLE conversations ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
    database.run("UPDATE conversations SET title = title || '!'")


def fail_half_way(database: Database) -> None:
    database.run("UPDATE conversations SET title = 'broken'")
    raise ZeroDivisionError


NEXT: tuple[Migration, ...] = (*MIGRATIONS, add_mood)


def titles(file: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> list[str]:
    store = ConversationStore.open(file, KEY, migrations)
    found = [chat.title for chat in store.list_conversations()]
    store.close()
    return found


def test_a_migration_is_taken_once_after_a_copy_was_made(file: Path) -> None:
    make(file)
    before = file.read_bytes()
    assert titles(file, NEXT) == ["old!"]
    assert titles(file, NEXT) == ["old!"]
    (backup,) = StoreFiles(file).backups()
    assert backup.name == f"conversations.db.before-{len(NEXT)}"
    assert backup.read_bytes() == before
    assert titles(backup) == ["old"]


def test_the_copy_before_a_migration_has_what_was_in_the_log(file: Path, tmp_path: Path) -> None:
    make(file)
    store = ConversationStore.open(file, KEY)
    store.create(conversation("in the log", updated_at=0.5))
    crashed = tmp_path / "crashed" / file.name
    shutil.copytree(file.parent, crashed.parent)
    store.close()
    titles(crashed, NEXT)
    (backup,) = StoreFiles(crashed).backups()
    assert titles(backup) == ["old", "in the log"]


def test_a_migration_that_fails_changes_nothing(file: Path) -> None:
    make(file)
    with pytest.raises(ZeroDivisionError):
        ConversationStore.open(file, KEY, (*MIGRATIONS, fail_half_way))
    assert titles(file) == ["old"]
    assert titles(file, NEXT) == ["old!"]


def test_a_newer_file_is_refused_and_kept(file: Path) -> None:
    make(file)
    titles(file, NEXT)
    before = file.read_bytes()
    assert code_of(file) is StoreErrorCode.NEWER_VERSION
    assert file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself with SIGKILL")
@pytest.mark.parametrize("step", range(4))
def test_killed_at_any_statement_of_a_migration_it_is_old_or_new(file: Path, step: int) -> None:
    make(file)
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from app.chat.store import ConversationStore; from tests.helpers.store_content import KEY\n"
        "from app.chat.migrations import MIGRATIONS\n"
        "def die(at):\n"
        "    if at == int(sys.argv[2]): os.kill(os.getpid(), signal.SIGKILL)\n"
        "def change(database):\n"
        "    die(0); database.run('ALTER TABLE conversations ADD COLUMN mood TEXT')\n"
        "    die(1); database.run(\"UPDATE conversations SET title = title || '!'\")\n"
        "    die(2)\n"
        "ConversationStore.open(Path(sys.argv[1]), KEY, (*MIGRATIONS, change)); die(3)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file), str(step)], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    if step == 3:
        assert code_of(file) is StoreErrorCode.NEWER_VERSION
    else:
        assert titles(file) == ["old"]
    assert titles(file, NEXT) == ["old!"]


def test_old_copies_go_in_time(file: Path) -> None:
    make(file)
    titles(file, NEXT)
    (backup,) = StoreFiles(file).backups()
    titles(file, NEXT)
    assert backup.exists()
    age = backup.stat().st_mtime - KEEP_BACKUP_SECONDS - 60
    os.utime(backup, (age, age))
    titles(file, NEXT)
    assert not backup.exists()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_file_of_every_version_still_opens(version: int, tmp_path: Path) -> None:
    """A new migration needs a fixture: ``python -m tests.helpers.store_fixture`` writes that of the present version."""
    file = tmp_path / "conversations.db"
    shutil.copy(FIXTURES / f"v{version}.db", file)
    store = ConversationStore.open(file, KEY)
    (chat,) = store.list_conversations()
    assert chat.title == "Fixture 标题"
    assert [one.text for one in store.load_branch(chat.id, chat.leaf_id)] == ["What is 2 + 2?", "4, surely."]
    assert [len(store.siblings(one.id)) for one in store.load_messages(chat.id)] == [1, 2, 2]
    assert store.problems() == []
    if version >= 2:
        (folder,), (preset,) = store.folders(), store.presets()
        assert (folder.name, chat.folder_id) == ("Kept 文件夹", folder.id)
        assert preset.settings == chat.settings == ConversationSettings("Be brief.", "/m.gguf", WARM)
        assert [cut.summary for cut in chat.cuts] == ["A summary."]
    if version >= 4:
        (entry,) = store.translations("STRASSE")
        assert (entry.source, entry.target, entry.starred) == ("Straße", "street", True)
        assert [pair[1:3] for pair in store.glossaries()] == [("de", "en")]
        assert store.known_sentences(["digest", "other"]) == {"digest": "street"}
    if version >= 5:
        (document,) = store.documents()
        assert (document.path, document.units, document.done, document.marked) == ("/Straße.srt", 2, 1, 1)
        assert [unit.translation for unit in store.document_units("d")] == ["street", None]
    store.close()
