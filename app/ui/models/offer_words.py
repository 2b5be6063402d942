"""What a quant costs and gives, without any knowledge of quants."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.catalog.offers import CONTEXT, Offer, OfferedModel
from app.session.models.discover_wording import quality_sentence
from app.ui.models.file_words import thinking_words
from app.ui.models.measures import context_size
from app.ui.models.offer_row import Availability, OfferContent

translate = QCoreApplication.translate


def group_words(group: str) -> str:
    """Return "Small", "Balanced" or "Large"."""
    return {
        "small": translate("Offers", "Small"),
        "balanced": translate("Offers", "Balanced"),
        "large": translate("Offers", "Large"),
    }.get(group, group)


def quality_words(quality: str) -> str:
    """Say what a quant costs in quality; "" for one that nobody can judge."""
    return {
        "none": translate("Offers", "no loss"),
        "hardly": translate("Offers", "hardly any loss"),
        "slight": translate("Offers", "slight loss"),
        "noticeable": translate("Offers", "noticeable loss"),
        "strong": translate("Offers", "strong loss"),
    }.get(quality, "")


def catalogue_facts(model: OfferedModel) -> str:
    """Return "8.2B · thinking: switch and budget · 119 languages · up to 128k context · Apache-2.0"."""
    entry, locale = model.entry, QLocale()
    words = []
    if entry.active_parameters < entry.parameters:
        words.append(
            translate("Offers", "{part} of {all} active").format(
                part=_billions(entry.active_parameters), all=_billions(entry.parameters)
            )
        )
    words.append(thinking_words(model.thinking))
    if entry.languages:
        words.append(translate("Offers", "{number} languages").format(number=locale.toString(entry.languages)))
    words.append(translate("Models", "up to {size} context").format(size=context_size(model.context)))
    return " · ".join(filter(None, [*words, model.licence]))


def _billions(count: int) -> str:
    digits = 1 if count < 99_950_000_000 else 0
    return translate("Offers", "{number}B").format(number=QLocale().toString(count / 1e9, "f", digits))


def offer_content(name: str, offer: Offer, availability: Availability, *, marked: bool) -> OfferContent:
    """Return what a row says about an offer of the model ``name``."""
    files = len(offer.request.files)
    parts = translate("Offers", "{number} files").format(number=QLocale().toString(files)) if files > 1 else ""
    return OfferContent(
        name=f"{name} {offer.quantization}".strip(),
        quality=group_words(offer.group),
        loss=quality_words(offer.quality),
        loss_sentence=quality_sentence(offer.quality),
        quantization=offer.quantization,
        parts=parts,
        size=offer.size,
        exact=offer.exact,
        placement=offer.placement,
        estimated=offer.estimated,
        context=CONTEXT,
        recommended=offer.recommended,
        availability=availability,
        marked=marked,
    )
