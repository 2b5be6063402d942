"""Which language: a button that shows it, and the list with a field that finds it by any of its names."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.translate.languages import by_code
from app.ui.theme import Theme, set_kind
from app.ui.translate.language_names import shown_name
from app.ui.translate.language_rows import DETECT, LanguageDelegate, LanguageRows, language_title
from app.ui.widgets.card import Card
from app.ui.widgets.choice_button import CHOICE
from app.ui.widgets.flat_button import FlatButton
from app.ui.widgets.text_label import text_label

WIDTH, HEIGHT = 340, 420
KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
KEYS_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
FACE = replace(CHOICE, height=36, padding=12, font_size=14, border="line")


class LanguagePopup(QWidget):
    """Closes by itself when the person looks elsewhere; ``chosen`` carries a code or ``DETECT``."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recent: Sequence[str] = ()
        self._detect = ""
        self.card = Card(theme, self, "background")
        self.field = QLineEdit(self.card)
        self.rows = LanguageRows(self)
        self.view = QListView(self.card)
        self._none = text_label(self.card, "muted")
        self._delegate = LanguageDelegate(theme, self.rows, self.view)
        self._build()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.view.clicked.connect(self._take)

    def open_below(self, button: QWidget, current: str, recent: Sequence[str], detect: str = "") -> None:
        """Show the list below a button with the keyboard in its field."""
        self._recent, self._detect, self._delegate.current = recent, detect, current
        self._search("")
        at_right = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = button.mapToGlobal(button.rect().bottomRight() if at_right else button.rect().bottomLeft())
        place += QPoint(-WIDTH if at_right else 0, 4)
        screen = button.screen().availableGeometry()
        height = min(HEIGHT, screen.height() - 16)
        left = max(screen.left(), min(place.x(), screen.right() - WIDTH))
        self.setGeometry(left, max(screen.top(), min(place.y(), screen.bottom() - height)), WIDTH, height)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in KEYS:
            self.view.keyPressEvent(event)
        elif event.key() in KEYS_TAKE:
            self._take(self.view.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _build(self) -> None:
        set_kind(self.field, "find")
        set_kind(self.view, "results")
        self.field.setPlaceholderText(self.tr("English name, own name or code"))
        self.field.setAccessibleName(self.tr("Find a language"))
        self.view.setAccessibleName(self.tr("Languages"))
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.rows)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the field
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._below = QStackedLayout()
        self._below.addWidget(self.view)
        self._below.addWidget(self._none)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(self._below, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)

    def _search(self, text: str) -> None:
        self.rows.show_text(text, self._recent, self._detect)
        first = self.rows.row_of(self._delegate.current if not text.strip() else "")
        if first >= 0:
            self.view.setCurrentIndex(self.rows.index(first, 0))
        self._none.setText(self.tr("No language is called “{text}”.").format(text=text.strip()))
        self._below.setCurrentWidget(self.view if first >= 0 else self._none)

    def _take(self, index: QModelIndex) -> None:
        code = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else ""
        if code:
            self.close()
            self.chosen.emit(code)


class LanguageButton(FlatButton):
    """Shows a language; ``chosen`` carries the code of another, or ``DETECT``."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, detects: bool = False) -> None:
        super().__init__(theme, FACE, "chevron_down", parent)
        self._detects = detects
        self.recent: Sequence[str] = ()
        self.code = ""
        self.popup: LanguagePopup | None = None
        self.clicked.connect(self.open_list)

    def show_language(self, code: str, detected: str = "") -> None:
        """Show this language; "" is for finding it out, ``detected`` is what it turned out to be."""
        self.code = code
        language, found = by_code(code), by_code(detected)
        if language is not None:
            words = language_title(language)
        elif found is not None:
            words = self.tr("Detected: {language}").format(language=shown_name(found))
        else:
            words = self.tr("Detect language")
        self.set_words(words)
        name = self.tr("Translate from: {language}") if self._detects else self.tr("Translate into: {language}")
        self.setAccessibleName(name.format(language=words))

    def open_list(self) -> None:
        """Open the list."""
        self.popup = popup = LanguagePopup(self._theme, self)
        popup.chosen.connect(self.chosen)
        popup.destroyed.connect(self._closed)
        detect = self.tr("Detect language") if self._detects else ""
        current = self.code or (DETECT if self._detects else "")
        popup.open_below(self, current, self.recent, detect)

    def _closed(self) -> None:
        self.popup = None
