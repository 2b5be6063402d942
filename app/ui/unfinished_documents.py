"""Goes on with the documents whose translation the last run of Parley did not end, without anybody asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.session.translate.documents.job import UNFINISHED
from app.ui.beside import ImportBeside

if TYPE_CHECKING:
    from app.ui.parley import Parley


def go_on_with_documents(parley: Parley) -> None:
    """Look for them once the store is open; where there are none, nothing is loaded."""

    def load(unfinished: bool) -> None:
        if unfinished and not parley.closed:
            beside = ImportBeside("app.ui.translated_documents_side", parley.window)
            beside.done.connect(build)
            beside.start()

    def build() -> None:
        if not parley.closed:
            parley.translate_side().documents()

    parley.access.run(lambda store: store.has_documents(*UNFINISHED), load)
