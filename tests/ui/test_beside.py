"""What is loaded beside the event loop: Qt's classes are named by the window's thread alone."""

from __future__ import annotations

import json
import subprocess
import sys

from app.system.child import worker_environment, worker_folder
from app.ui.beside import imported

WATCHED = """
import builtins, json, sys, threading
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from app.ui.beside import ImportBeside
application, strays, first = QApplication([]), set(), builtins.__import__
def watch(name, globals=None, *rest):
    if threading.current_thread() is not threading.main_thread() and name.startswith(("PySide6", "shiboken6")):
        strays.add(f"{(globals or {}).get('__name__')} names {name}")
    return first(name, globals, *rest)
builtins.__import__ = watch
window, loop, left = QWidget(), QEventLoop(), sys.argv[1:]
def ended():
    left.pop()
    if not left:
        loop.quit()
sides = [ImportBeside(name, window) for name in left]
for side in sides:
    side.done.connect(ended)
    side.start()
QTimer.singleShot(60000, loop.quit)
loop.exec()
builtins.__import__ = first
print(json.dumps({"left": left, "strays": sorted(strays), "loaded": [n for n in sys.argv[1:] if n in sys.modules]}))
"""

SIDES = [
    "app.ui.chat.transcript.transcript", "app.ui.attachments_side", "app.ui.conversation_side", "app.ui.models_side",
    "app.ui.keeping_side", "app.ui.translate.handover",
]  # fmt: skip

TYPED = """
from typing import TYPE_CHECKING
import first
if TYPE_CHECKING:
    import never
    from never.too import Name
from second.part import thing
def later():
    import third
try:
    import fourth
except ImportError:
    import fifth
"""


def test_no_thread_names_a_class_of_qt() -> None:
    child = subprocess.run(
        [sys.executable, "-c", WATCHED, *SIDES],
        capture_output=True, text=True, timeout=100, check=False, cwd=worker_folder(),
        env=worker_environment() | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    assert json.loads(child.stdout) == {"left": [], "strays": [], "loaded": SIDES}


def test_only_what_runs_is_looked_for() -> None:
    assert imported(compile(TYPED, "typed", "exec")) == ["typing", "first", "second.part", "fourth", "fifth"]
