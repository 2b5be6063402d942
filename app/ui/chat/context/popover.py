"""What the context is made of; opens above the meter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.chat.context.context_meter import COLOURS, OK, short_count
from app.ui.chat.context.protocols import ContextSource
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import LINK, FlatButton
from app.ui.widgets.stacked_bar import Piece, StackedBar
from app.ui.widgets.text_label import show_line, text_label

WIDTH = 320
RADIUS = 12
DOT = 10
LOOKS = (("accent", 1.0), ("accent", 0.62), ("warn", 0.8), ("good", 0.75))
"""Instructions, conversation, files, this message: one colour each; the words beside them say the same."""


class _Dot(QWidget):
    def __init__(self, theme: Theme, bar: StackedBar, piece: Piece, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar, self._piece = bar, piece
        self.setFixedSize(DOT, DOT)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar.mixed(self._piece))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class ContextPopover(QWidget):
    """Follows the session while it is open."""

    room_wanted = Signal()

    def __init__(self, theme: Theme, context: ContextSource, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._context = theme, context
        self.title = text_label(self, "strong", wraps=False)
        self.about = text_label(self, "muted")
        self.bar = StackedBar(theme, self)
        self.names: list[QLabel] = []
        self.numbers: list[QLabel] = []
        self.reuse = text_label(self, "muted")
        self.room = FlatButton(theme, LINK, "shrink", self)
        self._build()
        context.changed.connect(self.refresh)
        self.room.clicked.connect(self._ask)
        self.refresh()

    def open_above(self, anchor: QWidget) -> None:
        """Show it above a widget, its end side in line with the widget's."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        top_end = anchor.rect().topLeft() if mirrored else anchor.rect().topRight() - QPoint(self.width() - 1, 0)
        self.move(anchor.mapToGlobal(top_end) - QPoint(0, self.height() + 8))
        self.show()
        self.room.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """Show the numbers of now."""
        source, locale = self._context, QLocale()
        parts, size = source.parts, max(1, source.size)
        counts = (parts.system, parts.history, parts.attachments, parts.message)
        self.bar.show_pieces(
            [Piece(count / size, *look) for count, look in zip(counts, LOOKS, strict=True)], over=source.used > size
        )
        words = (
            self.tr("Instructions"),
            self.tr("Conversation so far"),
            self.tr("Files"),
            self.tr("This message"),
            self.tr("Free"),
        )
        for name, number, text, count in zip(
            self.names, self.numbers, words, (*counts, max(0, size - source.used)), strict=True
        ):
            name.setText(text)
            number.setText(locale.toString(count))
        self.title.setText(
            self.tr("{used} of {size} tokens").format(used=locale.toString(source.used), size=short_count(source.size))
        )
        set_kind(self.about, {"muted": "muted", "warn": "warn", "bad": "bad-line"}[COLOURS[source.level]])
        self.about.setText(self._about())
        show_line(self.reuse, self._reuse())
        self.room.set_words(self.tr("Make room…"), self.tr("A larger window, or less of the conversation"))
        self._column.activate()
        self.setFixedSize(WIDTH, self._column.totalHeightForWidth(WIDTH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("background"))
        painter.setPen(QPen(self._theme.colour("control_line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row in range(len(LOOKS) + 1):
            self.names.append(text_label(self, "cell", wraps=False))
            self.numbers.append(text_label(self, "cell", wraps=False))
            if row < len(LOOKS):
                grid.addWidget(_Dot(self._theme, self.bar, Piece(0, *LOOKS[row]), self), row, 0)
            grid.addWidget(self.names[-1], row, 1)
            grid.addWidget(self.numbers[-1], row, 2, Qt.AlignmentFlag.AlignTrailing)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(10)
        for widget in (self.title, self.about, self.bar):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addWidget(self.reuse)
        column.addWidget(self.room, 0, Qt.AlignmentFlag.AlignLeading)

    def _about(self) -> str:
        if self._context.level == OK:
            return self.tr("What the model keeps in mind while it answers.")
        if self._context.level == "warn":
            return self.tr("Nearly full. Soon the oldest turns will have to go, or the window has to grow.")
        return self.tr("Full. Make room before you go on.")

    def _reuse(self) -> str:
        source, locale = self._context, QLocale()
        if not source.reused and not source.new:
            return ""
        return self.tr("The last answer reused {reused} tokens; {new} were new.").format(
            reused=locale.toString(source.reused), new=locale.toString(source.new)
        )

    def _ask(self) -> None:
        self.close()
        self.room_wanted.emit()
