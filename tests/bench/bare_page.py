"""The barest page there is: one Flask view that returns a file's bytes, under the gateway's own kind of server.

`python -m tests.bench.bare_page FILE PATH` says its port on standard output and serves until it is ended.
"""

import logging
import sys
from pathlib import Path

from flask import Flask, Response
from waitress import create_server

from gateway.settings import Settings


def main(file, path):
    page, app = Path(file).read_bytes(), Flask("bare")

    @app.get(path)
    def bare():
        return Response(page, content_type="text/html; charset=utf-8", headers={"Content-Encoding": "gzip"})

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app, host="127.0.0.1", port=0, threads=Settings.threads)
    print(server.effective_port, flush=True)  # noqa: T201  its caller reads it
    server.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
