"""Why a model is placed as it is, in sentences; translated when shown."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.placement.plan import Placement, Reason
from app.session.wording import number

translate = QCoreApplication.translate


def explanation(placement: Placement) -> str:
    """Return the planner's reasons as one paragraph. Of a card that failed, ``GraphicsSession`` speaks."""
    return " ".join(filter(None, (_sentence(reason, placement) for reason in placement.reasons)))


def _sentence(reason: Reason, placement: Placement) -> str:
    return _place(reason) or _context(reason, placement)


def _place(reason: Reason) -> str:
    """Return why the weights are where they are; "" for reasons that speak of something else."""
    return {
        Reason.ALL_ON_GPU: translate("Session", "The whole model fits on the graphics card."),
        Reason.NO_GPU: translate("Session", "Parley found no graphics card to use, so the processor does the work."),
        Reason.GPU_TOO_SMALL: translate(
            "Session", "The graphics card has too little free memory for all of it, so the rest runs on the processor."
        ),
        Reason.EXPERTS_TO_CPU: translate(
            "Session",
            "The model's experts are shared between graphics card and processor; everything else runs on the card.",
        ),
    }.get(reason, "")


def _context(reason: Reason, placement: Placement) -> str:
    match reason:
        case Reason.KV_Q8:
            return translate("Session", "The context is compressed to make room; answers are as good as without.")
        case Reason.CONTEXT_REDUCED:
            return translate("Session", "The context is shorter than usual, because memory is short.")
        case Reason.CONTEXT_EXTENDED:
            return translate(
                "Session",
                "The context is stretched beyond the {tokens} tokens that the model was trained with (YaRN); "
                "short conversations may be a little worse for it.",
            ).format(tokens=number(placement.yarn_original))
        case Reason.MEMORY_SHORT:
            return translate(
                "Session", "There is not enough memory. Close other programs, or choose a shorter context."
            )
        case Reason.REMEMBERED:
            return translate("Session", "This is what worked the last time.")
        case Reason.ALL_ON_GPU | Reason.NO_GPU | Reason.GPU_FAULTY | Reason.GPU_TOO_SMALL | Reason.EXPERTS_TO_CPU:
            return ""
        case _:
            assert_never(reason)
