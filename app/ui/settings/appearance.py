"""How Parley looks, and the language that it speaks."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QRect
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from app.settings.schema import ColourScheme, Settings
from app.ui.i18n import language_name, languages
from app.ui.icons import pixmap
from app.ui.settings.rows import Section, SettingRow
from app.ui.settings.sources import Keeper
from app.ui.theme import Theme, set_kind
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.choice_button import ChoiceButton
from app.ui.widgets.direction import mirrored
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.stepper import Stepper

SMALLEST_TEXT = 10
LARGEST_TEXT = 32
ARROW = 16
WIDTHS = (600, 736, 880, 1040, 1280)


class _FontList(QComboBox):
    """With an arrow in the theme's colours, which a style sheet cannot tint."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past must not change the font

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = pixmap("chevron_down", self._theme.colours.muted, ARROW, self.devicePixelRatioF())
        place = mirrored(self, QRect(self.width() - ARROW - 9, (self.height() - ARROW) // 2, ARROW, ARROW))
        QPainter(self).drawPixmap(place.topLeft(), arrow)


class AppearanceSettings(QObject):
    """Fills a section."""

    def __init__(self, keeper: Keeper, section: Section) -> None:
        super().__init__(section)
        self._keeper, self._section = keeper, section
        self._add_language()
        self._add_schemes()
        self._add_text_size()
        self._add_font()
        self._add_width()
        self._add_motion()

    def _add_language(self) -> None:
        choices = {"": self.tr("Like the system")} | {code: language_name(code) for code in languages()}
        self.language = ChoiceButton(self._keeper.theme, self.tr("Language"), choices)
        self.language.show_value(self._keeper.current.language)
        self.language.chosen.connect(self._choose_language)
        words = " ".join(["language", "Sprache", "语言", "اللغة"])  # untranslated: found in every language
        self._section.add(SettingRow(self.tr("Language"), self.language, words=words))

    def _choose_language(self, code: str) -> None:
        self._keeper.keep(language=code)
        self._keeper.language_chosen.emit(code)

    def _add_schemes(self) -> None:
        names = {
            ColourScheme.SYSTEM: self.tr("System"),
            ColourScheme.LIGHT: self.tr("Light"),
            ColourScheme.DARK: self.tr("Dark"),
            ColourScheme.HIGH_CONTRAST: self.tr("High contrast"),
        }
        box = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        row = FlowLayout(box, 6, 6)
        self.schemes = QButtonGroup(self)
        for number, (scheme, name) in enumerate(names.items()):
            button = QPushButton(name, box)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(scheme is self._keeper.current.colour_scheme)
            set_kind(button, "choice")
            self.schemes.addButton(button, number)
            row.addWidget(button)
        self.schemes.idClicked.connect(lambda number: self._keeper.keep(colour_scheme=list(names)[number]))
        note = self.tr("“System” follows your system, also when it asks for high contrast.")
        self._section.add(SettingRow(self.tr("Colours"), box, note))

    def _add_text_size(self) -> None:
        self.text_size = Stepper(SMALLEST_TEXT, LARGEST_TEXT)
        self.text_size.show_value(self._keeper.current.text_size)
        self.text_size.set_words(self.tr("Smaller text"), self.tr("Larger text"), self.tr("{number} pixels"))
        self.text_size.changed.connect(lambda pixels: self._keeper.keep(text_size=pixels))
        self._section.add(SettingRow(self.tr("Text size"), self.text_size, self.tr("Of the conversation.")))

    def _add_font(self) -> None:
        self.font = _FontList(self._keeper.theme)
        self.font.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.font.addItem(self.tr("Like the system"), "")
        for family in QFontDatabase.families():
            if QFontDatabase.isSmoothlyScalable(family) and not QFontDatabase.isPrivateFamily(family):
                self.font.addItem(family, family)
        self.font.setCurrentIndex(max(0, self.font.findData(self._keeper.current.text_family)))
        self.font.activated.connect(lambda _row: self._keeper.keep(text_family=self.font.currentData()))
        self._section.add(SettingRow(self.tr("Font of the conversation"), self.font))

    def _add_width(self) -> None:
        locale, now = QLocale(), self._keeper.current.column_width
        usual = self.tr("{number} pixels (usual)")
        plain = self.tr("{number} pixels")
        choices = {}
        for width in sorted({*WIDTHS, now}):
            words = usual if width == Settings().column_width else plain
            choices[str(width)] = words.format(number=locale.toString(width))
        self.width = ChoiceButton(self._keeper.theme, self.tr("Width of the conversation"), choices)
        self.width.show_value(str(now))
        self.width.chosen.connect(lambda width: self._keeper.keep(column_width=int(width)))
        self._section.add(SettingRow(self.tr("Width of the conversation"), self.width))

    def _add_motion(self) -> None:
        self.motion = CheckBox(self._keeper.theme, self.tr("Move nothing on the screen"))
        self.motion.setChecked(self._keeper.current.reduced_motion)
        self.motion.toggled.connect(lambda on: self._keeper.keep(reduced_motion=on))
        self._section.add(SettingRow(self.tr("Reduced motion"), self.motion))
