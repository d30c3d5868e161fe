"""Waiting for something to happen, and no longer."""

import time


def until(holds, seconds):
    """Asks until it holds; says whether it did in so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True
