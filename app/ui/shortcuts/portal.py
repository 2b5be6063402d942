"""Keys of Wayland, by the desktop's portal: the desktop asks the person, keeps the keys and tells us when they are hit.

Source: the documentation of org.freedesktop.portal.GlobalShortcuts, Session, Request and of host.portal.Registry.
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, MatchRule
from PySide6.QtCore import QKeyCombination, QObject, Qt, QTimer
from typing_extensions import override

from app.ui.shortcuts.backend import Backend, Standing
from app.ui.shortcuts.keys import modifiers
from app.ui.shortcuts.keysyms import keysym_name
from app.ui.shortcuts.session_bus import SessionBus

log = logging.getLogger(__name__)

BUS = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
OURS = "translate"
APPLICATION = "parley"  # as the desktop file is called
PATIENCE_MS = 10_000
"""For answers that need no person."""

NAMES = {
    Qt.KeyboardModifier.ControlModifier: "CTRL",
    Qt.KeyboardModifier.AltModifier: "ALT",
    Qt.KeyboardModifier.ShiftModifier: "SHIFT",
    Qt.KeyboardModifier.MetaModifier: "LOGO",
}
Variant = tuple[str, Any]


class PortalShortcut(Backend):
    """One session of the portal with one shortcut in it. ``words`` is what the desktop calls it to the person."""

    asks_first = True

    def __init__(self, words: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._bus: SessionBus | None = None
        self._session = ""
        self._trigger = ""
        self._answers: dict[str, Callable[[int, dict[str, Variant]], None]] = {}  # by path of the request
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(lambda: self._give_up(Standing.UNSUPPORTED))

    @override
    def register(self, keys: QKeyCombination) -> None:
        self.release()
        self._trigger = trigger(keys)
        try:
            bus = self._bus = SessionBus(self)
        except OSError as error:
            log.info("no portal: %s", error)
            self.settled.emit(Standing.UNSUPPORTED)
            return
        bus.heard.connect(self._hear)
        bus.lost.connect(lambda: self._give_up(Standing.UNSUPPORTED))
        self.settled.emit(Standing.ASKING)
        self._patience.start()
        bus.listen(MatchRule(type="signal", sender=BUS))
        bus.listen(MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged"))
        registry = DBusAddress(PATH, BUS, "org.freedesktop.host.portal.Registry")
        bus.call(registry, "Register", "sa{sv}", (APPLICATION, {}), self._ask_version)

    @override
    def release(self) -> None:
        self._patience.stop()
        self._answers.clear()
        self._session = self.system_keys = ""
        if self._bus is not None:
            self._bus.close()  # the portal ends a session with the connection that made it
            self._bus.deleteLater()
            self._bus = None

    def _ask_version(self, _registered: tuple[Any, ...] | None) -> None:
        """Older portals have no registry, and know the program by how it was started."""
        if self._bus is not None:
            properties = DBusAddress(PATH, BUS, "org.freedesktop.DBus.Properties")
            self._bus.call(properties, "Get", "ss", (SHORTCUTS, "version"), self._begin)

    def _begin(self, version: tuple[Any, ...] | None) -> None:
        if version is None:
            self._give_up(Standing.UNSUPPORTED)
            return
        token = _token()
        options = {"handle_token": ("s", token), "session_handle_token": ("s", _token())}
        self._request("CreateSession", "a{sv}", (options,), token, self._bind)

    def _bind(self, code: int, results: dict[str, Variant]) -> None:
        self._session = str(results.get("session_handle", ("s", ""))[1])
        if code or not self._session:
            self._give_up(Standing.UNSUPPORTED)
            return
        self._patience.stop()  # now a person is asked
        token = _token()
        ours = (OURS, {"description": ("s", self._words()), "preferred_trigger": ("s", self._trigger)})
        body = (self._session, [ours], "", {"handle_token": ("s", token)})
        self._request("BindShortcuts", "oa(sa{sv})sa{sv}", body, token, self._bound)

    def _bound(self, code: int, results: dict[str, Variant]) -> None:
        bound = dict(results.get("shortcuts", ("", []))[1])
        if code or OURS not in bound:
            self._give_up(Standing.REFUSED)
            return
        self._show_keys(bound)
        self.settled.emit(Standing.REGISTERED)

    def _show_keys(self, bound: dict[str, dict[str, Variant]]) -> None:
        self.system_keys = str(bound[OURS].get("trigger_description", ("s", ""))[1])

    def _request(
        self,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        token: str,
        answer: Callable[[int, dict[str, Variant]], None],
    ) -> None:
        """Call what is answered by a signal, from an object whose path is known beforehand."""
        if self._bus is None:
            return
        sender = self._bus.name.removeprefix(":").replace(".", "_")
        self._answers[f"{PATH}/request/{sender}/{token}"] = answer
        self._bus.call(DBusAddress(PATH, BUS, SHORTCUTS), method, signature, body, self._requested)

    def _requested(self, handle: tuple[Any, ...] | None) -> None:
        if handle is None:
            self._give_up(Standing.REFUSED if self._session else Standing.UNSUPPORTED)

    def _hear(self, path: str, member: str, body: tuple[Any, ...]) -> None:
        match member, body:
            case "Response", (int(code), dict(results)):
                if (answer := self._answers.pop(path, None)) is not None:
                    answer(code, results)
            case "Activated", (self._session, str(name), _, dict(options)) if name == OURS:
                _use_token(options)
                self.activated.emit()
            case "ShortcutsChanged", (self._session, list(shortcuts)) if OURS in dict(shortcuts):
                self._show_keys(dict(shortcuts))
                self.settled.emit(Standing.REGISTERED)
            case "NameOwnerChanged", (name, _, "") if name == BUS:  # it ended
                self._give_up(Standing.UNSUPPORTED)
            case "Closed", _ if path == self._session:
                self._give_up(Standing.REFUSED)

    def _give_up(self, standing: Standing) -> None:
        self.release()
        self.settled.emit(standing)


def trigger(keys: QKeyCombination) -> str:
    """Return a combination as the portal writes it, "CTRL+ALT+space"; "" where it has no name for the key."""
    try:
        name = keysym_name(keys.key())
    except OSError:
        return ""
    return "+".join([*(NAMES[one] for one in modifiers(keys)), name]) if name else ""


def _token() -> str:
    return f"parley_{secrets.token_hex(8)}"


def _use_token(options: dict[str, Variant]) -> None:
    """Let the next window come to the front: Qt takes the compositor's permission from there, once."""
    token = options.get("activation_token", ("s", ""))[1]
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = str(token)
