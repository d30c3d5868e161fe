-- Voted battles that their voter opened to whoever has the link; gone when he takes that back.
CREATE TABLE shared_battles (
    battle TEXT NOT NULL PRIMARY KEY REFERENCES battles (id),
    shared_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER shared_battles_were_voted_on BEFORE INSERT ON shared_battles
WHEN NOT EXISTS (SELECT 1 FROM battles WHERE id = new.battle AND state = 'voted')
    OR EXISTS (SELECT 1 FROM erasures WHERE battle = new.battle)
BEGIN SELECT raise(ABORT, 'only a voted battle is shared'); END;

-- What somebody else made of a shared battle, in no rating and in no record of a pair. Sides are
-- those of the battle, however they stood for the judge. No outcome: he looked at the names first.
CREATE TABLE judgements (
    battle TEXT NOT NULL REFERENCES battles (id),
    judge TEXT NOT NULL CHECK (length(judge) = 22),
    outcome TEXT CHECK (outcome IN ('a', 'b', 'tie', 'both_bad')),
    at INTEGER NOT NULL,
    PRIMARY KEY (battle, judge)
) STRICT, WITHOUT ROWID;

CREATE INDEX judgements_by_judge ON judgements (judge);

CREATE TRIGGER judgements_stand BEFORE UPDATE ON judgements
BEGIN SELECT raise(ABORT, 'judgements are never changed'); END;

CREATE TRIGGER judgements_are_of_shared_battles BEFORE INSERT ON judgements
WHEN NOT EXISTS (SELECT 1 FROM shared_battles WHERE battle = new.battle)
    OR EXISTS (SELECT 1 FROM battles WHERE id = new.battle AND voter = new.judge)
BEGIN SELECT raise(ABORT, 'others judge shared battles'); END;

-- What visitors told the operator of a battle. `closed_at` when he had seen to it.
CREATE TABLE reports (
    number INTEGER PRIMARY KEY,
    battle TEXT NOT NULL REFERENCES battles (id),
    reporter TEXT NOT NULL CHECK (length(reporter) = 22),
    kind TEXT NOT NULL CHECK (kind IN ('illegal', 'harmful', 'personal', 'broken', 'other')),
    note TEXT NOT NULL CHECK (length(note) <= 500),
    at INTEGER NOT NULL,
    closed_at INTEGER,
    UNIQUE (battle, reporter)
) STRICT;

CREATE INDEX reports_by_reporter ON reports (reporter, at);

-- What the erasure of a battle takes with it here: the link, and what others wrote of it.
CREATE TRIGGER erasures_end_sharing AFTER INSERT ON erasures
BEGIN
    DELETE FROM shared_battles WHERE battle = new.battle;
    UPDATE reports SET note = '' WHERE battle = new.battle;
END;
