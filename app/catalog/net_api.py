"""The contract with the net worker, the only code of Parley that talks to a hub. No Qt, no network code.

``python -m app --worker net`` starts when a person asks for something from the network and exits when nothing is left
to do. Secrets (the token) travel only in ``Configure``, are never written to a log and never follow a redirect.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.gguf.shape import Count, ModelShape
from app.ipc.message import Message

NET_PROTOCOL = 1


class Source(StrEnum):
    """Where models come from."""

    HUGGING_FACE = "huggingface"
    MODELSCOPE = "modelscope"


class NetProblem(StrEnum):
    """What went wrong on the network or the disk, as a code that the session puts into words."""

    NO_CONNECTION = "no_connection"
    DNS = "dns"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    PROXY = "proxy"
    NOT_FOUND = "not_found"
    GATED = "gated"  # the person has to accept terms on the hub's page; `detail` is the page
    TOKEN = "token"  # noqa: S105 - a code: the token is missing or refused
    RATE_LIMITED = "rate_limited"  # `retry_after` seconds
    SERVER = "server"
    UNEXPECTED_CONTENT = "unexpected_content"  # a web page or another file instead of the file
    CHANGED = "changed"  # another version on the server between two parts
    WRONG_CHECKSUM = "wrong_checksum"
    NAME_REFUSED = "name_refused"  # a file name that would leave the folder
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    IN_USE = "in_use"  # another window is downloading the same file
    PART_MISSING = "part_missing"
    BAD_HEADER = "bad_header"
    INTERNAL = "internal"


class RemoteFile(msgspec.Struct, frozen=True):
    """One file of a repository. ``sha256`` is lower-case hex, "" when the hub does not say."""

    name: str
    size: Count
    sha256: str = ""


class RemoteModel(msgspec.Struct, frozen=True):
    """One GGUF model of a repository: a quant, in one or more parts."""

    quantization: str
    files: list[RemoteFile]

    @property
    def size(self) -> int:
        """Bytes of all parts."""
        return sum(file.size for file in self.files)


class Repository(msgspec.Struct, frozen=True):
    """What a hub says about one repository."""

    source: Source
    id: str  # "owner/name"
    revision: str
    models: list[RemoteModel] = []
    licence: str = ""
    gated: bool = False
    downloads: Count = 0
    likes: Count = 0
    updated: str = ""  # ISO date
    card: str = ""  # Markdown, shown as safe text
    base_model: str = ""


class DownloadRequest(msgspec.Struct, frozen=True):
    """What a download needs to go on by itself after any restart; also kept beside the ``.part`` files."""

    source: Source
    repository: str
    revision: str
    files: list[RemoteFile]
    folder: str  # where the files go, an absolute path


class NetCommand(Message, frozen=True, kw_only=True):
    """Base of what the window asks."""


class Configure(NetCommand, frozen=True, kw_only=True):
    """How to reach the hubs; sent first."""

    endpoints: dict[Source, str] = msgspec.field(default_factory=dict)  # mirrors; missing: the hub's own
    proxy: str = ""  # "": the system's
    tokens: dict[Source, str] = msgspec.field(default_factory=dict)


class Search(NetCommand, frozen=True, kw_only=True):
    """Find GGUF repositories by words, "owner/name" or a pasted address."""

    text: str
    source: Source
    limit: Count = 50
    cursor: str = ""


class ListRepository(NetCommand, frozen=True, kw_only=True):
    """List one repository with sizes, sums, licence and card."""

    source: Source
    repository: str
    revision: str = "main"


class ReadRemoteHeader(NetCommand, frozen=True, kw_only=True):
    """Read a model's header by byte ranges; all parts."""

    source: Source
    repository: str
    revision: str
    files: list[RemoteFile]


class StartDownload(NetCommand, frozen=True, kw_only=True):
    """Download or go on; ``request_id`` names the download from now on."""

    download: DownloadRequest


class StopDownload(NetCommand, frozen=True, kw_only=True):
    """Stop the download whose id is ``target``; what is there stays, unless ``discard``."""

    target: str
    discard: bool = False


class CancelRequest(NetCommand, frozen=True, kw_only=True):
    """Forget the search or listing whose id is ``target``."""

    target: str


AnyNetCommand = Configure | Search | ListRepository | ReadRemoteHeader | StartDownload | StopDownload | CancelRequest


class NetEvent(Message, frozen=True, kw_only=True):
    """Base of what the worker reports."""


class NetHello(NetEvent, frozen=True, kw_only=True):
    """The first line."""

    protocol: int


class SearchResults(NetEvent, frozen=True, kw_only=True):
    """Repositories without their files; ``cursor`` is "" at the end."""

    found: list[Repository]
    cursor: str = ""


class RepositoryListed(NetEvent, frozen=True, kw_only=True):
    """The answer to ``ListRepository``."""

    repository: Repository


class RemoteHeaderRead(NetEvent, frozen=True, kw_only=True):
    """The answer to ``ReadRemoteHeader``."""

    shape: ModelShape
    fetched_bytes: Count


class DownloadProgress(NetEvent, frozen=True, kw_only=True):
    """About four times a second while it runs. ``waiting`` is set while it pauses by itself before another try."""

    done: Count
    total: Count
    bytes_per_second: float = 0.0
    verifying: bool = False
    waiting: NetProblem | None = None
    retry_in: float = 0.0


class DownloadFinished(NetEvent, frozen=True, kw_only=True):
    """Every file is in its place and its sum is right."""

    path: str  # the first part
    sha256: dict[str, str]


class DownloadStopped(NetEvent, frozen=True, kw_only=True):
    """The answer to ``StopDownload``."""


class NetFailed(NetEvent, frozen=True, kw_only=True):
    """A request failed; nothing more comes for its ``request_id``. What was downloaded stays for the next try."""

    problem: NetProblem
    detail: str = ""
    retry_after: float = 0.0
    needed: Count = 0
    available: Count = 0


AnyNetEvent = (
    NetHello
    | SearchResults
    | RepositoryListed
    | RemoteHeaderRead
    | DownloadProgress
    | DownloadFinished
    | DownloadStopped
    | NetFailed
)
