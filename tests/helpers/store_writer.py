"""A child process that writes into a store and says on stdout what was committed: ``<file> <seed> [limit]``.

Lines: ``m <id>`` a message is stored, ``s <id> <n>`` its answer is stored up to word n, ``e <code>`` the store refused.
``limit`` in bytes: no file may grow beyond it, which is how a full disk is made without root.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from app.chat.conversation import MessageStatus, TextPart
from app.chat.errors import StoreError
from app.chat.store import ConversationStore
from tests.helpers.store_content import KEY, answer, conversation, question


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def words(count: int) -> str:
    return " ".join(map(str, range(count)))


def write_for_ever(store: ConversationStore, seed: int) -> None:
    rng = random.Random(seed)
    chat = conversation(f"seed {seed}")
    store.create(chat)
    parent = None
    while True:
        asked = question(chat, words(rng.randrange(1, 400)), parent)
        parent = answer(chat, asked, MessageStatus.GENERATING)
        store.add_messages([asked, parent])
        say(f"m {asked.id}")
        say(f"m {parent.id}")
        for count in range(0, rng.randrange(50, 500), 50):
            store.update_streaming(parent.id, [TextPart(words(count))])
            say(f"s {parent.id} {count}")
        store.finish_message(parent.id, [TextPart(words(count))], MessageStatus.COMPLETE)


def limit_files(limit: int) -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def main(file: str, seed: str, limit: str = "") -> None:
    store = ConversationStore.open(Path(file), KEY)
    if limit:
        limit_files(int(limit))
    say("open")
    try:
        write_for_ever(store, int(seed))
    except StoreError as error:
        say(f"e {error.code.value}")
    say(f"r {sum(len(store.load_messages(chat.id)) for chat in store.list_conversations())}")
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
