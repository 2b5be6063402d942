"""One paragraph of a DOCX: its words with marks, and other words in their place. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby

import msgspec
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from app.translate.documents.inline import Mark, Naming, Piece, Role, parsed, shown
from app.translate.masking import is_all_kept

Format = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
SHELLS = frozenset(map(qn, ("w:hyperlink", "w:ins", "w:smartTag", "w:moveTo")))
"""Have runs in them and may come more than once, each with some of them."""
BEFORE = frozenset(map(qn, ("w:bookmarkStart", "w:commentRangeStart", "w:permStart", "w:del", "w:moveFrom")))
AFTER = frozenset(map(qn, ("w:bookmarkEnd", "w:commentRangeEnd", "w:permEnd")))
DROPPED = frozenset(map(qn, ("w:proofErr", "w:lastRenderedPageBreak")))
SIGNS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "\u00ad"}
ELEMENTS = {"\t": "w:tab", "\n": "w:br", "\u2011": "w:noBreakHyphen", "\u00ad": "w:softHyphen"}
UNSEEN = frozenset(map(qn, ("w:lang", "w:noProof", "w:rPrChange")))
"""Properties of a run that nobody sees."""
_CUT = re.compile("([\t\n\u2011\u00ad])")
_WRONG = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""
BEHIND_BIDI = (
    "w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc "
    "w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange"
)
BEHIND_RTL = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")


class Script(msgspec.Struct, frozen=True):
    """What new words are in. ``rtl`` None: unknown, so directions stay."""

    language: str
    rtl: bool | None


class _Words(msgspec.Struct, frozen=True, eq=False):
    """Words of one format. ``shell``: the link they are in."""

    text: str
    run: BaseOxmlElement
    format: Format
    shell: BaseOxmlElement | None


class _Thing(msgspec.Struct, eq=False):
    """What is no words: a picture, a note, a whole field. Each part is a run's child with its run, or lies free."""

    parts: list[tuple[BaseOxmlElement | None, BaseOxmlElement]]
    shell: BaseOxmlElement | None


_Atom = _Words | _Thing


def children(element: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return an element's children, comments and instructions left out."""
    return [child for child in element if isinstance(child.tag, str)]


class Paragraph:
    """Reads a paragraph's words; ``text`` is what is to be translated, ``replace`` puts another text there."""

    def __init__(self, holder: BaseOxmlElement) -> None:
        self._holder = holder
        self._atoms = _joined(_Flat().atoms(holder))
        self._pieces, self._by_mark = self._marked()
        self._whole = shown(self._pieces)
        self.text = self._whole.strip()

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate."""
        return not is_all_kept(self.text)

    def _marked(self) -> tuple[list[Piece], dict[Mark, _Atom]]:
        base = self._base()
        naming = Naming("".join(atom.text for atom in self._atoms if isinstance(atom, _Words)))
        pieces: list[Piece] = []
        by_mark: dict[Mark, _Atom] = {}
        low, high = self._inner()
        number = 0
        for atom in self._atoms[low:high]:
            if isinstance(atom, _Words) and base is not None and _is_alike(atom, base):
                pieces.append(atom.text)
                continue
            number += 1
            if isinstance(atom, _Thing):
                marks: list[Piece] = [naming.alone(number)]
            else:
                marks = [naming.opening(number), atom.text, naming.closing(number)]
            pieces += marks
            by_mark |= {mark: atom for mark in marks if isinstance(mark, Mark)}
        return pieces, by_mark

    def _inner(self) -> tuple[int, int]:
        """Return the stretch of atoms without what lies around its words."""
        worded = [index for index, atom in enumerate(self._atoms) if isinstance(atom, _Words) and atom.text.strip()]
        return (worded[0], worded[-1] + 1) if worded else (0, 0)

    def _base(self) -> _Words | None:
        """Return words in the format that most have; those of links only if there are no others."""
        words = [atom for atom in self._atoms if isinstance(atom, _Words) and atom.text.strip()]
        free = [atom for atom in words if atom.shell is None] or words
        lengths: dict[Format, int] = {}
        for atom in free:
            lengths[atom.format] = lengths.get(atom.format, 0) + len(atom.text)
        return max(free, key=lambda atom: lengths[atom.format], default=None)

    def replace(self, text: str, script: Script) -> None:
        """Say ``text`` here. A format whose mark is lost gives way to that of most words."""
        low, high = self._inner()
        lead = self._whole[: len(self._whole) - len(self._whole.lstrip())]
        tail = self._whole[len(self._whole.rstrip()) :]
        inner = list(self._translated(parsed(f"{lead}{text}{tail}", list(self._by_mark))))
        nodes = list(_Building(script).nodes([*self._atoms[:low], *inner, *self._atoms[high:]]))
        old = [child for child in children(self._holder) if child.tag != qn("w:pPr")]
        before = [child for child in self._silent() if child.tag in BEFORE]
        after = [child for child in self._silent() if child.tag in AFTER]
        for child in old:
            self._holder.remove(child)
        for node in [*before, *nodes, *after]:
            self._holder.append(node)
        if script.rtl is not None and self._holder.tag == qn("w:p"):
            _turn(self._holder, rtl=script.rtl)

    def _translated(self, pieces: Sequence[Piece]) -> Iterator[_Atom]:
        base = self._base()
        assert base is not None, "it has words"
        formats = [base]
        for piece in pieces:
            if isinstance(piece, str):
                yield _Words(piece, formats[-1].run, formats[-1].format, formats[-1].shell)
                continue
            atom = self._by_mark[piece]
            if isinstance(atom, _Thing):
                yield atom
            elif piece.role is Role.OPEN:
                formats.append(atom)
            else:
                formats.pop()

    def _silent(self) -> Iterator[BaseOxmlElement]:
        """Yield what has no place among the words: bookmarks, deleted words."""
        for child in children(self._holder):
            if child.tag in BEFORE | AFTER:
                yield child
            elif child.tag in SHELLS:
                yield from (inner for inner in children(child) if inner.tag in BEFORE | AFTER)


class _Flat:
    """Goes through the runs of a paragraph; a field, from its beginning to its end, is one thing."""

    def __init__(self) -> None:
        self._field = _Thing([], None)
        self._depth = 0

    def atoms(self, holder: BaseOxmlElement, shell: BaseOxmlElement | None = None) -> Iterator[_Atom]:
        for child in children(holder):
            if child.tag == qn("w:r"):
                yield from self._run(child, shell)
            elif child.tag in BEFORE | AFTER | DROPPED or child.tag == qn("w:pPr"):
                continue
            elif self._depth:
                self._field.parts.append((None, child))
            elif child.tag in SHELLS and shell is None:
                yield from self.atoms(child, child)
            else:
                yield _Thing([(None, child)], shell)

    def _run(self, run: BaseOxmlElement, shell: BaseOxmlElement | None) -> Iterator[_Atom]:
        for child in children(run):
            if child.tag in DROPPED or child.tag == qn("w:rPr"):
                continue
            kind = child.get(qn("w:fldCharType")) if child.tag == qn("w:fldChar") else None
            if kind == "begin":
                if not self._depth:
                    self._field = _Thing([], shell)
                    yield self._field
                self._depth += 1
            if self._depth:
                self._field.parts.append((run, child))
                self._depth -= kind == "end"
                continue
            text = _said(child)
            yield _Thing([(run, child)], shell) if text is None else _Words(text, run, _format(run), shell)


def _said(child: BaseOxmlElement) -> str | None:
    """Return what an element of a run says, None if it is no words."""
    if child.tag == qn("w:t"):
        return " ".join(re.split("[\\n\\t]", child.text or ""))  # as Word shows it
    if child.tag == qn("w:br"):
        return "\n" if child.get(qn("w:type"), "textWrapping") == "textWrapping" else None
    return SIGNS.get(child.tag)


def _format(run: BaseOxmlElement) -> Format:
    properties = run.find(qn("w:rPr"))
    found = children(properties) if properties is not None else []
    return tuple((child.tag, tuple(sorted(child.attrib.items()))) for child in found if child.tag not in UNSEEN)


def _joined(atoms: Iterator[_Atom]) -> list[_Atom]:
    """Join words that follow one another in one format: Word cuts runs wherever somebody once typed."""
    joined: list[_Atom] = []
    for _, group in groupby(atoms, key=_kind):
        alike = list(group)
        words = [atom for atom in alike if isinstance(atom, _Words)]
        if words:
            first = words[0]
            joined.append(_Words("".join(atom.text for atom in words), first.run, first.format, first.shell))
        else:
            joined += alike
    return joined


def _kind(atom: _Atom) -> tuple[Format, int] | None:
    """Return what atoms have in common that are one; None for things, which stay apart."""
    return (atom.format, id(atom.shell)) if isinstance(atom, _Words) else None


def _is_alike(one: _Words, other: _Words) -> bool:
    return one.format == other.format and one.shell is other.shell


class _Building:
    """Makes a paragraph's children of what is to be in it."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._used: set[int] = set()

    def nodes(self, atoms: Sequence[_Atom]) -> Iterator[BaseOxmlElement]:
        for _, group in groupby(atoms, key=lambda atom: id(atom.shell)):
            inside = list(group)
            nodes = [node for atom in inside for node in self._atom(atom)]
            shell = inside[0].shell
            if shell is None:
                yield from nodes
            else:
                yield self._filled(shell, nodes)

    def _filled(self, shell: BaseOxmlElement, nodes: Sequence[BaseOxmlElement]) -> BaseOxmlElement:
        """Return a link with these in it; when its words come apart, there are two of it."""
        again = id(shell) in self._used
        self._used.add(id(shell))
        filled = deepcopy(shell) if again else shell
        for child in list(filled):
            filled.remove(child)
        for node in nodes:
            filled.append(node)
        return filled

    def _atom(self, atom: _Atom) -> Iterator[BaseOxmlElement]:
        if isinstance(atom, _Thing):
            yield from self._thing(atom)
        elif atom.text:
            run = self._run(atom.run)
            for part in _CUT.split(_WRONG.sub("", atom.text)):
                if part:
                    run.append(OxmlElement(ELEMENTS[part]) if part in ELEMENTS else _text(part))
            yield run

    def _thing(self, thing: _Thing) -> Iterator[BaseOxmlElement]:
        last, run = None, None
        for source, element in thing.parts:
            if source is None:
                yield element
            else:
                if run is None or source is not last:
                    run = _like(source)
                    yield run
                run.append(element)
            last = source

    def _run(self, source: BaseOxmlElement) -> BaseOxmlElement:
        """Return an empty run in the format of ``source``."""
        run = _like(source)
        properties = run.find(qn("w:rPr"))
        if properties is None:
            properties = OxmlElement("w:rPr")
            run.append(properties)
        properties.remove_all("w:lang", "w:noProof", "w:rPrChange")
        if self._script.rtl is not None:
            properties.remove_all("w:rtl")
        if self._script.rtl:
            properties.insert_element_before(OxmlElement("w:rtl"), *BEHIND_RTL)
        if not len(properties):
            run.remove(properties)
        return run


def _like(source: BaseOxmlElement) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    properties = source.find(qn("w:rPr"))
    if properties is not None:
        run.append(deepcopy(properties))
    return run


def _text(words: str) -> BaseOxmlElement:
    element = OxmlElement("w:t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    element.text = words
    return element


def _turn(paragraph: BaseOxmlElement, *, rtl: bool) -> None:
    """Let a paragraph begin on the side where its new words begin."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None and rtl:
        properties = OxmlElement("w:pPr")
        paragraph.insert(0, properties)
    if properties is not None:
        properties.remove_all("w:bidi")
    if properties is not None and rtl:
        properties.insert_element_before(OxmlElement("w:bidi"), *BEHIND_BIDI.split())
