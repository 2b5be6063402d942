"""The documents on the Translate page in their states, with the real engine and the starter model."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.chat.store_documents import UnitRecord
from app.session.translate.documents.job import JobState, Order, SourceState
from app.session.translate.documents.translation import DocumentTranslation
from app.session.translate.documents.wording import file_problem
from app.translate.documents.problem import ProblemCode
from app.translate.guards import Fault
from app.ui.i18n import install_language
from app.ui.translate.documents.page import DocumentsPage
from app.ui.translate.page import TranslatePage
from shots.photographer import Photographer, opened
from shots.scenes import seed

CUES = """1
00:00:01,000 --> 00:00:03,500
Where is the train station?

2
00:00:04,000 --> 00:00:06,000
Please open the window.

3
00:00:07,250 --> 00:00:09,000
Thank you very much.
"""
TABLE = "key,text,note\ngreeting,Good morning!,shown first\nthanks,Thank you very much.,after a purchase\n"
LONG = (
    "The tenant keeps the flat clean and tells the landlord without delay of any damage. Small repairs up to 100 euros "
    "each are paid by the tenant, all others by the landlord; {name} signs for both."
)


def write_samples(folder: Path) -> dict[str, Path]:
    """Write the documents of the pictures."""
    texts = {
        "Holiday film.srt": CUES,
        "Shop texts.csv": TABLE,
        "Contract.txt": "\n\n".join(["Good morning!", LONG, "See you tomorrow.", LONG] * 6),
        "Empty.txt": "\n\n",
        "Notes.md": "# Good morning!\n\nPlease open the **window**. See [the station](https://example.org) first.\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {name: folder / name for name in texts}


def queue_scenes(shot: Photographer, page: TranslatePage, view: DocumentsPage, files: dict[str, Path]) -> None:
    """Empty, busy, columns, failed, changed."""
    session = shot.parley.translate_side().documents().session
    page.show_documents()
    shot.shoot("01-empty")
    view.add([files["Holiday film.srt"]])
    shot.until(lambda: any(job.state is JobState.DONE for job in session.jobs))
    view.add([files["Shop texts.csv"]])
    shot.until(lambda: view.columns is not None)
    if view.columns is not None:
        view.columns.boxes[1].setChecked(True)
        shot.settle(0.3)
        view.columns.grab().save(str(shot.file("02-columns")))
        view.columns.close()
    view.add([files["Contract.txt"], files["Empty.txt"], files["Contract.txt"].with_name("Gone.docx")])
    shot.until(lambda: session.jobs[2].done > 2)
    shot.shoot_now("03-busy")
    session.pause(session.jobs[2].id)
    session.jobs[0].source_state = SourceState.CHANGED
    session.changed.emit()
    shot.until(lambda: session.jobs[4].state is JobState.FAILED)
    page.toasts.hide()
    shot.shoot("04-failed-paused-changed")
    session.jobs[0].source_state = SourceState.SAME


def preview_scenes(shot: Photographer, page: TranslatePage, view: DocumentsPage, folder: Path) -> None:
    """Side by side: translated, marked, edited, half done, Arabic."""
    session = shot.parley.translate_side().documents().session
    film, contract = session.jobs[0], session.jobs[2]
    view.open(film.id)
    shot.shoot("05-side-by-side")
    view.preview.table.edit_row(1)
    shot.shoot("06-editing")
    view.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)
    view.save(film.id, folder / "Holiday film.de.srt")
    shot.until(lambda: bool(film.saved_as))
    shot.shoot("07-saved")
    view.open(contract.id)
    shot.until(lambda: contract.units is not None)
    doubt(session, contract.id)
    shot.shoot("08-half-marked")
    view.preview.marked.click()
    shot.shoot("09-only-marked")
    view.preview.marked.click()
    contract.state, contract.problem = JobState.FAILED, file_problem(ProblemCode.NO_SPACE)
    session.job_changed.emit(contract.id)
    shot.shoot("10-preview-failed")
    contract.problem, contract.state = None, JobState.PAUSED
    page.session.source_language, page.session.target_language = "en", "ar"
    (arabic,) = session.add([folder / "Holiday film.srt"], Order("ar", "en"))
    shot.until(lambda: (job := session.job(arabic)) is not None and job.state is JobState.DONE)
    view.open(arabic)
    page.toasts.hide()
    shot.shoot("11-arabic")
    (notes,) = session.add([folder / "Notes.md"], Order("de", "en"))
    shot.until(lambda: (job := session.job(notes)) is not None and job.state is JobState.DONE)
    view.open(notes)
    shot.shoot("16-layout-marks")
    session.remove(notes)
    view.open(arabic)


def doubt(session: DocumentTranslation, job_id: str) -> None:
    """Let one passage be doubtful and another one the person's own."""
    job = session.job(job_id)
    if job is None or job.units is None:
        return
    own = UnitRecord(
        id=job.units[0].id, text=job.units[0].text, translation="Einen schönen guten Morgen!", by_person=True
    )
    job.put(0, msgspec.structs.replace(own, where=job.units[0].where))
    marks = [Fault.LOST_PLACEHOLDER.value, Fault.LOST_NUMBER.value]
    words = "Der Mieter hält die Wohnung sauber und meldet jeden Schaden sofort. Kleine Reparaturen zahlt der Mieter."
    job.put(1, msgspec.structs.replace(job.units[1], translation=words, marks=marks))
    for place in (0, 1):
        session.unit_changed.emit(job_id, place)
    session.job_changed.emit(job_id)


def other_sizes(shot: Photographer, page: TranslatePage, view: DocumentsPage) -> None:
    """Narrow, and mirrored."""
    window = shot.parley.window
    window.resize(480, 760)
    shot.shoot("12-narrow-preview")
    view.show_queue()
    shot.shoot("13-narrow-queue")
    window.resize(1180, 760)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        install_language(application, "ar")
    shot.shoot("14-mirrored-queue")
    view.open(shot.parley.translate_side().documents().session.jobs[0].id)
    shot.shoot("15-mirrored-preview")
    for dialog in page.findChildren(QDialog):
        dialog.close()


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with opened(scheme, f"{scheme}-{scale}x-translated-documents", out, size=(1180, 760)) as shot:
        seed(shot.parley)
        shot.parley.window.translation.open()
        page = shot.parley.window.translation.page
        view = page.documents if page is not None else None
        if page is None or view is None:
            return 1
        page.session.source_language, page.session.target_language = "en", "de"
        folder = shot.parley.paths.data / "samples"
        folder.mkdir(parents=True)
        queue_scenes(shot, page, view, write_samples(folder))
        preview_scenes(shot, page, view, folder)
        other_sizes(shot, page, view)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
