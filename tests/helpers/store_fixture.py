"""Writes the fixture of the present schema version: ``python -m tests.helpers.store_fixture``. Run it before a new
migration is added, and commit what it wrote; ``test_a_file_of_every_version_still_opens`` reads it for ever after.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.chat.conversation import (
    ContextCut,
    Conversation,
    ConversationSettings,
    Message,
    Preset,
    TextPart,
    ThinkingPart,
)
from app.chat.migrations import MIGRATIONS
from app.chat.store import ConversationStore
from app.chat.store_documents import DocumentRecord, UnitRecord
from app.chat.store_translations import HistoryEntry
from app.engine.api import Role, SamplingParams, Usage
from tests.helpers.store_content import KEY, ROOT, conversation, message, question


def organise(store: ConversationStore, chat: Conversation, asked: Message) -> None:
    """What version 2 brought: a folder, settings, a preset, a deleted message."""
    store.set_folder([chat.id], store.create_folder("Kept 文件夹").id)
    own = ConversationSettings("Be brief.", "/m.gguf", SamplingParams(temperature=0.5))
    store.set_settings(chat.id, own)
    store.set_cuts(chat.id, [ContextCut(asked.id, "A summary.")])
    store.save_preset(Preset(id="p", name="Brief", settings=own, thinking_budget=2048))
    gone = message(chat, [TextPart("deleted")], asked, Role.ASSISTANT)
    store.add_message(gone)
    store.delete_message(gone.id)


def translate(store: ConversationStore) -> None:
    """What version 4 brought: a translated text, a glossary, a known sentence."""
    store.save_translation(
        HistoryEntry(id="t", source_language="de", target_language="en", source="Straße", target="street", starred=True)
    )
    store.save_glossary("g", "de", "en", [{"source": "Straße", "target": "street"}])
    store.keep_sentences({"digest": "street"})


def order_documents(store: ConversationStore) -> None:
    """What version 5 brought: a document, half translated."""
    store.save_document(
        DocumentRecord(id="d", path="/Straße.srt", state="paused", order='{"target": "en"}', sha256="f")
    )
    done = UnitRecord(id="1", text="Straße", where="1", translation="street", marks=["copy"], by_person=True)
    store.add_units("d", [done, UnitRecord(id="2", text="Haus")])


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
        organise(store, chat, asked)
        translate(store)
        order_documents(store)
        store.close()
        target.write_bytes(file.read_bytes())


if __name__ == "__main__":
    main()
