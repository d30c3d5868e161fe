-- A voter's own battles and votes, newest first.
CREATE INDEX battles_by_voter ON battles (voter, opened_at, id);

CREATE INDEX votes_by_voter ON votes (voter, sequence);

-- Battles whose voter had his data erased. A row here is the erasure: a trigger does all of it, so
-- there is none in part. `voter` is a name drawn for this battle alone, which stands for nobody;
-- `at` is cut to the day, so that it does not tell which battles were one person's.
CREATE TABLE erasures (
    battle TEXT NOT NULL PRIMARY KEY REFERENCES battles (id),
    voter TEXT NOT NULL UNIQUE CHECK (length(voter) = 22),
    at INTEGER NOT NULL CHECK (at % 86400000 = 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER erasures_stand BEFORE UPDATE ON erasures
BEGIN SELECT raise(ABORT, 'erasures are never changed'); END;

CREATE TRIGGER erasures_stay BEFORE DELETE ON erasures
BEGIN SELECT raise(ABORT, 'erasures are never deleted'); END;

CREATE TRIGGER erasures_hide_the_voter BEFORE INSERT ON erasures
WHEN EXISTS (SELECT 1 FROM battles WHERE voter = new.voter)
    OR EXISTS (SELECT 1 FROM votes WHERE voter = new.voter)
BEGIN SELECT raise(ABORT, 'the name after an erasure is a fresh one'); END;

-- Who plays and how the voter chose stay for ever; the voter's name goes with an erasure only.
DROP TRIGGER battles_keep_their_sides;

CREATE TRIGGER battles_keep_their_sides
BEFORE UPDATE OF id, pool, kind, a_version, a_contender, b_version, b_contender,
    probability, seal_nonce, seal_digest, opened_at ON battles
BEGIN SELECT raise(ABORT, 'who plays a battle, and whose it is, never changes'); END;

CREATE TRIGGER battles_keep_their_voter BEFORE UPDATE OF voter ON battles
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE battle = old.id AND voter = new.voter)
BEGIN SELECT raise(ABORT, 'who plays a battle, and whose it is, never changes'); END;

DROP TRIGGER votes_stand;

CREATE TRIGGER votes_stand
BEFORE UPDATE OF sequence, battle, outcome, cast_at, pool, kind, a_contender, b_contender ON votes
BEGIN SELECT raise(ABORT, 'votes are never changed'); END;

CREATE TRIGGER votes_keep_their_voter BEFORE UPDATE OF voter ON votes
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE battle = old.battle AND voter = new.voter)
BEGIN SELECT raise(ABORT, 'votes are never changed'); END;

-- Prompts never change, and nothing is written into an erased battle any more.
CREATE TRIGGER prompts_stand BEFORE UPDATE OF prompt ON turns
WHEN new.prompt <> '[erased]' OR NOT EXISTS (SELECT 1 FROM erasures WHERE battle = old.battle)
BEGIN SELECT raise(ABORT, 'prompts are never changed'); END;

CREATE TRIGGER turns_stay_erased BEFORE INSERT ON turns
WHEN EXISTS (SELECT 1 FROM erasures WHERE battle = new.battle)
BEGIN SELECT raise(ABORT, 'the battle was erased'); END;

CREATE TRIGGER replies_stay_erased BEFORE UPDATE OF text ON replies
WHEN new.text NOT IN ('', '[erased]')
    AND EXISTS (SELECT 1 FROM erasures WHERE battle = old.battle)
BEGIN SELECT raise(ABORT, 'the battle was erased'); END;

CREATE TRIGGER comments_stay_erased BEFORE INSERT ON vote_comments
WHEN EXISTS (
    SELECT 1 FROM votes JOIN erasures ON erasures.battle = votes.battle
    WHERE votes.sequence = new.sequence
)
BEGIN SELECT raise(ABORT, 'the battle was erased'); END;

CREATE TRIGGER erasures_are_whole AFTER INSERT ON erasures
BEGIN
    UPDATE battles SET voter = new.voter WHERE id = new.battle;
    UPDATE votes SET voter = new.voter WHERE battle = new.battle;
    UPDATE replies SET state = 'failed', fault = 'cancelled', fault_detail = ''
    WHERE battle = new.battle AND state = 'writing';
    UPDATE battles SET state = 'skipped'
    WHERE id = new.battle AND state IN ('created', 'streaming', 'ready');
    UPDATE turns SET prompt = '[erased]' WHERE battle = new.battle;
    UPDATE replies SET text = iif(text = '', '', '[erased]'),
        fault_detail = iif(fault_detail IS NULL, NULL, '')
    WHERE battle = new.battle;
    DELETE FROM vote_comments
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;
