from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from app.ui.links import checked_url, open_link, shown_target
from tests.helpers.shell_window import Shell
from tests.ui.shell_fixture import make_shell, shell

__all__ = ["make_shell", "shell"]


@pytest.mark.parametrize("target", ["https://example.org/a?b=c#d", "http://example.org", "mailto:someone@example.org"])
def test_web_and_mail_may_be_opened(target: str) -> None:
    assert checked_url(target) == QUrl(target)


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "smb://host/share",
        "ms-msdt:/id",
        "example.org",
        "https://",
        "https:///path",
        "https://exa mple.org",
        "",
        "\x00https://example.org",
    ],
)
def test_nothing_else_may(target: str) -> None:
    assert checked_url(target) is None


def test_letters_that_deceive_are_shown_as_they_are_sent() -> None:
    url = checked_url("https://аррӏе.com/login")  # Cyrillic
    assert url is not None
    assert shown_target(url).startswith("https://xn--")


def test_a_long_target_is_cut() -> None:
    url = checked_url("https://example.org/" + "a" * 5000)
    assert url is not None
    assert len(shown_target(url)) < 400


def open_boxes(shell: Shell) -> list[QMessageBox]:
    return [box for box in shell.window.findChildren(QMessageBox) if box.isVisible()]


@pytest.mark.parametrize("agrees", [True, False])
def test_a_link_opens_only_after_the_person_agreed(shell: Shell, monkeypatch: pytest.MonkeyPatch, agrees: bool) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)  # the test must not start a browser
    open_link(shell.window, "https://example.org/x")
    (box,) = open_boxes(shell)
    assert "https://example.org/x" in box.informativeText()
    assert opened == []
    wanted = QMessageBox.ButtonRole.AcceptRole if agrees else QMessageBox.ButtonRole.RejectRole
    next(button for button in box.buttons() if box.buttonRole(button) == wanted).click()
    shell.settle()
    assert opened == ([QUrl("https://example.org/x")] if agrees else [])


def test_a_dangerous_link_does_not_even_ask(shell: Shell) -> None:
    shell.window.open_link("file:///etc/passwd")
    assert open_boxes(shell) == []
