"""9: far more prompts than a day's money, leaving clients and a kill; never a cent over the ceiling."""

import decimal
import threading
import time

from rig import Arena, Visitor, require
from rig.client import reset
from rig.invariants import check
from rig.program import settings
from rig.waiting import until

NAME = "wallet-ceiling"
SELF_CHECK = "the ceiling is judged at a tenth of what was set"
CEILING = decimal.Decimal("1.00")
IN, OUT, TOKENS = decimal.Decimal("1.00"), decimal.Decimal("10.00"), 1000
MILLION = decimal.Decimal(1_000_000)


def configuration(port):
    """Two priced contenders under a ceiling."""
    text = settings(port, ["priced.1", "priced.2"], price='{input: "1.00", output: "10.00"}',
                    extra='daily_budget: "1.00"\n')
    return text.replace('upstream_model: "priced', "settings: {max_tokens: %d}, "
                        'upstream_model: "priced' % TOKENS)


def cost(note):
    """What a request cost by M: its bill, or the worst case where it was cut."""
    if note.get("usage"):
        usage = note["usage"]
        return (usage["prompt_tokens"] * IN + usage["completion_tokens"] * OUT) / MILLION
    return (100 * IN + TOKENS * OUT) / MILLION


class Crowd:
    """Many identities that open battles; every other one leaves early."""

    def __init__(self, bench, arena):
        self.bench, self.arena = bench, arena
        self.codes, self.lock, self.slowest = {}, threading.Lock(), 0.0
        self.refusals = set()

    def work(self, number, count):
        """Some of the prompts, a new identity every other time."""
        for turn in range(count):
            visitor = Visitor(self.arena.address)
            begun = time.monotonic()
            try:
                answer = visitor.post("/api/v1/battles", {"prompt": f"buy {number} {turn}"})
            except OSError:
                return
            with self.lock:
                self.slowest = max(self.slowest, time.monotonic() - begun)
                word = f"{answer.status} {answer.code if answer.status != 201 else 'opened'}"
                self.codes[word] = self.codes.get(word, 0) + 1
                if answer.status != 201:
                    self.refusals.add((answer.status, answer.code,
                                       bool(answer.header("retry-after"))))
            if answer.status == 201 and turn % 2:
                battle = answer.json()["id"]
                try:
                    connection = visitor.connect()
                    connection.sendall(
                        visitor.message("GET", f"/api/v1/battles/{battle}/stream"))
                    connection.recv(1024)
                    reset(connection)
                except OSError:
                    pass  # the server was killed
            visitor.leave()


def run(bench):
    """Opens, kills in the middle, opens on; then adds up what M asked for."""
    arena = Arena(bench, configuration(bench.upstream().port))
    prompts, clients = bench.size(480, 5000), 16
    crowd = Crowd(bench, arena)
    for _ in range(2):
        threads = [threading.Thread(target=crowd.work, args=(n, prompts // clients // 3))
                   for n in range(clients)]
        for thread in threads:
            thread.start()
        time.sleep(bench.random.uniform(0.1, 0.4))
        arena.kill()
        for thread in threads:
            thread.join()
        arena = crowd.arena = arena.again()
    bench.together(clients, lambda number: crowd.work(number, prompts // clients // 3))
    until(bench.upstream().is_idle, 10 * bench.patience)
    notes = bench.upstream().log()
    spent = sum((cost(note) for note in notes), decimal.Decimal(0))
    ceiling = CEILING / 10 if bench.broken else CEILING
    bench.figures = {"requests at M": len(notes), "dollars spent": str(spent),
                     "of dollars": str(CEILING),
                     "dollars over": str(max(spent - ceiling, decimal.Decimal(0))),
                     "answers": str(crowd.codes), "s slowest answer": crowd.slowest}
    require(spent <= ceiling, f"{spent} dollars were spent of {ceiling}")
    require(crowd.refusals, "nothing was refused")
    require(crowd.refusals == {(429, "budget-used", True)},
            f"refusals are {crowd.refusals}, wanted 429 budget-used with a time")
    check(bench, arena.database)
