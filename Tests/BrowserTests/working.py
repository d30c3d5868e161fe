"""Votes where each vote is asked for a little work, which the page does by itself.

    python3 working.py arena arena.yaml data/ screenshots/

Needs what states.py needs; starts and ends the program by itself. Prints as walk.py does.
"""

import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright
from program import end, serve
from walk import DESKTOP, PHONE, Checks, Visit

# Of votes without work one in four counts: of six all do once in 4,096 times, of eight in 65,536.
VOTES = {"working": 6, "working-phone": 6, "noscript-working": 8}
UNDONE = "no proof of work"


def vote(visit, number):
    """Opens a battle and votes on it as soon as that can be done; gives what is shown then."""
    page = visit.page
    page.goto("/")
    page.locator("#prompt").fill(f"Measure or cut, {visit.name} {number}?")
    page.locator(".composer .primary").click()
    page.wait_for_url("**/b/*")
    battle = page.url
    if not visit.context_has_script():
        page.wait_for_load_state()
        page.reload()
    button = page.locator('#vote button[value="b"]')
    expect(button).to_be_enabled(timeout=30_000)
    button.click()
    # Who has voted stays on the battle's page, with the names.
    expect(page.locator("#votebar")).to_have_count(0, timeout=30_000)
    page.goto(battle)
    return page.locator("main").inner_text()


def main():
    program, config, data, folder = sys.argv[1:]
    checks = Checks()
    server, base = serve(
        program, config, data, 0, ARENA_INTEGRITY="on", ARENA_VOTE_WORK_BITS="12")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, options in [("working", DESKTOP), ("working-phone", PHONE)]:
            visit = Visit(browser, base, Path(folder), checks, name, **options)
            for number in range(VOTES[name]):
                with checks.step(f"{name}: vote {number} brings its work"):
                    text = vote(visit, number)
                    assert "Steady" in text and "Fragile" in text, "no names: it is not taken"
                    assert UNDONE not in text, "its work was not done or not accepted"
            visit.end()
        visit = Visit(browser, base, Path(folder), checks, "noscript-working",
                      **DESKTOP, java_script_enabled=False)
        texts = []
        with checks.step("noscript-working: votes without work are taken"):
            texts = [vote(visit, number) for number in range(VOTES[visit.name])]
            assert all("Steady" in text for text in texts), "one was not taken"
        checks.that(any(UNDONE in text for text in texts),
                    "noscript-working: none was held back for want of work")
        visit.end()
        browser.close()
    end(server)
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
