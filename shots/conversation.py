"""What surrounds a conversation: actions, versions, its settings, the context. Sessions are the tests' fakes."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.chat.conversation import ContextCut, ConversationSettings, Message, MessageStatus
from app.engine.api import SamplingParams, ThinkingOutcome
from app.session.context.context_window import ContextParts
from app.session.context.conversation_summary import SummaryState
from app.settings.schema import ColourScheme
from app.ui.chat.messages.acting_view import ActingView
from app.ui.chat.own_settings.conversation_panel import ConversationPanel
from app.ui.chat.transcript.transcript import Transcript
from app.ui.i18n import install_language
from app.ui.theme import Theme
from shots.photographer import PATIENCE
from tests.helpers.fake_chat_session import FakeChatSession, Script, assistant, person
from tests.helpers.fake_conversation import FakeContext, FakeOwnChat, FakePresets
from tests.helpers.fake_sessions import sample_conversations
from tests.helpers.shell_window import Setup, Shell

SIZE = (1280, 820)
MODELS = {"/models/a.gguf": "Qwen3 8B Q4_K_M", "/models/b.gguf": "Qwen3 30B-A3B Q4_K_M"}
PRIMES = (
    "There are **25** primes below 100. The sieve of Eratosthenes lists them:\n\n```python\nprint(primes(100))\n```"
)
CHINESE = "红烧肉要先焯水，再用小火慢炖一个半小时，这样肉才会酥而不烂。冰糖要炒到琥珀色。"
SUMMARY = (
    "They spoke about prime numbers below 100 and a sieve in Python; 25 was the answer. Open: which is the largest? "
)
ARABIC = "كم عدد الأعداد الأولية الأصغر من مئة؟"


class Studio:
    """A window around fakes, and where its pictures go."""

    def __init__(self, prefix: str, out: Path, folder: Path) -> None:
        self.session = FakeChatSession(Script(answer="Two is the smallest prime number, and the only even one."))
        setup = Setup(rows=sample_conversations(), size=SIZE, transcript=self._transcript)
        self.shell = Shell(folder, setup)
        self.own = FakeOwnChat()
        self.presets = FakePresets(self.own)
        self.context = FakeContext()
        self.shell.page.use_context(self.context)
        self.shell.page.side.use(self._panel)
        self._prefix, self._out = prefix, out

    def shoot(self, name: str) -> None:
        """Save the window once everything has settled."""
        self.wait(0.4)
        self.shell.window.grab().save(str(self._out / f"{self._prefix}-chat-{name}.png"))

    def wait(self, seconds: float) -> None:
        """Let the program run for a while."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def show(self, messages: list[Message]) -> list[ActingView]:
        """Show these messages and return their views."""
        self.session.show(messages)
        deadline = time.monotonic() + PATIENCE
        while len(self.views()) < len(messages) and time.monotonic() < deadline:
            self.wait(0.3)  # a long conversation is opened step by step
        return self.views()

    def views(self) -> list[ActingView]:
        """Return the messages on the screen."""
        return [view for view in self.transcript.views() if isinstance(view, ActingView)]

    def popover(self, name: str) -> None:
        """Save what the meter opens to."""
        opened = self.shell.composer.open_context()
        self.wait(0.2)
        assert opened is not None
        opened.grab().save(str(self._out / f"{self._prefix}-chat-{name}.png"))
        opened.close()
        self.shell.composer.grab().save(str(self._out / f"{self._prefix}-chat-{name}-meter.png"))

    def _transcript(self, theme: Theme) -> Transcript:
        self.transcript = Transcript(theme, self.session)
        return self.transcript

    def _panel(self) -> ConversationPanel:
        panel = ConversationPanel(self.shell.theme, self.own, self.shell.model, lambda: MODELS)
        panel.use_presets(self.presets)
        return panel


def talk() -> list[Message]:
    """A conversation with something of everything."""
    return [
        person("How many prime numbers are there below 100, and how would I list them in Python?"),
        assistant(PRIMES, "There are 25 primes.", ThinkingOutcome.BUDGET),
        person("红烧肉怎么做才不会太硬？"),
        assistant(CHINESE, status=MessageStatus.STOPPED),
    ]


def messages(studio: Studio) -> None:
    """Actions on hover, versions, changed in place, the menu."""
    views = studio.show(talk())
    for view in views:
        view.set_hovered(hovered=True)
    studio.shoot("01-actions")
    views[2].start_edit()
    studio.shoot("02-changed-in-place")
    views[2].stop_edit()
    views[1].start_edit()
    studio.shoot("03-answer-changed")
    views[1].stop_edit()
    studio.session.edit(studio.session.messages[2].id, "And which one is the smallest?")
    studio.wait(3.0)
    studio.shoot("04-versions")
    menu = studio.views()[1].menu()
    menu.ensurePolished()
    menu.grab().save(str(studio._out / f"{studio._prefix}-chat-05-menu.png"))
    menu.close()


def settings(studio: Studio) -> None:
    """Beside the conversation, with values of the expert, over a narrow window."""
    studio.show(talk())
    window, page = studio.shell.window, studio.shell.page
    page.toggle_settings()
    studio.shoot("10-settings")
    instructions = "You are a patient teacher. Explain every step, and ask a question at the end."
    sampling = SamplingParams(temperature=0.85, top_k=40)
    studio.own.set_own_settings(ConversationSettings(system_prompt=instructions, thinking_sampling=sampling))
    studio.presets.save("Patient teacher")
    page.top_bar.mark_settings(own=True)
    panel = page.side.panel
    assert isinstance(panel, ConversationPanel)
    panel.more.setChecked(True)
    studio.shoot("11-settings-expert")
    panel.inside.verticalScrollBar().setValue(10_000)
    studio.shoot("12-settings-expert-end")
    window.resize(480, 720)
    studio.shoot("13-settings-narrow")
    page.toggle_settings()
    studio.shoot("14-narrow")
    window.resize(*SIZE)


def context(studio: Studio) -> None:
    """The meter at three levels, what it opens to, the question, the line and the summary."""
    shown = studio.show(talk())
    source = studio.context
    for name, history in (("ok", 4_200), ("warn", 11_200), ("full", 13_900)):
        source.show_parts(ContextParts(system=180, history=history, attachments=2_300, message=64))
        studio.popover(f"30-parts-{name}")
    source.full_question.emit()
    studio.shoot("31-question")
    studio.shell.window.resize(480, 720)
    studio.shoot("32-question-narrow")
    studio.shell.window.resize(*SIZE)
    source.show_summary(SummaryState.WRITING, SUMMARY)
    studio.shoot("33-summarising")
    source.show_summary(SummaryState.WRITING, SUMMARY, done=2, total=8)
    studio.shoot("33-summarising-in-parts")
    source.show_summary(SummaryState.NONE)
    studio.session.set_cuts([ContextCut(studio.session.messages[2].id, SUMMARY * 3)])
    studio.shoot("34-line-and-summary")
    divider = shown[2].divider
    assert divider is not None
    divider.start_edit()
    studio.shoot("35-summary-changed")
    divider.stop_edit()
    studio.session.set_cuts([ContextCut(studio.session.messages[2].id)])
    studio.shoot("36-line")
    studio.session.set_cuts([])


def queue(studio: Studio) -> None:
    """Messages that wait, one being changed."""
    composer = studio.shell.composer
    studio.shell.chat.send("first")
    for text in ("And how many are there below 1,000?", CHINESE, "Thank you!"):
        composer.put_text(text)
        composer.submit()
    studio.shoot("40-queue")
    composer.queue_row.buttons()[2].click()
    studio.shoot("41-queue-changed")
    composer.queue_row.finish()
    composer.outbox.replace([])
    studio.shell.chat.finish()


def languages(studio: Studio) -> None:
    """Mirrored."""
    install_language(studio.shell.application, "ar")
    views = studio.show([person(ARABIC), assistant(PRIMES, "Hm."), person("And 2?"), assistant(CHINESE)])
    for view in views:
        view.set_hovered(hovered=True)
    studio.shell.page.toggle_settings()
    studio.shoot("20-arabic")
    studio.shell.page.toggle_settings()
    studio.context.full_question.emit()
    studio.session.set_cuts([ContextCut(studio.session.messages[2].id, ARABIC)])
    studio.shoot("22-arabic-question")
    studio.popover("23-arabic-parts")
    views[0].start_edit()
    studio.shoot("21-arabic-changed")
    install_language(studio.shell.application, "en")


SCENES: tuple[Callable[[Studio], None], ...] = (messages, settings, context, queue, languages)


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    application = QApplication(sys.argv[:1])
    install_language(application, "en")
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(f"{scheme}-{scale}x", out, Path(folder))
        studio.shell.theme.choose(ColourScheme(scheme))
        studio.shell.show()
        for scene in SCENES:
            scene(studio)
        studio.transcript.close_workers()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
