"""Lets the GPU pick the likeliest tokens, so that 128 numbers come to the processor and not the whole vocabulary's.

Measured on an H100 with Qwen's 151,936 tokens: copying and sorting them all took 0.6 of a token's 4.5 milliseconds.
What is drawn is the same: every chain of ours begins with the 128 likeliest anyway (``sampling.CANDIDATES``). Where a
GPU lacks the operation, llama.cpp hands over all of them as before.
"""

from __future__ import annotations

import ctypes
from typing import Any

from app.engine.sampling import CANDIDATES


class Preselection:
    """A chain that runs as a part of the context's graph; ``free`` it after the context."""

    def __init__(self, lib: Any) -> None:
        self._lib = lib
        parameters = lib.llama_sampler_chain_default_params()
        parameters.no_perf = True
        self._chain = lib.llama_sampler_chain_init(parameters)
        lib.llama_sampler_chain_add(self._chain, lib.llama_sampler_init_top_k(CANDIDATES))
        self._config = lib.llama_sampler_seq_config(0, ctypes.cast(self._chain, ctypes.c_void_p))

    def fill(self, parameters: Any) -> None:
        """Make it a part of a context that is about to be created."""
        parameters.samplers = ctypes.pointer(self._config)
        parameters.n_samplers = 1

    def attach(self, context: int) -> None:
        """Make it a part of a context; its graph is laid out anew at the next decode."""
        self._lib.llama_set_sampler(context, 0, self._chain)

    def detach(self, context: int) -> None:
        """Take it out again and free it: a chain serves one context once."""
        self._lib.llama_set_sampler(context, 0, None)
        self.free()

    def free(self) -> None:
        """Free it."""
        if self._chain:
            self._lib.llama_sampler_free(self._chain)
            self._chain = None
