"""Files that are dropped anywhere in the window, with a veil that says what becomes of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.theme import Theme
from app.ui.widgets.dropped import files_in

INSET = 14
RADIUS = 16
LINE = 28  # pixels from the first line to the second


class FileDrop(QObject):
    """Watches a widget and all in it that takes no files itself: ``dropped`` has the files."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.veil = DropVeil(theme, page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and files_in(event.mimeData()):
            self.veil.setGeometry(self._page.rect())
            self.veil.show()
            self.veil.raise_()
            event.acceptProposedAction()
            return True
        if event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self.veil.hide()
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self.dropped.emit(files_in(event.mimeData()))
            return True
        return False


class DropVeil(QWidget):
    """Lies over the page while files are held over it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: Callable[[], str] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: Callable[[], str]) -> None:
        """Say something else than what suits the conversation; asked for whenever it is shown."""
        self._words = words

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.colour("background")
        ground.setAlpha(225)
        painter.fillRect(self.rect(), ground)
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.setBrush(self._theme.colour("accent_background"))
        painter.setPen(QPen(self._theme.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._theme.font(17, bold=True))
        words = self._words() if self._words is not None else self.tr("Drop files here to attach them")
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._theme.font(13))
        painter.drawText(
            frame.translated(0, LINE), Qt.AlignmentFlag.AlignCenter, self.tr("Exported conversations are imported")
        )
