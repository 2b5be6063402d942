"""Thousands of short fences are read as markdown-it reads them, and each is looked at once."""

from __future__ import annotations

import pytest

from app.chat.markdown import MarkdownStream
from app.chat.markdown_leaves import CodeLeaf, Leaf, TextLeaf


def read(text: str) -> list[Leaf]:
    stream = MarkdownStream(text)
    stream.finish()
    return [*stream.leaves, *stream.tail]


def test_short_fences_in_a_row() -> None:
    leaves = read("```\n" * 3000)
    assert len(leaves) == 1500
    assert all(isinstance(leaf, CodeLeaf) and not leaf.text for leaf in leaves)


@pytest.mark.parametrize("line", ["``` a`b", "    ```", "``", "\t```"])
def test_what_only_looks_like_a_fence_is_none(line: str) -> None:
    leaf = read(f"{line}\nx\n```\ny\n```\n")[0]
    assert not (isinstance(leaf, CodeLeaf) and leaf.text == "x" and leaf.closed)


def test_open_formulas_are_text() -> None:
    (leaf,) = read("\\(" * 300)
    assert isinstance(leaf, TextLeaf)
    stream = MarkdownStream("")
    assert stream.spans(leaf.content)[0].text == leaf.content
