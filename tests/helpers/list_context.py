"""A context that really holds tokens, in a list, for the modules that keep books on one."""

from __future__ import annotations

from array import array

from typing_extensions import override

from app.engine.prompt_cache import DecodeStatus

STATE = b"state of a list\n"


def ids(*values: int) -> array[int]:
    """Tokens."""
    return array("i", values)


class ListContext:
    """A context that really holds tokens, in a list; it aborts, fills up and fails as told."""

    def __init__(self, size: int = 100, batch: int = 4) -> None:
        self.size, self.batch = size, batch
        self.held: list[int] = []
        self.slices: list[int] = []
        self.abort_at: int | None = None
        self.fatal = False

    def decode(self, tokens: array[int]) -> int:
        """Take tokens, one by one up to an abort."""
        assert 0 < len(tokens) <= self.batch
        self.slices.append(len(tokens))
        if self.fatal:
            return -3
        for token in tokens:
            if self.abort_at == len(self.held):
                return DecodeStatus.ABORTED
            if len(self.held) == self.size:
                return DecodeStatus.NO_ROOM
            self.held.append(token)
        return DecodeStatus.OK

    def decode_one(self, token: int) -> int:
        """Take one."""
        return self.decode(ids(token))

    def length(self) -> int:
        """How many are held."""
        return len(self.held)

    def keep(self, count: int) -> bool:
        """Go back."""
        del self.held[count:]
        return True

    def clear(self) -> None:
        """Forget."""
        self.held.clear()

    def state_bytes(self) -> int:
        """How large ``state`` is."""
        return len(STATE) + 4 * len(self.held)

    def state(self) -> bytearray:
        """Everything that is held."""
        return bytearray(STATE + array("i", self.held).tobytes())

    def restore(self, state: bytearray) -> bool:
        """Hold what ``state`` says; False and nothing held when it is no state of a list, or of a longer one."""
        self.held.clear()
        tokens, rest = state[len(STATE) :], len(state) % 4
        if state[: len(STATE)] != STATE or rest or len(tokens) // 4 > self.size:
            return False
        held: array[int] = array("i")
        held.frombytes(tokens)
        self.held = held.tolist()
        return True


class ForwardOnlyContext(ListContext):
    """Like a model with recurrent layers: it cannot go back a part of the way."""

    @override
    def keep(self, count: int) -> bool:
        return False
