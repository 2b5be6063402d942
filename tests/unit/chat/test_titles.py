from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.chat.titles import MAX_COLUMNS, title_from

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("What is 347 + 268 + 119?", "What is 347 + 268 + 119?"),
        ("  \n\n  two   spaces\tand tabs \nsecond line", "two spaces and tabs"),
        ("# A heading\ntext", "A heading"),
        ("- **bold** and `code`", "bold and code"),
        ("1. first of a list", "first of a list"),
        ("1.5 litres of water", "1.5 litres of water"),
        ("snake_case and 2*3*4 stay", "snake_case and 2*3*4 stay"),
        ("```python\nprint('hi')\n```", "print('hi')"),
        ("***\n---\nafter rules", "after rules"),
        ("", ""),
        ("   \n\t\n", ""),
        ("?!", ""),
        ("😀", "😀"),
        ("-5 + 3?", "5 + 3?"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        (
            "Please explain to me how photosynthesis works in plants that live in deserts",
            "Please explain to me how photosynthesis works…",
        ),
        ("Translate this for me, please. It is a long letter that I got yesterday.", "Translate this for me, please."),
        ("Hi! Can you explain the difference between lists and tuples in Python?",
         "Can you explain the difference between lists…"),
        ("Hi!", "Hi!"),
        ("Hello there, everyone", "Everyone"),
        ("hey - what is up?", "hey - what is up?"),
        ("你好，请帮我写一封给房东的信。", "请帮我写一封给房东的信。"),
        ("你好！", "你好！"),
        ("السلام عليكم ورحمة الله وبركاته، أريد مساعدة", "أريد مساعدة"),
        ("اكتب لي رسالة رسمية إلى مديري أطلب فيها إجازة لمدة أسبوعين بسبب ظروف عائلية طارئة",
         "اكتب لي رسالة رسمية إلى مديري أطلب فيها إجازة…"),
        ("```python\ndef f(x):\n  return x\n```\nWhat does this do?", "What does this do?"),
        ("> quoted\n\nWhat do you think?", "What do you think?"),
        ("> only quoted", "only quoted"),
        ("## Task\nWrite a poem about autumn", "Write a poem about autumn"),
        ("# Task", "Task"),
        ("https://example.com/a/very/long/path?with=query summarise this", "example.com summarise this"),
        ("https://example.com/a/b", "https://example.com/a/b"),
        ("请用简单的语言向一个十岁的孩子解释量子纠缠是什么以及它为什么重要",
         "请用简单的语言向一个十岁的孩子解释量子纠缠是什…"),
        ("今天天气怎么样？我想知道要不要带伞，因为我下午要出门去很远的地方。", "今天天气怎么样？"),
        ("日本の首都はどこですか。そしてその街の人口はどのくらいで、面積はどれほどでしょうか。",
         "日本の首都はどこですか。"),
        ("a" * 100, "a" * 47 + "…"),
    ],
)  # fmt: skip
def test_titles(question: str, title: str) -> None:
    assert title_from(question) == title


def test_thai_is_cut_between_characters_not_inside_one() -> None:
    text = "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทยและเป็นศูนย์กลางทางเศรษฐกิจที่สำคัญ"
    title = title_from(text)
    assert title.endswith("…")
    assert text.startswith(title[:-1])
    assert not unicodedata.category(text[len(title) - 1]).startswith("M")


def test_an_emoji_is_not_taken_apart() -> None:
    title = title_from(FAMILY * 20, columns=30)
    assert title.removesuffix("…").replace(FAMILY, "") == ""
    flags = title_from("🇩🇪" * 40)
    assert flags.removesuffix("…").replace("🇩🇪", "") == ""


def test_words_keep_their_joiners() -> None:
    assert title_from("می\u200cخواهم بدانم") == "می\u200cخواهم بدانم"


@given(st.text(max_size=300), st.integers(8, 60))
def test_a_title_is_short_visible_and_settled(question: str, columns: int) -> None:
    title = title_from(question, columns)
    width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in title if unicodedata.category(c) != "Mn")
    joiners = sum(c in "\u200c\u200d" for c in title)
    enclosing = sum(unicodedata.category(c) == "Me" for c in title)
    assert width - joiners - enclosing <= columns
    assert "\n" not in title
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in title)
    assert title == title.strip()


@given(st.text(alphabet="ab \u4e2d", min_size=1))
def test_a_title_says_only_what_the_question_says(question: str) -> None:
    title = title_from(question).removesuffix("…")
    assert " ".join(question.split()).startswith(title)


def test_the_default_width() -> None:
    assert len(title_from("word " * 50)) <= MAX_COLUMNS
