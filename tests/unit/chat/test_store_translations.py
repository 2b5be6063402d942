"""History, glossaries and known sentences in the store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.chat import store_translations
from app.chat.store import ConversationStore
from app.chat.store_translations import HistoryEntry


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Iterator[ConversationStore]:
    made = ConversationStore.temporary(clock)
    yield made
    made.close()


def entry(name: str, source: str = "Wo ist der Bahnhof?", target: str = "Where is the station?") -> HistoryEntry:
    return HistoryEntry(id=name, source_language="de", target_language="en", source=source, target=target)


def ids(entries: list[HistoryEntry]) -> list[str]:
    return [one.id for one in entries]


def test_newest_first_and_the_same_text_once(store: ConversationStore) -> None:
    store.save_translation(entry("a"))
    store.save_translation(entry("b"))
    store.save_translation(entry("a", source="Wo ist das Café?"))
    assert ids(store.translations()) == ["a", "b"]
    assert store.translations()[0].source == "Wo ist das Café?"
    assert store.translations()[0].created_at < store.translations()[0].updated_at


@pytest.mark.parametrize("wanted", ["cafe", "CAFÉ", "火车", "станция", "%", "_"])
def test_search_finds_in_both_languages(store: ConversationStore, wanted: str) -> None:
    store.save_translation(entry("a", "Das Café 100%_", "火车站 Станция"))
    store.save_translation(entry("b"))
    assert ids(store.translations(wanted)) == ["a"]


def test_a_star_stays_when_the_text_goes_on(store: ConversationStore) -> None:
    store.save_translation(entry("a"))
    assert store.star_translation("a", True)
    store.save_translation(entry("a", target="Where's the station?"))
    store.save_translation(entry("b"))
    assert ids(store.translations(starred=True)) == ["a"]


def test_deleting_can_be_undone_until_it_is_purged(store: ConversationStore, clock: Clock) -> None:
    store.save_translation(entry("a"))
    store.save_translation(entry("b"))
    assert store.delete_translations("a") == 1
    assert ids(store.translations()) == ["b"]
    assert store.undelete_translations("a") == 1
    store.delete_translations("a", "b")
    clock.now += 100
    assert store.purge_translations(older_than=60) == 2
    assert store.undelete_translations("a", "b") == 0


def test_the_oldest_without_a_star_go(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_translations, "MOST_ENTRIES", 2)
    store.save_translation(entry("old"))
    store.star_translation("old", True)
    for name in "abcd":
        store.save_translation(entry(name))
    assert ids(store.translations()) == ["d", "c", "old"]


def test_one_glossary_for_a_pair(store: ConversationStore) -> None:
    store.save_glossary("1", "de", "en", [{"source": "a", "target": "b"}])
    store.save_glossary("2", "de", "en", [{"source": "c", "target": "d"}])
    store.save_glossary("3", "en", "de", [])
    assert [row[0] for row in store.glossaries()] == ["2", "3"]
    assert store.delete_glossary("2")
    assert not store.delete_glossary("2")


def test_sentences_are_known_by_digest_and_bounded(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_translations, "MOST_SENTENCES", 3)
    for number in range(5):
        store.keep_sentences({f"d{number}": f"text {number}"})
    store.keep_sentences({"d2": "again"})
    found = store.known_sentences([f"d{number}" for number in range(2000)])
    assert found == {"d2": "again", "d3": "text 3", "d4": "text 4"}


def test_forgetting_removes_texts_and_sentences_but_no_glossary(store: ConversationStore) -> None:
    store.save_translation(entry("a"))
    store.keep_sentences({"d": "text"})
    store.save_glossary("1", "de", "en", [])
    store.forget_translations()
    assert store.translations() == []
    assert store.known_sentences(["d"]) == {}
    assert len(store.glossaries()) == 1
