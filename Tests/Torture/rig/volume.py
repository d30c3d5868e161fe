"""Small volumes of their own: an ext4 in a file, mounted."""

import os
import subprocess

from .bench import Pending


def mounted(bench, name, megabytes=64, options="", image=None):
    """Mounts an image, a fresh one where none is given: the folder, the image and how to unmount.

    Throws `Pending` where this user or this machine cannot mount.
    """
    if os.geteuid() != 0:
        raise Pending("needs root to mount a small volume")
    point = bench.path(f"{name}.mount")
    os.mkdir(point)
    if image is None:
        image = bench.path(f"{name}.img")
        with open(image, "wb") as file:
            file.truncate(megabytes << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", image], check=True)
    words = ",".join(["loop"] + ([options] if options else []))
    if subprocess.run(["mount", "-o", words, image, point], stderr=subprocess.DEVNULL).returncode:
        raise Pending("no loop device can be mounted here")
    is_mounted = [True]

    def unmount():
        if is_mounted and is_mounted.pop():
            subprocess.run(["umount", "-l", point], check=False)

    bench.later(unmount)
    return point, image, unmount
