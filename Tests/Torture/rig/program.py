"""The built program, started as a person starts it, and ended in every way there is."""

import os
import re
import signal
import subprocess
import time

from .bench import Failed


class Arena:
    """A running `arena serve` with a data folder of its own."""

    def __init__(self, bench, settings, data=None, environment=None, wrapper=(), arguments=(),
                 wait=20, log="arena", ready=True):
        self.bench, self.settings = bench, settings
        self.data = data or bench.path("data")
        self.environment = environment or {}
        self.config = bench.path("arena.yaml")
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(settings)
        self.out, self.errors = bench.path(log + ".out"), bench.path(log + ".err")
        self.begun = time.monotonic()
        offset = os.path.getsize(self.out) if os.path.exists(self.out) else 0
        with open(self.out, "ab") as out, open(self.errors, "ab") as errors:
            self.process = subprocess.Popen(
                [*wrapper, bench.program, "serve", "--config", self.config, "--data", self.data,
                 "--port", "0", "--no-detect", *arguments],
                stdout=out, stderr=errors, stdin=subprocess.DEVNULL, start_new_session=True,
                env={**os.environ, **self.environment}, cwd=bench.folder)
        bench.later(self.end)
        self.address = self.admin = None
        if ready:
            self.await_greeting(offset, wait)

    def await_greeting(self, offset, wait):
        """Reads until the address and the admin link are said."""
        while time.monotonic() - self.begun < wait * self.bench.patience:
            with open(self.out, encoding="utf-8", errors="replace") as file:
                file.seek(offset)
                text = file.read()
            found = re.search(r"^open +http://([\d.]+):(\d+)\n(?:.*\n)*?admin +(\S+).*\n", text, re.M)
            if found:
                self.ready_seconds = time.monotonic() - self.begun
                self.address = (found[1], int(found[2]))
                self.admin = found[3]
                return
            if self.process.poll() is not None:
                raise Failed(
                    f"the program ended with {self.process.returncode} before it listened: "
                    + self.complaint())
            time.sleep(0.004)
        raise Failed(f"the program said no address within {wait} s: " + self.complaint())

    def complaint(self):
        """The last words on stderr."""
        with open(self.errors, encoding="utf-8", errors="replace") as file:
            return " / ".join(file.read().strip().splitlines()[-3:])

    @property
    def pid(self):
        """The program's own process, also under a wrapper."""
        pid = self.process.pid
        while True:
            try:
                if os.readlink(f"/proc/{pid}/exe") == os.path.realpath(self.bench.program):
                    return pid
                with open(f"/proc/{pid}/task/{pid}/children") as file:
                    pid = int(file.read().split()[0])
            except (OSError, IndexError):
                return self.process.pid

    def again(self, environment=None, wrapper=(), ready=True, settings=None, wait=20):
        """The same arena, started once more on the same data."""
        return Arena(
            self.bench, settings or self.settings, self.data,
            self.environment if environment is None else environment, wrapper, wait=wait,
            ready=ready)

    def kill(self):
        """Ends it as a crash would, at once."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def stop(self, limit=40):
        """Asks it to stop; gives the exit code and the seconds it took."""
        begun = time.monotonic()
        os.kill(self.pid, signal.SIGTERM)
        code = self.process.wait(timeout=limit)
        return code, time.monotonic() - begun

    def ended(self, within):
        """The exit code if it ends by itself within some seconds, else `None`."""
        try:
            return self.process.wait(timeout=within)
        except subprocess.TimeoutExpired:
            return None

    def end(self):
        """Ends its whole process group, if there is still one."""
        if self.process.poll() is None:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.process.wait()

    def descriptors(self):
        """How many files and sockets it has open."""
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def memory(self):
        """Its resident memory in MiB."""
        with open(f"/proc/{self.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024

    def cpu(self):
        """Seconds of processor time it has used."""
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def database(self):
        """The database file."""
        return os.path.join(self.data, "arena.db")


def settings(port, models, extra="", key_env=None, price=None, limits="", pacing="live"):
    """A settings file: one provider M, one contender for each upstream model id."""
    key = f", api_key_env: {key_env}" if key_env else ""
    priced = f", price: {price}" if price else ""
    lines = [
        "providers:",
        f'  m: {{protocol: openai, base_url: "http://127.0.0.1:{port}/v1"{key}}}',
        "contenders:"]
    lines += [
        f'  - {{id: c{number}, name: "N{number}", provider: m, upstream_model: "{model}"{priced}}}'
        for number, model in enumerate(models)]
    return "\n".join(lines) + f"""
control_share: 0
pacing: {pacing}
detect: false
limits:
  concurrent_replies: 8192
{limits}{extra}
"""
