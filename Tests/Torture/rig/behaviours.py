"""How the mock provider answers: every fault of the design's matrix, and every odd good answer."""

import asyncio
import gzip
import hashlib
import itertools
import json

CANARY = "CANARYm"
PIECES = ["One word ", "after another, ", "and a third; ", "then an end."]
USAGE = {"prompt_tokens": 7761170041, "completion_tokens": 15485863}


def answer_text(model, prompt):
    """The whole text a well-behaved model answers, so that others can tell whose it is."""
    mark = hashlib.sha256(f"{model}|{prompt}".encode()).hexdigest()[:12]
    return "".join(PIECES) + " " + mark


async def is_left(request, seconds):
    """Waits, at most so long, for the reader to go away."""
    try:
        return not await asyncio.wait_for(request.reader.read(1), seconds)
    except asyncio.TimeoutError:
        return False
    except ConnectionError:
        return True


async def good(request):
    await request.begin()
    await request.rest()


async def slow(request, end=" "):
    """A word every 100 ms, 100 words: `slow@N` for N words."""
    await request.begin()
    for number in range(request.before or 100):
        await request.send(request.event({"content": f"word{number}{end}"}))
        if await is_left(request, 0.1):
            request.note["left"] = True
            return
    await request.finish()


async def ended(request):
    """As `slow`, but each piece says that its word is over."""
    await slow(request, end=", ")


async def endless(request):
    await request.begin()
    while True:
        await request.send(request.event({"content": "and so on " * 20}))
        if await is_left(request, 0.02):
            request.note["left"] = True
            return


async def flood(request):
    """Much text, fast: 3.6 MB at once, then 24 KB every half second."""
    await request.begin()
    for number in itertools.count():
        await request.send(request.event({"content": "many words " * 2200}))
        if await is_left(request, 0.01 if number < 150 else 0.5):
            request.note["left"] = True
            return


async def priced(request):
    """Half a second of words, then a bill: 100 tokens in, all allowed tokens out."""
    await request.begin()
    for number in range(request.before or 10):
        await request.send(request.event({"content": f"word{number} "}))
        if await is_left(request, 0.05):
            request.note["left"] = True
            return
    usage = {"prompt_tokens": 100, "completion_tokens": request.max_tokens or 1000}
    request.note["usage"] = usage
    await request.finish(usage)


async def echo(request):
    """The prompt, as it is."""
    await request.begin()
    for at in range(0, len(request.prompt), 4000):
        await request.send(request.event({"content": request.prompt[at:at + 4000]}))
    await request.finish()


async def stall(request):
    await request.begin()
    await request.lead()
    request.note["left"] = await is_left(request, 600)


async def silent(request):
    request.note["left"] = await is_left(request, 600)


def status(line, kind="application/json", extra="", body=None):
    async def answer(request):
        text = body if body is not None else json.dumps({"error": {
            "message": f"model {request.model} {CANARY}-error said no", "type": CANARY + "-type"}})
        await request.begin(line, kind, extra + f"Content-Length: {len(text.encode())}\r\n")
        await request.send(text)
    return answer


def text_after(data, leave="close"):
    """The lead, then bytes as they are, then an end."""
    async def answer(request):
        await request.begin()
        await request.lead()
        piece = data(request) if callable(data) else data
        if piece:
            await request.send(piece)
        if leave == "reset":
            await asyncio.sleep(0.05)
            request.reset()
        elif leave == "good":
            await request.rest()
    return answer


def with_usage(usage):
    async def answer(request):
        await request.begin()
        await request.rest(usage)
    return answer


def with_ending(ending):
    async def answer(request):
        await request.begin()
        await request.rest(ending=ending)
    return answer


async def every_byte(request):
    await request.begin()
    whole = "".join(request.event({"content": piece}) for piece in request.pieces())
    for byte in (whole + request.event({}, "stop") + "data: [DONE]\n\n").encode():
        request.writer.write(bytes([byte]))
        await request.writer.drain()


def with_line_ends(end):
    async def answer(request):
        await request.begin()
        for piece in request.pieces():
            await request.send(request.event({"content": piece}).replace("\n", end))
        await request.send((request.event({}, "stop") + "data: [DONE]\n\n").replace("\n", end))
    return answer


async def reset_at_once(request):
    request.reset()


async def half_head(request):
    await request.send("HTTP/1.1 200 OK\r\nContent-Type: text/ev")
    request.reset()


async def long_line(request):
    await request.begin()
    await request.lead()
    await request.send("data: ")
    for _ in range(1024):
        await request.send("x" * 65536)


async def zipped(request):
    body = gzip.compress("".join(
        [request.event({"content": piece}) for piece in request.pieces()]
        + ["data: [DONE]\n\n"]).encode())
    await request.begin(extra=f"Content-Encoding: gzip\r\nContent-Length: {len(body)}\r\n")
    await request.send(body)


async def wrong_length(request):
    await request.begin(extra="Content-Length: 100000\r\n")
    await request.rest()


async def html(request):
    await status("200 OK", "text/html", body=f"<h1>{CANARY}-html</h1>")(request)


async def document(request):
    text = json.dumps({
        "id": f"chatcmpl-{CANARY}", "model": f"{CANARY}-model", "usage": USAGE,
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Whole."},
                     "finish_reason": "stop"}]})
    await status("200 OK", "application/json", body=text)(request)


BAD = {
    "s401": status("401 Unauthorized"), "s403": status("403 Forbidden"),
    "s404": status("404 Not Found"), "s408": status("408 Request Timeout"),
    "s429": status("429 Too Many Requests"),
    "s429after": status("429 Too Many Requests", extra="Retry-After: 1\r\n"),
    "s429long": status("429 Too Many Requests", extra="Retry-After: 600\r\n"),
    "s500": status("500 Internal Server Error"),
    "s502html": status("502 Bad Gateway", "text/html", body=f"<h1>{CANARY}</h1>"),
    "s503": status("503 Service Unavailable"), "s529": status("529 Overloaded"),
    "s302": status("302 Found", extra=f"Location: http://127.0.0.1:1/{CANARY}\r\n"),
    "html": html, "empty": text_after(""), "reset": reset_at_once, "halfhead": half_head,
    "silent": silent, "stall": stall, "endless": endless, "longline": long_line,
    "cut": text_after("", "reset"), "brokenoff": text_after(""),
    "midevent": text_after('data: {"choices":[{"delta":{"cont', "reset"),
    "midcharacter": text_after(b'data: {"choices":[{"delta":{"content":"\xe2\x82', "reset"),
    "badjson": text_after("data: {oops\n\n", "good"),
    "errorobject": text_after(
        lambda r: "data: " + json.dumps({"error": {"message": f"{CANARY} {r.model}"}}) + "\n\n"),
    "toolcall": text_after(
        lambda r: r.event({"tool_calls": [{"index": 0, "id": CANARY, "type": "function",
                                           "function": {"name": CANARY, "arguments": "{}"}}]})
        + r.event({}, "tool_calls") + "data: [DONE]\n\n"),
    "filtered": text_after(lambda r: r.event({}, "content_filter") + "data: [DONE]\n\n"),
    "badutf8": text_after(
        b'data: {"choices":[{"index":0,"delta":{"content":"\xff\xfe\x80"}}]}\n\n', "good"),
    "zipped": zipped, "wronglength": wrong_length, "nan": text_after(
        'data: {"choices":[{"index":0,"delta":{"content":"x"},"logprobs":NaN}]}\n\n', "good"),
    "thousandempty": text_after(lambda r: r.event({"content": ""}) * 1000),
    "comments": text_after(": still thinking\n\n" * 50),
}
GOOD = {
    "ok": good, "slow": slow, "ended": ended, "flood": flood, "priced": priced, "echo": echo,
    "document": document, "everybyte": every_byte,
    "cr": with_line_ends("\r"), "crlf": with_line_ends("\r\n"),
    "bom": text_after("\ufeff", "good"), "heartbeats": text_after(": ping\n\n" * 20, "good"),
    "nullcontent": text_after(lambda r: r.event({"content": None}), "good"),
    "unknownfields": text_after(
        'data: {"new":{"deep":[1,2]},"choices":[{"index":0,"delta":{"x":1}}]}\n\n', "good"),
    "twicekey": text_after(
        'data: {"choices":[{"index":0,"delta":{"content":"a","content":"b"}}]}\n\n', "good"),
    "surrogates": text_after(
        r'data: {"choices":[{"index":0,"delta":{"content":"\ud83d\ude00"}}]}' + "\n\n", "good"),
    "donetwice": with_ending("data: [DONE]\n\ndata: [DONE]\n\n"),
    "afterdone": with_ending(f"data: [DONE]\n\ndata: {CANARY}\n\n"),
    "nousage": with_usage(None), "minususage": with_usage(
        {"prompt_tokens": -5, "completion_tokens": -1}),
    "hugeusage": with_usage({"prompt_tokens": 10 ** 19, "completion_tokens": 10 ** 30}),
}
