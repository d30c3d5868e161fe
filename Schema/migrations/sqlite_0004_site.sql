-- How a vote came about. Votes from before this table have no row: nothing is known of them.
CREATE TABLE vote_details (
    sequence INTEGER PRIMARY KEY REFERENCES votes (sequence),
    pacing TEXT NOT NULL CHECK (pacing IN ('even', 'live', 'hold', 'strict', 'broken')),
    seen_a INTEGER CHECK (seen_a IN (0, 1)),
    seen_b INTEGER CHECK (seen_b IN (0, 1))
) STRICT;

CREATE TRIGGER vote_details_stand BEFORE UPDATE ON vote_details
BEGIN SELECT raise(ABORT, 'the details of a vote are never changed'); END;

CREATE TRIGGER vote_details_stay BEFORE DELETE ON vote_details
BEGIN SELECT raise(ABORT, 'the details of a vote are never deleted'); END;

-- Why somebody voted as he did; what is said after the reveal is not blind and is kept apart.
CREATE TABLE vote_reasons (
    sequence INTEGER NOT NULL REFERENCES votes (sequence),
    stage TEXT NOT NULL CHECK (stage IN ('before', 'after')),
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    reason TEXT NOT NULL CHECK (
        reason IN (
            'correct', 'complete', 'clear', 'to_the_point', 'creative', 'followed_instructions',
            'wrong', 'shallow', 'ignored_instructions', 'too_long', 'refused', 'unsafe'
        )
    ),
    PRIMARY KEY (sequence, stage, side, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote_comments (
    sequence INTEGER NOT NULL REFERENCES votes (sequence),
    stage TEXT NOT NULL CHECK (stage IN ('before', 'after')),
    comment TEXT NOT NULL CHECK (length(comment) BETWEEN 1 AND 500),
    PRIMARY KEY (sequence, stage)
) STRICT;

-- Every decision to count a vote or not, with its reason, who took it and when; only added to.
-- A vote without a ruling counts if its battle was random.
CREATE TABLE vote_rulings (
    number INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES votes (sequence),
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    reason TEXT NOT NULL CHECK (
        reason IN ('self_named', 'unseen', 'stopped', 'withdrawn', 'quarantine', 'operator')
    ),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 500),
    author TEXT NOT NULL CHECK (author <> ''),
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX vote_rulings_by_vote ON vote_rulings (sequence, number);

CREATE TRIGGER vote_rulings_stand BEFORE UPDATE ON vote_rulings
BEGIN SELECT raise(ABORT, 'rulings are never changed'); END;

CREATE TRIGGER vote_rulings_stay BEFORE DELETE ON vote_rulings
BEGIN SELECT raise(ABORT, 'rulings are never deleted'); END;

-- The votes whose last ruling is that they do not count; kept by the triggers below alone.
CREATE TABLE uncounted_votes (
    sequence INTEGER PRIMARY KEY REFERENCES votes (sequence),
    reason TEXT NOT NULL
) STRICT;

CREATE VIEW counted_votes AS
SELECT * FROM votes
WHERE kind = 'random'
    AND NOT EXISTS (SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence);

CREATE TRIGGER vote_rulings_change_something BEFORE INSERT ON vote_rulings
WHEN new.counts = NOT EXISTS (SELECT 1 FROM uncounted_votes WHERE sequence = new.sequence)
BEGIN SELECT raise(ABORT, 'a ruling changes whether a vote counts'); END;

CREATE TRIGGER vote_rulings_are_counted AFTER INSERT ON vote_rulings
BEGIN
    UPDATE pair_tallies SET
        first_wins = first_wins + (2 * new.counts - 1)
            * (vote.outcome = iif(vote.a_contender < vote.b_contender, 'a', 'b')),
        second_wins = second_wins + (2 * new.counts - 1)
            * (vote.outcome = iif(vote.a_contender < vote.b_contender, 'b', 'a')),
        ties = ties + (2 * new.counts - 1) * (vote.outcome = 'tie'),
        both_bad = both_bad + (2 * new.counts - 1) * (vote.outcome = 'both_bad')
    FROM (SELECT * FROM votes WHERE sequence = new.sequence AND kind = 'random') AS vote
    WHERE pair_tallies.pool = vote.pool
        AND first = min(vote.a_contender, vote.b_contender)
        AND second = max(vote.a_contender, vote.b_contender);
    UPDATE category_tallies SET
        first_wins = first_wins + (2 * new.counts - 1)
            * (vote.outcome = iif(vote.a_contender < vote.b_contender, 'a', 'b')),
        second_wins = second_wins + (2 * new.counts - 1)
            * (vote.outcome = iif(vote.a_contender < vote.b_contender, 'b', 'a')),
        ties = ties + (2 * new.counts - 1) * (vote.outcome = 'tie'),
        both_bad = both_bad + (2 * new.counts - 1) * (vote.outcome = 'both_bad')
    FROM (SELECT * FROM votes WHERE sequence = new.sequence AND kind = 'random') AS vote
    WHERE category_tallies.pool = vote.pool
        AND category IN (SELECT category FROM vote_categories WHERE sequence = new.sequence)
        AND first = min(vote.a_contender, vote.b_contender)
        AND second = max(vote.a_contender, vote.b_contender);
    DELETE FROM uncounted_votes WHERE sequence = new.sequence AND new.counts = 1;
    INSERT INTO uncounted_votes (sequence, reason)
    SELECT new.sequence, new.reason WHERE new.counts = 0;
END;

-- As before, but a vote that does not count is not counted by category either.
DROP TRIGGER vote_categories_are_counted;
CREATE TRIGGER vote_categories_are_counted AFTER INSERT ON vote_categories
BEGIN
    INSERT INTO category_tallies (
        pool, category, first, second, first_wins, second_wins, ties, both_bad
    )
    SELECT
        pool,
        new.category,
        min(a_contender, b_contender),
        max(a_contender, b_contender),
        outcome = iif(a_contender < b_contender, 'a', 'b'),
        outcome = iif(a_contender < b_contender, 'b', 'a'),
        outcome = 'tie',
        outcome = 'both_bad'
    FROM counted_votes WHERE sequence = new.sequence
    ON CONFLICT (pool, category, first, second) DO UPDATE SET
        first_wins = first_wins + excluded.first_wins,
        second_wins = second_wins + excluded.second_wins,
        ties = ties + excluded.ties,
        both_bad = both_bad + excluded.both_bad;
END;

-- What happened to a battle that bears on its vote or its text. `stopped`: the voter stopped the
-- answers; `hurried`: he asked to see what was ready; `unpublished`: its text is not to be shown.
CREATE TABLE battle_marks (
    battle TEXT NOT NULL REFERENCES battles (id),
    mark TEXT NOT NULL CHECK (mark IN ('stopped', 'hurried', 'unpublished')),
    at INTEGER NOT NULL,
    PRIMARY KEY (battle, mark)
) STRICT, WITHOUT ROWID;

-- Replies that failed and were asked for again: what went wrong with each.
CREATE TABLE failed_replies (
    number INTEGER PRIMARY KEY,
    battle TEXT NOT NULL,
    turn INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    contender TEXT NOT NULL,
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    fault TEXT NOT NULL,
    at INTEGER NOT NULL,
    FOREIGN KEY (battle, turn) REFERENCES turns (battle, number)
) STRICT;

CREATE INDEX failed_replies_by_time ON failed_replies (at);

-- A failed battle may go on: its failed side is asked again.
DROP TRIGGER battles_stay_over;
CREATE TRIGGER battles_stay_over BEFORE UPDATE OF state ON battles
WHEN new.state <> old.state AND (
    old.state IN ('voted', 'expired', 'skipped')
    OR (old.state = 'failed' AND new.state <> 'streaming')
)
BEGIN SELECT raise(ABORT, 'a battle that is over stays over'); END;
