"""Which model answers: state at a glance, and a menu to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Protocol, assert_never

import msgspec
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget, QWidgetAction
from typing_extensions import override

from app.engine.api import ModelDescription
from app.session.models.model_session import ModelState
from app.session.notices import Problem
from app.ui.chat.composer.thinking_controls import LoadedModel
from app.ui.icons import icon
from app.ui.models.graphics import Graphics
from app.ui.models.model_words import details, facts, file_title, thinking
from app.ui.models.picker_button import PickerButton, PickerFace
from app.ui.theme import Theme, set_kind
from app.ui.widgets.menu import Menu
from app.ui.widgets.plain import plain

CARD_WIDTH = 344
NAME_LETTERS = 44


class PickedModel(LoadedModel, Protocol):
    """The part of ``ModelSession`` that the picker shows and changes."""

    @property
    def state(self) -> ModelState:
        """Where the load is."""
        ...

    @property
    def fraction(self) -> float:
        """How much is loaded, 0 … 1."""
        ...

    @property
    def path(self) -> str:
        """The file in question."""
        ...

    @property
    def is_starter(self) -> bool:
        """Whether that is the built-in model."""
        ...

    @property
    def problem(self) -> Problem | None:
        """Why the last load failed."""
        ...

    @property
    def recent(self) -> Sequence[str]:
        """Files loaded before, newest first."""
        ...

    def load(self, path: str) -> None:
        """Load a file."""

    def load_starter(self) -> None:
        """Load the built-in model."""

    def cancel_load(self) -> None:
        """Give up loading."""

    def unload(self) -> None:
        """Free the model."""

    def retry(self) -> None:
        """Load the same file again."""


class Installed(msgspec.Struct, frozen=True):
    """A model that can be chosen; ``size`` in words."""

    path: str
    name: str
    size: str


class ModelPicker(QWidget):
    """The button and its menu. ``details_wanted`` asks for the technical lines of a problem."""

    details_wanted = Signal(object)  # Problem
    models_wanted = Signal()

    def __init__(self, theme: Theme, model: PickedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._library: Callable[[], list[Installed]] | None = None
        self._graphics: Graphics | None = None
        self.button = PickerButton(theme, self)
        self.menu = Menu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.button.clicked.connect(self.open_menu)
        model.changed.connect(self.refresh)
        self.setFocusProxy(self.button)
        self.refresh()

    def use_library(self, installed: Callable[[], list[Installed]]) -> None:
        """List these models from now on."""
        self._library = installed

    def installed(self) -> list[Installed]:
        """Return what the list offers beside the files used before; empty until the library is known."""
        return self._library() if self._library is not None else []

    def use_graphics(self, graphics: Graphics) -> None:
        """Say in the menu when a graphics card is not used."""
        self._graphics = graphics

    def refresh(self) -> None:
        """Show the state."""
        face = self._face()
        self.button.show_face(face)
        self.button.setAccessibleName(self.tr("Model: {name}").format(name=face.name))
        self.button.setAccessibleDescription(face.details)
        problem = self._model.problem
        hint = problem.sentence if problem and face.state is ModelState.FAILED else f"{face.name} · {face.details}"
        self.button.setToolTip(plain(hint.removesuffix(" · ")))

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self.fill_menu()
        corner = self.button.rect().bottomLeft()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner = self.button.rect().bottomRight() - QPoint(self.menu.sizeHint().width(), 0)
        self.menu.popup(self.button.mapToGlobal(corner) + QPoint(0, 4))

    def open_file(self) -> None:
        """Let the person choose a GGUF file and load it."""
        start = str(PurePath(self._model.path).parent) if self._model.path and not self._model.is_starter else ""
        path, _filter = QFileDialog.getOpenFileName(
            self.window(), self.tr("Open a model"), start, self.tr("Models (*.gguf);;All files (*)")
        )
        if path:
            self._model.load(path)

    def fill_menu(self) -> None:
        """Build the menu for the state of now."""
        self.menu.clear()
        self.menu.addAction(self._card())
        self._add_state_actions()
        self._add_graphics_action()
        self.menu.addSeparator()
        self._add_models()
        self.menu.addSeparator()
        self._add(self.tr("Get more models…"), "save", self._ask_for_models).setShortcut("Ctrl+3")
        self._add(self.tr("Open a GGUF file…"), "folder", self.open_file).setShortcut("Ctrl+O")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.refresh()
        super().changeEvent(event)

    def _face(self) -> PickerFace:
        state, model = self._model.state, self._model.model
        match state:
            case ModelState.NONE:
                return PickerFace(state, self.tr("Choose a model"))
            case ModelState.LOADING:
                percent = QLocale().toString(round(self._model.fraction * 100))
                words = self.tr("loading {percent} %").format(percent=percent)
                return PickerFace(state, self._title(), words, self._model.fraction)
            case ModelState.READY:
                return PickerFace(state, self._loaded_name(model), details(model) if model else "")
            case ModelState.FAILED:
                return PickerFace(state, self._title(), self.tr("could not be loaded"))
            case other:
                assert_never(other)

    def _loaded_name(self, model: ModelDescription | None) -> str:
        named = model is not None and model.name and not self._model.is_starter
        return model.name[:NAME_LETTERS] if model and named else self._title()

    def _title(self) -> str:
        return self.tr("Starter model") if self._model.is_starter else file_title(self._model.path)[:NAME_LETTERS]

    def _card(self) -> QWidgetAction:
        """Return the menu's head: what is loaded, or what went wrong and what helps."""
        title, lines = self._card_words()
        if self._graphics is not None and self._graphics.sentence:
            lines = [*lines, self._graphics.sentence]
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for text, kind in ((title, "strong"), *((line, "muted") for line in lines)):
            label = QLabel(text, card)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFixedWidth(CARD_WIDTH)
            set_kind(label, kind)
            column.addWidget(label)
        action = QWidgetAction(self.menu)
        action.setDefaultWidget(card)
        return action

    def _card_words(self) -> tuple[str, list[str]]:
        model, problem = self._model.model, self._model.problem
        match self._model.state:
            case ModelState.NONE:
                return self.tr("No model is loaded"), [self.tr("Choose one below. The starter model is always there.")]
            case ModelState.LOADING:
                percent = QLocale().toString(round(self._model.fraction * 100))
                return self._title(), [self.tr("Loading: {percent} %").format(percent=percent)]
            case ModelState.READY:
                face = self._face()
                own = [model.name[:NAME_LETTERS]] if model and model.name != face.name else []
                return face.name, [*own, face.details, facts(model), thinking(model)] if model else []
            case ModelState.FAILED:
                lines = [problem.advice] if problem and problem.advice else []
                return (problem.sentence if problem else self.tr("The model could not be loaded.")), lines
            case other:
                assert_never(other)

    def _add_state_actions(self) -> None:
        match self._model.state:
            case ModelState.NONE:
                pass
            case ModelState.LOADING:
                self._add(self.tr("Cancel loading"), "close", self._model.cancel_load)
            case ModelState.READY:
                self._add(self.tr("Load again"), "regenerate", self._model.retry)
                self._add(self.tr("Unload"), "eject", self._model.unload)
            case ModelState.FAILED:
                self._add(self.tr("Try again"), "regenerate", self._model.retry)
                if self._model.problem and self._model.problem.details:
                    self._add(self.tr("Details…"), "info", self._ask_for_details)
            case other:
                assert_never(other)

    def _add_graphics_action(self) -> None:
        graphics = self._graphics
        if graphics is not None and graphics.sentence:
            checking = self.tr("Checking the graphics card…")
            words = checking if graphics.checking else self.tr("Check the graphics card again")
            self._add(words, "regenerate", graphics.check_again).setEnabled(not graphics.checking)

    def _add_models(self) -> None:
        loaded = self._model.state is ModelState.READY
        starter = self._add(self.tr("Starter model (built in)"), "models", self._model.load_starter)
        self._mark(starter, here=loaded and self._model.is_starter)
        for one in self._installed():
            name = one.name[:NAME_LETTERS].replace("&", "&&")
            action = self._add(f"{name}\t{one.size}" if one.size else name, "file", self._loader(one.path))
            action.setToolTip(plain(one.path))
            self._mark(action, here=loaded and one.path == self._model.path)

    def _installed(self) -> list[Installed]:
        """Return the library's models, or, until it has been looked through, those that were loaded before."""
        if self._library is not None:
            return self._library()
        return [Installed(path, file_title(path), "") for path in self._model.recent]

    def _loader(self, path: str) -> Callable[[], None]:
        return lambda: self._model.load(path)

    def _mark(self, action: QAction, *, here: bool) -> None:
        action.setCheckable(here)
        action.setChecked(here)
        if here:
            action.setIcon(icon("check", self._theme.colours.accent))

    def _add(self, text: str, icon_name: str, run: Callable[[], None]) -> QAction:
        action = self.menu.addAction(icon(icon_name, self._theme.colours.muted), text)
        action.triggered.connect(run)
        return action

    def _ask_for_models(self) -> None:
        self.models_wanted.emit()

    def _ask_for_details(self) -> None:
        if self._model.problem is not None:
            self.details_wanted.emit(self._model.problem)
