#!/usr/bin/env python3
"""Writes vote files like LMArena's, with planted strengths, the same bytes for the same seed.

usage: generate_votes.py VOTES MODELS SEED FILE
"""

import math
import random
import sys

LANGUAGES = ["English", "Chinese", "Russian", "German", "Japanese"]
WORDS = ["tie", "tie (bothbad)"]
BATCH = 20_000


def names(count):
    """Names of the length and shape that models have."""
    makers = ["aspen", "birch", "cedar", "dogwood", "elm", "fir", "ginkgo", "hazel"]
    return [f"{makers[i % 8]}-{i // 8 + 1}-{7 + i % 65}b-chat-{20240100 + i}" for i in range(count)]


def style(draw, side):
    """FastChat's measurements of one reply."""
    tokens = int(math.exp(draw.gauss(5.6, 0.9)))
    headings = draw.choice([0, 0, 0, 2, 4])
    items = draw.choice([0, 0, 5, 9])
    bold = draw.choice([0, 1, 6])
    counts = (
        f'"sum_assistant_{side}_tokens":{tokens},"header_count_{side}":{{"h1":0,"h2":{headings},'
        f'"h3":0,"h4":0,"h5":0,"h6":0}},"list_count_{side}":{{"ordered":{items},"unordered":0}},'
        f'"bold_count_{side}":{{"**":{bold},"__":0}}'
    )
    return tokens, counts


def line(draw, models, strengths, number):
    """One vote as a line of JSON."""
    a, b = draw.sample(range(len(models)), 2)
    length_a, style_a = style(draw, "a")
    length_b, style_b = style(draw, "b")
    lean = strengths[a] - strengths[b] + 0.35 * (length_a - length_b) / (length_a + length_b + 1)
    dice = draw.random()
    if dice < 0.3:
        winner = WORDS[dice < 0.12]
    else:
        winner = "model_a" if draw.random() < 1 / (1 + math.exp(-lean)) else "model_b"
    return (
        f'{{"model_a":"{models[a]}","model_b":"{models[b]}","winner":"{winner}",'
        f'"judge":"arena_user_{draw.getrandbits(16):05d}","turn":{draw.choice([1, 1, 1, 2, 3])},'
        f'"anony":true,"language":"{draw.choice(LANGUAGES)}","tstamp":{1682351591 + number * 3}.25,'
        f'"conv_metadata":{{{style_a},{style_b}}}}}\n'
    )


def main():
    votes, count, seed, path = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    draw = random.Random(seed)
    models = names(count)
    strengths = [draw.gauss(0, 0.8) for _ in models]
    with open(path, "w", encoding="utf-8") as file:
        for start in range(0, votes, BATCH):
            stop = min(votes, start + BATCH)
            file.write("".join(line(draw, models, strengths, n) for n in range(start, stop)))


if __name__ == "__main__":
    main()
