"""Shows a battle to others, judges it as one of them, reports it; plain text and reading out.

    python3 sharing.py http://127.0.0.1:4141 screenshots/

Needs what walk.py needs, and prints as it does.
"""

import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright
from walk import DESKTOP, PHONE, Checks, Visit, expect_names, start, wait_for_both

DARK = {"color_scheme": "dark"}


def share(visit):
    """A voted battle with a link; gives its address."""
    page = visit.page
    start(visit)
    wait_for_both(page)
    page.get_by_role("button", name="A is better").click()
    expect_names(page)
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("Link to this battle")
    expect(link).to_be_visible()
    visit.look("1-shared")
    return link.input_value()


def judge(visit, address):
    checks, page = visit.checks, visit.page
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Judge it yourself first")
    names = page.locator(".plate").count()
    checks.that(names == 0, f"{visit.name}: nothing is named before the judgement")
    visit.look("2-blind")
    with checks.step(f"{visit.name}: a judgement names both and tells the vote"):
        page.get_by_role("button", name="Tie").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("You called it a tie.")
        expect_names(page)
        expect(page.locator(".crowd")).to_contain_text("Its voter chose")
    visit.look("3-judged")
    with checks.step(f"{visit.name}: it can be reported"):
        page.get_by_text("Report this battle").click()
        visit.look("4-report")
        page.get_by_role("button", name="Send to the operator").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("has your report")
    visit.look("5-reported")


def walk_plain(visit):
    """Answers as they were written, and read out by sentence once both are complete."""
    checks, page = visit.checks, visit.page
    page.goto("/")
    page.get_by_role("button", name="Plain text: off").click()
    page.get_by_role("button", name="Answers read out: off").click()
    start(visit)
    wait_for_both(page)
    with checks.step(f"{visit.name}: no markup is made of the answers"):
        expect(page.locator(".card .text :is(h3, h4, p, blockquote, ul)")).to_have_count(0)
    with checks.step(f"{visit.name}: both answers stand in the log, sentence by sentence"):
        expect(page.locator("#aloud p").nth(1)).not_to_be_empty()
    visit.look("1-plain")
    page.reload()
    with checks.step(f"{visit.name}: a page loaded again is plain too"):
        expect(page.locator(".card .text :is(h3, h4, p, blockquote, ul)")).to_have_count(0)


def main():
    base, folder = sys.argv[1], Path(sys.argv[2])
    checks = Checks()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        owner = Visit(browser, base, folder, checks, "sharing", **DESKTOP)
        address = share(owner)
        owner.end()
        for name, options in [
            ("sharing", DESKTOP), ("sharing-dark", {**DESKTOP, **DARK}),
            ("sharing-phone", PHONE), ("sharing-phone-dark", {**PHONE, **DARK}),
        ]:
            visit = Visit(browser, base, folder, checks, name, **options)
            judge(visit, address)
            visit.end()
        for name, options in [("plain", DESKTOP), ("plain-phone-dark", {**PHONE, **DARK})]:
            visit = Visit(browser, base, folder, checks, name, **options)
            walk_plain(visit)
            visit.end()
        browser.close()
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
