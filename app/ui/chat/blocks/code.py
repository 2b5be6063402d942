"""A block of code: its language, copy, save, wrap; coloured when the colours arrive in time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from typing_extensions import override

from app.chat.markdown_leaves import CodeLeaf
from app.ui.chat.blocks.block import Block
from app.ui.chat.blocks.code_view import CodeView
from app.ui.chat.blocks.highlighting import Highlighter
from app.ui.chat.blocks.text_look import PARAGRAPH_GAP, indent_of
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import FlatButton, Look

HEADER = 34
PADDING = 12
RADIUS = 10
GAP = PARAGRAPH_GAP + 2
THANKS_MS = 1600  # how long a button says that it is done
BUTTON = Look(height=32, padding=8, gap=6, icon_size=15, font_size=12, text="muted")
LONGEST_LANGUAGE = 40


class CodeBlock(Block):
    """Shows one ``CodeLeaf``."""

    def __init__(self, theme: Theme, highlighter: Highlighter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leaf = CodeLeaf("")
        self._first = False
        self._top = 0
        self._left = 0
        self.language = QLabel(self)
        self.language.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self.language, "code-language")
        self.copy = FlatButton(theme, BUTTON, "copy", self)
        self.save = FlatButton(theme, BUTTON, "save", self)
        self.wrap = FlatButton(theme, BUTTON, "wrap", self)
        self.wrap.setCheckable(True)
        self.more = FlatButton(theme, BUTTON, "chevron_down", self)
        self.view = CodeView(theme, highlighter, self)
        self._connect()
        self.retranslate()

    def show_leaf(self, leaf: CodeLeaf, *, first: bool = False) -> None:
        """Show this code; ``first`` stands at the top of the answer, without a gap."""
        self._leaf, self._first = leaf, first
        self.language.setText(leaf.language[:LONGEST_LANGUAGE])
        self.view.show_code(leaf.text, leaf.language, growing=not leaf.closed)

    def retranslate(self) -> None:
        """Set all words again."""
        self.copy.set_words(self.tr("Copy"), self.tr("Copy this code"))
        self.save.set_words(self.tr("Save"), self.tr("Save this code as a file"))
        self.wrap.set_words(self.tr("Wrap"), self.tr("Break long lines instead of scrolling sideways"))
        self.more.set_words(self.tr("Show all {lines} lines").format(lines=QLocale().toString(self.view.line_count)))
        self.view.setAccessibleName(self.tr("Code"))

    @override
    def fit(self, width: int) -> int:
        self._top = 0 if self._first else GAP
        self._left = indent_of(self._leaf, self._theme.text_size)
        inner = max(60, width - self._left)
        text = self.view.lay_out(inner - 2 * PADDING)
        self._place_header(inner)
        self.view.setGeometry(self._left + PADDING, self._top + HEADER + PADDING, inner - 2 * PADDING, text)
        bottom = self._top + HEADER + text + 2 * PADDING
        self.more.setVisible(bool(self.view.hidden_lines))
        if self.view.hidden_lines:
            self.more.setGeometry(self._left + 6, bottom - 6, self.more.sizeHint().width(), BUTTON.height)
            bottom += BUTTON.height - 2
        return bottom

    @override
    def holds_attention(self) -> bool:
        return super().holds_attention() or self.view.textCursor().hasSelection() or self.wrap.isChecked()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("code"))
        frame = QRectF(self.rect()).adjusted(self._left + 0.5, self._top + 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        line = self._top + HEADER - 0.5
        painter.drawLine(round(frame.left()), round(line), round(frame.right()), round(line))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._place_header(self.width() - self._left)
        super().changeEvent(event)

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.wrap.toggled.connect(self._set_wrapped)
        self.more.clicked.connect(self.view.show_all)
        self.view.more_changed.connect(self.retranslate)
        self.view.lines_added.connect(self.height_changed)
        self.view.more_changed.connect(self.height_changed)
        self._theme.changed.connect(self._redraw)

    def _place_header(self, width: int) -> None:
        """Buttons at the end side; the words go first when there is no room for them."""
        right = self._left + width - 4
        room = width - 2 * PADDING - min(90, self.language.sizeHint().width())
        buttons = (self.wrap, self.save, self.copy)
        wide = sum(button.sizeHint().width() for button in buttons) <= room
        for button in buttons:
            size = button.sizeHint().width() if wide else BUTTON.height
            right -= size
            button.setGeometry(right, self._top + (HEADER - BUTTON.height) // 2, size, BUTTON.height)
        left = self._left + PADDING
        self.language.setGeometry(left, self._top, max(0, right - left), HEADER - 1)

    def _set_wrapped(self, wrapped: bool) -> None:
        self.view.set_wrapped(wrapped=wrapped)
        self.height_changed.emit()

    def _redraw(self) -> None:
        self.view.redraw()
        self.height_changed.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._leaf.text)
        self._thank(self.copy, self.tr("Copied"))

    def _save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save this code as a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, name: str) -> None:
        try:
            Path(name).write_text(self._leaf.text + "\n", encoding="utf-8")
        except OSError as error:
            self._thank(self.save, self.tr("Not saved: {reason}").format(reason=error.strerror or str(error)))
        else:
            self._thank(self.save, self.tr("Saved"))

    def _thank(self, button: FlatButton, words: str) -> None:
        button.set_words(words)
        button.set_icon("check")
        self.height_changed.emit()
        QTimer.singleShot(THANKS_MS, self, self._thanked)

    def _thanked(self) -> None:
        self.copy.set_icon("copy")
        self.save.set_icon("save")
        self.retranslate()
        self.height_changed.emit()
