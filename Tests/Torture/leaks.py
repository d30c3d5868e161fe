"""3, 4: `arena doctor --leaks`, the program's own campaign of marked upstreams, in every pacing."""

import re

from rig import require
from rig.program import settings

NAME = "blind-transcript-canary"


def run(bench):
    """Calls it for each way of pacing; it must find nothing and say how much it looked at."""
    bench.figures = {"pacings": 0, "battles": 0, "leaks": 0}
    for pacing in ["even", "strict", "live", "hold"] if bench.full else ["even"]:
        config = bench.path(f"{pacing}.yaml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(settings(9, ["one", "two", "three"], pacing=pacing))
        said = bench.arena("doctor", "--leaks", "--config", config, "--data", bench.path(pacing))
        require(said.returncode == 0, f"{pacing}: {said.stdout[-300:]} {said.stderr[-300:]}")
        leaks = re.search(r"(\d+) leaks", said.stdout)
        battles = re.search(r"(\d+) battles", said.stdout)
        require(leaks and leaks[1] == "0", f"{pacing}: {said.stdout[-300:]}")
        bench.figures["pacings"] += 1
        bench.figures["battles"] += int(battles[1]) if battles else 0
