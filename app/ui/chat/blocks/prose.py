"""Paragraphs, headings, lists, quotes and rules that follow each other: one text, so that it can be selected as one.

While an answer streams only what differs is replaced, letter by letter from the first difference, so that a selection
and a screen reader's place survive, and only the last paragraph is laid out again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.chat.markdown_leaves import Container, Leaf, RuleLeaf, Span, Spans, Style, TextLeaf
from app.ui.chat.blocks.block import Block
from app.ui.chat.blocks.formulas import Formulas
from app.ui.chat.blocks.rare_letters import insert_text
from app.ui.chat.blocks.text_look import TextLook, indent_of, indents
from app.ui.chat.blocks.text_view import LINE_SEPARATOR, TextView
from app.ui.theme import Theme

ReadSpans = Callable[[str], Spans]
QUOTE_BAR = 3
MARKER_GAP = 8
MOST_GAP = 40  # pixels that a quote's bar may begin above its paragraph


class ProseBlock(Block):
    """Shows text leaves, each one paragraph of the document."""

    def __init__(
        self, theme: Theme, read: ReadSpans, formulas: Formulas | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = TextLook(theme, formulas)
        self._read = read
        self._missing: set[str] = set()  # formulas that are still to come
        self._leaves: list[Leaf] = []
        self._spans: list[Spans] = []
        self._first = False
        self.view = _ProseView(theme, self)
        self.view.link_activated.connect(self.link_activated)
        self.retranslate()
        theme.changed.connect(self.redraw)
        if formulas is not None:
            formulas.draw_in(self.view.document())
            formulas.ready.connect(self._formula_ready)

    def retranslate(self) -> None:
        """Set all words again."""
        self.view.setAccessibleName(self.tr("Text"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_leaves(self, leaves: Sequence[Leaf], *, first: bool = False) -> None:
        """Show these leaves; ``first`` ones stand at the top of the answer, without a gap."""
        kept = self._same_leaves(leaves) if first == self._first else 0
        self._first = first
        cursor = QTextCursor(self.view.document())
        cursor.beginEditBlock()
        for index in range(kept, len(leaves)):
            self._put(cursor, index, leaves[index], leaves[index - 1] if index else None)
        self._remove_after(cursor, len(leaves))
        cursor.endEditBlock()
        if not self._leaves:  # the view's own cursor was pushed to the end by what came
            self.view.moveCursor(QTextCursor.MoveOperation.Start)
        self._leaves = list(leaves)
        self.view.leaves = self._leaves
        self.view.allow_keyboard(any(span.link for spans in self._spans for span in spans))

    def redraw(self) -> None:
        """Set everything again: colours, text size or link definitions have changed."""
        leaves, self._leaves, self._spans = self._leaves, [], []
        self._missing.clear()
        self.view.document().clear()
        self.show_leaves(leaves, first=self._first)
        self.height_changed.emit()

    @override
    def prepare(self, width: int) -> None:
        self.view.lay_out(width)

    @override
    def fit(self, width: int) -> int:
        height = self.view.lay_out(width)
        gap = 0 if self._first or not self._leaves else self._look.gap(self._leaves[0])
        self.view.setGeometry(0, gap, width, height)
        return gap + height

    @override
    def anchor(self, y: int) -> tuple[int, int]:
        position = self.view.cursorForPosition(QPoint(0, max(0, y - self.view.y()))).position()
        return position, y - self._line(position)[0]

    @override
    def locate(self, position: int, offset: int) -> int:
        top, height = self._line(min(position, self.view.document().characterCount() - 1))
        return top + min(offset, height)

    def _line(self, position: int) -> tuple[int, int]:
        """Return where the line of a letter begins, and its height."""
        block = self.view.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return self.view.y(), 0
        return self.view.y() + round(block.layout().position().y() + line.y()), round(line.height())

    @override
    def holds_attention(self) -> bool:
        return super().holds_attention() or self.view.textCursor().hasSelection()

    def _formula_ready(self, source: str) -> None:
        if source not in self._missing:
            return
        self._missing.discard(source)
        cursor = QTextCursor(self.view.document())
        cursor.beginEditBlock()
        for index, leaf in enumerate(self._leaves):
            if isinstance(leaf, TextLeaf) and source in leaf.content:
                self._put(cursor, index, leaf, self._leaves[index - 1] if index else None)
        cursor.endEditBlock()
        self.height_changed.emit()

    def _same_leaves(self, leaves: Sequence[Leaf]) -> int:
        pairs = zip(self._leaves, leaves, strict=False)
        return next((i for i, (old, new) in enumerate(pairs) if old != new), min(len(self._leaves), len(leaves)))

    def _put(self, cursor: QTextCursor, index: int, leaf: Leaf, above: Leaf | None) -> None:
        spans = self._spans_of(leaf)
        document = self.view.document()
        if index >= len(self._spans):
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if index:
                cursor.insertBlock()
            self._spans.append(())
        block = document.findBlockByNumber(index)
        kept, old, new = _common(self._spans[index], spans)
        if index >= len(self._leaves) or _shape(self._leaves[index]) != _shape(leaf):
            kept, new = 0, list(spans)
            old = True
        cursor.setPosition(block.position() + kept)
        if old:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        text = "".join(span.text for span in spans)
        layout = self._look.block(leaf, text, self._look.gap(leaf, above) if above else 0)
        if isinstance(leaf, TextLeaf) and leaf.display and any(span.source for span in spans):
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if layout != block.blockFormat():
            cursor.setBlockFormat(layout)
        for span in new:
            insert_text(cursor, span.text.replace("\n", LINE_SEPARATOR), self._look.span(leaf, span))
        if not spans:
            cursor.setBlockCharFormat(self._look.characters(leaf, Style.PLAIN))
        self._spans[index] = spans

    def _spans_of(self, leaf: Leaf) -> Spans:
        if not isinstance(leaf, TextLeaf) or leaf.source:
            return _raw(leaf)
        spans = (Span(leaf.content, Style.MATH),) if leaf.display else self._read(leaf.content)
        spans, missing = self._look.with_formulas(spans)
        self._missing |= missing
        if any(span.style & Style.IMAGE for span in spans):
            return tuple(self._named(span) for span in spans)
        return spans

    def _named(self, span: Span) -> Span:
        """Say that a span stands for an image."""
        if not span.style & Style.IMAGE:
            return span
        return Span(self.tr("Image: {description}").format(description=span.text), span.style, span.link)

    def _remove_after(self, cursor: QTextCursor, count: int) -> None:
        if count >= len(self._spans):
            return
        if count == 0:
            self.view.document().clear()
        else:
            last = self.view.document().findBlockByNumber(count - 1)
            layout, look = last.blockFormat(), last.charFormat()
            cursor.setPosition(last.position() + last.length() - 1)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            # Qt gives an empty paragraph the look of the one that is joined to it
            cursor.setBlockFormat(layout)
            cursor.setBlockCharFormat(look)
        del self._spans[count:]


class _ProseView(TextView):
    """Paints what stands beside the text: list markers, quote bars, rules."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.leaves: list[Leaf] = []
        # Otherwise all eleven widgets below this one are painted again for every word that streams.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("background"))
        if any(leaf.path or isinstance(leaf, RuleLeaf) for leaf in self.leaves):
            self._paint_leaves(painter, event.rect())
        painter.end()
        super().paintEvent(event)

    def _paint_leaves(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what stands beside those that are seen: while text streams, this is done ten times a second."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.reading_font())
        block = self.document().firstBlock()
        for index, leaf in enumerate(self.leaves):
            if not block.isValid():
                break
            if leaf.path or isinstance(leaf, RuleLeaf):
                layout = block.layout()
                top = layout.position().y()
                if top - MOST_GAP > exposed.bottom():
                    break
                if top + layout.boundingRect().bottom() >= exposed.top():
                    self._paint_leaf(painter, block, leaf, index)
            block = block.next()

    def _paint_leaf(self, painter: QPainter, block: QTextBlock, leaf: Leaf, index: int) -> None:
        top = block.layout().position().y()
        area = QRectF(0, top, self.width(), block.layout().boundingRect().bottom())
        right_to_left = block.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
        if isinstance(leaf, RuleLeaf):
            painter.fillRect(QRectF(0, round(area.center().y()), self.width(), 1), self._theme.colour("line"))
        self._paint_quotes(painter, leaf, self._quote_area(area, block, index), right_to_left=right_to_left)
        if isinstance(leaf, TextLeaf) and leaf.marker:
            self._paint_marker(painter, block, leaf, right_to_left=right_to_left)

    def _quote_area(self, area: QRectF, block: QTextBlock, index: int) -> QRectF:
        """Close the gap to the paragraph above when it lies in the same quote."""
        within = index > 0 and Container.QUOTE in self.leaves[index - 1].path
        return area.adjusted(0, -block.blockFormat().topMargin() if within else 0, 0, 0)

    def _paint_quotes(self, painter: QPainter, leaf: Leaf, area: QRectF, *, right_to_left: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        offset = 0
        for container, width in zip(leaf.path, indents(leaf, self._theme.text_size), strict=False):
            if container is Container.QUOTE:
                left = self.width() - offset - QUOTE_BAR if right_to_left else offset
                painter.drawRect(QRectF(left, area.top(), QUOTE_BAR, area.height()))
            offset += width

    def _paint_marker(self, painter: QPainter, block: QTextBlock, leaf: TextLeaf, *, right_to_left: bool) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        painter.setLayoutDirection(block.blockFormat().layoutDirection())
        painter.setPen(self._theme.colour("muted"))
        baseline = block.layout().position().y() + line.y() + line.ascent()
        width = painter.fontMetrics().horizontalAdvance(leaf.marker)
        edge = indent_of(leaf, self._theme.text_size)
        if right_to_left:
            painter.drawText(QPointF(self.width() - max(edge - MARKER_GAP, width), baseline), leaf.marker)
        else:
            painter.drawText(QPointF(max(0.0, edge - MARKER_GAP - width), baseline), leaf.marker)


def _raw(leaf: Leaf) -> Spans:
    return (Span(leaf.content),) if isinstance(leaf, TextLeaf) else ()


def _shape(leaf: Leaf) -> object:
    """What the characters' format depends on besides the spans."""
    return (leaf.level, leaf.source, leaf.path, leaf.display) if isinstance(leaf, TextLeaf) else leaf.path


def _common(old: Spans, new: Spans) -> tuple[int, bool, list[Span]]:
    """Compare two texts; return the length of the common start in UTF-16 units, whether old text is left, new spans."""
    length = 0
    for index, (before, after) in enumerate(zip(old, new, strict=False)):
        if before == after:
            length += _units(before.text)
            continue
        if _alike(before, after) and after.text.startswith(before.text):
            rest = after.text[len(before.text) :]
            length += _units(before.text)
            return length, len(old) > index + 1, [Span(rest, after.style, after.link), *new[index + 1 :]]
        return length, True, list(new[index:])
    return length, len(old) > len(new), list(new[len(old) :])


def _alike(before: Span, after: Span) -> bool:
    """Say whether two spans look the same, whatever their text."""
    return (before.style, before.link, before.source) == (after.style, after.link, after.source)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
