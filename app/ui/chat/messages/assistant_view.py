"""An answer: the reasoning pane, the text over the whole column, how it ended, what can be done with it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.chat.conversation import Message
from app.engine.api import TextKind
from app.session.chat.live_answer import AnswerPhase, LiveAnswer
from app.ui.chat.messages.acting_view import ActingView
from app.ui.chat.messages.answer_footer import AnswerFooter, can_go_on
from app.ui.chat.messages.answer_view import AnswerText, AnswerView, Tools
from app.ui.chat.messages.message_menu import Entry
from app.ui.chat.messages.message_view import BLEED, Anchor, TranscriptSession
from app.ui.chat.messages.reasoning_pane import ReasoningPane
from app.ui.chat.messages.status_card import StatusCard

GAP = 12
HEAD = -2  # an anchor in the pane


class AssistantView(ActingView):
    """Shows one message of the model, also while it is being written."""

    def __init__(
        self, tools: Tools, session: TranscriptSession, text: AnswerText, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools.theme, session, parent)
        self._tools = tools
        self._last = False
        self._hovered = False
        self._answer_top = 0
        self.pane: ReasoningPane | None = None
        self.answer = AnswerView(tools, text, self)
        self.answer.height_changed.connect(self.height_changed)
        self.answer.link_activated.connect(self.link_activated)
        self.card = StatusCard(tools.theme, self)
        self.card.retry_asked.connect(session.retry)
        self.footer = AnswerFooter(tools.theme, self.versions, self.more, self)
        self.footer.copy_asked.connect(self._copy)
        self.footer.continue_asked.connect(lambda: session.continue_answer(self._id()))
        self.footer.regenerate_asked.connect(lambda: session.regenerate(self._id()))
        self.footer.longer_asked.connect(lambda: session.think_longer(self._id()))
        self.retranslate()

    @override
    def show_message(self, message: Message) -> None:
        self._message = message
        self._catch_up(message)
        thinking = message.thinking
        live = self._live()
        if thinking is not None:
            pane = self._need_pane()
            if live is not None and live.phase is AnswerPhase.THINKING:
                pane.show_thoughts(thinking.text)
            else:
                pane.show_finished(thinking)
        self._show_versions()
        self.show_cut()
        self.footer.show_message(message)
        self.show_live()
        self.height_changed.emit()

    def show_live(self) -> None:
        """Show the numbers of the answer being written, or that it is done."""
        live = self._live()
        if live is not None and live.phase is AnswerPhase.THINKING:
            self._need_pane().show_running(live)
        before = self._outline()
        self._show_card(live)
        generating = self._generating()
        self.footer.setVisible(not generating and self.editor is None)
        self.gap = 20 if generating else 8
        self._refresh_footer()
        answering = live is not None and live.phase is AnswerPhase.ANSWERING
        if not answering or self._outline() != before:  # ten times a second, mostly for numbers that it does not show
            self.height_changed.emit()

    def append(self, kind: TextKind, text: str) -> None:
        """Add what has just been written."""
        if kind is TextKind.THINKING:
            pane = self._need_pane()
            if not pane.running and (live := self._live()) is not None:
                pane.show_running(live)
            pane.append(text)
        else:
            self.answer.text.append(text)
        if not self.card.isHidden():
            self._show_card(self._live())

    @override
    def fit(self, width: int) -> int:
        y = self.fit_divider(width)
        if self.pane is not None:
            height = self.pane.fit(width)
            self.pane.setGeometry(BLEED, y, width, height)
            y += height + (GAP if self.answer.text.source else 0)
        self._answer_top = y
        if self.editor is not None:
            height = self.editor.fit(width)
            self.editor.setGeometry(BLEED, y, width, height)
            return y + height
        answer = self.answer.fit(width)
        self.answer.setGeometry(BLEED, y, width, answer)
        y += answer
        if not self.card.isHidden():
            height = self.card.fit(width)
            y += GAP if y else 0
            self.card.setGeometry(BLEED, y, width, height)
            y += height
        if not self.footer.isHidden():
            height = self.footer.fit(width + 2 * BLEED)
            self.footer.setGeometry(0, y + 4, width + 2 * BLEED, height)
            y += height + 4
        return y

    @property
    @override
    def unread(self) -> bool:
        return not self.answer.text.complete

    @property
    @override
    def content_height(self) -> int:
        return self.answer.height_now

    @override
    def advance(self, deadline: float) -> bool:
        return self.answer.advance(deadline)

    @override
    def reveal(self, top: int, bottom: int, deadline: float) -> bool:
        return self.answer.reveal(top - self._answer_top, bottom - self._answer_top, deadline)

    @override
    def anchor(self, y: int) -> Anchor:
        if y < self._answer_top:
            return (HEAD, y)
        return self.answer.anchor(y - self._answer_top)

    @override
    def locate(self, anchor: Anchor) -> int:
        if anchor[0] == HEAD:
            return min(anchor[1], self._answer_top)
        return self._answer_top + self.answer.locate(anchor)

    @override
    def set_last(self, *, last: bool) -> None:
        if last != self._last:
            self._last = last
            self._show_card(self._live())
            self._refresh_footer()

    @override
    def set_hovered(self, *, hovered: bool) -> None:
        self._hovered = hovered
        self._refresh_footer()

    @override
    def holds_attention(self) -> bool:
        pane = self.pane is not None and self.pane.holds_attention()
        return pane or self.answer.holds_attention() or super().holds_attention()

    @override
    def editor_changed(self) -> None:
        self.answer.setVisible(self.editor is None)
        self.show_live()
        self.height_changed.emit()

    @override
    def entries(self) -> list[Entry]:
        copy = Entry("copy", self.tr("Copy"), self._copy)
        if self._generating():
            return [copy]
        return [copy, *self._answer_entries(), *self._common_entries()]

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(self.tr("Answer"))
        self.footer.retranslate()
        if self._message is not None:
            self._show_card(self._live())

    def _answer_entries(self) -> list[Entry]:
        session, key, busy = self._session, self._id(), self._busy_reason()
        thought = self._message is not None and self._message.thinking is not None
        again = Entry("regenerate", self.tr("Regenerate"), lambda: session.regenerate(key), busy, apart=True)
        on = Entry("play", self.tr("Continue"), lambda: session.continue_answer(key), busy)
        more = self.tr("Think longer") if thought else self.tr("Answer with thinking")
        unable = "" if session.can_think else self.tr("This model does not think before it answers.")
        longer = Entry("thinking", more, lambda: session.think_longer(key), busy or unable)
        at_once = Entry(
            "answer_now", self.tr("Answer without thinking"), lambda: session.answer_without_thinking(key), busy
        )
        change = Entry("edit", self.tr("Change the answer"), self.start_edit)
        goes_on = self._message is not None and can_go_on(self._message)
        return [again, *([on] if goes_on else []), longer, at_once, change]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.answer.text.source)

    def _live(self) -> LiveAnswer | None:
        live = self._session.live
        return live if live is not None and live.message_id == self._id() else None

    def _need_pane(self) -> ReasoningPane:
        if self.pane is None:
            self.pane = ReasoningPane(self._tools.theme, self)
            self.pane.height_changed.connect(self.height_changed)
            self.pane.answer_now.connect(self._session.answer_now)
            self.pane.think_longer.connect(lambda: self._session.think_longer(self._id()))
            self.setTabOrder(self.pane, self.answer)
            self.pane.show()
        return self.pane

    def _catch_up(self, message: Message) -> None:
        """Take text of the message that did not come through ``append``."""
        known = self.answer.text
        if message.text == known.source:
            return
        if message.text.startswith(known.source):
            known.append(message.text[len(known.source) :])
            return
        self.answer.hide()
        self.answer.deleteLater()
        self.answer = AnswerView(self._tools, AnswerText(message.text), self)
        self.answer.height_changed.connect(self.height_changed)
        self.answer.link_activated.connect(self.link_activated)
        self.answer.setVisible(self.editor is None)

    def _show_card(self, live: LiveAnswer | None) -> None:
        if live is not None:
            waiting = live.phase in {AnswerPhase.WAITING, AnswerPhase.READING}
            if waiting:
                self.card.show_progress(live)
            self.card.setVisible(waiting)
        elif self._message is not None:
            self.card.setVisible(self.card.show_end(self._message, last=self._last))
        if self.editor is not None:  # it stands in the place of everything below the thoughts
            self.card.hide()

    def _outline(self) -> tuple[bool, bool, int]:
        """What ``fit`` depends on besides the text and the thoughts."""
        return self.card.isHidden(), self.footer.isHidden(), self.gap

    def _refresh_footer(self) -> None:
        self.footer.set_wanted(wanted=self._last or self._hovered)
