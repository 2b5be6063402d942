"""Every rule of the house is seen to fail on a sample that breaks it, and to pass one that does not."""

import ast
from pathlib import Path

import pytest

from devtools import house_checks
from devtools.house_checks import Source

UI_FILE = "app/ui/sample.py"


def source(text: str, file: str = UI_FILE) -> Source:
    return Source(file, text, ast.parse(text))


def function_of(lines: int) -> str:
    return "\n".join(["def long_one():", *("    pass" for _ in range(lines - 1))])


def test_a_file_may_have_400_lines_and_no_more() -> None:
    assert not list(house_checks.file_length(source("\n" * 400)))
    (found,) = house_checks.file_length(source("\n" * 401))
    assert found.text == f"{UI_FILE}:401: the file has 401 lines, more than 400"


def test_a_function_may_have_40_lines_and_no_more() -> None:
    assert not list(house_checks.function_length(source(function_of(40))))
    (found,) = house_checks.function_length(source(f"import os\n\n{function_of(41)}"))
    assert (found.line, found.sentence) == (3, "long_one has 41 lines, more than 40")


def test_methods_inner_functions_and_coroutines_count_as_functions() -> None:
    long_coroutine = f"async {function_of(41)}"
    wrapped = "class Holder:\n" + "\n".join(f"    {line}" for line in long_coroutine.splitlines())
    assert len(list(house_checks.function_length(source(wrapped)))) == 1


@pytest.mark.parametrize(
    "call",
    [
        'label.setText("Hello")',
        'button = QPushButton("Send", parent)',
        'button = QtWidgets.QPushButton(text="Send")',
        'label.setToolTip(f"{count} messages")',
        'label.setText("a" + name)',
        'label.setText("Yes" if good else name)',
        'label.setText(name or "Nobody")',
        'label.setText("{} left".format(count))',
        'menu.addAction(icon, "Copy")',
        'QMessageBox.warning(parent, title, "It failed")',
        'label.setText("你好")',
    ],
)
def test_a_text_that_no_translator_sees_is_found(call: str) -> None:
    (found,) = house_checks.bare_text(source(call))
    assert found.line == 1
    assert "past tr()" in found.sentence


@pytest.mark.parametrize(
    "call",
    [
        'label.setText(self.tr("Hello"))',
        'label.setText(QCoreApplication.translate("Window", "Hello"))',
        'label.setText(self.tr("{n} left").format(n=count))',
        'label.setText("…")',
        'label.setText("Parley")',
        'label.setText(f"{used} / {budget}")',
        'label.setText(sentence("key"))',
        'label.setText("Qwen3")  # untranslated: a name',
        'label.setObjectName("composer")',
        'log.warning("the worker is gone")',
        'self._log.warning("the worker is gone")',
    ],
)
def test_a_translated_or_invisible_text_is_fine(call: str) -> None:
    assert not list(house_checks.bare_text(source(call)))


def test_bare_text_outside_the_window_is_no_matter() -> None:
    assert not list(house_checks.bare_text(source('label.setText("Hello")', "tests/ui/test_label.py")))


def test_style_sheets_have_one_home() -> None:
    text = "widget.setStyleSheet(sheet)"
    assert len(list(house_checks.style_sheets(source(text)))) == 1
    assert not list(house_checks.style_sheets(source(text, "app/ui/theme.py")))


HASH = "    --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project without a finding."""
    folder = tmp_path / "requirements"
    folder.mkdir()
    packages = {"runtime": "jinja2", "dev": "pytest", "build": "ninja", "llama": "llama-cpp-python", "testdata": "x"}
    for name, package in packages.items():
        (folder / f"{name}.in").write_text(f"# why\n{package}\n")
        (folder / f"{name}.lock").write_text(f"{package}==1.0 \\\n{HASH}")
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["Jinja2>=3.1.6", "llama_cpp_python"]\n[dependency-groups]\ndev = ["pytest"]\n'
    )
    (tmp_path / "dev.py").write_text("")
    return tmp_path


def test_a_clean_project_has_no_findings(project: Path) -> None:
    assert house_checks.findings(project) == []


@pytest.mark.parametrize("line", ["--index-url https://index.example/simple", "--find-links wheels", "x @ http://h/x"])
def test_an_address_in_a_requirements_file_is_found(project: Path, line: str) -> None:
    lock = project / "requirements" / "dev.lock"
    lock.write_text(lock.read_text() + line + "\n")
    (found,) = house_checks.findings(project)
    assert (found.file, found.line) == ("requirements/dev.lock", 3)


def test_a_package_without_a_hash_is_found(project: Path) -> None:
    (project / "requirements" / "dev.lock").write_text("pytest==1.0\n")
    (found,) = house_checks.findings(project)
    assert found.sentence == "pytest has no hash"


def test_a_requirement_that_is_not_locked_is_found(project: Path) -> None:
    (project / "requirements" / "dev.in").write_text("pytest\nPytest_Qt\n")
    (found,) = house_checks.findings(project)
    assert found.sentence == "pytest-qt is not locked; run python3 dev.py lock"


def test_a_declared_dependency_that_is_not_installed_is_found(project: Path) -> None:
    text = (project / "pyproject.toml").read_text().replace('"Jinja2>=3.1.6"', '"Jinja2>=3.1.6", "httpx"')
    (project / "pyproject.toml").write_text(text)
    (found,) = house_checks.findings(project)
    assert found.sentence == "httpx is in no requirements file of runtime or llama"


def test_all_code_folders_are_looked_at(project: Path) -> None:
    for folder in house_checks.CODE_FOLDERS:
        (project / folder / "deep").mkdir(parents=True)
        (project / folder / "deep" / "long.py").write_text("\n" * 401)
    assert [found.file for found in house_checks.findings(project)] == [
        f"{folder}/deep/long.py" for folder in sorted(house_checks.CODE_FOLDERS)
    ]


def test_a_file_that_python_cannot_read_is_a_finding(project: Path) -> None:
    (project / "dev.py").write_text("x = 1\ndef broken(:\n")
    (found,) = house_checks.findings(project)
    assert (found.file, found.line) == ("dev.py", 2)
    assert "cannot read this" in found.sentence
