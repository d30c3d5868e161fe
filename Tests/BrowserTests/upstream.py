"""A model server on loopback for the walks: OpenAI's chat completions, streamed.

    python3 upstream.py        prints its port, serves until it is ended

What it answers depends on the prompt: `slowly` streams a word every tenth of a second, `break once`
fails the model `fragile` the first time it is asked so, `break both` fails every model, anything else
is answered at once, in Markdown. `hostile 3 by 7` gives the third reply of payloads.py in pieces of seven
letters.
"""

import json
import re
import select
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from payloads import batches

HOSTILE = batches()
ANSWER = """Two ways, the **short** one first.

1. Measure before you cut.
2. Cut once:

```swift
let length = board.measured(in: .centimetres)
precondition(length > 0)
```

| tool | good for |
|---|---|
| saw | boards |
| knife | bread, and very long names of tools that have to break somewhere |

> Sharp tools are safer, says [the manual](https://example.org/tools).

### Then

- [x] measured
- [ ] cut, *carefully*
"""
asked = set()


class Model(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        prompt = body["messages"][-1]["content"]
        key = (body["model"], prompt)
        fails = "break both" in prompt or (
            "break once" in prompt and body["model"] == "fragile" and key not in asked)
        asked.add(key)
        if fails:
            self.send_response(400)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        text = "word after word " * 60 if "slowly" in prompt else ANSWER
        pause, size = 0.1 if "slowly" in prompt else 0.002, 16
        if hostile := re.search(r"hostile (\d+) by (\d+)", prompt):
            text, size, pause = HOSTILE[int(hostile[1])], int(hostile[2]), 0
        try:
            for start in range(0, len(text), size):
                self.event({"choices": [{"index": 0, "delta": {"content": text[start:start + size]}}]})
                if self.is_left_within(pause):
                    self.close_connection = True
                    return
            self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            self.chunk(b"data: [DONE]\n\n")
            self.chunk(b"")
        except OSError:
            self.close_connection = True

    def is_left_within(self, seconds):
        """Whether the reader goes away; else a slow model's pace has passed."""
        return bool(select.select([self.connection], [], [], seconds)[0])

    def event(self, value):
        self.chunk(b"data: " + json.dumps(value).encode() + b"\n\n")

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    print(server.server_address[1], flush=True)
    server.serve_forever()
