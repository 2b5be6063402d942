"""Numbers and outcomes of an answer in a person's words, in their locale."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.chat.conversation import MessageStatus
from app.engine.api import StopReason, ThinkingOutcome, Usage

translate = QCoreApplication.translate


def number(value: int) -> str:
    """Return a count with the locale's separators."""
    return QLocale().toString(value)


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with a fixed count of digits after the point."""
    return QLocale().toString(value, "f", digits)


def tokens(count: int) -> str:
    """Return "1,268 tokens"."""
    if count == 1:
        return translate("Transcript", "1 token")
    return translate("Transcript", "{count} tokens").format(count=number(count))


def duration(seconds: float, *, tenths: bool = True) -> str:
    """Return "0.4 s", "18 s" or "2 min 5 s"; without ``tenths``, for a number that runs, whole seconds."""
    whole = max(0, round(seconds))
    if tenths and 0 < seconds < 9.95:
        return translate("Transcript", "{seconds} s").format(seconds=decimal(seconds))
    if whole < 60:
        return translate("Transcript", "{seconds} s").format(seconds=number(whole))
    return translate("Transcript", "{minutes} min {seconds} s").format(
        minutes=number(whole // 60), seconds=number(whole % 60)
    )


def outcome_words(outcome: ThinkingOutcome) -> str:
    """Return how thinking ended; "" when there is nothing to say."""
    return {
        ThinkingOutcome.NONE: "",
        ThinkingOutcome.BY_ITSELF: translate("Transcript", "ended by itself"),
        ThinkingOutcome.BUDGET: translate("Transcript", "stopped at the budget"),
        ThinkingOutcome.ANSWER_NOW: translate("Transcript", "you asked for the answer"),
        ThinkingOutcome.LOOP: translate("Transcript", "went round in circles"),
        ThinkingOutcome.STOPPED: translate("Transcript", "stopped"),
        ThinkingOutcome.FAILED: translate("Transcript", "failed"),
        ThinkingOutcome.CONTEXT: translate("Transcript", "cut to leave room for the answer"),
    }[outcome]


def stop_words(reason: StopReason) -> str:
    """Return why an answer ended, as a sentence."""
    return {
        StopReason.END: translate("Transcript", "The model ended the answer."),
        StopReason.STOP_STRING: translate("Transcript", "A stop text ended the answer."),
        StopReason.MAX_TOKENS: translate("Transcript", "The answer reached its greatest length."),
        StopReason.CONTEXT_FULL: translate("Transcript", "The model's context is full."),
        StopReason.CANCELLED: translate("Transcript", "You stopped the answer."),
    }[reason]


def status_words(status: MessageStatus) -> str:
    """Return what to say under an answer that did not come to its end; "" for the others."""
    return {
        MessageStatus.GENERATING: "",
        MessageStatus.COMPLETE: "",
        MessageStatus.FAILED: "",
        MessageStatus.STOPPED: translate("Transcript", "You stopped this answer."),
        MessageStatus.INTERRUPTED: translate("Transcript", "Parley ended while this answer was being written."),
    }[status]


def usage_line(usage: Usage) -> str:
    """Return "38.2 tokens/s · first 0.2 s · 1,930 reused"."""
    parts = [
        translate("Transcript", "{speed} tokens/s").format(speed=decimal(usage.tokens_per_second)),
        translate("Transcript", "first {seconds} s").format(seconds=_first(usage)),
    ]
    if usage.reused_tokens:
        parts.append(translate("Transcript", "{count} reused").format(count=number(usage.reused_tokens)))
    return " · ".join(parts)


def _first(usage: Usage) -> str:
    return decimal(usage.seconds_to_first_token, 1 if usage.seconds_to_first_token >= 0.095 else 2)


def usage_details(usage: Usage, reason: StopReason | None) -> str:
    """Return the lines behind ``usage_line``."""
    rows = [
        translate("Transcript", "Read: {tokens} ({reused} reused from memory, {new} new)").format(
            tokens=tokens(usage.prompt_tokens),
            reused=number(usage.reused_tokens),
            new=number(max(0, usage.prompt_tokens - usage.reused_tokens)),
        ),
        translate("Transcript", "Thought: {tokens}").format(tokens=tokens(usage.thinking_tokens)),
        translate("Transcript", "Answer: {tokens}").format(tokens=tokens(usage.answer_tokens)),
        translate("Transcript", "First word after {seconds} s, {total} in all").format(
            seconds=_first(usage), total=duration(usage.total_seconds)
        ),
    ]
    if reason is not None:
        rows.append(stop_words(reason))
    return "\n".join(rows)
