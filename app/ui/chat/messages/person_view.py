"""A person's message: a bubble at the end side, plain text only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.chat.conversation import AttachmentPart, Message
from app.ui.chat.blocks.rare_letters import insert_text, width_of
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.messages.acting_view import ActingView
from app.ui.chat.messages.action_button import ACTION, ActionButton
from app.ui.chat.messages.action_row import Action, lay_out_actions, set_actions_quiet
from app.ui.chat.messages.message_menu import Entry
from app.ui.chat.messages.message_view import BLEED, TranscriptSession
from app.ui.theme import Theme
from app.ui.widgets.direction import starts_right_to_left

if TYPE_CHECKING:
    from app.ui.chat.attachments.sent import SentDocuments

SHARE = 0.8  # of the column, at most
PADDING_X = 14
ABOVE, BELOW = 8, 12  # the height that a line has more than its letters stands above them
RADIUS = 14
LINE = 1.55
COLLAPSED_LINES = 12
COLLAPSED_CHARACTERS = 900
PAGE = 16_000  # characters that one press of "Show more" adds
PIECE = 4000  # an unbroken line is cut here: laying one line out takes as long as its square
MEASURED = 400  # characters: a longer message takes the whole width anyway


class PersonView(ActingView):
    """Shows the text of one message of the person."""

    _asks = True
    gap = 8  # the row of actions keeps the distance

    def __init__(self, theme: Theme, session: TranscriptSession, parent: QWidget | None = None) -> None:
        super().__init__(theme, session, parent)
        self._text = ""
        self._shown = 0  # characters
        self._stale = False  # the document has another text than this
        self._bubble = QRectF()
        self._hovered = False
        self.view = TextView(self)
        self.documents: SentDocuments | None = None
        self.unfold = ActionButton(theme, "chevron_down", self)
        self.row = QWidget(self)
        self.change = ActionButton(theme, "edit", self.row)
        self.copy = ActionButton(theme, "copy", self.row)
        for shared in (self.versions, self.more):
            shared.setParent(self.row)
        self.unfold.clicked.connect(self._show_more)
        self.change.clicked.connect(self.start_edit)
        self.copy.clicked.connect(self._copy)
        self.view.cursorPositionChanged.connect(self._refresh_actions)
        theme.changed.connect(self._redraw)
        self.retranslate()

    @property
    def collapsed(self) -> bool:
        """Whether some of the text is not shown."""
        return self._shown < len(self._text)

    @override
    def show_message(self, message: Message) -> None:
        self._message = message
        self._show_documents(message.attachments)
        self._show_versions()
        self.show_cut()
        if message.text != self._text:
            self._text = message.text
            self._shown = len(self._text) if _is_short(self._text) else _first_lines(self._text)
            self._redraw()
        else:
            self.height_changed.emit()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(self.tr("You"))
        if self.documents is not None:
            self.documents.retranslate()
        self.view.setAccessibleName(self.tr("Your message"))
        more = self.tr("Show all") if len(self._text) - self._shown <= PAGE else self.tr("Show more")
        self.unfold.set_words(more, self.tr("Show more of this message"))
        self.copy.set_hint(self.tr("Copy this message"))
        self.change.set_hint(self.tr("Change this message and ask again"))

    @override
    def fit(self, width: int) -> int:
        top = self.fit_divider(width)
        if self.editor is not None:
            height = self.editor.fit(width)
            self.editor.setGeometry(BLEED, top, width, height)
            return top + height + ACTION.height
        if self.documents is not None:
            height = self.documents.fit(width)
            self.documents.setGeometry(BLEED, top, width, height)
            top += height
        below = self._fit_bubble(width, top)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        unfold = self.unfold.sizeHint().width() if self.collapsed else 0
        self.unfold.setVisible(self.collapsed)
        self.unfold.setGeometry(BLEED if mirrored else BLEED + width - unfold, below, unfold, ACTION.height)
        room = width - unfold
        self.row.setGeometry(BLEED + unfold if mirrored else BLEED, below, room, ACTION.height)
        lay_out_actions(self.row, self._actions(), room, from_end=True)
        self._refresh_actions()
        self.update()
        return below + ACTION.height

    @override
    def editor_changed(self) -> None:
        for widget in filter(None, (self.view, self.row, self.documents)):
            widget.setVisible(self.editor is None)
        self.unfold.setVisible(self.editor is None and self.collapsed)
        self.update()
        self.height_changed.emit()

    @override
    def entries(self) -> list[Entry]:
        return [
            Entry("copy", self.tr("Copy"), self._copy),
            Entry("edit", self.tr("Change and ask again"), self.start_edit),
            *self._common_entries(),
        ]

    @override
    def set_hovered(self, *, hovered: bool) -> None:
        self._hovered = hovered
        self._refresh_actions()

    @override
    def holds_attention(self) -> bool:
        return super().holds_attention() or self.view.textCursor().hasSelection()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.editor is not None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bubble"))
        if self._text:
            painter.drawRoundedRect(self._bubble, RADIUS, RADIUS)

    def _show_documents(self, parts: Sequence[AttachmentPart]) -> None:
        if not parts or (self.documents is not None and self.documents.parts == list(parts)):
            return
        from app.ui.chat.attachments.sent import SentDocuments  # noqa: PLC0415 - few messages have any

        if self.documents is not None:
            self.documents.deleteLater()
        self.documents = SentDocuments(self._theme, parts, lambda: self._session.messages, self)
        self.documents.show()

    def _refresh_actions(self) -> None:
        """Invisible but there, so that the Tab key reaches them."""
        set_actions_quiet(self._actions(), quiet=not (self._hovered or self.view.hasFocus()))

    def _actions(self) -> tuple[Action, ...]:
        return (self.versions, self.copy, self.change, self.more)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _fit_bubble(self, width: int, top: int) -> int:
        """Place the text in its bubble and return where that ends."""
        self.view.setVisible(bool(self._text))
        if not self._text:
            return top
        text = self._text_width(max(60, int(width * SHARE)) - 2 * PADDING_X)
        if self._stale:
            self.view.document().clear()
            self.view.lay_out(text)  # so that what comes is laid out for this width only
            self._fill()
        height = self.view.lay_out(text)
        bubble = text + 2 * PADDING_X
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = BLEED if mirrored else BLEED + width - bubble
        below = height + ABOVE + BELOW
        self._bubble = QRectF(left, top, bubble, below)
        self.view.setGeometry(left + PADDING_X, top + ABOVE, text, height)
        return top + below

    def _text_width(self, widest: int) -> int:
        if len(self._text) > MEASURED:
            return widest
        font = self._theme.reading_font()
        natural = max(width_of(line, font) for line in self._text.split("\n"))
        return min(widest, int(natural) + 3)

    def _show_more(self) -> None:
        self._shown = min(len(self._text), self._shown + PAGE)
        self._redraw()

    def _redraw(self) -> None:
        self._stale = True
        self.retranslate()
        self.height_changed.emit()

    def _fill(self) -> None:
        self._stale = False
        cursor = QTextCursor(self.view.document())
        cursor.beginEditBlock()
        look = QTextCharFormat()
        look.setFont(self._theme.reading_font())
        look.setForeground(self._theme.colour("text"))
        text = self._text[: self._shown] + ("…" if self.collapsed else "")
        paragraphs = [line[i : i + PIECE] for line in text.split("\n") for i in range(0, len(line) or 1, PIECE)]
        for index, paragraph in enumerate(paragraphs):
            layout = self._paragraph(paragraph)
            if index:
                cursor.insertBlock(layout)
            else:
                cursor.setBlockFormat(layout)
            insert_text(cursor, paragraph, look)
        cursor.endEditBlock()

    def _paragraph(self, text: str) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        height = round(self._theme.text_size * LINE)
        layout.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        right_to_left = starts_right_to_left(text)
        layout.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        return layout


def _is_short(text: str) -> bool:
    return len(text) <= COLLAPSED_CHARACTERS * 1.3 and text.count("\n") < COLLAPSED_LINES + 3


def _first_lines(text: str) -> int:
    """Return how many characters the first lines have."""
    end = 0
    for _ in range(COLLAPSED_LINES):
        end = text.find("\n", end) + 1
        if not end:
            break
    cut = min(end - 1 if end else len(text), COLLAPSED_CHARACTERS)
    space = text.rfind(" ", cut - 40, cut)
    return space if space > 0 and cut == COLLAPSED_CHARACTERS else cut
