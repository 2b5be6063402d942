"""Run inside a private mount namespace: fill small disks with conversations and say what the store did.

``<folder> <size in KiB>...``: per size one tmpfs is mounted on the folder. Prints one JSON object per size:
``refused`` the StoreErrorCode at the full disk, ``stored`` messages acknowledged, ``live`` messages read from the
still open store, ``again`` messages read after closing and opening it again on the full disk, ``problems`` found,
``after`` messages once there was room again and one more was stored. Where not even the first opening worked,
``stored`` is null, and the database was opened again with more room.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path

from app.chat.errors import StoreError
from app.chat.store import ConversationStore
from tests.helpers.store_content import KEY, conversation, question


def count(store: ConversationStore) -> int:
    return sum(len(store.load_messages(chat.id)) for chat in store.list_conversations())


def fill(store: ConversationStore, chat_id: str) -> tuple[int, str]:
    chat = store.conversation(chat_id)
    assert chat
    stored = 0
    while True:
        try:
            store.add_message(question(chat, "word " * 300))
        except StoreError as error:
            return stored, error.code.value
        stored += 1


def one_disk(folder: Path) -> dict[str, object]:
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(32 * 1024))
    file = folder / "data" / "conversations.db"
    chat = conversation()
    try:
        store = ConversationStore.open(file, KEY)
        store.create(chat)
    except StoreError as error:
        return too_small(file, error)
    stored, refused = fill(store, chat.id)
    live = count(store)
    store.close()
    filler = folder / "filler"
    with contextlib.suppress(OSError):
        filler.write_bytes(bytes(1 << 26))
    store = ConversationStore.open(file, KEY)
    again, problems = count(store), store.problems()
    ballast.unlink()
    filler.unlink()
    store.add_message(question(chat, "there is room again"))
    after = count(store)
    store.close()
    return {
        "refused": refused, "stored": stored, "live": live, "again": again, "problems": problems, "after": after,
    }  # fmt: skip


def too_small(file: Path, error: StoreError) -> dict[str, object]:
    """The disk was full before there was a conversation: with room, the database opens and takes one."""
    subprocess.run(["mount", "-o", "remount,size=4m", str(file.parents[1])], check=True)
    store = ConversationStore.open(file, KEY)
    problems, chat = store.problems(), conversation()
    store.create(chat)
    store.close()
    return {"refused": error.code.value, "stored": None, "problems": problems}


def main(folder: str, *sizes: str) -> None:
    for size in sizes:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", folder], check=True)
        result = one_disk(Path(folder))
        subprocess.run(["umount", folder], check=True)
        sys.stdout.write(json.dumps({"size": size} | result) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
