"""What style sheets make of the theme's colours."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings.schema import ColourScheme
from app.ui.theme import Theme, set_kind
from app.ui.widgets.search_line import SearchLine
from app.ui.widgets.tag import Tag
from app.ui.widgets.text_label import text_label

SOLID = "████"  # letters without an edge: their pixels have the text's own colour


def pixels(widget: QLineEdit | QPlainTextEdit | QTextEdit | QLabel) -> set[str]:
    """Return the colours that a widget shows."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("scheme", [ColourScheme.LIGHT, ColourScheme.DARK, ColourScheme.HIGH_CONTRAST])
@pytest.mark.parametrize(
    ("kind", "made"),
    [("", QLineEdit), ("composer", QPlainTextEdit), ("field", QPlainTextEdit), ("translation", QTextEdit)],
)
def test_what_a_field_is_for_can_be_read(
    qtbot: QtBot,
    qapp: QApplication,
    kind: str,
    made: type[QLineEdit] | type[QPlainTextEdit] | type[QTextEdit],
    scheme: ColourScheme,
) -> None:
    theme, field = Theme(qapp, scheme), made()
    qtbot.addWidget(field)
    set_kind(field, kind)
    field.resize(200, 60)
    field.setPlaceholderText(SOLID)
    assert QColor(theme.colours.muted).name() in pixels(field)  # half of the text's colour would be too little
    theme.choose(ColourScheme.SYSTEM)
    theme.deleteLater()


def test_the_systems_colours_can_be_chosen_again(qapp: QApplication) -> None:
    theme = Theme(qapp)
    for scheme in (ColourScheme.DARK, ColourScheme.SYSTEM, ColourScheme.LIGHT, ColourScheme.SYSTEM):
        theme.choose(scheme)
    assert not theme.dark
    theme.deleteLater()


def test_a_tag_is_round_in_every_script(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp)
    for words in ("built in", "مدمج", "内置"):
        tag = Tag()
        qtbot.addWidget(tag)
        tag.show_words(words)
        tag.adjustSize()
        assert tag.height() >= 20  # twice the radius, else Qt draws corners
    theme.deleteLater()


def test_lines_of_a_text_from_the_right_begin_below_each_other(qtbot: QtBot, qapp: QApplication) -> None:
    theme, window = Theme(qapp, ColourScheme.LIGHT), QWidget()
    qtbot.addWidget(window)
    label = text_label(window)
    label.setText("كلمة " * 30)
    label.resize(200, label.heightForWidth(200))
    image = label.grab().toImage()
    ink = [[x for x in range(200) if image.pixelColor(x, y).lightness() < 128] for y in range(image.height())]
    height = label.fontMetrics().lineSpacing()
    starts = {
        max(x for row in ink[top : top + height] for x in row) for top in range(0, image.height() - height + 1, height)
    }
    assert len(starts) == 1
    theme.choose(ColourScheme.SYSTEM)
    theme.deleteLater()


def test_an_empty_search_keeps_its_room_for_words(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp)
    line = SearchLine(theme)
    qtbot.addWidget(line)
    line.show()
    theme.choose(ColourScheme.DARK)  # the cross is drawn anew
    crosses = [button for button in line.findChildren(QToolButton) if button.isVisibleTo(line)]
    assert crosses == []
    theme.choose(ColourScheme.SYSTEM)
    theme.deleteLater()
