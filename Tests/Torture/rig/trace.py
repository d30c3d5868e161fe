"""What strace saw of a server's files and answers, and the disk states a power cut may leave."""

import dataclasses
import os
import re

CALL = re.compile(r"(\d+) +(\w+)\((.*)$", re.S)
RESUMED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)$", re.S)
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
ACK = re.compile(rb'"sha256":"([0-9a-f]{64})"')
VOTE = re.compile(rb'"vote":"(\w+)"')


@dataclasses.dataclass
class Operation:
    """One thing that happened: a write, a cut, a sync's beginning or end, a removal, or an ACK."""

    kind: str
    path: str = ""
    data: bytes = b""
    at: int = 0
    digest: str = ""
    outcome: str = ""
    thread: str = ""
    is_checkpoint_write: bool = False


def plain(text):
    """The bytes of strace's hexadecimal."""
    return bytes.fromhex(text.replace("\\x", ""))


def read(trace, folder):
    """The operations on a folder's files and the acknowledgements, in order.

    A call that strace saw in two halves counts where that is worst: a write from its beginning, a
    sync for what was there at its beginning and only from its end, an answer from its beginning.
    """
    operations, halves, offsets = [], {}, {}
    with open(trace, encoding="latin-1") as file:
        for line in file:
            line = line.rstrip("\n")
            resumed = RESUMED.match(line)
            if resumed:
                thread, name, rest = resumed.groups()
                first = halves.pop(thread, "")
                if name in ("fdatasync", "fsync"):
                    _end_sync(operations, thread, rest)
                elif name in ("openat", "lseek"):
                    _take(operations, offsets, thread, name, first + rest, folder)
                continue
            call = CALL.match(line)
            if not call:
                continue
            thread, name, rest = call.groups()
            if rest.endswith("<unfinished ...>"):
                rest = rest[:-len("<unfinished ...>")]
                halves[thread] = rest
                if name not in ("openat", "lseek"):
                    _take(operations, offsets, thread, name, rest, folder)
                continue
            _take(operations, offsets, thread, name, rest, folder)
            if name in ("fdatasync", "fsync"):
                _end_sync(operations, thread, rest)
    return operations


def _end_sync(operations, thread, rest):
    if rest.rstrip().endswith("= 0"):
        operations.append(Operation("synced", thread=thread))


def _take(operations, offsets, thread, name, rest, folder):
    if name in ("write", "writev", "sendto", "sendmsg"):
        _note_ack(operations, rest)
    if name == "unlink":
        path = plain(STRING.search(rest)[1]).decode()
        if path.startswith(folder) and rest.rstrip().endswith("= 0"):
            operations.append(Operation("unlink", path))
        return
    if name == "rename":
        paths = [plain(text).decode() for text in STRING.findall(rest)[:2]]
        if paths and paths[0].startswith(folder):
            operations.append(Operation("rename", paths[0], paths[1].encode()))
        return
    found = re.search(r"(\d+)<([^>]*)>", rest if name != "openat" else rest.rpartition("=")[2])
    if not found:
        return
    descriptor, path = found.groups()
    path = plain(path).decode() if "\\x" in path else path
    if not path.startswith(folder) or path.endswith("-shm") or os.path.isdir(path):
        return
    if name == "openat":
        offsets[descriptor] = 0
    elif name == "lseek":
        offsets[descriptor] = int(rest.rpartition("=")[2])
    elif name in ("fdatasync", "fsync"):
        operations.append(Operation("sync", path, thread=thread))
    elif name == "ftruncate":
        size = re.search(r">, (\d+)", rest)
        operations.append(Operation("truncate", path, at=int(size[1])))
    elif name in ("pwrite64", "write"):
        data = plain(STRING.search(rest)[1])
        if name == "write":
            place = offsets.get(descriptor, 0)
            offsets[descriptor] = place + len(data)
        else:
            place = int(re.search(r'", \d+, (\d+)', rest)[1])
        operations.append(Operation(
            "write", path, data, place, is_checkpoint_write=path.endswith("arena.db")))


def _note_ack(operations, rest):
    data = b"".join(plain(text) for text in STRING.findall(rest))
    digest, vote = ACK.search(data), VOTE.search(data)
    if digest and vote:
        operations.append(
            Operation("ack", digest=digest[1].decode(), outcome=vote[1].decode()))


def change(content, operation, part=slice(None)):
    """Carries out a write or a cut on a file's content."""
    if operation.kind == "truncate":
        if operation.at < len(content):
            del content[operation.at:]
        else:
            content.extend(b"\0" * (operation.at - len(content)))
        return
    data = operation.data[part]
    at = operation.at + (part.start or 0)
    if len(content) < at + len(data):
        content.extend(b"\0" * (at + len(data) - len(content)))
    content[at:at + len(data)] = data


class Disk:
    """What is surely on the disk, and what was written since and may be there in any part."""

    def __init__(self, folder):
        self.folder = folder
        self.sure, self.pending, self.syncing = {}, {}, {}

    def apply(self, operation):
        """One operation of the running system."""
        path = operation.path
        if operation.kind in ("write", "truncate"):
            self.pending.setdefault(path, []).append(operation)
        elif operation.kind == "sync":
            self.syncing[operation.thread] = (path, len(self.pending.get(path, [])))
        elif operation.kind == "synced":
            path, count = self.syncing.pop(operation.thread, (None, 0))
            waiting = self.pending.get(path, [])
            content = self.sure.setdefault(path, bytearray()) if path else None
            for write in waiting[:count]:
                change(content, write)
            del waiting[:count]
            for thread, (other, more) in self.syncing.items():
                if other == path:
                    self.syncing[thread] = (other, max(0, more - count))
        elif operation.kind == "unlink":
            self.sure.pop(path, None)
            self.pending.pop(path, None)
        elif operation.kind == "rename":
            target = operation.data.decode()
            for files in (self.sure, self.pending):
                if path in files:
                    files[target] = files.pop(path)

    def cut(self, target, mode, random):
        """Writes a state the disk may be in if the power goes now."""
        for path in set(self.sure) | set(self.pending):
            content = bytearray(self.sure.get(path, b""))
            for operation, part in self._survivors(path, mode, random):
                change(content, operation, part)
            name = os.path.join(target, os.path.relpath(path, self.folder))
            os.makedirs(os.path.dirname(name), exist_ok=True)
            with open(name, "wb") as file:
                file.write(content)

    def _survivors(self, path, mode, random):
        waiting = self.pending.get(path, [])
        if mode == "all":
            return [(write, slice(None)) for write in waiting]
        if mode == "none":
            return []
        if mode == "prefix":
            count = random.randrange(len(waiting) + 1)
            return [(write, slice(None)) for write in waiting[:count]]
        kept = [write for write in waiting if random.random() < 0.5]
        if mode == "subset":
            return [(write, slice(None)) for write in kept]
        return [
            (write, slice(at, at + 512)) for write in kept
            for at in range(0, max(1, len(write.data)), 512) if random.random() < 0.5]
