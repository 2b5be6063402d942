"""Writes the fixture of the present schema version: ``python -m tests.helpers.store_fixture``. Run it before a new
migration is added, and commit what it wrote; ``test_a_file_of_every_version_still_opens`` reads it for ever after.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.chat.conversation import TextPart, ThinkingPart
from app.chat.migrations import MIGRATIONS
from app.chat.store import ConversationStore
from app.engine.api import Role, Usage
from tests.helpers.store_content import KEY, ROOT, conversation, message, question


def main() -> None:
    target = ROOT / "tests" / "unit" / "chat" / "data" / f"v{len(MIGRATIONS)}.db"
    if target.exists():
        raise FileExistsError(target)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "conversations.db"
        store = ConversationStore.open(file, KEY)
        chat = conversation("Fixture 标题")
        store.create(chat)
        asked = question(chat, "What is 2 + 2?")
        answers = [message(chat, [ThinkingPart("Hm."), TextPart(text)], asked, Role.ASSISTANT) for text in ("5", "4")]
        store.add_messages([asked, *answers])
        store.finish_message(
            answers[1].id, [TextPart("4, surely.")], answers[1].status, usage=Usage(answer_tokens=3), model_name="m"
        )
        store.close()
        target.write_bytes(file.read_bytes())


if __name__ == "__main__":
    main()
