"""Documents that are being translated, in the store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.chat.store import ConversationStore
from app.chat.store_documents import DocumentRecord, UnitRecord


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def store() -> Iterator[ConversationStore]:
    made = ConversationStore.temporary(Clock())
    yield made
    made.close()


def record(name: str, state: str = "queued") -> DocumentRecord:
    return DocumentRecord(id=name, path=f"/{name}.srt", state=state, sha256="ab", size=7, modified=1_700_000_000_123)


def units(*texts: str) -> list[UnitRecord]:
    return [UnitRecord(id=f"u{number}", text=text, where=str(number)) for number, text in enumerate(texts)]


def ids(store: ConversationStore) -> list[str]:
    return [one.id for one in store.documents()]


def test_documents_stay_in_their_order_and_can_be_put_into_another(store: ConversationStore) -> None:
    for name in "abc":
        store.save_document(record(name))
    store.save_document(record("a", "done"))
    assert ids(store) == ["a", "b", "c"]
    store.order_documents(["c", "a", "b"])
    assert ids(store) == ["c", "a", "b"]
    store.save_document(record("d"))
    assert ids(store) == ["c", "a", "b", "d"]
    assert store.documents()[1] == record("a", "done")


def test_every_piece_is_kept_with_its_marks_and_counted(store: ConversationStore) -> None:
    store.save_document(record("a"))
    store.add_units("a", units("Haus", "Straße \ud800", "Baum"))
    done = UnitRecord(id="u1", text="Straße \ufffd", where="1", translation="street", marks=["copy"], by_person=True)
    store.save_units("a", {1: done}, {"digest": "street"})
    assert store.document_units("a") == [units("Haus")[0], done, UnitRecord(id="u2", text="Baum", where="2")]
    (found,) = store.documents()
    assert (found.units, found.done, found.marked) == (3, 1, 1)
    assert store.known_sentences(["digest"]) == {"digest": "street"}


def test_pieces_come_in_several_parts_and_are_replaced_from_a_place_on(store: ConversationStore) -> None:
    store.save_document(record("a"))
    store.add_units("a", units("one", "two"))
    store.add_units("a", units("three"), first=2)
    assert [unit.text for unit in store.document_units("a")] == ["one", "two", "three"]
    store.add_units("a", units("new"))
    assert [unit.text for unit in store.document_units("a")] == ["new"]


def test_what_is_deleted_comes_back_or_goes_with_its_pieces(store: ConversationStore) -> None:
    for name in "ab":
        store.save_document(record(name))
        store.add_units(name, units("Haus"))
    assert store.delete_documents("a") == 1
    assert ids(store) == ["b"]
    assert store.undelete_documents("a") == 1
    assert ids(store) == ["a", "b"]
    store.delete_documents("a")
    assert store.purge_documents(older_than=60) == 0
    assert store.purge_documents(older_than=0) == 1
    assert store.document_units("a") == []
    assert len(store.document_units("b")) == 1


def test_all_of_a_state_are_forgotten(store: ConversationStore) -> None:
    store.save_document(record("a", "done"))
    store.save_document(record("b", "paused"))
    assert store.has_documents("queued", "paused")
    assert not store.has_documents("queued")
    store.forget_documents("done")
    assert ids(store) == ["b"]
