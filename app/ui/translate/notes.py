"""One line above the texts that says what hinders the translation, or what a person should know of it."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.session.models.model_session import ModelState
from app.session.workers.engine_lane import LaneState
from app.ui.models.picker import PickedModel
from app.ui.theme import Theme
from app.ui.translate.language_names import shown_name
from app.ui.translate.protocols import Translating
from app.ui.translate.words import advice_words, quality_words
from app.ui.widgets.banner import Banner, BannerAction, Tone
from app.ui.widgets.text_label import show_line, text_label


class Notes(QWidget):
    """A banner for what hinders and for the hint at a better model; a quiet line about the languages."""

    models_wanted = Signal(str)  # the name of a model that is recommended, or ""

    def __init__(self, theme: Theme, session: Translating, model: PickedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self._advises = True
        self._closed: set[str] = set()
        self._said: tuple[Tone, str, tuple[str, ...], bool] | None = None
        self.banner = Banner(theme, self)
        self.quality = text_label(self, "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addWidget(self.quality)
        self.banner.closed.connect(self._close)
        session.changed.connect(self.refresh)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to say now."""
        show_line(self.quality, quality_words(self._session.language, self._session.target))
        if not self._hindrance() and not self._other_language() and not self._advice():
            self.banner.hide()
        self.setVisible(not self.banner.isHidden() or not self.quality.isHidden())

    def advise(self, *, room: bool) -> None:
        """Say whether there is room for a hint."""
        if room != self._advises:
            self._advises = room
            self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.refresh()
        super().changeEvent(event)

    def _hindrance(self) -> bool:
        """Show why nothing is translated; say whether there is such a reason."""
        session = self._session
        waits = bool(session.rows) and (session.busy or session.busy_beside)
        choose = BannerAction(self.tr("Choose a model"), lambda: self.models_wanted.emit(""))
        match self._model.state:
            case ModelState.FAILED:
                problem = self._model.problem
                words = problem.sentence if problem else self.tr("The model could not be loaded.")
                self._show(Tone.BAD, words, [BannerAction(self.tr("Try again"), self._model.retry), choose])
                return True
            case ModelState.NONE:
                self._show(Tone.CALM, self.tr("No model is loaded: it is what translates."), [choose])
                return True
            case ModelState.LOADING | ModelState.READY:
                pass
            case other:
                assert_never(other)
        if session.problem is not None:
            again = BannerAction(self.tr("Try again"), session.go_on)
            self._show(Tone.BAD, session.problem.sentence, [again])
            return True
        if waits and session.waits_for is LaneState.MODEL_LOADING:
            self._show(Tone.CALM, self.tr("The model is loading. The translation begins by itself."), [])
            return True
        if waits and session.waits_for is LaneState.CHAT_FIRST:
            words = self.tr("An answer is being written in the chat. The translation goes on right after it.")
            self._show(Tone.CALM, words, [])
            return True
        return False

    def _other_language(self) -> bool:
        """Offer the language that the text is in, when another one is chosen."""
        other, session = self._session.looks_like, self._session
        if other is None or not session.source.strip():
            return False
        words = self.tr("This looks like {language}.").format(language=shown_name(other))
        take = self.tr("Translate from {language}").format(language=shown_name(other))
        self._show(Tone.CALM, words, [BannerAction(take, lambda: self._take_language(other.code))])
        return True

    def _take_language(self, code: str) -> None:
        self._session.source_language = code

    def _advice(self) -> bool:
        advice = self._session.recommendation
        if not self._advises or advice is None or not self._session.source.strip() or advice.model in self._closed:
            return False
        show = BannerAction(self.tr("Show models"), lambda: self.models_wanted.emit(advice.model))
        self._show_once(Tone.CALM, advice_words(advice), [show], icon="models", closable=True)
        return True

    def _show(self, tone: Tone, words: str, actions: list[BannerAction]) -> None:
        self._show_once(tone, words, actions, icon="info" if tone is Tone.CALM else "")

    def _show_once(
        self, tone: Tone, words: str, actions: list[BannerAction], *, icon: str, closable: bool = False
    ) -> None:
        """Leave the banner alone while it says the same: new buttons with every key would lay the page out anew."""
        said = (tone, words, tuple(action.text for action in actions), closable)
        if self.banner.isHidden() or said != self._said:
            self._said = said
            self.banner.show_state(tone, words, actions, icon=icon, closable=closable)

    def _close(self) -> None:
        advice = self._session.recommendation
        if advice is not None:
            self._closed.add(advice.model)
        self.refresh()
