"""A server that acts as the API and as the storage of one file."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import threading
import uuid
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CHUNK = 1 << 14


class FileServer(ThreadingHTTPServer):
    """Serves ``content`` as the file of each dataset, and every dataset by its id.

    The bodies of the first ``together`` downloads pause in the middle until all have got that far.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, content: bytes, *, together: int = 1, ranges: bool = True) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content = content
        self.ranges = ranges
        self.breaks: list[int] = []
        """The number of bytes after which each of the next bodies ends."""
        self.fetched = 0
        self._together = together
        self._barrier = threading.Barrier(together)
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def begin(self) -> bool:
        """Counts a download. Returns true if it is one of those that pause."""
        with self._lock:
            self.fetched += 1
            return self.fetched <= self._together

    def pause(self) -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            self._barrier.wait(20)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FileServer

    def do_GET(self) -> None:
        if self.path == "/file":
            self._send_file()
        elif self.path.endswith("/urls/download"):
            content = self.server.content
            self._send_json(
                {
                    "URL": f"{self.server.url}/file",
                    "size": len(content),
                    "sha256": hashlib.sha256(content).hexdigest(),
                }
            )
        else:
            self._send_json({"id": self.path.rsplit("/", 1)[1], "metadata": {"state": "READY"}})

    def _send_json(self, data: object) -> None:
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.send_header("x-request-id", str(uuid.uuid4()))
        self.end_headers()
        self.wfile.write(body)

    def _send_file(self) -> None:
        content = self.server.content
        asked = re.match(r"bytes=(\d+)-", self.headers.get("range", ""))
        start = int(asked[1]) if asked and self.server.ranges else 0
        pauses = self.server.begin()
        breaks = self.server.breaks.pop(0) if self.server.breaks else len(content)
        self.send_response(206 if start else 200)
        self.send_header("content-length", str(len(content) - start))
        if start:
            size = len(content)
            self.send_header("content-range", f"bytes {start}-{size - 1}/{size}")
        self.end_headers()
        middle = len(content) // 2
        with contextlib.suppress(OSError):  # a killed client has disconnected
            for at in range(start, min(start + breaks, len(content)), CHUNK):
                if pauses and at - CHUNK < middle <= at:
                    self.server.pause()
                self.wfile.write(content[at : min(at + CHUNK, start + breaks)])
                self.wfile.flush()
        if breaks < len(content):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def file_server(content: bytes, *, together: int = 1, ranges: bool = True) -> Iterator[FileServer]:
    with FileServer(content, together=together, ranges=ranges) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
