"""The text field of the composer: grows with its text, sends on Enter, knows input methods, survives huge pastes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.theme import Theme, set_kind
from app.ui.widgets.direction import starts_right_to_left
from app.ui.widgets.dropped import files_in

LONG_TEXT = 8_000
"""Characters. More would make every key press lay out a long text, so it becomes a piece beside the text."""

LONG_LINES = 60
"""A paste of so many lines is something to talk about, not what is said about it."""

DIRECTION_LETTERS = 200

ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MessageEdit(QPlainTextEdit):
    """Plain text; ``height_changed`` when its wish for height changed."""

    submitted = Signal()
    recalled = Signal()  # Up in an empty field
    long_pasted = Signal(str)
    files_pasted = Signal(list)  # of Path; dropped ones too
    height_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, enter_submits: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._enter_submits = enter_submits  # else Ctrl+Enter does
        self._composing = False
        self._least_lines = 1
        self._tallest = 320
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._follow_direction)
        set_kind(self, "composer")
        theme.changed.connect(self._use_theme)
        self._use_theme()

    def set_least_lines(self, lines: int) -> None:
        """Never be lower than so many lines: a long placeholder needs them."""
        self._least_lines = lines
        self._fit()

    def set_tallest(self, pixels: int) -> None:
        """Grow no further than this; then scroll."""
        if pixels != self._tallest:
            self._tallest = pixels
            self._fit()

    @override
    def sizeHint(self) -> QSize:
        lines = max(self._least_lines, round(self.document().size().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()) + 2
        return QSize(200, min(wanted, max(self._tallest, self.fontMetrics().lineSpacing() * 2)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # lines break elsewhere, and nothing tells of it
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self._submits(event.modifiers()):
            # While an input method composes, Enter accepts its suggestion.
            if not self._composing:
                self.submitted.emit()
        elif event.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.recalled.emit()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or bool(files_in(source))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        files = files_in(source)
        if files:
            self.files_pasted.emit(files)
        else:
            self.insert_text(source.text())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def insert_text(self, text: str) -> None:
        """Insert at the cursor, or report it as a long paste when the field would become slow."""
        if self.document().characterCount() + len(text) > LONG_TEXT or text.count("\n") >= LONG_LINES:
            self.long_pasted.emit(text)
        else:
            self.insertPlainText(text.replace("\0", ""))
            self.ensureCursorVisible()

    def change_text(self, text: str) -> None:
        """Put a text in the place of what is written, which Ctrl+Z brings back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _submits(self, held: Qt.KeyboardModifier) -> bool:
        if self._enter_submits:
            return not held & Qt.KeyboardModifier.ShiftModifier
        return bool(held & Qt.KeyboardModifier.ControlModifier)

    def _use_theme(self) -> None:
        font = self._theme.font()
        self.setFont(font)
        self.viewport().setFont(font)  # of the placeholder; a style sheet keeps it from following
        self._fit()

    def _follow_direction(self) -> None:
        """Start at the side where the text's first letters start; an empty field at the window's."""
        start = self.document().firstBlock().text()[:DIRECTION_LETTERS]
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        right = starts_right_to_left(start) if start.strip() else mirrored
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        wanted = self.sizeHint().height()
        needs_bar = wanted >= self._tallest
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needs_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if wanted != self.height():
            self.setFixedHeight(wanted)
            self.height_changed.emit()
