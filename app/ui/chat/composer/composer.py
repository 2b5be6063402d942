"""Where the person writes: the text, the thinking controls, the context meter, send and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.engine.api import Role
from app.ui.chat.composer.composer_card import SHADOW, ComposerCard
from app.ui.chat.composer.drafts import Draft, Drafts
from app.ui.chat.composer.message_edit import LONG_TEXT, MessageEdit
from app.ui.chat.composer.outbox import Outbox, SendingChat, Waiting
from app.ui.chat.composer.queue_row import QueueRow
from app.ui.chat.composer.send_button import SendButton, SendState
from app.ui.chat.composer.thinking_controls import LoadedModel, ThinkingChoice, ThinkingControls
from app.ui.chat.context.context_meter import ContextMeter
from app.ui.theme import Theme, set_kind
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.piece_row import PieceRow
from app.ui.widgets.plain import plain

if TYPE_CHECKING:
    from app.ui.chat.attachments.tray import AttachmentTray
    from app.ui.chat.context.protocols import ContextSource

TALLEST = 0.4  # of the window's height
PREVIEW = 400  # characters of a piece's tooltip


class ComposerChat(SendingChat, ThinkingChoice, Protocol):
    """The part of ``ChatSession`` that the composer needs."""

    @property
    def conversation_changed(self) -> SignalInstance:
        """Another conversation is shown."""
        ...

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

    def stop(self) -> None:
        """Stop the answer."""


class Composer(QWidget):
    """Sends through the chat session; ``submitted`` says that something went out or was queued."""

    submitted = Signal(str)
    room_wanted = Signal()  # in the model's context

    def __init__(self, theme: Theme, chat: ComposerChat, model: LoadedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chat = chat
        self._model = model
        self._drafts = Drafts()
        self._shown = self._key()
        self._pasted: list[str] = []
        self._blocked = ""
        self._tray: AttachmentTray | None = None
        self._theme = theme
        self._context: ContextSource | None = None
        self.outbox = Outbox(chat, self)
        self.queue_row = QueueRow(theme, self.outbox, self)
        self._card = ComposerCard(theme, self)
        self.paste_row = PieceRow(theme, "file", self._card)
        self.edit = MessageEdit(theme, self._card)
        self.thinking = ThinkingControls(theme, chat, model, self._card)
        self.meter = ContextMeter(theme, self._card)
        self.send_button = SendButton(theme, self._card)
        self.hint = ElidedLabel(self)
        self._build()
        self._connect()
        self.retranslate()

    def submit(self) -> None:
        """Send what is written, or queue it while an answer is written. Nothing happens when it cannot be sent."""
        text = self._whole_text()
        if self._empty or self._reason:
            return
        documents = self._tray.take(text) if self._tray is not None else []
        self._fill(Draft(queued=self.outbox.queue))
        self.outbox.put(text, documents)
        self.submitted.emit(text)
        self._refresh()

    def set_blocked(self, reason: str) -> None:
        """Let nothing be sent, for this reason; "" lets it again. Writing is always possible."""
        self._blocked = reason
        self._refresh()

    def use_attachments(self, tray: AttachmentTray) -> None:
        """Send documents along; long pastes and pasted files become some."""
        from app.ui.widgets.flat_button import ICON, FlatButton  # noqa: PLC0415 - not part of the start

        self._tray = tray
        tray.setParent(self._card)
        self._column.insertWidget(0, tray)
        self.attach = FlatButton(self._theme, ICON, "attach", self._card)
        self.attach.clicked.connect(self.ask_for_files)
        self._end.insertWidget(1, self.attach)
        self.edit.files_pasted.connect(tray.add_files)
        tray.text_wanted.connect(self._take_from_tray)
        tray.changed.connect(self._refresh)
        tray.changed.connect(self._count_draft)
        self.retranslate()

    def ask_for_files(self) -> None:
        """Let the person choose files to attach."""
        if self._tray is not None:
            self._tray.ask_for_files()

    def use_context(self, context: ContextSource) -> None:
        """Take exact numbers, with what is being written among them."""
        self._context = context
        context.changed.connect(self._show_context)
        self.edit.textChanged.connect(self._count_draft)
        self._count_draft()
        self._show_context()

    def open_context(self) -> QWidget | None:
        """Show what fills the context; None before that is known."""
        if self._context is None:
            return None
        from app.ui.chat.context.popover import ContextPopover  # noqa: PLC0415 - not part of the start

        popover = ContextPopover(self._theme, self._context, self)
        popover.room_wanted.connect(self.room_wanted)
        popover.open_above(self.meter)
        return popover

    def put_text(self, text: str) -> None:
        """Put a text in place of what is written, ready to be sent or changed."""
        self._fill(Draft(text, self._pasted, self.outbox.queue), undoable=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def quote(self, text: str) -> None:
        """Add a text as a quotation below what is written, with the cursor after it."""
        lines = "\n".join(f"> {line}".rstrip() for line in text.strip().split("\n"))
        before = self.edit.toPlainText().rstrip()
        self._fill(
            Draft("\n\n".join(filter(None, (before, lines))) + "\n\n", self._pasted, self.outbox.queue), undoable=True
        )
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_text(self) -> None:
        """Put the keyboard into the text."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_window_height(self, pixels: int) -> None:
        """Say how tall the window is; the text grows to a part of it."""
        self.edit.set_tallest(int(pixels * TALLEST))

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.edit.setPlaceholderText(self.tr("Ask anything. It stays on this computer."))
        self.edit.setAccessibleName(self.tr("Message"))
        if self._tray is not None:
            self.attach.set_hint(self.tr("Attach files"), "Ctrl+U")
        self.queue_row.refresh()
        self.meter.retranslate()
        self.thinking.retranslate()  # before the rows are chosen by its width
        self.hint.show_text(self.tr("Enter to send · Shift+Enter for a new line · Esc to stop"))
        self._show_pieces()
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_rows()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._card.geometry().contains(event.position().toPoint()):
            self.focus_text()
        super().mousePressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.column_width + 2 * SHADOW, super().sizeHint().height())

    def _build(self) -> None:
        self._controls = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._controls.setSpacing(8)
        self._controls.addWidget(self.thinking, 1)
        self._end = end = QHBoxLayout()
        end.setSpacing(8)
        end.addStretch(1)
        end.addWidget(self.meter)
        end.addWidget(self.send_button)
        self._controls.addLayout(end)
        self._column = card = QVBoxLayout(self._card)
        card.setContentsMargins(SHADOW + 12, SHADOW + 14, SHADOW + 12, SHADOW + 10)
        card.setSpacing(10)
        card.addWidget(self.paste_row)
        card.addWidget(self.edit)
        card.addLayout(self._controls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self.queue_row)
        column.addWidget(self._card)
        column.addWidget(self.hint)
        self.queue_row.setContentsMargins(SHADOW, 0, SHADOW, 2)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_kind(self.hint, "hint")
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.edit.submitted.connect(self.submit)
        self.edit.recalled.connect(self._recall)
        self.edit.long_pasted.connect(self._add_paste)
        self.edit.textChanged.connect(self._refresh)
        self.send_button.clicked.connect(self._clicked)
        self.meter.clicked.connect(self.open_context)
        self.paste_row.removed.connect(self._remove_paste)
        self.queue_row.left.connect(self.focus_text)
        self.queue_row.composer_wanted.connect(self._edit_queued)
        self.outbox.left_behind.connect(self._put_behind)
        self._chat.conversation_changed.connect(self._conversation_changed)
        self._chat.live_changed.connect(self._refresh)
        self._chat.context_changed.connect(self._refresh)
        self._model.changed.connect(self._refresh)

    def _key(self) -> str | None:
        return self._chat.conversation.id if self._chat.conversation else None

    def _whole_text(self) -> str:
        return "\n\n".join(part for part in (self.edit.toPlainText().strip(), *self._pasted) if part)

    def _refresh(self) -> None:
        self._show_context()
        if self._chat.busy:
            self.send_button.show_state(SendState.STOP)
        elif self._reason:
            self.send_button.show_state(SendState.NOTHING, self._reason)
        elif self._empty:
            self.send_button.show_state(SendState.NOTHING, self.tr("Write a message first."))
        else:
            self.send_button.show_state(SendState.SEND)
        self._choose_rows()

    @property
    def _empty(self) -> bool:
        documents = self._tray is not None and self._tray.filled
        return not (documents or self._pasted or self.edit.toPlainText().strip())

    @property
    def _reason(self) -> str:
        """Why nothing can be sent."""
        return self._blocked or (self._tray.blocked if self._tray is not None else "")

    def _show_context(self) -> None:
        source = self._context
        if source is None:
            self.meter.show_context(self._chat.context_used, self._chat.context_size)
        else:
            self.meter.show_context(source.used, source.size, source.level)

    def _count_draft(self) -> None:
        if self._context is not None:
            self._context.draft(self._whole_text(), self._tray.known if self._tray is not None else ())

    def _clicked(self) -> None:
        if self.send_button.state is SendState.STOP:
            self._chat.stop()
        else:
            self.submit()

    def _choose_rows(self) -> None:
        """Give the thinking controls a row of their own when the window is narrow or the language long."""
        attach = self.attach.sizeHint().width() + 8 if self._tray is not None else 0
        end = self.meter.sizeHint().width() * self.meter.isVisibleTo(self) + self.send_button.width() + 24 + attach
        needed = self.thinking.sizeHint().width() + end + 2 * (SHADOW + 12)
        wide = needed <= self.width() or self.thinking.sizeHint().width() < 1
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._controls.direction():
            self._controls.setDirection(direction)

    def _conversation_changed(self) -> None:
        key = self._key()
        if key == self._shown:
            return
        self.queue_row.finish()
        self._drafts.keep(self._shown, Draft(self.edit.toPlainText(), list(self._pasted), self.outbox.queue))
        self._shown = key
        self._fill(self._drafts.of(key))
        self._drafts.keep(key, Draft())
        self.outbox.resume()

    def _put_behind(self, conversation_id: str, index: int, message: Waiting) -> None:
        """Put a message back into the queue of a conversation that is not shown."""
        draft = self._drafts.of(conversation_id or None)
        queued = [*draft.queued[:index], message, *draft.queued[index:]]
        self._drafts.keep(conversation_id or None, Draft(draft.text, draft.pasted, queued))

    def _fill(self, draft: Draft, *, undoable: bool = False) -> None:
        """Show another draft. ``undoable``: Ctrl+Z leads back; not into another conversation's."""
        long = len(draft.text) > LONG_TEXT
        if long and self._tray is not None:
            self._tray.add_pasted(draft.text)
            draft, long = Draft(pasted=draft.pasted, queued=draft.queued), False
        self._pasted = [*draft.pasted, *([draft.text] if long else [])]
        (self.edit.change_text if undoable else self.edit.setPlainText)("" if long else draft.text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self.outbox.replace(draft.queued)
        self._show_pieces()
        self._refresh()

    def _recall(self) -> None:
        last = next((m for m in reversed(self._chat.messages) if m.role is Role.USER), None)
        if last is not None:
            # After the key press has been handled: the field must not take it as a step in the new text.
            QTimer.singleShot(0, self, lambda: self.put_text(last.text))

    def _take_from_tray(self, text: str) -> None:
        """Put a text that was a document where the cursor is; "" only brings the keyboard back."""
        self.edit.insertPlainText(text)
        self.focus_text()

    def _add_paste(self, text: str) -> None:
        if self._tray is not None:
            self._tray.add_pasted(text)
            return
        self._pasted.append(text)
        self._show_pieces()
        self._refresh()

    def _remove_paste(self, index: int) -> None:
        del self._pasted[index]
        self._show_pieces()
        self._refresh()

    def _edit_queued(self, index: int) -> None:
        message = self.outbox.take(index)
        text = "\n\n".join(filter(None, (self.edit.toPlainText(), message.text)))
        self._fill(Draft(text, self._pasted, self.outbox.queue), undoable=True)
        if self._tray is not None:
            self._tray.put_back(message.attachments)
        self.focus_text()

    def _show_pieces(self) -> None:
        pasted = [
            (
                self.tr("Pasted text · {count} characters").format(count=QLocale().toString(len(text))),
                plain(plain(text[:PREVIEW])),
            )
            for text in self._pasted
        ]
        self.paste_row.show_pieces(pasted, self.tr("Remove this text"))
