"""The translation of documents: its session and its place on the Translate page. Built when first needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.session.tasks import BackgroundThread
from app.session.translate.documents.document_list import DocumentMeans
from app.session.translate.documents.job import JobState, Order
from app.session.translate.documents.reader import TranslateReader
from app.session.translate.documents.translation import DocumentTranslation
from app.session.translate.session import TranslateSession
from app.session.translate.state import Collaborators
from app.ui.chat.attachments.drop import FileDrop
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.translate.documents.page import DocumentsPage
from app.ui.translate.page import TranslatePage
from app.ui.widgets.toast import ToastText


class TranslatedDocumentsSide(QObject):
    """Works with the page's session: its languages and manner are those of new documents, its memory is shared."""

    def __init__(
        self, with_: Collaborators, session: TranslateSession, logs: Path, theme: Theme, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._page_session, self._theme, self._window = session, theme, window
        self._thread = BackgroundThread("documents")
        means = DocumentMeans(
            lane=with_.lane,
            models=with_.models,
            store=with_.store,
            settings=with_.settings,
            thread=self._thread,
            reader=TranslateReader(logs, self._thread, self),
            memory=session.memory,
            glossary=session.glossary_for,
        )
        self.session = DocumentTranslation(means, self)
        self.session.notice.connect(window.show_notice)
        self.session.finished.connect(self._say_finished)
        self.view: DocumentsPage | None = None
        self._page: TranslatePage | None = None

    def use_page(self, page: TranslatePage) -> None:
        """Give the Translate page its documents."""
        self._page = page
        self.view = DocumentsPage(self._theme, self.session, self._order, page)
        self.view.toast.connect(page.show_toast)
        self.view.models_wanted.connect(page.models_wanted)
        page.use_documents(self.view)
        drop = FileDrop(self._theme, page)
        drop.veil.say(lambda: self.tr("Drop documents here to translate them"))
        drop.dropped.connect(self._dropped)

    def close(self) -> None:
        """Stop; what is there is kept."""
        self.session.close()
        self._thread.close()

    def _order(self) -> Order:
        session = self._page_session
        return Order(
            session.target_language,
            session.source_language,
            session.tone,
            session.style,
            session.domain,
            session.think_harder,
        )

    def _dropped(self, files: list[object]) -> None:
        if self._page is not None and self.view is not None:
            self._page.show_documents()
            self.view.add([path for path in files if isinstance(path, Path)])

    def _say_finished(self, job_id: str) -> None:
        """Where it is not seen."""
        job = self.session.job(job_id)
        if self.view is not None and self.view.isVisible():
            return
        if job is not None and job.state is JobState.DONE:
            words = self.tr("“{name}” is translated.").format(name=job.name)
            self._window.show_toast(ToastText(words, self.tr("Look through"), lambda: self._show(job_id)))

    def _show(self, job_id: str) -> None:
        self._window.translation.open()
        if self._page is not None and self.view is not None:
            self._page.show_documents()
            self.view.open(job_id)
