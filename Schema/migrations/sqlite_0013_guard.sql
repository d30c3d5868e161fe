-- More reasons for a vote not to count, and one more detector.
CREATE TABLE rulings_with_more_reasons (
    number INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES votes (sequence),
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    reason TEXT NOT NULL CHECK (
        reason IN (
            'self_named', 'unseen', 'stopped', 'withdrawn', 'quarantine', 'operator',
            'over_daily_limit', 'new_identity', 'repeated_prompt', 'too_fast',
            'over_influence', 'no_work'
        )
    ),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 500),
    author TEXT NOT NULL CHECK (author <> ''),
    at INTEGER NOT NULL
) STRICT;

INSERT INTO rulings_with_more_reasons SELECT * FROM vote_rulings;

DROP TABLE vote_rulings;

ALTER TABLE rulings_with_more_reasons RENAME TO vote_rulings;

CREATE INDEX vote_rulings_by_vote ON vote_rulings (sequence, number);

CREATE TRIGGER vote_rulings_stand BEFORE UPDATE ON vote_rulings
BEGIN SELECT raise(ABORT, 'rulings are never changed'); END;

CREATE TRIGGER vote_rulings_stay BEFORE DELETE ON vote_rulings
BEGIN SELECT raise(ABORT, 'rulings are never deleted'); END;

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

CREATE TABLE suspicions_of_more_kinds (
    number INTEGER PRIMARY KEY,
    voter TEXT NOT NULL CHECK (length(voter) = 22),
    detector TEXT NOT NULL CHECK (
        detector IN ('favourite', 'crowd', 'side', 'cadence', 'evidence', 'cohort', 'selective')
    ),
    figure REAL NOT NULL,
    votes INTEGER NOT NULL CHECK (votes > 0),
    note TEXT NOT NULL CHECK (length(note) <= 500),
    at INTEGER NOT NULL,
    decision TEXT NOT NULL DEFAULT 'open' CHECK (decision IN ('open', 'confirmed', 'cleared')),
    decided_at INTEGER,
    CHECK ((decision = 'open') = (decided_at IS NULL))
) STRICT;

DROP TRIGGER erasures_reach_suspicions;

INSERT INTO suspicions_of_more_kinds SELECT * FROM suspicions;

DROP TABLE suspicions;

ALTER TABLE suspicions_of_more_kinds RENAME TO suspicions;

CREATE INDEX suspicions_by_voter ON suspicions (voter, decision);

CREATE TRIGGER suspicions_stand
BEFORE UPDATE OF number, voter, detector, figure, votes, note, at ON suspicions
BEGIN SELECT raise(ABORT, 'only the decision on a suspicion changes'); END;

CREATE TRIGGER erasures_reach_suspicions BEFORE INSERT ON erasures
BEGIN
    DELETE FROM suspicions WHERE voter = (SELECT voter FROM battles WHERE id = new.battle);
END;

-- The host that a version is asked at. For the operator: it may name a private network.
CREATE TABLE version_hosts (
    number INTEGER PRIMARY KEY REFERENCES contender_versions (number),
    host TEXT NOT NULL CHECK (host <> '')
) STRICT;

-- Why a contender was taken out of play.
ALTER TABLE contender_states ADD COLUMN reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500);

-- What prompts are near others by, for two days: hashes of pairs of words, the smallest ones. The
-- first of some near each other lends the others its digest.
CREATE TABLE prompt_sketches (
    sequence INTEGER PRIMARY KEY REFERENCES votes (sequence),
    digest TEXT NOT NULL CHECK (length(digest) = 32),
    day INTEGER NOT NULL,
    sketch BLOB NOT NULL CHECK (length(sketch) BETWEEN 8 AND 1024)
) STRICT;

CREATE INDEX prompt_sketches_by_day ON prompt_sketches (day);

CREATE TABLE prompt_marks (
    day INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (day, mark, sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX prompt_marks_by_sketch ON prompt_marks (sequence);

CREATE TRIGGER prompt_sketches_take_their_marks AFTER DELETE ON prompt_sketches
BEGIN DELETE FROM prompt_marks WHERE sequence = old.sequence; END;

CREATE TRIGGER erasures_reach_prompt_sketches AFTER INSERT ON erasures
BEGIN
    DELETE FROM prompt_sketches
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;
