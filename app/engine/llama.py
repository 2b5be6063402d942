"""A thin typed layer over llama.cpp's C API. The only module that imports ``llama_cpp``.

Never the package's ``Llama`` class: it detokenises the whole reply for every token, loses tokens longer than 32 bytes,
cannot cancel, and closes stdout while it loads. Handles are plain integers; whoever opens a ``Model`` or ``Context``
closes it. Token arrays are ``array("i")``.
"""

from __future__ import annotations

import ctypes
import functools
import importlib.util
import os
import sys
import types
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.engine.llama_options import ContextOptions, ModelOptions, fill_context, fill_model
from app.engine.llama_preselect import Preselection
from app.engine.pacer import CROWDED, CROWDED_BESIDE_GPU, ThreadPacer
from app.engine.sampling import Sampling

TOKEN_UNKNOWN, TOKEN_CONTROL = 1, 8
"""Bits of a token's attributes in llama.h: tokens that text alone must never make."""


class NativeError(Exception):
    """llama.cpp refused something. The text is its own last error line."""


@functools.cache
def bindings() -> Any:
    """Import the C bindings alone.

    The package's ``__init__`` pulls in numpy, diskcache and the high-level class: 40 MB that this process never uses.
    A bare module of the same name, which only says where the package lies, lets the one submodule be imported.
    """
    spec = importlib.util.find_spec("llama_cpp")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("llama_cpp is not installed")
    bare = types.ModuleType("llama_cpp")
    bare.__path__ = list(spec.submodule_search_locations)
    bare.__spec__ = spec
    sys.modules["llama_cpp"] = bare
    from llama_cpp import llama_cpp  # (after the line above, and only in the process that needs it)

    return llama_cpp


class AbortFlag:
    """Ends a running decode from another thread, without Python: llama.cpp asks it after every node of the graph.

    The C library's ``strlen`` is the callback and this flag's two bytes its argument: "" answers 0, go on.
    A Python callback would take the interpreter's lock a thousand times per token.
    """

    def __init__(self) -> None:
        self._bytes = ctypes.create_string_buffer(2)
        name = "ucrtbase" if sys.platform == "win32" else None
        strlen = ctypes.cast(ctypes.CDLL(name).strlen, ctypes.c_void_p).value
        self.callback = bindings().ggml_abort_callback(strlen)
        self.data = ctypes.cast(self._bytes, ctypes.c_void_p)

    def set(self) -> None:
        """Stop the running decode, and every later one until ``clear``."""
        self._bytes[0] = b"\x01"

    def clear(self) -> None:
        """Allow decoding."""
        self._bytes[0] = b"\x00"


class Vocabulary:
    """Tokens and their texts. Lives as long as its model."""

    def __init__(self, lib: Any, handle: int) -> None:
        self._lib = lib
        self._handle = handle
        self.size = int(lib.llama_vocab_n_tokens(handle))
        self.pieces = _PieceTable(self)
        self.ends = _EndTable(self)
        bos = int(lib.llama_vocab_bos(handle))
        self.first = bos if lib.llama_vocab_get_add_bos(handle) and bos >= 0 else None
        self.bos_text = self.text(bos) if bos >= 0 else ""
        eos = int(lib.llama_vocab_eos(handle))
        self.eos_text = self.text(eos) if eos >= 0 else ""

    def text(self, token: int) -> str:
        """Return a token's text as the vocabulary spells it."""
        return (self._lib.llama_vocab_get_text(self._handle, token) or b"").decode("utf-8", "replace")

    def tokenize(self, text: str, *, special: bool) -> array[int]:
        """Return the token ids of ``text``; ``special`` reads the names of control tokens as those tokens."""
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        while True:
            buffer = (ctypes.c_int32 * room)()
            count = self._lib.llama_tokenize(self._handle, data, len(data), buffer, room, False, special)
            if count >= 0:
                return array("i", buffer[:count])
            room = -count

    def find(self, text: str) -> int | None:
        """Return the token that alone spells ``text``, such as "<think>", or None."""
        ids = self.tokenize(text, special=True)
        return ids[0] if len(ids) == 1 else None

    def control_texts(self) -> list[str]:
        """Return the names of all tokens that a person's text must not become."""
        attributes, handle = self._lib.llama_vocab_get_attr, self._handle
        hidden = TOKEN_CONTROL | TOKEN_UNKNOWN
        return [t for i in range(self.size) if attributes(handle, i) & hidden and (t := self.text(i))]

    def piece(self, token: int) -> bytes:
        """Return the bytes that a token adds to the text; control tokens add none. At any length."""
        room = 64
        while True:
            buffer = ctypes.create_string_buffer(room)
            count = self._lib.llama_token_to_piece(self._handle, token, buffer, room, 0, False)
            if count >= 0:
                return buffer.raw[:count]
            room = -count

    def is_end(self, token: int) -> bool:
        """Return whether a token ends the turn."""
        return bool(self._lib.llama_vocab_is_eog(self._handle, token))


class _PieceTable(dict[int, bytes]):
    """Pieces by token, filled as they occur: no call into C for a token seen before, no megabytes for the others."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._piece = vocabulary.piece

    def __missing__(self, token: int) -> bytes:
        piece = self[token] = self._piece(token)
        return piece


class _EndTable(dict[int, bool]):
    """Whether a token ends the turn, filled as they occur."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._is_end = vocabulary.is_end

    def __missing__(self, token: int) -> bool:
        end = self[token] = self._is_end(token)
        return end


class Model:
    """A loaded GGUF file."""

    def __init__(self, path: Path, options: ModelOptions, progress: Callable[[float], bool] | None = None) -> None:
        """Load ``path``. Raises NativeError.

        Args:
            path: The file, or the first part of a split one.
            options: Where its weights go.
            progress: Called with 0 to 1 as tensors load; returning False ends the load with NativeError.
        """
        self._lib = bindings()
        parameters = self._lib.llama_model_default_params()
        kept = fill_model(parameters, options, self._lib)
        hear = progress or (lambda _done: True)
        callback = self._lib.llama_progress_callback(lambda done, _data: hear(done))  # kept until the load returns
        parameters.progress_callback = callback
        handle = self._lib.llama_model_load_from_file(os.fsencode(path), parameters)
        del kept
        if not handle:
            raise NativeError("model not loaded")
        self.handle: int = handle
        self.vocabulary = Vocabulary(self._lib, self._lib.llama_model_get_vocab(handle))
        self.context_trained = int(self._lib.llama_model_n_ctx_train(handle))
        self.layers = int(self._lib.llama_model_n_layer(handle))
        self.parameters = int(self._lib.llama_model_n_params(handle))
        self.has_encoder = bool(self._lib.llama_model_has_encoder(handle))

    def chat_template(self) -> str:
        """Return the Jinja template of the file, or ""."""
        return (self._lib.llama_model_chat_template(self.handle, None) or b"").decode("utf-8", "replace")

    def close(self) -> None:
        """Free the model; its contexts must be closed before."""
        if self.handle:
            self._lib.llama_model_free(self.handle)
            self.handle = 0


class Context:
    """The memory and the scratch space of one conversation. One thread at a time."""

    def __init__(self, model: Model, options: ContextOptions, abort: AbortFlag) -> None:
        """Allocate everything. Raises NativeError, mostly for memory."""
        self._lib = bindings()
        parameters = self._lib.llama_context_default_params()
        fill_context(parameters, options)
        parameters.abort_callback = abort.callback
        parameters.abort_callback_data = abort.data
        self._abort = abort  # kept: llama.cpp holds only the pointers
        self._on_gpu = options.on_gpu
        self._preselection = Preselection(self._lib) if options.on_gpu else None
        if self._preselection is not None:
            self._preselection.fill(parameters)
        handle = self._lib.llama_init_from_model(model.handle, parameters)
        if not handle:
            self._free_preselection()
            raise NativeError("context not created")
        self.handle: int = handle
        self._memory = self._lib.llama_get_memory(handle)
        self.size = int(self._lib.llama_n_ctx(handle))
        self.batch = int(self._lib.llama_n_batch(handle))
        self._one = (ctypes.c_int32 * 1)()
        self._one_batch = self._lib.llama_batch_get_one(self._one, 1)
        self._decode = self._lib.llama_decode
        self._threads = options.threads
        crowded = CROWDED_BESIDE_GPU if options.on_gpu else CROWDED
        self.pacer = ThreadPacer(options.threads if options.paced else 1, self._use_threads, crowded=crowded)

    def _use_threads(self, count: int) -> None:
        self._lib.llama_set_n_threads(self.handle, count, self._threads)

    def decode(self, tokens: array[int]) -> int:
        """Append at most ``batch`` tokens; only the last gets logits. Returns a ``prompt_cache.DecodeStatus``."""
        count = len(tokens)
        assert 0 < count <= self.batch, "llama.cpp would abort the process"
        chunk = (ctypes.c_int32 * count).from_buffer(tokens)
        return int(self._decode(self.handle, self._lib.llama_batch_get_one(chunk, count)))

    def decode_one(self, token: int) -> int:
        """Append one token, with no allocation. Returns a ``prompt_cache.DecodeStatus``."""
        self._one[0] = token
        status: int = self._decode(self.handle, self._one_batch)
        return status

    def length(self) -> int:
        """Return how many positions are filled."""
        return int(self._lib.llama_memory_seq_pos_max(self._memory, 0)) + 1

    def keep(self, count: int) -> bool:
        """Drop everything from position ``count`` on. False: this model cannot drop a part; nothing was dropped."""
        return bool(self._lib.llama_memory_seq_rm(self._memory, 0, count, -1))

    def clear(self) -> None:
        """Forget everything."""
        self._lib.llama_memory_clear(self._memory, True)

    def state_bytes(self) -> int:
        """Return the size of what ``state`` would be."""
        return int(self._lib.llama_state_seq_get_size(self.handle, 0))

    def state(self) -> bytearray:
        """Return everything that the context holds, as only a context like it can take it back. Raises MemoryError."""
        data = bytearray(self.state_bytes())
        view = (ctypes.c_uint8 * len(data)).from_buffer(data)
        written = int(self._lib.llama_state_seq_get_data(self.handle, view, len(data), 0))
        del view
        del data[written:]
        return data

    def restore(self, state: bytearray) -> bool:
        """Take over a state, which must be our own: llama.cpp trusts it. False: it does not fit."""
        view = (ctypes.c_uint8 * len(state)).from_buffer(state)
        return bool(self._lib.llama_state_seq_set_data(self.handle, view, len(state), 0))

    def preselect(self, *, wanted: bool) -> None:
        """Let the GPU hand over the likeliest tokens alone, or all of them; call before the last token is decoded."""
        if wanted == (self._preselection is not None) or not self._on_gpu:
            return
        if self._preselection is not None:
            self._preselection.detach(self.handle)
            self._preselection = None
        else:
            self._preselection = Preselection(self._lib)
            self._preselection.attach(self.handle)

    def close(self) -> None:
        """Free the context."""
        if self.handle:
            self._lib.llama_free(self.handle)
            self.handle = 0
        self._free_preselection()

    def _free_preselection(self) -> None:
        if self._preselection is not None:
            self._preselection.free()
            self._preselection = None


class Sampler:
    """Draws tokens. Built once per answer."""

    def __init__(self, model: Model, how: Sampling) -> None:
        self._lib = lib = bindings()
        parameters = lib.llama_sampler_chain_default_params()
        parameters.no_perf = True
        self._chain = lib.llama_sampler_chain_init(parameters)
        self._vocabulary_size = model.vocabulary.size
        self._forbidden: int | None = None
        self._add(self._parts(model.vocabulary.size, how))
        self._sample = lib.llama_sampler_sample

    def _add(self, parts: list[Any]) -> None:
        for part in parts:
            self._lib.llama_sampler_chain_add(self._chain, part)

    def forbid(self, token: int) -> None:
        """Make ``token`` impossible from the next draw on."""
        if token == self._forbidden:
            return
        self._forbidden = token
        lib, bias = self._lib, self._lib.llama_logit_bias(token, float("-inf"))
        first = lib.llama_sampler_init_logit_bias(self._vocabulary_size, 1, ctypes.byref(bias))
        count = lib.llama_sampler_chain_n(self._chain)
        # It has to come first, and the others keep what they have counted.
        others = [lib.llama_sampler_chain_remove(self._chain, 0) for _ in range(count)]
        self._add([first, *others])

    def _parts(self, vocabulary_size: int, how: Sampling) -> list[Any]:
        """The order costs 0.3 ms with Qwen's vocabulary; penalties or top_p on all of it would cost 1 to 14 ms."""
        lib, parts = self._lib, []
        if how.penalised:
            parts.append(lib.llama_sampler_init_top_k(how.candidates))
            parts.append(
                lib.llama_sampler_init_penalties(
                    vocabulary_size, how.penalty_window, how.repeat_penalty, 0.0, how.presence_penalty
                )
            )
        if how.greedy:
            return [*parts, lib.llama_sampler_init_greedy()]
        parts.append(lib.llama_sampler_init_top_k(how.top_k))
        parts.append(lib.llama_sampler_init_top_p(how.top_p, 1))
        parts.append(lib.llama_sampler_init_min_p(how.min_p, 1))
        parts.append(lib.llama_sampler_init_temp(how.temperature))
        return [*parts, lib.llama_sampler_init_dist(how.seed)]

    def draw(self, context: Context) -> int:
        """Draw the next token from the last logits, and count it for the penalties."""
        token: int = self._sample(self._chain, context.handle, -1)
        return token

    def accept(self, token: int) -> None:
        """Count a token that was not drawn."""
        self._lib.llama_sampler_accept(self._chain, token)

    def close(self) -> None:
        """Free the chain and what is in it."""
        if self._chain:
            self._lib.llama_sampler_free(self._chain)
            self._chain = None
