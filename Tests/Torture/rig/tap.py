"""A tap on the line between a proxy and the arena: passes bytes on and keeps both directions."""

import socket
import threading


class Tap:
    """Listens on loopback, connects on; `lines` holds (asked, answered) for each connection."""

    def __init__(self, bench, target):
        self.target, self.lines = target, []
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.address = self.listener.getsockname()
        bench.later(self.listener.close)
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
                far = socket.create_connection(self.target)
            except OSError:
                return
            line = (bytearray(), bytearray())
            self.lines.append(line)
            for one, other, kept in ((near, far, line[0]), (far, near, line[1])):
                threading.Thread(target=self.pass_on, args=(one, other, kept), daemon=True).start()

    def pass_on(self, one, other, kept):
        try:
            while piece := one.recv(65536):
                kept += piece
                other.sendall(self.changed(piece, kept))
            other.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (one, other):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def changed(self, piece, kept):
        """What is passed on; the self-check puts something in."""
        return piece

    def counts(self, mark):
        """For each connection how many requests bear the proxy's mark, and how many answers came."""
        return [(bytes(asked).count(mark), answers(bytes(answered)))
                for asked, answered in list(self.lines)]


def answers(data):
    """How many final answers begin in these bytes."""
    return sum(data.count(b"HTTP/1.1 %d" % kind) for kind in (2, 3, 4, 5))
