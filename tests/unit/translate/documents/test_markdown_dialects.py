"""What writers of Markdown use and CommonMark does not know: footnotes, definitions, tasks, ":::"."""

from __future__ import annotations

from app.translate.documents.formats import read_bytes, written_bytes

SOURCE = """Text[^1] and more[^2].

[^1]: First note.
[^2]: Second note.

Term
: Its definition

- [ ] open
- [x] done

:::warning
Mind the gap.
:::
"""


def test_each_is_a_text_of_its_own_and_its_sign_stays() -> None:
    units = read_bytes(SOURCE.encode(), "a.md").units
    assert [unit.text for unit in units] == [
        "Text[^1] and more[^2].", "First note.", "Second note.", "Term", "Its definition", "open", "done",
        "Mind the gap.",
    ]  # fmt: skip
    texts = {unit.id: unit.text.upper() for unit in units[1:]}
    written = written_bytes(SOURCE.encode(), "a.md", texts).decode()
    for line in ("[^1]: FIRST NOTE.", "[^2]: SECOND NOTE.", ": ITS DEFINITION", "- [ ] OPEN", "- [x] DONE", ":::"):
        assert line in written.splitlines()
    assert ":::warning\nMIND THE GAP.\n:::\n" in written
