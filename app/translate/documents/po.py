"""PO, gettext's catalogues: entries without a translation, and fuzzy ones. No Qt.

A translation goes into ``msgstr`` and its entry is marked fuzzy, as gettext's own tools mark what nobody has looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from app.translate.documents.lines import Line, lines_of
from app.translate.documents.places import Found, Place, Show, fixed, replaced
from app.translate.documents.plurals import locale_name, plural_count, plural_forms
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.languages import by_code
from app.translate.masking import is_all_kept

DECLARED = re.compile(rb"Content-Type:[^\\\n\"]{0,80}charset=([\w.:-]{1,40})", re.IGNORECASE)
CHARSET = re.compile(r"(Content-Type:[^\\\n\"]{0,80}charset=)([\w.:-]{1,40})", re.IGNORECASE)
_FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)\s*("(?:[^"\\]|\\.)*")\s*\Z')
_MORE = re.compile(r'\s*("(?:[^"\\]|\\.)*")\s*\Z')
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9A-Fa-f]{2}|.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLURALS = re.compile(r"Plural-Forms:\s*nplurals\s*=\s*(INTEGER|\d)[^\\\"]*")
_LANGUAGE = re.compile(r"Language:[ \t]*([\w@.-]*)")
MAX_FIELDS = 20


class _Field(msgspec.Struct):
    """One keyword with its strings; ``start`` and ``end``: from the keyword to the last quotation mark."""

    name: str
    form: int  # of msgstr[2]: 2
    text: str
    start: int
    end: int


class _Entry(msgspec.Struct):
    fields: list[_Field] = []
    flags: Line | None = None

    def get(self, name: str) -> _Field | None:
        return next((field for field in self.fields if field.name == name), None)

    @property
    def forms(self) -> list[_Field]:
        return [field for field in self.fields if field.name.startswith("msgstr")]

    @property
    def fuzzy(self) -> bool:
        return self.flags is not None and "fuzzy" in re.split(r"[,\s]+", self.flags.text)


def _ends(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"


def find(source: str) -> Found:
    """Return what is not translated yet. Raises DocumentProblem(DAMAGED) for what is no catalogue."""
    entries = list(_entries(source))
    if not any(entry.get("msgid") for entry in entries):
        raise DocumentProblem(ProblemCode.DAMAGED, "no msgid")
    ends = _ends(source)
    return Found([place for entry in entries for place in _places(entry, ends)])


def label(source: str, language: str) -> list[Place]:
    """Return what makes the head name ``language``, and count its plurals where it does not do so."""
    head = next((entry for entry in _entries(source) if _is_head(entry)), None)
    if head is None or not language:
        return []
    field = head.forms[0]
    raw = source[field.start : field.end]
    edits = []
    named = _LANGUAGE.search(raw)
    code = locale_name(language, named[1] if named else "")
    if named:
        edits.append(fixed(field.start + named.start(1), field.start + named.end(1), code))
    else:
        edits.append(fixed(field.end, field.end, f'{_ends(source)}"Language: {code}\\n"'))
    counted = _PLURALS.search(raw)
    if counted and _counts_otherwise(raw, language):
        words = f"Plural-Forms: {plural_forms(language)}"
        edits.append(fixed(field.start + counted.start(), field.start + counted.end(), words))
    return edits


def _counts_otherwise(head: str, language: str) -> bool:
    """Whether a head leaves the plurals open, or counts those of another language."""
    counted, named = _PLURALS.search(head), _LANGUAGE.search(head)
    if counted is None or counted[1] == "INTEGER":
        return counted is not None
    before = by_code(named[1].replace("_", "-")) if named and named[1] else None
    return counted[1] != str(plural_count(language)) and (before is None or before is not by_code(language))


def with_all_forms(template: str, translated: str, language: str) -> str:
    """Return a translation of a template, or of a file in another language, with as many forms as ``language`` has."""
    head = next((entry for entry in _entries(template) if _is_head(entry)), None)
    if head is None or not language or not _counts_otherwise(template[: head.forms[0].end], language):
        return translated
    count, ends = plural_count(language), _ends(template)
    edits = [
        (fixed(entry.forms[0].start, entry.forms[-1].end, ends.join(_forms(translated, entry.forms, count))), "")
        for entry in _entries(translated)
        if entry.get("msgid_plural") and len(entry.forms) != count
    ]
    return replaced(translated, edits)


def _forms(source: str, forms: list[_Field], count: int) -> Iterator[str]:
    """Yield the fields of so many forms: the only one is that for many, further ones are like the last."""
    for form in range(count):
        like = forms[-1] if count == 1 else forms[min(form, len(forms) - 1)]
        yield f"msgstr[{form}]{source[like.start : like.end].partition(']')[2]}"


def charset_label(source: str) -> list[Place]:
    """Return what makes the head say UTF-8."""
    match = CHARSET.search(source)
    return [fixed(match.start(2), match.end(2), "UTF-8")] if match else []


def _is_head(entry: _Entry) -> bool:
    msgid = entry.get("msgid")
    return msgid is not None and not msgid.text and entry.get("msgctxt") is None and bool(entry.forms)


def _entries(source: str) -> Iterator[_Entry]:
    """Yield the entries. Comments belong to the one behind them; obsolete ones ("#~") are comments."""
    entry = _Entry()
    for line in lines_of(source):
        text = line.text.strip()
        if not text or text.startswith("#"):
            if entry.forms:
                yield entry
                entry = _Entry()
            if text.startswith("#,"):
                entry.flags = line
            continue
        if _begins(text, entry):
            yield entry
            entry = _Entry()
        _add(entry, line)
    if entry.forms:
        yield entry


def _begins(text: str, entry: _Entry) -> bool:
    return bool(entry.forms) and text.startswith(("msgctxt", "msgid"))


def _add(entry: _Entry, line: Line) -> None:
    lead = len(line.text) - len(line.text.lstrip())
    end = line.start + len(line.text.rstrip())
    field = _FIELD.match(line.text, lead)
    more = _MORE.match(line.text)
    if field:
        form = int(field[2]) if field[2] else 0
        if len(entry.fields) == MAX_FIELDS:
            raise DocumentProblem(ProblemCode.DAMAGED, f"line {line.number}")
        entry.fields.append(_Field(field[1], form, _said(field[3]), line.start + lead, end))
    elif more and entry.fields:
        entry.fields[-1].text += _said(more[1])
        entry.fields[-1].end = end
    else:
        raise DocumentProblem(ProblemCode.DAMAGED, f"line {line.number}")


def _said(literal: str) -> str:
    return _ESCAPE.sub(lambda match: _sign(match[1]), literal[1:-1])


def _sign(escaped: str) -> str:
    if escaped[0] in "01234567":
        return chr(int(escaped, 8))
    return chr(int(escaped[1:], 16)) if len(escaped) == 3 else _SIGNS.get(escaped, escaped)


def _places(entry: _Entry, ends: str) -> Iterator[Place]:
    msgid, plural, context = entry.get("msgid"), entry.get("msgid_plural"), entry.get("msgctxt")
    forms = entry.forms
    if msgid is None or _is_head(entry) or (all(form.text for form in forms) and not entry.fuzzy):
        return
    where = context.text if context else ""
    first = plural if plural is not None and len(forms) == 1 else msgid  # a language that has no plural
    if not is_all_kept(first.text):
        yield Place(_top(entry), forms[0].end, first.text.strip("\n"), _first_writer(entry, first.text, ends), where)
    if plural is not None and len(forms) > 1 and not is_all_kept(plural.text):
        write = _more_writer(plural.text, len(forms), ends)
        yield Place(forms[0].end, forms[-1].end, plural.text.strip("\n"), write, where)


def _top(entry: _Entry) -> int:
    return entry.flags.start if entry.flags else entry.fields[0].start


def _first_writer(entry: _Entry, source: str, ends: str) -> Callable[[str, Show], str]:
    """Mark the entry as fuzzy, and write its first form."""
    field = entry.forms[0]
    name = "msgstr" if field.name == "msgstr" else "msgstr[0]"

    def write(text: str, show: Show) -> str:
        between = show(_top(entry), field.start)
        if entry.flags is None:
            between = f"#, fuzzy{ends}{between}"
        elif not entry.fuzzy:
            between = between.replace("#,", "#, fuzzy,", 1)
        return between + _written(name, text, source, ends)

    return write


def _more_writer(source: str, count: int, ends: str) -> Callable[[str, Show], str]:
    def write(text: str, _show: Show) -> str:
        return "".join(ends + _written(f"msgstr[{form}]", text, source, ends) for form in range(1, count))

    return write


def _written(name: str, text: str, source: str, ends: str) -> str:
    """Return a field as gettext writes it: one line of the file for each line of the text."""
    inner = text.strip("\n")
    lead = source[: len(source) - len(source.lstrip("\n"))]
    tail = source[len(source.rstrip("\n")) :]
    lines = (lead + inner + tail).splitlines(keepends=True) or [""]
    quoted = [f'"{"".join(_WRITTEN.get(sign, sign) for sign in line)}"' for line in lines]
    return f"{name} {quoted[0]}" if len(quoted) == 1 else ends.join([f'{name} ""', *quoted])
