"""Which placement worked where the planned one did not, so that the next load starts there."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from app.engine.api import LoadModel
from app.gguf.model import ModelFile
from app.placement.plan import Machine, Placement, Reason
from app.system.files import atomic_write

FILE_NAME = "placements.json"
MAX_ENTRIES = 64
BETTER = 1.25
"""With so much more free memory than then, the planner is believed again."""


class _Entry(msgspec.Struct, frozen=True):
    key: str
    placement: Placement
    steps: list[str]
    free_bytes: int


class PlacementCache:
    """A small file of placements, the newest last. A damaged or unwritable one is as good as none."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def find(self, file: ModelFile, command: LoadModel, machine: Machine) -> tuple[Placement, list[str]] | None:
        """Return what worked for this file and these wishes, and what it gave up; None when memory is free again."""
        key = _key(file, command, machine)
        for entry in self._entries():
            if entry.key == key and _free(machine) < entry.free_bytes * BETTER:
                reasons = [*entry.placement.reasons, Reason.REMEMBERED]
                return msgspec.structs.replace(entry.placement, reasons=reasons), entry.steps
        return None

    def keep(self, file: ModelFile, command: LoadModel, machine: Machine, worked: tuple[Placement, list[str]]) -> None:
        """Remember a placement that had to give something up; forget an old one when it did not have to."""
        key = _key(file, command, machine)
        entries = self._entries()
        others = [entry for entry in entries if entry.key != key]
        placement, steps = worked
        if steps:
            others.append(_Entry(key, placement, steps, _free(machine)))
        if others == entries:
            return
        try:
            atomic_write(self._path, msgspec.json.encode(others[-MAX_ENTRIES:]))
        except OSError as error:
            sys.stderr.write(f"placement not remembered: {error}\n")

    def _entries(self) -> list[_Entry]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=list[_Entry])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return []


def _free(machine: Machine) -> int:
    return machine.memory_free + sum(device.free_bytes for device in machine.devices if device.kind == "gpu")


def _key(file: ModelFile, command: LoadModel, machine: Machine) -> str:
    """Return a text that changes with the file, with what was asked and with which GPUs work, not with the request."""
    asked = msgspec.json.encode(msgspec.structs.replace(command, request_id=""))
    faulty = " ".join(device.name for device in machine.devices if device.fault is not None)
    return f"{asked.decode()} {file.file_bytes} {file.shape.parameters} {faulty}".rstrip()
