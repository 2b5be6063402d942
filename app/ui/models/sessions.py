"""The sessions that the Models page is given, together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance

from app.session.models.model_session import ModelState
from app.ui.models.graphics import Graphics
from app.ui.models.protocols import Discover, Downloads, Hub, Library, Placing


class EngineModel(Protocol):
    """The part of ``ModelSession`` that says which file is loaded."""

    @property
    def changed(self) -> SignalInstance:
        """State or file changed."""
        ...

    @property
    def state(self) -> ModelState:
        """Where the load is."""
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
    def recent(self) -> Sequence[str]:
        """Files loaded before."""
        ...


@dataclass(frozen=True)
class ModelsSessions:
    """Everything about models except the one that answers."""

    library: Library
    downloads: Downloads
    hub: Hub
    discover: Discover
    placement: Placing
    model: EngineModel
    graphics: Graphics | None = None
