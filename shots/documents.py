"""Documents beside the message, reached the way a person reaches them, with the real workers and the starter model."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.documents.quoting import sent_numbers
from app.session.attachments.attachment_items import ChipState
from shots.photographer import Photographer, opened

LEASE = "\n\n".join(
    [
        "# Lease",
        *(f"§ {n}. The landlord keeps the stairs, the roof and the yard in order and clears the snow. " * 4
          for n in range(2, 60)),
        "§ 60. The notice period is three months to the end of a quarter. Notice has to be given in writing. " * 3,
    ]
)  # fmt: skip
CHINESE = "租客须提前三个月书面通知房东终止合同，押金在交还钥匙后三十天内退还。\n\n" * 6


def scenes(shot: Photographer, folder: Path) -> None:
    """Go through the states."""
    parley = shot.parley
    shot.until(lambda: parley.attachments is not None and parley.transcript.transcript is not None)
    _files(shot, folder)
    _too_long(shot)
    side = parley.attachments_side()
    side.drop.veil.setGeometry(parley.window.frame.rect())
    side.drop.veil.show()
    side.drop.veil.raise_()
    shot.shoot("49-documents-drop")


def _files(shot: Photographer, folder: Path) -> None:
    side, composer = shot.parley.attachments_side(), shot.parley.window.page.composer
    files = {
        "Minutes of the meeting in October.md": b"# Minutes\n\nThe next meeting is on Tuesday at nine.",
        "租房合同.txt": CHINESE.encode(),
        "صورة.txt": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "main.py": b"def main() -> int:\n    return 0\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    side.tray.add_files([folder / name for name in files])
    shot.shoot_now("40-documents-reading")
    shot.until(lambda: all(chip.state is not ChipState.READING for chip in side.session.chips))
    composer.put_text("When is the next meeting?")
    shot.shoot("41-documents-ready")
    _narrow_and_mirrored(shot)
    side.session.remove(side.session.chips[2].id)
    shot.parley.chat.set_thinking(False)
    _send(shot)
    shot.shoot("44-documents-sent")


def _too_long(shot: Photographer) -> None:
    parley, side = shot.parley, shot.parley.attachments_side()
    parley.chat.new_conversation()
    side.session.add_text("Lease.docx", LEASE)
    shot.until(lambda: all(chip.counted for chip in side.session.chips))
    parley.window.page.composer.put_text("What is the notice period?")
    shot.shoot("45-documents-too-long")
    side.session.add_text("Annex to the lease.docx", LEASE)
    shot.until(lambda: all(chip.counted for chip in side.session.chips))
    side.tray.question.summary.click()
    side.tray.question.summary.click()  # the other one waits
    shot.until(lambda: side.session.chips[0].done >= 1)
    shot.shoot_now("46-documents-summarising")
    side.session.remove(side.session.chips[1].id)
    side.tray.question.stop.click()
    side.tray.question.relevant.click()
    shot.until(lambda: side.session.chips[0].state is ChipState.READY)
    _send(shot)
    shot.shoot("47-documents-parts")
    number = sent_numbers(parley.chat.messages[0].attachments[0].sent_text)[-1][1]
    parley.open_link(f"paragraph:{number}")
    shot.settle(0.4)
    for dialog in parley.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.grab().save(str(shot.file("48-documents-preview")))
            dialog.close()


def _send(shot: Photographer) -> None:
    """Send what is written; the starter model may not find an end."""
    chat = shot.parley.chat
    shot.parley.window.page.composer.submit()
    shot.until(lambda: not chat.busy or (chat.live is not None and chat.live.answer_tokens > 80))
    chat.stop()
    shot.until(lambda: not chat.busy)


def _narrow_and_mirrored(shot: Photographer) -> None:
    window = shot.parley.window
    window.resize(500, 720)
    shot.shoot("42-documents-narrow")
    window.resize(1100, 760)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shot.shoot("43-documents-mirrored")
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(scheme, f"{scheme}-{scale}x", out, context_size=4096) as shot,
    ):
        scenes(shot, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
