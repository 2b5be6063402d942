from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.placement.plan import Device, DeviceUse, Fit, Machine, Wishes
from app.placement.planner import plan
from app.ui.models.context_scale import context_stops, nearest
from app.ui.models.measures import context_size, file_size, gibibytes, memory_size, percent, speed, time_left
from app.ui.models.models_bar import Part
from app.ui.models.placement_panel import PlacementPanel
from app.ui.models.placement_words import device_parts, fit_tone, fit_words
from app.ui.widgets.tag import TagTone
from tests.helpers.fake_judges import WITH_GPU, WITHOUT_GPU
from tests.helpers.fake_models import QWEN3_8B, QWEN3_30B, QWEN3_235B, shape
from tests.helpers.fake_sessions import model_description
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import make_shell, shell

__all__ = ["make_shell", "shell"]

GIB = 1 << 30


def panel_of(shell: Shell, number: int) -> PlacementPanel:
    page = shell.models()
    page.show_part(Part.LIBRARY)
    row = next(
        card.rows[shell.library.entries[number].id]
        for card in page.library.cards.values()
        if shell.library.entries[number].id in card.rows
    )
    row.setFocus()
    shell.settle()
    return page.panel


def test_bars_move_while_the_slider_does(shell: Shell) -> None:
    panel = panel_of(shell, 1)
    before = panel.bars[0].bar.pieces
    panel.context.slider.setFocus()
    QTest.keyClick(panel.context.slider, Qt.Key.Key_End)
    assert shell.placement.wishes.context == 131_072
    assert panel.bars[0].bar.pieces != before
    assert panel.context.value.text() == "128k"
    assert panel.context.name.text() == "Context"
    QTest.keyClick(panel.context.slider, Qt.Key.Key_Home)
    assert shell.placement.wishes.context == 2048


def test_layers_experts_context_memory_and_threads_are_wishes(shell: Shell) -> None:
    panel = panel_of(shell, 3)
    QTest.keyClick(panel.layers.slider, Qt.Key.Key_Home)
    assert shell.placement.wishes.gpu_layers == 0
    assert not panel.experts.isVisible()
    shell.click(panel.more)
    assert panel.experts.isVisible()
    QTest.keyClick(panel.experts.experts.slider, Qt.Key.Key_End)
    panel.experts.kv._choose("q8_0")
    QTest.keyClick(panel.experts.threads.slider, Qt.Key.Key_Home)
    wishes = shell.placement.wishes
    assert (wishes.cpu_expert_layers, wishes.kv_type, wishes.threads) == (48, "q8_0", 1)
    shell.click(panel.automatic)
    assert shell.placement.wishes == Wishes()
    assert not panel.automatic.isVisible()


def test_a_dense_model_has_no_experts_to_move(shell: Shell) -> None:
    panel = panel_of(shell, 1)
    shell.click(panel.more)
    assert not panel.experts.experts.isVisible()
    assert panel.experts.threads.isVisible()


def test_without_a_graphics_card_there_are_no_layers_to_move(shell: Shell) -> None:
    shell.placement.machine = WITHOUT_GPU
    panel = panel_of(shell, 1)
    assert not panel.layers.isVisible()
    assert len(panel.bars) == 1
    assert panel.fit.text() == "runs on the CPU"


def test_automatic_says_why(shell: Shell) -> None:
    panel = panel_of(shell, 1)
    assert panel.reason.text().startswith("The whole model fits on the graphics card.")
    assert panel.context.name.text() == "Context · automatic"


def test_the_model_in_use_is_loaded_again_with_what_was_wished(shell: Shell) -> None:
    key = shell.library.entries[1].id
    shell.model.load(key)
    shell.model.finish(model_description(path=key))
    panel = panel_of(shell, 1)
    assert not panel.apply.isVisible()
    QTest.keyClick(panel.context.slider, Qt.Key.Key_Home)
    assert panel.apply.isVisible()
    shell.click(panel.apply)
    assert shell.library.used == [key]
    assert not panel.apply.isVisible()


def test_every_slider_has_a_name_and_a_value(shell: Shell) -> None:
    panel = panel_of(shell, 3)
    shell.click(panel.more)
    for part in (panel.context, panel.layers, panel.experts.experts, panel.experts.threads):
        assert part.slider.accessibleName()
        assert part.slider.accessibleDescription() == part.value.text() != ""
    assert all(bar.accessibleName().startswith(bar.title.text()) for bar in panel.bars)


@pytest.mark.parametrize(
    ("blueprint", "machine", "words", "tone"),
    [
        (QWEN3_8B, WITH_GPU, "fits on the GPU", TagTone.GOOD),
        (QWEN3_30B, WITH_GPU, "GPU, experts on the CPU", TagTone.WARN),
        (QWEN3_8B, WITHOUT_GPU, "runs on the CPU", TagTone.GOOD),
        (QWEN3_235B, WITH_GPU, "does not fit", TagTone.BAD),
    ],
)
def test_fit_in_words(blueprint: object, machine: Machine, words: str, tone: TagTone) -> None:
    placement = plan(shape(blueprint, "Q4_K_M", "x"), Wishes(context=8192), machine)  # type: ignore[arg-type]
    assert fit_words(placement) == words
    assert fit_tone(placement) is tone


def test_half_of_the_layers_in_words(shell: Shell) -> None:
    card = Device("CUDA0", "RTX", "gpu", 4 * GIB, 4 * GIB, "CUDA")
    placement = plan(shape(QWEN3_8B, "Q4_K_M", "x"), Wishes(context=4096), Machine(8, 32 * GIB, 24 * GIB, [card]))
    assert placement.fit is Fit.GPU_AND_CPU
    assert fit_words(placement) == f"GPU + CPU, {placement.gpu_layers}/37 layers"
    assert fit_tone(placement) is TagTone.WARN


def test_a_device_in_words(shell: Shell) -> None:
    use = DeviceUse("CUDA0", "RTX 4060", 8 * GIB, 4 * GIB, 2 * GIB, GIB // 2, GIB * 3 // 10)
    words = device_parts(use).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "model 4.0 · context 2.0 · working memory 0.5 · other programs 0.3 · free 1.2 GB"
    over = DeviceUse("", "", GIB, 2 * GIB, 0, 0, 0)
    assert device_parts(over).endswith("1.0\N{NO-BREAK SPACE}GB\N{NO-BREAK SPACE}too\N{NO-BREAK SPACE}little")


@given(st.integers(min_value=1, max_value=2_000_000), st.integers(min_value=0, max_value=2_000_000))
def test_stops_rise_to_the_most_and_have_a_nearest(most: int, tokens: int) -> None:
    stops = context_stops(most)
    assert stops[-1] == most
    assert stops == sorted(set(stops))
    assert 0 <= nearest(stops, tokens) < len(stops)


def test_measures(shell: Shell) -> None:
    assert file_size(5_027_783_488) == "5.0 GB"
    assert memory_size(8 * GIB) == "8.0 GB"
    assert gibibytes(1000) == "< 0.1"
    assert (context_size(16_384), context_size(40_961)) == ("16k", "40,961")
    assert (speed(0), speed(7.77), speed(61.6)) == ("", "~ 7.8 tokens/s", "~ 62 tokens/s")
    assert [time_left(s) for s in (0.2, 59, 260, 7300)] == ["1 s left", "59 s left", "4 min left", "2 h 2 min left"]
    assert (percent(999, 1000), percent(5, 0)) == ("99 %", "0 %")
