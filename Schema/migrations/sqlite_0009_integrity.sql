-- More reasons why a vote is kept and not counted.
CREATE TABLE rulings_with_more_reasons (
    number INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES votes (sequence),
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    reason TEXT NOT NULL CHECK (
        reason IN (
            'self_named', 'unseen', 'stopped', 'withdrawn', 'quarantine', 'operator',
            'over_daily_limit', 'new_identity', 'repeated_prompt', 'too_fast'
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

-- What a prompt is when case, marks and numbers make no difference.
CREATE TABLE vote_prompts (
    sequence INTEGER PRIMARY KEY REFERENCES votes (sequence),
    digest TEXT NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE INDEX vote_prompts_by_digest ON vote_prompts (digest, sequence);

CREATE TRIGGER erasures_reach_prompt_digests AFTER INSERT ON erasures
BEGIN
    DELETE FROM vote_prompts
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;

-- Voters whose votes the detectors took out, and what the operator decided on them.
CREATE TABLE suspicions (
    number INTEGER PRIMARY KEY,
    voter TEXT NOT NULL CHECK (length(voter) = 22),
    detector TEXT NOT NULL CHECK (
        detector IN ('favourite', 'crowd', 'side', 'cadence', 'evidence', 'cohort')
    ),
    figure REAL NOT NULL,
    votes INTEGER NOT NULL CHECK (votes > 0),
    note TEXT NOT NULL CHECK (length(note) <= 500),
    at INTEGER NOT NULL,
    decision TEXT NOT NULL DEFAULT 'open' CHECK (decision IN ('open', 'confirmed', 'cleared')),
    decided_at INTEGER,
    CHECK ((decision = 'open') = (decided_at IS NULL))
) STRICT;

CREATE INDEX suspicions_by_voter ON suspicions (voter, decision);

CREATE TRIGGER suspicions_stand
BEFORE UPDATE OF number, voter, detector, figure, votes, note, at ON suspicions
BEGIN SELECT raise(ABORT, 'only the decision on a suspicion changes'); END;

CREATE TRIGGER erasures_reach_suspicions BEFORE INSERT ON erasures
BEGIN
    DELETE FROM suspicions WHERE voter = (SELECT voter FROM battles WHERE id = new.battle);
END;
