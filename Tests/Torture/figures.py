"""The design's target figures, and where the tests measure them."""

TARGETS = [
    ("F1", "kills without loss", "10,000, 0 lost, 0 double", "kill-nine-oracle",
     "{kills} kills, {acked} acked, {lost} lost, {doubled} double"),
    ("F2", "power-cut states", "20,000, 0 lost; without sync it loses", "power-cut-replay",
     "{states} states, {acks} acks, {losing} losing"),
    ("F3", "injected errors", "each of 400 calls: 0 lost, no hang", "io-error-fail-stop",
     "{faults} faults, {struck} struck, 0 lost, slowest {s slowest answer:.2f} s"),
    ("F4", "vote commit p50, p99", "fdatasync + 3 ms, + 20 ms", "vote-and-first-byte",
     "{ms vote p50:.1f} and {ms vote p99:.1f} ms; fdatasync {ms fdatasync p50:.1f} and "
     "{ms fdatasync p99:.1f} ms"),
    ("F4", "votes a second, 64 clients", "2,000 acked for 60 s", "vote-storm",
     "{votes a second:.0f} a second for {s:.0f} s, {lost} lost; p50 {ms vote p50:.0f} ms"),
    ("F10", "first byte p50, p99", "15 ms, 60 ms more, pacing live", "vote-and-first-byte",
     "{ms first byte p50:.1f} and {ms first byte p99:.1f} ms"),
    ("F11", "cancel after the grace p99", "1 s", "client-gone-cancel", "{s p99:.2f} s"),
    ("F12", "start after a kill", "2 s with 1 M votes", "large-store",
     "{s start after a kill:.2f} s ({votes} votes, {MiB} MiB); verify {s verify:.1f} s"),
    ("F13", "shutdown", "31 s, 0 lost", "graceful-stop", "{short: s:.1f} s, streams {ends}"),
    ("F14", "refusal under overload", "100 ms, 503 with Retry-After", "vote-and-first-byte",
     "{ms refusal at most:.1f} ms at most"),
    ("F15", "backup", "1 GB in 60 s, vote p99 twice at most", "large-store",
     "{s backup:.1f} s for {MiB} MiB; vote p99 {ms vote p99 beside a backup:.0f} ms, quiet "
     "{ms vote p99:.0f} ms"),
    ("F16", "overspend", "exactly 0", "wallet-ceiling",
     "{dollars over} dollars ({dollars spent} of {of dollars})"),
]


def rows(stored):
    """Number, figure, target and what the last passing run measured, for each target."""
    for number, what, target, test, form in TARGETS:
        known = stored.get(test)
        if known is None:
            yield number, what, target, f"not measured yet ({test})"
            continue
        try:
            measured = fill(form, known["figures"])
        except (KeyError, ValueError):
            measured = "not measured by that run"
        yield number, what, target, f"{measured}  [{known['form']}, {known['at']}]"


def fill(form, figures):
    """A form with its figures put in; names may hold spaces and colons."""
    for name in sorted(figures, key=len, reverse=True):
        start = "{" + name
        while (at := form.find(start)) >= 0:
            end = form.index("}", at + len(start))
            spec = form[at + len(start):end].removeprefix(":")
            form = form[:at] + format(figures[name], spec) + form[end + 1:]
    if "{" in form.replace("{'", ""):
        raise KeyError(form)
    return form
