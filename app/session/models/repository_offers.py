"""Offers of repositories that a search found: estimates from names and sizes, until a header has been read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.catalog.estimate import estimated_shape, scaled_shape
from app.catalog.net_api import (
    AnyNetCommand,
    AnyNetEvent,
    NetFailed,
    ReadRemoteHeader,
    RemoteHeaderRead,
    RemoteModel,
    Repository,
)
from app.catalog.offers import Judge, Offer
from app.gguf.shape import ModelShape
from app.session.models.catalogue_shapes import CatalogueShapes
from app.session.workers.worker_process import new_request_id


class RepositoryOffers:
    """Reads one header per repository, of its smallest quant: the others differ from it in their bytes alone."""

    def __init__(
        self, send: Callable[[AnyNetCommand], bool], catalogue: CatalogueShapes, changed: Callable[[], None]
    ) -> None:
        self._send = send
        self._catalogue = catalogue
        self._changed = changed
        self._asked: dict[str, tuple[str, str]] = {}  # request id -> repository and revision
        self._shapes: dict[tuple[str, str], ModelShape | None] = {}  # None: asked for, or not to be had
        self._judged: dict[tuple[str, str], ModelShape] = {}  # by repository and quant, as it was judged last

    def offers(self, repository: Repository, judge: Judge) -> list[Offer]:
        """Return the offers, large to small, and ask for a header if that was not done yet."""
        key = repository.id, repository.revision
        if key not in self._shapes and repository.models:
            self._ask(repository, key)
        real = self._shapes.get(key)

        def shape(model: RemoteModel) -> ModelShape | None:
            name = repository.base_model or repository.id
            made = scaled_shape(real, model) if real else estimated_shape(name, model, self._catalogue.known())
            if made is not None:
                self._judged[repository.id, model.quantization] = made
            return made

        offers = judge.repository(repository, shape)
        return offers if real is not None else [replace(offer, estimated=True) for offer in offers]

    def shape_of(self, offer: Offer) -> ModelShape | None:
        """Return the shape that an offer was judged by."""
        return self._judged.get((offer.model_id, offer.quantization))

    def take(self, event: AnyNetEvent) -> bool:
        """Return whether an event answers a question of ours."""
        key = self._asked.pop(event.request_id, None)
        if key is None:
            return False
        if isinstance(event, RemoteHeaderRead):
            self._shapes[key] = event.shape
            self._changed()
        elif isinstance(event, NetFailed):
            self._shapes[key] = None  # the estimate stays
        return True

    def _ask(self, repository: Repository, key: tuple[str, str]) -> None:
        smallest = min(repository.models, key=lambda model: model.size)
        request = new_request_id()
        command = ReadRemoteHeader(
            request_id=request,
            source=repository.source,
            repository=repository.id,
            revision=repository.revision,
            files=smallest.files,
        )
        if self._send(command):
            self._asked[request] = key
            self._shapes[key] = None
