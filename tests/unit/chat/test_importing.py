"""Conversations from other programs' files, and what damaged, hostile and huge files come to."""

from __future__ import annotations

import json
import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.conversation import AttachmentPart, Conversation, Message, ThinkingPart
from app.chat.errors import StoreError, StoreErrorCode
from app.chat.importing import json_reading, sources
from app.chat.importing.gpt4all import read_gpt4all
from app.chat.importing.report import ImportFailure, ImportReport, Skipped, SkipReason, SourceFormat
from app.chat.importing.run import CancelledError, import_path
from app.chat.search import Place, parse
from app.chat.store import ConversationStore
from app.engine.api import Role
from tests.helpers.foreign_chats import chatgpt_chat, chatgpt_node, gpt4all_chat, lm_studio_chat

T = TypeVar("T")
Parts = list[tuple[Role, str]]
SEED = 20261122


@pytest.fixture
def store() -> Iterator[ConversationStore]:
    store = ConversationStore.temporary()
    yield store
    store.close()


def bring(store: ConversationStore, path: Path) -> ImportReport:
    def call(job: Callable[[ConversationStore], T], /) -> T:
        return job(store)

    return import_path(path, call, lambda _: None)


def written(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def only(store: ConversationStore) -> tuple[Conversation, list[Message]]:
    (chat,) = store.list_conversations()
    return chat, store.load_branch(chat.id, chat.leaf_id)


def said(messages: list[Message]) -> Parts:
    return [(one.role, one.text) for one in messages]


def reasons(report: ImportReport) -> list[SkipReason]:
    return [one.reason for one in report.skipped]


# --- ChatGPT


def test_a_chatgpt_export_keeps_branches_thoughts_and_marks(store: ConversationStore, tmp_path: Path) -> None:
    report = bring(store, written(tmp_path / "conversations.json", [chatgpt_chat()]))
    assert (report.imported, report.skipped, report.formats) == (1, [], {SourceFormat.CHATGPT})
    chat, branch = only(store)
    assert (chat.title, chat.pinned, chat.created_at, chat.updated_at) == ("Planets", True, 1.7e9, 1.7e9 + 100)
    assert said(branch) == [
        (Role.USER, "How many planets are there? 行星"), (Role.ASSISTANT, "Eight."), (Role.USER, "This?"),
        (Role.ASSISTANT, "A dwarf planet."),
    ]  # fmt: skip
    assert branch[1].thinking == ThinkingPart("Pluto is out.")
    assert branch[1].model_name == "gpt-4o"
    assert branch[2].attachments == [AttachmentPart("pluto.png", "image/png", 17, "")]
    assert len(store.siblings(branch[0].id)) == 2
    assert len(store.siblings(branch[3].id)) == 2
    assert report.messages == len(store.load_messages(chat.id)) == 7


def test_a_chatgpt_archive_is_read_without_unpacking_it(store: ConversationStore, tmp_path: Path) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("chat.html", "<html>")
        file.writestr("user.json", json.dumps({"email": "someone"}))
        file.writestr("conversations-000.json", json.dumps([chatgpt_chat("one"), chatgpt_chat("two")]))
        file.writestr("conversations-001.json", json.dumps([chatgpt_chat("three")]))
    report = bring(store, archive)
    assert (report.imported, report.skipped) == (3, [])
    assert {chat.title for chat in store.list_conversations()} == {"one", "two", "three"}


def test_what_is_wrong_is_left_out_and_said(store: ConversationStore, tmp_path: Path) -> None:
    empty = chatgpt_chat("empty") | {"mapping": {"root": {"id": "root", "message": None, "parent": None}}}
    strange = chatgpt_chat("strange")
    strange["mapping"]["q1b"] = {"message": {"author": 5, "content": []}, "parent": ["x"]}
    strange["mapping"]["a2"] = "?"
    file = written(tmp_path / "c.json", [chatgpt_chat(), empty, 5, None, {"a": 1}, strange])
    report = bring(store, file)
    assert report.imported == 2
    assert reasons(report) == [SkipReason.EMPTY, *[SkipReason.UNKNOWN_FORMAT] * 3]
    assert report.skipped[0].name == "empty"


def test_a_circle_of_parents_is_cut(store: ConversationStore, tmp_path: Path) -> None:
    nodes = dict([chatgpt_node("a", "c", "user", "A"), chatgpt_node("b", "a", "user", "B"),
                  chatgpt_node("c", "b", "user", "C"), chatgpt_node("s", "s", "user", "S")])  # fmt: skip
    report = bring(store, written(tmp_path / "c.json", [chatgpt_chat() | {"mapping": nodes, "current_node": "c"}]))
    assert (report.imported, report.messages) == (1, 4)
    assert [text for _, text in said(only(store)[1])] == ["A", "B", "C"]


def test_a_very_long_conversation_is_no_problem(store: ConversationStore, tmp_path: Path) -> None:
    nodes = dict(
        chatgpt_node(str(n), str(n - 1) if n else None, ("user", "assistant")[n % 2], f"m{n}") for n in range(5000)
    )
    report = bring(store, written(tmp_path / "c.json", [chatgpt_chat() | {"mapping": nodes, "current_node": "4999"}]))
    assert report.messages == 5000
    assert len(only(store)[1]) == 5000


def test_no_name_of_a_file_pretends_to_be_another(store: ConversationStore, tmp_path: Path) -> None:
    chat = chatgpt_chat()
    chat["mapping"]["q2"]["message"]["metadata"]["attachments"][0]["name"] = "invoice\u202egnp.exe"
    bring(store, written(tmp_path / "a.json", [chat]))
    assert [part.name for one in only(store)[1] for part in one.attachments] == ["invoicegnp.exe"]


@pytest.mark.parametrize(
    "value", [float("inf"), float("nan"), -1e300, 1e300, "x", None, True, [], 10**400], ids=range(9)
)
def test_no_time_is_trusted(store: ConversationStore, tmp_path: Path, value: Any) -> None:
    chat = chatgpt_chat() | {"create_time": value, "update_time": value}
    chat["mapping"]["q1b"]["message"]["create_time"] = value
    chat["mapping"]["q2"]["message"]["metadata"]["attachments"][0]["size"] = value
    report = bring(store, written(tmp_path / "c.json", [chat]))
    assert report.imported == 1
    row, branch = only(store)
    assert row.created_at == row.updated_at == branch[0].created_at == 0.0


# --- LM Studio


def test_an_lm_studio_chat_keeps_versions_thoughts_and_its_prompt(store: ConversationStore, tmp_path: Path) -> None:
    report = bring(store, written(tmp_path / "1735.conversation.json", lm_studio_chat()))
    assert (report.imported, report.formats) == (1, {SourceFormat.LM_STUDIO})
    chat, branch = only(store)
    assert (chat.title, chat.pinned, chat.settings.system_prompt) == ("Tides", True, "Be brief.")
    assert said(branch) == [
        (Role.USER, "Why tides?"), (Role.ASSISTANT, "Because of the moon."), (Role.USER, "And here?"),
    ]  # fmt: skip
    assert branch[1].thinking == ThinkingPart("The moon.")
    assert branch[1].model_name == "qwen3-4b"
    assert [one.name for one in branch[2].attachments] == ["1-sea.txt"]
    other = store.siblings(branch[1].id)[0]
    (version,) = (one for one in store.load_messages(chat.id) if one.id == other)
    assert (version.text, version.thinking) == ("Wind?", ThinkingPart("Hm."))


def test_a_folder_of_chats_is_read_whole(store: ConversationStore, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    written(tmp_path / "1.conversation.json", lm_studio_chat("one"))
    written(tmp_path / "work" / "2.conversation.json", lm_studio_chat("two"))
    (tmp_path / "gpt4all-x.chat").write_bytes(gpt4all_chat(12))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "broken.json").write_text("{")
    report = bring(store, tmp_path)
    assert (report.imported, reasons(report)) == (3, [SkipReason.UNREADABLE])
    assert report.skipped[0].name == "broken.json"
    assert report.formats == {SourceFormat.LM_STUDIO, SourceFormat.GPT4ALL}


# --- GPT4All


@pytest.mark.parametrize("version", range(1, 13))
def test_every_version_of_gpt4all_is_read(store: ConversationStore, tmp_path: Path, version: int) -> None:
    file = tmp_path / "gpt4all-1.chat"
    file.write_bytes(gpt4all_chat(version, "<think>Rivers?</think>Salt."))
    report = bring(store, file)
    assert (report.imported, report.skipped) == (1, [])
    chat, branch = only(store)
    assert (chat.title, chat.created_at) == ("The sea 海", 1.69e9)
    assert said(branch) == [(Role.USER, "Why is the sea salty?"), (Role.ASSISTANT, "Salt.")]
    assert branch[1].model_name == "model.gguf"
    assert branch[1].thinking is not None
    assert "Rivers?" in branch[1].thinking.text
    if version >= 10:
        assert branch[0].attachments == [AttachmentPart("sea notes.txt", "", 12, "notes on 海")]


def test_a_newer_gpt4all_is_not_guessed_at() -> None:
    data = bytearray(gpt4all_chat(12))
    data[4:8] = struct.pack(">i", 13)
    assert read_gpt4all(bytes(data), "x.chat") == Skipped("x.chat", SkipReason.NEWER_VERSION)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_damaged_gpt4all_file_is_read_or_refused(data: st.DataObject) -> None:
    healthy = bytearray(gpt4all_chat(data.draw(st.integers(1, 12))))
    for _ in range(data.draw(st.integers(1, 4))):
        healthy[data.draw(st.integers(4, len(healthy) - 1))] = data.draw(st.sampled_from([0, 1, 0x7F, 0x80, 0xFF]))
    cut = data.draw(st.integers(4, len(healthy)))
    read_gpt4all(bytes(healthy[:cut]), "x.chat")  # returns; it neither raises nor takes memory for a length that lies


# --- hostile files


HOSTILE = {
    "nothing": b"",
    "a space": b" ",
    "text": b"hello",
    "html": b"<html>",
    "deep list": b"[" * 200_000,
    "deep object": b'[{"a":' * 100_000,
    "deep in a chat": b'[{"mapping": {"a": {"message": ' + b"[" * 50_000,
    "half": json.dumps([chatgpt_chat()]).encode()[:900],
    "huge number": b"[" + b"9" * 100_000 + b"]",
    "bad utf-8": b'[{"title": "\xff\xfe\x80", "mapping": {}}]',
    "nul bytes": b"\0" * 64_560,
    "utf-16": json.dumps([chatgpt_chat()]).encode("utf-16"),
    "archive cut": b"PK\x03\x04" + b"\0" * 100,
    "gpt4all magic": b"\xf5\xd5\x53\xcc",
    "gpt4all lie": b"\xf5\xd5\x53\xcc\0\0\0\x0c" + b"\0" * 8 + b"\x7f\xff\xff\xff",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_line_in_the_report(store: ConversationStore, tmp_path: Path, name: str) -> None:
    file = tmp_path / "conversations.json"
    file.write_bytes(HOSTILE[name])
    report = bring(store, file)
    assert report.imported == 0
    assert len(report.skipped) == 1
    assert store.list_conversations() == []


def test_what_comes_before_the_damage_is_kept(store: ConversationStore, tmp_path: Path) -> None:
    file = tmp_path / "conversations.json"
    whole = json.dumps([chatgpt_chat("one"), chatgpt_chat("two"), chatgpt_chat("three")])
    file.write_text(whole[: whole.index("three")])
    report = bring(store, file)
    assert (report.imported, reasons(report)) == (2, [SkipReason.UNREADABLE])


def test_a_value_larger_than_any_conversation_is_not_held(
    store: ConversationStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_reading, "_LARGEST_VALUE", 3 << 20)
    file = written(tmp_path / "c.json", [chatgpt_chat(), "x" * (12 << 20), chatgpt_chat("after")])
    report = bring(store, file)
    assert (report.imported, reasons(report)) == (1, [SkipReason.UNREADABLE])


def test_a_message_longer_than_any_is_left_out(store: ConversationStore, tmp_path: Path) -> None:
    large = chatgpt_chat("large")
    large["mapping"] |= dict([chatgpt_node("q1", "sys", "user", "x" * 8_000_001)])
    report = bring(store, written(tmp_path / "c.json", [large, chatgpt_chat()]))
    assert (report.imported, report.skipped) == (1, [Skipped("large", SkipReason.TOO_LARGE)])


def test_an_archive_that_never_ends_is_stopped(
    store: ConversationStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_MOST_UNPACKED", 4 << 20)
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("conversations.json", b"[" + b" " * (64 << 20))
    assert archive.stat().st_size < 100_000
    assert reasons(bring(store, archive)) == [SkipReason.UNREADABLE]


def test_an_archive_within_an_archive_is_not_opened(store: ConversationStore, tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer.zip"
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("conversations.json", json.dumps([chatgpt_chat()]))
    with zipfile.ZipFile(outer, "w") as file:
        file.writestr("conversations.json", inner.read_bytes())
    assert reasons(bring(store, outer)) == [SkipReason.UNREADABLE]


def test_random_damage_never_raises_and_never_leaves_half_a_conversation(
    store: ConversationStore, tmp_path: Path
) -> None:
    rng = random.Random(SEED)
    healthy = json.dumps([chatgpt_chat("one"), lm_studio_chat("two")]).encode()
    for number in range(150):
        data = bytearray(healthy)
        for _ in range(rng.choice([1, 1, 5, 50])):
            data[rng.randrange(len(data))] = rng.choice(b'{}[]",:0\\x\xff\0')
        file = tmp_path / f"{number}.json"
        file.write_bytes(data[: rng.choice([len(data), rng.randrange(len(data))])])
        bring(store, file)
        file.unlink()
    for chat in store.list_conversations():
        branch = store.load_branch(chat.id, chat.leaf_id)
        assert branch
        assert branch[-1].id == chat.leaf_id
        assert branch[0].parent_id is None
    assert store.problems() == []


# --- around it


def test_a_file_that_is_not_there_is_said(store: ConversationStore, tmp_path: Path) -> None:
    assert bring(store, tmp_path / "none.json").failure is ImportFailure.MISSING


def test_a_full_disk_keeps_what_came_before(store: ConversationStore, tmp_path: Path, allow_warnings: None) -> None:
    file = written(tmp_path / "c.json", [chatgpt_chat(str(number)) for number in range(5)])
    calls: list[int] = []

    def call(job: Callable[[ConversationStore], T], /) -> T:
        calls.append(1)
        if len(calls) > 3:
            raise StoreError(StoreErrorCode.DISK_FULL)
        return job(store)

    report = import_path(file, call, lambda _: None)
    assert (report.failure, report.imported) == (ImportFailure.STORE, 3)
    assert len(store.list_conversations()) == 3


def test_it_can_be_stopped(store: ConversationStore, tmp_path: Path) -> None:
    file = written(tmp_path / "c.json", [chatgpt_chat(str(number)) for number in range(5)])
    seen: list[float] = []

    def progress(done: float) -> None:
        seen.append(done)
        if len(seen) == 3:
            raise CancelledError

    report = import_path(file, lambda job: job(store), progress)
    assert (report.cancelled, report.imported) == (True, 2)
    assert all(0 <= one <= 1 for one in seen)


def test_what_is_imported_is_found(store: ConversationStore, tmp_path: Path) -> None:
    bring(store, written(tmp_path / "c.json", [chatgpt_chat()]))
    while store.search_index.update(1):
        pass
    page = store.search.page(parse("行星"), Place(), limit=5, seconds=5)
    assert len(page.hits) == 1


def test_what_holds_conversations_is_told_from_other_files(tmp_path: Path) -> None:
    others = {"table.json": '{"a": [1, 2, 3]}', "list.json": "[1, 2, 3, 4]", "notes.txt": "Hello", "broken.json": "{"}
    for name, text in others.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert not sources.holds_conversations(tmp_path / name), name
    assert not sources.holds_conversations(tmp_path / "nothing")
    assert sources.holds_conversations(Path(__file__).with_name("data") / "export-v1.json")
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        archive.writestr("conversations.json", "[]")
    assert sources.holds_conversations(tmp_path / "many.zip")
