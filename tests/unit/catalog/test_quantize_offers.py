"""Which smaller copies are offered for a model that is here."""

from pathlib import Path

import msgspec
import pytest

from app.catalog.quantize_offers import quantize_offers
from app.engine.files_api import MODEL_TYPES
from app.engine.quantize_files import MARGIN_BYTES
from app.gguf.blueprint import blueprint_of, forecast, shape_of
from app.gguf.model import inspect
from app.system.paths import starter_model

TINY_Q4 = Path(__file__).resolve().parents[2] / "data" / "models" / "qwen3-tiny-hybrid-Q4_K_M.gguf"


def test_everything_smaller_is_offered_large_to_small() -> None:
    offers = quantize_offers(inspect(starter_model()).shape, 1 << 40)
    assert [offer.type for offer in offers] == [kind for kind in MODEL_TYPES if kind != "Q8_0"]
    assert [offer.bytes for offer in offers] == sorted((offer.bytes for offer in offers), reverse=True)
    assert all(offer.fits_disk for offer in offers)


@pytest.mark.parametrize("kind", ["F16", "BF16", "F32"])
def test_a_wide_model_can_become_any_type(kind: str) -> None:
    wide = shape_of(blueprint_of(inspect(starter_model()).shape), kind, "wide")
    assert [offer.type for offer in quantize_offers(wide, 1 << 40)] == list(MODEL_TYPES)


def test_what_has_lost_too_much_is_not_offered_again() -> None:
    shape = inspect(TINY_Q4).shape
    assert quantize_offers(shape, 1 << 40) == []
    assert quantize_offers(msgspec.structs.replace(shape, quantization=""), 1 << 40) == []


def test_the_disk_decides_which_fit() -> None:
    shape = inspect(starter_model()).shape
    limit = forecast(shape, "Q4_K_M") + MARGIN_BYTES
    fitting = {offer.type: offer.fits_disk for offer in quantize_offers(shape, limit)}
    assert fitting == {"Q6_K": False, "Q5_K_M": False, "Q4_K_M": True, "IQ4_XS": True, "Q3_K_M": True, "Q2_K": True}
