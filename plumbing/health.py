"""Health: /healthz (the process lives), /readyz (it can work), /metrics, on an own port of loopback."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import generate_latest


class HealthServer:
    """Answers in a thread of its own; `unready` returns the reasons why the process cannot work now."""

    def __init__(self, port: int, unready: Callable[[], list[str]]):
        def do_get(request: BaseHTTPRequestHandler) -> None:
            status, body = _answer(request.path, unready)
            request.send_response(status)
            request.send_header("Content-Type", "text/plain; charset=utf-8")
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body)

        handler = type("Handler", (BaseHTTPRequestHandler,), {"do_GET": do_get, "log_message": lambda *_: None})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]

    def start(self) -> None:
        """Begin to answer."""
        threading.Thread(target=self._server.serve_forever, name="health", daemon=True).start()


def _answer(path: str, unready: Callable[[], list[str]]) -> tuple[int, bytes]:
    if path == "/healthz":
        return 200, b"ok\n"
    if path == "/metrics":
        return 200, generate_latest()
    if path == "/readyz":
        reasons = unready()
        return (503, ("\n".join(reasons) + "\n").encode()) if reasons else (200, b"ready\n")
    return 404, b""
