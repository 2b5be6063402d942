"""The states that stay above the conversation: how it is kept, its recovery code, a model that does not load."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.session.keeping.vault_session import VaultState
from app.session.models.model_session import ModelState
from app.session.notices import Problem
from app.ui.models.picker import PickedModel
from app.ui.theme import Theme
from app.ui.vault_panel import LOCKED, Vault
from app.ui.widgets.banner import Banner, BannerAction, Tone
from app.ui.widgets.column_box import ColumnBox

MARGIN = 24


class BannerArea(ColumnBox):
    """Shows at most three banners, most often none."""

    recovery_code_wanted = Signal()
    passphrase_wanted = Signal()
    copies_wanted = Signal()
    details_wanted = Signal(object)  # Problem
    model_choice_wanted = Signal()

    def __init__(self, theme: Theme, vault: Vault, model: PickedModel, parent: QWidget | None = None) -> None:
        super().__init__(theme.column_width, MARGIN, parent)
        theme.changed.connect(lambda: self.set_column(theme.column_width))
        self._vault = vault
        self._model = model
        self._was_locked = False  # session only is then a way around stored conversations, not a way without any
        self._closed_note = False
        self._closed_problem: Problem | None = None
        self.recovery = Banner(theme, self)
        self.vault_note = Banner(theme, self)
        self.model_note = Banner(theme, self)
        for banner in (self.model_note, self.recovery, self.vault_note):
            self.column.addWidget(banner)
        self.vault_note.closed.connect(self._close_note)
        self.model_note.closed.connect(self._close_problem)
        vault.changed.connect(self.refresh)
        model.changed.connect(self._model_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the states of now."""
        self._was_locked = self._was_locked or self._vault.state in LOCKED
        self._show_recovery()
        self._show_vault()
        self._model_changed()

    def _model_changed(self) -> None:
        """Show how the model does; it says so many times while it is loaded."""
        self._show_model()
        shown = [not banner.isHidden() for banner in (self.recovery, self.vault_note, self.model_note)]
        self.setVisible(any(shown))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.refresh()
        super().changeEvent(event)

    def _show_recovery(self) -> None:
        if not self._vault.recovery_code:
            self.recovery.hide()
            return
        show = BannerAction(self.tr("Show recovery code…"), self.recovery_code_wanted.emit)
        words = self.tr("Your conversations are encrypted. Save your recovery code.")
        self.recovery.show_state(Tone.CALM, words, [show])

    def _show_vault(self) -> None:
        protect = BannerAction(self.tr("Protect with a passphrase…"), self.passphrase_wanted.emit)
        not_kept = self.tr("Conversations are kept only until you close Parley.")
        match self._vault.state:
            case VaultState.NEEDS_CHOICE:
                keep_nothing = BannerAction(self.tr("Leave it so"), self._vault.choose_session_only)
                self.vault_note.show_state(Tone.CALM, not_kept, [keep_nothing, protect])
            case VaultState.SESSION_ONLY if self._closed_note:
                self.vault_note.hide()
            case VaultState.SESSION_ONLY if self._was_locked:
                words = self.tr("Your stored conversations stay locked. New ones are kept only until you close Parley.")
                self.vault_note.show_state(Tone.CALM, words, [], closable=True)
            case VaultState.SESSION_ONLY:
                self.vault_note.show_state(Tone.CALM, not_kept, [protect], closable=True)
            case VaultState.FAILED:
                self._show_vault_failure()
            case VaultState.OPENING | VaultState.OPEN | VaultState.NEEDS_PASSPHRASE | VaultState.NEEDS_RECOVERY_CODE:
                self.vault_note.hide()
            case other:
                assert_never(other)

    def _show_vault_failure(self) -> None:
        problem = self._vault.problem or Problem(self.tr("Your conversations could not be opened."))
        actions = [
            BannerAction(self.tr("Copies and repair…"), self.copies_wanted.emit),
            BannerAction(self.tr("Use Parley without saving"), self._vault.choose_session_only),
        ]
        if problem.details:
            actions.insert(0, self._details(problem))
        self.vault_note.show_state(Tone.BAD, _words(problem), actions)

    def _show_model(self) -> None:
        problem = self._model.problem
        if self._model.state is not ModelState.FAILED or problem is None or problem is self._closed_problem:
            self.model_note.hide()
            return
        actions = [
            BannerAction(self.tr("Try again"), self._model.retry),
            BannerAction(self.tr("Choose another…"), self.model_choice_wanted.emit),
        ]
        if problem.details:
            actions.insert(0, self._details(problem))
        self.model_note.show_state(Tone.BAD, _words(problem), actions, closable=True)

    def _details(self, problem: Problem) -> BannerAction:
        return BannerAction(self.tr("Details…"), lambda: self.details_wanted.emit(problem))

    def _close_note(self) -> None:
        self._closed_note = True
        self.refresh()

    def _close_problem(self) -> None:
        self._closed_problem = self._model.problem
        self.refresh()


def _words(problem: Problem) -> str:
    return " ".join(filter(None, (problem.sentence, problem.advice)))
