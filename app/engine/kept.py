"""Whether what a context holds is worth keeping on disk, and worth fetching. The disk's speed is measured."""

from __future__ import annotations

import math
import sys
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.engine.prompt_cache import PromptCache, common_prefix
from app.system.files import atomic_write
from app.system.hardware import available_memory

if TYPE_CHECKING:
    from app.engine.kept_files import Head, KeptFiles

SPEEDS_FILE = "kept-speed.json"
WORTH = 3.0
"""So many times longer must reading the tokens take than writing and fetching them: then a wrong guess costs little."""

SMALLEST_GAIN = 0.5
"""Seconds: nobody notices less."""

TELLING_BYTES = 1 << 20

SPARE_MEMORY = 2
"""A copy is made in memory; so many times its size must be free."""


class Speeds(msgspec.Struct, frozen=True):
    """Bytes per second, encryption included, as measured on this computer; at first what a slow disk gives."""

    write: float = 100e6
    read: float = 150e6


class HasState(Protocol):
    """A context whose state can be taken out: ``llama.Context``."""

    def state_bytes(self) -> int:
        """Return the size of ``state``."""

    def state(self) -> bytearray:
        """Return everything that it holds."""


class KeptStates:
    """Keeps the conversations of one loaded model, once it was told where."""

    def __init__(self, context: HasState, cache: PromptCache, identity: Callable[[], str], notes: Path) -> None:
        """``identity`` says of what model, loaded how; the disk's speed is remembered in the folder ``notes``."""
        self._context, self._cache, self._identify = context, cache, identity
        self._identity = ""
        self._notes = notes / SPEEDS_FILE
        self._files: KeptFiles | None = None
        self._always = False
        self._speeds = self._remembered()
        self._conversation = ""  # whose tokens are in the context
        self._on_disk: array[int] = array("i")  # what is kept of that conversation
        self._given_up: array[int] = array("i")  # what could not be written is not tried again

    def use(self, files: KeptFiles | None, *, always: bool = False) -> None:
        """Keep things here from now on; None: nowhere. ``always``: whether or not it is worth it."""
        self._files, self._always = files, always
        if files is not None:
            self._identity = self._identity or self._identify()
        self._on_disk, self._given_up = array("i"), array("i")

    def recall(
        self, conversation: str, wanted: array[int], go_on: Callable[[], bool], *, patience: float = math.inf
    ) -> int:
        """Fetch a beginning of ``wanted`` from disk if that is faster than reading it; return the tokens gained.

        The caller makes the context hold ``wanted`` next. Another conversation's tokens are written down before they
        go, if they are worth it and that takes at most ``patience`` seconds.
        """
        if conversation != self._conversation:
            if self.unsaved() and self._context.state_bytes() / self._speeds.write <= patience:
                self.save(go_on)
            self._conversation = conversation
            self._on_disk, self._given_up = array("i"), array("i")
        held = common_prefix(self._cache.tokens, wanted)
        if self._files is None or not conversation or len(wanted) - held < 2:
            return 0
        kept = self._files.find(conversation, self._identity)
        self._on_disk = kept.head.ids if kept else array("i")
        gain = common_prefix(self._on_disk, wanted) - held
        if kept is None or not self._worth_fetching(gain, kept.head):
            return 0
        began = time.perf_counter()
        state = self._files.read(kept, go_on)
        if state is None or not self._cache.restore(self._on_disk, state):
            self._on_disk = array("i")  # damaged, or not worth the wait: it is written anew
            return 0
        self._cache.seconds_per_token = self._cache.seconds_per_token or kept.head.seconds_per_token
        self._measured(len(state), read=time.perf_counter() - began)
        return gain

    def unsaved(self) -> bool:
        """Whether something is held that is worth writing down."""
        tokens = self._cache.tokens
        if self._files is None or not self._conversation or tokens == self._given_up:
            return False
        new = len(tokens) - common_prefix(tokens, self._on_disk)
        size = self._context.state_bytes()
        cost = size / self._speeds.write + size / self._speeds.read
        return (
            new > 0
            and self._worth(new * self._cache.seconds_per_token, cost)
            and available_memory() > SPARE_MEMORY * size
        )

    def save(self, go_on: Callable[[], bool]) -> bool:
        """Write down what is held. False: interrupted, or it cannot be written."""
        if self._files is None:
            return False
        began = time.perf_counter()
        tokens, state = self._cache.tokens[:], self._context.state()
        head = self._files.head(self._identity, tokens, len(state), self._cache.seconds_per_token)
        if not self._files.write(self._conversation, head, state, go_on):
            if go_on():
                self._given_up = tokens
            return False
        self._on_disk = tokens
        self._measured(len(state), write=time.perf_counter() - began)
        return True

    def forget(self, conversation: str) -> None:
        """Remove what is kept of a conversation ("": of all), and do not keep it again by itself."""
        if self._files is not None:
            self._files.forget(conversation)
        if conversation in {"", self._conversation}:
            self._conversation, self._on_disk = "", array("i")

    # --- inside ---

    def _worth_fetching(self, gain: int, head: Head) -> bool:
        per_token = self._cache.seconds_per_token or head.seconds_per_token
        return gain > 0 and self._worth(gain * per_token, head.state_bytes / self._speeds.read)

    def _worth(self, reading: float, moving: float) -> bool:
        return self._always or (reading >= SMALLEST_GAIN and reading >= WORTH * moving)

    def _measured(self, size: int, *, read: float = 0.0, write: float = 0.0) -> None:
        """Take the seconds that a file took; small ones say nothing."""
        if size < TELLING_BYTES:
            return
        self._speeds = Speeds(
            write=size / write if write else self._speeds.write, read=size / read if read else self._speeds.read
        )
        try:
            atomic_write(self._notes, msgspec.json.encode(self._speeds))
        except OSError as error:
            sys.stderr.write(f"disk speed not remembered: {error}\n")

    def _remembered(self) -> Speeds:
        try:
            return msgspec.json.decode(self._notes.read_bytes(), type=Speeds)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return Speeds()
