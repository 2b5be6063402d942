"""What is attached, with the real documents worker and a scripted engine."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.chat.conversation import AttachmentPart
from app.documents.cleaning import clean
from app.documents.quoting import sent_numbers
from app.session.attachments.attachment_items import Chip, ChipState, Choice, Readiness
from app.session.attachments.attachments_session import MOST_FILES, AttachmentsSession
from app.session.models.model_session import ModelState
from app.system.paths import Paths
from tests.helpers.documents import pdf
from tests.session.conftest import Session

SECONDS = 40_000
LONG = "\n\n".join(f"Section {n}. The price of item {n} is {n * 7} crowns, with delivery. " * 8 for n in range(400))


def attaching(session: Session, paths: Paths) -> AttachmentsSession:
    return AttachmentsSession(session.chat, session.models, session.engine, session.lane(), paths.logs)


@pytest.fixture
def attachments(qtbot: QtBot, session: Session, paths: Paths) -> Iterator[AttachmentsSession]:
    made = attaching(session, paths)
    yield made
    made.close()


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def readiness(attachments: AttachmentsSession) -> Readiness:
    return attachments.readiness


def settled(qtbot: QtBot, attachments: AttachmentsSession) -> list[Chip]:
    busy = {ChipState.READING, ChipState.WORKING, ChipState.WAITING}
    qtbot.waitUntil(lambda: not any(chip.state in busy for chip in attachments.chips), timeout=SECONDS)
    return attachments.chips


def test_files_become_chips_and_then_parts(qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path) -> None:
    assert readiness(attachments) is Readiness.NOTHING
    files = [saved(tmp_path, "a.md", "# Head\n\ntext"), saved(tmp_path, "b.pdf", pdf([["Hello"], ["there"]]))]
    attachments.add_files(files)
    assert readiness(attachments) is Readiness.READING
    chips = settled(qtbot, attachments)
    assert [(chip.name, chip.state, chip.size) for chip in chips] == [
        ("a.md", ChipState.READY, 12),
        ("b.pdf", ChipState.READY, files[1].stat().st_size),
    ]
    assert readiness(attachments) is Readiness.READY
    parts = attachments.take("What is it?")
    assert [(part.name, part.text, part.sent_text) for part in parts] == [
        ("a.md", "# Head\n\ntext", ""),
        ("b.pdf", "Hello\n\nthere", ""),
    ]
    assert [part.media_type for part in parts] == ["text/markdown", "application/pdf"]
    assert attachments.chips == []


def test_what_cannot_be_read_says_why_and_does_not_hold_the_message_up(
    qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path
) -> None:
    attachments.add_files([tmp_path, tmp_path / "gone.txt", saved(tmp_path, "e.txt", ""), saved(tmp_path, "t", "x")])
    chips = settled(qtbot, attachments)
    assert [chip.state for chip in chips] == [ChipState.FAILED] * 3 + [ChipState.READY]
    assert len({chip.problem for chip in chips[:3]}) == 3
    assert readiness(attachments) is Readiness.READY
    assert [part.name for part in attachments.take()] == ["t"]


def test_every_conversation_has_its_own(qtbot: QtBot, attachments: AttachmentsSession) -> None:
    attachments.add_text("one", "first")
    attachments.for_conversation("b")
    assert attachments.chips == []
    attachments.add_text("two", "second")
    attachments.for_conversation("")
    assert [chip.name for chip in settled(qtbot, attachments)] == ["one"]
    attachments.for_conversation("b")
    assert [chip.preview for chip in settled(qtbot, attachments)] == ["second"]


def test_removing_stops_the_reading(qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path) -> None:
    slow = saved(tmp_path, "slow.pdf", pdf([["word " * 40] * 30] * 300))
    attachments.add_files([slow, saved(tmp_path, "b.txt", "next")])
    qtbot.waitUntil(lambda: attachments.chips[0].total > 0, timeout=SECONDS)
    attachments.remove(attachments.chips[0].id)
    assert [chip.name for chip in settled(qtbot, attachments)] == ["b.txt"]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="signals of POSIX")
@pytest.mark.parametrize(("number", "words"), [(signal.SIGKILL, "damaged"), (signal.SIGXCPU, "too long")])
def test_a_worker_that_dies_is_a_sentence_and_the_next_file_is_read(
    qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path, number: int, words: str
) -> None:
    slow = saved(tmp_path, "slow.pdf", pdf([["word " * 40] * 30] * 300))
    attachments.add_files([slow, saved(tmp_path, "b.txt", "next")])
    reader = attachments.reader
    qtbot.waitUntil(lambda: attachments.chips[0].total > 0, timeout=SECONDS)
    os.kill(reader.process_id, number)
    first, second = settled(qtbot, attachments)
    assert (first.state, second.state) == (ChipState.FAILED, ChipState.READY)
    assert words in first.problem


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="signals of POSIX")
def test_a_worker_that_hangs_is_ended(
    qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attachments.reader.set_patience(1.5)
    attachments.add_files([saved(tmp_path, "slow.pdf", pdf([["word " * 40] * 30] * 300))])
    qtbot.waitUntil(lambda: attachments.reader.process_id > 0, timeout=SECONDS)
    os.kill(attachments.reader.process_id, signal.SIGSTOP)
    (chip,) = settled(qtbot, attachments)
    assert (chip.state, "too long" in chip.problem) == (ChipState.FAILED, True)


def test_what_does_not_fit_waits_for_a_choice(qtbot: QtBot, session: Session, attachments: AttachmentsSession) -> None:
    session.models.ensure()
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    attachments.add_text("short", "a few words")
    attachments.add_text("long", LONG)
    short, long = settled(qtbot, attachments)
    assert (short.too_long, long.too_long) == (False, True)
    assert readiness(attachments) is Readiness.TOO_LONG
    attachments.choose(long.id, Choice.RELEVANT)
    assert readiness(attachments) is Readiness.READING
    settled(qtbot, attachments)
    assert readiness(attachments) is Readiness.READY
    parts = attachments.take("What is the price of item 77?")
    assert parts[0].sent_text == ""
    assert "The price of item 77 is 539 crowns" in parts[1].sent_text
    assert parts[1].text == clean(LONG)
    assert 0 < parts[1].token_count < attachments.room
    numbers = sent_numbers(parts[1].sent_text)
    assert numbers
    assert {letter for letter, _ in numbers} == {""}


def names(attachments: AttachmentsSession) -> list[str]:
    return [chip.name for chip in attachments.chips]


def test_what_was_taken_away_comes_back_where_it_was(
    qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path
) -> None:
    attachments.add_files([saved(tmp_path, name, f"text of {name}") for name in "abcd"])
    a, b, c, d = settled(qtbot, attachments)
    undo = {chip.name: attachments.remove(chip.id) for chip in (b, a, d)}
    assert names(attachments) == ["c"]
    (tmp_path / "a").unlink()  # it is not read again
    for name, expected in (("a", "ac"), ("d", "acd"), ("b", "abcd")):
        put_back = undo[name]
        assert put_back is not None
        put_back()
        assert names(attachments) == list(expected)
        put_back()  # twice is once
        assert names(attachments) == list(expected)
    assert [(chip.id, chip.state, chip.preview) for chip in attachments.chips] == [
        (chip.id, ChipState.READY, f"text of {chip.name}") for chip in (a, b, c, d)
    ]
    assert attachments.remove("no such document") is None


def test_what_comes_back_is_still_sent_as_was_chosen(
    qtbot: QtBot, session: Session, attachments: AttachmentsSession
) -> None:
    session.models.ensure()
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    attachments.add_text("parts", LONG)
    attachments.add_text("summary", LONG)
    parts, summary = settled(qtbot, attachments)
    attachments.choose(parts.id, Choice.RELEVANT)
    attachments.choose(summary.id, Choice.SUMMARY)
    back = [attachments.remove(parts.id), attachments.remove(summary.id)]  # while it is being done
    assert readiness(attachments) is Readiness.NOTHING
    for put_back in back:
        assert put_back is not None
        put_back()
    chips = settled(qtbot, attachments)
    assert [(chip.id, chip.choice, chip.too_long) for chip in chips] == [
        (parts.id, Choice.RELEVANT, False), (summary.id, Choice.SUMMARY, False)
    ]  # fmt: skip
    sent = attachments.take("What is the price of item 77?")
    assert "The price of item 77 is 539 crowns" in sent[0].sent_text
    assert "The **answer**" in sent[1].sent_text


def test_what_was_taken_away_while_it_was_read_is_read_when_it_comes_back(
    qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path
) -> None:
    attachments.add_files([saved(tmp_path, "a.txt", "first")])
    attachments.add_text("b", "second")
    for chip in attachments.chips:
        assert chip.state is ChipState.READING
        put_back = attachments.remove(chip.id)
        assert put_back is not None
        put_back()
    assert [chip.preview for chip in settled(qtbot, attachments)] == ["first", "second"]


def test_it_comes_back_to_its_own_conversation(qtbot: QtBot, attachments: AttachmentsSession) -> None:
    attachments.for_conversation("mine")
    attachments.add_text("a", "text")
    put_back = attachments.remove(settled(qtbot, attachments)[0].id)
    attachments.for_conversation("other")
    assert put_back is not None
    put_back()
    assert names(attachments) == []
    attachments.for_conversation("mine")
    assert names(attachments) == ["a"]


def test_one_summary_is_made_after_the_other(qtbot: QtBot, session: Session, attachments: AttachmentsSession) -> None:
    session.models.ensure()
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    attachments.add_text("here", LONG)
    here = settled(qtbot, attachments)[0].id
    attachments.for_conversation("other")
    for name in "abc":
        attachments.add_text(name, LONG)
    a, b, c = (chip.id for chip in settled(qtbot, attachments))
    for one in (here, a, b, c):
        attachments.choose(one, Choice.SUMMARY)
    assert [chip.state for chip in attachments.chips] == [ChipState.WAITING] * 3
    attachments.choose(b, Choice.ALL)  # stopped before it began
    attachments.remove(a)
    attachments.choose(here, Choice.ALL)  # stopped while it is made: the next begins
    assert [(chip.id, chip.state) for chip in attachments.chips] == [(b, ChipState.READY), (c, ChipState.WORKING)]
    assert [(chip.choice, chip.too_long) for chip in settled(qtbot, attachments)] == [
        (Choice.ALL, True), (Choice.SUMMARY, False)
    ]  # fmt: skip


def test_without_a_model_a_summary_fails_and_says_so(
    qtbot: QtBot, attachments: AttachmentsSession, session: Session
) -> None:
    attachments.add_text("a", "text")
    with qtbot.waitSignal(attachments.summary_failed) as failed:
        attachments.choose(settled(qtbot, attachments)[0].id, Choice.SUMMARY)
    assert failed.args == ["a"]
    assert [chip.choice for chip in attachments.chips] == [Choice.ALL]


def test_a_file_too_many_is_left_out(qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path) -> None:
    with qtbot.waitSignal(attachments.full) as left:
        attachments.add_files([tmp_path / str(n) for n in range(MOST_FILES + 3)])
    assert left.args == [3]
    assert len(attachments.chips) == MOST_FILES
    settled(qtbot, attachments)


def test_what_was_queued_can_be_put_back(qtbot: QtBot, attachments: AttachmentsSession) -> None:
    attachments.add_text("note", "kept")
    settled(qtbot, attachments)
    parts = attachments.take()
    attachments.put_back(parts)
    (chip,) = attachments.chips
    assert (chip.name, chip.preview, chip.state) == ("note", "kept", ChipState.READY)


def test_later_questions_bring_further_parts_also_after_a_restart(
    qtbot: QtBot, session: Session, attachments: AttachmentsSession, paths: Paths
) -> None:
    chat = session.chat

    def ask(where: AttachmentsSession, question: str) -> list[AttachmentPart]:
        parts = where.take(question)
        with qtbot.waitSignal(chat.answer_finished, timeout=SECONDS):
            chat.send(question, parts)
        assert chat.conversation
        where.for_conversation(chat.conversation.id)
        return parts

    session.models.ensure()
    qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
    attachments.add_text("prices", LONG)
    attachments.choose(settled(qtbot, attachments)[0].id, Choice.RELEVANT)
    settled(qtbot, attachments)
    (first,) = ask(attachments, "What is the price of item 77?")
    (chip,) = attachments.chips
    assert (chip.follows, readiness(attachments)) == (True, Readiness.NOTHING)
    (second,) = ask(attachments, "And what is the price of item 301?")
    assert second.text == ""
    assert second.document_id == first.document_id
    assert "The price of item 301 is" in second.sent_text
    assert not set(sent_numbers(first.sent_text)) & set(sent_numbers(second.sent_text))
    assert ask(attachments, "thanks") == []

    again = attaching(session, paths)
    assert chat.conversation
    again.for_conversation(chat.conversation.id)
    settled(qtbot, again)
    qtbot.waitUntil(lambda: bool(again.take("What does item 150 cost?")), timeout=SECONDS)
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_cannot_pretend_to_be_another(qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path) -> None:
    attachments.add_files([saved(tmp_path, "invoice\u202egpj.exe.txt", "x"), saved(tmp_path, "a\x07\nb.txt", "y")])
    assert [chip.name for chip in settled(qtbot, attachments)] == ["invoicegpj.exe.txt", "a b.txt"]
    assert [part.name for part in attachments.take()] == ["invoicegpj.exe.txt", "a b.txt"]


def test_a_file_is_attached_once(qtbot: QtBot, attachments: AttachmentsSession, tmp_path: Path) -> None:
    file = saved(tmp_path, "a.txt", "text")
    attachments.add_files([file, file])
    attachments.add_files([file, tmp_path / "missing.txt"])
    assert [chip.name for chip in settled(qtbot, attachments)] == ["a.txt", "missing.txt"]
    saved(tmp_path, "missing.txt", "here now")
    attachments.add_files([tmp_path / "missing.txt"])  # what failed may be tried again
    assert [chip.state for chip in settled(qtbot, attachments)] == [ChipState.READY, ChipState.FAILED, ChipState.READY]


def test_a_document_of_a_copied_conversation_is_taken_from_the_copy_alone(
    qtbot: QtBot, attachments: AttachmentsSession
) -> None:
    attachments.for_conversation("first")
    attachments.add_text("note", "kept")
    settled(qtbot, attachments)
    parts = attachments.take()
    attachments.put_back(parts)
    attachments.for_conversation("copy")
    attachments.put_back(parts)
    attachments.remove(attachments.chips[0].id)
    assert attachments.chips == []
    attachments.for_conversation("first")
    assert len(attachments.chips) == 1
