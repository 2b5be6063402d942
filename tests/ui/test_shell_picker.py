from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget

from app.engine.api import ThinkingSupport
from app.session.models.model_session import ModelState
from app.session.notices import Problem
from app.ui.dialogs.details import DetailsDialog
from app.ui.models.model_words import details, parameters, placement
from app.ui.models.picker import ModelPicker
from tests.helpers.fake_sessions import model_description
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell, shell

__all__ = ["make_shell", "shell"]

PROBLEM = Problem("“x.gguf” is damaged: a part is missing.", "Choose another model.", "llama: bad magic")


def words_of(picker: ModelPicker) -> list[str]:
    """Fill the menu and return the texts of its entries."""
    picker.fill_menu()
    return [action.text() for action in picker.menu.actions() if action.text()]


def card_of(picker: ModelPicker) -> str:
    picker.fill_menu()
    return "\n".join(label.text() for label in picker.menu.findChildren(QLabel))


def choose(shell: Shell, words: str) -> None:
    picker = shell.page.top_bar.picker
    picker.fill_menu()
    next(action for action in picker.menu.actions() if action.text() == words).trigger()
    shell.settle()


def test_every_state_has_a_face(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(thinking=None))
    picker = shell.page.top_bar.picker
    assert picker.button.face.name == "Choose a model"
    shell.model.load("/models/Qwen3-14B-Q4_K_M.gguf")
    shell.model.progress(0.42)
    assert (picker.button.face.name, picker.button.face.details) == ("Qwen3-14B-Q4_K_M", "loading 42 %")
    assert picker.button.face.fraction == pytest.approx(0.42)
    shell.model.finish(model_description(name="Qwen3 14B"))
    assert (picker.button.face.name, picker.button.face.details) == ("Qwen3 14B", "Q4_K_M · GPU + CPU")
    assert "Qwen3 14B" in picker.button.accessibleName()
    shell.model.load_starter()
    assert picker.button.face.name == "Starter model"
    shell.model.fail(PROBLEM)
    assert picker.button.face.details == "could not be loaded"
    assert "damaged" in picker.button.toolTip()


@pytest.mark.parametrize(("gpu", "words"), [(0, "CPU"), (20, "GPU + CPU"), (36, "GPU")])
def test_placement_in_words(gpu: int, words: str) -> None:
    assert placement(model_description(gpu_layers=gpu)) == words


def test_an_unknown_quantization_leaves_no_gap() -> None:
    assert details(model_description(quantization="", gpu_layers=0)) == "CPU"


@pytest.mark.parametrize(
    ("count", "words"),
    [(8_190_735_360, "8.2 billion parameters"), (135_000_000, "135 million parameters"), (1_234_000, "1.2 million")],
)
def test_parameters_in_words(shell: Shell, count: int, words: str) -> None:
    assert parameters(count).startswith(words)


def test_the_menu_says_what_is_loaded_and_offers_others(shell: Shell) -> None:
    picker = shell.page.top_bar.picker
    shell.model.recent = ["/models/SmolLM2-135M.gguf"]
    assert words_of(picker) == [
        "Load again",
        "Unload",
        "Starter model (built in)",
        "SmolLM2-135M",
        "Get more models…",
        "Open a GGUF file…",
    ]
    card = card_of(picker)
    assert "8.2 billion parameters" in card
    assert "Can think before it answers" in card
    choose(shell, "SmolLM2-135M")
    assert shell.model.path == "/models/SmolLM2-135M.gguf"
    assert words_of(picker)[0] == "Cancel loading"
    choose(shell, "Cancel loading")
    assert shell.model.state is ModelState.NONE


def test_unload_and_the_starter_model(shell: Shell) -> None:
    choose(shell, "Unload")
    assert "No model is loaded" in card_of(shell.page.top_bar.picker)
    choose(shell, "Starter model (built in)")
    assert shell.model.is_starter


def test_a_failure_says_why_and_what_helps(shell: Shell) -> None:
    shell.model.load("/models/x.gguf")
    shell.model.fail(PROBLEM)
    picker, banner = shell.page.top_bar.picker, shell.page.banners.model_note
    assert PROBLEM.sentence in card_of(picker)
    assert PROBLEM.advice in card_of(picker)
    assert banner.isVisible()
    assert banner.text.text() == f"{PROBLEM.sentence} {PROBLEM.advice}"
    details_button, again, another = banner.buttons()
    shell.click(details_button)
    (dialog,) = (d for d in shell.window.findChildren(QDialog) if isinstance(d, DetailsDialog))
    assert dialog.lines.toPlainText() == "llama: bad magic"
    dialog.close()
    shell.click(another)
    assert picker.menu.isVisible()
    picker.menu.close()
    shell.click(again)
    assert [shell.model.state] == [ModelState.LOADING]
    assert not banner.isVisible()


def test_a_closed_failure_stays_closed_until_the_next_one(shell: Shell) -> None:
    shell.model.fail(PROBLEM)
    banner = shell.page.banners.model_note
    banner.closed.emit()
    assert not banner.isVisible()
    shell.model.changed.emit()
    assert not banner.isVisible()
    shell.model.fail(Problem("Another one."))
    assert banner.isVisible()


def test_a_file_is_chosen_with_the_systems_dialog(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, _start: str, filters: str) -> tuple[str, str]:
        asked.append(filters)
        return str(Path("/models/new.gguf")), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)  # a native dialog cannot be driven by a test
    shell.press("Ctrl+O")
    assert shell.model.path == str(Path("/models/new.gguf"))
    assert "*.gguf" in asked[0]


def test_a_models_name_is_never_markup(shell: Shell) -> None:
    shell.model.finish(model_description(name="<b>x</b>"))
    assert "<b>" not in shell.page.top_bar.picker.button.toolTip()
    shell.page.top_bar.picker.fill_menu()
    labels = shell.page.top_bar.picker.menu.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_model_without_thinking_says_so(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(thinking=ThinkingSupport.NEVER))
    assert "Answers without thinking" in card_of(shell.page.top_bar.picker)


def test_nothing_moves_beside_the_picker_while_a_model_loads(make_shell: MakeShell) -> None:
    shell = make_shell(Setup(thinking=None))
    shell.model.load("/models/Qwen3-14B-Q4_K_M.gguf")
    widths = set()
    for fraction in (0.01, 0.42, 0.99):
        shell.model.progress(fraction)
        widths.add(shell.page.top_bar.picker.button.sizeHint().width())
    assert len(widths) == 1
