"""Walks through the arena as visitors do, in a real browser.

    python3 walk.py http://127.0.0.1:4141 screenshots/ http://127.0.0.1:4141/admin/enter?code=…

The last argument is what `arena admin-link` prints. Needs Debian's chromium, and playwright and
axe-playwright-python from pip. The arena must have two contenders in play; practice guides will do.
Prints every check that fails, then `N passed, N failed`, and exits with 1 if any did.
"""

import sys
import traceback
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, expect, sync_playwright

PROMPT = "How are ratings computed?"
DESKTOP = {"viewport": {"width": 1280, "height": 860}}
PHONE = {
    "viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
REPLY_MS = 60_000
SETTLED = """Promise.all(document.getAnimations()
    .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
    .map((one) => one.finished)).then(() => null)"""


class Checks:
    """Counts what held and what did not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, holds, words):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED:", words)

    @contextmanager
    def step(self, words):
        """One check that holds unless its body raises."""
        try:
            yield
        except (AssertionError, Error) as error:
            self.that(False, f"{words}: {str(error).splitlines()[0]}")
        else:
            self.that(True, words)


class Visit:
    """One visitor: a browser context of its own, whose console is listened to."""

    def __init__(self, browser, base, folder, checks, name, **options):
        self.base = base
        self.folder = folder
        self.checks = checks
        self.name = name
        self.complaints = []
        self.context = browser.new_context(base_url=base, **options)
        self.page = self.context.new_page()
        self.page.on("console", self.note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def note_console(self, message):
        if message.type == "error":
            self.complaints.append(message.text)

    def look(self, words):
        """Keeps a picture, and checks width and accessibility of what is shown."""
        if self.context_has_script():
            self.page.evaluate(SETTLED)
        self.page.screenshot(path=self.folder / f"{self.name}-{words}.png", full_page=True)
        if not self.context_has_script():
            return
        width = self.page.evaluate("document.documentElement.scrollWidth")
        self.checks.that(
            width <= self.page.viewport_size["width"],
            f"{self.name}, {words}: the page is {width} pixels wide")
        found = Axe().run(self.page).response["violations"]
        places = [(rule["id"], rule["nodes"][0]["target"]) for rule in found]
        self.checks.that(not found, f"{self.name}, {words}: axe found {places}")

    def context_has_script(self):
        return not self.name.startswith("noscript")

    def end(self):
        self.checks.that(
            not self.complaints, f"{self.name}: the console said {self.complaints[:3]}")
        self.context.close()


def start(visit, prompt=PROMPT):
    visit.page.goto("/")
    visit.page.get_by_label("Your prompt").fill(prompt)
    visit.page.get_by_role("button", name="Start", exact=True).click()
    visit.page.wait_for_url("**/b/*")


def wait_for_both(page):
    expect(page.get_by_role("button", name="A is better")).to_be_enabled(timeout=REPLY_MS)
    for side in "ab":
        expect(page.locator(f"#answer-{side} .text")).not_to_be_empty()


def expect_names(page):
    expect(page.locator(".plate.a bdi")).not_to_be_empty()
    expect(page.locator(".plate.b bdi")).not_to_be_empty()


def walk_with_script(visit):
    checks, page = visit.checks, visit.page
    with checks.step(f"{visit.name}: the first page opens with the field in focus"):
        page.goto("/")
        expect(page.get_by_label("Your prompt")).to_be_focused()
    visit.look("1-prompt")
    with checks.step(f"{visit.name}: a prompt opens a battle"):
        start(visit)
    with checks.step(f"{visit.name}: both answers appear and voting opens"):
        wait_for_both(page)
    checks.that(
        page.locator(".plate").count() == 0, f"{visit.name}: nothing is named before the vote")
    visit.look("2-battle")
    with checks.step(f"{visit.name}: a vote by button names both"):
        page.get_by_role("button", name="A is better").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("You chose A")
        expect_names(page)
    with checks.step(f"{visit.name}: the focus is on the result"):
        expect(page.get_by_role("heading", level=1)).to_be_focused()
    visit.look("3-reveal")
    for number, path in enumerate(["/leaderboard", "/methodology", "/privacy", "/nowhere"], 4):
        page.goto(path)
        visit.look(f"{number}-{path[1:]}")
    visit.complaints = [text for text in visit.complaints if "404" not in text]


def walk_by_keys(visit):
    checks, page = visit.checks, visit.page
    with checks.step("keys: Shift+Enter makes a line, Enter sends"):
        page.goto("/")
        page.keyboard.type("First line")
        page.keyboard.press("Shift+Enter")
        page.keyboard.type("second line")
        page.keyboard.press("Enter")
        page.wait_for_url("**/b/*")
        expect(page.locator(".bubble").first).to_have_text("First line\nsecond line")
    with checks.step("keys: Escape takes a vote back within its second"):
        wait_for_both(page)
        page.keyboard.press("b")
        expect(page.locator("#hint")).to_contain_text("Voting for B")
        expect(page.get_by_role("status")).to_contain_text("Escape takes it back")
        page.keyboard.press("Escape")
        expect(page.locator(".arming")).to_have_count(0)
        expect(page.get_by_role("status")).to_have_text("The vote is taken back.")
    with checks.step("keys: T votes for a tie after its second"):
        page.keyboard.press("t")
        expect(page.get_by_role("heading", level=1)).to_contain_text("tie")
    with checks.step("keys: N starts a new battle, / goes to the field"):
        page.keyboard.press("n")
        page.wait_for_url(visit.base + "/")
        # The field takes the focus by itself; a key pressed before that would be too early.
        expect(page.get_by_label("Your prompt")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_label("Your prompt")).not_to_be_focused()
        page.keyboard.press("/")
        expect(page.get_by_label("Your prompt")).to_be_focused()
    with checks.step("keys: ? lists the keys"):
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Keys")).not_to_be_visible()


def walk_through_a_broken_line(visit):
    checks, page = visit.checks, visit.page
    page.route("**/api/v1/battles/*/stream", lambda route: route.abort())
    with checks.step("line: a lost connection is told"):
        start(visit)
        expect(page.locator("#lost")).to_be_visible()
    with checks.step("line: neither button nor key votes while answers are written"):
        expect(page.get_by_role("button", name="A is better")).to_be_disabled()
        page.keyboard.press("a")
        expect(page.locator(".arming")).to_have_count(0)
    with checks.step("line: a follow-up waits, and is not lost when the page is loaded again"):
        page.get_by_label("Follow-up").fill("And then?")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Wait until both answers")
        page.reload()
        expect(page.get_by_label("Follow-up")).to_have_value("And then?")
    visit.look("2-lost")
    with checks.step("line: it comes back by itself"):
        page.unroute("**/api/v1/battles/*/stream")
        wait_for_both(page)
        expect(page.locator("#lost")).to_be_hidden()
    visit.complaints = [text for text in visit.complaints if "ERR_FAILED" not in text]


def walk_without_script(visit):
    checks, page = visit.checks, visit.page
    with checks.step("noscript: a prompt opens a battle"):
        start(visit)
    with checks.step("noscript: both answers are written into their frames"):
        for letter in "AB":
            frame = page.frame_locator(f"iframe[title='Answer {letter}']")
            expect(frame.get_by_text(f"Answer {letter} is complete.")).to_be_visible(
                timeout=REPLY_MS)
            expect(frame.locator("main")).not_to_be_empty()
    visit.look("2-battle")
    with checks.step("noscript: a vote by button names both"):
        page.get_by_role("button", name="B is better").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("You chose B")
        expect_names(page)
    visit.look("3-reveal")
    with checks.step("noscript: the theme is chosen by a form and kept"):
        page.get_by_role("button", name="Dark", exact=True).click()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.goto("/leaderboard")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    visit.look("4-leaderboard")


def walk_to_skip(visit):
    with visit.checks.step("skip: a battle is left and nothing is named"):
        start(visit)
        wait_for_both(visit.page)
        visit.page.get_by_role("button", name="Skip").click()
        expect(visit.page.locator("#votebar")).to_have_count(0)
        expect(visit.page.locator(".plate")).to_have_count(0)


def walk_through_facts(visit):
    """The pages about models: each looked at, the form and a fold used, nothing wider than it may."""
    page = visit.page
    pair = "/compare/llama-3-2-1b-instruct-vs-o3-mini"
    with visit.checks.step(f"{visit.name}: two models are picked and compared"):
        page.goto("/compare")
        visit.look("1-picker")
        page.get_by_label("One model").fill("o3-mini")
        page.get_by_label("The other").fill("llama-3-2-1b-instruct")
        page.get_by_role("button", name="Compare").click()
        page.wait_for_url("**" + pair)
        visit.look("2-pair")
    with visit.checks.step(f"{visit.name}: the month is reckoned anew"):
        page.locator(".traffic [name=requests]").fill("1000000")
        page.locator(".traffic [name=in]").fill("800")
        page.locator(".traffic [name=out]").fill("250")
        page.get_by_role("button", name="Reckon").click()
        expect(page.locator("#monthly")).to_contain_text("$71.9")
        expect(page.locator("#monthly")).to_contain_text("$1,980")
    with visit.checks.step(f"{visit.name}: a question opens, the sources unfold"):
        page.locator(".qa summary").first.click()
        page.locator("#sources summary").first.click()
        expect(page.locator("#sources table").first).to_be_visible()
        visit.look("3-unfolded")
    for number, path in enumerate(
            ["/compare/gpt-4-1-mini-vs-llama-3-2-3b-instruct",
             "/compare/gpt-4-1-mini-vs-gpt-4-1-nano", "/compare/guide-long-vs-guide-short",
             "/models", "/models/gpt-4-1-mini"], start=4):
        page.goto(path)
        visit.look(f"{number}-" + path.strip("/").replace("/", "-"))
    with visit.checks.step(f"{visit.name}: a battle of a chosen pair is begun blind"):
        page.goto("/compare/guide-long-vs-guide-short")
        page.get_by_label("Battle these two, blind").fill(PROMPT)
        page.get_by_role("button", name="Start", exact=True).click()
        page.wait_for_url("**/b/*")
        wait_for_both(page)
        expect(page.locator(".plate")).to_have_count(0)


def walk_on_board(visit):
    """The leaderboard: its form, its heads, its plots, and what the method page makes of votes."""
    page = visit.page
    with visit.checks.step(f"{visit.name}: the form chooses, and its address says what"):
        page.goto("/leaderboard")
        page.get_by_label("Votes at least").fill("1")
        page.locator(".morefields summary").click()
        page.get_by_label("Sort by").select_option("votes")
        page.get_by_role("checkbox", name="Failed replies").check()
        page.get_by_role("button", name="Apply").click()
        page.wait_for_url("**/leaderboard?*min_votes=1*")
        expect(page.get_by_label("Votes at least")).to_have_value("1")
        expect(page.locator("table.ratings caption")).to_contain_text("sorted by votes")
        visit.look("1-chosen")
    with visit.checks.step(f"{visit.name}: a plot unfolds its table"):
        page.locator("#rating details summary").click()
        expect(page.locator("#rating table")).to_be_visible()
    with visit.checks.step(f"{visit.name}: a choice without votes says so"):
        page.goto("/leaderboard?category=language-ko")
        expect(page.locator(".empty")).to_contain_text("No two models have votes")
        visit.look("2-empty")
    with visit.checks.step(f"{visit.name}: two models are chosen to be compared"):
        page.goto("/leaderboard?view=table")
        visit.look("3-table")
        page.locator(".pickpair button").click()
        page.wait_for_url("**/compare/*-vs-*")


def walk_through_own(visit):
    """A visitor's own votes, the text pages, and the erasure at the end."""
    page = visit.page
    with visit.checks.step(f"{visit.name}: without a vote the page says so"):
        page.goto("/me")
        expect(page.get_by_text("No votes from this browser.")).to_be_visible()
        visit.look("1-empty")
    with visit.checks.step(f"{visit.name}: a vote stands in the list"):
        start(visit)
        wait_for_both(page)
        page.get_by_role("button", name="A is better").click()
        expect_names(page)
        page.goto("/me")
        expect(page.locator(".battles li")).to_have_count(1)
        visit.look("2-votes")
    for number, path in enumerate(
            ["/data", "/api", "/accessibility", "/problems/busy", "/models/o3-min"], start=3):
        page.goto(path)
        visit.look(f"{number}-" + path.strip("/").replace("/", "-"))
    with visit.checks.step(f"{visit.name}: all of it is erased"):
        page.goto("/me")
        page.get_by_role("link", name="Delete my data").click()
        visit.look("8-erase")
        page.get_by_role("button", name="Erase everything").click()
        expect(page.get_by_text("1 battle was erased.")).to_be_visible()
        visit.look("9-erased")
        page.goto("/me")
        expect(page.get_by_text("No votes from this browser.")).to_be_visible()
    visit.complaints = [text for text in visit.complaints if "404" not in text]


TONGUES = ["fr", "en-XA", "ar-XB"]
SPOKEN = ["/", "/leaderboard", "/methodology", "/compare", "/compare/gpt-4-1-mini-vs-gpt-4-1-nano",
          "/compare/guide-long-vs-guide-short", "/models", "/models/gpt-4-1-mini", "/me", "/nowhere"]


def walk_in_a_language(visit):
    """Pages in French, in longer words and from right to left: all that is said, in any width."""
    page = visit.page
    code = speak(visit)
    for number, path in enumerate(SPOKEN, start=1):
        page.goto(path)
        visit.look(f"{number:02}-" + (path.strip("/").replace("/", "-") or "start"))
        visit.checks.that(
            page.locator("html").get_attribute("lang") == code, f"{visit.name}: {path} says so")
    visit.complaints = [text for text in visit.complaints if "404" not in text]


def walk_through_admin_in_a_language(visit):
    speak(visit)
    for number, section in enumerate(ADMIN, start=1):
        visit.page.goto("/admin" + section)
        visit.look(f"{number:02}-" + (section.strip("/").split("?")[0] or "overview"))


def speak(visit):
    """Chooses the language that the walk's name ends with; gives its code."""
    code = next(code for code in TONGUES if visit.name.endswith(code))
    visit.context.add_cookies(
        [{"name": "arena_prefs", "value": f"auto.lang-{code}", "url": visit.base}])
    return code


def enter_admin(visit):
    """Opens the admin side by its link; gives the cookies of who has entered."""
    page = visit.page
    with visit.checks.step("admin: the link's page is looked at, then its button enters"):
        page.goto(visit.link)
        visit.look("1-enter")
        page.get_by_label("Your name").fill("Ada")
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
    with visit.checks.step("admin: the link works once"):
        page.goto(visit.link)
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_text("opens nothing")).to_be_visible()
        visit.look("2-used")
    visit.complaints = [text for text in visit.complaints if "403" not in text]
    return visit.context.storage_state()


ADMIN = ["", "/connections", "/contenders", "/pairing", "/votes", "/bursts?least=2", "/budgets",
         "/fits", "/people", "/audit", "/reports"]


def walk_through_admin(visit):
    page = visit.page
    for number, section in enumerate(ADMIN, start=1):
        page.goto("/admin" + section)
        visit.look(f"{number:02}-" + (section.strip("/").split("?")[0] or "overview"))
    with visit.checks.step(f"{visit.name}: a link is made on a page that asks first"):
        page.goto("/admin/people")
        page.get_by_label("For whom").fill("Team of the third floor")
        page.get_by_role("button", name="Make a link").click()
        visit.look("11-ask-link")
        page.get_by_role("button", name="Make the link").click()
        expect(page.locator(".adminresult")).to_contain_text("/join/")
        visit.look("12-link")
        page.goto(page.locator(".adminresult code").inner_text())
        visit.look("13-join")
    with visit.checks.step(f"{visit.name}: a vote is excluded after a look at the effect"):
        page.goto("/admin/votes")
        page.get_by_role("link", name="Exclude vote").first.click()
        expect(page.get_by_text("Effect on the ratings").first).to_be_visible()
        visit.look("14-ask-vote")
        page.get_by_label("Note").fill("a walk through the pages")
        page.get_by_role("button", name="Exclude").click()
        page.get_by_role("link", name="Restore vote").first.click()
        page.get_by_role("button", name="Restore").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Votes")
    with visit.checks.step(f"{visit.name}: a provider is tested"):
        page.goto("/admin/connections")
        page.get_by_role("button", name="Test").first.click()
        expect(page.locator(".adminresult")).to_contain_text("it answers", timeout=REPLY_MS)
        visit.look("15-tested")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    base, folder, checks = sys.argv[1].rstrip("/"), Path(sys.argv[2]), Checks()
    folder.mkdir(parents=True, exist_ok=True)
    walks = [
        ("desktop-light", walk_with_script, DESKTOP),
        ("desktop-dark", walk_with_script, {**DESKTOP, "color_scheme": "dark"}),
        ("phone-light", walk_with_script, PHONE),
        ("phone-dark", walk_with_script, {**PHONE, "color_scheme": "dark"}),
        ("keys", walk_by_keys, DESKTOP),
        ("skip", walk_to_skip, DESKTOP),
        ("line", walk_through_a_broken_line, DESKTOP),
        ("facts", walk_through_facts, DESKTOP),
        ("facts-dark", walk_through_facts, {**DESKTOP, "color_scheme": "dark"}),
        ("facts-phone", walk_through_facts, PHONE),
        ("facts-narrow", walk_through_facts, {**PHONE, "viewport": {"width": 320, "height": 640}}),
        ("board", walk_on_board, DESKTOP),
        ("board-dark", walk_on_board, {**DESKTOP, "color_scheme": "dark"}),
        ("board-phone", walk_on_board, PHONE),
        ("board-narrow", walk_on_board, {**PHONE, "viewport": {"width": 320, "height": 640}}),
        ("own", walk_through_own, DESKTOP),
        ("own-dark", walk_through_own, {**DESKTOP, "color_scheme": "dark"}),
        ("own-phone", walk_through_own, PHONE),
        ("noscript", walk_without_script, {**DESKTOP, "java_script_enabled": False}),
        *[(f"spoken-{code}", walk_in_a_language, DESKTOP) for code in TONGUES],
        *[(f"spoken-phone-{code}", walk_in_a_language, PHONE) for code in TONGUES],
    ]
    admins = [
        ("admin", DESKTOP), ("admin-dark", {**DESKTOP, "color_scheme": "dark"}),
        ("admin-phone", PHONE), ("admin-phone-dark", {**PHONE, "color_scheme": "dark"}),
        ("noscript-admin", {**DESKTOP, "java_script_enabled": False}),
        *[(f"spoken-admin-{code}", PHONE) for code in TONGUES],
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
        visit = Visit(browser, base, folder, checks, "admin-enter", **DESKTOP)
        visit.link = sys.argv[3]
        state = enter_admin(visit)
        visit.end()
        for name, options in admins:
            visit = Visit(browser, base, folder, checks, name, storage_state=state, **options)
            try:
                if name.startswith("spoken"):
                    walk_through_admin_in_a_language(visit)
                else:
                    walk_through_admin(visit)
            except Exception:
                checks.that(False, f"{name}: {traceback.format_exc().splitlines()[-1]}")
            visit.end()
        browser.close()
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
