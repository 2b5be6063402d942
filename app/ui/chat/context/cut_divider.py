"""Where the model's view of the conversation begins: a line, and the summary of what was before it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

from app.chat.conversation import ContextCut
from app.ui.chat.messages.action_button import ACTION, ActionButton
from app.ui.chat.messages.message_editor import MessageEditor
from app.ui.theme import Theme
from app.ui.widgets.text_label import text_label

PADDING = 12
GAP = 12  # below everything
RADIUS = 10
FOLDED = 240  # characters


class CutDivider(QWidget):
    """Its owner calls ``fit`` and sets its geometry. ``summary_changed`` carries the new text, "" for none."""

    height_changed = Signal()
    summary_changed = Signal(str)
    restore_wanted = Signal()

    def __init__(self, theme: Theme, cut: ContextCut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cut = cut
        self._whole = False
        self._box = QRectF()
        self.label = text_label(self, "usage")
        self.restore = ActionButton(theme, "regenerate", self)
        self.heading = text_label(self, "muted", wraps=False)
        self.summary = text_label(self, "muted")
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unfold = ActionButton(theme, "chevron_down", self)
        self.change = ActionButton(theme, "edit", self)
        self.editor: MessageEditor | None = None
        self.restore.clicked.connect(self.restore_wanted)
        self.unfold.clicked.connect(self._unfold)
        self.change.clicked.connect(self.start_edit)
        theme.changed.connect(self.update)
        self.retranslate()

    def show_cut(self, cut: ContextCut) -> None:
        """Show another summary."""
        if cut != self.cut:
            self.cut = cut
            self.retranslate()
            self.height_changed.emit()

    def start_edit(self) -> None:
        """Open the summary for a change."""
        if self.editor is None:
            self.editor = MessageEditor(self._theme, self.cut.summary, asks=False, parent=self)
            self.editor.show_hint(self.tr("This is what the model knows of what is above. Ctrl+Enter saves."))
            self.editor.height_changed.connect(self.height_changed)
            self.editor.submitted.connect(self._save)
            self.editor.cancelled.connect(self.stop_edit)
            self.editor.show()
            self.editor.take_focus()
            self.height_changed.emit()

    def stop_edit(self) -> None:
        """Close the editor."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
            self.height_changed.emit()

    def retranslate(self) -> None:
        """Set all words again."""
        summary = self.cut.summary
        self.label.setText(
            self.tr("The model knows what is above from its summary")
            if summary
            else self.tr("The model no longer sees what is above")
        )
        self.setAccessibleName(self.label.text())
        self.restore.set_hint(self.tr("Let the model see everything again"))
        self.heading.setText(self.tr("Summary"))
        self.unfold.set_words(self.tr("Show all"))
        self.change.set_hint(self.tr("Change the summary") if summary else self.tr("Write a summary"))
        folded = len(summary) > FOLDED and not self._whole
        self.summary.setText(summary[:FOLDED].rstrip() + "…" if folded else summary)
        self._folded = folded
        if self.editor is not None:
            self.editor.retranslate()

    def fit(self, width: int) -> int:
        """Lay out for a width in pixels and return the height."""
        self.resize(width, self.height())
        button = ACTION.height
        wanted = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 4
        label = min(wanted, width - 2 * button - 16)
        height = max(button, self.label.heightForWidth(label))
        used = label + 2 * button + 8
        left = max(0, (width - used) // 2)
        self._put(self.label, QRect(left, 0, label, height))
        self._put(self.change, QRect(left + label + 8, 0, button, button))
        self._put(self.restore, QRect(left + label + 8 + button, 0, button, button))
        self._line = (left, used, height // 2)
        return self._fit_summary(width, height + 4) + GAP

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, used, middle = self._line
        for start, end in ((0, left - 10), (left + used + 10, self.width())):
            if end > start:
                line = QRect(start, middle, end - start, 1)
                painter.fillRect(self._mirrored(line), self._theme.colour("control_line"))
        if not self._box.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.colour("line"))
            painter.setBrush(self._theme.colour("panel"))
            painter.drawRoundedRect(self._box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    _line = (0, 0, 0)
    _folded = False

    def _fit_summary(self, width: int, top: int) -> int:
        """Place the summary, or its editor, below the line; return where it ends."""
        shown = bool(self.cut.summary) and self.editor is None
        for widget in (self.heading, self.summary):
            widget.setVisible(shown)
        self.unfold.setVisible(shown and self._folded)
        self._box = QRectF()
        if self.editor is not None:
            height = self.editor.fit(width)
            self.editor.setGeometry(0, top, width, height)
            return top + height
        if not shown:
            return top
        inner = width - 2 * PADDING
        heading = self.heading.sizeHint().height()
        text = self.summary.heightForWidth(inner)
        bottom = top + PADDING + heading + 4 + text
        self.heading.setGeometry(PADDING, top + PADDING, inner, heading)
        self.summary.setGeometry(PADDING, top + PADDING + heading + 4, inner, text)
        if self._folded:
            size = self.unfold.sizeHint()
            self._put(self.unfold, QRect(PADDING - ACTION.padding, bottom, size.width(), size.height()))
            bottom += size.height()
        bottom += 4 if self._folded else PADDING
        self._box = QRectF(0, top, width, bottom - top)
        return bottom

    def _put(self, widget: QWidget, place: QRect) -> None:
        widget.setGeometry(self._mirrored(place))

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), QRect(0, 0, self.width(), self.height()), place)

    def _unfold(self) -> None:
        self._whole = True
        self.retranslate()
        self.height_changed.emit()

    def _save(self, text: str) -> None:
        self.stop_edit()
        self.summary_changed.emit(text)
