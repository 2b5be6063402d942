"""The text that tells one set of graphics drivers from another."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.system import graphics
from app.system.graphics import graphics_drivers


def test_it_stays_the_same_while_nothing_changes() -> None:
    assert graphics_drivers() == graphics_drivers()


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's places")
def test_it_changes_with_a_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphics, "_VULKAN_DRIVERS", (tmp_path,))
    monkeypatch.setattr(graphics, "_NVIDIA", tmp_path / "version")
    seen = [graphics_drivers()]
    driver = tmp_path / "radeon_icd.x86_64.json"
    driver.write_text("{}")
    seen.append(graphics_drivers())
    os.utime(driver, ns=(1, 1))
    seen.append(graphics_drivers())
    (tmp_path / "version").write_text("NVRM version: 580.159.04")
    seen.append(graphics_drivers())
    assert len(set(seen)) == len(seen)


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems' places are named, not made")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_the_other_systems_have_places_too(platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "System32"
    (folder / "DriverStore" / "FileRepository").mkdir(parents=True)
    (folder / "nvcuda.dll").write_bytes(b"MZ")
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    words = graphics_drivers()
    assert ("nvcuda.dll" in words and "FileRepository" in words) if platform == "win32" else words == os.uname().release
