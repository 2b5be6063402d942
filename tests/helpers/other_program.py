"""Run as a program: a window of somebody else's, with a line of text; it prints what the line becomes."""

from __future__ import annotations

import sys

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    line = QLineEdit(sys.argv[1])
    line.setWindowTitle("Somebody else's window")
    line.textChanged.connect(tell)
    line.resize(500, 40)
    if (times := int(sys.argv[2])) > 1:
        application.clipboard().setText(sys.argv[1] * times, QClipboard.Mode.Selection)
    line.show()
    line.activateWindow()
    line.setFocus()
    tell("shown")
    sys.exit(application.exec())
