"""Everything that a person can do, in any order and without waiting for what was done before: nothing is lost by it."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from operator import methodcaller

import pytest

from app.chat.conversation import ContextCut, Conversation, ConversationSettings, Message, MessageStatus
from app.chat.store import ConversationStore
from app.session.models.model_session import ModelState
from app.session.notices import Notice
from tests.session.person import MS, Person

SEED = 20261122
SOME, MANY = 3, 150
OFTEN = ("send", "endless", "stop", "undo", "answer now")
SELDOM = ("load", "unload", "kill")
PAUSES = (0, 0, 1, 5, 20, 60)  # milliseconds


class Restless:
    """Acts on whatever is shown. ``acts``: what was done, in order."""

    def __init__(self, person: Person, rng: random.Random, *, kills: bool) -> None:
        self.chat, self.listed, self.models = person.chat, person.session.conversations, person.session.models
        self.person, self.rng, self.acts = person, rng, list[str]()
        self.notices: list[Notice] = []
        self.made: dict[str, None] = {}
        for signal_ in (self.chat.notice, self.listed.notice):
            signal_.connect(self.notices.append)
        self.chat.conversation_saved.connect(self._saved)
        self.choices = self._to_messages() | self._to_conversations() | self._to_settings()
        if kills:
            self.choices["kill"] = self._kill

    def act(self) -> None:
        weights = [3.0 if name in OFTEN else 0.3 if name in SELDOM else 1.0 for name in self.choices]
        (name,) = self.rng.choices([*self.choices], weights)
        self.acts.append(name)
        self.choices[name]()
        self.person.qtbot.wait(self.rng.choice(PAUSES))

    def come_to_rest(self) -> None:
        """Stop whatever is written, again and again, until nothing is."""

        def rests() -> bool:
            self.chat.stop()
            return not self.chat.busy and self.models.state is not ModelState.LOADING

        self.person.qtbot.waitUntil(rests, timeout=MS)
        for _ in range(3):  # what was read from the store may lead to another reading
            self.person.from_store(lambda store: store.folders())

    def _to_messages(self) -> dict[str, Callable[[], object]]:
        chat = self.chat
        return {
            "send": lambda: chat.send(f"Why {self.rng.random()}?"),
            "endless": lambda: chat.send("endless question"),
            "stop": chat.stop,
            "answer now": chat.answer_now,
            "undo": self._undo,
            "regenerate": lambda: chat.regenerate(self._message()),
            "think longer": lambda: chat.think_longer(self._message()),
            "at once": lambda: chat.answer_without_thinking(self._message()),
            "continue": lambda: chat.continue_answer(self._message()),
            "edit": lambda: chat.edit(self._message(), f"Edited {self.rng.random()}"),
            "version": lambda: chat.show_version(self.rng.choice(chat.versions(self._message()))),
            "delete message": lambda: chat.delete_message(self._message()),
            "retry": lambda: chat.retry_in(self._conversation()),
        }

    def _to_conversations(self) -> dict[str, Callable[[], object]]:
        chat, listed = self.chat, self.listed
        return {
            "fork": lambda: chat.fork(self._message()),
            "open": lambda: chat.open_conversation(self._conversation()),
            "new": chat.new_conversation,
            "delete": lambda: listed.delete([self._conversation()]),
            "archive": lambda: listed.set_archived([self._conversation()], archived=True),
            "rename": lambda: listed.rename(self._conversation(), f"Named {self.rng.random()}"),
            "pin": lambda: listed.set_pinned(self._conversation(), self.rng.random() < 0.5),
        }

    def _to_settings(self) -> dict[str, Callable[[], object]]:
        chat, rng = self.chat, self.rng
        return {
            "thinking": lambda: chat.set_thinking(rng.random() < 0.5),
            "settings": lambda: chat.set_own_settings(ConversationSettings(system_prompt=rng.choice(["", "Be kind."]))),
            "cut": lambda: chat.set_cuts([ContextCut(self._message(), "They spoke.")]),
            "load": lambda: self.models.load(rng.choice(["/models/good.gguf", "/models/never.gguf"])),
            "unload": self.models.unload,
        }

    def _message(self) -> str:
        return self.rng.choice(self.chat.messages).id if self.chat.messages else "none"

    def _conversation(self) -> str:
        return self.rng.choice([*self.made]) if self.made else "none"

    def _saved(self, conversation: Conversation) -> None:
        self.made[conversation.id] = None

    def _undo(self) -> None:
        undos = [notice.undo for notice in self.notices if notice.undo is not None]
        if undos:
            self.rng.choice(undos[-3:])()

    def _kill(self) -> None:
        if process := self.person.session.engine.process_id:
            os.kill(process, signal.SIGKILL)


def check(person: Person) -> None:
    """What is shown is what is on disk."""
    chat = person.chat

    def read(store: ConversationStore) -> tuple[list[Conversation], list[Message]]:
        found = store.list_conversations(archived=None)
        return found, [message for row in found for message in store.load_messages(row.id)]

    (rows, messages) = found if isinstance(found := person.from_store(read), tuple) else ([], [])
    assert MessageStatus.GENERATING not in {message.status for message in messages}
    listed = {row.id: (row.title, row.pinned) for row in person.session.conversations.rows()}
    assert listed == {row.id: (row.title, row.pinned) for row in rows if not row.archived}
    shown = chat.conversation
    if shown is None:
        return
    row = next(row for row in rows if row.id == shown.id)
    assert (row.settings, row.cuts, row.thinking_enabled) == (shown.settings, shown.cuts, shown.thinking_enabled)
    assert person.from_store(lambda store: store.load_branch(row.id, row.leaf_id)) == chat.messages
    for message in chat.messages:
        assert person.from_store(methodcaller("siblings", message.id)) == chat.versions(message.id)


def be_restless(person: Person, seed: int, steps: int) -> None:
    restless = Restless(person, random.Random(seed), kills=seed % 2 == 1)
    for _ in range(steps):
        restless.act()
    restless.come_to_rest()
    try:
        check(person)
    except AssertionError as error:
        error.add_note(f"seed {seed}: " + ", ".join(restless.acts))
        raise


@pytest.mark.parametrize("seed", range(SEED, SEED + SOME))
def test_whatever_a_person_does_what_is_shown_is_what_is_kept(person: Person, seed: int, allow_warnings: None) -> None:
    be_restless(person, seed, 60)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(SEED + SOME, SEED + MANY))
def test_so_it_is_after_much_more(person: Person, seed: int, allow_warnings: None) -> None:
    be_restless(person, seed, 200)
