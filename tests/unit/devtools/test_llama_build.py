"""What a build of llama.cpp depends on, and how far it is."""

import io
from dataclasses import replace

import pytest

from devtools import llama_build
from devtools.console import Status
from devtools.llama_build import Flavour, Recipe

RECIPE = Recipe("llama-cpp-python==1", "0" * 64, ("-DA=ON",), "set(B OFF)", "linux x86_64", "avx2 fma", "c++ 12")


def test_the_same_recipe_has_the_same_key() -> None:
    assert RECIPE.key == replace(RECIPE).key


@pytest.mark.parametrize(
    "changed",
    [
        replace(RECIPE, package="llama-cpp-python==2"),
        replace(RECIPE, source_sha256="1" * 64),
        replace(RECIPE, arguments=("-DA=OFF",)),
        replace(RECIPE, include=""),
        replace(RECIPE, system="darwin arm64"),
        replace(RECIPE, processor="avx2"),
        replace(RECIPE, compiler="c++ 13"),
    ],
)
def test_whatever_changes_the_build_changes_the_key(changed: Recipe) -> None:
    assert changed.key != RECIPE.key


def test_amx_is_off_for_c_and_cpp_on_x86_only() -> None:
    for machine in ("x86_64", "AMD64"):
        arguments = llama_build.cmake_arguments(Flavour.NATIVE, "linux", machine)
        for language in ("C", "CXX"):
            (flags,) = (text for text in arguments if text.startswith(f"-DCMAKE_{language}_FLAGS="))
            assert {"-mno-amx-tile", "-mno-amx-int8", "-mno-amx-bf16"} <= set(flags.partition("=")[2].split())
    assert not any("amx" in text for text in llama_build.cmake_arguments(Flavour.NATIVE, "linux", "aarch64"))
    assert not any("amx" in text for text in llama_build.cmake_arguments(Flavour.NATIVE, "win32", "AMD64"))


def test_only_the_native_flavour_is_native() -> None:
    assert "-DGGML_NATIVE=ON" in llama_build.cmake_arguments(Flavour.NATIVE, "linux", "x86_64")
    assert "-DGGML_NATIVE=OFF" in llama_build.cmake_arguments(Flavour.PORTABLE, "linux", "x86_64")


X86 = """processor	: 0
model name	: Some Processor
flags		: fpu sse4_2 avx2 avx512f amx_tile ibrs_enhanced hypervisor fma
bugs		: spectre_v1

processor	: 1
flags		: fpu
"""


def test_instruction_sets_leave_out_what_only_the_kernel_cares_about() -> None:
    assert llama_build.instruction_sets(X86) == "amx_tile avx2 avx512f fma fpu sse4_2"


def test_the_order_of_flags_does_not_matter() -> None:
    assert llama_build.instruction_sets("flags : fma avx2") == llama_build.instruction_sets("flags : avx2 fma")


def test_arm_names_its_instruction_sets_features() -> None:
    assert llama_build.instruction_sets("Features\t: fp asimd i8mm cpuid") == "asimd fp i8mm"


def test_time_left_goes_by_the_pace_so_far() -> None:
    assert llama_build.time_left(20, 80, 60.0) == pytest.approx(180.0)


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_progress_reads_ninja_and_shows_a_line_every_ten_seconds() -> None:
    stream, clock = io.StringIO(), Clock()
    progress = llama_build.BuildProgress(Status(stream, clock), clock)
    for line in ("*** Building project with Ninja...", "  [0/80] Re-checking", "  warning: [7/80] is not a step"):
        progress.line(line)
    assert stream.getvalue() == ""
    clock.now += 12
    progress.line("  [4/80] Building CXX object ggml.cpp.o")
    clock.now += 3
    progress.line("  [5/80] Building CXX object llama.cpp.o")
    clock.now += 9
    progress.line("  [8/80] Building CXX object sampling.cpp.o")
    progress.finish()
    assert stream.getvalue().splitlines() == [
        "Building llama.cpp: 4 of 80, 12 s so far, about 3 min 48 s left",
        "Building llama.cpp: 8 of 80, 24 s so far, about 3 min 36 s left",
        "Built llama.cpp in 24 s",
    ]
