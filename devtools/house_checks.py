"""Our own rules, which no tool knows. Each finding is one line: ``file:line: sentence``.

``python3 -m devtools.house_checks`` checks the whole project and exits with 1 when it found something.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from devtools.console import say
from devtools.locks import LOCKS, canonical, read_lock, wanted_names
from devtools.places import ROOT

FILE_LINES = 400
FUNCTION_LINES = 40
CODE_FOLDERS = ("app", "tests", "benchmarks", "shots", "devtools", "installers")
STYLE_HOME = "app/ui/theme.py"
PRODUCT = "Parley"  # the same in every language
UNTRANSLATED = "# untranslated:"  # a reason follows: a name, a symbol, a measure

# A call that shows its text arguments to a person. Types by their name, methods by theirs.
SHOWS_TEXT = {
    "setText", "setToolTip", "setWindowTitle", "addAction", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setStatusTip", "setWhatsThis", "setTitle", "addMenu", "addTab", "addItem",
    "setInformativeText", "setDetailedText", "setPlainText", "showMessage", "setPrefix", "setSuffix",
    "setSpecialValueText", "setLabelText", "setButtonText",
    "QLabel", "QPushButton", "QToolButton", "QAction", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu",
    "QMessageBox", "information", "warning", "critical", "question",
}  # fmt: skip
LOGGERS = {"log", "logger", "logging", "_log", "_logger"}
URL = re.compile(r"https?://|file://|--(?:extra-)?index-url|--find-links|--trusted-host")


@dataclass(frozen=True, order=True)
class Finding:
    """One broken rule."""

    file: str  # relative to the project, with forward slashes
    line: int
    sentence: str

    @property
    def text(self) -> str:
        """As compilers write it, so that editors jump there."""
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True)
class Source:
    """One Python file."""

    file: str
    text: str
    tree: ast.Module


def python_files(root: Path) -> list[Path]:
    """Return all of the project's own Python files."""
    return [root / "dev.py", *(path for folder in CODE_FOLDERS for path in sorted((root / folder).rglob("*.py")))]


def in_file(path: Path, root: Path) -> Iterator[Finding]:
    """Yield what breaks a rule in one file."""
    name, text = _relative(path, root), path.read_text(encoding="utf-8")
    try:
        source = Source(name, text, ast.parse(text))
    except SyntaxError as error:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        yield Finding(name, error.lineno or 1, f"Python {version} cannot read this: {error.msg}")
        return
    for rule in SOURCE_RULES:
        yield from rule(source)


def file_length(source: Source) -> Iterator[Finding]:
    """A file is short enough to be read in one go."""
    lines = len(source.text.splitlines())
    if lines > FILE_LINES:
        yield Finding(source.file, FILE_LINES + 1, f"the file has {lines} lines, more than {FILE_LINES}")


def function_length(source: Source) -> Iterator[Finding]:
    """A function fits on a screen."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                sentence = f"{node.name} has {lines} lines, more than {FUNCTION_LINES}"
                yield Finding(source.file, node.lineno, sentence)


def bare_text(source: Source) -> Iterator[Finding]:
    """What a person reads comes through tr() or translate()."""
    if not source.file.startswith("app/ui/"):
        return
    lines = source.text.splitlines()
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or _name(node) not in SHOWS_TEXT or _is_logging(node):
            continue
        for text in _texts_in_call(node):
            if _is_words(text) and UNTRANSLATED not in lines[text.lineno - 1]:
                sentence = f"{_name(node)} shows a text past tr(); translate it or add '{UNTRANSLATED} why'"
                yield Finding(source.file, text.lineno, sentence)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _is_logging(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in LOGGERS
        case _:
            return False


def _texts_in_call(call: ast.Call) -> Iterator[ast.Constant]:
    for argument in [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg != "objectName")]:
        yield from _texts(argument)


def _texts(node: ast.expr) -> Iterator[ast.Constant]:
    """Yield the literals that make up the value of ``node``; another call's arguments are that call's matter."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _texts(part)
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            yield from _texts(left)
            yield from _texts(right)
        case ast.Call(func=ast.Attribute(value=ast.Constant() as literal)):
            yield from _texts(literal)  # "…".format(…)
        case _:
            return


def _is_words(text: ast.Constant) -> bool:
    value = str(text.value)
    return value != PRODUCT and any(character.isalpha() for character in value)


def style_sheets(source: Source) -> Iterator[Finding]:
    """Colours and measures have one home."""
    if source.file == STYLE_HOME or not source.file.startswith("app/"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and _name(node) == "setStyleSheet":
            yield Finding(source.file, node.lineno, f"setStyleSheet belongs in {STYLE_HOME} alone")


SOURCE_RULES: tuple[Callable[[Source], Iterator[Finding]], ...] = (
    file_length,
    function_length,
    bare_text,
    style_sheets,
)


def registry_addresses(root: Path) -> Iterator[Finding]:
    """A requirements file names packages, never where to get them."""
    for path in sorted((root / "requirements").iterdir()):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if URL.search(line):
                yield Finding(_relative(path, root), number, "an address does not belong in a requirements file")


def locks_complete(root: Path) -> Iterator[Finding]:
    """Every requirement is locked, and every lock has hashes."""
    for name in LOCKS:
        source, lock = (root / "requirements" / f"{name}.{ending}" for ending in ("in", "lock"))
        pins = read_lock(lock)
        for pin in pins:
            if not pin.hashes:
                yield Finding(_relative(lock, root), 1, f"{pin.name} has no hash")
        wanted = wanted_names(source.read_text(encoding="utf-8").splitlines())
        for missing in sorted(wanted - {canonical(pin.name) for pin in pins}):
            yield Finding(_relative(lock, root), 1, f"{missing} is not locked; run python3 dev.py lock")


def declared_dependencies(root: Path) -> Iterator[Finding]:
    """What pyproject.toml says Parley needs is what the requirements install."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {"runtime": project["project"]["dependencies"], "dev": project["dependency-groups"]["dev"]}
    for group, files in {"runtime": ("runtime", "llama"), "dev": ("dev",)}.items():
        texts = [(root / "requirements" / f"{name}.in").read_text(encoding="utf-8") for name in files]
        wanted = wanted_names("\n".join(texts).splitlines())
        for missing in sorted(wanted_names(declared[group]) - wanted):
            yield Finding("pyproject.toml", 1, f"{missing} is in no requirements file of {' or '.join(files)}")


PROJECT_RULES: tuple[Callable[[Path], Iterator[Finding]], ...] = (
    registry_addresses,
    locks_complete,
    declared_dependencies,
)


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def findings(root: Path) -> list[Finding]:
    """Return everything that breaks a rule, in the order of files and lines."""
    in_files = (finding for path in python_files(root) for finding in in_file(path, root))
    return sorted([*in_files, *(finding for rule in PROJECT_RULES for finding in rule(root))])


def main() -> int:
    """Print all findings."""
    found = findings(ROOT)
    for finding in found:
        say(finding.text)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
