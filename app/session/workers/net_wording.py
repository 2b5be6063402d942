"""What went wrong on the network -> a sentence and advice, translated when shown."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QLocale

from app.catalog.net_api import NetFailed, NetProblem, Source
from app.session.counted import Counted
from app.session.notices import Problem

translate = QCoreApplication.translate

ELSEWHERE_HELPS = frozenset(
    {
        NetProblem.NO_CONNECTION,
        NetProblem.DNS,
        NetProblem.TIMEOUT,
        NetProblem.CERTIFICATE,
        NetProblem.RATE_LIMITED,
        NetProblem.SERVER,
        NetProblem.UNEXPECTED_CONTENT,
        NetProblem.NOT_FOUND,
        NetProblem.GATED,
    }
)
"""Problems that the other hub may not have."""


def source_name(source: Source) -> str:
    """Return a hub's own name."""
    return {Source.HUGGING_FACE: "Hugging Face", Source.MODELSCOPE: "ModelScope"}[source]


def other_source(source: Source) -> Source:
    """Return the hub to offer when this one fails."""
    return Source.MODELSCOPE if source is Source.HUGGING_FACE else Source.HUGGING_FACE


def failed_problem(failed: NetFailed, source: Source) -> Problem:
    """Return what to say about a request that failed."""
    return net_problem(failed.problem, source, failed.detail, failed.retry_after, failed.needed, failed.available)


def net_problem(
    problem: NetProblem, source: Source, detail: str = "", retry_after: float = 0.0, needed: int = 0, available: int = 0
) -> Problem:
    """Return what to say about a problem with a hub or a download. Times in seconds, sizes in bytes."""
    hub = source_name(source)
    sentence, advice = (
        _connection(problem, hub)
        or _access(problem, hub, retry_after)
        or _file(problem, hub)
        or _disk(problem, needed, available)
        or (
            translate("Net", "Something went wrong in Parley while it used the network."),
            translate("Net", "Press Retry. If it happens again, report it."),
        )
    )
    return Problem(sentence, advice, detail)


Words = tuple[str, str]


def _connection(problem: NetProblem, hub: str) -> Words | None:
    internet = translate("Net", "Check this computer's connection to the internet.")
    known: dict[NetProblem, Words] = {
        NetProblem.NO_CONNECTION: (translate("Net", "{hub} cannot be reached.").format(hub=hub), internet),
        NetProblem.DNS: (
            translate("Net", "The address of {hub} was not found.").format(hub=hub),
            translate("Net", "Check the connection to the internet, and the address of the mirror if one is set."),
        ),
        NetProblem.TIMEOUT: (translate("Net", "{hub} does not answer.").format(hub=hub), internet),
        NetProblem.CERTIFICATE: (
            translate("Net", "The connection to {hub} is not safe: its certificate is not trusted here.").format(
                hub=hub
            ),
            translate(
                "Net",
                "A company's network or a virus scanner may be in between; its certificate has to be installed in the "
                "system. Also check the computer's date.",
            ),
        ),
        NetProblem.PROXY: (
            translate("Net", "The proxy server does not let the connection through."),
            translate("Net", "Check the proxy in the settings."),
        ),
    }
    return known.get(problem)


def _access(problem: NetProblem, hub: str, retry_after: float) -> Words | None:
    later = translate("Net", "Try again later.")
    if problem is NetProblem.RATE_LIMITED:
        sentence = translate("Net", "{hub} has been asked too often and wants a pause.").format(hub=hub)
        if retry_after > 0:
            minutes = max(1, math.ceil(retry_after / 60))
            later = Counted().later(minutes)
        return sentence, later
    known: dict[NetProblem, Words] = {
        NetProblem.NOT_FOUND: (
            translate("Net", "{hub} has no such model, or it is private.").format(hub=hub),
            translate("Net", "Check the name."),
        ),
        NetProblem.GATED: (
            translate("Net", "This model's owner wants its terms to be accepted first."),
            translate(
                "Net", "Open its page, sign in and accept the terms, then enter your access token in the settings."
            ),
        ),
        NetProblem.TOKEN: (
            translate("Net", "{hub} asks for an access token, or refuses the one that is set.").format(hub=hub),
            translate("Net", "Enter a valid token in the settings."),
        ),
        NetProblem.SERVER: (translate("Net", "{hub} has a problem of its own.").format(hub=hub), later),
    }
    return known.get(problem)


def _file(problem: NetProblem, hub: str) -> Words | None:
    retry = translate("Net", "Press Retry. What is good so far is kept.")
    elsewhere = translate("Net", "Choose another file of this model, or one from another owner.")
    known: dict[NetProblem, Words] = {
        NetProblem.UNEXPECTED_CONTENT: (
            translate("Net", "Something else came instead of {hub}'s answer.").format(hub=hub),
            translate("Net", "If this network has a sign-in page, open it in a browser, then press Retry."),
        ),
        NetProblem.CHANGED: (translate("Net", "The file was replaced on {hub} meanwhile.").format(hub=hub), retry),
        NetProblem.WRONG_CHECKSUM: (
            translate("Net", "What arrived is not the file that {hub} announced, so it is not used.").format(hub=hub),
            retry,
        ),
        NetProblem.NAME_REFUSED: (
            translate("Net", "The file has a name that Parley does not write to your disk."),
            elsewhere,
        ),
        NetProblem.PART_MISSING: (
            translate("Net", "A part of this model is missing on {hub}.").format(hub=hub),
            elsewhere,
        ),
        NetProblem.BAD_HEADER: (translate("Net", "This file is not a model that Parley can read."), elsewhere),
    }
    return known.get(problem)


def _disk(problem: NetProblem, needed: int, available: int) -> Words | None:
    folder = translate("Net", "Choose another folder for models in the settings.")
    if problem is NetProblem.DISK_FULL:
        sentence = translate("Net", "There is not enough room on the disk.")
        if needed:
            sentence = translate("Net", "There is not enough room on the disk: {needed} needed, {free} free.").format(
                needed=QLocale().formattedDataSize(needed), free=QLocale().formattedDataSize(available)
            )
        return sentence, translate("Net", "Make room, or choose another folder for models in the settings.")
    known: dict[NetProblem, Words] = {
        NetProblem.READ_ONLY: (translate("Net", "Parley may not write to the folder for models."), folder),
        NetProblem.IN_USE: (
            translate("Net", "Another window of Parley is downloading this model."),
            translate("Net", "Wait for it, or close it and press Retry."),
        ),
    }
    return known.get(problem)
