from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLabel, QLineEdit, QPushButton, QWidget

from app.session.models.download_list import DownloadState
from app.session.notices import Problem
from app.ui.chat.sidebar.sidebar import Connection
from app.ui.i18n import PSEUDO, install_language
from app.ui.models.first_start import FirstStart
from app.ui.models.models_bar import Part
from app.ui.models.models_page import ModelsPage
from app.ui.widgets.flat_button import FlatButton
from app.ui.widgets.toast import ToastText
from tests.helpers.fake_judges import WITHOUT_GPU
from tests.helpers.fake_models import download, repositories
from tests.helpers.shell_window import Setup, Shell
from tests.ui.shell_fixture import MakeShell, make_shell, shell

__all__ = ["make_shell", "shell"]


def opened(shell: Shell) -> ModelsPage | None:
    return shell.window.models


def test_the_page_is_built_when_it_is_first_opened(shell: Shell) -> None:
    assert opened(shell) is None
    shell.press("Ctrl+3")
    page = opened(shell)
    assert page is not None
    assert page.isVisible()
    assert shell.sidebar.pages[2].isChecked()
    shell.press("Ctrl+1")
    assert not page.isVisible()
    assert shell.sidebar.pages[0].isChecked()
    assert shell.focus() is shell.composer.edit
    shell.click(shell.sidebar.pages[2])
    assert shell.window.models is page
    assert page.isVisible()


def test_a_new_chat_leads_back(shell: Shell) -> None:
    shell.models()
    shell.press("Ctrl+N")
    assert shell.page.isVisible()


def test_the_picker_leads_to_the_models(shell: Shell) -> None:
    picker = shell.page.top_bar.picker
    picker.fill_menu()
    next(action for action in picker.menu.actions() if action.text() == "Get more models…").trigger()
    assert shell.window.models is not None
    assert shell.window.models.isVisible()


def test_ctrl_f_searches(shell: Shell) -> None:
    page = shell.models()
    shell.press("Ctrl+F")
    assert shell.focus() is page.bar.search


def test_toasts_stand_on_the_page_that_is_seen(shell: Shell) -> None:
    page = shell.models()
    shell.window.show_toast(ToastText("Hello."))
    assert [toast.content.text for toast in page.toasts.toasts] == ["Hello."]
    assert shell.page.toasts.toasts == []


def test_the_chip_says_what_happens_on_the_network(shell: Shell) -> None:
    pill = shell.sidebar.pill
    assert pill.text() == "Offline"
    shell.sidebar.show_connection(Connection.WORKING)
    assert pill.text() == "Searching"
    shell.sidebar.show_connection(Connection.DOWNLOADING, "42 %")
    assert pill.text() == "Download 42 %"
    shell.click(pill)
    page = shell.window.models
    assert page is not None
    assert page.part is Part.DOWNLOADS


@pytest.fixture(params=list(Part))
def filled(request: pytest.FixtureRequest, make_shell: MakeShell) -> tuple[Shell, ModelsPage]:
    """Each part with something in it."""
    shell = make_shell(Setup(size=(1280, 820)))
    full = Problem("The disk is full.", "Make room.")
    shell.downloads.put(
        download("a", "Qwen3-8B-Q4_K_M", DownloadState.RUNNING, 1_000_000_000, bytes_per_second=1e7),
        download("b", "Qwen3-4B-Q4_K_M", DownloadState.FAILED, 1_000, problem=full),
    )
    page = shell.models()
    page.show_part(request.param)
    page.panel.more.setChecked(True)
    shell.settle()
    return shell, page


def seen(page: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    return [child for kind in kinds for child in page.findChildren(kind) if child.isVisible()]


def test_everything_that_takes_the_keyboard_has_a_name(filled: tuple[Shell, ModelsPage]) -> None:
    _shell, page = filled
    nameless = [
        f"{type(child).__name__} {child.geometry()}"
        for child in page.findChildren(QWidget)
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not child.accessibleName() and not (isinstance(child, QAbstractButton) and child.text())
    ]
    assert nameless == []


def test_everything_can_be_reached_by_tab(filled: tuple[Shell, ModelsPage]) -> None:
    shell, page = filled
    wanted = {
        child
        for child in seen(page, QAbstractButton, QAbstractSlider, QLineEdit)
        if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    page.focus_first()
    reached: set[QWidget] = set()
    for _ in range(400):
        shell.press("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
        if wanted <= reached:
            break
    exclusive = {tab for tab in page.bar.tabs.values() if not tab.isChecked()}  # by the arrow keys
    assert wanted - reached - exclusive == set()


def test_hit_areas_are_large_enough(filled: tuple[Shell, ModelsPage]) -> None:
    _shell, page = filled
    small = [
        b.accessibleName() for b in seen(page, QAbstractButton) if b.height() < 32 and b.parent() is not page.bar.search
    ]
    assert small == []


def test_pseudo_reaches_every_text(filled: tuple[Shell, ModelsPage], qapp: QApplication) -> None:
    shell, page = filled
    install_language(qapp, PSEUDO)
    shell.settle()
    texts = [
        *(button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()),
        *(label.text() for label in page.findChildren(QLabel) if label.isVisible()),
    ]
    names = ("Qwen3", "Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0", "The disk is full.", shell.placement.explanation)
    plain = [text for text in texts if text and "[" not in text and not text.startswith(names)]
    numbers = [
        text for text in plain if not any(letter.isalpha() for letter in text.replace("GB", "").replace("MB", ""))
    ]
    assert [text for text in plain if text not in numbers] == []


def outside(page: ModelsPage) -> list[str]:
    return [
        f"{child.text()} {child.geometry()} in {type(parent).__name__} {parent.size()}, window {page.window().width()}"
        for child in seen(page, FlatButton, QPushButton, QLabel)
        if (parent := child.parentWidget()) is not None and not parent.rect().contains(child.geometry())
        if isinstance(child, FlatButton | QPushButton | QLabel)
    ]


def test_nothing_is_clipped_at_twice_the_length(filled: tuple[Shell, ModelsPage], qapp: QApplication) -> None:
    shell, page = filled
    install_language(qapp, PSEUDO)
    for width in (480, 560, 720, 900, 1100, 1280):
        shell.window.resize(width, 800)
        shell.settle()
        shell.settle()
        assert outside(page) == []


def test_right_to_left_mirrors_the_page(shell: Shell, qapp: QApplication) -> None:
    page = shell.models()
    page.show_part(Part.DISCOVER)
    install_language(qapp, "ar")
    shell.settle()
    bar = page.bar
    assert bar.sidebar_button.x() > bar.tabs[Part.LIBRARY].mapTo(bar, bar.rect().topLeft()).x() > bar.search.x()
    assert page.panel.mapTo(page, page.rect().topLeft()).x() < page.discover.mapTo(page, page.rect().topLeft()).x()


def test_in_a_narrow_window_the_panel_takes_the_place_of_the_list(shell: Shell) -> None:
    page = shell.models()
    page.show_part(Part.DISCOVER)
    assert page.panel.isVisible()
    assert not page.panel_switch.isVisible()
    shell.window.resize(600, 700)
    shell.settle()
    assert not page.panel.isVisible()
    assert page.panel_switch.text().startswith("Where it will live: ")
    shell.click(page.panel_switch)
    assert page.panel.isVisible()
    assert not page.discover.isVisible()
    shell.press("Esc")
    assert page.discover.isVisible()


def test_first_start_offers_the_best_the_starter_or_a_file(shell: Shell) -> None:
    card = FirstStart(shell.theme, shell.discover)
    shell.page.add_card(card)
    shell.settle()
    best = shell.discover.recommended
    assert best is not None
    assert card.better.text().startswith("Download Qwen3")
    assert [card.starter.text(), card.file.text()] == ["Keep the starter model", "I have a file…"]
    wanted: list[object] = []
    closed: list[bool] = []
    card.download_wanted.connect(wanted.append)
    card.closed.connect(lambda: closed.append(True))
    shell.click(card.better)
    assert wanted == [best]
    assert closed == [True]


def test_first_start_without_a_recommendation_leads_to_the_catalogue(shell: Shell) -> None:
    shell.discover.recommended = None
    card = FirstStart(shell.theme, shell.discover)
    shell.page.add_card(card)
    asked: list[bool] = []
    card.discover_wanted.connect(lambda: asked.append(True))
    shell.settle()
    shell.click(card.better)
    assert asked == [True]


def test_the_window_is_not_held_up_by_two_thousand_results(shell: Shell) -> None:
    page = shell.models()
    shell.discover.judge(WITHOUT_GPU)
    page.discover.search("x")
    page.show_part(Part.DISCOVER)
    shell.hub.find(repositories(2000))
    shell.settle()
    assert page.discover.found.results.rows.rowCount() == 2000
    assert len(page.discover.found.results.rows._facts) < 60  # only what was painted has words
