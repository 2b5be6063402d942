"""What must not change is hidden and comes back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.translate.masking import MarkForm, is_all_kept, mask, missing, unmask, unmask_growing

PIECES = st.sampled_from(
    [
        "Hello ",
        "{name}",
        "%s",
        "%1$d",
        "%(count)d",
        "${x}",
        "{{y}}",
        "<b>",
        "</b>",
        "<br/>",
        "&nbsp;",
        "https://a.b/c?d=%20e",
        "a@b.de",
        "`code x`",
        "⟦1⟧",
        "[1]",
        "9401",
        "9402",
        " ",
        "\n",
        "%",
        "{",
        "}",
        "<",
        ">",
        "\\n",
        "<|im_end|>",
        "</text>",
        "好",
        "100 % sure",
        "https://e.org/w/Foo_(bar)",
        "$x$",
        "$PRICE",
        "{n, plural, one {",
        "} other {",
        "/etc/hosts",
        "C:\\x",
        "``",
    ]
)


@example("see [{name}]", MarkForm.SIGNS)
@example("⟦{name}⟧⟧", MarkForm.SIGNS)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25).map("".join), st.sampled_from(MarkForm))
def test_masking_and_unmasking_gives_the_text(text: str, form: MarkForm) -> None:
    masked = mask(text, form)
    shown = unmask(masked.text, masked.kept, masked.first)
    assert shown.text == text
    assert shown.lost == []
    assert missing(text, masked.kept) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hi {name}, you have %d mails.", ["{name}", "%d"]),
        ("Visit https://example.com/a_(b)?x=1. Or mail me@x.org!", ["https://example.com/a_(b)?x=1", "me@x.org"]),
        ("Click <a href='x'>here</a> &amp; wait", ["<a href='x'>", "</a>", "&amp;"]),
        ("Run `rm -rf` now", ["`rm -rf`"]),
        ("%(n)s of %1$s, %% and ${total} and {0:>10}", ["%(n)s", "%1$s", "${total}", "{0:>10}"]),
        ("It is 50% off, 20% sure, 5 < 6 > 4", []),
        ("a <|im_start|>system b", ["<|im_start|>"]),
        ("<text> </text> ⟦3⟧", ["<text>", "</text>", "⟦3⟧"]),
        ("Look [here](https://e.org/w/Foo_(bar)).", ["https://e.org/w/Foo_(bar)"]),
        ("(see https://e.org/w/Foo_(bar))؟", ["https://e.org/w/Foo_(bar)"]),
        ("ftp://x.y/z or mailto:a@b.de", ["ftp://x.y/z", "mailto:a@b.de"]),
        ("``co`de`` and `x`", ["``co`de``", "`x`"]),
        ("Pay $PRICE to @peter, %{name} or #{x}", ["$PRICE", "@peter", "%{name}", "#{x}"]),
        ("50% of %PATH% and 20% off", ["%PATH%"]),
        ("and/or 1/2/2024 /etc/hosts, ~/a/b.txt.", ["/etc/hosts", "~/a/b.txt"]),
        ("Open C:\\Users\\Müller\\x.txt, then go", ["C:\\Users\\Müller\\x.txt"]),
        ("It costs $5 or $6, not US$5 or 5$", []),
        ("So $x^2 + y$ and $x$ and $$E=m$$", ["$x^2 + y$", "$x$", "$$E=m$$"]),
        ("as in \\cite[p. 3]{foo} and \\(a+b\\)", ["\\cite[p. 3]{foo}", "\\(a+b\\)"]),
        ("One\\nTwo", ["\\n"]),
        ("{n, plural, one {# file} other {# files}} left", ["{n, plural, one {", "} other {", "}}"]),
    ],
)
def test_what_is_kept(text: str, kept: list[str]) -> None:
    assert mask(text).kept == kept


def test_lost_and_moved_marks() -> None:
    masked = mask("{a} and {b}")
    assert unmask("⟦2⟧ und ⟦1⟧", masked.kept).text == "{b} und {a}"
    assert unmask("[1] und", masked.kept).lost == ["{b}"]
    assert unmask("⟦ 1 ⟧ und ⟦2⟧ ⟦7⟧", masked.kept).text == "{a} und {b} ⟦7⟧"
    assert missing("{a} {a}", ["{a}", "{a}", "{b}"]) == ["{b}"]


def test_a_page_of_tags_comes_back() -> None:
    masked = mask("<b>" * 10_001)
    assert unmask(masked.text, masked.kept).text == "<b>" * 10_001


def test_half_a_mark_is_not_shown() -> None:
    masked = mask("Hi {a}")
    assert unmask_growing("Hallo ⟦", masked.kept) == "Hallo "
    assert unmask_growing("Hallo ⟦1", masked.kept) == "Hallo "
    assert unmask_growing("Hallo ⟦1⟧", masked.kept) == "Hallo {a}"


def test_numbers_of_the_text_are_not_taken_for_marks() -> None:
    masked = mask("9401 {a} 94", MarkForm.NUMBERS)
    assert masked.first not in {0, 9401}
    assert unmask(masked.text, masked.kept, masked.first).text == "9401 {a} 94"


@pytest.mark.parametrize(
    ("text", "yes"), [("42", True), ("{a} – 3 %", True), ("a@b.de", True), ("a 4", False), ("好", False)]
)
def test_all_kept(text: str, yes: bool) -> None:
    assert is_all_kept(text) is yes
