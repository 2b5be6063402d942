"""What a person typed, and which names a hub may give to a file."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.hub.names import Query, is_repository, is_revision, is_safe_file, understand
from app.catalog.net_api import Source

HF, MS = Source.HUGGING_FACE, Source.MODELSCOPE


@pytest.mark.parametrize(
    ("text", "repository", "revision", "source"),
    [
        ("Qwen/Qwen3-8B-GGUF", "Qwen/Qwen3-8B-GGUF", "", None),
        ("  Qwen/Qwen3-8B-GGUF:Q4_K_M ", "Qwen/Qwen3-8B-GGUF", "", None),
        ("https://huggingface.co/Qwen/Qwen3-8B-GGUF", "Qwen/Qwen3-8B-GGUF", "", HF),
        ("https://huggingface.co/Qwen/Qwen3-8B-GGUF/tree/main", "Qwen/Qwen3-8B-GGUF", "main", HF),
        ("https://huggingface.co/a/b/blob/v1.0/sub/x-Q4_K_M.gguf?download=true#top", "a/b", "v1.0", HF),
        ("https://huggingface.co/a/b/resolve/main/x.gguf", "a/b", "main", HF),
        ("http://www.huggingface.co/a/b/discussions/3", "a/b", "", HF),
        ("huggingface.co/a/b", "a/b", "", HF),
        ("hf.co/unsloth/Qwen3-4B-GGUF:Q4_K_M", "unsloth/Qwen3-4B-GGUF", "", HF),
        ("https://hf-mirror.com/a/b/tree/main", "a/b", "main", HF),
        ("https://modelscope.cn/models/Qwen/Qwen3-8B-GGUF/files", "Qwen/Qwen3-8B-GGUF", "", MS),
        ("https://www.modelscope.cn/models/Qwen/Qwen3-8B-GGUF/summary", "Qwen/Qwen3-8B-GGUF", "", MS),
        ("https://www.modelscope.ai/models/a/b", "a/b", "", MS),
        ("https://hub.example.org:8443/a/b", "a/b", "", None),
        ("https://hub.example.org/models/a/b", "a/b", "", MS),
    ],
)
def test_addresses_and_names(text: str, repository: str, revision: str, source: Source | None) -> None:
    query = understand(text)
    assert (query.repository, query.revision, query.source) == (repository, revision, source)
    assert query.words == repository.split("/")[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("qwen3 8b", "qwen3 8b"),
        (" qwen3 \n 8b ", "qwen3 8b"),
        ("", ""),
        ("../../etc/passwd", "../../etc/passwd"),
        ("a/..", "a/.."),
        ("https://huggingface.co/a/..%2f..", "https://huggingface.co/a/..%2f.."),
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("http://[half", "http://[half"),
        ("千问 3", "千问 3"),
    ],
)
def test_everything_else_is_words(text: str, words: str) -> None:
    assert understand(text) == Query(words=words)


def test_somebodys_page_finds_their_models() -> None:
    assert understand("https://huggingface.co/unsloth") == Query(words="unsloth", source=HF)


@given(st.text(max_size=80))
def test_a_repository_that_is_understood_stays_in_its_place(text: str) -> None:
    query = understand(text)
    if query.repository:
        assert is_repository(query.repository)
        assert query.repository.count("/") == 1
        assert ".." not in query.repository
    assert not query.revision or is_revision(query.revision)


ESCAPES = [
    "../x.gguf", "a/../../x.gguf", "/etc/x.gguf", "\\\\host\\share\\x.gguf", "C:\\x.gguf", "C:x.gguf", "a\\b.gguf",
    "a/./x.gguf", "a//x.gguf", "x.gguf:stream", "x.gguf.", "x.gguf ", " x.gguf", "a /x.gguf", "a./x.gguf", "",
    ".", "..", "a/", "/", "x\x00.gguf", "x\n.gguf", "x\u202egguf.exe", "x\u200b.gguf", "\ud800.gguf", "y" * 600,
]  # fmt: skip


@pytest.mark.parametrize("name", ESCAPES)
def test_hostile_file_names_are_refused(name: str) -> None:
    assert not is_safe_file(name)


@pytest.mark.parametrize("name", ["x.gguf", "Q8_0/x-00001-of-00002.gguf", "模型-Q4_K_M.gguf", "a b/x (1).gguf", ".x"])
def test_plain_file_names_are_not(name: str) -> None:
    assert is_safe_file(name)


@given(st.text(alphabet=st.sampled_from("ab./\\: \x00-"), max_size=16))
def test_no_accepted_name_leaves_its_folder(name: str) -> None:
    if is_safe_file(name):
        assert ".." not in PurePosixPath(name).parts
        assert not PurePosixPath(name).is_absolute()
        windows = PureWindowsPath(name)
        assert not windows.drive
        assert not windows.root
        assert ".." not in windows.parts
