"""The worker that colours code."""

from __future__ import annotations

import subprocess

import pytest

from app.chat.highlight import highlight
from app.chat.highlight_api import MAX_CODE, CodeKind, HighlightReply, HighlightRequest
from app.ipc.framing import FrameDecoder, encode_frame
from app.system.child import worker_command, worker_environment, worker_folder


def kinds(language: str, code: str) -> list[tuple[str, CodeKind]]:
    runs = highlight(language, code)
    units = code.encode("utf-16-le")
    found, at = [], 0
    for length, kind in zip(runs[::2], runs[1::2], strict=True):
        found.append((units[2 * at : 2 * (at + length)].decode("utf-16-le"), CodeKind(kind)))
        at += length
    assert at == len(units) // 2
    return found


def test_runs_cover_the_code_in_utf_16_units() -> None:
    found = kinds("python", "x = '😀'  # 🦄 why\nreturn 12")
    assert ("'😀'", CodeKind.STRING) in found
    assert ("# 🦄 why", CodeKind.COMMENT) in found
    assert ("return", CodeKind.KEYWORD) in found
    assert ("12", CodeKind.NUMBER) in found


@pytest.mark.parametrize(("language", "code"), [("no-such-language", "x"), ("python", "x" * (MAX_CODE + 1))])
def test_code_that_is_not_coloured(language: str, code: str) -> None:
    assert highlight(language, code) == []


@pytest.mark.parametrize("language", ["py", "Python", "js", "c++", "html", "json", "sh", "diff", "sql", "rust"])
def test_names_that_models_write(language: str) -> None:
    assert highlight(language, "+ x = 1 /* y */ <a b='c'>\n")


def test_the_worker_answers_and_ends_with_its_input() -> None:
    request = encode_frame(HighlightRequest(request_id="7", language="python", code="if x:\n  pass"))
    done = subprocess.run(
        worker_command("highlight"),
        input=b"rubbish\n" + request,
        capture_output=True,
        cwd=worker_folder(),
        env=worker_environment(),
        timeout=60,
        check=True,
    )
    decoder: FrameDecoder[HighlightReply] = FrameDecoder(HighlightReply)
    replies = decoder.feed(done.stdout)
    assert replies == [HighlightReply(request_id="7", runs=highlight("python", "if x:\n  pass"))]
