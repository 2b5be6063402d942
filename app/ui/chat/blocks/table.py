"""A table: its own sideways scroll, a header row, aligned columns, and its text as the model wrote it when asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from app.chat.markdown_leaves import Alignment, Style, TableLeaf, TextLeaf
from app.ui.chat.blocks.block import Block
from app.ui.chat.blocks.formulas import Formulas
from app.ui.chat.blocks.prose import ReadSpans
from app.ui.chat.blocks.rare_letters import insert_text
from app.ui.chat.blocks.text_look import PARAGRAPH_GAP, TextLook, indent_of
from app.ui.chat.blocks.text_view import LINE_SEPARATOR, TextView, plain_text
from app.ui.theme import Theme
from app.ui.widgets.direction import starts_right_to_left
from app.ui.widgets.flat_button import FlatButton, Look

MAX_COLUMNS = 24
CELL_PADDING = 8
CELLS_PER_STEP = 64
LEAST_WIDTH = 160
FORMULAS_MS = 120  # in which formulas gather before they are shown
ENDLESS = re.compile("[!-\u2dff]{33}")  # a word, but no Chinese, which breaks anywhere
RADIUS = 10
GAP = PARAGRAPH_GAP + 2
BUTTON = Look(height=32, padding=8, gap=6, icon_size=15, font_size=12, text="muted", background="background")


class TableBlock(Block):
    """Shows one ``TableLeaf``; one with too many columns is cut and offers its text."""

    def __init__(
        self, theme: Theme, read: ReadSpans, formulas: Formulas | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._read = theme, read
        self._look = TextLook(theme, formulas)
        self._missing: set[str] = set()  # formulas that are still to come
        self._leaf = TableLeaf((), (), (), "")
        self._first = False
        self._as_text = False
        self.view = _TableView(self)
        self.view.link_activated.connect(self.link_activated)
        self.copy = FlatButton(theme, BUTTON, "copy", self)
        self.text = FlatButton(theme, BUTTON, "file", self)
        self.text.setCheckable(True)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._leaf.source))
        self.text.toggled.connect(self._show_as_text)
        self._again = QTimer(self, interval=FORMULAS_MS, singleShot=True)
        self._again.timeout.connect(self.redraw)
        self._filler = QTimer(self, interval=0, singleShot=True)
        self._filler.timeout.connect(self._fill_more)
        theme.changed.connect(self.redraw)
        if formulas is not None:
            formulas.draw_in(self.view.document())
            formulas.ready.connect(self._formula_ready)
        self.retranslate()

    @property
    def cut(self) -> bool:
        """Whether the table has more than is shown."""
        return len(self._leaf.header) > MAX_COLUMNS

    def show_leaf(self, leaf: TableLeaf, *, first: bool = False) -> None:
        """Show this table; ``first`` stands at the top of the answer, without a gap."""
        old, self._leaf = self._leaf, leaf
        table = self.view.table
        same = (leaf.header, leaf.alignments, leaf.path) == (old.header, old.alignments, old.path)
        if not same or first != self._first or table is None:
            self._first = first
            self.redraw()
        elif leaf.rows != old.rows:
            self._change_rows(table, old.rows)

    def redraw(self) -> None:
        """Set everything again."""
        document = self.view.document()
        document.clear()
        self.view.table = None
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        if self._as_text:
            leaf = TextLeaf(self._leaf.source, source=True)
            cursor.setBlockFormat(self._look.block(leaf, ""))
            insert_text(cursor, self._leaf.source, self._look.characters(leaf, Style.PLAIN))
        elif self._leaf.header:
            self._fill(cursor)
        cursor.endEditBlock()
        self.view.setAccessibleName(self.tr("Table"))
        self.height_changed.emit()

    def retranslate(self) -> None:
        """Set all words again."""
        self.copy.set_words(self.tr("Copy"), self.tr("Copy this table as text"))
        self.text.set_words(self.tr("Show as text"), self.tr("This table is too large to be shown whole"))
        self.view.setAccessibleName(self.tr("Table"))

    @override
    def fit(self, width: int) -> int:
        top = 0 if self._first else GAP
        left = indent_of(self._leaf, self._theme.text_size)
        inner = self.view.natural_width(width - left)
        height = self.view.lay_out(inner)
        mirrored = self.view.right_to_left
        self.view.setGeometry(width - left - inner if mirrored else left, top, inner, height)
        self.text.setVisible(self.cut)
        bottom = top + height
        if self.cut:
            self.text.setGeometry(left, bottom + 4, self.text.sizeHint().width(), BUTTON.height)
            bottom += BUTTON.height + 4
        size = self.copy.sizeHint()
        edge = self.view.x() + 4 if mirrored else self.view.geometry().right() - size.width() - 3
        self.copy.setGeometry(edge, top + 3, size.width(), BUTTON.height)
        self._show_copy()
        return bottom

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self._show_copy()
        elif event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)

    @override
    def holds_attention(self) -> bool:
        return super().holds_attention() or self.view.textCursor().hasSelection() or self._as_text

    def _formula_ready(self, source: str) -> None:
        if source in self._missing:
            self._missing.discard(source)
            if not self._again.isActive():
                self._again.start()  # a table has many, and is filled again once

    def _show_copy(self) -> None:
        self.copy.setVisible(self.underMouse() or self.copy.hasFocus() or self.view.hasFocus())

    def _show_as_text(self, shown: bool) -> None:
        self._as_text = shown
        self.redraw()

    def _fill(self, cursor: QTextCursor) -> None:
        columns = min(len(self._leaf.header), MAX_COLUMNS)
        rows = self._leaf.rows[: max(1, CELLS_PER_STEP // columns)]
        self.view.right_to_left = starts_right_to_left(" ".join(self._leaf.header))
        self.view.keep_words((self._leaf.header, *self._leaf.rows))
        table = cursor.insertTable(1 + len(rows), columns, self._table_format(columns))
        for row, cells in enumerate((self._leaf.header, *rows)):
            for column, cell in enumerate(cells[:columns]):
                self._fill_cell(table, row, column, cell)
        self.view.table = table
        if len(rows) < len(self._leaf.rows):
            self._filler.start()
        last = QTextCursor(self.view.document())
        last.movePosition(QTextCursor.MoveOperation.End)
        tiny = QTextBlockFormat()  # a document cannot end with a table: the paragraph after it is made invisible
        tiny.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        last.setBlockFormat(tiny)

    def _fill_more(self) -> None:
        if self.view.table is not None:
            self._change_rows(self.view.table, self._leaf.rows)
            self.height_changed.emit()

    def _change_rows(self, table: QTextTable, old: tuple[tuple[str, ...], ...]) -> None:
        """Fill only the rows that are new or different: the last ones, while the table is being written."""
        same = next((i for i, (a, b) in enumerate(zip(old, self._leaf.rows, strict=False)) if a != b), len(old))
        same = min(same, table.rows() - 1)
        step = max(1, CELLS_PER_STEP // table.columns())
        rows = self._leaf.rows[: same + step]
        if len(rows) < len(self._leaf.rows):
            self._filler.start()
        self.view.keep_words(self._leaf.rows[same:])
        cursor = QTextCursor(self.view.document())
        filled = table.rows() - 1
        cursor.beginEditBlock()
        if table.rows() > 1 + len(rows):
            table.removeRows(1 + len(rows), table.rows() - 1 - len(rows))
        if table.rows() < 1 + len(rows):
            table.appendRows(1 + len(rows) - table.rows())
        for row in range(same, len(rows)):
            for column in range(table.columns()):
                before = old[row][column] if row < len(old) else None
                if rows[row][column] != before or row >= filled:
                    self._fill_cell(table, 1 + row, column, rows[row][column])
        cursor.endEditBlock()

    def _table_format(self, columns: int) -> QTextTableFormat:
        layout = QTextTableFormat()
        layout.setCellSpacing(0)
        layout.setCellPadding(CELL_PADDING)
        layout.setBorder(0)
        layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        layout.setHeaderRowCount(1)
        layout.setMargin(0)
        layout.setColumnWidthConstraints([QTextLength()] * columns)
        if self.view.right_to_left:
            layout.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return layout

    def _fill_cell(self, table: QTextTable, row: int, column: int, content: str) -> None:
        leaf = TextLeaf(content)
        spans, missing = self._look.with_formulas(self._read(content))
        self._missing |= missing
        cell = table.cellAt(row, column)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        block = self._look.block(leaf, "".join(span.text for span in spans))
        block.setAlignment(self._side(self._leaf.alignments[column]))
        cursor.setBlockFormat(block)
        for span in spans:
            shown = replace(span, style=span.style | Style.BOLD) if row == 0 else span
            insert_text(cursor, span.text.replace("\n", LINE_SEPARATOR), self._look.span(leaf, shown))

    def _side(self, alignment: Alignment) -> Qt.AlignmentFlag:
        """Columns keep their side, whatever direction a single cell has."""
        if alignment is Alignment.CENTRE:
            return Qt.AlignmentFlag.AlignHCenter
        right = (alignment is Alignment.END) != self.view.right_to_left
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(self.view.geometry()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setClipRect(self.view.geometry())
        for index, line in enumerate(self.view.row_lines()):
            painter.setPen(QPen(self._theme.colour("control_line" if index == 0 else "line"), 1))
            painter.drawLine(round(frame.left()), line + self.view.y(), round(frame.right()), line + self.view.y())


class _TableView(TextView):
    """The text of a table; wider than its place it scrolls sideways."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table: QTextTable | None = None
        self.right_to_left = False
        self._narrow = False  # it was laid out for less than it may have
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    def keep_words(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Break words only where one has no end; else the table becomes wider than its place and scrolls."""
        endless = any(ENDLESS.search(cell) for cells in rows for cell in cells[:MAX_COLUMNS])
        mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if endless else QTextOption.WrapMode.WordWrap
        if mode != self.wordWrapMode() and (endless or self.table is None):
            self.setWordWrapMode(mode)

    def natural_width(self, widest: int) -> int:
        """Return how wide the table would like to be, at most ``widest``."""
        if not self._narrow or self._document.textWidth() != widest:
            self._document.setTextWidth(widest)
        ideal = max(LEAST_WIDTH, round(self._document.idealWidth()) + 1)
        self._narrow = ideal < widest
        return min(widest, ideal)

    @override
    def lay_out(self, width: int) -> int:
        height = super().lay_out(width)
        bar = self.horizontalScrollBar()
        return height + (bar.sizeHint().height() if self._document.size().width() > width + 1 else 0)

    @override
    def ends(self) -> tuple[int, int]:
        """Return those in the cells: around them are paragraphs that nobody sees."""
        if self.table is None:
            return super().ends()
        return self.table.firstPosition(), self.table.lastPosition()

    @override
    def selected_text(self) -> str:
        """Return whole cells as programs for tables take them: a tab between two, a line for each row."""
        table = self.table
        if table is None:
            return super().selected_text()
        first_row, rows, first_column, columns = self._selected_cells(table)
        return (
            "\n".join(
                "\t".join(_cell_text(table, row, column) for column in range(first_column, first_column + columns))
                for row in range(first_row, first_row + rows)
            )
            or super().selected_text()
        )

    def _selected_cells(self, table: QTextTable) -> tuple[int, int, int, int]:
        """Return first row, rows, first column, columns; no rows when it is all in one cell."""
        cursor = self.textCursor()
        if cursor.selectionStart() < table.firstPosition() and cursor.selectionEnd() > table.lastPosition():
            return 0, table.rows(), 0, table.columns()
        found = cursor.selectedTableCells() if cursor.hasComplexSelection() else None
        return found if isinstance(found, tuple) else (0, 0, 0, 0)

    def row_lines(self) -> list[int]:
        """Return where the lines between the rows run, in pixels from the top."""
        if self.table is None:
            return []
        layout = self._document.documentLayout()
        tops = []
        for row in range(1, self.table.rows()):
            block = self.table.cellAt(row, 0).firstCursorPosition().block()
            tops.append(round(layout.blockBoundingRect(block).top()) - CELL_PADDING)
        return tops


def _cell_text(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return " ".join(plain_text(cursor).split())
