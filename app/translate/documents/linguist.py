"""Qt Linguist's TS files: messages that are unfinished; they stay so, for somebody to look at. No Qt.

The file is read by expat, which says where everything is; entities of its own are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from xml.parsers import expat

import msgspec

from app.translate.documents.decoding import is_whole
from app.translate.documents.places import Found, Place, Show, fixed
from app.translate.documents.plurals import locale_name, plural_count
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.masking import is_all_kept

DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_ROOT = re.compile(r"<TS(?=[\s>])[^>]*>")
_LANGUAGE = re.compile(r"[\s]language\s*=\s*[\"']([^\"']*)[\"']")
ROOT_WITHIN = 4096
MAX_DEPTH = 50
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


class _Span(msgspec.Struct, frozen=True):
    """What an element has between its tags. ``name`` of an element that is one tag, which the span then ends."""

    start: int
    end: int
    name: str = ""

    def write(self, text: str) -> str:
        return f">{text}</{self.name}>" if self.name else text


class _Message(msgspec.Struct):
    """One message while it is read; places are bytes of the file in UTF-8."""

    source: list[str] = []
    unfinished: bool = False
    spans: list[_Span] = []  # of its translation, or of each of its forms
    start: int = -1


class _Reader:
    """Collects messages while the parser goes through the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.messages: list[tuple[str, _Message]] = []
        self.language = ""
        self._context = ""
        self._path: list[str] = []
        self._message = _Message()
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse

    def _refuse(self, *_declaration: object) -> None:
        raise DocumentProblem(ProblemCode.DAMAGED, "declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > MAX_DEPTH or self._path[0] != "TS":
            raise DocumentProblem(ProblemCode.UNKNOWN_KIND, "no file of Qt Linguist's")
        match name:
            case "TS":
                self.language = attributes.get("sourcelanguage", "").replace("_", "-")
            case "context":
                self._context = ""
            case "message":
                self._message = _Message()
            case "translation":
                self._message.unfinished = attributes.get("type") == "unfinished"
                self._message.start = self._behind_tag()
            case "numerusform" | "lengthvariant":
                self._message.start = self._behind_tag()
            case "byte":
                self._text(_byte(attributes.get("value", "")))

    def _behind_tag(self) -> int:
        """Return where the tag ends that begins here."""
        at = self.parser.CurrentByteIndex
        found = _TAG.match(self._data, at)
        return found.end() if found else at

    def _text(self, text: str) -> None:
        if self._path[-2:] == ["context", "name"]:
            self._context += text
        elif "source" in self._path[-2:]:
            self._message.source.append(text)

    def _end(self, name: str) -> None:
        self._path.pop()
        message = self._message
        if name in {"translation", "numerusform", "lengthvariant"}:
            if not message.spans or name != "translation":
                message.spans.append(self._span(name))
        elif name == "message":
            self.messages.append((self._context, message))

    def _span(self, name: str) -> _Span:
        start = self._message.start
        if self._data[start - 2 : start] == b"/>":
            return _Span(start - 2, start, name)
        return _Span(start, self.parser.CurrentByteIndex)


_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


def _byte(value: str) -> str:
    try:
        return chr(int(value[1:], 16) if value.startswith("x") else int(value))
    except (ValueError, OverflowError):
        return ""


def find(source: str) -> Found:
    """Return what is unfinished. Raises DocumentProblem: other things end with ".ts" too."""
    if not is_whole(source):
        raise DocumentProblem(ProblemCode.DAMAGED, "broken UTF-8")
    data = source.encode()
    reader = _Reader(data)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        code = ProblemCode.DAMAGED if _ROOT.search(source[:ROOT_WITHIN]) else ProblemCode.UNKNOWN_KIND
        raise DocumentProblem(code, str(error)) from error
    letters = _Letters(data)
    places = [place for context, message in reader.messages for place in _places(context, message, letters)]
    return Found(places, language=reader.language)


def label(source: str, language: str) -> list[Place]:
    """Return what makes the file say that it is in ``language``, as Qt writes it."""
    root = _ROOT.search(source[:ROOT_WITHIN])
    if root is None or not language:
        return []
    named = _LANGUAGE.search(root[0])
    code = locale_name(language, named[1] if named else "")
    if named:
        return [fixed(root.start() + named.start(1), root.start() + named.end(1), code)]
    return [fixed(root.start() + 3, root.start() + 3, f' language="{code}"')]


_COUNTED = re.compile(
    r"(<message\b[^>]*\bnumerus\s*=\s*[\"']yes[\"'](?:(?!</message>).)*?<translation\b[^>]*"
    r"\btype\s*=\s*[\"']unfinished[\"'][^>]*(?<!/)>)((?:(?!</translation>).)*)(?=</translation>)",
    re.DOTALL,
)
_FORM = re.compile(r"<numerusform\b[^>]*/>|<numerusform\b.*?</numerusform>", re.DOTALL)


def with_all_forms(translated: str, language: str) -> str:
    """Return a translation whose unfinished messages have as many plural forms as ``language``: Qt shows no other."""
    count = plural_count(language)
    return _COUNTED.sub(lambda match: match[1] + _counted(match[2], count), translated) if language else translated


def _counted(inner: str, count: int) -> str:
    """Return the forms of a message: the only one is that for many, further ones are like the last."""
    found = list(_FORM.finditer(inner))
    if not found:
        return f"<numerusform>{inner}</numerusform>" * count if inner.strip() else inner
    if len(found) == count:
        return inner
    between = inner[found[0].end() : found[1].start()] if len(found) > 1 else ""
    forms = [found[-1 if count == 1 else min(form, len(found) - 1)][0] for form in range(count)]
    return inner[: found[0].start()] + between.join(forms) + inner[found[-1].end() :]


class _Letters:
    """Turns places in bytes, asked in their order, into places in letters."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._byte = self._letter = 0

    def at(self, byte: int) -> int:
        self._letter += len(self._data[self._byte : byte].decode())
        self._byte = byte
        return self._letter


def _places(context: str, message: _Message, letters: _Letters) -> Iterator[Place]:
    text = "".join(message.source)
    if not message.unfinished or not message.spans or is_all_kept(text):
        return
    spans = [_Span(letters.at(span.start), letters.at(span.end), span.name) for span in message.spans]
    yield Place(spans[0].start, spans[-1].end, text.strip(), _writer(text, spans), context)


def _writer(source: str, spans: Sequence[_Span]) -> Callable[[str, Show], str]:
    """Let every form say the same: which of them differ, its language's people know."""
    lead, tail = source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]

    def write(text: str, show: Show) -> str:
        new = "".join(_sign(sign) for sign in lead + text + tail)
        pieces = [spans[0].write(new)]
        for before, span in pairwise(spans):
            pieces += [show(before.end, span.start), span.write(new)]
        return "".join(pieces)

    return write


def _sign(sign: str) -> str:
    if sign < " " and sign not in "\n\t\r":
        return f'<byte value="x{ord(sign):x}"/>'
    return _WRITTEN.get(sign, sign)
