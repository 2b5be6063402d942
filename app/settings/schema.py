"""Every setting, its type, bounds and default. No Qt.

To add one: add a field with a default here, a row in ``ui/settings`` that shows it, and, when the meaning of an old
one changes, a migration. An unknown or wrong value in the file becomes the default and is logged.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from app.placement.plan import Wishes

BUDGET_STOPS = (1024, 2048, 4096, 8192, 16384, 32768)
"""Stops of the budget slider in tokens, between "off" and "unlimited" (Qwen: below about 1k little is gained)."""


class ColourScheme(StrEnum):
    """Which colours the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"  # light or dark as the system is


class ShortcutUse(StrEnum):
    """Whether keys bring up the translation window over every program."""

    USUAL = "usual"  # yes, unless the system would ask the person something for it
    ON = "on"
    OFF = "off"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings. Change with ``msgspec.structs.replace`` and ``SettingsStore.save``."""

    version: int = 1
    colour_scheme: ColourScheme = ColourScheme.SYSTEM
    language: str = ""  # "" follows the system; else a code such as "de"
    text_size: Annotated[int, Meta(ge=10, le=32)] = 15  # pixels
    text_family: str = ""  # font of the conversation; "" is the system's
    column_width: Annotated[int, Meta(ge=480, le=1600)] = 736  # pixels of a line of the conversation, at most
    reduced_motion: bool = False  # nothing slides; the system's own wish for it counts as well
    model_path: str = ""  # "" is the starter model
    recent_models: list[str] = []
    context_size: Annotated[int, Meta(ge=0, le=1_048_576)] = 0  # tokens; 0: chosen for this computer
    threads: Annotated[int, Meta(ge=0, le=512)] = 0  # 0: physical cores
    gpu_layers: Annotated[int, Meta(ge=-1, le=1024)] = -1  # -1: as many as fit
    placements: dict[str, Wishes] = {}  # path of a model -> what was wished for it; none: chosen for this computer
    thinking_enabled: bool = True
    thinking_budget: Annotated[int, Meta(ge=0, le=1_000_000)] = 4096  # tokens; 0 is unlimited
    kept_bytes: Annotated[int, Meta(ge=0)] = 4_000_000_000  # of what the engine has read, on disk; 0 keeps nothing
    end_loops: bool = False  # answer by itself when the thoughts go round in circles
    offline_mode: bool = False  # nothing is asked of any network
    hub_endpoints: dict[str, str] = {}  # name of a source -> address of a mirror; none: the hub's own
    hub_tokens: list[str] = []  # whose secret is in the system's keyring (sources, "proxy"); never the secret itself
    proxy: str = ""  # address without a password; "" is the system's own
    models_folder: str = ""  # where downloads go; "" is Parley's own folder
    models_greeted: bool = False  # the offer of a better model than the starter was answered
    translate_source: str = ""  # code of a language; "" detects
    translate_target: str = ""  # "": the person's own
    translate_recent: list[str] = []  # codes, newest first
    translate_history: bool = True  # keep what was translated, encrypted like the conversations
    shortcut_use: ShortcutUse = ShortcutUse.USUAL
    shortcut_keys: str = ""  # such as "Ctrl+Alt+Space"; "": the usual ones
    shortcut_met: bool = False  # what they do was explained when they were first pressed
    sidebar_visible: bool = True
    closed_folders: list[str] = []  # ids of the sidebar's folders that are closed
    window_geometry: str = ""  # base64 of QWidget.saveGeometry
