"""How full the model's window is, what fills it, and what the person decides when it is full.

What is counted is the prompt that the next question will be asked with, by the engine's own template and vocabulary.
While the person types, the engine is told what the prompt will begin with, so that it has read that by then.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.chat.conversation import AttachmentPart, ContextCut, Message, MessageStatus, TextPart
from app.documents.quoting import with_documents
from app.engine.api import (
    AnyEvent,
    ChatMessage,
    CountTokens,
    EngineError,
    ErrorCode,
    PrefillPrompt,
    Role,
    StopReason,
    TokenCount,
)
from app.placement.plan import Wishes
from app.session.chat.chat_session import ChatSession
from app.session.chat.prompt_messages import after_cut, prompt_messages
from app.session.context.context_window import (
    ContextLevel,
    ContextParts,
    LargerWindow,
    larger_windows,
    level_of,
    parts_of,
    place_of_cut,
    turns,
)
from app.session.context.conversation_summary import Beginning, ConversationSummary, SummaryState
from app.session.models.model_session import ModelSession, ModelState
from app.session.notices import Notice, NoticeAction, Severity
from app.session.workers.engine_client import EngineClient, EngineState
from app.session.workers.engine_lane import EngineLane
from app.session.workers.worker_process import new_request_id
from app.settings.store import SettingsStore

REST_MILLISECONDS = 250
BEAT_MILLISECONDS = 500
LONG_DRAFT = 1000
"""Characters from which on words are read before they are sent, up to the last whole line."""

DRAFT_ID = "draft"


class _Prompt:
    """What the next question would be asked with, and which messages each turn of it is made of."""

    def __init__(self, chat: ChatSession, draft: str, files: Sequence[AttachmentPart]) -> None:
        cuts = chat.conversation.cuts if chat.conversation else []
        branch = [message for message in chat.messages if message.status is not MessageStatus.GENERATING]
        self.drafting = bool(draft.strip() or files)
        self.conversation = chat.conversation.id if chat.conversation else ""
        written = prompt_messages(branch, chat.own_settings, cuts)
        if self.drafting:
            words = Message(
                id=DRAFT_ID,
                conversation_id=self.conversation,
                parent_id=None,
                role=Role.USER,
                parts=[*files, TextPart(text=draft)],
            )
            branch = [*branch, words]
        self.messages = prompt_messages(branch, chat.own_settings, cuts) if self.drafting else written
        self.groups = turns(after_cut(branch, cuts)[0])
        begun = with_documents(files, "") + _settled(draft)
        self.beginning = [*written, ChatMessage(Role.USER, begun)]


class ContextSession(QObject):
    """Observable state of the window of the conversation shown. Counts in tokens."""

    changed = Signal()
    full_question = Signal()  # the window is full: ask the person what to do
    notice = Signal(object)  # Notice

    def __init__(
        self,
        engine: EngineClient,
        models: ModelSession,
        chat: ChatSession,
        settings: SettingsStore,
        lane: EngineLane,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._models, self._chat, self._settings = engine, models, chat, settings
        self.parts = ContextParts()
        self.summary = ConversationSummary(lane, self)
        self._draft = ""
        self._files: list[AttachmentPart] = []
        self._prompt: _Prompt | None = None  # that ``_counts`` are of
        self._counts: list[int] = []
        self._asked: _Prompt | None = None
        self._request = ""
        self._stale = False
        self._prefilled: list[ChatMessage] = []
        self._asked_about = ""  # the conversation whose full window the person was asked about
        self._cut_wanted = ""  # where the conversation is cut once its summary is written
        self._rest = QTimer(self, interval=REST_MILLISECONDS, singleShot=True)
        self._rest.timeout.connect(self._look)
        self._beat = QTimer(self, interval=BEAT_MILLISECONDS)  # while an answer is written
        self._beat.timeout.connect(self.changed)
        engine.received.connect(self._take)
        engine.died.connect(self._forget_requests)
        models.changed.connect(self._models_changed)
        chat.conversation_changed.connect(self._conversation_changed)
        for signal in (chat.message_added, chat.message_changed, chat.settings_changed, chat.context_changed):
            signal.connect(self._later)
        chat.live_changed.connect(self._live_changed)
        chat.answer_finished.connect(self._answer_finished)
        self.summary.changed.connect(self.changed)
        self.summary.finished.connect(self._summarised)

    # --- what is shown ---

    @property
    def size(self) -> int:
        """Tokens that the window holds; 0 with no model."""
        return self._models.model.context_size if self._models.model else 0

    @property
    def used(self) -> int:
        """Tokens of the next prompt with what is being typed; while an answer is written, with the answer so far."""
        live = self._chat.live
        if live is not None and live.prompt_total:
            return live.prompt_total + live.thinking_tokens + live.answer_tokens
        return sum(self._counts)

    @property
    def level(self) -> ContextLevel:
        """How full the window is."""
        return level_of(self.used, self.size)

    @property
    def reused(self) -> int:
        """Tokens of the last answer's prompt that did not have to be read."""
        return self._last_usage()[0]

    @property
    def new(self) -> int:
        """Tokens of the last answer's prompt that were read."""
        return self._last_usage()[1]

    @property
    def cut(self) -> ContextCut | None:
        """From where on the model sees this branch, and the summary of what was before; None: all of it."""
        conversation = self._chat.conversation
        shown = {message.id for message in self._chat.messages}
        cuts = [cut for cut in conversation.cuts if cut.first_kept in shown] if conversation else []
        order = {message.id: index for index, message in enumerate(self._chat.messages)}
        return max(cuts, key=lambda cut: order[cut.first_kept], default=None)

    @property
    def larger_windows(self) -> list[LargerWindow]:
        """What the model could be loaded with instead, smallest first; none when it has all it can use."""
        return larger_windows(self._models.model)

    @property
    def can_drop(self) -> bool:
        """Whether there are turns that could go."""
        return self._place_of_cut() > 0

    # --- what the person does ---

    def draft(self, text: str, attachments: Sequence[AttachmentPart] = ()) -> None:
        """Say what is being typed. Counted, and read ahead, when the typing rests."""
        if (text, list(attachments)) != (self._draft, self._files):
            self._draft, self._files = text, list(attachments)
            self._later()

    def take_larger(self, context: int) -> None:
        """Load the model with a larger window, from now on."""
        path = self._models.path
        placements = self._settings.current.placements
        wishes = msgspec.structs.replace(placements.get(path, Wishes()), context=context)
        self._settings.change(placements={**placements, path: wishes})
        self._models.load(path)

    def drop_oldest(self) -> None:
        """Let the model forget the oldest turns; they stay in the conversation."""
        if place := self._place_of_cut():
            before = self.cut
            words = QCoreApplication.translate("Session", "The model no longer sees the oldest messages.")
            self._add_cut(ContextCut(self._first_kept(place), before.summary if before else ""), words)

    def summarise(self) -> None:
        """Have the model summarise the oldest turns, which it then sees instead of them."""
        place, prompt = self._place_of_cut(), self._prompt
        if place and prompt is not None:
            end = len(prompt.messages) - len(prompt.groups) + place
            before = self.cut.summary if self.cut else ""
            self._cut_wanted = self._first_kept(place)
            beginning = Beginning(prompt.conversation, prompt.messages[:end], sum(self._counts[:end]), before)
            self.summary.write(beginning, self.size)

    def cancel_summary(self) -> None:
        """Write no summary after all."""
        self.summary.cancel()

    def set_summary(self, text: str) -> None:
        """Change the summary by which the model knows what was dropped; "" is none."""
        if cut := self.cut:
            self._replace_cut(cut, ContextCut(cut.first_kept, text.strip()))

    def restore_dropped(self) -> None:
        """Let the model see everything again, as far as it fits."""
        if cut := self.cut:
            self._replace_cut(cut, None)

    # --- counting and reading ahead ---

    def _later(self, _argument: object = None) -> None:
        self._stale = True
        if not self._rest.isActive():
            self._rest.start()

    def _look(self) -> None:
        """The typing rests: count, and have read what will surely be sent."""
        running = self._engine.state is EngineState.RUNNING  # nothing here is worth starting one
        if not running or self._models.state is not ModelState.READY or self._request:
            return  # all of them come back here
        self._stale = False
        self._asked = _Prompt(self._chat, self._draft, self._files)
        if not self._asked.messages:
            self._counted([])
            return
        self._request = new_request_id()
        self._engine.send(CountTokens(request_id=self._request, messages=self._asked.messages))
        if self._asked.drafting and not self._chat.busy and self.summary.state is not SummaryState.WRITING:
            self._prefill(self._asked)

    def _prefill(self, prompt: _Prompt) -> None:
        if prompt.beginning == self._prefilled or (len(prompt.beginning) == 1 and not self._files):
            return  # nothing to gain: it is asked for already, or there is nothing but the template's words
        self._prefilled = prompt.beginning
        self._engine.send(
            PrefillPrompt(
                request_id=new_request_id(),
                messages=prompt.beginning,
                thinking_enabled=self._chat.thinking_enabled,
                conversation=prompt.conversation,
            )
        )

    def _take(self, event: AnyEvent) -> None:
        if not self._request or event.request_id != self._request:
            return
        self._request = ""
        if isinstance(event, TokenCount):
            self._counted(event.per_message)
        elif isinstance(event, EngineError) and event.code is not ErrorCode.NO_MODEL:
            self._counted([])
        if self._stale:
            self._rest.start()

    def _counted(self, counts: list[int]) -> None:
        prompt = self._asked
        if prompt is None or len(counts) not in {0, len(prompt.messages)}:
            return
        self._prompt, self._counts = (prompt if counts else None), counts
        self.parts = ContextParts()
        if counts:
            self.parts = parts_of(prompt.messages, counts, prompt.groups, drafting=prompt.drafting)
        self.changed.emit()
        self._ask_if_full(prompt.conversation)

    def _ask_if_full(self, conversation: str) -> None:
        """Once, until there is room again; not while an answer is written, which may still find enough."""
        if self.level is not ContextLevel.FULL:
            self._asked_about = ""
        elif not self._chat.busy and self._asked_about != (conversation or DRAFT_ID):
            self._asked_about = conversation or DRAFT_ID
            self.full_question.emit()

    # --- what happens meanwhile ---

    def _models_changed(self) -> None:
        self._prefilled = []
        self._later()

    def _conversation_changed(self) -> None:
        self.summary.cancel()
        self._asked_about = ""
        self._later()

    def _live_changed(self) -> None:
        if self._chat.live is None:
            self._beat.stop()
        elif not self._beat.isActive():
            self._beat.start()

    def _answer_finished(self, message: Message) -> None:
        self._prefilled = []
        refused = message.error == ErrorCode.CONTEXT_FULL or message.stop_reason is StopReason.CONTEXT_FULL
        shown = self._chat.conversation
        if refused and shown is not None and message.conversation_id == shown.id:
            self._asked_about = shown.id
            self.full_question.emit()
        self._later()

    def _forget_requests(self, _death: object) -> None:
        self._request, self._prefilled = "", []

    # --- cuts ---

    def _place_of_cut(self) -> int:
        prompt, shown = self._prompt, self._chat.conversation
        if prompt is None or not self.size or prompt.conversation != (shown.id if shown else ""):
            return 0  # what was counted is not what is shown
        return place_of_cut(self._counts, prompt.groups, self.size)

    def _first_kept(self, place: int) -> str:
        """Return the id of the first message of a turn. What is being typed has none: the message before it stands."""
        groups = self._prompt.groups if self._prompt else []
        first = groups[place][0].id
        return groups[place - 1][-1].id if first == DRAFT_ID else first

    def _summarised(self, text: str) -> None:
        words = QCoreApplication.translate("Session", "The model now sees a summary instead of the oldest messages.")
        self._add_cut(ContextCut(self._cut_wanted, text), words)

    def _add_cut(self, cut: ContextCut, words: str) -> None:
        conversation = self._chat.conversation
        if conversation is None:
            return
        before, chat = list(conversation.cuts), self._chat
        chat.set_cuts([*before, cut])
        self._later()
        undo = partial(chat.give_cuts, conversation.id, before)
        self.notice.emit(Notice(Severity.INFO, words, NoticeAction.UNDO, undo=undo))

    def _replace_cut(self, old: ContextCut, new: ContextCut | None) -> None:
        conversation = self._chat.conversation
        if conversation is not None:
            others = [cut for cut in conversation.cuts if cut != old]
            self._chat.set_cuts([*others, new] if new else others)
            self._later()

    def _last_usage(self) -> tuple[int, int]:
        usage = next((message.usage for message in reversed(self._chat.messages) if message.usage), None)
        return (usage.reused_tokens, usage.prompt_tokens - usage.reused_tokens) if usage else (0, 0)


def _settled(draft: str) -> str:
    """Return the part of what is being typed that will hardly change any more: whole lines of a long text."""
    return draft[: draft.rfind("\n") + 1] if len(draft) > LONG_DRAFT else ""
