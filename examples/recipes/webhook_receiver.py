import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sinkove import webhooks

SECRET = os.environ["WEBHOOK_SECRET"]
MOST_BYTES = 64 * 1024  # larger than any event
seen: set[str] = set()  # in production, a table with a unique index


class Receiver(BaseHTTPRequestHandler):
    timeout = 10  # seconds, so that idle clients do not block threads

    def do_POST(self) -> None:
        length = self.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return self.answer(413)
        body = self.rfile.read(int(length))
        try:
            event = webhooks.unwrap(body, self.headers, SECRET)
        except webhooks.WebhookError as error:
            print("refused:", error.code, flush=True)
            return self.answer(400)
        if event.id not in seen:
            seen.add(event.id)
            if event.type == "dataset.ready":
                print("ready:", event.data.dataset_id, flush=True)
            else:
                print(event.type, flush=True)
        return self.answer(204)

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


port = int(os.environ.get("PORT", "3001"))
ThreadingHTTPServer(("127.0.0.1", port), Receiver).serve_forever()
