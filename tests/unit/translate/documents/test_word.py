"""DOCX: an identical translation is the same file, another one keeps runs, tables, links, notes and pictures."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from app.translate.documents.formats import read_bytes, written_bytes
from app.translate.documents.problem import DocumentProblem, ProblemCode
from tests.helpers.documents import word, word_with
from tests.helpers.translated_files import sentence, translated, units_of


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def linked(paragraph: Paragraph, words: str, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def letter() -> Document:
    document = docx.Document()
    document.add_heading("A letter", 0)
    paragraph = document.add_paragraph("Please read the ")
    paragraph.add_run("first").bold = True
    paragraph.add_run(" and the ")
    paragraph.add_run("se").italic = True
    paragraph.add_run("cond").italic = True  # cut as Word cuts
    paragraph.add_run(" part, or see ")
    linked(paragraph, "our page", "https://example.org")
    paragraph.add_run(" now.")
    document.add_paragraph("An item", style="List Bullet")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"Cell number {number}"
    table.cell(1, 0).merge(table.cell(1, 1))
    section = document.sections[0]
    section.header.paragraphs[0].text = "Above all"
    section.footer.paragraphs[0].text = "Below all"
    broken = document.add_paragraph("Before\tthe tab")
    broken.add_run().add_break()
    broken.add_run("after the line")
    broken.add_run().add_break(WD_BREAK.PAGE)
    return document


def test_all_places_of_a_document_are_read() -> None:
    units = units_of("a.docx", saved(letter())).units
    assert [(unit.where, unit.text) for unit in units] == [
        ("¶ 1", "A letter"),
        ("¶ 2", "Please read the <g1>first</g1> and the <g2>second</g2> part, or see <g3>our page</g3> now."),
        ("¶ 3", "An item"),
        ("¶ 4", "Cell number 0"),
        ("¶ 5", "Cell number 1"),
        ("¶ 6", "Cell number 2"),
        ("¶ 7", "Cell number 3"),
        ("¶ 8", "Before\tthe tab\nafter the line"),
        ("footer1 ¶ 1", "Below all"),
        ("header1 ¶ 1", "Above all"),
    ]


def test_an_identical_translation_is_the_same_file() -> None:
    data = saved(letter())
    assert translated("a.docx", data, lambda text: text) == data


def test_formats_go_with_their_words() -> None:
    new = opened(
        translated(
            "a.docx",
            saved(letter()),
            lambda text: (
                "Siehe <g3>unsere Seite</g3> und lies <g2>den zweiten</g2> und <g1>ersten</g1> Teil."
                if "<g1>" in text
                else f"{text} neu"
            ),
        )
    )
    paragraph = new.paragraphs[1]
    assert paragraph.text == "Siehe unsere Seite und lies den zweiten und ersten Teil."
    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == [
        ("Siehe ", None, None),
        (" und lies ", None, None),
        ("den zweiten", None, True),
        (" und ", None, None),
        ("ersten", True, None),
        (" Teil.", None, None),
    ]
    (link,) = paragraph.hyperlinks
    assert (link.text, link.address) == ("unsere Seite", "https://example.org")
    assert new.paragraphs[0].style is not None
    assert new.paragraphs[0].style.name == "Title"
    assert new.tables[0].cell(0, 1).text == "Cell number 1 neu"
    assert new.sections[0].header.paragraphs[0].text == "Above all neu"
    assert new.sections[0].footer.paragraphs[0].text == "Below all neu"
    assert "lastRenderedPageBreak" not in new.element.xml
    assert new.element.xml.count('w:type="page"') == 1


def test_words_whose_mark_is_lost_take_the_common_format() -> None:
    new = opened(translated("a.docx", saved(letter()), lambda text: "Lies <g1>alles" if "<g1>" in text else text))
    assert [(run.text, run.bold) for run in new.paragraphs[1].runs] == [("Lies alles", None)]


def test_what_no_unit_changes_stays_element_for_element() -> None:
    data = saved(letter())
    units = units_of("a.docx", data).units
    new = written_bytes(data, "a.docx", {units[2].id: "Ein Punkt"}, language="de")
    with zipfile.ZipFile(io.BytesIO(data)) as old_zip, zipfile.ZipFile(io.BytesIO(new)) as new_zip:
        assert new_zip.namelist() == old_zip.namelist()
        differing = [name for name in old_zip.namelist() if new_zip.read(name) != old_zip.read(name)]
    assert set(differing) <= {"word/document.xml", "word/styles.xml"}
    before, after = opened(data).element.body, opened(new).element.body
    different = [one for one, other in zip(before, after, strict=True) if one.xml != other.xml]
    assert [element.xpath("string()") for element in different] == ["An item"]


def test_pictures_notes_fields_and_bookmarks_stay() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    inner = (
        '<w:bookmarkStart w:id="1" w:name="here"/><w:r><w:t>the picture</w:t></w:r><w:bookmarkEnd w:id="1"/>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t xml:space="preserve"> on page </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF here </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:t>, please.</w:t></w:r>"
    )
    for child in list(parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")):
        paragraph._p.append(child)
    data = saved(document)
    unit = units_of("a.docx", data).units[0]
    assert unit.text == "See the picture<x1/> on page <x2/>, please."
    new = opened(written_bytes(data, "a.docx", {unit.id: "Bitte auf Seite <x2/> sehen"}))
    element = new.paragraphs[0]._p
    tags = [child.tag.rpartition("}")[2] for child in element.iter()]
    for tag in ("bookmarkStart", "bookmarkEnd", "footnoteReference", "instrText"):
        assert tags.count(tag) == 1, tag
    assert tags.count("fldChar") == 3
    assert new.paragraphs[0].text == "Bitte auf Seite 7 sehen"


def test_right_to_left_words_stand_on_the_right() -> None:
    data = saved(letter())
    arabic = translated("a.docx", data, lambda text: text.replace("An item", "عنصر"), "ar")
    paragraph = opened(arabic).paragraphs[2]
    assert paragraph._p.xpath("./w:pPr/w:bidi")
    assert paragraph.runs[0].font.rtl
    english = translated("a.docx", arabic, lambda text: text.replace("عنصر", "An item"), "en")
    paragraph = opened(english).paragraphs[2]
    assert not paragraph._p.xpath("./w:pPr/w:bidi")
    assert not paragraph.runs[0].font.rtl


def test_tables_are_read_from_the_side_of_their_words() -> None:
    document = docx.Document()
    document.add_table(1, 2).cell(0, 0).text = "An item"
    arabic = translated("a.docx", saved(document), lambda _: "عنصر", "ar")
    properties = opened(arabic).tables[0]._tbl.tblPr
    tags = [child.tag.rpartition("}")[2] for child in properties]
    assert tags.index("bidiVisual") < tags.index("tblW")  # Word refuses another order
    english = translated("a.docx", arabic, lambda _: "An item", "en")
    assert not opened(english).tables[0]._tbl.tblPr.xpath("./w:bidiVisual")


def test_generated_documents_keep_their_structure() -> None:
    for seed in range(4):
        chance = random.Random(seed)
        document = docx.Document()
        for _ in range(chance.randrange(1, 8)):
            paragraph = document.add_paragraph(style=chance.choice(["Normal", "List Number", "Heading 2"]))
            for _ in range(chance.randrange(1, 5)):
                run = paragraph.add_run(sentence(chance) + " ")
                run.bold, run.italic = chance.choice([None, True]), chance.choice([None, True])
        data = saved(document)
        new = translated("a.docx", data, lambda text: text.replace("Words", "Wörter"))
        before, after = opened(data), opened(new)
        assert [one.text for one in after.paragraphs] == [
            one.text.replace("Words", "Wörter") for one in before.paragraphs
        ]
        assert [one.style.name for one in after.paragraphs if one.style] == [
            one.style.name for one in before.paragraphs if one.style
        ]
        assert formats(after) == formats(before)


def formats(document: Document) -> list[list[tuple[bool | None, bool | None]]]:
    """Return the formats of each paragraph's runs, each once where it goes on."""
    found = []
    for paragraph in document.paragraphs:
        runs = [(run.bold, run.italic) for run in paragraph.runs]
        found.append([one for index, one in enumerate(runs) if not index or one != runs[index - 1]])
    return found


def test_control_characters_do_not_break_the_document() -> None:
    data = word(["Title", "Words here"])
    new = translated("a.docx", data, lambda text: f"{text}\0\x0b\ud800\uffff!")
    assert opened(new).paragraphs[1].text == "Words here!"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word_with("word/document.xml", b"<w:document"), ProblemCode.DAMAGED),
        (word(["Title"])[:-200], ProblemCode.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ProblemCode.PROTECTED),
        (
            word_with("word/document.xml", b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>'),
            ProblemCode.NOTHING_TO_TRANSLATE,
        ),
    ],
)
def test_damaged_documents_are_problems(data: bytes, code: ProblemCode) -> None:
    with pytest.raises(DocumentProblem) as problem:
        read_bytes(data, "a.docx")
    assert problem.value.code is code
