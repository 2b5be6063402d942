"""Which graphics cards compute rightly: on each, a throw-away child decodes the starter model to a known text.

A driver may crash the process, hang, or answer gibberish; llama.cpp then does the same in the middle of an answer. What
was found is remembered for these drivers, these libraries and this device; a normal start reads one small file, and a
computer without a graphics card not even that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.engine.backend import Backend, library_folder
from app.engine.probe import GOLDEN, REFUSED, machine_and_build
from app.engine.throwaway import Ended, run_throwaway
from app.placement.plan import Device, DeviceFault
from app.system.files import atomic_write
from app.system.graphics import graphics_drivers

FILE_NAME = "gpu-check.json"
SECONDS = 90.0
"""For one device: a driver may compile all its kernels first."""


class _Found(msgspec.Struct, frozen=True):
    key: str
    devices: dict[str, DeviceFault | None] = {}


class GpuCheck:
    """What is known of this computer's graphics cards, in a file that all processes share."""

    def __init__(self, backend: Backend, cache: Path) -> None:
        self._backend = backend
        self._path = cache / FILE_NAME
        self._key = ""

    def devices(self) -> list[Device]:
        """Return all devices with their free memory now and what is known of them; those that cannot be listed too."""
        devices = self._backend.devices()
        if any(device.is_graphics for device in devices):
            faults = self._found().devices
            devices = [msgspec.structs.replace(device, fault=faults.get(_name(device))) for device in devices]
        lost = [_unlisted(module, fault) for module, fault in self._backend.left_out.items()]
        return devices + lost

    def untried(self) -> list[Device]:
        """Return the graphics cards of which nothing is known."""
        cards = [device for device in self._backend.devices() if device.is_graphics]
        if not cards:
            return []
        known = self._found().devices
        return [card for card in cards if _name(card) not in known]

    def examine(self, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Try the cards of which nothing is known; return whether there were any. ``go_on`` False ends it, unfinished.

        Takes seconds for each, with a broken driver up to ``SECONDS``.
        """
        untried = self.untried()
        for device in untried:
            ended = self._try(device, go_on)
            if ended is None or ended.unwanted:
                break
            if ended.code != REFUSED or ended.hung:
                self._remember(device, _fault(ended))
        return bool(untried)

    def forget(self) -> None:
        """Know nothing any more. Raises OSError."""
        self._backend.tried.clear()
        self._path.unlink(missing_ok=True)

    def _try(self, device: Device, go_on: Callable[[], bool]) -> Ended | None:
        variant = self._backend.cpu_variant
        arguments = ["device", device.name, str(variant or ""), *self._backend.left_out]
        try:
            return run_throwaway("engine-probe", arguments, SECONDS, go_on)
        except OSError as error:
            sys.stderr.write(f"{device.name} not tried: {error}\n")
            return None

    def _remember(self, device: Device, fault: DeviceFault | None) -> None:
        sys.stderr.write(f"{device.name}, {device.description}: {fault or 'writes the expected text'}\n")
        self._backend.tried[_name(device)] = fault
        found = self._found()
        try:
            atomic_write(self._path, msgspec.json.encode(found))
        except OSError as error:
            sys.stderr.write(f"check of {device.name} not kept: {error}\n")

    def _found(self) -> _Found:
        """Return what the file says, nothing where it speaks of other drivers or libraries."""
        self._key = self._key or f"{machine_and_build(library_folder())}\n{graphics_drivers()}"
        try:
            found = msgspec.json.decode(self._path.read_bytes(), type=_Found)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            found = _Found("")
        return _Found(self._key, (found.devices if found.key == self._key else {}) | self._backend.tried)


def _fault(ended: Ended) -> DeviceFault | None:
    if ended.hung:
        return DeviceFault.HUNG
    if ended.code:
        return DeviceFault.CRASHED
    return None if ended.text == GOLDEN else DeviceFault.WRONG


def _name(device: Device) -> str:
    return f"{device.backend} {device.name} {device.description}"


def _unlisted(module: str, fault: DeviceFault) -> Device:
    """Stand for the devices of a driver that cannot even list them."""
    return Device(name="", description="", kind="gpu", total_bytes=0, free_bytes=0, backend=module, fault=fault)
