"""Exit 78: a folder that cannot be served from is refused at the start, and left as it is."""

import os
import shutil
import subprocess

from rig import Arena, Pending, Visitor, require
from rig.program import settings

NAME = "start-refused"
SELF_CHECK = "the folder is writable and local after all"

# What is done before the program takes the shell's place, in a mount namespace of its own.
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'
NETWORK = ('text=$(cat /proc/self/mountinfo) && '
           'printf "%s\\n9999 1 0:99 / %s rw - nfs4 server:/x rw\\n" "$text" "$1" > "$2" && '
           'mount --bind "$2" /proc/$$/mountinfo && shift 2 && exec "$@"')
NOTHING = 'shift && exec "$@"'


def files(folder):
    """Every file with its bytes."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def refused(bench, script, *arguments):
    """Runs the program behind a script; its exit code and what it said."""
    try:
        run = subprocess.run(
            ["unshare", "-m", "bash", "-c", script, "_", *arguments], capture_output=True,
            text=True, timeout=8 * bench.patience)
    except subprocess.TimeoutExpired:
        return None, "it serves"
    return run.returncode, run.stderr


def run(bench):
    """A folder mounted to be read only, and one that the system says is on NFS."""
    probe = shutil.which("unshare") and subprocess.run(
        ["unshare", "-m", "true"], capture_output=True).returncode
    if probe != 0:
        raise Pending("needs a mount namespace (root)")
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]))
    voter = Visitor(arena.address)
    require(voter.vote(voter.ready("once"), "a").status == 201, "the vote was refused")
    arena.stop()
    before, fake, wrong = files(arena.data), bench.path("mounts"), []
    serve = [bench.program, "serve", "--config", arena.config, "--data", arena.data, "--port", "0"]
    cases = {
        "read-only-file-system": (NOTHING if bench.broken else READ_ONLY, [arena.data]),
        "network-file-system": (
            "shift; " + NOTHING if bench.broken else NETWORK, [arena.data, fake])}
    for word, (script, places) in cases.items():
        code, said = refused(bench, script, *places, *serve)
        if code != 78 or f"[{word}]" not in said:
            wrong.append(f"{word}: {code} {said[-200:]}")
    changed = [name for name, data in files(arena.data).items() if before.get(name) != data]
    allowed = arena.again(settings=arena.settings + "storage:\n  allow_network: true\n")
    require(Visitor(allowed.address).get("/readyz").status == 200, "it is not ready afterwards")
    bench.figures = {"refused": len(cases) - len(wrong), "files changed": len(changed)}
    require(not wrong, "; ".join(wrong))
    require(not changed, f"changed: {changed}")
