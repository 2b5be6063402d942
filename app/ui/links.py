"""Links to the outside: only web and mail, and never without showing where they lead."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST_SHOWN = 300


def checked_url(text: str) -> QUrl | None:
    """Return the address if it is a complete web or mail address, else None."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in SCHEMES:
        return None
    return url if url.scheme().lower() == "mailto" or url.host() else None


def shown_target(url: QUrl) -> str:
    """Return the address as a person should judge it: the host in ASCII where letters could deceive."""
    text = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"


def open_link(parent: QWidget, text: str) -> None:
    """Show the target, and open it in the browser or mail program if the person agrees. Other schemes do nothing."""
    url = checked_url(text)
    if url is None:
        return
    box = confirmation(parent, url)
    box.accepted.connect(lambda: QDesktopServices.openUrl(url))
    box.open()


def confirmation(parent: QWidget, url: QUrl) -> QMessageBox:
    """Return the question, not yet shown."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("Links", "Open a link"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("Links", "This link leaves Parley and opens in another program:"))
    box.setInformativeText(shown_target(url))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addButton(translate("Links", "Open"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(translate("Links", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return box
