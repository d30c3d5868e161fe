"""Shows hostile replies to a real browser: nothing runs, nothing is loaded, nothing but text appears.

    python3 hostile.py http://127.0.0.1:4142 screenshots/ ADMIN-LINK [--broken]

The arena must have contenders served by upstream.py. The names of the replies, all below `.example`, lead to
a listener of this test, which must hear nothing; others, such as those the browser itself asks for, lead
nowhere. With `--broken` the pages are changed on their way, so that
one payload is markup: the test must fail then.
"""

import re
import socket
import sys
import threading
from pathlib import Path

from payloads import EVIL, batches
from playwright.sync_api import expect, sync_playwright
from walk import DESKTOP, Checks, Visit, expect_names, start, wait_for_both

SIZES = [1, 7, 64]
# What a reply may become, said once more: elements, with the attributes each may have.
ALLOWED = {
    "a": {"href", "rel", "target", "class"}, "bdi": {"class"}, "blockquote": set(), "br": set(), "code": set(),
    "del": set(), "div": {"class", "tabindex"}, "em": set(), "figcaption": set(), "figure": {"class"},
    "h3": set(), "h4": set(), "h5": set(), "h6": set(), "hr": set(), "li": {"class"}, "ol": {"start"}, "p": set(),
    "pre": {"tabindex"}, "span": {"class"}, "strong": set(), "table": set(), "tbody": set(), "td": {"class"},
    "th": {"class", "scope"}, "thead": set(), "tr": set(), "ul": set(),
}
# In the clear or in the greeting of TLS.
HOST = re.compile(rb"[a-z0-9-]+(\.[a-z0-9-]+)*\.(example|[a-z]{2,6})\b")
READ = """(selector) => [...document.querySelectorAll(selector)].flatMap((root) =>
    [...root.querySelectorAll("*")].map((one) => [
        one.localName, one.getAttributeNames(), one.localName === "a" ? one.protocol : ""]))"""


class Listener:
    """Keeps the host that everyone who connects asks for, and ends each connection."""

    def __init__(self):
        self.heard = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            connection, _ = self.socket.accept()
            connection.settimeout(1)
            try:
                named = HOST.search(connection.recv(4096))
                self.heard.append(named[0].decode() if named else "unnamed")
            except OSError:
                self.heard.append("silent")
            connection.close()


def check(visit, selector, words):
    """Whether the answers of a page are made of what they may be made of, and nothing has run."""
    page, checks = visit.page, visit.checks
    expect(page.locator(selector).first).not_to_be_empty()
    parts = page.evaluate(READ, selector)
    checks.that(len(parts) > 20, f"hostile: {words} has its answers")
    strange = [
        (name, extra) for name, attributes, protocol in parts
        if (extra := name not in ALLOWED or set(attributes) - ALLOWED[name]
            or protocol not in ("", "http:", "https:", "mailto:"))]
    checks.that(not strange, f"hostile: {words} holds {strange[:3]}")
    checks.that(page.evaluate("window.ran") is None, f"hostile: a script ran in {words}")


def walk(visit, number, size):
    """One reply on both sides: while it streams, loaded again, and after the vote."""
    page = visit.page
    start(visit, f"hostile {number} by {size}")
    wait_for_both(page)
    check(visit, ".card .text", f"reply {number} in pieces of {size}")
    page.reload()
    check(visit, ".card .text", f"reply {number} loaded again")
    page.get_by_role("button", name="Tie").click()
    expect_names(page)
    check(visit, ".text", f"reply {number} after the vote")


def walk_shared(visit, other, admin, link):
    """The same as others see it who have a link, and as the operator sees it who looks at a report."""
    visit.page.get_by_role("button", name="Make a link").click()
    address = visit.page.get_by_label("Link to this battle").input_value()
    other.page.goto(address)
    check(other, ".text", "the shared battle")
    other.page.get_by_role("button", name="Tie").click()
    expect_names(other.page)
    other.page.get_by_text("Report this battle").click()
    other.page.get_by_role("button", name="Send to the operator").click()
    admin.page.goto(link)
    admin.page.get_by_role("button").first.click()
    for path in ["/admin/reports", "/admin/votes", "/admin"]:
        admin.page.goto(path)
        ran = admin.page.evaluate("window.ran")
        visit.checks.that(ran is None, f"hostile: a script ran in {path}")


def spoil(route):
    """Lets one payload through as markup, as a page that does not escape would."""
    answer = route.fetch()
    text = answer.text().replace("&lt;img src=x onerror=top.ran=1&gt;", "<img src=//evil.example>")
    route.fulfill(response=answer, body=text)


def main():
    base, folder, link = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    checks, listener, asked, dialogs = Checks(), Listener(), [], []
    host = base.split("//")[1].split(":")[0]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[
            "--no-sandbox",
            f"--host-resolver-rules=MAP *.example 127.0.0.1:{listener.port}, MAP * ~NOTFOUND, EXCLUDE {host}"])
        visits = [Visit(browser, base, folder, checks, f"hostile-{who}", **DESKTOP) for who in range(3)]
        for visit in visits:
            visit.page.on("request", lambda request: asked.append(request.url))
            visit.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
            if "--broken" in sys.argv:
                visit.page.route("**/b/*", spoil)
        for number in range(len(batches())):
            with checks.step(f"hostile: reply {number}"):
                walk(visits[0], number, SIZES[number % len(SIZES)])
        with checks.step("hostile: shared and reported"):
            walk_shared(*visits, link)
        visits[0].look("1-after")
        for visit in visits:
            visit.end()
        browser.close()
    checks.that(not dialogs, f"hostile: a dialog said {dialogs[:1]}")
    checks.that(not listener.heard, f"hostile: other hosts were asked for {sorted(set(listener.heard))}")
    away = [url for url in asked if not url.startswith(base) or EVIL in url]
    checks.that(not away, f"hostile: the page asked for {away[:3]}")
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
