"""What a translation leaves behind: history, sentences, glossaries; and nothing when nothing is to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from app.chat.store import ConversationStore
from app.session.notices import Notice, NoticeAction
from app.system.paths import Paths
from app.translate.glossary import GlossaryError
from app.translate.guards import Fault
from tests.helpers.hand_lane import ByHand, asked, by_hand

T = TypeVar("T")


@pytest.fixture
def hand(qtbot: QtBot, paths: Paths) -> Iterator[ByHand]:
    it = by_hand(qtbot, paths)
    yield it
    it.close()


def kept(hand: ByHand, text: str, translation: str = "") -> None:
    """Translate a text and let it be kept."""
    hand.translated(text, (lambda _: translation) if translation else str.upper)
    hand.session.keep_now()
    hand.settle()


def rows_of(hand: ByHand, table: str) -> int:
    """Count what is stored, read by the store's own thread."""
    found: list[int] = []

    def count(store: ConversationStore) -> int:
        return len(store._database.rows(f"SELECT * FROM {table}"))

    hand.access.run(count, found.append)
    hand.settle()
    return found[0]


def test_what_is_translated_is_found_again(hand: ByHand) -> None:
    session = hand.session
    kept(hand, "Good morning.")
    kept(hand, "See you at the café.")
    assert [entry.source for entry in session.history] == ["See you at the café.", "Good morning."]
    assert session.history[1].target == "GOOD MORNING."
    session.search_history("CAFE")
    hand.settle()
    assert [entry.source for entry in session.history] == ["See you at the café."]
    session.search_history("good")  # in source or translation
    hand.settle()
    assert [entry.source for entry in session.history] == ["Good morning."]


def test_a_text_that_grows_is_one_entry(hand: ByHand) -> None:
    kept(hand, "Good morning.")
    kept(hand, "Good morning. How are you?")
    assert [entry.target for entry in hand.session.history] == ["GOOD MORNING. HOW ARE YOU?"]


def test_stars_stay_and_can_be_asked_for(hand: ByHand) -> None:
    session = hand.session
    kept(hand, "Good morning.")
    kept(hand, "Something else.")
    session.star(session.history[1].id)
    hand.settle()
    session.search_history("", starred=True)
    hand.settle()
    assert [entry.source for entry in session.history] == ["Good morning."]
    session.star(session.history[0].id)
    hand.settle()
    assert session.history == []


def test_a_deleted_entry_comes_back(hand: ByHand) -> None:
    session, notices = hand.session, list[Notice]()
    session.notice.connect(notices.append)
    kept(hand, "One.")
    session.remove(session.history[0].id)
    hand.settle()
    assert session.history == []
    assert notices[-1].action is NoticeAction.UNDO
    assert notices[-1].undo is not None
    notices[-1].undo()
    hand.settle()
    assert [entry.source for entry in session.history] == ["One."]


def test_an_entry_is_shown_as_it_was_kept_and_no_model_is_asked(hand: ByHand) -> None:
    session = hand.session
    kept(hand, "Good morning. How are you?\n\n- Fine.", "Servus.")
    session.memory.clear()
    session.set_domain("something that changes every translation")
    kept(hand, "Something else.")
    requests = hand.lane.requests
    entry = next(entry for entry in session.history if entry.source.startswith("Good"))
    session.open_entry(entry.id)
    hand.settle()
    assert session.target_text == "Servus. Servus.\n\n- Servus." == entry.target
    assert hand.lane.requests == requests
    session.keep_now()
    hand.settle()
    assert len(session.history) == 2
    assert session.history[0].source == "Something else."  # a look does not make it newer


def test_an_entry_that_cannot_be_cut_is_not_overwritten(hand: ByHand) -> None:
    session = hand.session
    kept(hand, "Good morning. How are you?", "Eins. Zwei.")  # four sentences of two
    session.memory.clear()
    session.set_domain("letters")
    session.open_entry(session.history[0].id)
    hand.settle()
    session._cool()
    hand.answer_all()
    session.keep_now()
    hand.settle()
    assert {entry.target for entry in session.history} == {"Eins. Zwei. Eins. Zwei.", "GOOD MORNING. HOW ARE YOU?"}


def test_an_opened_entry_does_not_turn_its_pair_round(hand: ByHand) -> None:
    session = hand.session
    session.target_language, session.source_language = "en", "de"
    kept(hand, "Where is the train station, please? I have been looking for it for an hour.", "A. B.")
    entry = session.history[0]
    pair = (entry.source_language, entry.target_language)
    kept(hand, "Something else.")
    session.open_entry(entry.id)
    hand.settle()
    assert (session.source_language, session.target_language) == pair


def test_nothing_is_stored_when_nothing_is_to_be_kept(hand: ByHand) -> None:
    session = hand.session
    session.history_enabled = False
    kept(hand, "Good morning. How are you?")
    session.edit(0, "Servus.")
    hand.translated("Something else.")
    session.close()
    hand.settle()
    assert [rows_of(hand, table) for table in ("translations", "translated_sentences")] == [0, 0]


def test_switched_off_in_the_middle_of_a_text_nothing_of_it_is_stored(hand: ByHand) -> None:
    """As the settings window does it: the setting changes, and the session hears of it."""
    session, told = hand.session, list[bool]()
    hand.settle()
    session.history_changed.connect(lambda: told.append(session.history_enabled))
    hand.put("Good morning. How are you?")
    session._cool()
    hand.lane.answer(str.upper)
    hand.settings.change(translate_history=False)
    session.settings_changed()
    hand.answer_all()
    assert told == [False]
    assert not session._keep_timer.isActive()
    session.close()
    assert [rows_of(hand, table) for table in ("translations", "translated_sentences")] == [0, 0]
    hand.settings.change(translate_history=True)
    session.settings_changed()
    kept(hand, "Something else.")
    assert [rows_of(hand, table) for table in ("translations", "translated_sentences")] == [1, 1]


def test_a_program_that_ends_keeps_the_last_text(hand: ByHand) -> None:
    hand.translated("Good morning.")
    hand.session.close()
    assert rows_of(hand, "translations") == 1
    assert rows_of(hand, "translated_sentences") == 1


def test_removing_all_leaves_nothing(hand: ByHand) -> None:
    kept(hand, "Good morning.")
    hand.session.clear_history()
    hand.settle()
    assert hand.session.history == []
    assert [rows_of(hand, table) for table in ("translations", "translated_sentences")] == [0, 0]
    requests = hand.lane.requests
    hand.put("")
    assert hand.translated("Good morning.") == "GOOD MORNING."
    assert hand.lane.requests == requests + 1


def test_sentences_are_known_in_another_session(hand: ByHand) -> None:
    kept(hand, "Good morning.", "Guten Morgen.")
    requests = hand.lane.requests
    other = hand.another()
    other.set_source("Good morning.")
    hand.settle()
    hand.settle()
    assert other.target_text == "Guten Morgen."
    assert hand.lane.requests == requests


# --- glossaries ---


def test_a_term_is_told_checked_and_its_miss_is_marked(hand: ByHand) -> None:
    session = hand.session
    hand.translated("The train station is old.")
    session.save_glossary([("train station", "Hauptbahnhof")])
    hand.settle()
    assert "“train station” is “Hauptbahnhof”" in asked(hand.lane.jobs[0])
    hand.lane.answer(lambda _: "Der Bahnhof ist alt.")
    hand.lane.answer(lambda _: "Der Bahnhof ist sehr alt.")  # asked once more
    assert session.rows[0].marks == [Fault.GLOSSARY_MISS]
    hand.translated("The train station is new.", lambda _: "Der Hauptbahnhof ist neu.")
    assert session.rows[0].marks == []
    hand.translated("The house is new.", lambda _: "Das Haus ist neu.")
    assert session.rows[0].marks == []


def test_a_glossary_belongs_to_its_pair_and_another_session_reads_it(hand: ByHand) -> None:
    session, other = hand.session, hand.another()
    other.source_language = "en"
    session.save_glossary([("house", "Haus")])
    other.refresh_glossaries()
    hand.settle()
    assert other.glossary is not None
    there = []
    for code in ("fr", "de"):
        session.target_language = code
        there.append(session.glossary is not None)
    assert there == [False, True]
    session.save_glossary([])
    hand.settle()
    assert rows_of(hand, "glossaries") == 0


@pytest.mark.parametrize("name", ["terms.csv", "terms.tbx"])
def test_a_glossary_goes_out_and_comes_back(hand: ByHand, tmp_path: Path, name: str) -> None:
    session, file = hand.session, tmp_path / name
    session.save_glossary([("house", "Haus"), ("=1+1", "<zwei>")])
    session.export_glossary(file)
    session.save_glossary([("street", "Straße")])
    assert session.import_glossary(file) == 2
    assert session.glossary is not None
    assert {term.source for term in session.glossary.terms} == {"house", "=1+1", "street"}
    (tmp_path / "bad.tbx").write_text("<nothing>", encoding="utf-8")
    with pytest.raises(GlossaryError):
        session.import_glossary(tmp_path / "bad.tbx")
