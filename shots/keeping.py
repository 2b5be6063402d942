"""Sidebar, search, export, import and copies in all their states; sessions and store are the real ones."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from app.chat.conversation import Conversation, new_id
from app.chat.importing.report import ImportReport, Skipped, SkipReason
from app.chat.store import ConversationStore
from app.session.keeping.transfer_session import TransferState
from app.session.notices import Problem
from app.ui.i18n import install_language
from app.ui.parley import Parley
from app.ui.transfer.import_report_dialog import ImportReportDialog
from shots.photographer import Photographer, opened
from shots.scenes import TITLES, seed
from tests.helpers.seeded_store import say

DAY = 86_400
LONG = "A very long title that nobody would ever write by hand but a model gladly does"
TOLD = (
    ("Garden in spring", "When do I plant tomatoes in my garden?", "After the last frost, in the middle of May."),
    (LONG, "How do I keep slugs out of the garden without poison?", "Copper tape, ducks, and patience. " * 6),
    ("مراجعة العقد", "كيف أعتني بالحديقة garden في الصيف؟", "اسقها في الصباح الباكر أو في المساء."),
    ("红烧肉的做法", "红烧肉怎么做才好吃？", "选五花肉，先焯水，再炒糖色，小火慢炖一个小时。"),
)


def fill(parley: Parley) -> None:
    """Put in what the search is to find, and two folders."""

    def tell(store: ConversationStore) -> None:
        for number, (title, *texts) in enumerate(TOLD):
            row = Conversation(id=new_id(), title=title, updated_at=time.time() - number * 2 * DAY)
            say(store, row, *texts)

    parley.access.run(tell)
    parley.conversations.reload()


def sidebar(shot: Photographer) -> None:
    """Folders, several selected, the archive, a folder being named."""
    listed, view = shot.parley.conversations, shot.parley.window.sidebar.view
    work = listed.create_folder("Work & travel")
    home = listed.create_folder("منزل")
    listed.set_folder([row.id for row in listed.rows()[3:6]], work)
    listed.set_folder([listed.rows()[6].id], home)
    shot.parley.chat.open_conversation(listed.rows()[1].id)
    shot.shoot("01-folders")
    view.order.show_gap(view.visualRect(view.rows.index_of_folder(home)).topLeft())
    shot.shoot("01-folder-dragged")
    view.order.hide()
    view.start_folder_rename(work)
    shot.shoot("02-rename")
    view.setFocus()
    view.selectAll()
    shot.shoot("03-several")
    view.select_none()
    listed.set_archived([row.id for row in listed.rows()[-2:]], True)
    shot.shoot("04-undo")
    shot.parley.window.sidebar.show_archive(shown=True)
    shot.shoot("05-archive")
    shot.parley.window.sidebar.show_archive(shown=False)
    shot.settle(0.5)


def search(shot: Photographer, name: str, *texts: str) -> None:
    """The search with these texts."""
    side = shot.parley.keeping_side()
    side.search()
    for number, text in enumerate(texts):
        side.panel.field.setText(text)
        shot.settle(0.6)
        shot.until(lambda: side.searching.state.value in {"idle", "done"})
        shot.shoot(f"{name}-{number}")
    side.panel.close_panel()


def dialogs(shot: Photographer, name: str) -> None:
    """Export, progress, the report of an import, the copies."""
    window, side = shot.parley.window, shot.parley.keeping_side()
    ids = [row.id for row in shot.parley.conversations.rows()]
    for number, chosen in enumerate((ids[:1], ids)):
        dialog = side.flow.export(chosen)
        if dialog is not None:
            photograph(shot, dialog, f"{name}-export-{number}")
    side.flow._bar.show_state(TransferState.IMPORTING, 0.42)
    shot.shoot(f"{name}-progress")
    side.flow._bar.show_state(TransferState.IDLE, 0.0)
    skipped = [
        Skipped(LONG, SkipReason.UNREADABLE),
        Skipped("红烧肉", SkipReason.EMPTY),
        Skipped("", SkipReason.TOO_LARGE),
    ]
    report = ImportReport(imported=1214, messages=30_231, already_there=12, copies=1, skipped=skipped, ids=ids[:1])
    photograph(shot, ImportReportDialog(report, "conversations.zip", window), f"{name}-report")
    copies(shot, name)


def copies(shot: Photographer, name: str) -> None:
    """No copy yet, some, damage, a problem."""
    side = shot.parley.keeping_side()
    for number in range(4):
        if number == 1:
            side.backups.back_up_now()
            shot.until(lambda: not side.backups.busy and bool(side.backups.backups))
        if number == 2:
            side.backups.damage = True
        if number == 3:
            side.backups.problem = Problem("The copies cannot be reached.", "Is the disk still connected?")
        side.show_copies()
        shot.settle(0.2)
        for dialog in shot.parley.window.findChildren(QDialog):
            photograph(shot, dialog, f"{name}-copies-{number}")
    side.backups.damage = side.backups.problem = None


def photograph(shot: Photographer, dialog: QDialog, name: str) -> None:
    """Save a dialog and close it."""
    dialog.show()
    shot.settle(0.3)
    dialog.grab().save(str(shot.file(name)))
    dialog.reject()
    shot.settle(0.1)


def scenes(shot: Photographer) -> None:
    """Everything, then narrow, Arabic and Chinese."""
    fill(shot.parley)
    shot.until(lambda: shot.parley.conversations.rowCount() == len(TITLES) + len(TOLD))
    sidebar(shot)
    search(shot, "10-search", "", "garden", "红烧肉", "zzzz")
    dialogs(shot, "20")
    shot.parley.window.resize(480, 720)
    search(shot, "30-narrow", "garden")
    shot.parley.window.resize(1100, 760)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    install_language(application, "ar")
    shot.shoot("40-ar-sidebar")
    search(shot, "40-ar-search", "garden")
    dialogs(shot, "41-ar")


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with opened(scheme, f"{scheme}-{scale}x-keeping", out) as shot:
        seed(shot.parley)
        scenes(shot)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
