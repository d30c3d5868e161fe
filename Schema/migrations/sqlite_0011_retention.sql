-- Battles whose texts were kept for as long as the operator keeps them. A row here is the deletion:
-- a trigger does all of it. Votes, times and counts of words stay, and so does who played.
CREATE TABLE faded_battles (
    battle TEXT NOT NULL PRIMARY KEY REFERENCES battles (id),
    at INTEGER NOT NULL CHECK (at % 86400000 = 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER faded_battles_stand BEFORE UPDATE ON faded_battles
BEGIN SELECT raise(ABORT, 'what faded is never changed'); END;

CREATE TRIGGER faded_battles_stay BEFORE DELETE ON faded_battles
BEGIN SELECT raise(ABORT, 'what faded is never deleted'); END;

CREATE TRIGGER faded_battles_are_over BEFORE INSERT ON faded_battles
WHEN NOT EXISTS (
    SELECT 1 FROM battles
    WHERE id = new.battle AND state IN ('voted', 'failed', 'expired', 'skipped')
)
BEGIN SELECT raise(ABORT, 'only a battle that is over fades'); END;

DROP TRIGGER prompts_stand;

CREATE TRIGGER prompts_stand BEFORE UPDATE OF prompt ON turns
WHEN new.prompt <> '[erased]' OR NOT EXISTS (
    SELECT 1 FROM erasures WHERE battle = old.battle
    UNION ALL
    SELECT 1 FROM faded_battles WHERE battle = old.battle
)
BEGIN SELECT raise(ABORT, 'prompts are never changed'); END;

DROP TRIGGER vote_chain_keeps_its_salt;

CREATE TRIGGER vote_chain_keeps_its_salt BEFORE UPDATE OF salt ON vote_chain
WHEN new.salt IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM votes
    WHERE sequence = old.sequence AND (
        EXISTS (SELECT 1 FROM erasures WHERE battle = votes.battle)
        OR EXISTS (SELECT 1 FROM faded_battles WHERE battle = votes.battle)
    )
)
BEGIN SELECT raise(ABORT, 'only an erasure closes a link of the chain'); END;

CREATE TRIGGER faded_battles_lose_their_texts AFTER INSERT ON faded_battles
BEGIN
    UPDATE turns SET prompt = '[erased]' WHERE battle = new.battle;
    UPDATE replies SET text = iif(text = '', '', '[erased]'),
        fault_detail = iif(fault_detail IS NULL, NULL, '')
    WHERE battle = new.battle;
    DELETE FROM vote_comments
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
    DELETE FROM shared_battles WHERE battle = new.battle;
    UPDATE reports SET note = '' WHERE battle = new.battle;
    UPDATE vote_chain SET salt = NULL
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;
