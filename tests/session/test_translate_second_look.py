"""Alternatives, own wording, review, back-translation, explanations, manner: what is asked, what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.engine.api import StopReason
from app.session.translate.rows import RowState
from app.system.paths import Paths
from app.translate.guards import Fault
from app.translate.prompt import Style, Tone
from tests.helpers.hand_lane import ByHand, asked, by_hand, saying


@pytest.fixture
def hand(qtbot: QtBot, paths: Paths) -> Iterator[ByHand]:
    it = by_hand(qtbot, paths)
    yield it
    it.close()


def test_other_wordings_come_once_each_and_never_the_one_that_stands(hand: ByHand) -> None:
    session = hand.session
    hand.translated("Hello. Thank you.", lambda text: {"Hello.": "Hallo."}.get(text, "Danke."))
    session.alternatives(0)
    assert len({job.request.sampling.seed for job in hand.lane.jobs}) == 3
    assert all("Hello." in asked(job) and "Thank you." not in asked(job) for job in hand.lane.jobs)
    busy = [session.busy_beside]
    for words in ("hello.", "Servus.", "Servus."):
        hand.lane.answer(saying(words))
    assert [*busy, session.busy_beside] == [True, False]
    assert session.rows[0].alternatives == ["Servus."]
    session.choose_alternative(0, "Servus.")
    assert session.target_text == "Servus. Danke."
    assert session.rows[0].alternatives == ["Hallo."]
    session.choose_alternative(0, "Hallo.")
    assert session.target_text == "Hallo. Danke."


def test_a_wording_with_a_serious_fault_is_not_offered(hand: ByHand) -> None:
    hand.translated("Hello {name}.", lambda _: "Hallo ⟦1⟧.")
    hand.session.alternatives(0)
    for words in ("Servus.", "", "Grüß Gott ⟦1⟧."):
        hand.lane.answer(saying(words))
    assert hand.session.rows[0].alternatives == ["Grüß Gott {name}."]


def test_the_persons_wording_stays_and_is_remembered(hand: ByHand) -> None:
    session = hand.session
    hand.translated("Hello. Thank you.", lambda _: "Hallo.")
    session.edit(0, "Servus!")
    requests = hand.lane.requests
    session.review()
    assert [asked(job).count("Hello.") for job in hand.lane.jobs] == [0]  # the other sentence alone
    hand.lane.answer(lambda _: "Danke.")
    assert session.target_text == "Servus! Danke."
    session.set_source("")
    hand.put("Hello.")
    assert session.target_text == "Servus!"
    assert hand.lane.requests == requests + 1


def test_editing_the_sentence_that_is_being_translated_ends_its_request(hand: ByHand) -> None:
    hand.put("Hello. Thank you.")
    hand.lane.grow(lambda _: "Hallo.", 0.5)
    hand.session.edit(0, "Servus.")
    hand.answer_all(lambda _: "Danke.")
    assert hand.session.target_text == "Servus. Danke."


@pytest.mark.parametrize(
    ("words", "reason", "wanted"),
    [
        ("Es kostet {price}, mein Freund.", StopReason.END, True),
        ("<translation>\nEs kostet {price}.\n</translation>", StopReason.END, True),
        ("Es kostet etwas.", StopReason.END, False),  # the placeholder is lost
        ("Es kostet {price}, mein", StopReason.MAX_TOKENS, False),
        ("", StopReason.END, False),
        ("it costs {price}.", StopReason.END, False),  # what was to be translated
        ("Sure! It is fine: {price} is what it costs, " * 8, StopReason.END, False),
    ],
)
def test_a_review_only_replaces_by_something_whole(hand: ByHand, words: str, reason: StopReason, wanted: bool) -> None:
    session = hand.session
    hand.translated("It costs {price}.", lambda _: "Das kostet ⟦1⟧.")
    session.review()
    assert "It costs {price}." in asked(hand.lane.jobs[0])
    assert "Das kostet {price}." in asked(hand.lane.jobs[0])
    hand.lane.answer(lambda _: words, reason)
    row = session.rows[0]
    assert (row.target != "Das kostet {price}.") is wanted
    assert row.alternatives == (["Das kostet {price}."] if wanted else [])
    assert Fault.LOST_PLACEHOLDER not in row.marks


def test_a_review_does_not_undo_what_the_person_chose_meanwhile(hand: ByHand) -> None:
    session = hand.session
    hand.translated("Hello.", lambda _: "Hallo.")
    session.review()
    session.edit(0, "Servus.")
    hand.lane.answer(lambda _: "Guten Tag.")
    assert session.target_text == "Servus."


def test_a_review_knows_tone_and_glossary(hand: ByHand) -> None:
    session = hand.session
    session.set_tone(Tone.FORMAL)
    session.set_think_harder(True)
    hand.settle()
    session.save_glossary([("house", "Haus")])
    hand.translated("The house.", lambda _: "Das Haus.")
    session.review()
    job = hand.lane.jobs[0]
    assert "formal tone" in asked(job)
    assert "“house” is “Haus”" in asked(job)
    assert job.request.thinking.enabled
    hand.lane.answer(lambda _: "Das Gebäude.")
    assert session.target_text == "Das Haus."


def test_the_translation_is_read_back_sentence_by_sentence(hand: ByHand) -> None:
    session, told = hand.session, list[str]()
    session.back_changed.connect(lambda: told.append("".join(row.back for row in session.rows)))
    hand.translated("Hello.\n- Thank you.", lambda text: text.replace("Hello", "Hallo").replace("Thank you", "Danke"))
    session.back_translate()
    assert "from German into English" in asked(hand.lane.jobs[0])
    assert "Hallo." in asked(hand.lane.jobs[0])
    hand.answer_all(lambda text: {"Hallo.": "Hello."}.get(text, "Thanks."))
    assert told == ["Hello.\n- ", "Hello.\n- Thanks."]
    assert session.target_text == "Hallo.\n- Danke."


def test_a_word_is_explained_in_the_language_of_the_window(hand: ByHand) -> None:
    session, told = hand.session, list[tuple[str, str]]()
    hand.settings.change(language="fr")
    session.explained.connect(lambda word, meaning: told.append((word, meaning)))
    hand.translated("The bank of the river.", lambda _: "Das Ufer des Flusses.")
    session.explain("Ufer", 0)
    assert "“Ufer”" in asked(hand.lane.jobs[0])
    assert "Write in French." in asked(hand.lane.jobs[0])
    hand.lane.answer(lambda _: " La rive. ")
    assert told == [("Ufer", "La rive.")]


def test_another_text_ends_what_was_asked_beside_the_old_one(hand: ByHand) -> None:
    session = hand.session
    hand.translated("Hello.", lambda _: "Hallo.")
    session.alternatives(0)
    session.back_translate()
    hand.put("")
    assert not hand.lane.jobs
    assert not session.busy_beside


def test_every_change_of_manner_translates_anew_and_back_again_costs_nothing(hand: ByHand) -> None:
    session = hand.session
    hand.translated("Hello.")
    changes: tuple[Callable[[], None], ...] = (
        lambda: session.set_tone(Tone.INFORMAL),
        lambda: session.set_domain("letters"),
        session.more_literal,
        session.more_natural,
        lambda: session.set_think_harder(True),
    )
    words = ("informal tone", "about: letters", "literally", "freely", "")
    for change, told in zip(changes, words, strict=True):
        requests = hand.lane.requests
        change()
        hand.settle()
        assert hand.lane.requests == requests + 1
        assert told in asked(hand.lane.jobs[0])
        hand.answer_all()
    styles = [session.style]
    session.more_natural()
    assert [*styles, session.style] == [Style.NATURAL, Style.DEFAULT]
    hand.answer_all()
    requests = hand.lane.requests
    session.set_think_harder(False)
    session.set_domain("")
    session.set_tone(Tone.DEFAULT)
    hand.answer_all()
    assert hand.lane.requests == requests
    assert session.target_text == "HELLO."


def test_thinking_harder_is_for_one_text(hand: ByHand) -> None:
    session, thinks = hand.session, list[bool]()
    session.set_think_harder(True)  # before there is a text: meant for the one that comes
    for text in ("Hello.", "Hello. Thank you.", "Something else altogether?"):
        hand.put(text)
        thinks.append(session.think_harder)
        session._cool()
        hand.settle()
        thinks.append(hand.lane.jobs[0].request.thinking.enabled)
        hand.answer_all()
    assert thinks == [True, True, True, True, False, False]


# --- the pair ---


def test_a_pair_of_two_languages_turns_round_by_itself(hand: ByHand) -> None:
    session = hand.session
    session.target_language, session.source_language = "en", "de"
    hand.translated("Wo ist bitte der Bahnhof? Ich habe eine Frage.")
    hand.translated("Could you tell me where the station is, please?")
    assert (session.source_language, session.target_language) == ("en", "de")
    hand.translated("Das weiß ich leider auch nicht, fragen Sie bitte dort drüben.")
    assert (session.source_language, session.target_language) == ("de", "en")


def test_a_corrected_direction_is_not_turned_round(hand: ByHand) -> None:
    session = hand.session
    hand.translated("Could you tell me where the station is, please?")
    session.source_language = "de"
    hand.settle()
    hand.put("Could you tell me where the station is, please? Thank you.")
    assert session.source_language == "de"


def test_swapping_translates_what_looks_the_same(hand: ByHand) -> None:
    """A name stays as it is in one direction; in the other one it is asked for all the same."""
    session = hand.session
    hand.translated("Hotel Gift Salon", lambda text: text)
    session.swap()
    hand.settle()
    assert (session.source_language, session.target_language) == ("de", "en")
    assert session.source == "Hotel Gift Salon"
    assert "from German into English" in asked(hand.lane.jobs[0])


def test_a_pair_without_a_text_is_swapped_too(qtbot: QtBot, paths: Paths) -> None:
    hand = by_hand(qtbot, paths, source="", target="fr")
    session = hand.session
    session.swap()
    first = (session.source_language, session.target_language)
    session.swap()
    hand.settle()
    hand.close()
    assert first[0] == "fr"
    assert first[1] != "fr"
    assert (session.target_language, session.source_language) == first


def test_chosen_languages_are_remembered_newest_first(hand: ByHand) -> None:
    session = hand.session
    for code in ("fr", "ja"):
        session.target_language = code
    assert session.recent_languages[:2] == ["ja", "en"]
    assert "fr" in session.recent_languages


# --- stopping ---


def test_stop_keeps_what_is_there_and_go_on_does_the_rest(hand: ByHand) -> None:
    session = hand.session
    hand.put("Hello. Thank you. Goodbye.")
    hand.lane.answer(str.upper)
    session.stop()
    assert not hand.lane.jobs
    assert session.target_text.startswith("HELLO.")
    session.go_on()
    hand.answer_all()
    assert session.target_text == "HELLO. THANK YOU. GOODBYE."
    assert [row.state for row in session.rows if row.source.translate] == [RowState.DONE] * 3


@pytest.mark.parametrize("wish", ["tone", "language", "swap"])
def test_whoever_asks_for_something_else_after_a_stop_gets_it(hand: ByHand, wish: str) -> None:
    """The whole translation is gone then; without beginning again an empty page would stay."""
    session = hand.session
    hand.put("Hello. Thank you.")
    hand.lane.answer(str.upper)
    session.stop()
    stopped = [session.stopped]
    match wish:
        case "tone":
            session.set_tone(Tone.FORMAL)
        case "language":
            session.target_language = "fr"
        case _:
            session.swap()
    hand.settle()
    assert [*stopped, session.stopped] == [True, False]
    hand.answer_all()
    assert all(row.state is RowState.DONE for row in session.rows if row.source.translate)
