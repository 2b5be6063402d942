"""What is said in the place of an answer, or under one that did not come to its end."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.chat.conversation import Message, MessageStatus
from app.session.chat.live_answer import AnswerPhase, LiveAnswer
from app.session.wording import problem_for
from app.ui.chat import words
from app.ui.icons import pixmap
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import FlatButton, Look

RADIUS = 12
PADDING = 14
ICON = 18
RETRY = Look(height=34, padding=12, font_size=13, border="control_line", background="background", centred=True)


class CardTone(StrEnum):
    """How the card looks."""

    QUIET = "quiet"  # one muted line: what is going on, or that the person stopped it
    BAD = "bad"


class StatusCard(QWidget):
    """A line or a card with a button. Its owner calls ``fit`` and sets its geometry."""

    retry_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tone = CardTone.QUIET
        self.sentence = QLabel(self)
        self.advice = QLabel(self)
        for label in (self.sentence, self.advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_kind(self.advice, "card-advice")
        self.retry = FlatButton(theme, RETRY, "regenerate", self)
        self.retry.clicked.connect(self.retry_asked)
        theme.changed.connect(self.update)

    def show_progress(self, live: LiveAnswer) -> None:
        """Say what happens before the first word."""
        if live.phase is AnswerPhase.READING and live.prompt_total:
            text = self.tr("Reading your message… {done} of {total} tokens").format(
                done=words.number(live.prompt_done), total=words.number(live.prompt_total)
            )
        elif live.phase is AnswerPhase.READING:
            text = self.tr("Reading your message…")
        else:
            text = self.tr("Getting the model ready…")
        self._show(CardTone.QUIET, text, "", retry=False)

    def show_end(self, message: Message, *, last: bool) -> bool:
        """Say how the message ended; False when there is nothing to say. Only the last one can be tried again."""
        if message.status is MessageStatus.FAILED:
            problem = problem_for(message.error)
            self._show(CardTone.BAD, problem.sentence, problem.advice, retry=last)
            return True
        text = words.status_words(message.status)
        if message.status is MessageStatus.INTERRUPTED and message.error:  # by the engine's end, not by Parley's
            text = problem_for(message.error).sentence
        self._show(CardTone.QUIET, text, "", retry=False)
        return bool(text)

    def fit(self, width: int) -> int:
        """Lay out for a width in pixels and return the height."""
        if self.tone is CardTone.QUIET:
            height = max(24, self.sentence.heightForWidth(width))
            self.sentence.setGeometry(0, 0, width, height)
            return height
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = PADDING + ICON + 10
        inner = width - start - PADDING
        first = self.sentence.heightForWidth(inner)
        second = self.advice.heightForWidth(inner) if self.advice.text() else 0
        left = PADDING if mirrored else start
        self.sentence.setGeometry(left, PADDING, inner, first)
        self.advice.setGeometry(left, PADDING + first + 2, inner, second)
        bottom = PADDING + first + 2 + second
        if not self.retry.isHidden():
            size = self.retry.sizeHint()
            x = width - start - size.width() if mirrored else start
            self.retry.setGeometry(x, bottom + 10, size.width(), size.height())
            bottom += 10 + size.height()
        return bottom + PADDING

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.tone is CardTone.QUIET:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bad_background"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        drawn = pixmap("warning", self._theme.colour("bad").name(), ICON, self.devicePixelRatioF())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.drawPixmap(self.width() - PADDING - ICON if mirrored else PADDING, PADDING + 1, drawn)

    def _show(self, tone: CardTone, sentence: str, advice: str, *, retry: bool) -> None:
        self.tone = tone
        set_kind(self.sentence, "card-quiet" if tone is CardTone.QUIET else "card-sentence")
        self.sentence.setText(sentence)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.retry.set_words(self.tr("Retry"))
        self.retry.setVisible(retry)
        self.update()
