#!/usr/bin/env python3
"""Runs arena rate, the library and the peers on the same files and prints a table in Markdown.

usage: bench_ratings.py FOLDER ARENA [--quick] [--real FOLDER] [--only whole|real|reading|pieces|memory]

Each figure is the least of several runs; ours and the peers' take turns, so that both see the same
machine. Seconds are of processor (user and system), for the machine may be shared; memory is the
largest resident set.
"""

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

FOLDER, ARENA = Path(sys.argv[1]), sys.argv[2]
QUICK = "--quick" in sys.argv
REAL = Path(sys.argv[sys.argv.index("--real") + 1]) if "--real" in sys.argv else None
ONLY = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else None
HERE = Path(__file__).parent
PYTHON = FOLDER / "venv/bin/python"
SWIFT = FOLDER / "swift/.build/release/RatingsBench"
SEED = "7"


def run(words):
    """Processor seconds, wall seconds, KiB and output of a process."""
    start = time.perf_counter()
    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.PIPE)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss, output


def whole(words):
    return run(words)[:3]


def inner(words):
    """What a program says of its own work."""
    _, _, memory, output = run(words)
    processor, wall = output.split()[:2]
    return float(processor), float(wall), memory


def against(ours, peers, repeats):
    """The best of each in turns: [ours, *peers]."""
    jobs = [ours, *peers]
    best = [None] * len(jobs)
    for _ in range(repeats):
        for place, (measure, words) in enumerate(jobs):
            lap = measure(words)
            best[place] = lap if best[place] is None else min(best[place], lap)
    return best


def votes(count, models):
    """The generated file of so many votes, as JSON lines and as two CSV files."""
    lines = FOLDER / f"votes-{count}-{models}.jsonl"
    plain = lines.with_suffix(".csv")
    evalica = FOLDER / f"votes-{count}-{models}.evalica.csv"
    if not lines.exists():
        part = lines.with_suffix(".part")
        subprocess.run(
            [sys.executable, HERE / "generate_votes.py", str(count), str(models), SEED, part],
            check=True)
        part.rename(lines)
    if not evalica.exists():
        convert(lines, plain, evalica)
    return lines, plain, evalica


def convert(lines, plain, evalica):
    words = {"model_a": "left", "model_b": "right"}
    with open(lines, encoding="utf-8") as source, open(plain, "w") as ours, \
            open(evalica.with_suffix(".part"), "w") as theirs:
        ours.write("model_a,model_b,winner\n")
        theirs.write("left,right,winner\n")
        for line in source:
            vote = json.loads(line)
            a, b, winner = vote["model_a"], vote["model_b"], vote["winner"]
            ours.write(f'"{a}","{b}",{winner}\n')
            theirs.write(f'"{a}","{b}",{words.get(winner, "tie")}\n')
    evalica.with_suffix(".part").rename(evalica)


class Table:
    def __init__(self):
        self.rows = []

    def add(self, work, ours, peer, theirs, goal):
        ratio = theirs[0] / ours[0]
        text = f"{ratio:,.1f} × faster" if ratio >= 1 else f"{1 / ratio:,.2f} × the time"
        self.rows.append(
            f"| {work} | {seconds(ours)} | {peer} | {seconds(theirs)} | {text} | {goal} |")
        print(self.rows[-1], file=sys.stderr, flush=True)

    def __str__(self):
        head = "| work | ours | peer | theirs | ratio | goal |\n|---|---|---|---|---|---|\n"
        return head + "\n".join(self.rows)


def seconds(lap):
    return f"{lap[0] * 1000:,.1f} ms ({lap[1] * 1000:,.0f} ms, {lap[2] / 1024:,.0f} MiB)"


def whole_process(table, count, models, repeats):
    lines, plain, evalica = votes(count, models)
    label = f"whole process, {count:,} votes, {models} models"
    rate = [ARENA, "rate", "--quiet", "--format", "csv"]
    peers = [
        ("arena-rank, sandwich", ">= 30 x", [PYTHON, HERE / "peer.py", "arena-rank", plain]),
        ("evalica's command, no intervals", ">= 10 x",
         [FOLDER / "venv/bin/evalica", "-i", evalica, "pairwise", "bradley-terry"]),
        ("FastChat's method, 100 bootstraps", "", [PYTHON, HERE / "peer.py", "fastchat", plain]),
    ]
    best = against(
        (whole, rate + [plain]), [(whole, words) for _, _, words in peers], repeats)
    for (name, goal, _), lap in zip(peers, best[1:]):
        goal = goal if count == 1_000_000 else ""
        table.add(f"{label}, CSV", best[0], name, lap, goal)


def real_files(table, repeats):
    for path in sorted(REAL.glob("*.jsonl")) if REAL else []:
        plain, evalica = FOLDER / f"{path.stem}.csv", FOLDER / f"{path.stem}.evalica.csv"
        convert(path, plain, evalica)
        ours, peer = against(
            (whole, [ARENA, "rate", "--quiet", "--format", "csv", plain]),
            [(whole, [PYTHON, HERE / "peer.py", "arena-rank", plain])], repeats)
        table.add(f"whole process, {path.stem}", ours, "arena-rank, sandwich", peer, "")


def reading(table, count, repeats):
    lines, _, _ = votes(count, 100)
    size = lines.stat().st_size / 1e6
    best = against(
        (inner, [SWIFT, "read", lines, "1"]),
        [(whole, [FOLDER / "read_loop", lines]), (whole, [FOLDER / "read_simdjson", lines]),
         (inner, [SWIFT, "read", lines, str(os.cpu_count())])], repeats)
    label = f"reading alone, {size:,.0f} MB of JSON lines"
    table.add(label, best[0], "C loop, three fields, no checks", best[1], "<= 2 x")
    table.add(label, best[0], "simdjson on demand", best[2], "<= 2 x")
    print(f"reading with {os.cpu_count()} tasks: {seconds(best[3])}", file=sys.stderr)


def pieces(table, count, rounds, repeats):
    lines, plain, _ = votes(count, 100)
    peer = lambda *words: (inner, [PYTHON, HERE / "peer.py", *words])
    ours, core = against((inner, [SWIFT, "fit", lines]), [peer("evalica-core", plain)], repeats)
    table.add("fit and sandwich from a tally, 100 models", ours,
              "evalica's core, indices ready, no interval", core, "<= 1 x the time")
    ours, boot = against(
        (inner, [SWIFT, "bootstrap", lines, rounds]), [peer("bootstrap", plain, rounds)], 1)
    table.add(f"{rounds} bootstrap rounds, 100 models", ours, "FastChat's method", boot, ">= 20 x")
    ours, style = against((inner, [SWIFT, "style", lines]), [peer("style", lines)], 1)
    table.add(f"style control, {count:,} votes, 4 features", ours,
              "arena-rank's contextual fit", style, ">= 20 x")


def versions():
    listed = subprocess.run(
        [PYTHON, "-m", "pip", "list", "--format", "json"], capture_output=True, check=True).stdout
    wanted = ("arena-rank", "evalica", "jax", "numpy", "scipy", "pandas")
    found = [f"{one['name']} {one['version']}" for one in json.loads(listed) if one["name"] in wanted]
    simdjson = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", "libsimdjson-dev"], capture_output=True).stdout
    swift = subprocess.run(["swift", "--version"], capture_output=True).stdout.decode()
    model = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line]
    return (f"{model[0]}, {os.cpu_count()} cores, {platform.system()} {platform.release()}; "
            f"{swift.splitlines()[0]}; Python {platform.python_version()}, {', '.join(found)}, "
            f"simdjson {simdjson.decode()}.")


def wanted(section):
    return ONLY in (None, section)


def memory():
    lines, plain, _ = votes(10_000_000, 300)
    for path in [lines, plain]:
        lap = whole([ARENA, "rate", "--quiet", "--format", "csv", path])
        print(f"\n10,000,000 votes, 300 models, {path.stat().st_size / 1e9:.1f} GB of "
              f"{path.suffix[1:].upper()}, whole process: {seconds(lap)}; "
              "the goal is at most 64 MiB.")


def main():
    table = Table()
    counts = [10_000, 100_000] if QUICK else [10_000, 100_000, 1_000_000]
    top = counts[-1]
    repeats = 2 if QUICK else 3
    for count, models in [*((count, 100) for count in counts), (top, 20), (top, 300)]:
        if wanted("whole"):
            whole_process(table, count, models, repeats)
    if wanted("real"):
        real_files(table, repeats)
    if wanted("reading"):
        reading(table, top, 5)
    if wanted("pieces"):
        pieces(table, top, "100" if QUICK else "1000", repeats)
    print(table)
    if wanted("memory") and not QUICK:
        memory()
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print("\nMilliseconds are of processor, in brackets wall and memory; the least of "
          f"{repeats} runs in turns. {versions()} Load at the end: {load}.")


if __name__ == "__main__":
    main()
