"""Find in the conversation, through the keys of a person: counted in the text, lit and shown in the widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.chat.conversation import Message
from app.chat.search_text import fold
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.find.bar import FindBar
from app.ui.chat.find.finder import Finder
from app.ui.chat.messages.assistant_view import AssistantView
from tests.helpers.fake_chat_session import Script, assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

LONG = "\n\n".join(f"Paragraph {number}, with **some words** to read in peace." for number in range(80))


class Reader:
    """Somebody who looks for words."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.finder = Finder(stage.theme, stage.session, stage.transcript)
        self.bar = FindBar(stage.theme, self.finder, stage.transcript)

    def find(self, words: str) -> None:
        self.bar.open()
        self.bar.field.setText(words)  # QTest types Latin letters only
        QTest.keyClick(self.bar.field, Qt.Key.Key_Return)
        self.stage.until(lambda: self.finder.complete)
        self.settle()

    def settle(self) -> None:
        self.stage.settle()
        self.stage.until(lambda: not self.finder.seeking)
        self.stage.settle()

    def press(self, key: Qt.Key, *, shift: bool = False) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.bar.field, key, held)
        self.settle()

    def lit(self) -> list[str]:
        """Return the words that are lit, in all texts that exist."""
        views = self.stage.transcript.column.findChildren(TextView)
        return [one.cursor.selectedText() for view in views for one in view.extraSelections()]

    def current(self) -> tuple[TextView, str, str]:
        """Return the text with the current hit, its words and their paragraph; it is on the screen."""
        accent = self.stage.theme.colour("accent")
        (found,) = [
            (view, QTextCursor(one.cursor))  # the list's own cursors end with it
            for view in self.stage.transcript.column.findChildren(TextView)
            for one in view.extraSelections()
            if one.format.background().color() == accent
        ]
        view, cursor = found
        place = view.viewport().mapTo(self.stage.transcript, view.cursorRect(cursor).center())
        assert self.stage.transcript.viewport().rect().contains(place)
        return view, cursor.selectedText(), cursor.block().text()


@pytest.fixture
def reader(stage: Stage) -> Reader:
    return Reader(stage)


def conversation(count: int) -> list[Message]:
    return [assistant(f"{LONG}\n\nMessage {n}") if n % 2 else person(f"Question {n}?") for n in range(count)]


def test_every_script_is_found_as_the_search_finds_it(reader: Reader) -> None:
    texts = [
        "Ein Café in der Straße",
        "红烧肉的做法，红烧！",
        "مُدَرِّسَة في المدرسة",
        "Ёлка ёлка",
        "ＦＵＬＬ width",
        "a😀b Café",
    ]
    reader.stage.session.show([person("?"), assistant("\n\n".join(texts))])
    for words, count in (
        ("cafe", 2),
        ("STRASSE", 1),
        ("红烧", 2),
        ("مدرسه", 2),
        ("елка", 2),
        ("full", 1),
        ("nowhere", 0),
    ):
        reader.find(words)
        assert reader.finder.total == count, words
        assert len(reader.lit()) == count, words
        assert all(fold(lit) == fold(words) for lit in reader.lit())
    assert reader.bar.count.text() == "Nothing found"


def test_prose_code_tables_lists_and_the_person_s_words(reader: Reader) -> None:
    answer = (
        "Some **nee**dle here.\n\n- a needle `needle`\n\n```python\nneedle = 1\nother = needle\n```\n\n"
        "| a | needle |\n|---|---|\n| x | needle |\n\n[needle](https://needle.example)\n\n$needle$\n\n> Needle"
    )
    reader.stage.session.show([person("needle?\nneedle!"), assistant(answer)])
    reader.find("needle")
    assert reader.finder.total == 11
    reader.stage.until(lambda: len(reader.lit()) == 11)  # while the formula is not set, its source is lit too
    seen = []
    for number in range(1, 12):
        assert reader.bar.count.text() == f"{number} of 11"
        view, words, paragraph = reader.current()
        assert words.lower() == "needle"
        seen.append((id(view), paragraph))
        reader.press(Qt.Key.Key_Return)
    assert reader.bar.count.text() == "1 of 11"  # around the end
    assert len({view for view, _ in seen}) == 5  # the person's, prose, code, table, prose
    reader.press(Qt.Key.Key_Return, shift=True)
    assert reader.bar.count.text() == "11 of 11"
    assert reader.current()[2] == "Needle"


def test_what_is_far_away_is_scrolled_to_without_making_everything(reader: Reader) -> None:
    reader.stage.session.show(conversation(30))
    reader.stage.settle()
    made = len(reader.stage.transcript.views())
    reader.find("message 17")
    assert reader.current()[1:] == ("Message 17", "Message 17")
    reader.find("paragraph 77,")
    for _ in range(2):
        reader.press(Qt.Key.Key_Return)
        assert reader.current()[1] == "Paragraph 77,"
    assert reader.finder.total == 15
    assert len(reader.stage.transcript.views()) <= made + 8
    texts = reader.stage.transcript.column.findChildren(TextView)
    assert len(texts) < 60


def test_a_hit_that_is_seen_already_moves_nothing(reader: Reader) -> None:
    reader.stage.session.show([person("?"), assistant(LONG)])
    reader.stage.settle()
    bar = reader.stage.transcript.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    reader.stage.settle()
    middle = reader.stage.transcript.viewport().rect().center()
    view = reader.stage.transcript.childAt(middle)
    assert view is not None
    text = view.parent()
    assert isinstance(text, TextView)
    words = text.cursorForPosition(view.mapFrom(reader.stage.transcript, middle)).block().text().split(",")[0]
    before = bar.value()
    reader.find(words + ",")
    assert reader.current()[1] == words + ","
    assert bar.value() == before


def test_the_person_scrolls_away_and_is_left_alone(reader: Reader) -> None:
    reader.stage.session.show(conversation(10))
    reader.find("message 3")
    bar = reader.stage.transcript.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    read = reader.stage.transcript.first_shown
    found = reader.stage.session.messages[3].id
    reader.settle()
    assert reader.stage.transcript.first_shown == read != found  # heights above may turn out different, no more


def test_thoughts_count_when_they_are_open(reader: Reader) -> None:
    thoughts = "\n".join(f"Thought {number} about a needle." for number in range(60))
    reader.stage.session.show([person("needle?"), assistant("No such thing.", thoughts)])
    reader.find("needle")
    assert (reader.finder.total, reader.finder.hidden) == (1, 60)
    assert reader.bar.hidden.text() == "60 more in closed thoughts"
    view = reader.stage.answer()
    assert isinstance(view, AssistantView)
    assert view.pane is not None
    QTest.mouseClick(view.pane.header, Qt.MouseButton.LeftButton)
    reader.stage.until(lambda: reader.finder.total == 61 and reader.bar.hidden.isHidden())
    for _ in range(50):  # deep inside the thoughts, which scroll by themselves
        QTest.keyClick(reader.bar.field, Qt.Key.Key_Return)
    reader.settle()
    assert reader.current()[2] == "Thought 49 about a needle."
    QTest.mouseClick(view.pane.header, Qt.MouseButton.LeftButton)
    reader.stage.until(lambda: reader.finder.hidden == 60)


def test_an_answer_is_searched_while_it_is_written(reader: Reader) -> None:
    reader.stage.session.script = Script(answer="A needle. " * 40)
    reader.stage.session.show([person("needle")])
    reader.find("needle")
    assert reader.finder.total == 1
    reader.stage.session.send("More")
    reader.stage.until(lambda: reader.finder.total == 41 and reader.finder.complete)
    reader.settle()
    assert len(reader.lit()) == 41


def test_a_collapsed_message_and_long_code_open_for_a_hit(reader: Reader) -> None:
    long = "\n".join(f"line {number}" for number in range(2000))
    reader.stage.session.show([person(long + "\nthe needle"), assistant(f"```\n{long}\nthe needle\n```\n\nEnd.")])
    reader.find("needle")
    assert reader.finder.total == 2
    assert reader.current()[2] == "the needle"
    reader.press(Qt.Key.Key_Return)
    assert reader.current()[2] == "the needle"
    assert reader.bar.count.text() == "2 of 2"


def test_lights_go_out_and_the_keyboard_comes_back(reader: Reader) -> None:
    reader.stage.session.show([person("needle"), assistant("A needle.")])
    other = QWidget(reader.stage.transcript)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    reader.find("needle")
    assert len(reader.lit()) == 2
    assert reader.bar.field.hasFocus()
    assert reader.bar.close_bar()
    assert reader.lit() == []
    assert other.hasFocus()
    assert not reader.bar.close_bar()


def test_another_conversation_is_searched_for_the_same_words(reader: Reader) -> None:
    reader.stage.session.show([person("needle"), assistant("A needle.")])
    reader.find("needle")
    reader.stage.session.show([person("hay"), assistant("Three needles: needle, needle.")])
    reader.stage.until(lambda: reader.finder.total == 3)
    reader.settle()
    assert reader.current()[1] == "needle"
    assert len(reader.lit()) == 3


def test_words_are_only_lit_where_a_search_has_led(reader: Reader) -> None:
    reader.stage.session.show(conversation(8))
    other = QWidget(reader.stage.transcript)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    reader.stage.settle()
    before = reader.stage.transcript.verticalScrollBar().value()
    reader.bar.open("paragraph 79")
    reader.stage.until(lambda: reader.finder.complete and bool(reader.lit()))
    reader.settle()
    assert reader.stage.transcript.verticalScrollBar().value() == before
    assert other.hasFocus()
    assert reader.bar.count.text() == "4 found"
    reader.bar.step(1)
    reader.settle()
    assert reader.current()[1] == "Paragraph 79"


def test_the_bar_keeps_to_its_corner(reader: Reader) -> None:
    reader.bar.open()
    transcript = reader.stage.transcript
    assert reader.bar.geometry().right() >= transcript.width() - 14
    transcript.resize(360, 500)
    assert transcript.rect().contains(reader.bar.geometry())
    reader.bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert reader.bar.mapTo(transcript, QPoint(0, 0)).x() == 12
