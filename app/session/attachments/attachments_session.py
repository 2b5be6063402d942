"""The documents that the person adds to the next message: read, counted, and put aside until it is sent.

Every conversation has its own. What is too long for the model waits for a decision: the parts that match the question,
or a summary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, assert_never

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.chat.conversation import AttachmentPart, Message
from app.documents.api import MAX_CHARACTERS, DocumentFailed, DocumentKind, DocumentRead
from app.documents.cleaning import clean, file_name
from app.documents.kinds import MEDIA_TYPES
from app.documents.paragraphs import paragraphs
from app.documents.quoting import quote, sent_numbers
from app.documents.sizes import estimate_tokens
from app.engine.api import AnyEvent, CountTokens, TokenCount
from app.session.attachments.attachment_items import Chip, ChipState, Choice, Item, Readiness, item_of, known_numbers
from app.session.attachments.document_reader import DocumentReader, Outcome
from app.session.attachments.document_wording import document_sentence
from app.session.attachments.summaries import DocumentSummaries
from app.session.models.model_session import ModelSession, ModelState
from app.session.tasks import BackgroundThread
from app.session.workers.engine_client import EngineClient
from app.session.workers.engine_lane import EngineLane
from app.session.workers.worker_process import new_request_id

if TYPE_CHECKING:
    from app.documents.ranking import Index

MOST_FILES = 20
RESERVE_TOKENS = 2048
"""Of the model's window: for the question and the answer; a quarter of a small window."""


class AttachingChat(Protocol):
    """The part of ``ChatSession`` that is needed."""

    @property
    def context_changed(self) -> SignalInstance:
        """The context's numbers changed."""
        ...

    @property
    def context_used(self) -> int:
        """Tokens."""
        ...

    @property
    def context_size(self) -> int:
        """Tokens; 0 with no model."""
        ...

    @property
    def messages(self) -> Sequence[Message]:
        """The shown branch."""
        ...

    @property
    def messages_seen(self) -> Sequence[Message]:
        """The part of it that the model sees."""
        ...


class AttachmentsSession(QObject):
    """Observable state of what is attached. ``chips`` are those of the conversation shown."""

    changed = Signal()
    full = Signal(int)  # so many files were left out
    summary_failed = Signal(str)  # name

    def __init__(
        self,
        chat: AttachingChat,
        models: ModelSession,
        engine: EngineClient,
        lane: EngineLane,
        logs: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._chat, self._models, self._engine = chat, models, engine
        self._thread = BackgroundThread("documents")
        self.reader = DocumentReader(logs, self._thread, self)
        self._summaries = DocumentSummaries(lane, self._thread, lambda: chat.context_size, self)
        self._drafts: dict[str, list[Item]] = {}
        self._shown = ""
        self._counts: dict[str, Item] = {}
        self._counted_by = ""
        self.reader.measured.connect(self._measured)
        self.reader.progressed.connect(self._progressed)
        self.reader.finished.connect(self._read)
        self._summaries.changed.connect(self._refresh)
        self._summaries.failed.connect(self.summary_failed)
        engine.received.connect(self._take)
        models.changed.connect(self._model_changed)
        chat.context_changed.connect(self._refresh)

    @property
    def chips(self) -> list[Chip]:
        """What is attached to the message being written, in the order in which it came."""
        room = self.room
        return [item.chip(room) for item in self._items]

    @property
    def readiness(self) -> Readiness:
        """Whether it can be sent; a file that could not be read does not hold the message up."""
        items = [item for item in self._items if item.state is not ChipState.FAILED and not item.follows]
        if not items:
            return Readiness.NOTHING
        if any(item.state is not ChipState.READY for item in items):
            return Readiness.READING
        return Readiness.TOO_LONG if any(item.too_long for item in items) else Readiness.READY

    @property
    def known(self) -> list[AttachmentPart]:
        """What will be sent, as far as it does not depend on the question."""
        settled = [i for i in self._items if i.state is ChipState.READY and i.choice is not Choice.RELEVANT]
        return [item.part("", 0) for item in settled if not item.too_long]

    @property
    def room(self) -> int:
        """Tokens that are free for documents in the model's window; 0 while no model is loaded."""
        size = self._chat.context_size
        return max(0, size - self._chat.context_used - min(RESERVE_TOKENS, size // 4))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files and attach them, each once; more than ``MOST_FILES`` are left out, which ``full`` says."""
        there = {item.path for item in self._items if item.state is not ChipState.FAILED}
        paths = [path for path in dict.fromkeys(paths) if path not in there]
        room = MOST_FILES - len(self._items)
        for path in paths[: max(0, room)]:
            item = Item(file_name(path.name), 0, path=path)
            self._items.append(item)
            self.reader.read(item.id, path)
        self._refresh()
        if len(paths) > room:
            self.full.emit(len(paths) - max(0, room))

    def add_text(self, name: str, text: str) -> None:
        """Attach a text that was pasted."""
        item = Item(name, len(text.encode("utf-8", "replace")))
        self._items.append(item)
        self._thread.run(
            lambda: clean(text),
            lambda cleaned: self._settle(
                item,  # also when it was taken away meanwhile: it may come back
                DocumentRead(kind=DocumentKind.TEXT, text=cleaned[:MAX_CHARACTERS], cut=len(cleaned) > MAX_CHARACTERS),
            ),
        )
        self._refresh()

    def put_back(self, parts: Sequence[AttachmentPart]) -> None:
        """Attach again what a message held that is to be changed."""
        for part in parts:
            if part.text:  # what follows a document is found again
                item = item_of(part)
                self._items[:] = [other for other in self._items if other.id != item.id]
                self._items.append(item)
                self._count(item)
        self._refresh()

    def remove(self, chip_id: str) -> Callable[[], None] | None:
        """Take a document away, whatever is being done with it. What is returned puts it back where it was."""
        item = self._find(chip_id)
        if item is None:
            return None
        where = next(key for key, items in self._drafts.items() if any(other is item for other in items))
        self._let_go(item)
        self._drafts[where].remove(item)
        self._refresh()
        return lambda: self._restore(item, where)

    def text_of(self, chip_id: str) -> str:
        """Return all text of a document, "" while it is not read."""
        item = self._find(chip_id)
        return item.text if item else ""

    def choose(self, chip_id: str, choice: Choice) -> None:
        """Send all of it, the parts that match the question, or a summary (which is then made)."""
        item = self._find(chip_id)
        if item is None or not item.text or (item.choice is choice and item.state is ChipState.READY):
            return
        self._let_go(item)
        item.choice = choice
        self._prepare(item)
        self._refresh()

    def take(self, question: str = "") -> list[AttachmentPart]:
        """Return the documents for a message with these words, and attach nothing any more."""
        room, seen = self.room, self._chat.messages_seen
        used = len(documents_in_parts(self._chat.messages))
        parts: list[AttachmentPart] = []
        for item in self._items:
            if item.follows:
                following = item.following_part(question, room, known_numbers(item.id, seen))
                parts += [following] if following else []
            elif item.state is ChipState.READY:
                if item.choice is Choice.RELEVANT:
                    item.letter, used = chr(ord("A") + min(25, used)) if used else "", used + 1
                parts.append(item.part(question, room))
        self._items[:] = [item for item in self._items if item.follows or item.is_searched]
        for item in self._items:
            item.follow()
        self._refresh()
        return parts

    def choose_again(
        self,
        question: str,
        parts: Sequence[AttachmentPart],
        earlier: Sequence[Message],
        done: Callable[[list[AttachmentPart]], None],
    ) -> None:
        """Give ``done`` the documents of a message whose question was changed, as that needs them."""
        room, seen = self.room, {message.id for message in self._chat.messages_seen}
        self._thread.run(lambda: _parts_for(question, parts, earlier, seen, room), done, lambda _: done(list(parts)))

    def for_conversation(self, conversation_id: str) -> None:
        """Show the documents of another conversation; "" is the one that does not exist yet."""
        if conversation_id == self._shown:
            return
        before, messages = self._items, self._chat.messages
        here = {part.document_id for message in messages for part in message.attachments}
        moved = [item for item in before if item.follows and item.id in here]  # the conversation has just begun
        before[:] = [item for item in before if not (item.follows and (item in moved or not self._shown))]
        known = conversation_id in self._drafts
        self._shown = conversation_id
        if conversation_id and not known:
            self._items.extend(moved or [self._again(part) for part in documents_in_parts(messages)])
        self._refresh()

    def close(self) -> None:
        """End the worker and the thread."""
        self.reader.close()
        self._summaries.close()
        self._thread.close()

    def _restore(self, item: Item, where: str) -> None:
        """Put a document back: what was known of it still is, what was being done goes on."""
        if self._find(item.id) is not None:
            return
        items = self._drafts.setdefault(where or self._shown, [])  # what had no conversation may have one now
        items.append(item)
        items.sort(key=lambda one: one.place)
        if item.text:
            self._prepare(item)
        elif item.path is not None and item.state is ChipState.READING:
            self.reader.read(item.id, item.path)
        self._refresh()

    @property
    def _items(self) -> list[Item]:
        return self._drafts.setdefault(self._shown, [])

    def _again(self, part: AttachmentPart) -> Item:
        """Return a document that was sent in parts before this start, to be searched for the next questions."""
        item = item_of(part)
        item.letter, item.choice = sent_numbers(part.sent_text)[0][0], Choice.RELEVANT
        item.tokens, item.counted = estimate_tokens(part.text), False
        item.follow()
        text = part.text
        self._thread.run(lambda: _index(text), lambda index: self._indexed(item, index))
        return item

    def _find(self, item_id: str) -> Item | None:
        places = [self._items, *self._drafts.values()]  # a copy of the conversation has the same documents
        return next((item for items in places for item in items if item.id == item_id), None)

    def _let_go(self, item: Item) -> None:
        """Stop whatever is being done with it."""
        self.reader.drop(item.id)
        self._summaries.drop(item)

    def _measured(self, item_id: str, size: int) -> None:
        item = self._find(item_id)
        if item is not None:
            item.size = size
            self.changed.emit()

    def _progressed(self, item_id: str, done: int, total: int) -> None:
        item = self._find(item_id)
        if item is not None:
            item.done, item.total = done, total
            self.changed.emit()

    def _read(self, item_id: str, outcome: Outcome) -> None:
        item = self._find(item_id)
        if item is not None:
            self._settle(item, outcome)

    def _settle(self, item: Item, outcome: Outcome) -> None:
        if isinstance(outcome, DocumentFailed):
            item.fail(document_sentence(outcome))
        else:
            item.take_text(outcome.text, MEDIA_TYPES[outcome.kind], cut=outcome.cut)
            self._count(item)
        self._refresh()

    def _count(self, item: Item) -> None:
        """Let the model count; until it has, and where there is none, a guess stands."""
        if self._models.state is ModelState.READY:
            part = item.whole()
            self._thread.run(lambda: quote(part), lambda quoted: self._ask(item, quoted))

    def _ask(self, item: Item, quoted: str) -> None:
        if self._models.state is ModelState.READY:
            command = CountTokens(request_id=new_request_id(), text=quoted)
            self._counts[command.request_id] = item
            self._engine.send(command)

    def _take(self, event: AnyEvent) -> None:
        item = self._counts.pop(event.request_id, None)
        if item is not None and isinstance(event, TokenCount):
            item.tokens, item.counted = event.tokens, True
            self._refresh()

    def _model_changed(self) -> None:
        """Another model has other tokens and another window."""
        ready = self._models.state is ModelState.READY
        if ready and self._models.path != self._counted_by:
            self._counted_by = self._models.path
            self._counts.clear()
            for item in [item for items in self._drafts.values() for item in items if item.text]:
                self._count(item)
        self._refresh()

    def _refresh(self) -> None:
        """See what fits, the short ones first, and tell."""
        room = left = self.room
        for item in sorted(self._items, key=lambda item: item.tokens_sent(room)):
            left -= item.tokens_sent(room)
            item.too_long = bool(room and item.text) and left < 0 and item.choice is Choice.ALL
        self.changed.emit()

    def _prepare(self, item: Item) -> None:
        """Do what its choice needs."""
        item.state = ChipState.READY
        match item.choice:
            case Choice.ALL:
                pass
            case Choice.RELEVANT:
                self._make_index(item)
            case Choice.SUMMARY:
                self._summaries.add(item)
            case _ as never:
                assert_never(never)

    def _make_index(self, item: Item) -> None:
        """On the thread: a long document takes a second."""
        if item.index is not None:
            return
        item.state = ChipState.WORKING
        text = item.text
        self._thread.run(lambda: _index(text), lambda index: self._indexed(item, index))

    def _indexed(self, item: Item, index: Index) -> None:
        item.index = index
        if item.choice is Choice.RELEVANT:
            item.state = ChipState.READY
        self._refresh()


def _parts_for(
    question: str, parts: Sequence[AttachmentPart], earlier: Sequence[Message], seen: Set[str], room: int
) -> list[AttachmentPart]:
    from app.session.attachments.changed_question import parts_for  # noqa: PLC0415  (only where one is changed)

    return parts_for(question, parts, earlier, seen, room)


def _index(text: str) -> Index:
    from app.documents.ranking import Index  # noqa: PLC0415  (only where parts are wanted)

    return Index(paragraphs(text))


def documents_in_parts(messages: Sequence[Message]) -> list[AttachmentPart]:
    """Return the documents of a branch of which the model has numbered paragraphs."""
    parts = (part for message in messages for part in message.attachments)
    return [part for part in parts if part.text and sent_numbers(part.sent_text)]
