"""The oracle: what clients were promised, on stable storage before they go on."""

import os
import threading


class Journal:
    """INTENT before and ACK after each vote, one line each, synced."""

    def __init__(self, path):
        self.path = path
        self.file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        self.intents, self.acks = {}, {}
        self.lock = threading.Lock()

    def _line(self, *words):
        os.write(self.file, (" ".join(words) + "\n").encode())
        os.fdatasync(self.file)

    def intent(self, battle, outcome):
        """About to send a vote."""
        with self.lock:
            self._line("INTENT", battle, outcome)
            self.intents[battle] = outcome

    def ack(self, battle, outcome):
        """The vote was answered with success."""
        with self.lock:
            self._line("ACK", battle, outcome)
            self.acks[battle] = outcome

    def unanswered(self):
        """Votes that were sent and never answered."""
        return {b: o for b, o in self.intents.items() if b not in self.acks}
