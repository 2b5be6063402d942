"""The chat: top bar, banners, conversation or vault panel, composer, toasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.keeping.vault_session import VaultState
from app.ui.banner_area import BannerArea
from app.ui.chat.composer.composer import Composer, ComposerChat
from app.ui.chat.composer.composer_card import SHADOW
from app.ui.chat.side_panel import SidePanel
from app.ui.chat.top_bar import TopBar
from app.ui.models.picker import PickedModel
from app.ui.theme import Theme
from app.ui.vault_panel import LOCKED, Vault, VaultPanel
from app.ui.widgets.column_box import ColumnBox
from app.ui.widgets.toast import ToastHost, ToastText

if TYPE_CHECKING:
    from app.ui.chat.context.protocols import ContextSource
    from app.ui.chat.context.question import ContextQuestion

EDGE = 24
MARGIN = EDGE - SHADOW
LOW = 640
"""Pixels of the page. Below, the question about the full window shows its main choices only."""


class ChatPage(QWidget):
    """Owns the pieces and their places; what they mean is the window's business."""

    def __init__(self, theme: Theme, chat: ComposerChat, model: PickedModel, vault: Vault, transcript: QWidget) -> None:
        super().__init__()
        self._theme, self._vault = theme, vault
        self._context: ContextSource | None = None
        self.question: ContextQuestion | None = None
        self.top_bar = TopBar(theme, model, self)
        self.banners = BannerArea(theme, vault, model, self)
        self.transcript = transcript
        self.vault_panel = VaultPanel(vault, self)
        self._chat = chat
        self._cards: list[QWidget] = []
        chat.conversation_changed.connect(self._show_cards)
        self.composer = Composer(theme, chat, model, self)
        self._dock = ColumnBox(theme.column_width + 2 * SHADOW, MARGIN, self)
        theme.changed.connect(self._restyle)
        self._dock.column.addWidget(self.composer)
        self.toasts = ToastHost(theme, self)
        self._build()
        self.side = SidePanel(self, self._pieces)
        self.top_bar.settings_wanted.connect(self.toggle_settings)
        self.side.shown_changed.connect(self._side_shown)
        vault.changed.connect(self._refresh)
        self.composer.installEventFilter(self)
        self.composer.outbox.dropped.connect(self._offer_to_put_back)
        self._refresh()

    def show_toast(self, content: ToastText) -> None:
        """Show passing words above the composer."""
        self.toasts.show_toast(content)

    def _offer_to_put_back(self, put_back: Callable[[], None]) -> None:
        self.show_toast(ToastText(self.tr("The waiting message was removed."), self.tr("Undo"), put_back))

    def use_context(self, context: ContextSource) -> None:
        """Take the numbers of the model's context, and ask the person when it is full."""
        self._context = context
        self.composer.use_context(context)
        self.composer.room_wanted.connect(lambda: self.ask_for_room(urgent=False))
        context.full_question.connect(lambda: self.ask_for_room(urgent=True))
        self._chat.conversation_changed.connect(self._put_question_off)

    def ask_for_room(self, *, urgent: bool) -> ContextQuestion | None:
        """Ask above the composer what should become of the oldest part; None before the context is known."""
        if self._context is None:
            return None
        if self.question is None:
            from app.ui.chat.context.question import ContextQuestion  # noqa: PLC0415 - not part of the start

            self.question = ContextQuestion(self._theme, self._context, self._dock)
            self.question.closed.connect(self.composer.focus_text)
            row = QHBoxLayout()
            row.setContentsMargins(SHADOW, 0, SHADOW, 0)
            row.addWidget(self.question)
            self._dock.column.insertLayout(0, row)
        self.question.set_compact(compact=self.height() < LOW)
        self.question.ask(urgent=urgent)
        return self.question

    def _put_question_off(self) -> None:
        """Another conversation, or another branch, may fit: if not, it is asked again."""
        if self.question is not None and self.question.isVisible():
            self.question.put_off()

    def toggle_settings(self) -> None:
        """Open the settings of this conversation, or close them."""
        if self.side.close():
            self.composer.focus_text()
        elif (panel := self.side.show()) is not None:
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _side_shown(self, shown: bool) -> None:
        self.top_bar.show_settings_open(shown)
        self._place_toasts()

    def add_card(self, card: QWidget) -> None:
        """Show something above the greeting; beside a conversation it would move what is being read."""
        self._pieces.insertWidget(self._pieces.indexOf(self.banners) + 1, card)
        card.setVisible(not self._chat.messages)
        self._cards.append(card)
        card.destroyed.connect(lambda: self._cards.remove(card))

    def _show_cards(self) -> None:
        for card in self._cards:
            card.setVisible(not self._chat.messages)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.composer.set_window_height(self.height())
        if self.question is not None:
            self.question.set_compact(compact=self.height() < LOW)
        self.side.place()
        self._place_toasts()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place_toasts()
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self._refresh()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self.side.place()
        super().changeEvent(event)

    def _build(self) -> None:
        self._middle = QStackedLayout()
        self._middle.addWidget(self.transcript)
        self._middle.addWidget(self.vault_panel)
        self.banners.column.setContentsMargins(EDGE, 12, EDGE, 0)
        self._pieces = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.banners)
        column.addLayout(self._middle, 1)
        column.addWidget(self._dock)

    def _refresh(self) -> None:
        state = self._vault.state
        locked = state in LOCKED
        self._middle.setCurrentWidget(self.vault_panel if locked else self.transcript)
        # What is not shown asks for no room: a low window needs it for the composer.
        for panel, shown in ((self.vault_panel, locked), (self.transcript, not locked)):
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.composer.set_blocked(self._reason(state))
        if locked and self.isVisible():
            self.vault_panel.setFocus()

    def _reason(self, state: VaultState) -> str:
        """Return why nothing can be sent in this state of the vault."""
        if state in LOCKED:
            return self.tr("Unlock your conversations first, or go on without saving.")
        if state is VaultState.FAILED:
            return self.tr("Your conversations could not be opened. Choose above how to go on.")
        return ""

    def _restyle(self) -> None:
        self._dock.set_column(self._theme.column_width + 2 * SHADOW)
        self._place_toasts()

    def _place_toasts(self) -> None:
        dock = self._dock.geometry()
        width = min(self._theme.column_width, dock.width() - 2 * (MARGIN + SHADOW))
        left = dock.x() + (dock.width() - width) // 2
        self.toasts.place(left, self._dock.y() - 4, width)
