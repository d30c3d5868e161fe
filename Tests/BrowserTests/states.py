"""Walks through the states of a battle that need models which fail, dawdle or write Markdown.

    python3 states.py http://127.0.0.1:4142 screenshots/

The arena must have two contenders served by upstream.py, `Steady` and `Fragile`.
"""

import sys
import traceback
from pathlib import Path

from playwright.sync_api import expect, sync_playwright
from walk import DESKTOP, PHONE, Checks, Visit, expect_names, start, wait_for_both

SHIFTS = """() => { window.shifts = 0; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true}); }"""
PAINT = """() => new Promise((done) => new PerformanceObserver((list) =>
    done(list.getEntries().at(-1).startTime)).observe(
    {type: "largest-contentful-paint", buffered: true}))"""


def walk_markdown(visit):
    page = visit.page
    with visit.checks.step(f"{visit.name}: Markdown is rendered while it streams"):
        start(visit, "Build a shelf")
        page.evaluate(SHIFTS)
        wait_for_both(page)
        for side in "ab":
            text = page.locator(f"#answer-{side} .text")
            for part in ["ol > li", "figure.code pre, pre", "table", "blockquote a", "li.task"]:
                expect(text.locator(part).first).to_be_visible()
            expect(text.locator(".open")).to_be_empty()
    shifts = page.evaluate("window.shifts")
    visit.checks.that(shifts < 0.1, f"{visit.name}: the layout shifted by {shifts:.3f}")
    visit.look("1-markdown")
    streamed = [page.locator(f"#answer-{side} .text").inner_text() for side in "ab"]
    page.reload()
    again = [page.locator(f"#answer-{side} .text").inner_text() for side in "ab"]
    visit.checks.that(streamed == again, f"{visit.name}: a reload shows the same texts")
    with visit.checks.step(f"{visit.name}: reasons go with the vote"):
        page.locator(".reasons summary").click()
        page.locator("input[name=reason-a-clear]").check()
        page.get_by_label("In your own words").fill("Short and right")
        visit.look("2-reasons")
        page.get_by_role("button", name="A is better").click()
        expect_names(page)
        expect(page.locator(".said")).to_contain_text("clear")
        expect(page.locator(".said")).to_contain_text("Short and right")
        expect(page.get_by_text("never on your screen")).to_have_count(0)
    visit.look("3-reveal")


def walk_unseen(visit):
    page = visit.page
    with visit.checks.step(f"{visit.name}: an answer that was never on the screen is told of"):
        start(visit, "Build a table")
        wait_for_both(page)
        page.wait_for_function("() => document.querySelector('[name=seen-a]').value === '1'")
        page.wait_for_function("() => document.querySelector('[name=seen-b]').value === '0'")
        page.locator(".vote.a").click()
        expect(page.get_by_text("never on your screen")).to_be_visible()
    with visit.checks.step(f"{visit.name}: a vote at once is not held against anybody"):
        start(visit, "Build a stool")
        wait_for_both(page)
        page.reload()
        page.locator(".vote.a").click()
        expect_names(page)
        expect(page.get_by_text("never on your screen")).to_have_count(0)


def walk_failures(visit):
    page = visit.page
    with visit.checks.step(f"{visit.name}: one side fails and is asked again"):
        start(visit, "break once, " + visit.name)
        expect(page.locator("#ending")).to_be_visible(timeout=30_000)
        expect(page.get_by_text("This answer did not arrive.")).to_be_visible()
        expect(page.locator("#votebar")).to_be_hidden()
        visit.look("1-one-failed")
        page.keyboard.press("r")
        page.wait_for_load_state()
        wait_for_both(page)
        expect(page.locator("#ending")).to_be_hidden()
    with visit.checks.step(f"{visit.name}: both fail, and nothing can be voted on"):
        start(visit, "break both")
        expect(page.get_by_text("This answer did not arrive.")).to_have_count(2, timeout=30_000)
        visit.look("2-both-failed")
        page.reload()
        expect(page.get_by_role("button", name="Try again")).to_be_visible()
        visit.look("3-both-failed-reloaded")


def walk_slowly(visit):
    page = visit.page
    with visit.checks.step(f"{visit.name}: a reload in mid-stream goes on where it was"):
        start(visit, "slowly, " + visit.name)
        text = page.locator("#answer-a .text")
        expect(text).to_contain_text("word after word", timeout=30_000)
        visit.look("1-writing")
        page.reload()
        expect(text).to_contain_text("word after word")
        before = len(text.inner_text())
        page.wait_for_function(
            "before => document.querySelector('#answer-a .text').innerText.length > before + 40",
            arg=before, timeout=30_000)
    with visit.checks.step(f"{visit.name}: Escape stops both, and the vote is not counted"):
        page.keyboard.press("Escape")
        expect(page.get_by_text("Stopped by you.")).to_have_count(2, timeout=30_000)
        visit.look("2-stopped")
        page.get_by_role("button", name="Tie").click()
        expect(page.get_by_text("You stopped the answers")).to_be_visible()
    visit.look("3-not-counted")


def walk_named(visit):
    page = visit.page
    with visit.checks.step(f"{visit.name}: two models are chosen and shown with their names"):
        page.goto("/choose")
        page.get_by_label("Your prompt").fill("Hello")
        page.get_by_label("One model").select_option(label="Steady")
        page.get_by_label("Other model").select_option(label="Fragile")
        page.get_by_label("Show their names").check()
        visit.look("1-choose")
        page.get_by_role("button", name="Start", exact=True).click()
        page.wait_for_url("**/b/*")
        wait_for_both(page)
        expect(page.locator(".card h2 bdi")).to_have_text(["Steady", "Fragile"]) if \
            page.locator(".card h2 bdi").first.inner_text() == "Steady" else \
            expect(page.locator(".card h2 bdi")).to_have_text(["Fragile", "Steady"])
    visit.look("2-named")


def walk_in_french(visit):
    page = visit.page
    with visit.checks.step(f"{visit.name}: the pages speak French when the browser asks for it"):
        page.goto("/")
        expect(page.locator("html")).to_have_attribute("lang", "fr")
        page.get_by_label("Votre question").fill("Bonjour")
        visit.look("1-prompt")
        page.get_by_role("button", name="Lancer", exact=True).click()
        page.wait_for_url("**/b/*")
        expect(page.get_by_role("button", name="A est meilleure")).to_be_enabled(timeout=60_000)
        visit.look("2-battle")
        page.get_by_role("button", name="Égalité").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("égalité")
        visit.look("3-reveal")
        page.goto("/leaderboard")
        visit.look("4-leaderboard")


def walk_disguised(visit):
    """Longer words, and the other direction: nothing may overflow or be cut."""
    page = visit.page
    code = visit.name.split("_")[1]
    visit.context.add_cookies([{"name": "arena_prefs", "value": f"auto.lang-{code}", "url": visit.base}])
    with visit.checks.step(f"{visit.name}: a battle and its reveal"):
        page.goto("/")
        visit.look("1-prompt")
        page.locator("#prompt").fill("Hello")
        page.locator(".composer .primary").click()
        page.wait_for_url("**/b/*")
        expect(page.locator(".vote.a")).to_be_enabled(timeout=60_000)
        visit.look("2-battle")
        page.locator(".vote.b").click()
        expect_names(page)
        visit.look("3-reveal")
    for path in ["/leaderboard", "/me", "/methodology"]:
        page.goto(path)
        visit.look("4-" + path[1:])


def walk_quickly(visit):
    page = visit.page
    page.goto("/")
    paints = []
    for _ in range(5):
        page.goto("/")
        paints.append(page.evaluate(PAINT))
    print(f"{visit.name}: largest paint of the first page, best of five: {min(paints):.0f} ms")
    visit.checks.that(min(paints) < 500, f"{visit.name}: largest paint after {min(paints):.0f} ms")


def main():
    base, folder, checks = sys.argv[1].rstrip("/"), Path(sys.argv[2]), Checks()
    narrow = {**PHONE, "viewport": {"width": 320, "height": 640}}
    dark = {"color_scheme": "dark"}
    walks = [
        ("states-quick", walk_quickly, DESKTOP),
        ("states-markdown", walk_markdown, DESKTOP),
        ("states-markdown-dark", walk_markdown, {**PHONE, **dark}),
        ("states-unseen", walk_unseen, PHONE),
        ("states-failures", walk_failures, DESKTOP),
        ("states-failures-phone", walk_failures, {**PHONE, **dark}),
        ("states-slow", walk_slowly, {**DESKTOP, **dark}),
        ("states-slow-phone", walk_slowly, PHONE),
        ("states-named", walk_named, DESKTOP),
        ("states-named-phone", walk_named, PHONE),
        ("states-french", walk_in_french, {**DESKTOP, "locale": "fr-FR"}),
        ("states-french-phone", walk_in_french, {**PHONE, "locale": "fr-FR"}),
        ("states_en-XA_", walk_disguised, narrow),
        ("states_ar-XB_", walk_disguised, DESKTOP),
        ("states_ar-XB_phone", walk_disguised, PHONE),
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, walk, options in walks:
            visit = Visit(browser, base, folder, checks, name, **options)
            try:
                walk(visit)
            except Exception:
                checks.that(False, f"{name}: {traceback.format_exc().splitlines()[-1]}")
            visit.end()
        browser.close()
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
