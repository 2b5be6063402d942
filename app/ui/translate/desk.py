"""The two texts and what happens between them and the session."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QLocale, QObject, QPoint, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from app.engine.api import ThinkingSupport
from app.session.translate.rows import Row, RowState
from app.system.files import atomic_write
from app.translate.guards import QUIET
from app.translate.joining import joined_pieces
from app.ui.models.picker import PickedModel
from app.ui.theme import Theme
from app.ui.translate.foot import TranslateFoot
from app.ui.translate.language_bar import LanguageBar
from app.ui.translate.language_names import shown_name
from app.ui.translate.language_rows import DETECT
from app.ui.translate.pane_card import PaneCard
from app.ui.translate.protocols import Translating
from app.ui.translate.sentence_popup import SentencePopup
from app.ui.translate.shown_rows import ShownRows
from app.ui.translate.source_edit import SourceEdit, fitting
from app.ui.translate.spans import Spans
from app.ui.translate.target_view import Piece, PieceFace, TargetView
from app.ui.translate.text_pane import TextPane
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.toast import ToastText

MANY = 500  # rows
SHARE = 10
"""Showing the rows takes at most so small a part of the time."""


class Desk(QObject):
    """``word_chosen``: a word of either text and its sentence."""

    toast = Signal(object)  # ToastText
    word_chosen = Signal(str, int)

    def __init__(
        self, theme: Theme, session: Translating, model: PickedModel, page: QWidget, *, explains: bool = True
    ) -> None:
        """``explains``: whether there is a place for the meaning of a word."""
        super().__init__(page)
        self._theme, self._session, self._model, self._page = theme, session, model, page
        self._languages: LanguageBar | None = None
        self._foot: TranslateFoot | None = None
        self._current = -1
        self.popup: SentencePopup | None = None
        self.source, self.target = SourceEdit(theme, page), TargetView(theme, page)
        self.source.explains = explains
        self.source_card = PaneCard(theme, self.source, "background", page)
        self.target_card = PaneCard(theme, self.target, "panel", page)
        self.clear = FlatButton(theme, ICON, "close", page)
        QWidget.setTabOrder(self.source, self.clear)
        QWidget.setTabOrder(self.clear, self.target)
        self.clear.hide()
        self.source_card.foot.addStretch(1)
        self.source_card.foot.addWidget(self.clear)
        self._shown = ShownRows()
        self._cost = 0.0  # seconds that showing all rows took last
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_rows)
        self._connect()

    def serve(self, languages: LanguageBar, foot: TranslateFoot) -> None:
        """Let these two bars ask, and show in them what the session has."""
        self._languages, self._foot = languages, foot
        session = self._session
        languages.source.chosen.connect(self._choose_source)
        languages.target.chosen.connect(self._choose_target)
        languages.swap.clicked.connect(session.swap)
        languages.tone_chosen.connect(session.set_tone)
        languages.domain_changed.connect(session.set_domain)
        languages.thinking_chosen.connect(session.set_think_harder)
        foot.stop_wanted.connect(session.stop)
        foot.go_on_wanted.connect(session.go_on)
        foot.review_wanted.connect(session.review)
        foot.literal_wanted.connect(session.more_literal)
        foot.natural_wanted.connect(session.more_natural)
        foot.alternatives_wanted.connect(self._show_alternatives)
        foot.copy_wanted.connect(self.copy)
        foot.save_wanted.connect(self._ask_where)
        self.refresh()

    def refresh(self) -> None:
        """Show everything that the session has now."""
        session = self._session
        self.source.show_text(session.source)
        self._name_panes()
        self.target.set_right_to_left(right_to_left=session.target.rtl)
        if self._languages is not None:
            detected = session.detected.code if session.detected else ""
            self._languages.source.recent = self._languages.target.recent = session.recent_languages
            self._languages.source.show_language(session.source_language, detected)
            self._languages.target.show_language(session.target.code)
            self._languages.show_manner(session.tone, session.domain, think=session.think_harder, thinks=self._thinks())
        self._rows_soon()

    def copy(self) -> None:
        """Put the translation on the clipboard."""
        text = self._session.target_text
        if text.strip():
            QGuiApplication.clipboard().setText(text)
            self.toast.emit(ToastText(self.tr("The translation was copied.")))

    def save(self, path: Path) -> None:
        """Write the translation to a file, and say so."""
        try:
            atomic_write(path, self._session.target_text.encode())
        except OSError as error:
            words = self.tr("The translation could not be saved: {reason}")
            self.toast.emit(ToastText(words.format(reason=error.strerror or str(error)), bad=True))
            return
        self.toast.emit(ToastText(self.tr("Saved as “{name}”.").format(name=path.name)))

    def open_sentence(self, index: int, word: str = "") -> SentencePopup | None:
        """Open what can be done with one sentence and a word of it; None when it has no translation yet."""
        rows = self._session.rows
        if not 0 <= index < len(rows) or not rows[index].source.translate or not rows[index].target:
            return None
        self._current = index
        popup = self.popup = SentencePopup(self._theme, rows[index], self.target, word if self.source.explains else "")
        session, row = self._session, popup.row
        popup.chosen.connect(lambda text: self._with(row, lambda number: session.choose_alternative(number, text)))
        popup.edited.connect(lambda text: self._with(row, lambda number: session.edit(number, text)))
        popup.more_wanted.connect(lambda: self._with(row, session.alternatives))
        popup.explain_wanted.connect(lambda: self._with(row, lambda number: self.word_chosen.emit(word, number)))
        popup.destroyed.connect(self._popup_closed)
        popup.open_at(self._below(index))
        return popup

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self.refresh)
        session.segment_changed.connect(self._rows_soon)
        self.source.edited.connect(self._edited)
        self.source.too_long.connect(self._say_too_long)
        self.source.hovered.connect(self._light)
        self.target.hovered.connect(self._light)
        self.source.walked.connect(lambda row: self._walk(self.target, row))
        self.target.walked.connect(lambda row: self._walk(self.source, row))
        self.target.sentence_chosen.connect(self.open_sentence)
        for pane in (self.source, self.target):
            pane.word_chosen.connect(self._choose_word)
        self.clear.clicked.connect(self._clear)
        self._model.changed.connect(self.refresh)

    def _edited(self, text: str) -> None:
        self._light(-1)
        self.clear.setVisible(bool(text))
        self._session.set_source(text)

    def _clear(self) -> None:
        self.source.show_text("")
        self._edited("")
        self.source.setFocus()

    def _choose_source(self, code: str) -> None:
        self._session.source_language = "" if code == DETECT else code

    def _choose_target(self, code: str) -> None:
        self._session.target_language = code

    def _choose_word(self, word: str, index: int) -> None:
        if self.popup is not None:
            self.popup.close()
        self.word_chosen.emit(word, index)

    def _thinks(self) -> bool:
        return self._model.model is None or self._model.model.thinking is not ThinkingSupport.NEVER

    def _light(self, row: int) -> None:
        shown = row if 0 <= row < len(self._session.rows) and self._session.rows[row].source.translate else -1
        self.source.light(shown)
        self.target.light(shown)

    def _walk(self, other: TextPane, row: int) -> None:
        """Light a sentence that the keyboard has come to, and have its partner in sight."""
        self._light(row)
        if 0 <= row < len(self._session.rows) and self._session.rows[row].source.translate:
            other.reveal(row)

    def _rows_soon(self) -> None:
        """Show the rows at once, or, when there are thousands, a few times a second."""
        if len(self._session.rows) < MANY:
            self._show_rows()
        elif not self._soon.isActive():
            self._soon.start(min(1000, round(self._cost * SHARE * 1000)))

    def _show_rows(self) -> None:
        started = time.perf_counter()
        self._lay_out()
        self._cost = time.perf_counter() - started

    def _lay_out(self) -> None:
        session = self._session
        rows = session.rows
        self.clear.setVisible(bool(session.source))
        if session.source == self.source.text():
            self.source.use_spans(Spans([row.source.text for row in rows]))
        self._show_pieces(rows)
        if self.popup is not None:
            self.popup.refresh(busy=session.busy_beside)
        if self._foot is not None:
            translated = any(row.target and row.source.translate for row in rows)
            self._foot.show_state(self._status(), busy=session.busy, stopped=session.stopped, translated=translated)
            self._foot.manner_style = session.style

    def _show_pieces(self, rows: list[Row]) -> None:
        """Show the translation. Only rows that changed, and their neighbours, are joined anew: a key changes one."""
        before, after = self._shown, ShownRows.of(rows, self._session.target)
        self._shown = after
        if after == before:
            return
        first, last = before.alike(after)
        start, kept = max(0, first - 1), max(0, last - 1)
        end = len(rows) - kept
        texts = joined_pieces([row.source for row in rows], after.targets, self._session.target, start, end)
        pieces = [Piece(text, face_of(row)) for text, row in zip(texts, rows[start:end], strict=True)]
        self.target.show_pieces(pieces, start, len(before.texts) - kept)

    def _status(self) -> str:
        rows = [row for row in self._session.rows if row.source.translate]
        if not rows:
            return ""
        states = [row.state for row in rows]
        done = len(rows) - states.count(RowState.WAITING) - states.count(RowState.RUNNING)
        letters = QLocale().toString(len(self._session.source))
        counted = self.tr("%Ln sentence(s)", "", len(rows))
        if done < len(rows):
            words = self.tr("{sentences} · {done} translated")
            return words.format(sentences=counted, done=QLocale().toString(done))
        doubtful = sum(face_of(row) is PieceFace.DOUBTFUL for row in rows if row.marks)
        if doubtful:
            return self.tr("{sentences} · look at %Ln of them", "", doubtful).format(sentences=counted)
        return self.tr("{sentences} · {letters} characters").format(sentences=counted, letters=letters)

    def _name_panes(self) -> None:
        self.source.setPlaceholderText(self.tr("Type or paste a text."))
        self.source.setAccessibleName(self.tr("Text to translate"))
        self.target.setPlaceholderText(self.tr("The translation appears here."))
        self.target.setAccessibleName(self.tr("Translation"))
        self.clear.set_hint(self.tr("Remove the text"))

    def paste(self, text: str) -> None:
        """Translate a text that comes from elsewhere, as much of it as fits."""
        fits = fitting(text)
        self._session.set_source(fits)
        if len(fits) < len(text):
            self._say_too_long(len(fits))

    def _say_too_long(self, kept: int) -> None:
        words = self.tr("The text was cut at {most} characters. Longer ones are translated as a document.")
        self.toast.emit(ToastText(words.format(most=QLocale().toString(kept))))

    def _show_alternatives(self) -> None:
        """Of the sentence that was chosen last, else of the first."""
        rows = self._session.rows
        usable = [number for number, row in enumerate(rows) if row.source.translate and row.target]
        index = self._current if self._current in usable else next(iter(usable), -1)
        popup = self.open_sentence(index)
        if popup is not None:
            popup.ask()

    def _popup_closed(self) -> None:
        self.popup = None

    def _with(self, wanted: Row, run: Callable[[int], None]) -> None:
        """Do something with a row, unless its sentence has gone meanwhile."""
        number = next((number for number, row in enumerate(self._session.rows) if row is wanted), -1)
        if number >= 0:
            run(number)

    def _below(self, index: int) -> QPoint:
        """Return the point of the screen below a sentence."""
        cursor = QTextCursor(self.target.document())
        span = self.target.spans.span(index)
        cursor.setPosition(min(span[1] if span else 0, self.target.document().characterCount() - 1))
        place = self.target.cursorRect(cursor).bottomLeft()
        area = self.target.viewport().rect()
        place.setY(max(0, min(place.y(), area.height())) + 8)
        place.setX(area.center().x())
        return self.target.viewport().mapToGlobal(place)

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("Translation ({language}).txt").format(language=shown_name(self._session.target))
        words = self.tr("Save the translation")
        path, _ = QFileDialog.getSaveFileName(self._page, words, str(Path(folder) / name))
        if path:
            self.save(Path(path))


def face_of(row: Row) -> PieceFace:
    """Return how sure a row's translation is."""
    match row.state:
        case RowState.WAITING:
            return PieceFace.OLD if row.target else PieceFace.PLAIN
        case RowState.RUNNING | RowState.KEPT:
            return PieceFace.PLAIN
        case RowState.DONE:
            return PieceFace.DOUBTFUL if set(row.marks) - QUIET else PieceFace.PLAIN
        case RowState.FAILED:
            return PieceFace.OLD
        case other:
            assert_never(other)
