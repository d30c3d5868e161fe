"""The built program, started and ended by a walk itself."""

import os
import signal
import subprocess


def serve(program, config, data, port, **variables):
    """The program on a port, with variables in its environment, and where it is reached."""
    server = subprocess.Popen(
        [program, "serve", "--config", config, "--data", data, "--port", str(port)],
        env={**os.environ, "ARENA_STOP_SECONDS": "1", **variables},
        stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        if line.startswith("open "):
            return server, line.split()[1]
    raise SystemExit("the program did not start")


def end(server):
    """Tells it to stop, and waits until it has."""
    server.send_signal(signal.SIGTERM)
    server.wait()
