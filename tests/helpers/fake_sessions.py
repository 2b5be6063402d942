"""Working stand-ins for the sessions: everything happens at once and in memory, no worker, no store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.chat.conversation import AttachmentPart, Conversation, Folder, Message, MessageStatus, TextPart, new_id
from app.engine.api import ModelDescription, Role, ThinkingSupport
from app.session.chat.conversation_list import ConversationRole, group_of
from app.session.keeping.vault_session import VaultState
from app.session.models.model_session import ModelState
from app.session.notices import Notice, NoticeAction, Problem, Severity

NOW = datetime(2025, 6, 11, 12, 0, tzinfo=UTC)

Index = QModelIndex | QPersistentModelIndex


def model_description(thinking: ThinkingSupport = ThinkingSupport.HYBRID, **values: Any) -> ModelDescription:
    """Return a plausible 8-billion-parameter model."""
    plain: dict[str, Any] = {
        "path": "/models/qwen3-8b.gguf",
        "name": "Qwen3 8B",
        "architecture": "qwen3",
        "quantization": "Q4_K_M",
        "file_bytes": 5_027_783_488,
        "parameters": 8_190_735_360,
        "context_size": 16384,
        "context_trained": 40960,
        "thinking": thinking,
        "gpu_layers": 20,
        "layers": 36,
    }
    return ModelDescription(**(plain | values))


class FakeModel(QObject):
    """Loads whatever it is told; ``finish`` and ``fail`` end a load."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = ModelState.NONE
        self.fraction = 0.0
        self.model: ModelDescription | None = None
        self.path = ""
        self.is_starter = False
        self.problem: Problem | None = None
        self.recent: list[str] = []

    def load(self, path: str) -> None:
        self.path, self.is_starter = path, False
        self._begin()

    def load_starter(self) -> None:
        self.path, self.is_starter = "/resources/starter.gguf", True
        self._begin()

    def retry(self) -> None:
        self._begin()

    def cancel_load(self) -> None:
        self.state = ModelState.NONE
        self.changed.emit()

    def unload(self) -> None:
        self.state, self.model = ModelState.NONE, None
        self.changed.emit()

    def progress(self, fraction: float) -> None:
        self.fraction = fraction
        self.changed.emit()

    def finish(self, model: ModelDescription) -> None:
        self.state, self.model, self.fraction = ModelState.READY, model, 1.0
        self.changed.emit()

    def fail(self, problem: Problem) -> None:
        self.state, self.problem, self.model = ModelState.FAILED, problem, None
        self.changed.emit()

    def _begin(self) -> None:
        self.state, self.model, self.problem, self.fraction = ModelState.LOADING, None, None, 0.0
        self.changed.emit()


class FakeVault(QObject):
    """Opens with the passphrase "right" and the code "CODE"."""

    changed = Signal()

    def __init__(self, state: VaultState = VaultState.OPEN) -> None:
        super().__init__()
        self.state = state
        self.problem: Problem | None = None
        self.recovery_code = ""
        self.passphrase = ""

    def choose_passphrase(self, passphrase: str) -> None:
        self.passphrase = passphrase
        self.recovery_code = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"
        self.become(VaultState.OPEN)

    def choose_session_only(self) -> None:
        self.become(VaultState.SESSION_ONLY)

    def unlock_passphrase(self, passphrase: str) -> None:
        self._try(right=passphrase == "right")

    def unlock_recovery_code(self, code: str) -> None:
        self._try(right=code == "CODE")

    def ask_for_recovery_code(self) -> None:
        self.problem = None
        self.become(VaultState.NEEDS_RECOVERY_CODE)

    def recovery_code_seen(self) -> None:
        self.recovery_code = ""
        self.changed.emit()

    def become(self, state: VaultState) -> None:
        self.state = state
        self.changed.emit()

    def _try(self, *, right: bool) -> None:
        self.problem = None if right else Problem("This is not the right one.")
        self.become(VaultState.OPEN if right else self.state)


class FakeConversations(QAbstractListModel):
    """Rows and folders in memory, sorted as the real list sorts them; what takes something away can be undone."""

    deleted = Signal(list)
    folders_changed = Signal()
    notice = Signal(object)

    def __init__(self, rows: Iterable[Conversation] = (), folders: Iterable[Folder] = ()) -> None:
        super().__init__()
        self._all = sorted(rows, key=_order)
        self.folders = list(folders)
        self._show_archived = False

    @property
    def show_archived(self) -> bool:
        return self._show_archived

    @show_archived.setter
    def show_archived(self, value: bool) -> None:
        self._show_archived = value
        self._replace(self._all)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows())

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows()[index.row()]
        values = {
            ConversationRole.ID: row.id,
            ConversationRole.TITLE: row.title,
            ConversationRole.GROUP: group_of(row, NOW),
            ConversationRole.PINNED: row.pinned,
        }
        return next((value for known, value in values.items() if known == role), None)

    def rows(self) -> list[Conversation]:
        return [row for row in self._all if row.archived == self._show_archived]

    def now(self) -> datetime:
        return NOW

    def titles(self) -> list[str]:
        return [row.title for row in self.rows()]

    def find(self, conversation_id: str) -> Conversation | None:
        return next((row for row in self._all if row.id == conversation_id), None)

    def conversation(self, conversation_id: str) -> Conversation | None:
        return next((row for row in self.rows() if row.id == conversation_id), None)

    def put(self, row: Conversation) -> None:
        self._replace([*(other for other in self._all if other.id != row.id), row])

    def rename(self, conversation_id: str, title: str) -> None:
        self._change([conversation_id], title=title)

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        self._change([conversation_id], pinned=pinned)

    def set_folder(self, ids: Sequence[str], folder_id: str | None) -> None:
        self._change(ids, folder_id=folder_id)

    def set_archived(self, ids: Sequence[str], archived: bool) -> None:
        self._offer(f"{len(ids)} conversation(s) were archived.")
        self._change(ids, archived=archived)

    def delete(self, ids: Sequence[str]) -> None:
        gone = [row for row in self._all if row.id in ids]
        one = f"“{gone[0].title}” was deleted."
        self._offer(one if len(gone) == 1 else f"{len(gone)} conversations were deleted.")
        self._replace([row for row in self._all if row.id not in ids])
        self.deleted.emit(list(ids))

    def create_folder(self, name: str) -> str:
        self.folders = [*self.folders, Folder(new_id(), name, len(self.folders))]
        self.folders_changed.emit()
        return self.folders[-1].id

    def rename_folder(self, folder_id: str, name: str) -> None:
        named = {folder_id: name}
        self.folders = [msgspec.structs.replace(one, name=named.get(one.id, one.name)) for one in self.folders]
        self.folders_changed.emit()

    def order_folders(self, ids: Sequence[str]) -> None:
        self.folders.sort(key=lambda folder: list(ids).index(folder.id))
        self.folders_changed.emit()

    def delete_folder(self, folder_id: str) -> None:
        self._offer("The folder was deleted.")
        self.folders = [folder for folder in self.folders if folder.id != folder_id]
        self._change([row.id for row in self._all if row.folder_id == folder_id], folder_id=None)
        self.folders_changed.emit()

    def _offer(self, words: str) -> None:
        before, folders = list(self._all), list(self.folders)

        def undo() -> None:
            self.folders = folders
            self._replace(before)
            self.folders_changed.emit()

        self.notice.emit(Notice(Severity.INFO, words, NoticeAction.UNDO, "token", undo))

    def _change(self, ids: Sequence[str], **values: Any) -> None:
        self._replace([msgspec.structs.replace(row, **values) if row.id in ids else row for row in self._all])

    def _replace(self, rows: Iterable[Conversation]) -> None:
        self.beginResetModel()
        self._all = sorted(rows, key=_order)
        self.endResetModel()


class FakeChat(QObject):
    """Takes messages; ``finish`` ends the answer that the last one started."""

    conversation_changed = Signal()
    live_changed = Signal()
    thinking_changed = Signal()
    context_changed = Signal()
    notice = Signal(object)

    def __init__(self, conversations: FakeConversations | None = None) -> None:
        super().__init__()
        self._list = conversations or FakeConversations()
        self._branches: dict[str, list[Message]] = {}
        self.conversation: Conversation | None = None
        self.messages: list[Message] = []
        self.busy = False
        self.thinking_enabled = True
        self.thinking_budget: int | None = 4096
        self.context_used = 0
        self.context_size = 0
        self.sent: list[str] = []
        self.attached: list[list[AttachmentPart]] = []
        self.stopped = 0
        self.asked_to_answer = 0
        self.retried = 0
        self.siblings: list[list[str]] = []

    def send(self, text: str, attachments: Sequence[AttachmentPart] = ()) -> None:
        if self.busy:
            return
        self.sent.append(text)
        self.attached.append(list(attachments))
        fresh = self.conversation is None
        if self.conversation is None:
            self.conversation = Conversation(id=new_id(), title=text[:30], updated_at=NOW.timestamp())
            self._list.put(self.conversation)
        self._add(Role.USER, text, MessageStatus.COMPLETE)
        self._add(Role.ASSISTANT, "", MessageStatus.GENERATING)
        self.busy = True
        if fresh:
            self.conversation_changed.emit()
        self.live_changed.emit()

    def finish(self, text: str = "Done.", status: MessageStatus = MessageStatus.COMPLETE) -> None:
        last = self.messages[-1]
        self.messages[-1] = msgspec.structs.replace(last, parts=[TextPart(text=text)], status=status)
        self.busy = False
        self.live_changed.emit()

    def stop(self) -> None:
        self.stopped += 1
        if self.busy:
            self.finish("Half", MessageStatus.STOPPED)

    def answer_now(self) -> None:
        self.asked_to_answer += 1

    def retry(self) -> None:
        self.retried += 1

    def retry_in(self, conversation_id: str) -> None:
        self.retried += bool(conversation_id)

    def versions(self, message_id: str) -> list[str]:
        return next((group for group in self.siblings if message_id in group), [message_id])

    def show_version(self, version_id: str) -> None:
        self.messages[-1] = msgspec.structs.replace(self.messages[-1], id=version_id)
        self.conversation_changed.emit()

    def new_conversation(self) -> None:
        self._show(None)

    def open_conversation(self, conversation_id: str) -> None:
        self._show(self._list.find(conversation_id))

    def set_thinking(self, enabled: bool) -> None:
        self.thinking_enabled = enabled
        self.thinking_changed.emit()

    def set_budget(self, tokens: int | None) -> None:
        self.thinking_budget = tokens
        self.thinking_changed.emit()

    def set_context(self, used: int, size: int) -> None:
        self.context_used, self.context_size = used, size
        self.context_changed.emit()

    def _show(self, conversation: Conversation | None) -> None:
        self.conversation = conversation
        self.messages = self._branches.setdefault(conversation.id, []) if conversation else []
        self.conversation_changed.emit()
        self.live_changed.emit()

    def _add(self, role: Role, text: str, status: MessageStatus) -> None:
        assert self.conversation is not None
        self._branches[self.conversation.id] = self.messages
        parts = [TextPart(text=text)] if text else []
        parent = self.messages[-1].id if self.messages else None
        self.messages.append(
            Message(
                id=new_id(),
                conversation_id=self.conversation.id,
                parent_id=parent,
                role=role,
                parts=[*parts],
                status=status,
            )
        )


TITLES = (
    "Thesis outline",
    "Sum of three numbers",
    "红烧肉的做法",
    "مراجعة العقد",
    "SQL window functions",
    "Reisekosten Oktober",
    "面接の練習",
    "שאלה על חוזה שכירות",
    "A very long title that nobody would ever write by hand but a model gladly does",
    "ค้นหาร้านอาหาร",
    "여행 계획",
)


def sample_conversations(count: int = len(TITLES)) -> list[Conversation]:
    """Return rows of all groups in several scripts, the first one pinned."""
    hours = (1, 2, 3, 4, 5, 26, 27, 60, 80, 400, 900)
    return [
        Conversation(
            id=f"{number:032x}",
            title=TITLES[number % len(TITLES)],
            pinned=number == 0,
            updated_at=(NOW - timedelta(hours=hours[number % len(hours)], minutes=number)).timestamp(),
        )
        for number in range(count)
    ]


def _order(row: Conversation) -> tuple[bool, float, str]:
    return (not row.pinned, -row.updated_at, row.id)
