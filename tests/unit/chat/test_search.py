"""Finding text in every script, by words, pieces of words, one or two characters; the index keeps up by itself."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.conversation import AttachmentPart, Message, MessageStatus, TextPart, ThinkingPart
from app.chat.database import Database
from app.chat.migrations import MIGRATIONS, migrate
from app.chat.search import FoundIn, Hit, Page, Place, parse, snippet_at
from app.chat.search_text import fold, grams, original_place, query_grams, ranges
from app.chat.store import ConversationStore
from app.engine.api import Role
from tests.helpers.store_content import KEY, answer, conversation, message, question

TEXTS = {
    "french": "Un été à la plage, crème brûlée et œufs.",
    "german": "Die Straße ist weiß; ÄPFEL.",
    "turkish": "İstanbul'da ılık bir gün",
    "polish": "Łódź i żółć",
    "vietnamese": "Tiếng Việt có dấu",
    "russian": "Ёлка и Чай",
    "greek": "Ελληνικά: λόγος",
    "arabic": "مَرْحَبًا بِالعَالَمِ، أهلًا وسهلًا ١٢٣",
    "hebrew": "שָׁלוֹם עולם",
    "thai": "ภาษาไทยไม่มีช่องว่างระหว่างคำ",
    "hindi": "हिन्दी में लिखा",
    "chinese": "你好，世界。今天天气很好𠮷",
    "japanese": "こんにちは世界、ハンカクとｶﾞﾗｽ",
    "korean": "안녕하세요 세계",
    "wide": "Ｆｕｌｌ　Ｗｉｄｔｈ ①②",
    "code": 'if (C# != F#) { return "100%*"; } // NOT AND OR NEAR(a, b)',
    "emoji": "Nice 👍🏽 work 🎉",
}

FINDS = [
    ("ete", "french"), ("été", "french"), ("CREME BRULEE", "french"), ("lag", "french"), ("é", "french"),
    ("strasse", "german"), ("apfel", "german"), ("weiss", "german"), ("istanbul", "turkish"), ("ilik", "turkish"),
    ("lodz", "polish"), ("zolc", "polish"), ("viet", "vietnamese"), ("елка", "russian"), ("ч", "russian"),
    ("λογοσ", "greek"), ("مرحبا", "arabic"), ("اهلا", "arabic"), ("العالم", "arabic"), ("123", "arabic"),
    ("م", "arabic"),
    ("שלום", "hebrew"), ("ไทย", "thai"), ("ไ", "thai"), ("คำ", "thai"), ("में", "hindi"), ("世", "chinese"),
    ("世界", "japanese"), ("天气", "chinese"), ("天气很好", "chinese"), ("𠮷", "chinese"), ("にち", "japanese"),
    ("ハンカク", "japanese"), ("ﾊﾝｶｸ", "japanese"), ("ガラス", "japanese"), ("안녕", "korean"), ("세계", "korean"),
    ("full width", "wide"), ("12", "wide"), ("c#", "code"), ("#", "code"), ("100%", "code"), ("*", "code"),
    ("not and", "code"), ("near(a", "code"), ('"', "code"), ("//", "code"), ("🎉", "emoji"), ("👍", "emoji"),
    ('"plage, crème"', "french"), ("“return”", "code"), ("«chaud" + "»", None), ("plage xyz", None),
    ('"a la"', "french"),
    ('"la a"', None), ("   ", None), ("", None), ('""', None), ("ab", None), ("\x00", None),
]  # fmt: skip


@pytest.fixture
def store() -> Iterator[ConversationStore]:
    store = ConversationStore.temporary()
    yield store
    store.close()


def find(store: ConversationStore, query: str, *, thoughts: bool = False) -> list[Hit]:
    """Everything that is found, asked for in small pages."""
    while store.search_index.update(1):
        pass
    hits: list[Hit] = []
    page = Page(next=Place())
    while page.next is not None:
        page = store.search.page(parse(query), page.next, thoughts=thoughts, limit=7, seconds=0)
        hits += page.hits
    return hits


def ask(store: ConversationStore, *texts: str, title: str = "") -> list[Message]:
    chat = conversation(title)
    store.create(chat)
    asked = [question(chat, text) for text in texts]
    store.add_messages(asked)
    return asked


@pytest.fixture(scope="module")
def library() -> Iterator[tuple[ConversationStore, dict[str, str]]]:
    store = ConversationStore.temporary()
    asked = ask(store, *TEXTS.values())
    yield store, {one.id: name for one, name in zip(asked, TEXTS, strict=True)}
    store.close()


@pytest.mark.parametrize(("query", "wanted"), FINDS)
def test_every_script_is_found(
    library: tuple[ConversationStore, dict[str, str]], query: str, wanted: str | None
) -> None:
    store, names = library
    hits = find(store, query)
    found = {names[hit.message_id]: hit for hit in hits if hit.message_id}
    if wanted is None:
        assert not found
        return
    hit = found[wanted]
    assert hit.ranges, "nothing is lit"
    lit = {fold(hit.snippet[start:end]) for start, end in hit.ranges}
    assert all(any(word in piece for piece in lit) for word in fold(query.strip('"“”')).split())


def test_titles_come_first_then_the_newest_message_and_thoughts_last(store: ConversationStore) -> None:
    chat = conversation("The zebra")
    store.create(chat)
    first = question(chat, "a zebra")
    thinking = message(chat, [ThinkingPart("zebra, hm"), TextPart("No.")], first, Role.ASSISTANT)
    last = question(chat, "two zebras", thinking)
    store.add_messages([first, thinking, last])
    hits = find(store, "Zebra", thoughts=True)
    assert [(hit.message_id, hit.found_in) for hit in hits] == [
        (None, FoundIn.TITLE), (last.id, FoundIn.TEXT), (first.id, FoundIn.TEXT), (thinking.id, FoundIn.THOUGHTS),
    ]  # fmt: skip
    assert [hit.message_id for hit in find(store, "zebra")] == [None, last.id, first.id]
    assert {hit.title for hit in hits} == {"The zebra"}


def test_attachments_are_found_by_name_and_text(store: ConversationStore) -> None:
    chat = conversation()
    store.create(chat)
    it = message(chat, [AttachmentPart("Rechnung März.pdf", "application/pdf", 9, "Betrag: 17,40"), TextPart("Sum?")])
    store.add_message(it)
    for query in ("marz.pdf", "17,40", "sum", "rechnung sum"):
        assert [hit.message_id for hit in find(store, query)] == [it.id], query


def test_an_answer_is_found_once_it_is_finished(store: ConversationStore) -> None:
    (asked,) = ask(store, "Why?")
    chat = store.list_conversations()[0]
    growing = answer(chat, asked, MessageStatus.GENERATING)
    store.add_message(growing)
    store.update_streaming(growing.id, [TextPart("a walrus")])
    assert store.search_index.waiting == 1  # the question alone
    assert find(store, "walrus") == []
    store.finish_message(growing.id, [TextPart("a walrus sings")], MessageStatus.COMPLETE)
    assert [hit.message_id for hit in find(store, "walrus sings")] == [growing.id]


def test_an_answer_cut_off_by_a_crash_is_found_after_the_next_start(store: ConversationStore) -> None:
    (asked,) = ask(store, "Why?")
    growing = answer(store.list_conversations()[0], asked, MessageStatus.GENERATING)
    store.add_message(growing)
    store.update_streaming(growing.id, [TextPart("half a walrus")])
    store.recover_interrupted()
    assert [hit.message_id for hit in find(store, "walrus")] == [growing.id]


def test_a_message_that_is_written_again_is_found_by_its_new_text_only(store: ConversationStore) -> None:
    (asked,) = ask(store, "walrus")
    assert find(store, "walrus")
    store.finish_message(asked.id, [TextPart("penguin")], MessageStatus.COMPLETE)
    assert find(store, "walrus") == []
    assert [hit.message_id for hit in find(store, "penguin")] == [asked.id]


def test_what_is_deleted_is_not_found_until_it_is_undone(store: ConversationStore) -> None:
    (asked,) = ask(store, "walrus", title="walruses")
    chat = store.list_conversations()[0]
    assert len(find(store, "walrus")) == 2
    record = store.delete_message(asked.id)
    assert record
    assert [hit.found_in for hit in find(store, "walrus")] == [FoundIn.TITLE]
    store.undelete_message(record)
    store.soft_delete(chat.id)
    assert find(store, "walrus") == []
    store.undelete(chat.id)
    assert len(find(store, "walrus")) == 2


def test_archived_conversations_are_found_and_marked(store: ConversationStore) -> None:
    ask(store, "walrus", title="walruses")
    store.set_archived([store.list_conversations()[0].id], True)
    assert [hit.archived for hit in find(store, "walrus")] == [True, True]


def test_purging_leaves_nothing_in_the_index(tmp_path: Path) -> None:
    database = Database(tmp_path / "plain.db")
    migrate(database)
    store = ConversationStore(database, None)
    ask(store, *(f"qqzebra{number} " * 20 for number in range(200)))
    kept = ask(store, "a kept walrus")
    find(store, "x")
    gone = next(chat for chat in store.list_conversations() if chat.id != kept[0].conversation_id)
    store.soft_delete(gone.id)
    store.purge_deleted(older_than=0)
    assert find(store, "qqz") == []
    while store.search_index.tidy(0):
        pass
    database.run("CREATE VIRTUAL TABLE temp.pieces USING fts5vocab('main', 'search_text', 'row')")
    assert database.value("SELECT count(*) FROM pieces WHERE term LIKE '%qqz%'") == 0
    assert database.value("SELECT count(*) FROM pieces WHERE term = 'wal'") == 1
    assert [hit.message_id for hit in find(store, "walrus")] == [kept[0].id]
    assert store.problems() == []
    store.close()


def test_a_store_of_an_older_version_is_indexed_little_by_little(tmp_path: Path) -> None:
    database = Database(tmp_path / "old.db", KEY)
    migrate(database, MIGRATIONS[:2])
    store = ConversationStore(database, None)
    asked = ask(store, *(f"walrus {number}" for number in range(100)))
    migrate(database)
    assert store.search_index.update(0) == 99
    assert store.search_index.update(0) == 98
    assert store.search.page(parse("walrus"), Place(), limit=1, seconds=1).hits[0].message_id == asked[-1].id
    assert len(find(store, "walrus")) == 100
    store.close()


def test_an_index_of_other_rules_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    store = ConversationStore.open(file, KEY)
    ask(store, "walrus", "zebra")
    find(store, "walrus")
    store._database.run("UPDATE search_state SET fold_version = 999")
    store.close()
    store = ConversationStore.open(file, KEY)
    assert store.search_index.waiting == 2
    assert len(find(store, "walrus")) == 1
    store.close()


def test_a_session_that_is_kept_takes_its_index_along(tmp_path: Path) -> None:
    store = ConversationStore.temporary()
    ask(store, "walrus")
    assert len(find(store, "walrus")) == 1
    store.keep(tmp_path / "conversations.db", KEY)
    assert store.search_index.waiting == 0
    assert len(find(store, "walrus")) == 1
    ask(store, "another walrus")
    assert len(find(store, "walrus")) == 2
    assert store.problems() == []
    store.close()


def test_long_texts_are_searched_to_their_end(store: ConversationStore) -> None:
    (asked,) = ask(store, "你好" * 60_000 + "é" * 40_000 + " Zażółć " + "x" * 200_000 + "fin")
    for query in ("zazolc", "xfin", "好e"):
        (hit,) = find(store, query)
        assert hit.message_id == asked.id
        assert [fold(hit.snippet[start:end]) for start, end in hit.ranges] == [query]


# --- what must hold for any text

ANY = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aeé́İıßŁłﬁé가각한ㅎㅏ한ｶﾞﾊﾟがマ゙ؐمَ\u0649ำไมे̂\u200b\u00ad ½№①"),
    ),
    max_size=60,
)


@given(ANY)
@settings(max_examples=300, deadline=None)
def test_folding_again_changes_nothing_that_matters(text: str) -> None:
    once = fold(text)
    assert grams(once) >= {gram for word in once.split() for gram in query_grams(word)}
    assert original_place(text, once, 0) <= len(text)


@given(ANY, st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_any_piece_of_a_text_is_lit_where_it_stands(text: str, rng: random.Random) -> None:
    words = fold(text).split()
    if not words:
        return
    word = rng.choice(words)
    start = rng.randrange(len(word))
    piece = word[start : start + rng.choice([1, 2, 3, 9])]
    lit = ranges(text, [re.compile(re.escape(piece))])
    assert lit
    assert all(0 <= start < end <= len(text) for start, end in lit)
    assert all(piece[0] in fold(text[start:end]) or piece in fold(text[start : end + 4]) for start, end in lit)
    assert all(before[1] < after[0] for before, after in pairwise(lit))


@given(st.text(max_size=80), st.lists(st.text(max_size=60), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_query_fails_and_the_index_agrees_with_looking_everywhere(query: str, texts: list[str]) -> None:
    store = ConversationStore.temporary()
    texts = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts]
    asked = ask(store, *texts, texts[0][:20] + query[:5])
    wanted = parse(query)
    found = {hit.message_id for hit in find(store, query)}
    here = {one.id for one in asked if not wanted.empty and wanted.first_in(fold(one.text)) is not None}
    assert found == here
    store.close()


@given(st.text(min_size=1, max_size=600), st.data())
@settings(max_examples=100, deadline=None)
def test_a_snippet_is_one_short_line_around_its_place(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    snippet = snippet_at(text, at)
    assert len(snippet) <= 182
    assert "\n" not in snippet
    assert text[at].isspace() or text[at] in snippet
