"""Chat templates: rendered as models were trained, read for what they can do, and harmless when they are hostile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.engine.api import ChatMessage, Role, ThinkingSupport
from app.engine.capability import detect, options
from app.engine.renderer import Renderer, TemplateError
from app.engine.thinking import Tags
from tests.helpers.engine_process import assistant, user

TAGS = Tags(1, 2, "<think>", "</think>")
TURNS = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"
)
STRIPPED = "{% for m in messages %}[{{ m.role }}]{{ m.content.split('</think>')[-1] }}{% endfor %}[assistant]"

HOSTILE = {
    "range": "{% for i in range(10**12) %}x{% endfor %}",
    "string product": "{{ 'a' * 10**10 }}",
    "list product": "{% set x = [0] * 10**10 %}{{ x|length }}",
    "power": "{{ 10**(10**10) }}",
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "much output": "{% for a in range(99999) %}{{ 'x' * 10000 }}{% endfor %}",
    "doubling": "{% set n = namespace(s='aa') %}{% for i in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor %}{{ n.s }}",
    "adding": "{% set n = namespace(s=[1]) %}{% for i in range(99) %}{% set n.s = n.s + n.s %}{% endfor %}{{ n.s }}",
    "recursive macro": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "branching macro": "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}x{% endmacro %}{{ f(60) }}",
    "recursive loop": "{% for a in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}",
    "deep brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep lists": "{{ " + "[" * 50000 + "]" * 50000 + " }}",
    "deep blocks": "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "padding": "{{ 'a'.ljust(10**11) }}",
    "centring": "{{ 'a'|center(10**11) }}",
    "format width": "{{ '%099999999999d' % 1 }}",
    "format method": "{{ '{:>99999999999}'.format(1) }}",
    "replacement": "{{ ('a'*99999).replace('a', 'b'*99999) }}",
    "joining": "{{ range(99999)|join('x'*999999) }}",
    "indent": "{{ messages|tojson(indent=10**10) }}",
    "lipsum": "{{ lipsum(n=10**7) }}",
    "syntax": "{% for %}",
    "unknown tag": "{% import_everything %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}{{ os }}",
    "undefined call": "{{ nothing() }}",
    "raise": "{{ raise_exception('no') }}",
    "classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "format classes": "{{ '{0.__class__.__init__.__globals__}'.format(messages) }}",
    "attr filter": "{{ messages|attr('__class__')|attr('__base__')|attr('__subclasses__')() }}",
    "change messages": "{{ messages.append(1) }}",
    "zero": "{{ 1 // 0 }}",
}  # fmt: skip


@pytest.fixture
def renderers() -> Iterator[list[Renderer]]:
    """Renderers put in here are closed at the end."""
    made: list[Renderer] = []
    yield made
    for renderer in made:
        renderer.close()


def make(renderers: list[Renderer], template: str, seconds: float = 30.0) -> Renderer:
    """A renderer that is closed at the end."""
    renderers.append(Renderer(template, seconds))
    return renderers[-1]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_templates_end_in_an_error(renderers: list[Renderer], name: str) -> None:
    with pytest.raises(TemplateError) as caught:
        make(renderers, HOSTILE[name], seconds=0.4).render([user("Hello")])
    assert str(caught.value)


def test_pythons_insides_are_not_reached(renderers: list[Renderer]) -> None:
    assert make(renderers, "{{ raise_exception.__globals__ }}|{{ messages.__class__ }}").render([user("a")]) == "|"


def test_a_template_that_hangs_once_can_be_used_again(renderers: list[Renderer]) -> None:
    template = (
        "{% if messages[0].content == 'bad' %}{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}"
        "{% endfor %}{% endif %}fine"
    )
    renderer = make(renderers, template, seconds=1.0)
    with pytest.raises(TemplateError):
        renderer.render([user("bad")])
    assert renderer.render([user("good")]) == "fine"


def test_a_refusal_does_not_cost_the_process(renderers: list[Renderer]) -> None:
    renderer = make(renderers, "{% if messages|length > 1 %}{{ raise_exception('one only') }}{% endif %}ok")
    assert renderer.render([user("a")]) == "ok"
    with pytest.raises(TemplateError, match="one only"):
        renderer.render([user("a"), user("b")])
    assert renderer.render([user("a")]) == "ok"


def test_rendered_like_transformers_does(renderers: list[Renderer]) -> None:
    template = (
        "{% for m in messages %}\n  {% if m.role == 'user' %}\n{{ m.content | tojson }}\n  {% else %}{% continue %}"
        "{% endif %}\n{% endfor %}\n{% generation %}G{% endgeneration %}{{ tools is none }}{{ add_generation_prompt }}"
    )
    chat = [user("<é & 'x'>"), assistant("no"), user("b")]
    assert make(renderers, template).render(chat) == '"<é & \'x\'>"\n"b"\nGTrueTrue'


def test_the_date_is_there(renderers: list[Renderer]) -> None:
    assert make(renderers, "{{ strftime_now('%Y') }}").render([user("a")]).startswith("20")


def test_thoughts_are_handed_over_under_the_name_that_templates_use(renderers: list[Renderer]) -> None:
    template = "{% for m in messages %}{{ m.reasoning_content }}|{% endfor %}"
    assert make(renderers, template).render([user("a"), assistant("b", thinking="hmm")]) == "|hmm|"


@pytest.mark.parametrize(
    ("template", "support"),
    [
        (TURNS + "{% if enable_thinking is false %}<think>\n\n</think>\n\n{% endif %}", ThinkingSupport.HYBRID),
        (TURNS + "{% if enable_thinking %}<think>\n{% endif %}", ThinkingSupport.HYBRID),
        (TURNS + "{% if thinking %}<think>{% else %}</think>{% endif %}", ThinkingSupport.HYBRID),
        (TURNS + "<think>\n", ThinkingSupport.ALWAYS),
        (STRIPPED, ThinkingSupport.ALWAYS),
        (TURNS, ThinkingSupport.NEVER),
        ("Reasoning: {{ reasoning_effort|default('medium') }}\n" + TURNS, ThinkingSupport.EFFORT),
    ],
)
def test_what_can_be_controlled_is_read_from_the_template(
    renderers: list[Renderer], template: str, support: ThinkingSupport
) -> None:
    found = detect(make(renderers, template), TAGS)
    assert found.support is support
    assert bool(found.effort_levels) == (support is ThinkingSupport.EFFORT)


def test_without_the_tags_as_tokens_there_is_no_control(renderers: list[Renderer]) -> None:
    assert detect(make(renderers, TURNS + "<think>\n"), None).support is ThinkingSupport.NEVER


def test_options_leave_out_an_effort_that_was_not_chosen() -> None:
    assert "reasoning_effort" not in options(thinking=True)
    assert options(thinking=False, effort="low")["reasoning_effort"] == "low"


def test_a_long_conversation_is_rendered(renderers: list[Renderer]) -> None:
    chat = [ChatMessage(Role.USER if i % 2 == 0 else Role.ASSISTANT, "word " * 500) for i in range(401)]
    assert len(make(renderers, TURNS).render(chat)) > 1_000_000
