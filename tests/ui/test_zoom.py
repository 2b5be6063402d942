"""Text size, font and width of the conversation, changed while it is read."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.settings.schema import Settings
from app.settings.store import SettingsStore
from app.ui.theme import COLUMN_WIDTH
from app.ui.widgets.motion import motion_ms
from app.ui.zoom import SIZES, Zoom
from tests.helpers.fake_chat_session import assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

LONG = "\n\n".join(f"Paragraph {i}: " + "some words to read " * 20 for i in range(60))


def follow(stage: Stage, **values: object) -> None:
    stage.theme.follow(msgspec.structs.replace(Settings(colour_scheme=stage.theme._scheme), **values))


def first_words(stage: Stage) -> str:
    """Return what stands at the top of the screen."""
    column, top = stage.transcript.column, stage.transcript.verticalScrollBar().value()
    place = column.place_at(top + 5)
    assert place is not None
    return f"{place.id} {place.anchor[0]}"


def test_larger_text_is_higher_and_stays_where_it_was(stage: Stage) -> None:
    stage.session.show([person("?"), assistant(LONG), person("?"), assistant(LONG)])
    stage.settle()
    stage.transcript.verticalScrollBar().setValue(3000)
    stage.settle()
    height, words = stage.transcript.column.needed_height, first_words(stage)
    follow(stage, text_size=22)
    stage.settle()
    assert stage.transcript.column.needed_height > height * 1.5
    assert first_words(stage) == words
    follow(stage, text_size=15)
    stage.settle()
    assert first_words(stage) == words
    assert stage.transcript.column.needed_height == pytest.approx(height, rel=0.2)


def test_the_column_takes_the_width_that_is_set(stage: Stage) -> None:
    stage.transcript.resize(1400, 600)
    stage.session.show([person("?"), assistant("Some **words**.")])
    assert stage.answer().answer.width() == COLUMN_WIDTH
    follow(stage, column_width=1000)
    assert stage.answer().answer.width() == 1000


def test_the_text_takes_the_font_that_is_set(stage: Stage) -> None:
    stage.session.show([person("?"), assistant("Some words.", "Thoughts.")])
    view = stage.answer().answer.blocks()[0].view  # type: ignore[attr-defined]
    follow(stage, text_family="Serif")
    stage.settle()
    assert view.document().firstBlock().begin().fragment().charFormat().font().families()[0] == "Serif"


def test_nothing_moves_when_motion_is_reduced(stage: Stage) -> None:
    follow(stage, reduced_motion=True)
    assert motion_ms(stage.transcript) == 0
    follow(stage, reduced_motion=False)
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def test_zoom_goes_by_steps_and_is_remembered(stage: Stage, tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    store.change(colour_scheme=stage.theme._scheme)
    zoom = Zoom(stage.theme, store)
    zoom.step(1)
    assert (stage.theme.text_size, SettingsStore(tmp_path / "settings.json").current.text_size) == (16, 16)
    for _ in range(20):
        zoom.step(-1)
    assert stage.theme.text_size == SIZES[0]
    zoom.reset()
    assert stage.theme.text_size == Settings().text_size


def test_the_wheel_zooms_while_control_is_held(stage: Stage) -> None:
    stage.session.show([person("?"), assistant(LONG)])
    stage.settle()
    steps: list[int] = []
    stage.transcript.zoom_wanted.connect(steps.append)
    before = stage.transcript.verticalScrollBar().value()
    for _ in range(2):
        turn(stage, 60, Qt.KeyboardModifier.ControlModifier)
    assert sum(steps) == 1
    assert stage.transcript.verticalScrollBar().value() == before
    turn(stage, 120, Qt.KeyboardModifier.NoModifier)
    assert stage.transcript.verticalScrollBar().value() < before


def turn(stage: Stage, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        stage.transcript.viewport().mapToGlobal(QPointF(50, 50)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage.transcript.viewport(), event)
