"""The torture campaign: `Scripts/torture [short|full|figures|list|NAME…] [--seed N] [--self-check]`.

Each test prints one line; the end says how many passed and failed.
"""

import argparse
import importlib
import json
import os
import pathlib
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from rig import Bench, Failed, Pending  # noqa: E402

ROOT = HERE.parent.parent
FIGURES = ROOT / ".build" / "torture-figures.json"
ORDER = [
    "kill_nine", "power_cut", "power_cut_image", "start_refused", "one_vote_race", "io_error",
    "disk_full", "damage", "restart",
    "graceful_stop", "client_gone", "error_paths", "state_machine", "leaks", "secrets_sweep", "rebinding", "wallet",
    "rates", "behind_proxies", "slow", "bombs", "clock_jumps", "backup", "export", "export_outsider", "injection", "smuggling", "smuggling_proxies",
    "speed", "storm", "large", "vote_bots"]


def modules():
    """All tests by name, in the order of importance."""
    known = [importlib.import_module(name) for name in ORDER if (HERE / f"{name}.py").exists()]
    return {module.NAME: module for module in known}


def words(figures):
    """Figures as they stand on the line."""
    def form(value):
        return f"{value:.3g}" if isinstance(value, float) else str(value)
    return ", ".join(f"{form(value)} {name}" for name, value in figures.items())


def one(module, arguments, program, seed, broken):
    """Runs one test; gives its verdict and what is printed of it."""
    bench = Bench(module.NAME, program, seed, full=arguments.full, broken=broken)
    begun = time.monotonic()
    verdict, note = "ok", ""
    try:
        module.run(bench)
    except Pending as reason:
        verdict, note = "pending", str(reason)
    except Failed as reason:
        verdict, note = "FAIL", str(reason)
    except Exception as error:
        verdict, note = "FAIL", f"{type(error).__name__}: {error}"
        if os.environ.get("TORTURE_TRACE"):
            traceback.print_exc()
    keep = verdict == "FAIL" and not broken and os.environ.get("TORTURE_KEEP")
    bench.close(keep)
    if keep:
        note += f" (kept in {bench.folder})"
    seconds = time.monotonic() - begun
    text = "; ".join(part for part in (note, words(bench.figures)) if part)
    return verdict, bench.figures, f"{module.NAME:22} {text}  seed {seed}  {seconds:.1f} s"


def keep_figures(name, figures, arguments):
    """Notes figures for `Scripts/torture figures`."""
    try:
        known = json.loads(FIGURES.read_text())
    except (OSError, ValueError):
        known = {}
    form = "full" if arguments.full else "short"
    known[name] = {"form": form, "at": time.strftime("%F %H:%M"), "figures": figures}
    try:
        FIGURES.parent.mkdir(exist_ok=True)
        FIGURES.write_text(json.dumps(known, indent=1))
    except OSError:
        pass


def show_figures(known):
    """The design's target figures beside what the last runs measured."""
    from figures import rows
    try:
        stored = json.loads(FIGURES.read_text())
    except (OSError, ValueError):
        stored = {}
    print(f"{'':4} {'figure':28} {'target':34} measured")
    for number, what, target, measured in rows(stored):
        print(f"{number:4} {what:28} {target:34} {measured}")


def main():
    """Runs what was asked for; exit code 1 when a test failed."""
    parser = argparse.ArgumentParser(prog="Scripts/torture", description=__doc__)
    parser.add_argument("what", nargs="*", default=["short"])
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--full", action="store_true", help="the long form of the named tests")
    parser.add_argument("--self-check", action="store_true",
                        help="break what each test guards; it must fail then")
    arguments = parser.parse_args()
    known = modules()
    if arguments.what == ["figures"]:
        return show_figures(known)
    if arguments.what == ["list"]:
        for name, module in known.items():
            print(f"{name:22} {module.__doc__.splitlines()[0]}")
        return 0
    arguments.full = arguments.full or "full" in arguments.what
    names = [name for name in arguments.what if name not in ("short", "full")] or list(known)
    strangers = [name for name in names if name not in known]
    if strangers:
        parser.error(f"no test {', '.join(strangers)}; known: {', '.join(known)}")
    program = os.path.abspath(
        os.environ.get("ARENA_PROGRAM") or str(ROOT / ".build" / "release" / "arena"))
    seed = arguments.seed if arguments.seed is not None else int.from_bytes(os.urandom(3))
    passed = failed = pending = 0
    for name in names:
        module = known[name]
        if arguments.self_check and not getattr(module, "SELF_CHECK", None):
            continue
        verdict, figures, text = one(module, arguments, program, seed, arguments.self_check)
        if arguments.self_check and verdict != "pending":
            verdict = "ok" if verdict == "FAIL" else "FAIL"
            text = f"broken ({module.SELF_CHECK}): " + text
        elif verdict == "ok":
            keep_figures(name, figures, arguments)
        passed += verdict == "ok"
        failed += verdict == "FAIL"
        pending += verdict == "pending"
        print(f"{verdict:8}{text}", flush=True)
    print(f"{passed} passed, {failed} failed" + (f", {pending} pending" if pending else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
