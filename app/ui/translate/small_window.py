"""The small window that comes up over other programs with the clipboard's text and its translation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QHideEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.models.picker import PickedModel
from app.ui.theme import Theme, set_kind
from app.ui.translate.desk import Desk
from app.ui.translate.foot import TranslateFoot
from app.ui.translate.language_bar import LanguageBar
from app.ui.translate.notes import Notes
from app.ui.translate.protocols import Translating
from app.ui.widgets.banner import Banner, BannerAction, Tone
from app.ui.widgets.keys import native_keys
from app.ui.widgets.toast import ToastHost

SIZE = (560, 560)
LEAST = (380, 360)
EDGE, GAP = 14, 10
TEXTS = (124, 120)
"""Least heights of the two texts: two lines and the foot, three lines."""

FITS = 90  # letters: about two lines

LOW_SCREEN = 480
LOW_TEXTS = (72, 56)

REPLACE = "Ctrl+Return"


class SmallWindow(QWidget):
    """``page_wanted``: the text is to be shown in the main window instead."""

    page_wanted = Signal()
    models_wanted = Signal(str)  # the name of a model that is recommended, or ""

    def __init__(self, theme: Theme, session: Translating, model: PickedModel) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.session = session
        self._placed = False
        self._replacing = False  # the clipboard, as soon as everything is translated
        self.languages = LanguageBar(theme, self)
        self.notes = Notes(theme, session, model, self)
        self.notes.advise(room=False)
        self.hint = Banner(theme, self)
        self.hint.closed.connect(self.hint.hide)
        self.desk = Desk(theme, session, model, self, explains=False)
        self.foot = TranslateFoot(theme, self)
        self.replace = QPushButton(self)
        self.open_page = QPushButton(self)
        self.toasts = ToastHost(theme, self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self, "small-window")
        self._build()
        self._connect()
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.retranslate()

    def translate(self, text: str) -> None:
        """Come up with a text; with none, what was there stays."""
        if text.strip():
            self.desk.paste(text)
            source = self.desk.source
            source.show_text(self.session.source)
            if len(text) > FITS:  # both texts are read from their beginnings
                source.moveCursor(QTextCursor.MoveOperation.Start)
                source.verticalScrollBar().setValue(0)
        self._go_to_the_pointer()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.desk.source.setFocus()
        if not text.strip():
            self.desk.source.selectAll()  # typing or pasting replaces what was there

    def explain(self, words: str, actions: list[BannerAction]) -> None:
        """Say at the top what a person should know about how this window came up; "" says nothing."""
        self.hint.setVisible(bool(words))
        if words:
            self.hint.show_state(Tone.CALM, words, [] if self._is_low() else actions, closable=True, icon="info")

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.setWindowTitle(self.tr("Translate – Parley"))
        self.replace.setText(self.tr("Replace clipboard"))
        words = self.tr("Copy the translation and close, ready to be pasted ({keys})")
        self.replace.setToolTip(words.format(keys=native_keys(REPLACE)))
        self.open_page.setText(self.tr("Open in Parley"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
            self.desk.refresh()
        super().changeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return heard

    def _grow(self) -> None:
        """Be as high as hints, notes and long words need; the screen is the limit."""
        column = self.layout()
        if column is not None:
            needed = column.totalMinimumHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), min(needed, self.screen().availableGeometry().height())))

    def _is_low(self) -> bool:
        """Whether the screen has room for what is needed alone."""
        return self.screen().availableGeometry().height() < LOW_SCREEN

    def _go_to_the_pointer(self) -> None:
        """Be on the screen that the person looks at; on that screen, where the person put it."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or self.screen()
        if self._placed and screen is self.screen():
            return
        self._placed = True
        room = screen.availableGeometry()
        self.resize(self.size().boundedTo(room.size()))
        place = self.rect()
        place.moveCenter(room.center())
        self.move(place.topLeft())
        for card, least in zip(self._cards(), LOW_TEXTS if self._is_low() else TEXTS, strict=True):
            card.setMinimumHeight(least)

    def _cards(self) -> tuple[QWidget, QWidget]:
        return self.desk.source_card, self.desk.target_card

    def _build(self) -> None:
        for button in (self.foot.alternatives, self.foot.back, self.foot.review):
            button.hide()
        set_kind(self.foot.copy, "plain")
        set_kind(self.replace, "primary")
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.open_page)
        below.addStretch(1)
        below.addWidget(self.replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(self.hint)
        column.addWidget(self.languages)
        column.addWidget(self.notes)
        for card, share in zip(self._cards(), (2, 3), strict=True):
            column.addWidget(card, share)
        column.addWidget(self.foot)
        column.addLayout(below)

    def _connect(self) -> None:
        self.desk.serve(self.languages, self.foot)
        self.desk.toast.connect(self.toasts.show_toast)
        self.replace.clicked.connect(self._replace_clipboard)
        self.open_page.clicked.connect(self.page_wanted)
        self.notes.models_wanted.connect(self.models_wanted)
        self.session.changed.connect(self._replace_if_done)
        self.session.segment_changed.connect(self._replace_if_done)
        for keys, run in (("Esc", self.close), (REPLACE, self._replace_clipboard)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._await(replacing=False)
        super().hideEvent(event)

    def _replace_clipboard(self) -> None:
        """Copy the translation and close, once all of it is there; what failed is not copied by halves."""
        session = self.session
        if session.stopped:
            session.go_on()
        self._await(replacing=session.busy)
        if not session.busy and session.problem is None and session.target_text.strip():
            QGuiApplication.clipboard().setText(session.target_text)
            self.close()

    def _await(self, *, replacing: bool) -> None:
        self._replacing = replacing
        self.replace.setEnabled(not replacing)

    def _replace_if_done(self) -> None:
        if self._replacing and not self.session.busy:
            self._replace_clipboard()
