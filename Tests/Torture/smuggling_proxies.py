"""36: the same bytes through haproxy and nginx on upstream connections that all clients share."""

import threading

from rig import Arena, Failed, Visitor, require
from rig.client import raw
from rig.program import settings
from rig.proxies import Haproxy, Nginx
from rig.tap import Tap
from rig.waiting import until
from smuggling import TARGET, cases

NAME = "smuggling-behind-proxies"
SELF_CHECK = "a second request is put behind what the proxy sent"
CLIENTS = 8


class Smuggler(Tap):
    """A tap that puts a whole request behind every fourth one, as a proxy that was cheated would."""

    def changed(self, piece, kept):
        is_asked = any(kept is asked for asked, _ in self.lines)
        return piece + TARGET if is_asked and kept.count(b"X-Mark: ") % 4 == 3 else piece


class Poller:
    """A second user, who reads a battle of their own through the same proxy all the time."""

    def __init__(self, address):
        self.visitor, self.mixed, self.count = Visitor(address), [], 0
        self.battle = self.visitor.ready("the second user's own words")
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.poll, daemon=True)
        self.thread.start()

    def poll(self):
        while not self.stopped.is_set():
            try:
                answer = self.visitor.get(f"/api/v1/battles/{self.battle}")
                if answer.status != 200 or "second user" not in answer.text:
                    self.mixed.append(f"{answer.status} {answer.text[:40]!r}")
            except (OSError, ValueError) as error:
                self.mixed.append(type(error).__name__)
            self.count += 1
            self.stopped.wait(0.005)

    def end(self):
        self.stopped.set()
        self.thread.join()


def through(bench, arena, make):
    """All cases through one proxy; gives figures and what was wrong."""
    tap = (Smuggler if bench.broken else Tap)(bench, arena.address)
    mark = bench.random.randbytes(8).hex()
    proxy = make(tap.address, mark)
    wrong, heard_of, lock = [], {}, threading.Lock()
    try:
        poller = Poller(proxy.clear)
    except (Failed, OSError, ValueError) as error:
        return 0, 0, [f"{proxy.COMMAND}: the second user was answered wrongly ({error})"]
    queue = list(cases())

    def client(_):
        while True:
            with lock:
                if not queue:
                    return
                name, data, most = queue.pop()
            heard = raw(proxy.clear, data, seconds=0.8)
            count = heard.count(b"HTTP/1.1 ") + heard.count(b"HTTP/1.0 ")
            # A proxy may answer what follows the request, too: that it is none.
            count -= count > 1 and heard[heard.rindex(b"HTTP/1."):][9:12] == b"400"
            hidden = b"User-agent" in heard and most == 1 and data.startswith(b"POST")
            with lock:
                heard_of[name] = count
                if b"second user" in heard:
                    wrong.append(f"{name}: another's words")
                if hidden or count > most:
                    wrong.append(f"{name}: {count} answers")

    bench.together(CLIENTS, client)
    poller.end()
    require(heard_of["pipelined"] == 3, f"{proxy.COMMAND}: of three in a row {heard_of['pipelined']}")

    def unequal():
        # The last request of a connection has no answer where its client left first.
        return [(asked, answered) for asked, answered in tap.counts(mark.encode())
                if not asked - 1 <= answered <= asked]

    until(lambda: not unequal(), 5 * bench.patience)
    wrong += [f"on one connection {asked} were asked and {answered} answered"
              for asked, answered in unequal()]
    wrong += [f"the second user was answered {words}" for words in poller.mixed[:3]]
    return (sum(asked for asked, _ in tap.counts(mark.encode())), poller.count,
            [f"{proxy.COMMAND}: {words}" for words in wrong])


def run(bench):
    """Counts on every connection behind each proxy what was asked and what was answered."""
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]))

    def haproxy(address, mark):
        shared = "backend arena\n"
        added = f"backend arena\n    http-reuse always\n    http-request set-header X-Mark {mark}\n"
        return Haproxy(bench, address, changes=[(shared, added)])

    def nginx(address, mark):
        place = "        proxy_pass http://arena;\n"
        return Nginx(bench, address, changes=[
            (place, place + f"        proxy_set_header X-Mark {mark};\n")])

    passed, polled, wrong = 0, 0, []
    for make in (haproxy, nginx):
        asked, polls, found = through(bench, arena, make)
        passed, polled, wrong = passed + asked, polled + polls, wrong + found
    count = 2 * len(list(cases()))
    bench.figures = {"requests": count, "passed on": passed, "polls": polled, "wrong": len(wrong)}
    require(not wrong, "; ".join(wrong[:6]))
