"""How text in the conversation is set: sizes, spacing, colours. One place for every block."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from app.chat.markdown_leaves import Container, Leaf, RuleLeaf, Span, Spans, Style, TextLeaf
from app.ui.chat.blocks.formulas import OBJECT, Formulas
from app.ui.theme import TEXT_SIZE, Theme
from app.ui.widgets.direction import starts_right_to_left

LINE = 1.55  # line height over text size
PARAGRAPH_GAP = 10
ITEM_GAP = 4
HEADING_GAP = 20
HEADING_SIZES = {1: 20, 2: 17}
ITEM_INDENT = 26
QUOTE_INDENT = 16
USUAL_MARKER = 3  # characters; a longer one moves its line in
LEAST_GAP = 4  # pixels between such a marker and its text
MAX_DEPTH = 6  # deeper nesting is not indented any further
RULE_HEIGHT = 9


class TextLook:
    """Formats made from the theme in use; ask again after ``theme.changed``."""

    def __init__(self, theme: Theme, formulas: Formulas | None = None) -> None:
        self._theme = theme
        self._formulas = formulas
        self._made: dict[tuple[int, Style, bool, bool], QTextCharFormat] = {}
        theme.changed.connect(self._made.clear)

    def line_height(self, leaf: Leaf) -> int:
        """Return the least height of a line in pixels."""
        return round(self.font_size(leaf) * LINE)

    def font_size(self, leaf: Leaf) -> int:
        """Return the size of a leaf's text in pixels."""
        level = leaf.level if isinstance(leaf, TextLeaf) else 0
        return self._theme.scaled(HEADING_SIZES.get(level, TEXT_SIZE))

    def block(self, leaf: Leaf, text: str, gap: int = 0) -> QTextBlockFormat:
        """Return the paragraph format of a leaf. ``text`` decides its direction; ``gap`` is the space above."""
        layout = QTextBlockFormat()
        right_to_left = starts_right_to_left(text)
        layout.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        indent = indent_of(leaf, self._theme.text_size)
        layout.setLeftMargin(0 if right_to_left else indent)
        layout.setRightMargin(indent if right_to_left else 0)
        layout.setTopMargin(gap)
        if isinstance(leaf, TextLeaf) and len(leaf.marker) > USUAL_MARKER:
            width = QFontMetricsF(self._theme.reading_font()).horizontalAdvance(leaf.marker)
            layout.setTextIndent(max(0.0, width + LEAST_GAP - indent))
        if isinstance(leaf, RuleLeaf):
            layout.setLineHeight(RULE_HEIGHT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        else:
            layout.setLineHeight(self.line_height(leaf), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        return layout

    def gap(self, leaf: Leaf, above: Leaf | None = None) -> int:
        """Return the space above a leaf in pixels, given the leaf above it if that is known."""
        if not isinstance(leaf, TextLeaf):
            return PARAGRAPH_GAP
        if leaf.level:
            return HEADING_GAP
        begins = above is not None and Container.ITEM not in above.path
        follows_heading = isinstance(above, TextLeaf) and above.level > 0
        return ITEM_GAP if leaf.tight and (follows_heading or not begins) else PARAGRAPH_GAP

    def characters(self, leaf: Leaf, style: Style, link: str = "") -> QTextCharFormat:
        """Return the format of one span."""
        quoted = Container.QUOTE in leaf.path
        level, source = (leaf.level, leaf.source) if isinstance(leaf, TextLeaf) else (0, False)
        known = self._made.get((level, style, quoted, source))
        if known is None:
            known = self._made[level, style, quoted, source] = self._make(leaf, style)
        if not link:
            return known
        look = QTextCharFormat(known)
        look.setAnchor(True)
        look.setAnchorHref(link)
        look.setForeground(self._theme.colour("accent"))
        look.setFontUnderline(True)
        return look

    def span(self, leaf: Leaf, span: Span) -> QTextCharFormat:
        """Return the format of a span, also of one that stands for a formula."""
        if span.source and self._formulas is not None:
            colour = self._theme.colour("accent") if span.link else self.colour(leaf)
            return self._formulas.look(span.source, self.font_size(leaf), colour)
        return self.characters(leaf, span.style, span.link)

    def with_formulas(self, spans: Spans) -> tuple[Spans, set[str]]:
        """Replace formulas by the character that stands for each; return also the sources of those still to come."""
        if self._formulas is None or not any(span.style & Style.MATH for span in spans):
            return spans, set()
        result, missing = list[Span](), set[str]()
        for span in spans:
            if not span.style & Style.MATH:
                result.append(span)
            elif self._formulas.shape(span.text) is None:
                missing.add(span.text)
                result.append(span)
            else:
                result.append(Span(OBJECT, span.style, span.link, span.text))
        return tuple(result), missing

    def _make(self, leaf: Leaf, style: Style) -> QTextCharFormat:
        look = QTextCharFormat()
        size = self.font_size(leaf)
        bold = bool(style & Style.BOLD) or (isinstance(leaf, TextLeaf) and leaf.level > 0)
        font = self._theme.reading_font(size, bold=bold)
        if style & Style.CODE or (isinstance(leaf, TextLeaf) and leaf.source):
            font = self._theme.code_font()
            font.setPixelSize(max(10, size - 2))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            look.setBackground(self._theme.colour("code"))
        font.setItalic(bool(style & (Style.ITALIC | Style.MATH)))
        font.setStrikeOut(bool(style & Style.STRIKE))
        look.setFont(font)
        look.setForeground(self.colour(leaf))
        if style & Style.NOTE:
            look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            look.setForeground(self._theme.colour("accent"))
        return look

    def colour(self, leaf: Leaf) -> QColor:
        """Return the colour of a leaf's text: quotes are quieter."""
        return self._theme.colour("muted" if Container.QUOTE in leaf.path else "text")


def indent_of(leaf: Leaf, text_size: int) -> int:
    """Return how far a leaf is moved in, in pixels. ``text_size``: of the conversation, in pixels."""
    return sum(indents(leaf, text_size))


def indents(leaf: Leaf, text_size: int) -> list[int]:
    """Return the width of each container of a leaf, outermost first; a larger text has larger markers."""
    item = round(ITEM_INDENT * max(1, text_size / TEXT_SIZE))
    return [QUOTE_INDENT if one is Container.QUOTE else item for one in leaf.path[:MAX_DEPTH]]
