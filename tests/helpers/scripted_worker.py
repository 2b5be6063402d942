"""A worker process that speaks the real protocol and misbehaves as told: ``python scripted_worker.py MODE``.

Session tests need deaths, hangs and nonsense at exact moments, which the real engine does not offer. It writes a fixed
thought and answer for every ``Generate``; special words in the question change what it does (see ``_answer``).
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.engine.api import (
    PROTOCOL_VERSION,
    AnswerNow,
    AnyCommand,
    Cancel,
    CheckDevices,
    Devices,
    EngineError,
    ErrorCode,
    Generate,
    GenerationFinished,
    Heartbeat,
    Hello,
    ListDevices,
    LoadModel,
    ModelDescription,
    ModelLoaded,
    ModelLoading,
    ModelUnloaded,
    Shutdown,
    StopReason,
    TextDelta,
    TextKind,
    ThinkingEnded,
    ThinkingOutcome,
    ThinkingSupport,
    UnloadModel,
    Usage,
)
from app.ipc.framing import FrameDecoder, encode_frame
from app.ipc.message import Message
from app.placement.plan import Device, DeviceFault

cancelled: set[str] = set()
hurried: set[str] = set()
running: set[str] = set()
write_lock = threading.Lock()
card: dict[str, Any] = {}  # the one graphics card of some modes


def say(message: Message) -> None:
    with write_lock:
        sys.stdout.buffer.write(encode_frame(message))
        sys.stdout.buffer.flush()


def _describe(path: str) -> ModelDescription:
    support = ThinkingSupport.NEVER if "never" in path else ThinkingSupport.HYBRID
    return ModelDescription(
        path=path, name="Scripted", architecture="qwen3", quantization="Q8_0", file_bytes=1, parameters=1,
        context_size=4096, context_trained=4096, thinking=support,
        step_downs=["context", "kv_q8_0"] if "tight" in path else [],
    )  # fmt: skip


def _load(command: LoadModel) -> None:
    say(ModelLoading(request_id=command.request_id, fraction=0.5))
    if "die-loading" in command.path:
        os.kill(os.getpid(), 9)
    if "slow" in command.path:
        deadline = time.monotonic() + 30
        while command.request_id not in cancelled and time.monotonic() < deadline:
            time.sleep(0.01)
        say(ModelUnloaded(request_id=command.request_id))
        return
    if "broken" in command.path:
        say(EngineError(request_id=command.request_id, code=ErrorCode.TRUNCATED, detail=command.path))
        return
    say(ModelLoaded(request_id=command.request_id, model=_describe(command.path)))


def _answer_alone(command: Generate) -> None:
    running.add(command.request_id)
    _answer(command)
    running.discard(command.request_id)


def _answer(command: Generate) -> None:
    # A question that was never answered is joined to the next one.
    request, question = command.request_id, command.messages[-1].content.rpartition("\n\n")[2]
    if "echo" in question:  # what came is the answer
        say(TextDelta(request_id=request, kind=TextKind.ANSWER, text=msgspec.json.encode(command).decode(), tokens=5))
        _finish(command, StopReason.END, ThinkingOutcome.NONE)
        return
    if "error" in question:
        say(EngineError(request_id=request, code=ErrorCode.CONTEXT_FULL, needed=9000, available=4096))
        return
    outcome, thinking = ThinkingOutcome.NONE, 0
    if command.thinking.enabled:
        for thinking, word in enumerate(["One ", "two."], start=1):
            say(TextDelta(request_id=request, kind=TextKind.THINKING, text=word, tokens=thinking))
        if "die-thinking" in question:
            os.kill(os.getpid(), 9)
        if "endless" in question and _wait(request) and request in cancelled:
            _finish(command, StopReason.CANCELLED, ThinkingOutcome.STOPPED)
            return
        outcome = ThinkingOutcome.ANSWER_NOW if request in hurried else ThinkingOutcome.BY_ITSELF
        say(ThinkingEnded(request_id=request, outcome=outcome, tokens=thinking, seconds=0.1))
    say(TextDelta(request_id=request, kind=TextKind.ANSWER, text="The **answer**", tokens=2))
    if "die-answering" in question:
        time.sleep(1.2)  # longer than a flush
        os.kill(os.getpid(), 9)
    if "deaf" in question:  # no event, no reaction to Cancel, but a healthy heartbeat
        time.sleep(60)
    say(TextDelta(request_id=request, kind=TextKind.ANSWER, text=" is 734.", tokens=5))
    say(TextDelta(request_id="stale", kind=TextKind.ANSWER, text="STALE", tokens=5))
    _finish(command, StopReason.END, outcome)


def _wait(request: str) -> bool:
    deadline = time.monotonic() + 30
    while request not in cancelled | hurried and time.monotonic() < deadline:
        time.sleep(0.01)
    return True


def _finish(command: Generate, reason: StopReason, outcome: ThinkingOutcome) -> None:
    running.discard(command.request_id)
    usage = Usage(prompt_tokens=20, thinking_tokens=2, answer_tokens=5, context_used=27, context_size=4096)
    say(GenerationFinished(request_id=command.request_id, usage=usage, stop_reason=reason, thinking=outcome))


def _devices(request_id: str = "") -> Devices:
    fault = card["fault"]
    name, about = ("", "") if card["mode"] == "unlisted-card" else ("CUDA0", "Scripted card")
    device = Device(name, about, "gpu", 1 << 33, 1 << 33, "CUDA", fault)
    return Devices(request_id=request_id, devices=[device] if card["there"] else [])


def _try_card() -> None:
    """A load that tries the card first, as on a new computer."""
    if card["untried"]:
        card.update(untried=False, fault=DeviceFault.CRASHED)
        say(_devices())


def _check_card(command: CheckDevices) -> None:
    if card["mode"] == "deadly-card":
        os.kill(os.getpid(), 9)
    if card["mode"] == "faulty-card":
        card.update(fault=None)
    say(_devices(command.request_id))


def _serve(command: AnyCommand) -> None:
    match command:
        case CheckDevices():
            _check_card(command)
        case ListDevices():
            say(_devices(command.request_id))
        case LoadModel() | UnloadModel() if running - cancelled:
            say(EngineError(request_id=command.request_id, code=ErrorCode.BUSY))
        case LoadModel():
            _try_card()
            threading.Thread(target=_load, args=(command,), daemon=True).start()
        case Generate():
            threading.Thread(target=_answer_alone, args=(command,), daemon=True).start()
        case Cancel():
            cancelled.add(command.target)
        case AnswerNow():
            hurried.add(command.target)
        case UnloadModel():
            say(ModelUnloaded(request_id=command.request_id))
        case Shutdown():
            os._exit(0)
        case _:
            pass


def _beat() -> None:
    number = 0
    while True:
        say(Heartbeat(busy=False, progress=number, cpu_seconds=number))
        number += 1
        time.sleep(0.2)


def main(mode: str) -> None:
    if mode == "exits":
        sys.stderr.write("the last words\n")
        sys.exit(3)
    if mode == "garbage":
        sys.stdout.buffer.write(b"\xff\xfe nonsense\n" + b'{"type":"TextDelta"}\n' + b"y" * 100_000 + b"\n")
        say(TextDelta(request_id="early", kind=TextKind.ANSWER, text="before the hello", tokens=1))
    crashed = dict.fromkeys(("faulty-card", "unlisted-card"), DeviceFault.CRASHED)
    faults = crashed | {"broken-card": DeviceFault.HUNG}
    card.update(mode=mode, there="card" in mode, untried=mode == "untried-card", fault=faults.get(mode))
    protocol = PROTOCOL_VERSION + (mode == "other-version")
    say(Hello(protocol=protocol, build="scripted", devices=_devices().devices))
    if mode == "garbage":
        say(Hello(protocol=PROTOCOL_VERSION, build="a second hello", devices=[]))
    if mode == "silent":
        time.sleep(120)
    if mode == "stuck":  # beats, busy, but nothing moves
        while True:
            say(Heartbeat(busy=True, progress=7, cpu_seconds=1.0))
            time.sleep(0.2)
    threading.Thread(target=_beat, daemon=True).start()
    frames: FrameDecoder[AnyCommand] = FrameDecoder(AnyCommand)
    while data := os.read(0, 65536):
        for item in frames.feed(data):
            if isinstance(item, Message):
                _serve(item)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "normal")
