"""Frames survive any split of the pipe, and nothing that a damaged peer sends gets through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.engine.api import AnyCommand, AnyEvent, Cancel, Generate, Heartbeat, TextDelta, TextKind
from app.ipc.framing import FrameDecoder, FrameError, encode_frame

texts = st.text(max_size=200)
deltas = st.builds(TextDelta, request_id=texts, kind=st.sampled_from(TextKind), text=texts, tokens=st.integers(0, 9))
beats = st.builds(Heartbeat, busy=st.booleans(), progress=st.integers(0, 9), cpu_seconds=st.floats(0, 9))


def decoder(max_bytes: int = 1 << 16) -> FrameDecoder[AnyEvent]:
    return FrameDecoder(AnyEvent, max_bytes)


@given(st.lists(deltas | beats, max_size=8), st.lists(st.integers(1, 60), min_size=1, max_size=40))
def test_messages_arrive_whole_however_the_pipe_splits_them(messages: list[AnyEvent], sizes: list[int]) -> None:
    stream = b"".join(encode_frame(message) for message in messages)
    decode, got, at = decoder(), [], 0
    for size in sizes * (len(stream) // sum(sizes) + 1):
        got += decode.feed(stream[at : at + size])
        at += size
    assert got == messages


@given(st.binary(max_size=300))
def test_garbage_never_raises_and_never_spoils_the_next_frame(garbage: bytes) -> None:
    good = Heartbeat(busy=False, progress=1, cpu_seconds=0.5)
    got = decoder().feed(garbage + b"\n" + encode_frame(good))
    assert got[-1] == good
    assert all(isinstance(item, FrameError) for item in got[:-1])


def test_oversized_lines_are_dropped_while_they_arrive() -> None:
    decode = decoder(max_bytes=1000)
    got = [item for _ in range(500) for item in decode.feed(b"x" * 100)]
    assert len(got) == 1
    assert isinstance(got[0], FrameError)
    assert len(decode._buffer) <= 1000
    good = Heartbeat(busy=True, progress=1, cpu_seconds=0)
    assert decode.feed(b"\n" + encode_frame(good)) == [good]


def test_unknown_fields_types_and_wrong_values_are_refused() -> None:
    for line in (
        b'{"type":"Heartbeat","busy":true,"progress":1,"cpu_seconds":0,"more":1}',
        b'{"type":"Reboot"}',
        b'{"type":"Heartbeat","busy":true,"progress":-1,"cpu_seconds":0}',
        b'{"type":"Heartbeat","busy":1,"progress":1,"cpu_seconds":0}',
        b"[" * 100_000,
        b'{"type":"ModelLoading","fraction":1.5}',
    ):
        assert isinstance(decoder(1 << 20).feed(line + b"\n")[0], FrameError), line[:60]


def test_a_command_is_no_event() -> None:
    assert isinstance(decoder().feed(encode_frame(Cancel(request_id="1", target="2")))[0], FrameError)


def test_line_breaks_in_text_do_not_break_the_line() -> None:
    command = Generate(request_id="1", messages=[], stop=["\n", "\u2028", "\r\n"])
    frame = encode_frame(command)
    assert frame.count(b"\n") == 1
    commands: FrameDecoder[AnyCommand] = FrameDecoder(AnyCommand)
    assert commands.feed(frame) == [command]
