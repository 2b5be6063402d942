"""Which graphics cards failed the engine's check, and another look at them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.engine.api import AnyEvent, CheckDevices, Devices, ListDevices
from app.placement.plan import Device, DeviceFault
from app.session.notices import Notice, NoticeAction, Severity
from app.session.workers.engine_client import EngineClient, EngineState
from app.session.workers.worker_process import new_request_id

translate = QCoreApplication.translate


class GraphicsSession(QObject):
    """What the engine says of the graphics cards. ``sentence`` is "" while all is well, or nothing is known."""

    changed = Signal()
    cards_changed = Signal()  # another set of cards is used than before
    notice = Signal(object)  # Notice

    def __init__(self, engine: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._listing = self._checking = ""  # request ids
        self._devices: Sequence[Device] = ()
        self._told: list[tuple[str, DeviceFault]] = []  # what was said already, in an earlier session too
        engine.received.connect(self._take)
        engine.died.connect(self._died)

    @property
    def checking(self) -> bool:
        """Whether they are being looked at again."""
        return bool(self._checking)

    @property
    def faulty(self) -> list[Device]:
        """The cards that are not used."""
        return [device for device in self._devices if device.fault is not None]

    @property
    def sentence(self) -> str:
        """What is wrong, and that Parley does without; of several cards, about the first."""
        return next((_sentence(device) for device in self.faulty), "")

    def start(self) -> None:
        """Ask what is known by now; the first model may have been loaded long ago."""
        if self._engine.state is EngineState.RUNNING and self._engine.hello is not None:
            self._told = _faults(self._engine.hello.devices)
            self._listing = new_request_id()
            self._engine.send(ListDevices(request_id=self._listing))

    def check_again(self) -> None:
        """Have the engine try all cards; ``changed`` says when it is done."""
        if not self._checking:
            self._checking = new_request_id()
            self._engine.send(CheckDevices(request_id=self._checking))
            self.changed.emit()

    def _take(self, event: AnyEvent) -> None:
        if isinstance(event, Devices) and event.request_id in {"", self._listing}:
            self._show(event.devices)
        elif self._checking and event.request_id == self._checking:
            self._checking = ""
            if isinstance(event, Devices):
                self._checked(event.devices)
            self.changed.emit()

    def _checked(self, devices: Sequence[Device]) -> None:
        before = self.faulty
        unlisted = any(not device.name for device in devices if device.fault is not None)
        self._told = _faults(devices) if unlisted else []
        self._show(devices)
        if unlisted:  # llama.cpp loads drivers when it starts, and only then
            words = translate("Session", "Parley tries the graphics driver again when it is next started.")
            self.notice.emit(Notice(Severity.INFO, words))
        elif before and not self.faulty:
            words = translate("Session", "The graphics card works. Load the model again to use it.")
            self.notice.emit(Notice(Severity.INFO, words, NoticeAction.RELOAD_MODEL))

    def _show(self, devices: Sequence[Device]) -> None:
        """Take them over, and say it when a card is newly found to fail."""
        changed = _faults(self._devices) != _faults(devices)
        self._devices = devices
        if set(_faults(devices)) - set(self._told):
            self._told = _faults(devices)
            self.notice.emit(Notice(Severity.WARNING, self.sentence))
        if changed:
            self.cards_changed.emit()
        self.changed.emit()

    def _died(self) -> None:
        """The engine died while it looked: that is no answer."""
        self._listing = self._checking = ""
        self.changed.emit()


def _faults(devices: Sequence[Device]) -> list[tuple[str, DeviceFault]]:
    return [(device.name, device.fault) for device in devices if device.fault is not None]


def _sentence(device: Device) -> str:
    name = device.description or device.name
    if not name:  # its driver cannot even list it
        return translate(
            "Session", "A graphics driver on this computer crashes, so Parley runs models on the processor."
        )
    return {
        DeviceFault.CRASHED: translate(
            "Session", "The driver of “{name}” crashed when Parley tried it, so models run without it."
        ),
        DeviceFault.HUNG: translate(
            "Session", "“{name}” did not answer in time when Parley tried it, so models run without it."
        ),
        DeviceFault.WRONG: translate(
            "Session", "“{name}” made mistakes when Parley tried it, so models run without it."
        ),
    }[device.fault or DeviceFault.CRASHED].format(name=name)
