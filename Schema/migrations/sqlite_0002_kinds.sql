-- How the two contenders of a battle came together. Only `random` enters the ratings: in a `pair`
-- the voter chose who plays. `named` is played with the names shown, `control` is a contender
-- against itself.
ALTER TABLE battles ADD COLUMN kind TEXT NOT NULL DEFAULT 'random'
    CHECK (kind IN ('random', 'pair', 'named', 'control'));
ALTER TABLE votes ADD COLUMN kind TEXT NOT NULL DEFAULT 'random'
    CHECK (kind IN ('random', 'pair', 'named', 'control'));

DROP TRIGGER battles_keep_their_sides;
CREATE TRIGGER battles_keep_their_sides
BEFORE UPDATE OF id, voter, pool, kind, a_version, a_contender, b_version, b_contender,
    probability, seal_nonce, seal_digest, opened_at ON battles
BEGIN SELECT raise(ABORT, 'who plays a battle, and whose it is, never changes'); END;

DROP TRIGGER votes_follow_battles;
CREATE TRIGGER votes_follow_battles BEFORE INSERT ON votes
WHEN NOT EXISTS (
    SELECT 1 FROM battles
    WHERE id = new.battle AND state = 'voted' AND voter = new.voter AND pool = new.pool
        AND kind = new.kind
        AND a_contender = new.a_contender AND b_contender = new.b_contender
)
BEGIN SELECT raise(ABORT, 'a vote belongs to a voted battle of the same voter'); END;

-- As before, but for random battles only.
DROP TRIGGER votes_are_counted;
CREATE TRIGGER votes_are_counted AFTER INSERT ON votes WHEN new.kind = 'random'
BEGIN
    INSERT INTO pair_tallies (pool, first, second, first_wins, second_wins, ties, both_bad)
    VALUES (
        new.pool,
        min(new.a_contender, new.b_contender),
        max(new.a_contender, new.b_contender),
        new.outcome = iif(new.a_contender < new.b_contender, 'a', 'b'),
        new.outcome = iif(new.a_contender < new.b_contender, 'b', 'a'),
        new.outcome = 'tie',
        new.outcome = 'both_bad'
    )
    ON CONFLICT (pool, first, second) DO UPDATE SET
        first_wins = first_wins + excluded.first_wins,
        second_wins = second_wins + excluded.second_wins,
        ties = ties + excluded.ties,
        both_bad = both_bad + excluded.both_bad;
END;

-- The record of a pair is counted from this index alone.
CREATE INDEX votes_by_pair ON votes (
    a_contender, b_contender, pool, kind, outcome, cast_at
);

-- The replies of a window of days are found from this index.
CREATE INDEX turns_by_time ON turns (begun_at);

-- What kinds of prompt a vote was about. Every vote has a row: the one that says its language, if
-- only that it is unknown. A vote from before this table gets its rows at the next start.
CREATE TABLE vote_categories (
    sequence INTEGER NOT NULL REFERENCES votes (sequence),
    category TEXT NOT NULL CHECK (category GLOB '[a-z]*' AND length(category) <= 40),
    PRIMARY KEY (sequence, category)
) STRICT, WITHOUT ROWID;

CREATE INDEX vote_categories_by_category ON vote_categories (category, sequence);

CREATE TRIGGER vote_categories_stand BEFORE UPDATE ON vote_categories
BEGIN SELECT raise(ABORT, 'the categories of a vote are never changed'); END;

CREATE TRIGGER vote_categories_stay BEFORE DELETE ON vote_categories
BEGIN SELECT raise(ABORT, 'the categories of a vote are never deleted'); END;

-- Votes of random battles counted by category and pair, as in pair_tallies.
CREATE TABLE category_tallies (
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    category TEXT NOT NULL,
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    first_wins INTEGER NOT NULL DEFAULT 0 CHECK (first_wins >= 0),
    second_wins INTEGER NOT NULL DEFAULT 0 CHECK (second_wins >= 0),
    ties INTEGER NOT NULL DEFAULT 0 CHECK (ties >= 0),
    both_bad INTEGER NOT NULL DEFAULT 0 CHECK (both_bad >= 0),
    PRIMARY KEY (pool, category, first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;

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
    FROM votes WHERE sequence = new.sequence AND kind = 'random'
    ON CONFLICT (pool, category, first, second) DO UPDATE SET
        first_wins = first_wins + excluded.first_wins,
        second_wins = second_wins + excluded.second_wins,
        ties = ties + excluded.ties,
        both_bad = both_bad + excluded.both_bad;
END;
