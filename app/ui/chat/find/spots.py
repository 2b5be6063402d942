"""Where a hit is in the widgets of a message, and how all of them are lit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.chat.search_text import fold, places
from app.ui.chat.blocks.block import Block
from app.ui.chat.blocks.code_view import CodeView
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.find.texts import THOUGHTS, MessageText
from app.ui.chat.messages.assistant_view import HEAD, AssistantView
from app.ui.chat.messages.message_view import Anchor, MessageView
from app.ui.chat.messages.person_view import PersonView
from app.ui.chat.messages.reasoning_pane import PaneBody
from app.ui.theme import Theme

Ranges = list[tuple[int, int]]
"""Positions in a document, the end excluded."""
OTHERS = 70  # of 255: how much of the colour behind hits that are not the current one


@dataclass(frozen=True)
class Spot:
    """A hit on the screen: in which text, from where to where, and what of the message is gone to."""

    view: TextView
    start: int
    end: int
    anchor: Anchor
    y: int  # pixels below the top of the message


def thoughts_open(view: MessageView | None) -> bool:
    """Say whether all thoughts of a message are shown."""
    return isinstance(view, AssistantView) and view.pane is not None and view.pane.body is PaneBody.OPEN


def find_spot(message: MessageView, text: MessageText, place: tuple[int, int], lead: int) -> Spot | None:
    """Return where a hit is; None while its widgets are not there, and what leads to them has been begun.

    ``lead``: pixels above it that should be seen.
    """
    number, which = place
    if isinstance(message, AssistantView):
        if number == THOUGHTS:
            return _in_thoughts(message, text.term, which, lead)
        return _in_answer(message, text, number, which, lead)
    if isinstance(message, PersonView):
        found = ranges_in(message.view, text.term)
        if which >= len(found) and message.collapsed:
            message.unfold.click()
            return None
        return _spot(message, message.view, found, which, (-1, -lead))
    return None


def rough_anchor(message: MessageView | None, text: MessageText, number: int) -> Anchor:
    """Return what leads near a hit before its widgets exist."""
    if isinstance(message, AssistantView) and number != THOUGHTS:
        return (text.piece(number).segment, 0)
    return (-1, 0)


def ranges_in(view: TextView, term: str, block: int = -1) -> Ranges:
    """Return where a folded term is in a document, or in one of its paragraphs."""
    document = view.document()
    text, start = document.toPlainText(), 0
    if block >= 0:
        paragraph = document.findBlockByNumber(block)
        text, start = paragraph.text(), paragraph.position()
    if not term or term not in fold(text):
        return []
    found = places(text, term)
    if text.isascii() or max(text) <= "\uffff":
        return [(start + first, start + end) for first, end in found]
    return [(start + _units(text[:first]), start + _units(text[:end])) for first, end in found]


class Lights:
    """Lights every hit in the texts of a message; a text is looked through again only after it has changed."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lit: WeakKeyDictionary[TextView, tuple[object, ...]] = WeakKeyDictionary()

    def light(self, message: MessageView, term: str, current: Spot | None) -> None:
        """Light this term; "" puts all lights out."""
        for view, paragraphs in _texts(message):
            mine = current if current is not None and current.view is view else None
            key = (term, view.document().revision(), mine and (mine.start, mine.end), self._theme.colour("text").name())
            if self._lit.get(view, ("",))[0] == term == "" or self._lit.get(view) == key:
                continue
            self._lit[view] = key
            blocks = range(view.document().blockCount()) if paragraphs else (-1,)
            found = [one for block in blocks for one in ranges_in(view, term, block)]
            looks = self._look(current=False), self._look(current=True)
            now = (mine.start, mine.end) if mine is not None else None
            view.setExtraSelections([_light(view, one, looks[one == now]) for one in found])

    def _look(self, *, current: bool) -> QTextCharFormat:
        behind = QColor(self._theme.colour("accent" if current else "warn"))
        if not current:
            behind.setAlpha(OTHERS)
        look = QTextCharFormat()
        look.setBackground(behind)
        look.setForeground(self._theme.colour("on_accent" if current else "text"))
        return look


def _light(view: TextView, place: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    lit, cursor = QTextEdit.ExtraSelection(), _cursor(view, place)
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    lit.cursor, lit.format = cursor, look
    return lit


def _texts(message: MessageView) -> Iterator[tuple[TextView, bool]]:
    """Yield the texts of a message that can be searched, and whether each paragraph is searched by itself."""
    if isinstance(message, PersonView):
        yield message.view, False
    elif isinstance(message, AssistantView):
        if message.pane is not None and thoughts_open(message):
            yield message.pane.thoughts, False
        for block in message.answer.blocks():
            view = _text_of(block)
            if view is not None:
                yield view, isinstance(block, ProseBlock)


def _text_of(block: Block) -> TextView | None:
    view = getattr(block, "view", None)
    return view if isinstance(view, TextView) else None


def _in_thoughts(message: AssistantView, term: str, which: int, lead: int) -> Spot | None:
    if message.pane is None or not thoughts_open(message):
        return None
    view = message.pane.thoughts
    found = ranges_in(view, term)
    if which >= len(found):
        return None
    cursor = _cursor(view, found[which])
    below = view.cursorRect(cursor)
    if not view.viewport().rect().contains(below.center()):
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + below.top() - view.viewport().height() // 3)
    return _spot(message, view, found, which, (HEAD, -lead))


def _in_answer(message: AssistantView, text: MessageText, number: int, which: int, lead: int) -> Spot | None:
    piece = text.piece(number)
    block = message.answer.block_at(piece.segment)
    view = _text_of(block) if block is not None else None
    if block is None or view is None:
        return None
    prose = isinstance(block, ProseBlock)
    found = ranges_in(view, text.term, piece.leaf if prose else -1)
    if which >= len(found) and isinstance(view, CodeView) and view.hidden_lines:
        view.show_all()
    if which >= len(found):
        return None
    if prose:
        return _spot(message, view, found, which, (piece.segment, 0, found[which][0], -lead))
    inside = view.viewport().mapTo(block, _rect(view, found[which]).topLeft()).y()
    return _spot(message, view, found, which, (piece.segment, inside - lead))


def _spot(message: MessageView, view: TextView, found: Ranges, which: int, anchor: Anchor) -> Spot | None:
    """Bring a hit into its text's view sideways, and say where it is. An anchor that only leads gets its height."""
    if which >= len(found):
        return None
    rect, bar = _rect(view, found[which]), view.horizontalScrollBar()
    if bar.maximum() and not 0 <= rect.left() < view.viewport().width() - 8:
        bar.setValue(bar.value() + rect.left() - view.viewport().width() // 2)
    y = _top(view, rect, message)
    if anchor[0] in {-1, HEAD}:
        anchor = (anchor[0], y + anchor[1])
    return Spot(view, *found[which], anchor, y)


def _top(view: TextView, rect: QRect, message: QWidget) -> int:
    return view.viewport().mapTo(message, rect.topLeft()).y()


def _rect(view: TextView, place: tuple[int, int]) -> QRect:
    return view.cursorRect(_cursor(view, place))


def _cursor(view: TextView, place: tuple[int, int]) -> QTextCursor:
    cursor = QTextCursor(view.document())
    cursor.setPosition(place[0])
    return cursor


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
