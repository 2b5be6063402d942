"""Read-only rich text that never loads anything: the only place where an answer's text meets ``QTextDocument``.

Documents are filled through cursors, never from HTML or Qt's own Markdown. Should a resource be asked for all the
same, it gets one transparent pixel: an empty answer would let Qt open the name as a file by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from app.ui.chat.blocks.formulas import OBJECT, source_of
from app.ui.theme import set_kind
from app.ui.widgets.plain import plain

LINE_SEPARATOR = "\u2028"
PARAGRAPH_SEPARATOR = "\u2029"


class SafeDocument(QTextDocument):
    """A document that answers every request for a resource with one transparent pixel."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        return image


class TextView(QTextEdit):
    """Selectable text as high as its content; scrolling is the transcript's business."""

    link_activated = Signal(str)
    pressed = Signal()  # by the left button: a selection may begin
    dragged = Signal(QPoint)  # a place on the screen, while the left button is held

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gather: Callable[[], str] | None = None  # says all that is selected, where others are with this one
        self._document = SafeDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self.setDocument(self._document)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self._pressed_link = ""
        set_kind(self, "answer-text")
        self.ensurePolished()  # the style sheet's font comes now: with text in it, all of that would be laid out again

    def allow_keyboard(self, allowed: bool) -> None:
        """Make it a stop of the Tab key, with a text cursor: where there are links to reach."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        if allowed:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        if flags != self.textInteractionFlags():
            self.setTextInteractionFlags(flags)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if allowed else Qt.FocusPolicy.ClickFocus)

    def lay_out(self, width: int) -> int:
        """Lay the text out for a width in pixels and return its height."""
        if self.width() != width:
            self.resize(width, self.height())
        if self._document.textWidth() != width:  # a hidden widget is told of its size later
            self._document.setTextWidth(width)
        return round(self._document.size().height() + 0.49)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt lays all text out again at the first showing, for the width that it has; ``lay_out`` has done that."""
        width = event.size().width()
        if self._document.textWidth() == width:
            event = QResizeEvent(event.size(), QSize(width, event.oldSize().height()))
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_target(event)
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if bar.maximum() > 0 and (sideways or shifted):
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_link = self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self.textCursor().hasSelection()  # Qt itself selects a link that is clicked
        super().mouseReleaseEvent(event)
        link = self.anchorAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and link and link == self._pressed_link and not dragged:
            self.link_activated.emit(link)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())
        over = bool(self.anchorAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        link = self.textCursor().charFormat().anchorHref()
        if link and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.link_activated.emit(link)
        elif event.matches(QKeySequence.StandardKey.Copy):
            if text := self._copied():
                QGuiApplication.clipboard().setText(text)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # the message around it has the menu, with what can be done with a selection

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self._copied())
        return data

    def ends(self) -> tuple[int, int]:
        """Return the first and the last place of the text cursor."""
        return 0, self._document.characterCount() - 1

    def selected_text(self) -> str:
        """Return what is selected in this text as it is copied."""
        return plain_text(self.textCursor())

    def _copied(self) -> str:
        return self.gather() if self.gather is not None else self.selected_text()

    def _show_target(self, event: QHelpEvent) -> None:
        position: QPoint = self.viewport().mapFromGlobal(event.globalPos())
        link = self.anchorAt(position)
        if link:
            QToolTip.showText(event.globalPos(), plain(link), self)
        else:
            QToolTip.hideText()


def plain_text(cursor: QTextCursor) -> str:
    """Return what is selected as it is copied: formulas as the model wrote them, Qt's separators as line ends."""
    text = cursor.selectedText()
    if OBJECT in text:
        pieces = text.split(OBJECT)
        place = QTextCursor(cursor.document())
        position = cursor.selectionStart()
        text = pieces[0]
        for before, after in pairwise(pieces):
            position += len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
            place.setPosition(position)
            text += (source_of(place.charFormat()) or OBJECT) + after
    return text.replace(PARAGRAPH_SEPARATOR, "\n").replace(LINE_SEPARATOR, "\n").replace("\xa0", " ")
