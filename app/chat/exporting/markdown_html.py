"""Markdown as HTML that is harmless whatever the text. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from app.chat.exporting.typeset import Typesetter
from app.chat.markdown_inline import is_safe_link, is_tangled, make_parser

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererProtocol
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}
_DIRECTED = frozenset({"paragraph", "heading", "list_item", "td", "th"})
_CONTAINERS = frozenset({"blockquote", "bullet_list", "ordered_list", "table"})
_LOOKED_AT = 40  # tokens, and letters of each
_NESTING = 20
_TYPESETTER = "typesetter"


def markdown_as_html(text: str, typesetter: Typesetter) -> str:
    """Return Markdown as HTML."""
    parser = _parser()
    env: EnvType = {_TYPESETTER: typesetter}
    tokens = parser.parse(text, env)
    _direct(tokens)
    _tick(tokens)
    return str(parser.renderer.render(tokens, parser.options, env))


def _direct(tokens: Sequence[Token]) -> None:
    for index, token in enumerate(tokens):
        kind = token.type.removesuffix("_open")
        if token.nesting == 1 and kind in _CONTAINERS:
            # Not "auto": that does not look into what has a direction of its own.
            token.attrSet("dir", _direction(tokens[index : index + _LOOKED_AT]))
        elif token.nesting == 1 and kind in _DIRECTED:
            token.attrSet("dir", "auto")


def _direction(tokens: Sequence[Token]) -> str:
    """Return which way the first of these tokens that has letters is read."""
    letters = (letter for token in tokens if token.type == "inline" for letter in token.content[:_LOOKED_AT])
    first = next((kind for kind in map(bidirectional, letters) if kind in {"L", "R", "AL"}), "L")
    return "ltr" if first == "L" else "rtl"


def _tick(tokens: Sequence[Token]) -> None:
    """Draw the boxes of task lists."""
    for item, inside in zip(tokens, tokens[2:], strict=False):
        first = inside.children[0] if inside.children and item.type == "list_item_open" else None
        if first is not None and first.type == "text" and first.content[:4] in _BOXES:
            first.content = _BOXES[first.content[:4]] + first.content[4:]
            item.attrSet("class", "task")


@lru_cache(1)
def _parser() -> MarkdownIt:
    parser = make_parser(_NESTING)
    parser.disable(["image", "html_block", "html_inline"])
    parser.core.ruler.at("inline", _read_inline)
    parser.validateLink = _is_harmless  # type: ignore[method-assign]
    for name in ("fence", "code_block"):
        parser.add_render_rule(name, _code)
    parser.add_render_rule("formula", _formula)
    parser.add_render_rule("formula_block", _formula_block)
    parser.add_render_rule("note", _note)
    parser.add_render_rule("footnote_open", _footnote)
    parser.add_render_rule("footnote_close", lambda *_: "</p>\n")
    return parser


def _is_harmless(url: str) -> bool:
    return is_safe_link(url)


def _read_inline(state: StateCore) -> None:
    """Read paragraphs, but for those that would take too long: they stay what they are."""
    from markdown_it.token import Token  # noqa: PLC0415 - not needed before the first export

    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if is_tangled(token.content):
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _code(_self: RendererProtocol, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
    token = tokens[index]
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    return f"<pre><code>{env[_TYPESETTER].code(token.content, language)}</code></pre>\n"


def _formula(_self: RendererProtocol, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
    source = tokens[index].content
    return env[_TYPESETTER].formula(source) or f'<code class="tex">{escape(source)}</code>'


def _formula_block(
    _self: RendererProtocol, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    source = tokens[index].content
    set_ = env[_TYPESETTER].formula(source)
    return f'<p class="formula">{set_}</p>\n' if set_ else f'<pre class="tex"><code>{escape(source)}</code></pre>\n'


def _note(_self: RendererProtocol, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    return f"<sup>{escape(tokens[index].content)}</sup>"


def _footnote(
    _self: RendererProtocol, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return f'<p class="note" dir="auto"><sup>{escape(tokens[index].info)}</sup> '
