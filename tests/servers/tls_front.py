"""TlsFront: TLS before the suite's PostgreSQL, which is built without, as `stunnel` puts it before any.

It knows PostgreSQL's own way into TLS (SSLRequest), and hands the rest on; in plain nothing gets through.
"""

import asyncio
import ssl
import threading
from contextlib import suppress

_MAY_I_BEGIN_TLS = bytes.fromhex("0000000804d2162f")


class TlsFront:
    """Everybody who comes is shown the certificate of the moment; without one, told that there is no TLS here."""

    def __init__(self, port, behind):
        self.port, self._behind = port, behind
        self._context = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="tls front", daemon=True)
        self._thread.start()
        self._listening = self._run(asyncio.start_server(self._come, "127.0.0.1", port))

    def show(self, certificate, key):
        """New connections are shown this certificate: files."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._context = context

    def show_nothing(self):
        """New connections are told that there is no TLS here."""
        self._context = None

    def stop(self):
        self._run(self._leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    async def _leave(self):
        self._listening.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _come(self, reader, writer):
        with suppress(OSError, EOFError, ssl.SSLError, asyncio.CancelledError):
            assert await reader.readexactly(len(_MAY_I_BEGIN_TLS)) == _MAY_I_BEGIN_TLS
            writer.write(b"S" if self._context else b"N")
            if self._context:
                await writer.start_tls(self._context)
                await self._hand_on(reader, writer)
        writer.close()

    async def _hand_on(self, reader, writer):
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", self._behind)
        both = [asyncio.ensure_future(_pour(reader, inner_writer)), asyncio.ensure_future(_pour(inner_reader, writer))]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            inner_writer.close()
            for one in both:
                one.cancel()
            await asyncio.gather(*both, return_exceptions=True)


async def _pour(source, goal):
    while said := await source.read(65_536):
        goal.write(said)
        await goal.drain()
