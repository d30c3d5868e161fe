"""The reverse proxies of deploy/proxy, run as they are written there but for names and ports."""

import getpass
import os
import shutil
import socket
import ssl
import subprocess

from .bench import Failed, Pending
from .client import Visitor
from .waiting import until

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../deploy/proxy")


def free_port():
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def own_address():
    """An address of this machine that is not loopback, or `None`. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))
            address = probe.getsockname()[0]
        except OSError:
            return None
    return None if address.startswith("127.") else address


class Proxy:
    """A proxy between a client and the arena; `clear` speaks plain HTTP, `secure` TLS."""

    NAME = FILE = COMMAND = None

    def __init__(self, bench, upstream, changes=(), named=False):
        """`changes` are pairs of texts in the shipped file; `named` takes the client's address
        from the PROXY protocol, so that a test can come from anywhere."""
        program = shutil.which(self.COMMAND) or shutil.which(self.COMMAND, path="/usr/sbin")
        if not program:
            raise Pending(f"needs {self.COMMAND} (Scripts/install torture)")
        self.bench, self.program, self.upstream = bench, program, upstream
        self.named = " " + self.BY_NAME if named else ""
        self.clear, self.secure = ("127.0.0.1", free_port()), ("127.0.0.1", free_port())
        self.folder = bench.path(f"{self.COMMAND}-{self.clear[1]}")
        os.mkdir(self.folder)
        self.certificate()
        with open(os.path.join(SHIPPED, self.FILE), encoding="utf-8") as file:
            text = file.read()
        for old, new in [*self.places(), *changes]:
            if old not in text:
                raise Failed(f"deploy/proxy/{self.FILE} no longer says {old!r}")
            text = text.replace(old, new)
        self.start(text)

    def certificate(self):
        """A certificate of this run's own."""
        self.pem = os.path.join(self.folder, "both.pem")
        key, certificate = (os.path.join(self.folder, name) for name in ("key.pem", "cert.pem"))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=arena.example.org", "-keyout", key, "-out",
             certificate], check=True, capture_output=True)
        with open(self.pem, "w", encoding="utf-8") as both:
            for name in (certificate, key):
                with open(name, encoding="utf-8") as file:
                    both.write(file.read())

    def begin(self, *command):
        """Starts it and waits until it listens."""
        self.errors = os.path.join(self.folder, "errors")
        with open(self.errors, "wb") as errors:
            self.process = subprocess.Popen(
                command, stdout=errors, stderr=errors, stdin=subprocess.DEVNULL,
                start_new_session=True)
        self.bench.later(self.end)
        if not until(self.listens, 10 * self.bench.patience):
            with open(self.errors, encoding="utf-8", errors="replace") as file:
                raise Failed(f"{self.COMMAND} does not listen: {file.read()[-400:]}")

    def listens(self):
        try:
            socket.create_connection(self.clear, timeout=1).close()
            return True
        except OSError:
            return False

    def end(self):
        """Ends it."""
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()


class Haproxy(Proxy):
    """deploy/proxy/haproxy.cfg."""

    FILE, COMMAND, BY_NAME = "haproxy.cfg", "haproxy", "accept-proxy"

    def places(self):
        """What differs from the shipped file: names, ports, rights."""
        return [
            ("    user haproxy\n    group haproxy\n", ""),
            ("bind :80\n", f"bind 127.0.0.1:{self.clear[1]}{self.named}\n"),
            ("bind :443 ssl", f"bind 127.0.0.1:{self.secure[1]}{self.named} ssl"),
            ("/etc/haproxy/arena.pem", self.pem),
            ("    http-request redirect scheme https code 308 unless { ssl_fc }\n", ""),
            ("X-Forwarded-Proto https", "X-Forwarded-Proto https if { ssl_fc }"),
            ("127.0.0.1:4141", "%s:%d" % self.upstream)]

    def start(self, text):
        path = os.path.join(self.folder, "haproxy.cfg")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        self.begin(self.program, "-db", "-f", path)


class Nginx(Proxy):
    """deploy/proxy/nginx.conf."""

    FILE, COMMAND, BY_NAME = "nginx.conf", "nginx", "proxy_protocol"

    def places(self):
        """What differs from the shipped file: names and ports."""
        first = "    listen 80;\n    server_name arena.example.org;\n    return 308"
        real = "    real_ip_header proxy_protocol; set_real_ip_from 127.0.0.1;\n"
        return [
            (first, f"    listen 127.0.0.1:{free_port()};\n    return 308"),
            ("    listen 443 ssl http2;\n",
             f"    listen 127.0.0.1:{self.secure[1]}{self.named} ssl http2;\n"
             f"    listen 127.0.0.1:{self.clear[1]}{self.named};\n"
             + (real if self.named else "")),
            ("/etc/letsencrypt/live/arena.example.org/fullchain.pem", self.pem),
            ("/etc/letsencrypt/live/arena.example.org/privkey.pem", self.pem),
            ("127.0.0.1:4141", "%s:%d" % self.upstream)]

    def start(self, text):
        site, whole = (os.path.join(self.folder, name) for name in ("site.conf", "nginx.conf"))
        with open(site, "w", encoding="utf-8") as file:
            file.write(text)
        user = f"user {getpass.getuser()};" if os.getuid() == 0 else ""
        temporary = "".join(
            f"{kind}_temp_path {self.folder}/{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(whole, "w", encoding="utf-8") as file:
            file.write(
                f"{user} daemon off; worker_processes 1; pid {self.folder}/pid;\n"
                f"error_log {self.folder}/log; events {{ worker_connections 2048; }}\n"
                f"http {{ access_log off; {temporary}\ninclude {site};\n}}\n")
        self.begin(self.program, "-p", self.folder, "-c", whole)


def line_of(client):
    """The PROXY protocol's line that says who the client is."""
    kind, me = ("TCP6", "::1") if ":" in client else ("TCP4", "127.0.0.1")
    return f"PROXY {kind} {client} {me} 40000 443\r\n".encode()


class SecureVisitor(Visitor):
    """A voter who comes by TLS."""

    def connect(self):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context.wrap_socket(super().connect())
