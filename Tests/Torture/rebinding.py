"""14: a provider's name that leads to the public network first and into this machine next."""

import select
import socket

from rig import Arena, Failed, Visitor, require
from rig.program import settings

NAME = "ssrf-rebinding"
SELF_CHECK = "the provider may be of a private network (allow_private)"
PUBLIC = "93.184.216.34"

# Where a name must never lead, however it comes in a name server's answer.
INSIDE = [
    "127.0.0.1", "127.8.8.8", "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.1.1",
    "100.64.0.1", "0.0.0.0", "::1", "::", "::ffff:127.0.0.1", "::ffff:169.254.169.254",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "fe80::1", "fd00::1", "fec0::1", "2002:7f00:1::1",
    "255.255.255.255", "198.18.0.1", "::127.0.0.1"]


class Trap:
    """A listener on every address of this machine's loopback, at the very port that is asked for."""

    def __init__(self, bench):
        self.four = socket.create_server(("127.0.0.1", 0))
        self.port = self.four.getsockname()[1]
        self.all = [self.four]
        for family, host in ((socket.AF_INET, "127.8.8.8"), (socket.AF_INET6, "::1")):
            try:
                self.all.append(socket.create_server((host, self.port), family=family))
            except OSError:
                pass  # this machine lacks it, and so a connection there is impossible
        for listener in self.all:
            listener.setblocking(False)
            bench.later(listener.close)

    def caught(self, seconds=0):
        """How many connections came until now, or at least one within so many seconds."""
        select.select(self.all, [], [], seconds)
        count = 0
        for listener in self.all:
            try:
                while listener.accept():
                    count += 1
            except BlockingIOError:
                pass
        return count


def run(bench):
    """One name turns between two battles; others lead inside at once, or among other answers."""
    upstream, trap = bench.upstream(), Trap(bench)
    answers = [f"turns.example {PUBLIC}", "turns.example 127.0.0.1"]
    names = ["turns"]
    for number, address in enumerate(INSIDE):
        names += [f"inside{number}", f"mixed{number}"]
        answers += [f"inside{number}.example {address}", f"mixed{number}.example {address} {PUBLIC}"]
    zone, log, clock = bench.path("zone"), bench.path("asked"), bench.path("clock")
    for path, text in ((zone, "\n".join(answers) + "\n"), (log, ""), (clock, "0")):
        with open(path, "w", encoding="ascii") as file:
            file.write(text)
    private = ", allow_private: true" if bench.broken else ""
    providers = "providers:\n" + "".join(
        f'  {name}: {{protocol: openai, base_url: "http://{name}.example:{trap.port}/v1"{private}}}\n'
        for name in names)
    contenders = "contenders:\n" + "".join(
        f'  - {{id: c-{name}, name: "N {name}", provider: {name}, upstream_model: "ok.{name}"}}\n'
        for name in names)
    base = settings(upstream.port, [])
    arena = Arena(
        bench, providers + contenders + base[base.index("control_share"):], environment={
            "LD_PRELOAD": f"{bench.shim('dns')} {bench.shim('clock')}", "DNS_SHIM": zone,
            "DNS_SHIM_LOG": log, "DNS_SHIM_PUBLIC": str(upstream.port), "CLOCK_SHIM": clock})
    visitor, ended = Visitor(arena.address), {}

    def battle(one, other):
        opened = visitor.open("Who answers?", pair=[f"c-{one}", f"c-{other}"])
        if bench.broken and trap.caught(5):
            raise Failed("a connection reached the listener inside")
        state = visitor.wait(opened)["state"]
        ended[state] = ended.get(state, 0) + 1
        return state

    for number in range(len(INSIDE)):
        battle(f"inside{number}", f"mixed{number}")
    require(battle("turns", "mixed0") == "ready" or bench.broken, "the public address is not reached")
    # libcurl remembers an answer for a minute of the clock on the wall.
    with open(clock, "w", encoding="ascii") as file:
        file.write("3600000")
    state = battle("turns", "mixed1")
    with open(log, encoding="ascii") as file:
        lines = file.read().splitlines()
    turns = [line for line in lines if line.startswith("ask turns.example")]
    reached = sorted({line.split()[1] for line in lines if line.startswith("connect")} - {PUBLIC})
    caught = trap.caught()
    bench.figures = {"names": len(names), "questions": sum(l.startswith("ask") for l in lines),
                     "caught": caught, **{f"battles {k}": v for k, v in sorted(ended.items())}}
    require(not caught, f"{caught} connections reached the listener inside")
    require(not reached, f"connections were begun to {', '.join(reached)}")
    require(len(turns) > 1, "the name was not asked for again: nothing was tried")
    require(state == "failed", f"the name that turned gave a battle {state}")
    answer = Visitor(arena.address).get("/healthz").status
    require(answer == 200, f"the arena answers {answer}")
