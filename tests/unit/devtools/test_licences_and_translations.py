"""The list of licences is current; translations that fell behind are found."""

from importlib.metadata import Distribution
from pathlib import Path

import pytest

from devtools import licences, translations
from devtools.console import SetupError
from devtools.licences import Row
from devtools.locks import Pin


def licence(tmp_path: Path, *lines: str) -> str:
    (tmp_path / "METADATA").write_text("\n".join(["Metadata-Version: 2.4", "Name: x", "Version: 1", *lines]) + "\n")
    return licences.licence_of(Distribution.at(tmp_path).metadata)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["License-Expression: MIT-0", "License: something"], "MIT-0"),
        (["License: BSD-3-Clause"], "BSD-3-Clause"),
        (["Classifier: Topic :: Games", "Classifier: License :: OSI Approved :: MIT License"], "MIT"),
        ([f"License: {'words ' * 40}", "Classifier: License :: OSI Approved :: Zlib"], "Zlib"),
        ([], ""),
    ],
)
def test_a_licence_is_read_where_packages_state_it(tmp_path: Path, lines: list[str], expected: str) -> None:
    assert licence(tmp_path, *lines) == expected


PINS = [Pin("zipp", "4", "", ()), Pin("Jeepney", "0.9", "", ())]


def test_a_package_of_another_system_keeps_its_row() -> None:
    previous = {"jeepney": Row("jeepney", "0.8", "MIT")}
    found = list(licences.rows(PINS, {"zipp": "BSD"}, previous))
    assert found == [Row("jeepney", "0.9", "MIT"), Row("zipp", "4", "BSD")]


def test_a_licence_that_nobody_states_stops_the_list() -> None:
    with pytest.raises(SetupError, match="zipp"):
        list(licences.rows(PINS, {"zipp": "", "jeepney": "MIT"}, {"zipp": Row("zipp", "3", "MIT")}))


def test_the_table_reads_back_what_was_written() -> None:
    row = Row("zipp", "4.1", "MIT OR Apache-2.0")
    assert licences.read_rows(licences.INTRODUCTION + row.text) == {"zipp": row}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one text and a translation file that knows it."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "window.py").write_text(SOURCE.format(text="Hello"))
    (tmp_path / "i18n").mkdir()
    translations.update(tmp_path, [tmp_path / "i18n" / "parley_de.ts"])
    return tmp_path


SOURCE = """from PySide6.QtWidgets import QLabel


class Window(QLabel):
    def retranslate(self) -> None:
        self.setText(self.tr("{text}"))
"""


def test_translations_in_step_have_no_finding(project: Path) -> None:
    path = project / "i18n" / "parley_de.ts"
    assert "<source>Hello</source>" in path.read_text(encoding="utf-8")
    assert list(translations.behind(project, [path])) == []


def test_a_moved_line_leaves_translations_in_step(project: Path) -> None:
    (project / "app" / "window.py").write_text("\n\n" + SOURCE.format(text="Hello"))
    assert list(translations.behind(project, [project / "i18n" / "parley_de.ts"])) == []


def test_a_changed_text_is_found_and_the_file_left_as_it_was(project: Path) -> None:
    path = project / "i18n" / "parley_de.ts"
    before = path.read_text(encoding="utf-8")
    (project / "app" / "window.py").write_text(SOURCE.format(text="Goodbye"))
    (found,) = translations.behind(project, [path])
    assert found.startswith("i18n/parley_de.ts:1: ")
    assert path.read_text(encoding="utf-8") == before
