"""The contract between the window and the engine worker: commands in, events out. No Qt, no llama.cpp.

The engine takes values, never settings: everything that a load or an answer depends on is in its command. Sentences
for people are not made here; events carry codes and facts, and the session puts them into words.
Units: sizes in bytes, times in seconds, counts in tokens, unless a name says otherwise.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from app.ipc.message import Message
from app.placement.plan import Device, MeasuredUse, Placement

PROTOCOL_VERSION = 2

Fraction = Annotated[float, Meta(ge=0.0, le=1.0)]
Count = Annotated[int, Meta(ge=0)]


class Role(StrEnum):
    """Who speaks, in the words of chat templates."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class ThinkingSupport(StrEnum):
    """What a model's chat template lets us control, found by rendering it both ways (never by its name)."""

    HYBRID = "hybrid"  # a switch and a budget
    ALWAYS = "always"  # thinks whatever is asked: a budget and "answer now" only
    NEVER = "never"
    EFFORT = "effort"  # named effort levels


class TextKind(StrEnum):
    """Which part of an answer a piece of text belongs to."""

    THINKING = "thinking"
    ANSWER = "answer"


class ThinkingOutcome(StrEnum):
    """How the thinking of one answer ended."""

    NONE = "none"  # it did not think
    BY_ITSELF = "by_itself"
    BUDGET = "budget"
    ANSWER_NOW = "answer_now"  # the person asked
    LOOP = "loop"  # the loop guard ended it
    STOPPED = "stopped"
    FAILED = "failed"
    CONTEXT = "context"  # cut to keep room for the answer


class StopReason(StrEnum):
    """Why an answer ended."""

    END = "end"  # the model's own end-of-turn token
    STOP_STRING = "stop_string"
    MAX_TOKENS = "max_tokens"
    CONTEXT_FULL = "context_full"
    CANCELLED = "cancelled"


class ErrorCode(StrEnum):
    """What went wrong, as a code that the session turns into a sentence with advice."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    NOT_GGUF = "not_gguf"
    TRUNCATED = "truncated"
    PART_MISSING = "part_missing"  # a part of a multi-part model; `detail` names it
    UNKNOWN_ARCHITECTURE = "unknown_architecture"  # `detail` names it
    NO_CHAT_TEMPLATE = "no_chat_template"
    TEMPLATE_FAILED = "template_failed"
    OUT_OF_MEMORY = "out_of_memory"
    LOAD_FAILED = "load_failed"
    NO_MODEL = "no_model"
    BUSY = "busy"
    CONTEXT_FULL = "context_full"  # the prompt alone does not fit; `needed` and `available` are set
    DECODE_FAILED = "decode_failed"
    BAD_COMMAND = "bad_command"
    NO_BACKEND = "no_backend"  # no build of llama.cpp runs on this processor
    INTERNAL = "internal"


class ChatMessage(msgspec.Struct, frozen=True):
    """One turn as the chat template sees it. Special tokens in ``content`` stay plain text."""

    role: Role
    content: str
    thinking: str = ""  # kept out of the context by Qwen3's template, except after the last question


class SamplingParams(msgspec.Struct, frozen=True):
    """How the next token is drawn. ``None`` fields take the model family's recommendation for the mode in use."""

    temperature: float | None = None
    top_k: int | None = None
    top_p: float | None = None
    min_p: float | None = None
    presence_penalty: float | None = None
    repeat_penalty: float | None = None
    seed: int | None = None  # None: a fresh one for every answer


class ThinkingOptions(msgspec.Struct, frozen=True):
    """``budget`` counts thinking tokens of the whole turn; None is unlimited, 0 the same as ``enabled=False``."""

    enabled: bool = True
    budget: int | None = None
    effort: str | None = None
    end_loops: bool = False  # True: the loop guard answers by itself; False: it only reports LoopDetected


class Usage(msgspec.Struct, frozen=True):
    """What one answer cost. ``prompt`` counts all tokens before the answer, ``reused`` those already in memory."""

    prompt_tokens: Count = 0
    reused_tokens: Count = 0
    thinking_tokens: Count = 0
    answer_tokens: Count = 0
    seconds_to_first_token: float = 0.0
    thinking_seconds: float = 0.0
    total_seconds: float = 0.0
    tokens_per_second: float = 0.0  # generated tokens over the time since the first
    context_used: Count = 0
    context_size: Count = 0


class ModelDescription(msgspec.Struct, frozen=True):
    """What was loaded, read from the file and from llama.cpp."""

    path: str
    name: str
    architecture: str
    quantization: str  # "Q4_K_M", as the file's own type says; "" unknown
    file_bytes: Count
    parameters: Count
    context_size: Count
    context_trained: Count
    thinking: ThinkingSupport
    effort_levels: list[str] = []
    gpu_layers: Count = 0
    layers: Count = 0
    backend: str = ""  # the CPU variant or GPU back end in use
    step_downs: list[str] = []  # codes of what a failed first try was reduced to
    placement: Placement | None = None  # as planned, before the load
    memory: list[MeasuredUse] = []  # as llama.cpp reported it after the load


# --- commands: window -> worker ------------------------------------------------------------------------------------


class Command(Message, frozen=True, kw_only=True):
    """Base of everything that the window asks. Every command has a fresh ``request_id``."""


class LoadModel(Command, frozen=True, kw_only=True):
    """Load a GGUF file (any part of a multi-part model), unloading the current one first."""

    path: str
    context_size: Count = 0  # 0: chosen by the engine, from the model's own and the free memory
    gpu_layers: int = -1  # -1: as many as fit
    threads: Count = 0  # 0: physical cores
    ubatch: Count = 0  # 0: chosen by the engine
    kv_type: str = "f16"  # or "q8_0"; "": chosen by the engine
    cpu_expert_layers: int = -1  # experts of the first N layers stay with the processor; -1: as few as possible


class UnloadModel(Command, frozen=True, kw_only=True):
    """Free the model and its context."""


class Generate(Command, frozen=True, kw_only=True):
    """Write the next assistant message. One at a time: a second one while busy gets ``EngineError(BUSY)``."""

    messages: list[ChatMessage]
    thinking: ThinkingOptions = ThinkingOptions()
    sampling: SamplingParams = SamplingParams()
    max_tokens: Count = 0  # of the answer, thoughts not counted; 0: until the context is full
    stop: list[str] = msgspec.field(default_factory=list)
    answer_reserve: Count = 512  # room that thinking may never take from the answer
    continue_thinking: str = ""  # "think longer": thoughts to go on from; with `continue_answer`: those before it
    continue_answer: str = ""  # the answer so far, to be gone on from; deltas and counts are of what is new alone
    conversation: str = ""  # whose prompt this is, for what is kept on disk; "": nothing is
    aside: bool = False  # no turn follows and nobody watches it begin: nothing is read ahead, no PromptProgress comes


class AnswerNow(Command, frozen=True, kw_only=True):
    """End the thinking of the running ``Generate`` whose id is ``target``; the answer follows."""

    target: str


class Cancel(Command, frozen=True, kw_only=True):
    """Stop the running load or answer whose id is ``target``. Its last event still arrives."""

    target: str


class CountTokens(Command, frozen=True, kw_only=True):
    """Count the tokens of these messages as a prompt, or of ``text`` alone when there are none.

    Answered at any time, beside a running answer too; while a model loads, after that.
    """

    messages: list[ChatMessage] = msgspec.field(default_factory=list)
    text: str = ""


class PrefillPrompt(Command, frozen=True, kw_only=True):
    """Read what the next prompt will begin with, while nothing else is asked. A newer one or any job replaces it.

    ``messages`` may end with the person's own, as far as it is known (attachments come before the words): it is taken
    for unfinished, so that the words to come still belong to it.
    """

    messages: list[ChatMessage]
    thinking_enabled: bool = True
    conversation: str = ""


class KeepOnDisk(Command, frozen=True, kw_only=True):
    """Keep what conversations' prompts were read into, encrypted, where that is faster than reading them again."""

    folder: str
    key: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]  # hexadecimal; never written anywhere
    max_bytes: Count  # of all files; the longest unused ones go first
    rest_seconds: Annotated[float, Meta(ge=0.0)] = 5.0  # with nothing asked, before anything is written
    always: bool = False  # even where reading again is faster: for tests and measurements


class ForgetConversation(Command, frozen=True, kw_only=True):
    """Remove what is kept on disk of a conversation; "" removes everything, and nothing more is kept."""

    conversation: str


class ListDevices(Command, frozen=True, kw_only=True):
    """Ask for the devices and their free memory now."""


class CheckDevices(Command, frozen=True, kw_only=True):
    """Try the graphics cards again, whatever is remembered of them. A driver that was left out needs a new worker."""


class Shutdown(Command, frozen=True, kw_only=True):
    """Stop what runs, free everything, exit with code 0. Closing the worker's standard input does the same."""


AnyCommand = (
    LoadModel
    | UnloadModel
    | Generate
    | AnswerNow
    | Cancel
    | CountTokens
    | PrefillPrompt
    | KeepOnDisk
    | ForgetConversation
    | ListDevices
    | CheckDevices
    | Shutdown
)


# --- events: worker -> window --------------------------------------------------------------------------------------


class Event(Message, frozen=True, kw_only=True):
    """Base of everything that the worker reports."""


class Hello(Event, frozen=True, kw_only=True):
    """The first line of every worker. ``problem`` is set when no build of llama.cpp works here."""

    protocol: int
    build: str  # llama.cpp build and CPU variant
    devices: list[Device]
    problem: ErrorCode | None = None


class Heartbeat(Event, frozen=True, kw_only=True):
    """Every second, from a thread of its own. Busy, and neither number moves: the worker hangs."""

    busy: bool
    progress: Count  # grows with every decoded batch and loaded tensor
    cpu_seconds: float


class ModelLoading(Event, frozen=True, kw_only=True):
    """How far a load is."""

    fraction: Fraction


class ModelLoaded(Event, frozen=True, kw_only=True):
    """The answer to ``LoadModel``."""

    model: ModelDescription


class ModelUnloaded(Event, frozen=True, kw_only=True):
    """The answer to ``UnloadModel``, and to a cancelled ``LoadModel``."""


class PromptProgress(Event, frozen=True, kw_only=True):
    """How much of the prompt has been read; ``reused`` tokens were already in memory."""

    done: Count
    total: Count
    reused: Count


class TextDelta(Event, frozen=True, kw_only=True):
    """New text, merged to about 30 a second. ``tokens`` counts all of this kind so far in this answer."""

    kind: TextKind
    text: str
    tokens: Count
    injected: bool = False  # not sampled: the early-stop text


class ThinkingEnded(Event, frozen=True, kw_only=True):
    """The thoughts are complete; the answer starts."""

    outcome: ThinkingOutcome
    tokens: Count
    seconds: float


class LoopDetected(Event, frozen=True, kw_only=True):
    """The thoughts repeat themselves; sent once per answer."""


class GenerationFinished(Event, frozen=True, kw_only=True):
    """The last event of every accepted ``Generate``, cancelled ones too, unless an ``EngineError`` was."""

    usage: Usage
    stop_reason: StopReason
    thinking: ThinkingOutcome


class TokenCount(Event, frozen=True, kw_only=True):
    """The answer to ``CountTokens``. ``per_message`` has the template's words around each, and sums to ``tokens``."""

    tokens: Count
    per_message: list[Count] = msgspec.field(default_factory=list)


class PromptPrefilled(Event, frozen=True, kw_only=True):
    """The answer to ``PrefillPrompt``. Not ``complete``: something else was asked first."""

    tokens: Count  # that the prompt has so far
    reused: Count  # that did not have to be read
    complete: bool


class Devices(Event, frozen=True, kw_only=True):
    """The answer to ``ListDevices`` and ``CheckDevices``; also sent by itself when a load had cards tried first."""

    devices: list[Device]


class EngineError(Event, frozen=True, kw_only=True):
    """A command failed; nothing more comes for its ``request_id``. The worker lives on."""

    code: ErrorCode
    detail: str = ""  # file name, architecture, or llama.cpp's last error line: a fact, not a sentence
    needed: Count = 0
    available: Count = 0


AnyEvent = (
    Hello
    | Heartbeat
    | ModelLoading
    | ModelLoaded
    | ModelUnloaded
    | PromptProgress
    | TextDelta
    | ThinkingEnded
    | LoopDetected
    | GenerationFinished
    | TokenCount
    | PromptPrefilled
    | Devices
    | EngineError
)
