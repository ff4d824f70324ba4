"""A package index on a real port, as PEP 691, 700 and 714 have it: what was released when, and nothing to install."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from plumbing import clock


@dataclass(frozen=True, kw_only=True)
class Release:
    """One release of a package; `days` ago, where the index says so."""

    name: str
    version: str
    days: int | None
    yanked: bool = False

    @property
    def wheel(self):
        return f"{self.name}-{self.version}-py3-none-any.whl"

    def told(self):
        """Return the file as the index tells it."""
        told = {
            "filename": self.wheel, "url": f"/files/{self.wheel}", "hashes": {"sha256": "0" * 64},
            "core-metadata": True, "yanked": self.yanked,
        }
        if self.days is None:
            return told
        return told | {"upload-time": (clock.now() - timedelta(days=self.days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}

    def metadata(self):
        """Return what the wheel says of itself."""
        return f"Metadata-Version: 2.1\nName: {self.name}\nVersion: {self.version}\n"


@contextmanager
def package_index(*releases):
    """Return the address of an index of these releases, until the end."""
    pages = {f"/files/{one.wheel}.metadata": ("text/plain", one.metadata()) for one in releases}
    for name in {one.name for one in releases}:
        told = {
            "meta": {"api-version": "1.1"}, "name": name, "versions": [one.version for one in releases],
            "files": [one.told() for one in releases if one.name == name],
        }
        pages[f"/simple/{name}/"] = ("application/vnd.pypi.simple.v1+json", json.dumps(told))

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self):
            kind, body = pages.get(self.path, ("text/plain", ""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/simple"
    finally:
        server.shutdown()
        server.server_close()
