"""What each format is read as, and what independent readers find in its translation."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pysubs2
import pytest
from markdown_it import MarkdownIt
from typing_extensions import override

from app.translate.documents.formats import kind_of, read_bytes, suffixes, suggested_name, written_bytes
from app.translate.documents.kinds import Kind
from app.translate.documents.problem import DocumentProblem, ProblemCode
from tests.helpers.translated_files import translated, units_of

DATA = Path(__file__).parents[3] / "data" / "documents_translate"


def sample(name: str) -> bytes:
    return (DATA / name).read_bytes()


def texts(name: str, source: str | bytes) -> list[str]:
    data = source.encode() if isinstance(source, str) else source
    return [unit.text for unit in units_of(name, data).units]


def replaced(name: str, source: str | bytes, new: dict[str, str], language: str = "de") -> str:
    """Return a document in which these texts are others, as text."""
    data = source.encode() if isinstance(source, str) else source
    return translated(name, data, lambda text: new.get(text, text), language).decode("utf-8-sig")


# --- names ---


def test_kinds_are_known_by_their_names() -> None:
    assert kind_of(Path("a.b/LETTER.DOCX")) is Kind.DOCX
    assert kind_of(Path("a.htm")) is Kind.HTML
    assert kind_of(Path("a.pot")) is Kind.PO
    assert kind_of(Path("a.pdf")) is None
    assert {f".{kind}" for kind in Kind} <= set(suffixes())


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("letter.docx", "letter.de.docx"),
        ("letter.en.docx", "letter.de.docx"),
        ("en.po", "de.po"),
        ("film.2024.srt", "film.2024.de.srt"),
        ("to.txt", "to.de.txt"),
        ("zh-Hans.json", "de.json"),
        ("app_en.ts", "app_de.ts"),
        ("app_pt_BR.po", "app_de.po"),
        ("is.txt", "is.de.txt"),
        ("log.txt", "log.de.txt"),
    ],
)
def test_a_name_says_the_language(source: str, name: str) -> None:
    assert suggested_name(Path("folder") / source, "de") == name


# --- text ---


def test_a_paragraph_that_was_wrapped_is_one_text_and_is_wrapped_again() -> None:
    source = (
        "  The first line of a paragraph that somebody has wrapped by\r\n"
        "  hand, and the second line of it that is about as long, and\r\n"
        "  its end.\r\n\r\nNo. 5\r\nA title\r\n"
    )
    units = units_of("a.txt", source.encode()).units
    assert [unit.where for unit in units] == ["1", "5", "6"]
    assert units[0].text.endswith("about as long, and its end.")
    new = replaced("a.txt", source, {units[0].text: "Wort " * 30 + "Weg."})
    lines = new.split("\r\n")
    assert all(len(line) <= 60 and line.startswith("  Wort") for line in lines[:2])
    assert lines[-4:] == ["", "No. 5", "A title", ""]


def test_lines_of_a_list_or_an_address_stay_lines() -> None:
    source = "Garden street 12, at the end\nTown\n\n- one thing\n- another\n"
    assert len(texts("a.txt", source)) == 4


# --- Markdown ---


def test_markdown_is_the_same_document_with_other_words() -> None:
    source = sample("readme.md").decode()
    new = translated("readme.md", source.encode(), lambda text: text.replace("e ", "é ")).decode()

    def shape(text: str) -> list[str]:
        parser = MarkdownIt("commonmark").enable("table")
        return [token.type for token in parser.parse(text.split("---\n", 2)[2])]

    assert shape(new) == shape(source)
    for kept in ("lang: en", "./planner --plant", "<!-- a note for editors -->", "https://example.org/plants"):
        assert kept in new


def test_a_link_found_by_its_words_is_found_by_other_words() -> None:
    source = "See [Help] and [More][] now.\n\n[help]: https://a.b\n[more]: c.md\n"
    assert texts("a.md", source) == ["See [Help][Help] and [More][More] now."]
    new = replaced("a.md", source, {texts("a.md", source)[0]: "Siehe [Hilfe][Help] und [mehr][More]."})
    page = MarkdownIt().render(new)
    assert '<a href="https://a.b">Hilfe</a>' in page
    assert '<a href="c.md">mehr</a>' in page


def test_words_do_not_become_markup() -> None:
    source = "> Some words\n> go on.\n\nOther words here\n"
    new = replaced("a.md", source, {"Some words go on.": "1. April\n# nein", "Other words here": "- minus"})
    page = MarkdownIt().render(new)
    assert "<li>" not in page
    assert "<h1>" not in page
    assert "1. April" in page.replace("&#8203;", "")


@pytest.mark.parametrize("words", ["***Wichtig*** hier", "**Fett** hier", "_kursiv_", "`x` hier", "-5 Grad", "3.5 l"])
def test_markup_of_a_translation_stays_markup(words: str) -> None:
    assert MarkdownIt().render(replaced("a.md", "Some words\n", {"Some words": words})) == MarkdownIt().render(words)


@pytest.mark.parametrize("words", ["- minus", "# nein", "7) sieben", "---", "* * *", "> größer", "+ mehr"])
def test_signs_of_a_translation_begin_no_block(words: str) -> None:
    page = MarkdownIt().render(replaced("a.md", "Some words\n", {"Some words": words}))
    assert Words(page).words == [words]
    assert page.startswith("<p>")


def test_a_cell_with_a_bar_stays_one_cell() -> None:
    source = "| A head | B head |\n|---|---|\n| one \\| two | three |\n"
    new = replaced("a.md", source, {"three": "vier | fünf", "one \\| two": "eins \\| zwei"})
    page = MarkdownIt("commonmark").enable("table").render(new)
    assert page.count("<td>") == 2
    assert "<td>eins | zwei</td>\n<td>vier | fünf</td>" in page


# --- web pages ---


class Words(HTMLParser):
    """Collects what a page says, and its tags."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(source)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    @override
    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(" ".join(data.split()))


def test_a_page_keeps_its_tags_and_takes_other_words() -> None:
    source = sample("page.html").decode("latin-1")
    new = {
        "Opening <g1>hours</g1>": "<g1>Öffnungs</g1>zeiten",
        "Run `order --now` to order.": "Zum Bestellen `order --now` <eingeben> & fertig.",
        "Where we are": 'Wo wir "sind"',
        "Cake": "Kuchen & Torte",
    }
    data = translated("page.html", sample("page.html"), lambda text: new.get(text, text), "ar").decode("latin-1")
    page, old = Words(data), Words(source)
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in old.tags]
    assert page.tags[0] == ("html", [("dir", "rtl"), ("lang", "ar")])
    assert {"Öffnungs", "zeiten", "order --now", "<eingeben> & fertig."} <= set(page.words)
    attributes = [dict(attributes) for _, attributes in page.tags]
    assert {"href": "/map", "title": 'Wo wir "sind"'} in attributes
    assert {"src": "a.png", "alt": "Kuchen & Torte"} in attributes
    for kept in ("p { color: red }", "not to be translated", "<!-- a comment with words -->", "  not   this "):
        assert kept in data


def test_lost_and_crossed_tags_cost_their_format_and_no_word() -> None:
    source = '<p>See <a href="x">the map</a> with <b>care</b> <img src="a.png"> now</p>'
    assert texts("a.html", source) == ["See <g1>the map</g1> with <g2>care</g2> <x3/> now"]
    unit = texts("a.html", source)[0]
    assert replaced("a.html", source, {unit: "Karte <g2>sehen</g2>"}) == '<p>Karte <b>sehen</b><img src="a.png"></p>'
    assert replaced("a.html", source, {unit: "A <g1>B <g2>C</g1> D</g2> <x3/>"}) == (
        '<p>A <a href="x">B C</a> D <img src="a.png"></p>'
    )
    assert replaced("a.html", source, {unit: "</g1>A<g1> <x3/><x3/>"}) == '<p>A <img src="a.png"></p>'


def test_what_a_page_says_as_a_tag_stays_words() -> None:
    source = "<p>Write &lt;g1&gt; and <b>bold</b> here</p>"
    assert texts("a.html", source) == ["Write <g1> and <gg1>bold</gg1> here"]
    assert "&lt;g1&gt;" in replaced("a.html", source, {texts("a.html", source)[0]: "Schreibe <g1>"})


def test_sections_for_old_browsers_are_comments() -> None:
    source = "<p>One word</p><![if IE]><p>Two words</p><![endif]><![CDATA[x]]><!DOCTYPE a><p>End words"
    assert texts("a.html", source) == ["One word", "Two words", "End words"]


# --- subtitles ---


@pytest.mark.parametrize("name", ["film.srt", "film.vtt"])
def test_subtitles_keep_their_times_and_take_other_words(name: str) -> None:
    new = translated(name, sample(name), lambda text: text.replace("Long ago", "Vorzeiten").replace("Rain", "Regen"))
    before, after = (subtitles(name, data) for data in (sample(name), new))
    assert [(line.start, line.end) for line in after] == [(line.start, line.end) for line in before]
    assert [line.text.count("\\N") for line in after] == [line.text.count("\\N") for line in before]
    said = " ".join(line.plaintext.replace("\n", " ") for line in after)
    expected = {
        "film.srt": "Vorzeiten, in a village by the sea, a girl was born.",
        "film.vtt": "Regen &amp; wind, all day, and <00:02.500>all night.",
    }
    assert expected[name] in said


def subtitles(name: str, data: bytes) -> pysubs2.SSAFile:
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return pysubs2.SSAFile.from_string(text, name.rpartition(".")[2])


def test_words_of_a_subtitle_end_no_subtitle() -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nHello there\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n"
    new = replaced("a.srt", source, {"Hello there": "Oben\n\n 3 --> 4\n\nUnten"})
    lines = list(pysubs2.SSAFile.from_string(new, "srt"))
    assert [line.start for line in lines] == [1000, 3000]
    assert lines[0].plaintext == "Oben\n 3 → 4\nUnten"


def test_who_speaks_and_what_goes_on_are_told_apart() -> None:
    cue = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"
    assert texts("a.srt", cue.format("- Yes?\n- No!")) == ["- Yes?", "- No!"]
    assert texts("a.srt", cue.format("one line\nand the rest of it")) == ["one line and the rest of it"]
    assert texts("a.srt", cue.format("第一行\n第二行")) == ["第一行第二行"]


# --- tables ---


def test_a_table_takes_other_words_in_the_chosen_columns() -> None:
    data = sample("table.csv")
    chosen = frozenset({2})
    found = read_bytes(data, "table.csv", chosen)
    assert [(column.index, column.name) for column in found.columns] == [
        (0, "id"), (1, "Name"), (2, "Description"), (3, "Price"),
    ]  # fmt: skip
    assert [unit.where for unit in found.units] == ["2 · Description", "3 · Description", "5 · Description"]
    new = {unit.id: f'"{unit.text}"; =neu' for unit in found.units}
    rows, old = (
        list(csv.reader(io.StringIO(one.decode("utf-8-sig")), delimiter=";"))
        for one in (written_bytes(data, "table.csv", new, chosen), data)
    )
    assert [[*row[:2], *row[3:]] for row in rows] == [[*row[:2], *row[3:]] for row in old]
    assert rows[1][2] == '"A chair with ""four"" legs; made of oak"; =neu'.replace('""', '"')
    assert rows[0] == old[0]


def test_a_translation_becomes_no_formula() -> None:
    source = "name,text\n1,Hello there\n2,=SUM(A1)\n"
    assert texts("a.csv", source) == ["Hello there"]
    assert "1,'=cmd()" in replaced("a.csv", source, {"Hello there": "=cmd()"})


def test_a_table_without_a_heading_is_translated_from_its_first_row() -> None:
    assert texts("a.csv", "The first sentence.,1\nThe second sentence.,2\n") == [
        "The first sentence.", "The second sentence.",
    ]  # fmt: skip


# --- for localisers ---


def test_json_takes_other_values_and_keeps_keys_and_layout() -> None:
    data = sample("app.json")
    new = translated("app.json", data, lambda text: f'{text} "neu"\n')
    before, after = json.loads(data), json.loads(new)
    assert after["title"] == 'My notes "neu"\n'
    assert after["menu"] == {"open": 'Open … "neu"\n', "colour": "#ff8800", "path": "icons/open.svg"}
    assert after["files"] == (
        '{count, plural, =0 {No files "neu"\n} one {# file "neu"\n} other {# files "neu"\n}} in {folder} "neu"\n'
    )
    assert list(after) == list(before)
    assert new.decode().startswith('{\n    "title" : "My notes')


def test_keys_that_look_like_values_are_left() -> None:
    source = '{"Hello there": "Hello there", "a": {"b c": ["d e"]}, "id": "main_title", "when": "2024-01-02"}'
    assert [unit.where for unit in units_of("a.json", source.encode()).units] == ["Hello there", "a.b c[0]"]


def test_catalogues_get_translations_that_are_marked_fuzzy() -> None:
    new = translated("app.po", sample("app.po"), lambda text: f'{text} "x"').decode()
    assert '"Language: de\\n"' in new
    assert '#. A button\n#: src/main.c:12\n#, fuzzy\nmsgid "Open"\nmsgstr "Open \\"x\\""\n' in new
    assert '#, fuzzy, c-format\nmsgid "%d note was deleted.\\n"' in new
    assert 'msgstr[0] "%d note was deleted. \\"x\\"\\n"\nmsgstr[1] "%d notes were deleted. \\"x\\"\\n"\n' in new
    assert 'msgid "Close"\nmsgstr "Schließen"' in new
    assert '#, fuzzy\n#| msgid "Save it"\nmsgid "Save"\nmsgstr "Save \\"x\\""' in new
    assert 'msgstr ""\n"A long text with a \\"quoted\\" word\\n"\n"and two lines. \\"x\\""\n' in new
    assert new.endswith('#~ msgid "Old"\n#~ msgstr "Alt"\n')


@pytest.mark.parametrize(("language", "forms"), [("ja", 1), ("de", 2), ("pl", 3), ("ar", 6)])
def test_a_template_gets_as_many_plurals_as_the_language_has(language: str, forms: int) -> None:
    source = (
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n\n'
        'msgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] ""\nmsgstr[1] ""\n\nmsgid "End"\nmsgstr ""\n'
    )
    new = translated("a.pot", source.encode(), str.upper, language).decode()
    assert f"nplurals={forms};" in new
    assert new.count("msgstr[") == forms
    assert f'msgstr[{forms - 1}] "%D FILES"\n\n' in new if forms > 1 else 'msgstr[0] "%D FILES"\n\n' in new


def test_linguist_files_stay_unfinished_and_take_words_in_every_form() -> None:
    new = translated("app.ts", sample("app.ts"), lambda text: f"<{text}> é", "zh-Hans").decode()
    root = ElementTree.fromstring(new)
    assert root.attrib["language"] == "zh_CN"
    messages = root.findall("context/message")
    assert [message.findtext("translation") for message in messages if message.get("numerus") is None] == [
        "<Open &file…> é", "Schließen", "Weg", "<Quit> é",
    ]  # fmt: skip
    forms = [form.text for form in root.iter("numerusform")]
    assert forms == ["<%n note(s) in <b>%1</b>> é"]  # Chinese has one
    assert [message.find("translation").get("type") for message in messages] == [  # type: ignore[union-attr]
        "unfinished", "unfinished", None, "vanished", "unfinished",
    ]  # fmt: skip


def test_strings_files_take_other_values() -> None:
    data = sample("Localizable.strings")
    new = translated("Localizable.strings", data, lambda text: f'{text}\\"ü').decode("utf-16")
    assert '"title" = "My notes\\\\\\"ü";' in new
    assert '"open %@" = "Open \\"%@\\"\\nnow\\\\\\"ü";' in new
    assert '// "not" = "this";' in new
    again = [unit.text for unit in units_of("a.strings", new.encode()).units]
    assert again == [f'{text}\\"ü' for text in texts("a.strings", data)]


def test_a_language_that_is_named_already_stays_as_it_is_named() -> None:
    message = '<message><source>Hi</source><translation type="unfinished"/></message>'
    source = f'<TS language="de_AT">{message}</TS>'
    assert 'language="de_AT"' in replaced("a.ts", source, {"Hi": "Servus"})
    assert 'language="fr"' in replaced("a.ts", source, {"Hi": "Salut"}, "fr")


def test_other_files_that_end_so_are_no_documents() -> None:
    for name, data in (("a.ts", b"const words = 1;"), ("a.po", b"no catalogue"), ("a.json", b"[1,")):
        with pytest.raises(DocumentProblem) as problem:
            read_bytes(data, name)
        assert problem.value.code in {ProblemCode.UNKNOWN_KIND, ProblemCode.DAMAGED}
