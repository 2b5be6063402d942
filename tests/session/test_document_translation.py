"""The queue of documents with the real engine and the starter model."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.chat.store import ConversationStore
from app.chat.store_documents import DocumentRecord
from app.session.models.model_session import ModelState
from app.session.notices import Notice, Problem
from app.session.translate.documents.document_list import DocumentMeans
from app.session.translate.documents.job import DocumentJob, JobState, Order, SourceState, job_of
from app.session.translate.documents.reader import TranslateReader
from app.session.translate.documents.translation import DocumentTranslation
from app.system.paths import Paths, default_paths, starter_model
from app.translate.documents.kinds import ReadDocument
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.prompt import Tone
from tests.helpers.phrases import phrases
from tests.helpers.translating import MS, Translating, build_translating

GERMAN = Order("en", "de")


class CountingReader(TranslateReader):
    reads = 0

    @override
    def read(self, path: Path, columns: frozenset[int], done: Callable[[ReadDocument | DocumentProblem], None]) -> None:
        self.reads += 1
        super().read(path, columns, done)


class Desk:
    """A queue, and the person who uses it."""

    def __init__(self, world: Translating, folder: Path) -> None:
        self.world, self.folder = world, folder
        self.notices: list[Notice] = []
        self.refusals: list[Problem] = []
        self.queue = self._begin()

    def start(self) -> DocumentTranslation:
        """End, and begin as a fresh Parley with the same store does."""
        self.queue.close()
        self.queue = self._begin()
        return self.queue

    def _begin(self) -> DocumentTranslation:
        world = self.world
        self.reader = CountingReader(self.folder, world.thread)
        means = DocumentMeans(
            lane=world.lane, models=world.models, store=world.store, settings=world.settings, thread=world.thread,
            reader=self.reader, memory=world.session.memory, glossary=world.session.glossary_for,
        )  # fmt: skip
        queue = DocumentTranslation(means)
        queue.notice.connect(self.notices.append)
        queue.not_saved.connect(lambda _id, problem: self.refusals.append(problem))
        self.wait(lambda: queue.loaded)
        return queue

    def wait(self, condition: Callable[[], bool]) -> None:
        self.world.qtbot.waitUntil(condition, timeout=MS)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def add(self, path: Path, order: Order = GERMAN) -> DocumentJob:
        (job_id,) = self.queue.add([path], order)
        return self.job(job_id)

    def job(self, job_id: str) -> DocumentJob:
        job = self.queue.job(job_id)
        assert job is not None
        return job

    def until(self, job: DocumentJob, state: JobState) -> None:
        self.wait(lambda: job.state is state)

    def texts(self, job: DocumentJob) -> list[str | None]:
        return [unit.translation for unit in job.units or []]


class Waiter:
    """``qtbot`` for what lives longer than one test."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = 5000) -> None:  # noqa: N802
        deadline = time.monotonic() + timeout / 1000
        while not callback():
            assert time.monotonic() < deadline, "the program did not get there"
            QTest.qWait(5)


@pytest.fixture(scope="module")
def world(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Translating]:
    """The engine with the starter model, for all tests of this file; its processes and threads run already."""
    root = tmp_path_factory.mktemp("world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARLEY_HOME", str(root))
        it = build_translating(Waiter(), default_paths(), file=starter_model())
        it.qtbot.waitUntil(lambda: it.models.state is ModelState.READY, timeout=MS)
        ran: list[bool] = []
        it.thread.run(lambda: ran.append(True))
        it.qtbot.waitUntil(lambda: bool(ran))
        yield it
        it.close()


@pytest.fixture
def desk(world: Translating, tmp_path: Path) -> Iterator[Desk]:
    """A queue with an empty store."""
    made: list[ConversationStore] = []
    world.store.run(lambda old: old.close())
    world.store.thread_.run(ConversationStore.temporary, made.append)
    world.qtbot.waitUntil(lambda: bool(made))
    world.store.attach(made[0])
    world.session.memory.clear()
    world.session.set_source("")
    world.settings.change(translate_history=True, translate_recent=[])
    it = Desk(world, tmp_path)
    yield it
    it.queue.close()


def sample(count: int, seed: int = 5) -> list[tuple[str, str]]:
    """German sentences of the phrasebook with their English."""
    return random.Random(seed).sample(phrases("de", "en"), count)


def paragraphs(pairs: list[tuple[str, str]]) -> str:
    return "\n\n".join(german for german, _ in pairs) + "\n"


def test_a_document_is_read_translated_and_saved(desk: Desk) -> None:
    pairs = sample(3)
    source = desk.file("brief.txt", paragraphs(pairs))
    job = desk.add(source)
    desk.until(job, JobState.DONE)
    assert desk.texts(job) == [english for _, english in pairs]
    assert (job.done, job.total, job.marked, job.open_letters) == (3, 3, 0, 0)
    target = desk.queue.suggested_path(job.id)
    assert target == desk.folder / "brief.en.txt"
    desk.queue.save(job.id, target)
    desk.wait(lambda: not job.saving)
    assert target.read_text(encoding="utf-8") == "\n\n".join(english for _, english in pairs) + "\n"
    assert (job.saved_as, job.unsaved) == (str(target), False)
    assert source.read_text(encoding="utf-8") == paragraphs(pairs)
    desk.queue.save(job.id, source)
    desk.wait(lambda: bool(desk.refusals))
    assert "itself" in desk.refusals[0].sentence
    desk.queue.edit(job.id, 0, "Otherwise.")
    desk.start()
    (again,) = desk.queue.jobs
    assert (again.saved_as, again.unsaved) == (str(target), True)


def test_what_was_translated_before_needs_no_model_again(desk: Desk) -> None:
    pairs = sample(2)
    first = desk.add(desk.file("one.txt", paragraphs(pairs)))
    desk.until(first, JobState.DONE)
    asked = desk.world.lane.requests
    second = desk.add(desk.file("two.txt", paragraphs(pairs[::-1])))
    desk.until(second, JobState.DONE)
    assert desk.texts(second) == [english for _, english in pairs[::-1]]
    assert desk.world.lane.requests == asked
    desk.world.session.source_language, desk.world.session.target_language = "de", "en"
    assert desk.world.translate(pairs[1][0]) == pairs[1][1]  # the page knows it as well
    assert desk.world.lane.requests == asked


def test_after_a_restart_the_rest_is_translated_and_nothing_twice(desk: Desk) -> None:
    pairs = sample(5)
    job = desk.add(desk.file("brief.txt", paragraphs(pairs)))
    desk.wait(lambda: job.done >= 2)
    desk.queue.close()
    desk.world.session.memory.clear()
    done = job.done
    asked = desk.world.lane.requests
    desk.start()
    (again,) = desk.queue.jobs
    assert again.done >= done - 1  # the one that was on its way to the disk at most
    desk.until(again, JobState.DONE)
    assert desk.reader.reads == 0
    assert desk.texts(again) == [english for _, english in pairs]
    assert desk.world.lane.requests - asked <= 5 - done + 1


def test_a_text_that_is_typed_goes_first(desk: Desk) -> None:
    pairs = sample(6)
    job = desk.add(desk.file("brief.txt", paragraphs(pairs[:5])))
    desk.wait(lambda: job.done >= 1)
    desk.world.session.source_language, desk.world.session.target_language = "de", "en"
    assert desk.world.translate(pairs[5][0]) == pairs[5][1]
    assert job.done < 5
    desk.until(job, JobState.DONE)
    assert desk.texts(job) == [english for _, english in pairs[:5]]


def test_a_paused_document_lets_the_next_one_go(desk: Desk) -> None:
    first = desk.add(desk.file("one.txt", paragraphs(sample(3))))
    second = desk.add(desk.file("two.txt", paragraphs(sample(1, seed=6))))
    desk.wait(lambda: first.done >= 1)
    desk.queue.pause(first.id)
    desk.until(second, JobState.DONE)
    assert first.state is JobState.PAUSED
    done = first.done
    desk.queue.resume(first.id)
    assert first.done == done
    desk.until(first, JobState.DONE)


def test_the_order_is_the_persons(desk: Desk) -> None:
    jobs = [desk.add(desk.file(f"{name}.txt", paragraphs(sample(2, seed=number)))) for number, name in enumerate("abc")]
    desk.queue.move(jobs[2].id, 0)
    assert [job.name for job in desk.queue.jobs] == ["c.txt", "a.txt", "b.txt"]
    for job in jobs:
        desk.queue.pause(job.id)
    desk.start()
    assert [job.name for job in desk.queue.jobs] == ["c.txt", "a.txt", "b.txt"]
    assert {job.state for job in desk.queue.jobs} == {JobState.PAUSED}


def test_a_removed_document_comes_back_with_all_it_has(desk: Desk) -> None:
    job = desk.add(desk.file("brief.txt", paragraphs(sample(2))))
    desk.until(job, JobState.DONE)
    desk.queue.remove(job.id)
    assert not desk.queue.jobs
    undo = desk.notices[-1].undo
    assert undo is not None
    undo()
    assert [one.id for one in desk.queue.jobs] == [job.id]
    desk.start()
    assert [one.state for one in desk.queue.jobs] == [JobState.DONE]
    desk.queue.remove(job.id)
    desk.start()
    assert not desk.queue.jobs


def test_an_edited_passage_is_the_persons_now_and_the_next_time(desk: Desk) -> None:
    pairs = sample(2)
    job = desk.add(desk.file("brief.txt", paragraphs(pairs)))
    desk.until(job, JobState.DONE)
    desk.queue.edit(job.id, 1, "In my own words.")
    assert job.units is not None
    assert (job.units[1].translation, job.units[1].by_person) == ("In my own words.", True)
    desk.start()
    (again,) = desk.queue.jobs
    desk.queue.open(again.id)
    desk.wait(lambda: again.units is not None)
    assert desk.texts(again) == [pairs[0][1], "In my own words."]
    other = desk.add(desk.file("other.txt", paragraphs(pairs)))
    desk.until(other, JobState.DONE)
    assert desk.texts(other) == [pairs[0][1], "In my own words."]


def test_a_placeholder_that_an_edit_loses_is_marked(desk: Desk) -> None:
    job = desk.add(desk.file("app.json", '{"greeting": "Guten Morgen, {name}!"}\n'))
    desk.until(job, JobState.DONE)
    desk.queue.edit(job.id, 0, "Good morning!")
    assert job.units is not None
    assert (job.units[0].marks, job.marked) == (["lost_placeholder"], 1)
    desk.queue.edit(job.id, 0, "Good morning, {name}!")
    assert (job.units[0].marks, job.marked) == ([], 0)


def test_a_changed_file_is_said_and_read_again(desk: Desk) -> None:
    pairs = sample(4)
    source = desk.file("brief.txt", paragraphs(pairs[:3]))
    job = desk.add(source)
    desk.until(job, JobState.DONE)
    desk.queue.edit(job.id, 0, "Mine.")
    source.write_text(paragraphs([pairs[3], *pairs[:3]]), encoding="utf-8")
    target = desk.folder / "out.txt"
    desk.queue.save(job.id, target)
    desk.wait(lambda: bool(desk.refusals))
    assert "changed" in desk.refusals[0].sentence
    assert not target.exists()
    assert job.source_state is SourceState.CHANGED
    desk.queue.read_again(job.id)
    desk.wait(lambda: job.total == 4 and job.state is JobState.DONE)
    assert desk.texts(job) == [pairs[3][1], "Mine.", pairs[1][1], pairs[2][1]]
    desk.queue.save(job.id, target)
    desk.wait(target.exists)


def test_the_language_is_found_out_and_a_pair_turns_round(desk: Desk) -> None:
    pairs = sample(5)
    desk.world.settings.change(translate_recent=["de", "en"])
    job = desk.add(desk.file("brief.txt", paragraphs(pairs)), Order("de"))
    desk.until(job, JobState.DONE)
    assert (job.order.source, job.order.target) == ("de", "en")
    assert desk.texts(job) == [english for _, english in pairs]


@pytest.mark.usefixtures("allow_warnings")
def test_what_one_model_could_not_do_goes_on_with_the_next(qtbot: QtBot, paths: Paths, tmp_path: Path) -> None:
    """With an engine of its own: one that cannot load a file may be started anew."""
    world = build_translating(qtbot, paths, file=Path("/gone.gguf"))
    desk = Desk(world, tmp_path)
    desk.wait(lambda: world.models.state is ModelState.FAILED)
    pairs = sample(1)
    job = desk.add(desk.file("brief.txt", paragraphs(pairs)))
    desk.until(job, JobState.FAILED)
    assert job.problem is not None
    assert job.code is None
    world.models.load_starter()
    desk.until(job, JobState.DONE)
    assert desk.texts(job) == [pairs[0][1]]
    desk.queue.close()
    world.close()


def test_other_languages_begin_anew_and_survive_a_restart(desk: Desk) -> None:
    pairs = sample(2)
    job = desk.add(desk.file("brief.txt", paragraphs(pairs)), Order("fr", "es"))
    desk.until(job, JobState.DONE)
    desk.queue.set_languages(job.id, "de", "en")
    desk.until(job, JobState.DONE)
    assert desk.texts(job) == [english for _, english in pairs]
    desk.start()
    (again,) = desk.queue.jobs
    assert (again.order.source, again.order.target, again.state) == ("de", "en", JobState.DONE)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("gone.txt", None, ProblemCode.GONE), ("none.txt", "\n\n", ProblemCode.NOTHING_TO_TRANSLATE),
     ("what.xyz", "Hallo.", ProblemCode.UNKNOWN_KIND)],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why_also_after_a_restart(
    desk: Desk, name: str, content: str | None, code: ProblemCode
) -> None:
    job = desk.add(desk.file(name, content) if content is not None else desk.folder / name)
    desk.until(job, JobState.FAILED)
    assert job.code is code
    desk.start()
    (again,) = desk.queue.jobs
    assert (again.state, again.code) == (JobState.FAILED, code)
    assert again.problem is not None
    assert again.problem.sentence


@pytest.mark.parametrize(
    ("record", "state"),
    [({"state": "running", "units": 2}, JobState.QUEUED), ({"state": "paused", "units": 2}, JobState.PAUSED),
     ({"state": "done", "units": 2, "done": 2}, JobState.DONE),
     ({"state": "done", "units": 2, "done": 1}, JobState.QUEUED),
     ({"state": "failed", "units": 2}, JobState.QUEUED), ({"state": "queued"}, JobState.READING),
     ({"state": "choosing"}, JobState.READING), ({"state": "of a later version", "units": 1}, JobState.PAUSED)],
)  # fmt: skip
def test_how_the_last_run_left_a_document(record: dict[str, object], state: JobState) -> None:
    order = {"order": '{"target": "de", "of a later version": 1}'}
    job = job_of(msgspec.convert({"id": "a", "path": "/a.txt"} | order | record, DocumentRecord))
    assert (job.state, job.order.target) == (state, "de")


def test_without_a_history_nothing_reaches_the_store(desk: Desk) -> None:
    desk.world.settings.change(translate_history=False)
    pairs = sample(2)
    job = desk.add(desk.file("brief.txt", paragraphs(pairs)))
    desk.until(job, JobState.DONE)
    desk.queue.edit(job.id, 0, "Mine.")
    assert desk.texts(job) == ["Mine.", pairs[1][1]]
    desk.start()
    assert not desk.queue.jobs


def test_finished_ones_are_forgotten_with_the_history(desk: Desk) -> None:
    done = desk.add(desk.file("one.txt", paragraphs(sample(1))))
    desk.until(done, JobState.DONE)
    waiting = desk.add(desk.file("two.txt", paragraphs(sample(9, seed=9))))
    desk.queue.pause(waiting.id)
    desk.queue.forget_finished()
    assert desk.queue.jobs == [waiting]
    desk.start()
    assert [job.id for job in desk.queue.jobs] == [waiting.id]


def test_the_tone_and_the_words_of_the_glossary_are_asked_for(desk: Desk) -> None:
    desk.world.session.source_language, desk.world.session.target_language = "de", "en"
    desk.world.settings.change(translate_history=True)
    desk.world.translate("Guten Morgen!")
    desk.world.session.save_glossary([("Kaninchen", "bunny")])
    job = desk.add(desk.file("brief.txt", "Das Kaninchen schläft.\n"), Order("en", "de", Tone.FORMAL))
    desk.until(job, JobState.DONE)
    assert job.units is not None
    assert "bunny" in (job.units[0].translation or "") or "glossary_miss" in job.units[0].marks
    assert job.marked == bool(job.units[0].marks)
