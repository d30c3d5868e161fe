"""Finding a secret in bytes, however it was written down."""

import base64
import gzip
import html
import json
import urllib.parse
import zlib


def forms(secret):
    """Every way in which a secret may stand in bytes."""
    plain = secret.encode()
    words = {
        plain, plain.upper(), plain.lower(), plain.hex().encode(), plain.hex().upper().encode(),
        urllib.parse.quote(secret, safe="").encode(), html.escape(secret).encode(),
        json.dumps(secret)[1:-1].encode(), secret.encode("utf-16-le"), plain[::-1]}
    for lead in range(3):  # base64 in all three phases, without the characters its neighbours share
        for alphabet in (None, b"-_"):
            code = base64.b64encode(b"\0" * lead + plain, alphabet).rstrip(b"=")
            words.add(code[(0, 2, 3)[lead]:-1])
    return {word for word in words if len(word) >= 4}


def unpacked(data):
    """The bytes, and what is in them if they are compressed."""
    yield data
    for unpack in (gzip.decompress, zlib.decompress):
        try:
            yield unpack(data)
        except (OSError, zlib.error, EOFError):
            pass


def scan(data, secrets):
    """Which secrets are in the bytes in any form: a list of (secret, form, where)."""
    found = []
    for text in unpacked(bytes(data)):
        for secret in secrets:
            for form in forms(secret):
                at = text.find(form)
                if at >= 0:
                    found.append((secret, form.decode("latin-1")[:40],
                                  text[max(0, at - 60):at + 60].decode("latin-1")))
                    break
    return found
