"""What the Translate page says about its states, in whole sentences."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.translate.advice import Advice, AdviceReason
from app.translate.guards import Fault
from app.translate.languages import Language
from app.translate.prompt import Tone
from app.ui.translate.language_names import shown_name


def tone_words(tone: Tone) -> str:
    """Return what a tone is called."""
    match tone:
        case Tone.DEFAULT:
            return QCoreApplication.translate("Translate", "As in the text")
        case Tone.FORMAL:
            return QCoreApplication.translate("Translate", "Formal")
        case Tone.INFORMAL:
            return QCoreApplication.translate("Translate", "Informal")
        case other:
            assert_never(other)


def quality_words(source: Language | None, target: Language) -> str:
    """Return the quiet note about languages that models were not examined in; "" for all others."""
    weak = [shown_name(one) for one in (source, target) if one is not None and not one.evaluated]
    if not weak:
        return ""
    text = QCoreApplication.translate(
        "Translate", "{language}: Qwen3 learnt this language, but nobody has measured how well. Have it checked."
    )
    return text.format(language=", ".join(dict.fromkeys(weak)))


def advice_words(advice: Advice) -> str:
    """Return the hint at a better model."""
    match advice.reason:
        case AdviceReason.STARTER:
            text = QCoreApplication.translate(
                "Translate", "The built-in model knows a phrasebook only. {model} translates anything."
            )
        case AdviceReason.LANGUAGE:
            text = QCoreApplication.translate("Translate", "{model} knows these languages better.")
        case AdviceReason.LENGTH:
            text = QCoreApplication.translate("Translate", "{model} keeps to the thread of long texts better.")
        case other:
            assert_never(other)
    return text.format(model=advice.model)


def fault_words(fault: Fault) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence each
    """Return what may be wrong with a sentence."""
    match fault:
        case Fault.EMPTY:
            return QCoreApplication.translate("Translate", "The model wrote nothing for this sentence.")
        case Fault.WRONG_LANGUAGE:
            return QCoreApplication.translate("Translate", "This does not look like the language asked for.")
        case Fault.COPY:
            return QCoreApplication.translate("Translate", "This sentence was not translated.")
        case Fault.CHATTER:
            return QCoreApplication.translate("Translate", "The model talks about the translation here.")
        case Fault.LOOP:
            return QCoreApplication.translate("Translate", "The model repeats itself here.")
        case Fault.LOST_PLACEHOLDER:
            return QCoreApplication.translate("Translate", "A placeholder, an address, a tag or an emoji is missing.")
        case Fault.LOST_NUMBER:
            return QCoreApplication.translate("Translate", "A number is missing or another one.")
        case Fault.GLOSSARY_MISS:
            return QCoreApplication.translate("Translate", "A word of the glossary is missing.")
        case Fault.TOO_LONG:
            return QCoreApplication.translate("Translate", "This is much longer than the sentence it translates.")
        case Fault.TOO_SHORT:
            return QCoreApplication.translate("Translate", "This is much shorter than the sentence it translates.")
        case Fault.CUT:
            return QCoreApplication.translate("Translate", "The model did not come to an end here.")
        case other:
            assert_never(other)
