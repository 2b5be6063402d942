"""Documents of every format that can be translated: generated ones, and a translator that is not one."""

from __future__ import annotations

import random
from collections.abc import Callable

from app.translate.documents.formats import read_bytes, written_bytes
from app.translate.documents.kinds import ReadDocument

_WORDS = """garden Straße naïve кошка 苹果 りんご تفاحة תפוח सेब แอปเปิล 사과 émeraude o'clock don’t “quoted” 7 3.5 {name}
%s %1 😀 A & B x<y https://a.b/c?d=e a/b"""
WORDS = _WORDS.split()
ALL_COLUMNS = frozenset(range(20))
Chance = random.Random


def sentence(chance: Chance, most: int = 9) -> str:
    """Return some words; the first one is a word in every sense."""
    return " ".join(["Words", *chance.choices(WORDS, k=chance.randrange(1, most))]) + chance.choice(
        ["", ".", "!", "。"]
    )


def _txt(chance: Chance) -> str:
    lead = chance.choice(["", "  ", "\t", "- ", "1. ", "> "])
    return "\n".join(lead + sentence(chance) + chance.choice(["", " "]) for _ in range(chance.randrange(1, 5)))


def _md(chance: Chance) -> str:
    some = sentence(chance, 3)
    marks = [f"**{some}**", f"[{some}](a/b.md)", "`code here`", "![alt words](x.png)", "<br>"]
    words = f"{sentence(chance)} {chance.choice(marks)} {sentence(chance)}"
    return chance.choice(
        [
            f"# {words}", f"{words}\n{some}", f"> {words}\n> {some}", f"- {words}\n  {words}\n- x",
            f"```\n{words}\n```", f"| Head | {some} |\n|---|:-:|\n| {some} | 5 |", f"{words}\n===",
            f"    {words}", "***", f"<!-- {words} -->", f"<div title='{some}'>\n{words}\n</div>",
        ]
    )  # fmt: skip


def _html(chance: Chance) -> str:
    words = sentence(chance).replace("&", "&amp;").replace("<", "&lt;")
    return chance.choice(
        [
            f"<p>{words}</p>", f"<h1 class=a>{words} <b>{words}</b> <i>{words}<b>x</i></h1>",
            f"<ul><li>{words}<li>{words}</ul>", f"<img alt='{len(words)} pictures'>", f"<pre>{words}</pre>",
            f"<p>\n  {words}<br>{words} <a href='x' title=\"Tip {len(words)}\">{words}</a></p>",
            f"<script>{words} < 3</script>", f"<!-- {words} -->", f"<p><code>x</code> {words}&nbsp;&copy;",
        ]
    )  # fmt: skip


def _srt(chance: Chance) -> str:
    lines = [f"{chance.choice(['', '<i>', '- '])}{sentence(chance)}" for _ in range(chance.randrange(1, 4))]
    return "7\n00:00:01,500 --> 00:01:02,250\n" + "\n".join(lines)


def _vtt(chance: Chance) -> str:
    words = sentence(chance).replace("&", "&amp;").replace("<", "&lt;")
    return chance.choice([f"NOTE {words}", f"id\n00:01.000 --> 00:02.000 line:0\n<v Ann>{words}\n<b>{words}</b>"])


def _csv(chance: Chance) -> str:
    cells = [sentence(chance), f'"{sentence(chance)}, ""so"""', "", "12", f'"two\nlines {sentence(chance)}"']
    return ",".join(cell if cell.startswith('"') else cell.replace('"', "") for cell in chance.choices(cells, k=4))


def _json(chance: Chance) -> str:
    import json

    value = {sentence(chance): [sentence(chance), 1, None, {"k": sentence(chance), "e": ""}], "n": 0.5}
    return json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 2, "\t"]))


def _po(chance: Chance) -> str:
    text = sentence(chance).replace('"', '\\"')
    return chance.choice(
        [
            f'#: a.c:{chance.randrange(99)}\n#, c-format\nmsgid "{text}"\nmsgstr ""',
            f'msgctxt "{text}"\nmsgid ""\n"{text}\\n"\n"{text}"\nmsgstr "done"',
            f'msgid "{text}"\nmsgid_plural "{text}s"\nmsgstr[0] ""\nmsgstr[1] ""',
            f'#, fuzzy\nmsgid "{text}"\nmsgstr "{text}"',
            f'#~ msgid "{text}"\n#~ msgstr "x"',
        ]
    )


def _ts(chance: Chance) -> str:
    from html import escape

    state = chance.choice(["", ' type="unfinished"', " type='vanished'"])
    return f"<message>\n  <source>{escape(sentence(chance))}</source>\n  <translation{state}></translation></message>"


def _strings(chance: Chance) -> str:
    text = sentence(chance).replace('"', '\\"')
    return chance.choice([f'"{text}" = "{text}\\n";', f'/* "{text}" = "x"; */', f'// {text}\nkey="{text}" ;'])


BLOCKS: dict[str, tuple[Callable[[Chance], str], str, str]] = {
    "txt": (_txt, "", ""),
    "md": (_md, "", ""),
    "html": (_html, '<!doctype html><html lang="en">', ""),
    "srt": (_srt, "", ""),
    "vtt": (_vtt, "WEBVTT\n\n", ""),
    "csv": (_csv, "a,b,c,d\n", ""),
    "json": (_json, "[", "]"),
    "po": (_po, 'msgid ""\nmsgstr "Language: \\n"\n\n', ""),
    "ts": (_ts, '<!DOCTYPE TS>\n<TS version="2.1"><context><name>c</name>', "</context></TS>"),
    "strings": (_strings, "", ""),
}
_BETWEEN = {"csv": "\n", "json": ",\n ", "strings": "\n"}
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16")


def generated(kind: str, chance: Chance) -> bytes:
    """Return a document of some blocks, in some encoding, with some line ends."""
    block, head, foot = BLOCKS[kind]
    blocks = [block(chance) for _ in range(chance.randrange(1, 12))]
    text = head + _BETWEEN.get(kind, "\n\n").join(blocks) + foot + chance.choice(["", "\n"])
    encoding = chance.choice(ENCODINGS if kind not in {"po", "ts", "html", "vtt"} else ENCODINGS[:3])
    return text.replace("\n", chance.choice(["\n", "\r\n"])).encode(encoding)


def units_of(name: str, data: bytes) -> ReadDocument:
    """Read a document, a table with all its columns."""
    return read_bytes(data, name, ALL_COLUMNS)


def translated(name: str, data: bytes, translate: Callable[[str], str], language: str = "de") -> bytes:
    """Return a document with every unit translated."""
    texts = {unit.id: translate(unit.text) for unit in units_of(name, data).units}
    return written_bytes(data, name, texts, ALL_COLUMNS, language)
