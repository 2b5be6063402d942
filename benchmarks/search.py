"""How long a search takes in 100,000 messages in six scripts, as percentiles per kind of query, and against LIKE.

One search is what the window asks for at one keystroke: the first page. ``PARLEY_BENCH_MESSAGES`` asks for fewer.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, product
from pathlib import Path

from app.chat.conversation import Message, MessageStatus, TextPart, ThinkingPart, new_id
from app.chat.database import Database, Row
from app.chat.keys.data_key import DataKey
from app.chat.migrations import migrate
from app.chat.search import Page, Place, parse
from app.chat.store import ConversationStore
from app.engine.api import Role
from benchmarks.rounds import Comparison, compare
from tests.helpers.store_content import conversation

MESSAGES = int(os.environ.get("PARLEY_BENCH_MESSAGES", "100000"))
PER_CONVERSATION = 50
PAGE = 50
P95_GOAL = 0.1  # seconds, in 100,000 messages
QUERIES = 60  # of each kind
SOUNDS = {  # beginnings, middles and ends of syllables
    "latin": ("b br c ch d f g h j k l m n p r s st t tr v w", "a e i o u é ü ea ou", "- - - n r s t ng l"),
    "cyrillic": ("б в г д ж з к л м н п р с т ф х ц ч ш ст пр", "а е и о у ы я ю", "- - - н т л й сть"),
    "arabic": ("ب ت ث ج ح خ د ر ز س ش ص ط ع ف ق ك ل م ن ه و ي ال", "- - ا و ي", "ب د ر س ع ل م ن ة -"),
    "thai": ("ก ข ค ง จ ช ด ต ท น บ ป พ ม ย ร ล ว ส ห อ กร ปร", "ะ า ิ ี ุ ู ำ ั ่า ้า", "- - ก ง น ม ย บ"),
}
SIGNS = {
    "han": [chr(code) for code in range(0x4E00, 0x4E00 + 4000)],
    "kana": [chr(code) for code in (*range(0x3042, 0x3094), *range(0x30A2, 0x30F4), *range(0x4E00, 0x4F00))],
}
SCRIPTS = (*SOUNDS, *SIGNS)
SPACED = {"latin", "cyrillic", "arabic"}


class Language:
    """Makes text with words of very different frequency, as languages have it."""

    def __init__(self, name: str, rng: random.Random) -> None:
        self._rng, self._joint = rng, " " if name in SPACED else ""
        syllables = SIGNS.get(name) or _syllables(name)
        self._words = ["".join(rng.choices(syllables, k=rng.choice([1, 2, 2, 3, 4]))) for _ in range(20_000)]
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(len(self._words))))

    def words(self, count: int) -> list[str]:
        """Return so many words."""
        return self._rng.choices(self._words, cum_weights=self._weights, k=count)

    def text(self, most: int) -> str:
        """Return up to so many words in a row."""
        return self._joint.join(self.words(self._rng.randrange(2, most)))


def _syllables(name: str) -> list[str]:
    sounds = (part.replace("-", "").split(" ") for part in SOUNDS[name])
    return ["".join(three) for three in product(*sounds)]


def messages(chat_id: str, languages: list[Language], rng: random.Random) -> list[Message]:
    """Return one conversation: short questions, long answers, every other one with thoughts."""
    language, rows = rng.choice(languages), list[Message]()
    for number in range(PER_CONVERSATION):
        asks = number % 2 == 0
        parts: list[TextPart | ThinkingPart] = [TextPart(language.text(40 if asks else 240))]
        if number % 4 == 1:
            parts.insert(0, ThinkingPart(language.text(300)))
        row = Message(
            id=new_id(),
            conversation_id=chat_id,
            parent_id=rows[-1].id if rows else None,
            role=Role.USER if asks else Role.ASSISTANT,
            parts=list(parts),
            status=MessageStatus.COMPLETE,
        )
        rows.append(row)
    return rows


def fill(store: ConversationStore, rng: random.Random) -> dict[str, list[str]]:
    """Store the messages; return queries by their kind."""
    languages = [Language(name, rng) for name in SCRIPTS]
    for number in range(MESSAGES // PER_CONVERSATION):
        chat = conversation(languages[number % len(languages)].text(6), number)
        store.create(chat)
        store.add_messages(messages(chat.id, languages, rng))
    many = [rng.choice(languages) for _ in range(QUERIES)]
    words = [language.words(3) for language in many]
    return {
        "one character": [rng.choice(word[0]) for word in words],
        "two characters": [(word[0] + word[1])[:2] for word in words],
        "a word": [word[0] for word in words],
        "being typed": [(word[0] + word[1])[: rng.randrange(3, 8)] for word in words],
        "two or three words": [" ".join(word[: rng.choice([2, 3])]) for word in words],
        "not there": [word[0][::-1] + rng.choice("qxzжщ鑫龘") + word[1][::-1] for word in words],
    }


def index(store: ConversationStore) -> float:
    """Index everything; return the seconds for one message."""
    started = time.perf_counter()
    while store.search_index.update(1.0):
        pass
    return (time.perf_counter() - started) / MESSAGES


def search(store: ConversationStore, query: str) -> Page:
    """Do what a keystroke does."""
    return store.search.page(parse(query), Place(), limit=PAGE, seconds=60.0)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that it took."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def like(database: Database, query: str) -> list[Row]:
    """Search as it is done without an index."""
    sql = "SELECT id, parts FROM messages WHERE parts LIKE ? ORDER BY sequence DESC LIMIT ?"
    return database.rows(sql, f"%{query}%", PAGE)


def run() -> list[Comparison]:
    """Print the percentiles; return p95 against its goal, and all queries against LIKE."""
    rng = random.Random(20261122)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "conversations.db"
        database = Database(file, DataKey(bytes(32)))
        migrate(database)
        store = ConversationStore(database, None)
        queries = fill(store, rng)
        before = file.stat().st_size
        print(f"search: {MESSAGES} messages; indexing took {index(store) * 1000:.2f} ms for each", flush=True)
        database.checkpoint()
        print(f"  the file grew from {before / 1e6:.0f} to {file.stat().st_size / 1e6:.0f} MB")
        times = sorted(_percentiles(store, queries))
        sample = [query for kind in queries.values() for query in kind[:4]]
        against_like = compare(
            "search: all kinds of queries, against LIKE",
            lambda: timed(lambda: [search(store, query) for query in sample]),
            lambda: timed(lambda: [len(like(database, query)) for query in sample]),
            rounds=3,
            at_most=0.5,
        )
        store.close()
    p95, goal = times[int(len(times) * 0.95)], P95_GOAL
    spread = (statistics.median(times) / goal, times[-1] / goal)
    name = f"search: p95 over {goal * 1000:.0f} ms, {MESSAGES} messages"
    return [Comparison(name, p95, goal, p95 / goal, spread, "<= 1", p95 <= goal), against_like]


def _percentiles(store: ConversationStore, queries: dict[str, list[str]]) -> Iterator[float]:
    for kind, several in queries.items():
        rows = sorted((timed(lambda query=query: search(store, query)), query) for query in several)  # type: ignore[misc]
        times = [seconds * 1000 for seconds, _ in rows]
        p95 = times[int(len(times) * 0.95)]
        print(f"  {kind:<20} p50 {statistics.median(times):6.1f}  p95 {p95:6.1f}  max {times[-1]:6.1f} ms", flush=True)
        yield from (seconds for seconds, _ in rows)
