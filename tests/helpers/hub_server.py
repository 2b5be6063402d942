"""A small hub that answers as Hugging Face and ModelScope do, for as much of their interfaces as Parley uses.

The shapes are those that huggingface_hub 2.4 and modelscope-hub 0.5 read. It notes every request with its headers.
"""

from __future__ import annotations

import hashlib
import json
import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from typing_extensions import override

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GOOD_TOKEN = "hf_thisIsTheGoodToken"
PAGE = 100
DROP = 16_384
"""Bytes, about thirty times a second, of a body that is served slowly."""

RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@dataclass
class Repo:
    """A repository as the hub has it."""

    id: str
    files: dict[str, bytes] = field(default_factory=dict)
    gated: bool = False
    downloads: int = 0
    tags: tuple[str, ...] = ("gguf", "license:apache-2.0", "base_model:quantized:Qwen/Qwen3-0.6B")


@dataclass
class Fault:
    """What a path answers instead."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Seen:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]


class HubServer:
    """Both hubs at one address. Change ``repos`` and ``faults`` at any time."""

    def __init__(self, certificate: tuple[Path, Path] | None = None) -> None:
        self.repos: dict[str, Repo] = {}
        self.faults: dict[str, Fault] = {}  # beginning of a path -> answer
        self.seen: list[Seen] = []
        self.storage = ""  # another address that large files are redirected to
        self.slow = threading.Event()  # while it is set, bodies of files come in drops
        self.released = threading.Event()
        self.hold = threading.Event()  # while it is set, no answer begins
        self.ranges = True
        hub = self

        class Handler(_Handler):
            server_hub = hub

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._scheme = "https" if certificate else "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"{self._scheme}://127.0.0.1:{self._server.server_address[1]}"

    def add(self, repo: Repo) -> Repo:
        """Offer a repository."""
        self.repos[repo.id] = repo
        return repo

    def paths(self) -> list[str]:
        """Return the paths of all requests so far."""
        return [one.path for one in self.seen]

    def close(self) -> None:
        """End it."""
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def hub_server(certificate: tuple[Path, Path] | None = None) -> Iterator[HubServer]:
    """Run a hub for as long as the block lasts; with certificate and key, over TLS."""
    server = HubServer(certificate)
    try:
        yield server
    finally:
        server.close()


class _Handler(BaseHTTPRequestHandler):
    server_hub: HubServer
    protocol_version = "HTTP/1.1"

    @override
    def log_message(self, *_: object) -> None:
        return

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        hub, parts = self.server_hub, urlsplit(self.path)
        hub.seen.append(Seen(self.command, self.path, {name.lower(): value for name, value in self.headers.items()}))
        while hub.hold.is_set() and not hub.released.wait(0.02):
            pass
        path = [unquote(piece) for piece in parts.path.split("/") if piece]
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        fault = next((fault for prefix, fault in hub.faults.items() if self.path.startswith(prefix)), None)
        if fault is not None:
            self._send(fault.status, fault.body, fault.headers)
        elif path[:2] == ["openapi", "v1"] or path[:2] == ["api", "v1"]:
            self._modelscope(path[2:], query)
        else:
            self._hugging_face(path, query)

    def _hugging_face(self, path: list[str], query: dict[str, str]) -> None:
        match path:
            case ["api", "models"]:
                self._hf_search(query)
            case ["api", "models", owner, name] | ["api", "models", owner, name, "revision", _]:
                self._with_repo(owner, name, lambda repo: self._json(_hf_info(repo)))
            case ["api", "models", owner, name, "tree", _, *_]:
                self._with_repo(owner, name, lambda repo: self._json(_hf_tree(repo)))
            case ["api", "models", owner, name, "paths-info", _]:
                wanted = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).get("paths", [])
                self._with_repo(
                    owner, name, lambda repo: self._json([row for row in _hf_tree(repo) if row["path"] in wanted])
                )
            case [owner, name, "resolve", _, *file]:
                self._with_repo(owner, name, lambda repo: self._file(repo, "/".join(file)))
            case ["stored", owner, name, *file]:
                self._body(self.server_hub.repos[f"{owner}/{name}"].files["/".join(file)])
            case _:
                self._send(404, b"Not Found")

    def _modelscope(self, path: list[str], query: dict[str, str]) -> None:
        match path:
            case ["models"]:
                self._ms_search(query)
            case ["models", owner, name]:
                self._with_repo(owner, name, lambda repo: self._json({"success": True, "data": _ms_info(repo)}))
            case ["models", owner, name, "repo", "files"]:
                self._with_repo(owner, name, lambda repo: self._json(_ms_files(repo)))
            case ["models", owner, name, "repo"]:
                self._with_repo(owner, name, lambda repo: self._file(repo, query["FilePath"]))
            case _:
                self._send(404, b"Not Found")

    def _with_repo(self, owner: str, name: str, then: Any) -> None:
        repo = self.server_hub.repos.get(f"{owner}/{name}")
        if repo is None:  # the real hub does not tell a missing repository from a private one
            self._send(401, b"{}", {"X-Error-Code": "RepoNotFound", "X-Error-Message": "Repository not found"})
        else:
            then(repo)

    def _hf_search(self, query: dict[str, str]) -> None:
        words = query.get("search", "").lower().split()
        found = [repo for repo in self.server_hub.repos.values() if all(word in repo.id.lower() for word in words)]
        found.sort(key=lambda repo: -repo.downloads)
        begin, size = int(query.get("cursor", "0")), min(int(query.get("limit", "1000")), PAGE)
        headers = {}
        if begin + size < len(found):
            rest = "&".join(f"{name}={value}" for name, value in query.items() if name != "cursor")
            headers["Link"] = f'<{self.server_hub.address}/api/models?{rest}&cursor={begin + size}>; rel="next"'
        self._json([_hf_found(repo) for repo in found[begin : begin + size]], headers)

    def _ms_search(self, query: dict[str, str]) -> None:
        words = query.get("search", "").lower().split()
        found = [repo for repo in self.server_hub.repos.values() if all(word in repo.id.lower() for word in words)]
        page, size = int(query["page_number"]), int(query["page_size"])
        models = [_ms_info(repo) for repo in found[(page - 1) * size : page * size]]
        data = {"models": models, "total_count": len(found), "page_number": page, "page_size": size}
        self._json({"success": True, "request_id": "1", "data": data})

    def _file(self, repo: Repo, name: str) -> None:
        hub = self.server_hub
        if repo.gated and self.headers.get("Authorization") != f"Bearer {GOOD_TOKEN}":
            return self._send(403, b"", {"X-Error-Code": "GatedRepo", "X-Error-Message": "Access is restricted"})
        if name not in repo.files:
            return self._send(404, b"Entry not found", {"X-Error-Code": "EntryNotFound"})
        if hub.storage and name.endswith(".gguf"):
            return self._send(302, b"", {"Location": f"{hub.storage}/stored/{repo.id}/{name}"})
        data = repo.files[name]
        linked = {"X-Linked-Size": str(len(data)), "X-Linked-ETag": f'"{_sha256(data)}"'}
        return self._body(data, {"X-Repo-Commit": COMMIT} | (linked if name.endswith(".gguf") else {}))

    def _body(self, data: bytes, extra: dict[str, str] | None = None) -> None:
        headers = (extra or {}) | {
            "ETag": f'"{_sha256(data)}"',
            "Accept-Ranges": "bytes",
            "Content-Type": "application/octet-stream",
        }
        wanted = RANGE.fullmatch(self.headers.get("Range", "")) if self.server_hub.ranges else None
        if wanted is None:
            return self._send(200, data, headers)
        begin, end = int(wanted[1]), int(wanted[2] or len(data) - 1)
        if begin >= len(data):
            return self._send(416, b"", {"Content-Range": f"bytes */{len(data)}"})
        piece = data[begin : end + 1]
        headers["Content-Range"] = f"bytes {begin}-{begin + len(piece) - 1}/{len(data)}"
        return self._send(206, piece, headers)

    def _json(self, value: object, headers: dict[str, str] | None = None) -> None:
        self._send(200, json.dumps(value).encode(), {"Content-Type": "application/json"} | (headers or {}))

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.close_connection = "Content-Length" in (headers or {})  # one that is not true
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        try:
            if self.server_hub.slow.is_set() and len(body) > DROP:
                self._drip(body)
            else:
                self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the client went away, as some tests want

    def _drip(self, body: bytes) -> None:
        for begin in range(0, len(body), DROP):
            self.wfile.write(body[begin : begin + DROP])
            self.wfile.flush()
            if self.server_hub.slow.is_set():
                self.server_hub.released.wait(0.03)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hf_found(repo: Repo) -> dict[str, Any]:
    return {
        "_id": "6628d0e3dd8ee5a6e5c9a4a1",
        "id": repo.id,
        "downloads": repo.downloads,
        "likes": 7,
        "lastModified": "2025-05-09T07:12:00.000Z",
        "gated": "auto" if repo.gated else False,
        "tags": list(repo.tags),
    }


def _hf_info(repo: Repo) -> dict[str, Any]:
    siblings = [{"rfilename": name} for name in repo.files]
    return _hf_found(repo) | {"sha": COMMIT, "siblings": siblings, "cardData": {"license": "apache-2.0"}}


def _hf_tree(repo: Repo) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [{"type": "directory", "oid": "1" * 40, "size": 0, "path": "folder"}]
    for name, data in repo.files.items():
        row: dict[str, Any] = {"type": "file", "oid": "2" * 40, "size": len(data), "path": name}
        if name.endswith(".gguf"):
            row["lfs"] = {"oid": _sha256(data), "size": len(data), "pointerSize": 135}
        rows.append(row)
    return rows


def _ms_info(repo: Repo) -> dict[str, Any]:
    return {
        "id": repo.id,
        "display_name": repo.id.split("/")[1],
        "downloads": repo.downloads,
        "likes": 7,
        "license": "Apache-2.0",
        "last_modified": "2025-05-09T07:12:00Z",
        "private": False,
        "gated": repo.gated,
        "login_required": False,
        "tags": list(repo.tags),
        "tasks": ["text-generation"],
        "file_size": sum(len(data) for data in repo.files.values()),
    }


def _ms_files(repo: Repo) -> dict[str, Any]:
    files: list[dict[str, Any]] = [{"Name": "folder", "Path": "folder", "Type": "tree", "Size": 0, "Sha256": ""}]
    for name, data in repo.files.items():
        row = {"Name": name.rpartition("/")[2], "Path": name, "Type": "blob", "Size": len(data)}
        files.append(row | {"Sha256": _sha256(data), "Revision": COMMIT, "IsLFS": name.endswith(".gguf")})
    return {"Code": 200, "Success": True, "Message": "", "RequestId": "1", "Data": {"Files": files}}
