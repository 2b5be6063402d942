"""Reading Markdown while it is being written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from app.chat.markdown import WINDOW, MarkdownStream
from app.chat.markdown_blocks import LeafBuilder
from app.chat.markdown_inline import parser, read_spans
from app.chat.markdown_leaves import Alignment, CodeLeaf, Container, Leaf, RuleLeaf, Span, Style, TableLeaf, TextLeaf

PIECES = [
    "Some text",
    " and more",
    "\n",
    "\n\n",
    "# ",
    "## Head",
    "- item",
    "  - nested",
    "1. one",
    "2. two",
    "7. seven",
    "> quote",
    "> > deep",
    "```",
    "```python\n",
    "~~~",
    "    code",
    "---",
    "===",
    "| a | b |",
    "|---|---|",
    "| 1 | 2 |",
    "[a]: http://x.y",
    "[a]",
    "**bold",
    "**",
    "`",
    "`x`",
    "<div>",
    "- [ ] task",
    "\t",
    "\r\n",
    "$x_1$",
    "$$",
    "$$ x $$",
    "\\[",
    "\\]",
    "[^n]: note",
    "[^n]",
    "* star",
    "+ plus",
    "10) ten",
    "\\",
    "  ",
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def read(text: str) -> list[Leaf]:
    stream = MarkdownStream(text)
    stream.finish()
    return stream.leaves + stream.tail


def in_one_go(text: str) -> list[Leaf]:
    """What CommonMark says of the complete text."""
    tokens: list[Token] = []
    reader = parser()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader.block.parse(text, reader, {}, tokens)
    return LeafBuilder(text.split("\n")).build(tokens)


def loosely(leaves: list[Leaf]) -> list[object]:
    """Without what depends on a fence still being open."""
    return [
        ("code", leaf.text.strip("`~ \n\t"), leaf.language) if isinstance(leaf, CodeLeaf) else leaf for leaf in leaves
    ]


@settings(max_examples=300, deadline=None)
@given(texts)
def test_reading_piece_by_piece_equals_reading_in_one_go(text: str) -> None:
    assert loosely(read(text)) == loosely(in_one_go(text))


@settings(max_examples=300, deadline=None)
@given(texts, st.lists(st.integers(0, 600), max_size=12))
def test_the_result_does_not_depend_on_how_the_text_arrives(text: str, cuts: list[int]) -> None:
    stream = MarkdownStream()
    for start, end in pairwise([0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]):
        stream.append(text[start:end])
        stream.finish()
    assert stream.leaves + stream.tail == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{i}. item {i}\n   more of it\n" for i in range(3, 900)),
        "- " + "\n  ".join("word " * 40 for _ in range(60)),
        "- " + "\n  ".join("word " * 40 for _ in range(400)) + "\n- two",
        "| a | b |\n|---|---|\n" + "| x | y |\n" * 3000 + "\nafter",
        "x" * 50_000,
        "word " * 20_000,
        "> quote\n" * 4000,
        "```c\n" + "int x;\n" * 5000 + "```\nafter",
        "para\n\n" * 4000,
    ],
)
def test_long_blocks_are_read_the_same_in_pieces(text: str) -> None:
    stream = MarkdownStream()
    for start in range(0, len(text), 777):
        stream.append(text[start : start + 777])
        stream.finish()
    assert stream.leaves + stream.tail == read(text)


def test_a_long_list_keeps_its_numbers_and_its_items() -> None:
    leaves = read("".join(f"1. item {i}\n" for i in range(2000)))
    assert [(leaf.marker, leaf.content) for leaf in leaves if isinstance(leaf, TextLeaf)] == [
        (f"{i + 1}.", f"item {i}") for i in range(2000)
    ]


def test_a_long_table_keeps_every_row_and_repeats_its_header() -> None:
    text = "| a | b |\n|:-:|--:|\n" + "".join(f"| {i} | y |\n" for i in range(3000))
    tables = [leaf for leaf in read(text) if isinstance(leaf, TableLeaf)]
    assert len(tables) > 2
    assert all(len(table.rows) <= 120 for table in tables)
    assert all(table.header == ("a", "b") for table in tables)
    assert [row[0] for table in tables for row in table.rows] == [str(i) for i in range(3000)]
    assert tables[-1].alignments == (Alignment.CENTRE, Alignment.END)


def test_a_long_paragraph_loses_nothing() -> None:
    text = "".join(f"word{i} " for i in range(9000))
    assert "".join(leaf.content + " " for leaf in read(text) if isinstance(leaf, TextLeaf)).split() == text.split()


def test_finished_blocks_stay_the_same_objects() -> None:
    stream = MarkdownStream("one\n\ntwo\n\nthree\n")
    stream.finish()
    before = list(stream.leaves)
    stream.append("\nfour\n")
    stream.finish()
    assert len(before) == 2
    assert all(old is new for old, new in zip(before, stream.leaves, strict=False))


def test_a_list_is_not_closed_by_a_line_that_is_still_being_written() -> None:
    stream = MarkdownStream("1. a\n\n2")
    stream.finish()
    assert stream.leaves == []
    stream.append(". b\n")
    stream.finish()
    assert [leaf.marker for leaf in stream.tail if isinstance(leaf, TextLeaf)] == ["1.", "2."]


def test_an_open_fence_grows_and_hides_its_half_written_end() -> None:
    stream = MarkdownStream("```python\nx = 1\n``")
    stream.finish()
    assert stream.tail == [CodeLeaf("x = 1", "python", closed=False)]
    stream.append("`\nafter")
    stream.finish()
    assert stream.leaves == [CodeLeaf("x = 1", "python")]
    assert stream.tail == [TextLeaf("after")]


def test_kinds_of_leaves() -> None:
    leaves = read("# T\n\n> - a\n>   1. b\n\n---\n\n- [x] done\n- ```sh\n  ls\n  ```\n")
    assert leaves == [
        TextLeaf("T", level=1),
        TextLeaf("a", path=(Container.QUOTE, Container.ITEM), marker="•", tight=True),
        TextLeaf("b", path=(Container.QUOTE, Container.ITEM, Container.ITEM), marker="1.", tight=True),
        RuleLeaf(),
        TextLeaf("done", path=(Container.ITEM,), marker="☑", tight=True),
        CodeLeaf("ls", "sh", path=(Container.ITEM,), marker="•"),
    ]


def test_raw_html_stays_text() -> None:
    assert read("<img src=x onerror=alert(1)>\n\na <b>b</b>") == [
        TextLeaf("<img src=x onerror=alert(1)>"),
        TextLeaf("a <b>b</b>"),
    ]


def spans(text: str) -> tuple[Span, ...]:
    stream = MarkdownStream(text)
    stream.finish()
    leaf = (stream.leaves + stream.tail)[0]
    assert isinstance(leaf, TextLeaf)
    return stream.spans(leaf.content)


def test_styles_nest() -> None:
    assert spans("a **b *c* `d`** ~~e~~\nf") == (
        Span("a "),
        Span("b ", Style.BOLD),
        Span("c", Style.BOLD | Style.ITALIC),
        Span(" ", Style.BOLD),
        Span("d", Style.BOLD | Style.CODE),
        Span(" "),
        Span("e", Style.STRIKE),
        Span("\nf"),
    )


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "calculator://x", "smb://h/s", "//h/s", "/etc/passwd", "x.png"]
)
def test_images_and_links_elsewhere_are_no_links(target: str) -> None:
    for text in (f"[click]({target})", f"![click]({target})"):
        assert all(not span.link for span in spans(text))
        assert target in "".join(span.text for span in spans(text))


def test_an_image_is_its_description_and_a_link() -> None:
    assert spans("![a cat](https://example.org/cat.png)") == (
        Span("a cat", Style.IMAGE, "https://example.org/cat.png"),
    )


def test_bare_addresses_are_links_without_the_full_stop_after_them() -> None:
    assert spans("See https://example.org/a?b=1.") == (
        Span("See "),
        Span("https://example.org/a?b=1", Style.PLAIN, "https://example.org/a?b=1"),
        Span("."),
    )


@pytest.mark.parametrize("formula", ["$a_b^{c*d*}$", r"\(x_1 * y_2 * z\)", "$$\na_b\n*c*\n$$", r"\[ \frac{a}{b} \]"])
def test_formulas_keep_their_source(formula: str) -> None:
    assert spans(f"so {formula} holds")[1] == Span(formula, Style.MATH)


@pytest.mark.parametrize(
    "text",
    ["from $5 to $10", "$5 and $6", "costs $5 (or 6$)", "US$7 and A$8", "US$x or A$y", "$20k-$30k", r"\$x$", "$ x $"],
)
def test_prices_are_no_formulas(text: str) -> None:
    assert not any(span.style & Style.MATH for span in spans(text))


@pytest.mark.parametrize("text", ["$5$", "$2 + 3$", "其中$x$是", "($n$)", "$5x$-axis", "**$x$**"])
def test_numbers_and_letters_between_dollars_are_formulas(text: str) -> None:
    assert any(span.style & Style.MATH for span in spans(text))


@pytest.mark.parametrize(
    "formula",
    ["$$\na\n- b\n= c\n$$", "\\[\n  x^2\n\\]", "$$ x $$", "\\[x\\]", "$$\nx = 1 $$", "\\[ a\n# b\n\\]"],
)
def test_a_formula_has_its_own_lines_whatever_stands_in_them(formula: str) -> None:
    lines = "\n".join(line.strip() for line in formula.split("\n"))
    before, found, after = read(f"before\n{formula}\nafter")
    assert found == TextLeaf(lines, display=True)
    assert (before, after) == (TextLeaf("before"), TextLeaf("after"))


@pytest.mark.parametrize("text", ["$$ x $$ and more", "\\[note\\] to all", "$$\nnever closed", "$$$$", "$$$\nx\n$$$"])
def test_what_only_begins_like_a_formula_is_a_paragraph(text: str) -> None:
    assert not any(leaf.display for leaf in read(text) if isinstance(leaf, TextLeaf))


def test_a_formula_in_a_list_belongs_to_its_item() -> None:
    leaves = read("1. First:\n   $$\n   x\n   $$\n2. $$y$$")
    assert leaves[1] == TextLeaf("$$\nx\n$$", path=(Container.ITEM,), display=True)
    assert leaves[2] == TextLeaf("$$y$$", path=(Container.ITEM,), marker="2.", display=True)


def test_footnotes_are_marked_where_they_are_used_and_listed_where_they_are_written() -> None:
    stream = MarkdownStream("So[^1] and[^why], but not [^a-z].\n\n[^1]: One,\nstill one.\n[^why]: **Two**\n\nEnd")
    stream.finish()
    leaves = stream.leaves + stream.tail
    marks = [span.text for span in stream.spans("So[^1] and[^why], but not [^a-z].") if span.style & Style.NOTE]
    assert marks == ["1", "why"]
    assert [(leaf.marker, leaf.content) for leaf in leaves[1:] if isinstance(leaf, TextLeaf)] == [
        ("1", "One,\nstill one."),
        ("why", "**Two**"),
        ("", "End"),
    ]


def test_a_definition_after_its_use_is_found() -> None:
    stream = MarkdownStream("see [x]\n\nmore\n\n[x]: http://exa")
    stream.finish()
    seen = stream.definitions
    stream.append("mple.org\n\nend\n")
    stream.finish()
    assert stream.definitions > seen
    assert stream.spans("see [x]")[1] == Span("x", Style.PLAIN, "http://example.org")


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " x",
        "- " * 5000 + "x",
        "[" * 50_000,
        "![a" * 20_000,
        "*a " * 20_000,
        "_a" * 20_000,
        "`a``b```" * 5000,
        "[a](" * 20_000,
        "<a " * 20_000,
        "$a" * 20_000,
        "\\(" * 20_000,
        "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n",
        "x" * 200_000,
    ],
)
def test_hostile_text_is_read_step_by_step_and_keeps_its_words(text: str) -> None:
    """No step reads more than a long window, so the number of steps follows the length of the text."""
    stream = MarkdownStream(text)
    steps = 1
    while stream.step():
        steps += 1
    for leaf in stream.leaves + stream.tail:
        if isinstance(leaf, TextLeaf):
            stream.spans(leaf.content)
    assert steps <= 2 + 4 * len(text) // WINDOW
    assert stream.leaves + stream.tail


def test_cited_paragraphs_are_links_and_no_text_can_make_such_a_link() -> None:
    spans = read_spans("As it says [¶12], and (¶ B3). [x](paragraph:12) `¶4`", {})
    assert [(span.text, span.link) for span in spans if span.link] == [
        ("¶12", "paragraph:12"),
        ("¶ B3", "paragraph:B3"),
    ]
