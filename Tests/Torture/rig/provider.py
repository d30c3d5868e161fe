"""M, the mock provider: OpenAI's chat completions on loopback, misbehaving by the model's name.

    python3 provider.py LOG        prints its port, serves until it is ended

A model id is BEHAVIOUR[@N][.ANYTHING]: N is how many pieces of text come before the misbehaviour,
what follows the dot only makes ids differ; behaviours.py has them all. LOG gets one JSON line for
each request when it is over: model, prompt, bytes, instants (monotonic, the same clock as every
process here), tokens, whether the reader left. Every answer carries canaries in each place where a
provider names itself.
"""

import asyncio
import json
import socket
import struct
import sys
import time

from behaviours import BAD, CANARY, GOOD, USAGE, answer_text


class Request:
    """One request, its connection, and what is logged of it."""

    def __init__(self, head, body, reader, writer):
        self.reader, self.writer = reader, writer
        self.head = head
        value = json.loads(body)
        self.model = value["model"]
        self.prompt = value["messages"][-1]["content"]
        self.max_tokens = value.get("max_tokens") or value.get("max_completion_tokens")
        name = self.model.split(".")[0]
        self.behaviour, _, count = name.partition("@")
        self.before = int(count or 0)
        self.begun = time.monotonic()
        self.note = {"model": self.model, "prompt": self.prompt, "begun": self.begun, "sent": 0,
                     "in": len(body), "max_tokens": self.max_tokens,
                     "head": head.count("\r\n")}

    async def send(self, data):
        if isinstance(data, str):
            data = data.encode()
        self.writer.write(data)
        self.note.setdefault("first", time.monotonic())
        await self.writer.drain()
        self.note["sent"] += len(data)

    async def begin(self, status="200 OK", kind="text/event-stream", extra=""):
        await self.send(
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nx-request-id: {CANARY}-rid\r\n"
            f"openai-organization: {CANARY}-org\r\nserver: {CANARY}-server\r\n{extra}"
            "Connection: close\r\n\r\n")

    def event(self, delta, finish=None, **more):
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return "data: " + json.dumps({
            "id": f"chatcmpl-{CANARY}-id", "object": "chat.completion.chunk",
            "model": f"{CANARY}-{self.model}", "system_fingerprint": f"{CANARY}-fp",
            "choices": [choice], **more}) + "\n\n"

    def pieces(self):
        text = answer_text(self.model, self.prompt)
        return [text[at:at + 12] for at in range(0, len(text), 12)]

    async def lead(self):
        """The pieces that come before the misbehaviour."""
        for piece in self.pieces()[:self.before]:
            await self.send(self.event({"content": piece}))
            await asyncio.sleep(0.02)

    async def rest(self, usage=USAGE, ending="data: [DONE]\n\n"):
        """What is left of a good answer."""
        for piece in self.pieces()[self.before:]:
            await self.send(self.event({"content": piece}))
        await self.finish(usage, ending)

    async def finish(self, usage=USAGE, ending="data: [DONE]\n\n"):
        await self.send(self.event({}, "stop"))
        if usage is not None:
            await self.send("data: " + json.dumps({
                "id": f"chatcmpl-{CANARY}-id", "choices": [], "usage": usage}) + "\n\n")
        await self.send(ending)

    def reset(self):
        connection = self.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


async def serve_one(reader, writer, log):
    request = None
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = next((int(line.split(":")[1]) for line in head.split("\r\n")
                       if line.lower().startswith("content-length:")), 0)
        request = Request(head, await reader.readexactly(length), reader, writer)
        await {**BAD, **GOOD}[request.behaviour](request)
        request.note["whole"] = True
    except (ConnectionError, OSError, asyncio.IncompleteReadError) as error:
        if request:
            request.note["left"] = type(error).__name__
    finally:
        if request:
            request.note["ended"] = time.monotonic()
            log.write(json.dumps(request.note) + "\n")
            log.flush()
        writer.close()


async def main():
    log = open(sys.argv[1], "a", encoding="utf-8")
    server = await asyncio.start_server(
        lambda reader, writer: serve_one(reader, writer, log), "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
