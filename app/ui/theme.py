"""Colours, type and shapes. The only module that sets a style sheet.

A theme is a set of named colours; the palette is built from them, and so are the style sheets in ``styles/*.qss``,
whose ``$name`` fields are filled in here. Widgets that paint by themselves take the ``Theme``, redrawn on ``changed``.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.settings.schema import ColourScheme, Settings

STYLES = Path(__file__).parent / "styles"

SIDEBAR_WIDTH = 264
COLUMN_WIDTH = 736
TEXT_SIZE = 15
SMALL_SIZE = 13


class Colours(msgspec.Struct, frozen=True):
    """The named colours of one theme, as ``#rrggbb``. ``faint`` is never for text that a person needs."""

    background: str
    sidebar: str
    panel: str
    line: str
    control_line: str  # outlines of controls: 3:1 against the background
    hover: str
    scroll: str  # the part of a scroll bar that is dragged; lighter than a control, since the wheel does it too
    text: str
    muted: str
    faint: str
    accent: str
    accent_background: str
    on_accent: str
    bubble: str
    code: str
    warn: str
    warn_background: str
    bad: str
    bad_background: str
    good: str


LIGHT = Colours(
    background="#ffffff",
    sidebar="#f6f6f4",
    panel="#fbfbfa",
    line="#e6e5e1",
    control_line="#8d8b86",
    hover="#efeeeb",
    scroll="#d2d0cb",
    text="#1f1f1d",
    muted="#6f6d68",
    faint="#9b9993",
    accent="#2f6f6a",
    accent_background="#e7f1ef",
    on_accent="#ffffff",
    bubble="#f1f0ed",
    code="#f6f5f2",
    warn="#9a6200",
    warn_background="#fdf3df",
    bad="#b3362b",
    bad_background="#fbe9e7",
    good="#2c7a4b",
)

DARK = Colours(
    background="#1b1c1e",
    sidebar="#151618",
    panel="#202123",
    line="#303236",
    control_line="#7b7a77",
    hover="#27282b",
    scroll="#45474c",
    text="#e9e8e4",
    muted="#a3a19b",
    faint="#77756f",
    accent="#6fc3b8",
    accent_background="#22383a",
    on_accent="#10201f",
    bubble="#2a2b2e",
    code="#141517",
    warn="#e3b25c",
    warn_background="#3a2f18",
    bad="#ef8379",
    bad_background="#3b2220",
    good="#7ccf9a",
)


CONTRAST_LIGHT = Colours(
    background="#ffffff",
    sidebar="#ffffff",
    panel="#ffffff",
    line="#4a4a4a",
    control_line="#000000",
    hover="#e2e2e2",
    scroll="#454545",
    text="#000000",
    muted="#2b2b2b",
    faint="#454545",
    accent="#004b47",
    accent_background="#d2eeeb",
    on_accent="#ffffff",
    bubble="#ececec",
    code="#f4f4f4",
    warn="#5e3800",
    warn_background="#fff0d0",
    bad="#8a0f08",
    bad_background="#ffe6e3",
    good="#0b4a25",
)

CONTRAST_DARK = Colours(
    background="#000000",
    sidebar="#000000",
    panel="#000000",
    line="#b8b8b8",
    control_line="#ffffff",
    hover="#2e2e2e",
    scroll="#c2c2c2",
    text="#ffffff",
    muted="#e2e2e2",
    faint="#c2c2c2",
    accent="#7ef0e2",
    accent_background="#0d3b38",
    on_accent="#000000",
    bubble="#222222",
    code="#101010",
    warn="#ffcf70",
    warn_background="#3a2a08",
    bad="#ffa69d",
    bad_background="#421510",
    good="#8ff0b8",
)


class Reading(msgspec.Struct, frozen=True):
    """How the conversation is set. Sizes are pixels; ``family`` "" is the system's own font."""

    text_size: int = TEXT_SIZE
    column_width: int = COLUMN_WIDTH
    family: str = ""
    reduced_motion: bool = False


class Theme(QObject):
    """The colours in use. Follows the system until the person chooses; ``changed`` comes after every switch."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: ColourScheme = ColourScheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self.reading = Reading()
        self._scheme = scheme
        self.colours = LIGHT
        # Kept: PySide takes what ``accessibility`` returns away together with the last reference to its parent.
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        self.choose(scheme)

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.colours in {DARK, CONTRAST_DARK}

    @property
    def text_size(self) -> int:
        """Size of the conversation's text in pixels."""
        return self.reading.text_size

    @property
    def column_width(self) -> int:
        """Width of the conversation's column in pixels."""
        return self.reading.column_width

    def follow(self, settings: Settings) -> None:
        """Use what the person has set from now on; does nothing when that is in use."""
        reading = Reading(settings.text_size, settings.column_width, settings.text_family, settings.reduced_motion)
        if (settings.colour_scheme, reading) == (self._scheme, self.reading):
            return
        self.reading = reading
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, not reading.reduced_motion)
        if settings.colour_scheme is self._scheme:
            self.changed.emit()  # style sheets know nothing of the conversation's text
        else:
            self.choose(settings.colour_scheme, reading.text_size)

    def choose(self, scheme: ColourScheme, text_size: int = TEXT_SIZE) -> None:
        """Use these colours and this text size (pixels) from now on."""
        self.reading = msgspec.structs.replace(self.reading, text_size=text_size)
        self._scheme = scheme
        self._hints.setColorScheme(_qt_scheme(scheme))
        self._refresh()

    def colour(self, name: str) -> QColor:
        """Return one named colour."""
        return QColor(getattr(self.colours, name))

    def font(self, pixels: int | None = None, *, bold: bool = False) -> QFont:
        """Return the interface font at a size in pixels (default: the conversation's)."""
        font = QFont(self._application.font())
        font.setPixelSize(pixels or self.text_size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def reading_font(self, pixels: int | None = None, *, bold: bool = False) -> QFont:
        """Return the font of the conversation's text; the letters it lacks come from the interface font's fallbacks."""
        font = self.font(pixels, bold=bold)
        if self.reading.family:
            font.setFamilies([self.reading.family, *self._application.font().families()])
        return font

    def scaled(self, pixels: int) -> int:
        """Return a measure of the conversation, given for the usual text size, for the one in use."""
        return round(pixels * self.text_size / TEXT_SIZE)

    def code_font(self) -> QFont:
        """Return the fixed-width font, a little smaller than the text."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(10, self.text_size - 2))
        return font

    def _refresh(self) -> None:
        dark = self._wants_dark()
        if self._wants_contrast():
            self.colours = CONTRAST_DARK if dark else CONTRAST_LIGHT
        else:
            self.colours = DARK if dark else LIGHT
        font = self._application.font()
        font.setPixelSize(14)
        self._application.setFont(font)
        self._application.setPalette(_palette(self.colours))
        self._application.setStyleSheet(_style_sheet(self.colours))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        # Some platforms (offscreen among them) ignore setColorScheme, so the person's choice is asked first.
        if self._scheme in {ColourScheme.SYSTEM, ColourScheme.HIGH_CONTRAST}:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is ColourScheme.DARK

    def _wants_contrast(self) -> bool:
        if self._scheme is not ColourScheme.SYSTEM:  # who chose light or dark means these colours
            return self._scheme is ColourScheme.HIGH_CONTRAST
        return self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget the look that the style sheets describe as ``[kind="…"]``; safe to call again with another."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # a new one takes its look before it is first shown
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _qt_scheme(scheme: ColourScheme) -> Qt.ColorScheme:
    match scheme:
        case ColourScheme.SYSTEM | ColourScheme.HIGH_CONTRAST:
            return Qt.ColorScheme.Unknown
        case ColourScheme.LIGHT:
            return Qt.ColorScheme.Light
        case ColourScheme.DARK:
            return Qt.ColorScheme.Dark


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, colours.background),
        (role.Base, colours.background),
        (role.AlternateBase, colours.panel),
        (role.Button, colours.panel),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.Mid, colours.line),
        (role.Accent, colours.accent),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.faint))
    return palette


def _style_sheet(colours: Colours) -> str:
    sheets = (path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.qss")))
    return Template("\n".join(sheets)).substitute(msgspec.structs.asdict(colours))
