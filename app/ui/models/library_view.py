"""What is on this computer: a card for each model, the disk's state above."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.catalog.library import LibraryEntry
from app.catalog.net_api import Repository
from app.session.models.model_session import ModelState
from app.ui.models.entry_row import EntryAction, RowContent, UseState
from app.ui.models.measures import file_size
from app.ui.models.model_card import ModelCard
from app.ui.models.protocols import Library
from app.ui.models.sessions import EngineModel
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme
from app.ui.widgets.flat_button import OUTLINED, FlatButton
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label
from app.ui.widgets.toast import ToastText


class LibraryView(QWidget):
    """Signals ask the page for what lies outside the library."""

    selected = Signal(object)  # LibraryEntry
    used = Signal()
    shrink_wanted = Signal(object)  # LibraryEntry
    repository_wanted = Signal(object)  # Repository
    discover_wanted = Signal()
    toast = Signal(object)  # ToastText

    def __init__(self, theme: Theme, library: Library, model: EngineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._model = model
        self._marked = ""
        self._filter = ""
        self.cards: dict[str, ModelCard] = {}
        self.disk = text_label(self, "muted")
        self.add = FlatButton(theme, OUTLINED, "plus", self)
        self.invitation = StatePanel(theme, self)
        self.nothing = StatePanel(theme, self)
        self._column = ScrollColumn(self)
        self._build()
        library.changed.connect(self.refresh)
        model.changed.connect(self.refresh)
        self.add.clicked.connect(self.choose_file)
        self.refresh()

    @property
    def has_models(self) -> bool:
        """Whether there is any beside the built-in one."""
        return any(not entry.builtin for entry in self._library.entries)

    def refresh(self) -> None:
        """Show the library as it is now."""
        self._show_head()
        groups = self._groups()
        for name in [name for name in self.cards if name not in groups]:
            gone = self.cards.pop(name)
            self._cards.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, (name, contents) in enumerate(groups.items()):
            card = self.cards.get(name) or self._new_card(name)
            if self._cards.indexOf(card) != number:
                self._cards.insertWidget(number, card)
            card.show_rows(contents)
        if self._marked and all(entry.id != self._marked for entry in self._library.entries):
            self._marked = ""  # it is gone: the panel speaks about another one
            self.select_again()
        self.invitation.setVisible(not self._filter and not self.has_models)
        self._stack.setCurrentWidget(self._column if groups or not self._filter else self.nothing)

    def show_filter(self, text: str) -> None:
        """Show only models whose name or quant has these words; "" for all."""
        self._filter = text.strip().casefold()
        self.refresh()

    def choose_file(self) -> None:
        """Let the person choose a GGUF file; it is used where it lies."""
        path, _filter = QFileDialog.getOpenFileName(
            self.window(), self.tr("Add a model"), "", self.tr("Models (*.gguf);;All files (*)")
        )
        if path:
            self._library.add_file(path)

    def select_again(self) -> None:
        """Tell the panel which file is marked, at first the one in use, else the first."""
        entries = list(self._library.entries)
        used = next((entry for entry in entries if entry.path == self._model.path), None)
        marked = next((entry for entry in entries if entry.id == self._marked), used or next(iter(entries), None))
        if marked is not None:
            self.selected.emit(marked)

    def mark(self, entry_id: str) -> None:
        """Show which file the rest of the page speaks about."""
        if entry_id != self._marked:
            self._marked = entry_id
            self.refresh()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.disk, 1)
        head.addWidget(self.add)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._column.column.addLayout(head)
        self._column.column.addLayout(self._cards)
        self._column.column.addWidget(self.invitation)
        self._column.column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._column)
        self._stack.addWidget(self.nothing)

    def _show_head(self) -> None:
        words = self.tr("{used} in models · {free} free on this disk")
        self.disk.setText(
            words.format(used=file_size(self._library.disk_used), free=file_size(self._library.disk_free))
        )
        self.add.set_words(self.tr("Add a file…"), self.tr("Use a GGUF file that is on this computer already"))
        text = self.tr("Nothing in the library has these words.")
        self.nothing.show_face(StateFace("search", self.tr("Nothing found"), text))
        actions = [
            StateAction(self.tr("Discover models"), self.discover_wanted.emit),
            StateAction(self.tr("Add a file…"), self.choose_file),
        ]
        text = self.tr("The starter model shows how everything works. Bigger ones know more and answer better.")
        self.invitation.show_face(StateFace("models", self.tr("Room for a bigger model"), text, actions))

    def _groups(self) -> dict[str, list[RowContent]]:
        groups: dict[str, list[RowContent]] = {}
        for entry in self._shown():
            use = self._use_state(entry)
            content = RowContent(entry, self._library.busy_with(entry.id), use, entry.id == self._marked)
            groups.setdefault(entry.name, []).append(content)
        return groups

    def _shown(self) -> Iterator[LibraryEntry]:
        for entry in self._library.entries:
            quant = entry.shape.quantization if entry.shape else ""
            if self._filter in f"{entry.name} {quant} {entry.path}".casefold():
                yield entry

    def _use_state(self, entry: LibraryEntry) -> UseState:
        if self._model.path != entry.path:
            return UseState.NONE
        match self._model.state:
            case ModelState.LOADING:
                return UseState.LOADING
            case ModelState.READY:
                return UseState.LOADED
            case ModelState.NONE | ModelState.FAILED:
                return UseState.NONE

    def _new_card(self, name: str) -> ModelCard:
        card = ModelCard(self._theme, self)
        card.asked.connect(self._do)
        self.cards[name] = card
        return card

    def _do(self, entry_id: str, action: EntryAction) -> None:
        entry = next((entry for entry in self._library.entries if entry.id == entry_id), None)
        if entry is None:
            return
        library = self._library
        run: dict[EntryAction, Callable[[], object]] = {
            EntryAction.SELECT: lambda: self.selected.emit(entry),
            EntryAction.USE: lambda: self._use(entry),
            EntryAction.OPEN_FOLDER: lambda: library.open_folder(entry_id),
            EntryAction.VERIFY: lambda: library.verify(entry_id),
            EntryAction.SHRINK: lambda: self.shrink_wanted.emit(entry),
            EntryAction.DELETE: lambda: self._delete(entry),
            EntryAction.CANCEL: lambda: library.cancel(entry_id),
            EntryAction.LOOK_AGAIN: library.rescan,
            EntryAction.DOWNLOAD_AGAIN: lambda: self._show_repository(entry),
        }
        run[action]()

    def _use(self, entry: LibraryEntry) -> None:
        self._library.use(entry.id)
        self.used.emit()

    def _show_repository(self, entry: LibraryEntry) -> None:
        if entry.source is not None:
            self.repository_wanted.emit(Repository(source=entry.source, id=entry.repository, revision="main"))

    def _delete(self, entry: LibraryEntry) -> None:
        quant = entry.shape.quantization if entry.shape else ""
        name = f"{entry.name} {quant}".strip()
        if entry.linked:
            words = self.tr("“{name}” was removed from the list. Its file stays where it is.")
        else:
            words = self.tr("“{name}” was moved to the trash.")
        self._library.delete(entry.id)
        self.toast.emit(ToastText(words.format(name=name), self.tr("Undo"), self._undo))

    def _undo(self) -> None:
        self._library.undo_delete()
