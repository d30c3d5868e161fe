#!/usr/bin/env python3
"""The peers' work, as their programs do it.

usage: peer.py WORK FILE [ROUNDS]

arena-rank   whole process on a CSV: read, fit, sandwich interval, print
fastchat     whole process on a CSV with FastChat's method: 100 bootstraps, or ROUNDS
evalica-core evalica's core on ready-made indices, best of 20
style        arena-rank's contextual fit with intervals, features ready-made
bootstrap    FastChat's method on ready-made indices with ROUNDS

The last three print processor seconds and wall seconds of the work alone.
"""

import json
import os
import resource
import sys
import time
from functools import partial
from multiprocessing import Pool


def used():
    """Processor seconds of this process and its children."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)


def timed(work):
    """Prints processor seconds and wall seconds of some work."""
    start, before = time.perf_counter(), used()
    check = work()
    print(used() - before, time.perf_counter() - start, check)


def read_csv(path):
    import pandas as pd

    return pd.read_csv(path, usecols=["model_a", "model_b", "winner"])


def arena_rank(path):
    import pandas as pd
    from arena_rank.models.bradley_terry import BradleyTerry
    from arena_rank.utils.data_utils import PairDataset

    data = PairDataset.from_pandas(read_csv(path))
    result = BradleyTerry(n_competitors=data.n_competitors).compute_ratings_and_cis(data)
    table = pd.DataFrame({name: column for name, column in result.items() if column is not None})
    print(table.sort_values("ratings", ascending=False).to_string())


# FastChat's method, written plainly: unique (a, b, outcome) rows, L-BFGS-B on the log-likelihood,
# a multinomial bootstrap of the rows, one process a core.


def likelihood(ratings, pairs, outcomes, weights, alpha):
    import numpy as np
    from scipy.special import expit

    logits = alpha * (ratings[pairs[:, 0]] - ratings[pairs[:, 1]])
    p = expit(logits)
    loss = -(weights * (outcomes * np.log(p) + (1 - outcomes) * np.log(1 - p))).sum()
    slope = -alpha * (outcomes - p) * weights
    count = len(ratings)
    gradient = np.bincount(pairs[:, 0], slope, count) - np.bincount(pairs[:, 1], slope, count)
    return loss, gradient


def fit(weights, pairs, outcomes, count):
    import math

    import numpy as np
    from scipy.optimize import minimize

    return minimize(
        likelihood,
        np.zeros(count),
        args=(pairs, outcomes, weights, math.log(10)),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 100, "gtol": 1e-6},
    )["x"]


def grouped(table):
    import numpy as np
    import pandas as pd

    codes, names = pd.factorize(pd.concat([table["model_a"], table["model_b"]]))
    size = len(table)
    outcomes = table["winner"].map({"model_a": 1.0, "model_b": 0.0}).fillna(0.5).to_numpy()
    rows = np.column_stack([codes[:size], codes[size:], outcomes * 2]).astype(np.int64)
    unique, counts = np.unique(rows, return_counts=True, axis=0)
    return unique[:, :2], unique[:, 2] / 2, counts.astype(float), list(names)


def fastchat_bootstrap(pairs, outcomes, counts, names, rounds):
    import numpy as np

    draws = np.random.default_rng(0).multinomial(
        int(counts.sum()), counts / counts.sum(), size=rounds)
    work = partial(fit, pairs=pairs, outcomes=outcomes, count=len(names))
    with Pool(os.cpu_count()) as pool:
        results = np.array(pool.map(work, draws / counts.sum()))
    return np.quantile(400 * results + 1000, [0.025, 0.5, 0.975], axis=0)


def fastchat(path, rounds):
    pairs, outcomes, counts, names = grouped(read_csv(path))
    low, middle, high = fastchat_bootstrap(pairs, outcomes, counts, names, rounds)
    for row in sorted(zip(middle, low, high, names), reverse=True):
        print(*row)


def evalica_core(path):
    import numpy as np
    import pandas as pd
    from evalica import Winner, _brzo

    table = read_csv(path)
    codes, names = pd.factorize(pd.concat([table["model_a"], table["model_b"]]))
    size = len(table)
    xs, ys = list(codes[:size]), list(codes[size:])
    words = {"model_a": Winner.X, "model_b": Winner.Y}
    winners = [words.get(word, Winner.Draw) for word in table["winner"]]
    arguments = ready(xs, ys, winners, size)
    best = None
    for _ in range(20):
        start, before = time.perf_counter(), used()
        _brzo.bradley_terry(*arguments, len(names), 1.0, 0.5, 1e-6, 100)
        lap = (used() - before, time.perf_counter() - start)
        best = lap if best is None else min(best, lap)
    print(*best, 0)


def ready(xs, ys, winners, size):
    """The arguments in the form the core takes without converting them."""
    import numpy as np

    return (
        np.array(xs, dtype=np.uintp), np.array(ys, dtype=np.uintp),
        np.array([int(winner) for winner in winners], dtype=np.uint8),
        np.ones(size),
    )


def style(path):
    import numpy as np
    import pandas as pd
    from arena_rank.models.contextual_bradley_terry import ContextualBradleyTerry
    from arena_rank.utils.data_utils import ContextualPairDataset

    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            vote = json.loads(line)
            facts = vote["conv_metadata"]
            total = lambda value: sum(value.values()) if isinstance(value, dict) else value
            sides = [
                [total(facts[key.format(side)]) for key in (
                    "sum_assistant_{}_tokens", "header_count_{}", "list_count_{}", "bold_count_{}")]
                for side in "ab"
            ]
            difference = [(a - b) / (a + b) if a + b else 0.0 for a, b in zip(*sides)]
            rows.append((vote["model_a"], vote["model_b"], vote["winner"], *difference))
    names = ["tokens", "headers", "lists", "bold"]
    table = pd.DataFrame(rows, columns=["model_a", "model_b", "winner", *names])

    def work():
        data = ContextualPairDataset.from_pandas(table, feature_cols=names, reweighted=False)
        model = ContextualBradleyTerry(data.n_competitors, data.n_features)
        return float(np.asarray(model.compute_ratings_and_cis(data)["ratings"])[0])

    timed(work)


def main():
    work, path = sys.argv[1], sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    if work == "bootstrap":
        parts = grouped(read_csv(path))
        timed(lambda: fastchat_bootstrap(*parts, rounds)[0][0])
    elif work == "fastchat":
        fastchat(path, rounds)
    else:
        {"arena-rank": arena_rank, "evalica-core": evalica_core, "style": style}[work](path)


if __name__ == "__main__":
    main()
