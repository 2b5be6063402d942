"""Which parts of a long document go with a question that is changed, or asked after the oldest turns were left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.chat.conversation import AttachmentPart, ContextCut
from app.documents.quoting import sent_numbers
from app.session.attachments.attachment_items import Choice
from app.session.attachments.attachments_session import AttachmentsSession
from app.session.models.model_session import ModelState
from tests.session.conftest import Session
from tests.session.test_attachments import LONG, SECONDS, attachments, settled

__all__ = ["attachments"]


class Asking:
    """A conversation about a list of prices that is sent in parts."""

    def __init__(self, qtbot: QtBot, session: Session, attachments: AttachmentsSession) -> None:
        self.qtbot, self.chat, self.attachments = qtbot, session.chat, attachments
        self.chat.choose_parts = attachments.choose_again
        session.models.ensure()
        qtbot.waitUntil(lambda: session.models.state is ModelState.READY, timeout=SECONDS)
        attachments.add_text("prices", LONG)
        attachments.choose(settled(qtbot, attachments)[0].id, Choice.RELEVANT)
        settled(qtbot, attachments)

    def ask(self, question: str) -> list[AttachmentPart]:
        """Ask with what the question needs, which is returned."""
        return self._answered(lambda: self.chat.send(question, self.attachments.take(question)))

    def change(self, index: int, question: str) -> list[AttachmentPart]:
        """Change a question, and return what it needs now."""
        return self._answered(lambda: self.chat.edit(self.chat.messages[index].id, question))

    def _answered(self, act: Callable[[], object]) -> list[AttachmentPart]:
        with self.qtbot.waitSignal(self.chat.answer_finished, timeout=SECONDS):
            act()
        assert self.chat.conversation
        self.attachments.for_conversation(self.chat.conversation.id)
        return self.chat.messages[-2].attachments


@pytest.fixture
def asking(qtbot: QtBot, session: Session, attachments: AttachmentsSession) -> Asking:
    return Asking(qtbot, session, attachments)


def test_a_changed_question_takes_other_parts_along(asking: Asking) -> None:
    (first,) = asking.ask("What is the price of item 77?")
    (other,) = asking.change(0, "What is the price of item 301?")
    assert "The price of item 301 is" in other.sent_text
    assert "The price of item 77 is" not in other.sent_text
    assert (other.text, other.document_id) == (first.text, first.document_id)
    asking.ask("And of item 150?")
    (later,) = asking.change(2, "And of item 222?")
    assert "The price of item 222 is" in later.sent_text
    assert later.text == ""
    assert not set(sent_numbers(other.sent_text)) & set(sent_numbers(later.sent_text))
    assert later.token_count > 0


def test_parts_that_were_left_out_with_the_oldest_turns_come_again(asking: Asking) -> None:
    asking.ask("What is the price of item 77?")
    asking.ask("Hello")
    assert all("The price of item 77 is" not in part.sent_text for part in asking.attachments.take("And of item 77?"))
    asking.chat.set_cuts([ContextCut(asking.chat.messages[2].id)])
    (again,) = asking.ask("And of item 77?")
    assert "The price of item 77 is" in again.sent_text
    (changed,) = asking.change(4, "And of item 77, please?")
    assert "The price of item 77 is" in changed.sent_text
