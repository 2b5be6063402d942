"""What both sides' messages share: the menu, the change in place, the versions, the quote."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.chat.conversation import ContextCut, Message, MessageStatus
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.context.cut_divider import CutDivider
from app.ui.chat.messages.action_button import ActionButton
from app.ui.chat.messages.message_editor import MessageEditor
from app.ui.chat.messages.message_menu import Entry, message_menu
from app.ui.chat.messages.message_view import BLEED, MessageView, TranscriptSession
from app.ui.chat.messages.version_switch import VersionSwitch
from app.ui.theme import Theme
from app.ui.widgets.menu import Menu


class ActingView(MessageView):
    """A message with actions. ``_asks``: whether a changed one is answered."""

    _asks = False

    def __init__(self, theme: Theme, session: TranscriptSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._message: Message | None = None
        self.editor: MessageEditor | None = None
        self.divider: CutDivider | None = None
        self.versions = VersionSwitch(theme, self)
        self.versions.chosen.connect(self.version_wanted)
        self.more = ActionButton(theme, "more", self)
        self.more.clicked.connect(lambda: self.open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft())))

    @property
    def whole_text(self) -> str:
        """The message as it was written."""
        return self._message.text if self._message else ""

    def selected_text(self) -> str:
        """Return what the person has selected in this message, from top to bottom."""
        views = (view for view in self.findChildren(TextView) if view.textCursor().hasSelection())
        ordered = sorted(views, key=lambda view: view.mapTo(self, QPoint(0, 0)).y())
        return "\n\n".join(view.selected_text() for view in ordered)

    def start_edit(self) -> None:
        """Open the message for a change, in its own place."""
        if self.editor is None and self._message is not None and not self._generating():
            self.resume_edit(self.whole_text)
        if self.editor is not None:
            self.editor.take_focus()

    @override
    def resume_edit(self, text: str) -> None:
        self.editor = MessageEditor(self._theme, text, asks=self._asks, parent=self)
        self.editor.height_changed.connect(self.height_changed)
        self.editor.submitted.connect(self._submit)
        self.editor.cancelled.connect(self.stop_edit)
        self.editor.show()
        self.editor_changed()

    @override
    def unsent(self) -> str:
        text = self.editor.edit.toPlainText() if self.editor is not None else ""
        return text if text != self.whole_text else ""

    def stop_edit(self) -> None:
        """Close the editor; the message is as it was."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.editor_changed()
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def editor_changed(self) -> None:
        """Show or hide what the editor stands for."""
        self.height_changed.emit()

    def open_menu(self, place: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self.menu().popup(place)

    def menu(self) -> Menu:
        """Return the menu for the state of now."""
        return message_menu(self, self._theme, [*self._selection_entries(), *self.entries()])

    def entries(self) -> list[Entry]:
        """Return what can be done with the message itself."""
        raise NotImplementedError

    @override
    def show_cut(self) -> None:
        cut = self._cut()
        if cut is None and self.divider is not None:
            self.divider.hide()
            self.divider.deleteLater()
            self.divider = None
            self.height_changed.emit()
        elif cut is not None and self.divider is None:
            self.divider = CutDivider(self._theme, cut, self)
            self.divider.height_changed.connect(self.height_changed)
            self.divider.summary_changed.connect(self._replace_cut)
            self.divider.restore_wanted.connect(lambda: self._replace_cut(None))
            self.divider.show()
            self.height_changed.emit()
        elif cut is not None and self.divider is not None:
            self.divider.show_cut(cut)

    def fit_divider(self, width: int) -> int:
        """Place the line above the message; return the height that it takes."""
        if self.divider is None:
            return 0
        height = self.divider.fit(width)
        self.divider.setGeometry(BLEED, 0, width, height)
        return height

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if self._message is not None and self.editor is None:
            self.open_menu(place)
        event.accept()

    @override
    def focus_versions(self) -> None:
        self.versions.take_focus()

    @override
    def holds_attention(self) -> bool:
        changing = self.divider is not None and self.divider.editor is not None
        return changing or self.editor is not None or super().holds_attention()

    @override
    def retranslate(self) -> None:
        self.versions.retranslate()
        self.more.set_hint(self.tr("More for this message"))
        if self.editor is not None:
            self.editor.retranslate()
        if self.divider is not None:
            self.divider.retranslate()

    def _cut(self) -> ContextCut | None:
        """Return the cut that begins with this message, if it is the last one of the branch."""
        conversation, key = self._session.conversation, self._id()
        if conversation is None or all(cut.first_kept != key for cut in conversation.cuts):
            return None
        by_message = {cut.first_kept: cut for cut in conversation.cuts}
        last = next((m.id for m in reversed(self._session.messages) if m.id in by_message), "")
        return by_message[key] if last == key else None

    def _replace_cut(self, summary: str | None) -> None:
        """Use another summary; None lets the model see everything again."""
        conversation, cut = self._session.conversation, self._cut()
        if conversation is not None and cut is not None:
            others = [other for other in conversation.cuts if other != cut]
            changed = [] if summary is None else [ContextCut(cut.first_kept, summary)]
            self._session.set_cuts([*others, *changed])

    def _show_versions(self) -> None:
        self.versions.show_versions(self._session.versions(self._id()) if self._id() else [], self._id())

    def _id(self) -> str:
        return self._message.id if self._message else ""

    def _generating(self) -> bool:
        return self._message is not None and self._message.status is MessageStatus.GENERATING

    def _busy_reason(self) -> str:
        return self.tr("An answer is being written. Wait for it or stop it first.") if self._session.busy else ""

    def _submit(self, text: str) -> None:
        if self.editor is None:
            return
        if self._session.busy:
            self.editor.show_hint(self._busy_reason())
            return
        editor, self.editor = self.editor, None
        editor.hide()
        editor.deleteLater()
        self.editor_changed()
        if self._asks or text != self.whole_text:  # sent as it was, a question is asked again
            self._session.edit(self._id(), text)

    def _selection_entries(self) -> list[Entry]:
        selected = self.selected_text()
        if not selected:
            return []
        return [
            Entry("copy", self.tr("Copy the selected text"), lambda: QGuiApplication.clipboard().setText(selected)),
            Entry("quote", self.tr("Quote the selected text"), lambda: self.quote_wanted.emit(selected)),
        ]

    def _common_entries(self) -> list[Entry]:
        """What every finished message offers: quote, fork, delete; the last two not while this branch is answered."""
        busy, key = self._busy_reason() if self._session.live is not None else "", self._id()
        return [
            Entry("quote", self.tr("Quote"), lambda: self.quote_wanted.emit(self.whole_text), apart=True),
            Entry("fork", self.tr("Go on from here in a new conversation"), lambda: self._session.fork(key), busy),
            Entry("trash", self.tr("Delete"), lambda: self._session.delete_message(key), busy, grave=True, apart=True),
        ]
