"""Names that come from outside: which repository a typed text means, and which file names are safe to ask for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from app.catalog.net_api import Source

PART = r"[A-Za-z0-9_][A-Za-z0-9._-]{0,95}"
REPOSITORY = re.compile(rf"{PART}/{PART}")
REVISION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/-]{0,127}")
TYPED = re.compile(rf"(?P<repository>{PART}/{PART})(?::(?P<quantization>[A-Za-z0-9_.-]+))?")
LONGEST_NAME = 512

DEFAULT_REVISIONS = {Source.HUGGING_FACE: "main", Source.MODELSCOPE: "master"}

HOSTS = {
    "huggingface.co": Source.HUGGING_FACE,
    "hf.co": Source.HUGGING_FACE,
    "hf-mirror.com": Source.HUGGING_FACE,
    "modelscope.cn": Source.MODELSCOPE,
    "modelscope.ai": Source.MODELSCOPE,
}


@dataclass(frozen=True)
class Query:
    """What a person looks for: words, or one repository; ``source`` is None when the text does not say."""

    words: str
    repository: str = ""
    revision: str = ""
    source: Source | None = None


def understand(text: str) -> Query:
    """Read what was typed or pasted: words, "owner/name", an address of either hub or of a mirror."""
    text = text.strip()
    found = TYPED.fullmatch(text)
    if found and is_repository(found["repository"]) and found["repository"].split("/")[0].lower() not in HOSTS:
        return Query(words=found["repository"].split("/")[1], repository=found["repository"])
    return _address(text) or Query(words=" ".join(text.split()))


def is_repository(text: str) -> bool:
    """Tell whether ``text`` is "owner/name" and nothing that climbs out of its place in an address."""
    return bool(REPOSITORY.fullmatch(text)) and ".." not in text and not text.endswith(".")


def is_revision(text: str) -> bool:
    """Tell whether ``text`` can be a branch, tag or commit."""
    return bool(REVISION.fullmatch(text)) and ".." not in text


def _address(text: str) -> Query | None:
    """Read an address, with or without a scheme; None when it is none."""
    whole = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(whole)
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return None
    named = HOSTS.get(host)
    if parts.scheme not in {"http", "https"} or (named is None and "://" not in text):
        return None
    path = [unquote(piece) for piece in parts.path.split("/") if piece]
    return _path(path, named)


def _path(path: list[str], source: Source | None) -> Query | None:
    """Read the path of an address: ``owner/name[/tree/REVISION…]``, ModelScope's with ``models/`` before it."""
    if path[:1] == ["models"]:
        path, source = path[1:], source or Source.MODELSCOPE
    if source is not None and len(path) == 1:
        return Query(words=path[0], source=source)  # somebody's page
    found = TYPED.fullmatch("/".join(path[:2]))
    if found is None or not is_repository(found["repository"]):
        return None
    repository, revision = found["repository"], ""
    if path[2:3] and path[2] in {"tree", "blob", "resolve", "raw"} and path[3:4] and is_revision(path[3]):
        revision = path[3]
    return Query(words=repository.split("/")[1], repository=repository, revision=revision, source=source)


def is_safe_file(name: str) -> bool:
    """Tell whether a repository's file name stays inside of its folder on every system and hides nothing."""
    if not name or len(name) > LONGEST_NAME or "\\" in name or ":" in name:
        return False
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in name):
        return False
    return all(piece.strip(" .") and piece == piece.strip() and not piece.endswith(".") for piece in name.split("/"))
