"""Run as a program: a window of somebody else's, with a line of text; it prints what the line becomes.

Given a number after the text, it has that many of the text marked, and prints "read" whenever another program takes it.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QMetaType, QMimeData
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_extensions import override


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


class Watched(QMimeData):
    """A text that says when it is read."""

    @override
    def retrieveData(self, mimetype: str, preferredType: QMetaType | QMetaType.Type, /) -> Any:
        tell("read")
        return super().retrieveData(mimetype, preferredType)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    line = QLineEdit(sys.argv[1])
    line.setWindowTitle("Somebody else's window")
    line.textChanged.connect(tell)
    line.resize(500, 40)
    if times := int(sys.argv[2]):
        marked = Watched()
        marked.setText(sys.argv[1] * times)
        application.clipboard().setMimeData(marked, QClipboard.Mode.Selection)
    line.show()
    line.activateWindow()
    line.setFocus()
    tell("shown")
    sys.exit(application.exec())
