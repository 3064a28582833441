import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from sinkove import webhooks

SECRET = os.environ["WEBHOOK_SECRET"]
seen: set[str] = set()  # in production, a table with a unique index


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
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


HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "3001"))), Receiver).serve_forever()
