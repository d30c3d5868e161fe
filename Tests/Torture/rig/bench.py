"""The ground one test stands on: folders, a seed, the mock provider, and the end of all it began."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))


class Failed(Exception):
    """The program broke a promise."""


class Pending(Exception):
    """What the test needs is not in the program (yet); it is told, and counted neither way."""


def require(truth, words):
    """Ends the test as failed unless `truth`."""
    if not truth:
        raise Failed(words)


class Bench:
    """One test's ground. `full` asks for the long form, `broken` for the self-check."""

    def __init__(self, name, program, seed, full=False, broken=False):
        self.name, self.program, self.seed = name, program, seed
        self.full, self.broken = full, broken
        self.random = random.Random(f"{name} {seed}")
        self.patience = float(os.environ.get("TORTURE_PATIENCE", "2"))
        self.folder = tempfile.mkdtemp(prefix=f"torture-{name}-")
        self.memory = tempfile.mkdtemp(
            prefix="torture-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.figures = {}
        self._closers = []
        self._upstreams = {}

    def size(self, short, full):
        """How much of it: the short or the long form's number."""
        return full if self.full else short

    def path(self, *names):
        """A path in the test's folder."""
        return os.path.join(self.folder, *names)

    def later(self, closer):
        """Has something ended when the test ends, the last first."""
        self._closers.append(closer)

    def close(self, keep=False):
        """Ends everything the test began; keeps its folder where asked."""
        for closer in reversed(self._closers):
            try:
                closer()
            except Exception as error:  # the next must still be ended
                print(f"      while ending {self.name}: {error}", file=sys.stderr)
        shutil.rmtree(self.memory, ignore_errors=True)
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    def upstream(self, name="m"):
        """The mock provider M; started at the first call."""
        if name not in self._upstreams:
            self._upstreams[name] = Upstream(self, name)
        return self._upstreams[name]

    def shim(self, name):
        """A preloaded library of this folder's C, compiled for this run."""
        library = self.path(name + ".so")
        if not os.path.exists(library):
            source = os.path.join(HERE, "shims", name + ".c")
            subprocess.run(
                ["gcc", "-O2", "-Wall", "-shared", "-fPIC", source, "-o", library, "-ldl"],
                check=True)
        return library

    def offers(self, *command):
        """Whether the program has a subcommand or option: `offers("verify")`."""
        run = subprocess.run(
            [self.program, *command, "--help"], capture_output=True, text=True, timeout=60)
        usage = "USAGE: arena " + " ".join(word for word in command if word[0] != "-")
        return usage in run.stdout and all(
            word in run.stdout for word in command if word[0] == "-")

    def knows(self, setting):
        """Whether the program has a setting of this name."""
        run = self.arena("config", "show", "--data", self.path("nowhere"))
        return setting in run.stdout

    def arena(self, *arguments, timeout=120, environment=None, program=None):
        """Runs a subcommand to its end."""
        return subprocess.run(
            [program or self.program, *arguments], capture_output=True, text=True,
            timeout=timeout, env={**os.environ, **(environment or {})})

    def together(self, count, work):
        """Runs `work(number)` in so many threads; the first error of any is thrown."""
        errors = []

        def guarded(number):
            try:
                work(number)
            except BaseException as error:
                errors.append(error)

        threads = [
            threading.Thread(target=guarded, args=(number,), daemon=True)
            for number in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if errors:
            raise errors[0]


class Upstream:
    """The mock provider in a process of its own, and what it logged."""

    def __init__(self, bench, name):
        self.log_path = bench.path(f"{name}.log")
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "provider.py"), self.log_path],
            stdout=subprocess.PIPE, text=True, start_new_session=True)
        bench.later(self.end)
        self.port = int(self.process.stdout.readline())

    def end(self):
        """Ends the provider."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def is_idle(self):
        """Whether nobody is connected any more: a request is logged before its connection closes."""
        mine = f":{self.port:04X}"
        with open("/proc/net/tcp", encoding="ascii") as file:
            rows = [line.split() for line in file][1:]
        # 01 is an open connection, 08 one that the other side has closed.
        return not any(row[1].endswith(mine) and row[3] in ("01", "08") for row in rows)

    def log(self):
        """All that was logged: a list of dictionaries."""
        import json
        with open(self.log_path, encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.endswith("\n")]
