"""The keys that bring up the small translation window, in the whole program. Loaded after the start, where wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.beside import ImportBeside
from app.ui.settings.settings_dialog import Part
from app.ui.shortcuts.summoner import Summoner

if TYPE_CHECKING:
    from app.ui.parley import Parley


def summoner_of(parley: Parley) -> Summoner:
    """Build it; no key is taken yet."""
    summoner = Summoner(parley.settings, lambda: parley.translate_side().small_window(), parley.window)
    summoner.settings_wanted.connect(lambda: _show_settings(parley))
    return summoner


def begin(parley: Parley) -> None:
    """Take the keys, if they are wanted, and load what translates: the first time is then as quick as the second."""
    parley.summoner().follow()
    texts = ImportBeside("app.ui.translate_side", parley.window)
    documents = ImportBeside("app.ui.translated_documents_side", parley.window)
    texts.done.connect(documents.start)
    texts.start()


def _show_settings(parley: Parley) -> None:
    parley.window.show()
    parley.window.raise_()
    parley.window.show_settings().show_part(Part.SHORTCUTS)
