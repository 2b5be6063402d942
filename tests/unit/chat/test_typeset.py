"""Formulas and code in an exported page: set by the real workers, harmless whatever they are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.conversation import TextPart, ThinkingPart
from app.chat.exporting import helper, typeset
from app.chat.exporting.api import ExportFormat
from app.chat.exporting.as_mathml import mathml
from app.chat.exporting.markdown_html import markdown_as_html
from app.chat.exporting.run import ExportOrder, export
from app.chat.exporting.typeset import ForBrowsers, Typesetter, Workers
from app.chat.formula_markup import set_markup
from app.chat.markup_api import MathNode
from app.chat.store import ConversationStore
from app.engine.api import Role
from tests.helpers.store_content import conversation, message, question
from tests.unit.chat.test_exporting import OPTIONS, judge
from tests.unit.chat.test_formula import COMMON

TYPESET = r"""
So $a^2 < b$ and \(\frac{1}{x}\), but \(\ce{H2O}\) and $\text{<script>x</script>}$.

$$\begin{align*} f(x) &= \sqrt{x} \\ &= 2 \end{align*}$$

$$\href{javascript:x}{\color{red}{y}}$$

```python
def f(x): return "<b>"
```

Noted[^1] and ![x](http://evil/x.png).

[^1]: A *note*.

| م | $x$ |
|---|---|
| 1 | 2 |
"""


def test_formulas_and_code_are_set_for_browsers(tmp_path: Path) -> None:
    """With the real workers, by way of a file."""
    store = ConversationStore.temporary()
    chat = conversation("Maths")
    store.create(chat)
    asked = question(chat)
    said = message(chat, [ThinkingPart("Is $x_1$ it?"), TextPart(TYPESET)], asked, Role.ASSISTANT)
    store.add_messages([asked, said])
    store.set_leaf(chat.id, said.id)
    order = ExportOrder([chat.id], ExportFormat.HTML, tmp_path / "page.html", OPTIONS)
    export(order, lambda job: job(store), lambda _: None)
    store.close()
    page = (tmp_path / "page.html").read_text()
    judge(page)
    assert page.count("<math") == 6
    assert "<msup><mi>a</mi><mn>2</mn></msup><mo>&lt;</mo>" in page
    assert '<annotation encoding="application/x-tex">\\frac{1}{x}</annotation>' in page
    assert '<mtd class="end">' in page
    assert '<code class="tex">\\(\\ce{H2O}\\)</code>' in page  # cannot be set
    assert '<code class="tex">$\\text{&lt;script&gt;x&lt;/script&gt;}$</code>' in page
    assert "javascript" not in page.replace("<annotation", "\0").split("\0")[0]
    assert '<span class="code-1">def</span>' in page
    assert '<p class="note" dir="auto"><sup>1</sup> A <em>note</em>.</p>' in page
    assert '<table dir="rtl">' in page


def test_a_worker_that_hangs_leaves_formulas_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper, "worker_command", lambda _kind: [sys.executable, "-c", "import time; time.sleep(600)"])
    monkeypatch.setattr(typeset, "FIRST_SECONDS", 0.05)
    with Workers() as workers:
        page = markdown_as_html(
            "".join(f"$x_{number}$ " for number in range(40)) + "\n\n    code", ForBrowsers(workers)
        )
    assert page.count('<code class="tex">$x_') == 40  # and it gives up after a few


def test_text_too_tangled_to_be_read_is_written_as_it_is() -> None:
    tangled = "[" * 3000 + "<b>" + "*_" * 3000
    page = markdown_as_html(tangled, Typesetter())
    assert page == f'<p dir="auto">{tangled.replace("<", "&lt;").replace(">", "&gt;")}</p>\n'


# --- MathML


@pytest.mark.parametrize("source", COMMON)
def test_what_models_write_becomes_mathml(source: str) -> None:
    root = set_markup(source, display=True).root
    assert root is not None
    written = mathml(root, source)
    assert written.startswith('<math display="block">')
    judge(written)


@pytest.mark.parametrize(
    "source", [r"\foo{x}", r"\ce{H2O}", r"\frac", "{" * 900, r"\left(" * 200, "", " ", "x" * 3000, r"\text{<b>&}"]
)
def test_what_cannot_become_mathml_is_left_as_it_is(source: str) -> None:
    assert set_markup(source, display=False).root is None


LEAF = MathNode("mi", {}, "x")


@pytest.mark.parametrize(
    "inside",
    [
        MathNode("script", {}, "alert(1)"),
        MathNode("mtext", {}, "", [MathNode("img", {"src": "x"})]),
        MathNode("annotation-xml", {"encoding": "text/html"}),
        MathNode("mglyph", {"src": "http://evil"}),
        MathNode("mrow", {}, "words"),
        MathNode("mfrac", {}, "", [LEAF]),
        MathNode("msub", {}, "", [LEAF, LEAF, LEAF]),
    ],
)
def test_what_does_not_belong_into_mathml_is_refused(inside: MathNode) -> None:
    with pytest.raises(ValueError, match=r"."):
        mathml(MathNode("math", {}, "", [inside]), "x")


NAMES = st.sampled_from(["mi", "mo", "mrow", "mtd", "mfrac", "script", "math", "semantics", "x onload=y", "mtext"])
WORDS = st.text(alphabet=st.sampled_from(list("<>\"'&;/=abc ")), max_size=12)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["href", "onclick", "style", "mathcolor", "width", "columnalign", "class", "xlink:href"]), WORDS
)
NODES = st.recursive(
    st.builds(MathNode, NAMES, ATTRIBUTES, WORDS),
    lambda inner: st.builds(MathNode, NAMES, ATTRIBUTES, st.just(""), st.lists(inner, max_size=3)),
    max_leaves=6,
)


@given(st.lists(NODES, max_size=3), WORDS)
@settings(max_examples=60, deadline=None)
def test_a_worker_that_lies_brings_nothing_harmful(inside: list[MathNode], source: str) -> None:
    try:
        written = mathml(MathNode("math", {"display": "block", "onload": "x"}, "", inside), source)
    except ValueError:
        return
    judge(written)
