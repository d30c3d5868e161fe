"""1, by another way: the image under a mounted ext4 is copied while the server stands still."""

import os
import shutil
import signal
import subprocess
import threading
import time

from rig import Arena, Failed, Journal, Visitor, require
from rig.invariants import check, require_verified
from rig.program import settings
from rig.volume import mounted

NAME = "power-cut-image"
SELF_CHECK = "fdatasync says yes and does nothing"


def voting(arena, journal, number, stop):
    """One client who opens battles and votes until the server stands still."""
    visitor = Visitor(arena.address, seconds=3)
    try:
        while not stop.is_set():
            battle = visitor.ready(f"image {number} {time.monotonic()}")
            if visitor.vote(battle, "b").status == 201 and not stop.is_set():
                journal.ack(battle, "b")
    except (OSError, Failed, ValueError, KeyError):
        pass  # the server was stopped in the middle


def cut(bench, number):
    """One power cut; gives the oracle and the folder of what is left."""
    environment = {}
    if bench.broken:
        control = bench.path("lie")
        with open(control, "w") as file:
            file.write("lie\n")
        environment = {"LD_PRELOAD": bench.shim("disk"), "DISK_SHIM": control}
    point, image, unmount = mounted(bench, f"volume-{number}", 48, "commit=600")
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]),
                  data=f"{point}/data", environment=environment, log=f"image-{number}")
    journal, stop = Journal(f"{bench.memory}/oracle-{number}"), threading.Event()
    clients = [threading.Thread(target=voting, args=(arena, journal, n, stop)) for n in range(6)]
    for client in clients:
        client.start()
    time.sleep(bench.random.uniform(0.4, 1.2))
    os.kill(arena.pid, signal.SIGSTOP)
    time.sleep(0.05)
    stop.set()
    left = bench.path(f"left-{number}.img")
    subprocess.run(["cp", "--sparse=always", image, left], check=True)
    arena.kill()
    for client in clients:
        client.join()
    unmount()
    os.unlink(image)
    return journal, left


def run(bench):
    """Cuts the power again and again and looks at what the disk had."""
    cuts, acked, lost_in = bench.size(4, 300), 0, 0
    for number in range(cuts):
        journal, left = cut(bench, number)
        acked += len(journal.acks)
        point, _, unmount = mounted(bench, f"left-{number}", image=left)
        try:
            path = f"{point}/data/arena.db"
            require(os.path.exists(path), "the database itself is gone")
            copy = bench.path("looked-at")
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(f"{point}/data", copy)
            if not bench.broken:
                require_verified(bench, copy)
            check(bench, f"{copy}/arena.db", journal)
        except Failed as failure:
            lost_in += 1
            reason = failure
        finally:
            unmount()
            os.unlink(left)
    bench.figures = {"cuts": cuts, "acked": acked, "cuts with a loss": lost_in}
    require(lost_in == 0, f"{lost_in} of {cuts} cuts: {reason if lost_in else ''}")
    require(acked > 5 * cuts, "too few votes to mean anything")
