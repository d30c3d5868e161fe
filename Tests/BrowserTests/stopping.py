"""Stops the server under a battle that is being written, and starts it again, while a page is open.

    python3 stopping.py arena arena.yaml data/ screenshots/

Needs what states.py needs; starts and ends the program by itself. Prints as walk.py does.
"""

import signal
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright
from program import end, serve
from walk import DESKTOP, PHONE, Checks, Visit


def main():
    program, config, data, folder = sys.argv[1:]
    checks = Checks()
    server, base = serve(program, config, data, 0)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, options in [
                ("stopping", DESKTOP), ("stopping-french", {**PHONE, "locale": "fr-FR"})]:
            visit = Visit(browser, base, Path(folder), checks, name, **options)
            page = visit.page
            page.goto("/")
            page.locator("#prompt").fill("slowly, " + name)
            page.locator(".composer .primary").click()
            page.wait_for_url("**/b/*")
            expect(page.locator("#answer-a .text")).to_contain_text("word", timeout=30_000)
            with checks.step(f"{name}: the page says that the server has stopped"):
                server.send_signal(signal.SIGTERM)
                words = "Le serveur s’est arrêté" if "french" in name else "The server stopped"
                expect(page.locator("#lost")).to_contain_text(words, timeout=30_000)
                expect(page.locator("#ending")).to_be_hidden()
                page.screenshot(path=Path(folder) / f"{name}-1-stopped.png", full_page=True)
            server.wait()
            server, base = serve(program, config, data, base.rsplit(":", 1)[1].strip("/"))
            with checks.step(f"{name}: it loads again by itself, and both can be asked again"):
                expect(page.locator("#lost")).to_be_hidden(timeout=30_000)
                expect(page.locator("#retry button")).to_be_visible()
                expect(page.locator("#answer-a .text")).to_contain_text("word")
            visit.look("2-back")
            # The browser tells of each try that found nobody.
            visit.complaints = [text for text in visit.complaints if "ERR_" not in text
                                and "503" not in text]
            visit.end()
        browser.close()
    end(server)
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
