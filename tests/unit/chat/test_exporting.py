"""Conversations into files: nothing is lost in our format, nothing runs in HTML, a file is whole or not there."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from app.chat.conversation import (
    AttachmentPart,
    ContextCut,
    Conversation,
    ConversationSettings,
    Message,
    MessageStatus,
    TextPart,
    ThinkingPart,
)
from app.chat.exporting.api import ExportFormat, ExportOptions, Words
from app.chat.exporting.as_html import conversation_as_html
from app.chat.exporting.as_json import ExportedConversation, ExportHeader
from app.chat.exporting.as_markdown import conversation_as_markdown
from app.chat.exporting.files import distinct, file_name
from app.chat.exporting.markdown_html import markdown_as_html
from app.chat.exporting.run import ExportOrder, ExportReport, export
from app.chat.exporting.typeset import Typesetter
from app.chat.importing.report import ImportReport, SkipReason
from app.chat.importing.run import CancelledError, import_path
from app.chat.markdown_inline import SCHEMES
from app.chat.store import ConversationStore
from app.engine.api import Role, SamplingParams, StopReason, Usage
from tests.helpers.store_content import conversation, message, question

T = TypeVar("T")
DATA = Path(__file__).parent / "data"
OPTIONS = ExportOptions(Words("You", "Assistant", "Thoughts", "Untitled"))


@pytest.fixture
def store() -> Iterator[ConversationStore]:
    store = ConversationStore.temporary()
    yield store
    store.close()


def caller(store: ConversationStore) -> Callable[[Callable[[ConversationStore], T]], T]:
    return lambda job: job(store)


def write(store: ConversationStore, path: Path, kind: ExportFormat, options: ExportOptions = OPTIONS) -> ExportReport:
    ids = [chat.id for chat in store.list_conversations(None)]
    draw = (lambda title, pieces, _formulas: f"%PDF {title} {pieces}".encode()) if kind is ExportFormat.PDF else None
    return export(ExportOrder(ids, kind, path, options, draw), caller(store), lambda _: None)


def bring(store: ConversationStore, path: Path) -> ImportReport:
    return import_path(path, caller(store), lambda _: None)


def rich(store: ConversationStore, title: str = "Seas 海/.. <b>") -> Conversation:
    """Everything that a conversation can hold, with two versions of question and answer."""
    chat = msgspec.structs.replace(
        conversation(title, 20.0), created_at=10.0, title_by_person=True, pinned=True, archived=True,
        thinking_enabled=False, thinking_budget=2048,
        settings=ConversationSettings("Be brief.", "", SamplingParams(temperature=0.5), SamplingParams(top_k=3)),
    )  # fmt: skip
    store.create(chat)
    first = message(
        chat, [AttachmentPart("a.txt", "text/plain", 5, "hello", 2, "hel", "a-document"), TextPart("Why\n\n# so?")]
    )
    other = question(chat, "Why is it so?")
    thought = msgspec.structs.replace(
        message(chat, [ThinkingPart("Hm\nhm.", tokens=5, seconds=0.5), TextPart("**Salt**")], other, Role.ASSISTANT),
        model_name="qwen3", usage=Usage(prompt_tokens=7), stop_reason=StopReason.END,
    )  # fmt: skip
    failed = msgspec.structs.replace(
        message(chat, [], other, Role.ASSISTANT, MessageStatus.FAILED), error="out_of_memory"
    )
    store.add_messages([first, other, thought, failed])
    store.set_leaf(chat.id, thought.id)
    store.set_folder([chat.id], store.create_folder("Water").id)
    store.set_cuts(chat.id, [ContextCut(other.id, "Before: seas.")])
    found = store.conversation(chat.id)
    assert found
    return found


def everything(store: ConversationStore) -> list[tuple[Conversation, list[Message], str]]:
    names = {None: ""} | {folder.id: folder.name for folder in store.folders()}
    chats = store.list_conversations(None)
    return [
        (msgspec.structs.replace(chat, folder_id=None), store.load_messages(chat.id), names[chat.folder_id])
        for chat in chats
    ]


# --- our own format


def test_our_format_loses_nothing(store: ConversationStore, tmp_path: Path) -> None:
    rich(store)
    rich(store, "")
    report = write(store, tmp_path / "all.json", ExportFormat.JSON)
    assert (report.conversations, report.missing) == (2, [])
    other = ConversationStore.temporary()
    brought = bring(other, tmp_path / "all.json")
    assert (brought.imported, brought.skipped) == (2, [])
    assert everything(other) == everything(store)
    assert [folder.name for folder in other.folders()] == ["Water"]
    other.close()


def test_importing_it_again_changes_nothing(store: ConversationStore, tmp_path: Path) -> None:
    rich(store)
    write(store, tmp_path / "all.json", ExportFormat.JSON)
    before = everything(store)
    assert bring(store, tmp_path / "all.json").already_there == 1
    assert everything(store) == before


def test_a_conversation_that_changed_since_comes_as_a_copy(store: ConversationStore, tmp_path: Path) -> None:
    chat = rich(store)
    write(store, tmp_path / "all.json", ExportFormat.JSON)
    store.finish_message(chat.leaf_id or "", [TextPart("Other")], MessageStatus.COMPLETE)
    report = bring(store, tmp_path / "all.json")
    assert (report.imported, report.copies) == (1, 1)
    copy = store.conversation(report.ids[0])
    assert copy
    assert [one.text for one in store.load_branch(copy.id, copy.leaf_id)] == ["Why is it so?", "**Salt**"]
    assert store.load_branch(chat.id, chat.leaf_id)[-1].text == "Other"
    assert copy.cuts[0].first_kept == store.load_branch(copy.id, copy.leaf_id)[0].id


def test_a_file_of_the_first_version_is_read_for_ever(store: ConversationStore) -> None:
    """Never write ``export-v1.json`` anew: it stands for what lies on people's disks."""
    report = bring(store, DATA / "export-v1.json")
    assert (report.imported, report.skipped) == (1, [])
    (chat,) = store.list_conversations(None)
    assert (chat.title, chat.pinned, chat.archived, chat.thinking_budget) == ("Seas 海/.. <b>", True, True, 2048)
    assert chat.settings.system_prompt == "Be brief."
    branch = store.load_branch(chat.id, chat.leaf_id)
    assert [one.text for one in branch] == ["Why is it so?", "**Salt**"]
    assert branch[1].thinking == ThinkingPart("Hm\nhm.", tokens=5, seconds=0.5)
    assert [len(store.siblings(one.id)) for one in branch] == [2, 2]
    assert store.load_messages(chat.id)[0].attachments == [AttachmentPart("a.txt", "text/plain", 5, "hello", 2, "hel")]


def test_the_schema_only_grows() -> None:
    """Whoever reads our files relies on these names; one may be added, none may go or become required."""
    known = json.loads((DATA / "export-v1.json").read_text())
    row = known["conversations"][0]
    schema = msgspec.json.schema_components([ExportHeader, ExportedConversation])[1]
    assert known.keys() - {"conversations"} <= schema["ExportHeader"]["properties"].keys()
    for name, value in (
        ("ExportedConversation", row), ("Conversation", row["conversation"]), ("Message", row["messages"][0])
    ):  # fmt: skip
        assert value.keys() <= schema[name]["properties"].keys()
        assert set(schema[name].get("required", [])) <= value.keys()


def test_a_file_of_a_newer_parley_is_not_guessed_at(store: ConversationStore, tmp_path: Path) -> None:
    rich(store)
    write(store, tmp_path / "all.json", ExportFormat.JSON)
    text = (tmp_path / "all.json").read_text().replace('"version":1', '"version":2', 1)
    (tmp_path / "new.json").write_text(text)
    other = ConversationStore.temporary()
    assert [one.reason for one in bring(other, tmp_path / "new.json").skipped] == [SkipReason.NEWER_VERSION]
    other.close()


Json = dict[str, Any]
CHANGES: dict[str, Callable[[Json], object]] = {
    "id twice": lambda chat: chat["messages"].append(chat["messages"][0]),
    "parent after child": lambda chat: chat["messages"].reverse(),
    "own parent": lambda chat: chat["messages"][0].update(parent_id=chat["messages"][0]["id"]),
    "id is no id": lambda chat: chat["messages"][3].update(id="../../x\0"),
    "number too large": lambda chat: chat["messages"][2].update(usage={"prompt_tokens": 10**30}),
    "part of no kind": lambda chat: chat["messages"][2].update(parts=[{"type": "Virus"}]),
    "no role": lambda chat: chat["messages"][2].update(role="root"),
    "settings": lambda chat: chat["conversation"].update(settings={"thinking_sampling": {"top_k": 10**30}}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_forged_file_is_refused(store: ConversationStore, tmp_path: Path, name: str) -> None:
    content = json.loads((DATA / "export-v1.json").read_text())
    CHANGES[name](content["conversations"][0])
    (tmp_path / "forged.json").write_text(json.dumps(content))
    report = bring(store, tmp_path / "forged.json")
    assert [skipped.reason for skipped in report.skipped] == [SkipReason.UNREADABLE]
    assert store.list_conversations(None) == []


def test_a_forged_file_brings_no_path_and_no_strange_number(store: ConversationStore, tmp_path: Path) -> None:
    content = json.loads((DATA / "export-v1.json").read_text())
    row = content["conversations"][0]["conversation"]
    row |= {"thinking_budget": -(10**25), "created_at": 1e300, "leaf_id": "x", "deleted_at": 5.0, "folder_id": "x",
            "cuts": [{"first_kept": "x"}], "settings": {"model_path": "//host/share/x.gguf"}}  # fmt: skip
    (tmp_path / "forged.json").write_text(json.dumps(content))
    assert bring(store, tmp_path / "forged.json").imported == 1
    (chat,) = store.list_conversations(None)
    assert (chat.thinking_budget, chat.created_at, chat.settings.model_path, chat.cuts) == (0, 0.0, "", [])
    assert store.load_branch(chat.id, chat.leaf_id)


# --- Markdown, HTML


def test_markdown_says_who_said_what(store: ConversationStore) -> None:
    chat = rich(store)
    branch = store.load_branch(chat.id, chat.leaf_id)
    text = conversation_as_markdown(chat, branch, OPTIONS)
    assert text.startswith("# Seas 海/.. <b>\n\n*1970-01-01")
    assert "## You\n\nWhy is it so?\n\n## qwen3\n\n> **Thoughts**\n>\n> Hm\n> hm.\n\n**Salt**\n" in text
    without = conversation_as_markdown(chat, branch, ExportOptions(OPTIONS.words, thoughts=False))
    assert "Thoughts" not in without
    assert "hm." not in without


class Page(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


HARMLESS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "code", "em",
    "strong", "s", "a", "ul", "ol", "li", "blockquote", "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
    "details", "summary", "div", "sup", "span",
    "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "mfrac", "msqrt", "mroot",
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd", "menclose", "mpadded",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "dir", "class", "href", "title", "start", "style"}
MATHS = {"display", "encoding", "stretchy", "fence", "form", "accent", "displaystyle", "linethickness", "mathvariant",
         "width", "height", "depth", "notation", "mathcolor", "lspace", "rspace", "minsize", "maxsize"}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://evil/x.png)", "![x](file:///etc/passwd)",
    "[x](javascript:alert(1))", "[x](  jAvAsCrIpT:alert(1))", "[x](data:text/html,<script>)", "[x](file:///etc/passwd)",
    "[x](\\\\host\\share)", "[x](//host/x)", "<javascript:alert(1)>", "[x]: vbscript:x\n\n[x]", "</style><script>",
    '<a href="x" onclick="y">', "<iframe src=http://evil>", "[x](http://[::1)", "&#60;script&#62;", "<!-- ",
    "<https://ok.example>", "[a](https://ok.example '\" onmouseover=x')", "```\"><script>\nx\n```", "<svg/onload=x>",
    "[x](&#106;avascript:x)", "| a |\n|-|\n| <b onload=x> |", "\x00<script>", "<meta http-equiv=refresh content=0>",
)  # fmt: skip


def judge(page: str) -> None:
    found = Page()
    found.feed(page)
    assert found.tags <= HARMLESS
    assert {name for name, _ in found.attributes} <= ATTRIBUTES | MATHS
    for name, value in found.attributes:
        assert name != "href" or value.split(":")[0].lower() in SCHEMES, value
        assert name != "style" or value.startswith("text-align:"), value


@pytest.mark.parametrize("text", HOSTILE)
def test_html_loads_nothing_and_runs_nothing(text: str) -> None:
    chat = conversation(text)
    asked = message(chat, [AttachmentPart(text, "", 0, text), TextPart(text)])
    said = message(chat, [ThinkingPart(text), TextPart(text)], asked, Role.ASSISTANT)
    said = msgspec.structs.replace(said, model_name=text)
    judge(conversation_as_html(chat, [asked, said], OPTIONS))


@given(st.text(alphabet=st.sampled_from(list("<>\"'&;:/\\()[]!`*_~|\n -#=xjavscript")), max_size=80))
@settings(max_examples=300, deadline=None)
def test_no_markdown_becomes_harmful(text: str) -> None:
    judge(markdown_as_html(text, Typesetter()))


def test_html_keeps_what_was_said_in_its_direction() -> None:
    page = markdown_as_html(
        "# مرحبا\n\nHello **you** & <b>\n\n- one\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n~~no~~", Typesetter()
    )
    assert '<h1 dir="auto">مرحبا</h1>' in page
    assert '<p dir="auto">Hello <strong>you</strong> &amp; &lt;b&gt;</p>' in page
    assert "<s>no</s>" in page
    assert '<table dir="ltr">' in page
    assert "default-src 'none'" in conversation_as_html(conversation(), [], OPTIONS)


# --- files


def test_several_go_into_one_archive_under_names_of_their_own(store: ConversationStore, tmp_path: Path) -> None:
    for title in ("same", "Same", "", "CON", "../../etc/passwd", "a\u202egnp.exe"):
        rich(store, title)
    write(store, tmp_path / "all.zip", ExportFormat.HTML)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        names = archive.namelist()
        assert all("Why is it so?" in archive.read(name).decode() for name in names)
    assert len(names) == len({name.casefold() for name in names}) == 6
    assert not any("/" in name or "\\" in name or "\u202e" in name or name.startswith("CON.") for name in names)


@pytest.mark.parametrize("kind", [ExportFormat.MARKDOWN, ExportFormat.HTML, ExportFormat.PDF])
def test_one_goes_into_a_file(store: ConversationStore, tmp_path: Path, kind: ExportFormat) -> None:
    rich(store)
    write(store, tmp_path / "new" / "one.out", kind)
    content = (tmp_path / "new" / "one.out").read_bytes()
    assert b"Why is it so?" in content
    assert content.startswith(b"%PDF") is (kind is ExportFormat.PDF)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["one.out"]


def test_what_is_gone_is_named(store: ConversationStore, tmp_path: Path) -> None:
    order = ExportOrder([rich(store).id, "gone"], ExportFormat.JSON, tmp_path / "x.json", OPTIONS)
    report = export(order, caller(store), lambda _: None)
    assert (report.conversations, report.missing) == (1, ["gone"])


def test_a_stopped_export_leaves_the_old_file(store: ConversationStore, tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_text("old")

    def progress(done: float) -> None:
        if done > 0:
            raise CancelledError

    order = ExportOrder([rich(store).id, rich(store).id], ExportFormat.JSON, target, OPTIONS)
    with pytest.raises(CancelledError):
        export(order, caller(store), progress)
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
    assert target.read_text() == "old"


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_title_is_a_file_name(title: str) -> None:
    name = file_name(title, "Untitled")
    assert name
    assert len(name.encode()) <= 170
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name.strip(" .") == name


def test_names_are_told_apart() -> None:
    taken: set[str] = set()
    assert [distinct(name, taken) for name in ("a", "A", "a", "a (2)")] == ["a", "A (2)", "a (3)", "a (2) (2)"]


def test_the_boxes_of_task_lists_are_drawn() -> None:
    page = markdown_as_html("- [x] done\n- [ ] open\n- [link]\n- `[x] code`\n\n[x] no list\n\n- [ ]", Typesetter())
    assert '<li dir="auto" class="task">☑ done</li>' in page
    assert '<li dir="auto" class="task">☐ open</li>' in page
    assert page.count("☑") == page.count("☐") == page.count("task") - 1 == 1
    assert '<p dir="auto">[x] no list</p>' in page
