"""History, glossary and the small window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.ui.translate.glossary_dialog import GlossaryDialog
from app.ui.translate.history_panel import HistoryPanel
from app.ui.translate.small_window import SmallWindow
from tests.helpers.fake_translate import entry
from tests.ui.translate_fixture import Stage, stage

__all__ = ["stage"]


def test_history_is_searched_starred_opened_and_removed(stage: Stage) -> None:
    session = stage.session
    session.history = [entry("Good morning.", "Guten Morgen."), entry("Thanks.", "Danke.")]
    panel = HistoryPanel(stage.theme, session)
    stage.made.append(panel)
    panel.resize(340, 600)
    panel.show()
    stage.settle()
    panel.field.setText("thank")
    QTest.qWait(150)
    assert session.searched == [("thank", False)]
    panel.starred.click()
    assert session.searched[-1] == ("thank", True)
    star = panel._delegate.star_place(panel.view.visualRect(panel.rows.index(1, 0))).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert [one.starred for one in session.history] == [False, True]
    middle = panel.view.visualRect(panel.rows.index(0, 0)).topLeft() + QPoint(30, 20)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert session.source == "Good morning."
    panel.view.setCurrentIndex(panel.rows.index(0, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert [one.source for one in session.history] == ["Thanks."]
    panel.keep.setChecked(False)
    assert not session.history_enabled


def test_a_glossary_is_written_imported_and_exported(stage: Stage, tmp_path: Path) -> None:
    stage.session.detected = stage.session.target
    stage.session.save_glossary([("contract", "Vertrag")])
    said: list[str] = []
    dialog = GlossaryDialog(stage.session, stage.page)
    dialog.said.connect(said.append)
    dialog.show()
    assert dialog.pairs() == [("contract", "Vertrag")]
    (tmp_path / "more.csv").write_text("invoice,Rechnung\n", encoding="utf-8")
    dialog.take_file(tmp_path / "more.csv")
    assert set(dialog.pairs()) == {("contract", "Vertrag"), ("invoice", "Rechnung")}
    dialog.write_file(tmp_path / "out.csv")
    assert "Rechnung" in (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert len(said) == 2
    dialog.table.selectRow(0)
    dialog.remove.click()
    dialog.save.click()
    assert stage.session.glossary is not None
    assert len(stage.session.glossary.terms) == 1


def test_the_small_window_replaces_the_clipboard(stage: Stage) -> None:
    small = SmallWindow(stage.theme, stage.session, stage.model)
    stage.made.append(small)
    small.translate("Good morning.")
    stage.session.finish()
    stage.settle()
    assert small.desk.source.text() == "Good morning."
    small.replace.click()
    assert QGuiApplication.clipboard().text() == "GOOD MORNING."
    assert not small.isVisible()
