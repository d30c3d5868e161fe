-- The chain of votes: each is bound to all before it, so that a lost or changed one is found.
--
-- A leaf commits to the voter and to the texts by random bytes (`salt`); an erasure destroys them,
-- and the leaf still stands. Votes from before are chained by the program in this same step.

CREATE TABLE vote_chain (
    sequence INTEGER PRIMARY KEY REFERENCES votes (sequence),
    salt BLOB CHECK (length(salt) = 16),
    voter BLOB NOT NULL CHECK (length(voter) = 32),
    texts BLOB NOT NULL CHECK (length(texts) = 32),
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    head BLOB NOT NULL CHECK (length(head) = 32)
) STRICT;

CREATE TRIGGER vote_chain_has_no_gap BEFORE INSERT ON vote_chain
WHEN new.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM vote_chain)
BEGIN SELECT raise(ABORT, 'the chain has a link for every vote, in order'); END;

CREATE TRIGGER vote_chain_stays BEFORE DELETE ON vote_chain
BEGIN SELECT raise(ABORT, 'the chain of votes is never cut'); END;

CREATE TRIGGER vote_chain_stands
BEFORE UPDATE OF sequence, voter, texts, leaf, head ON vote_chain
BEGIN SELECT raise(ABORT, 'the chain of votes is never changed'); END;

CREATE TRIGGER vote_chain_keeps_its_salt BEFORE UPDATE OF salt ON vote_chain
WHEN new.salt IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM votes JOIN erasures ON erasures.battle = votes.battle
    WHERE votes.sequence = old.sequence
)
BEGIN SELECT raise(ABORT, 'only an erasure closes a link of the chain'); END;

CREATE TRIGGER erasures_close_the_chain AFTER INSERT ON erasures
BEGIN
    UPDATE vote_chain SET salt = NULL
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;

-- What an operator accepted as lost or changed, so that the arena could go on.
CREATE TABLE accepted_losses (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    first_sequence INTEGER NOT NULL CHECK (first_sequence >= 1),
    last_sequence INTEGER NOT NULL CHECK (last_sequence >= 0),
    anchor_sequence INTEGER,
    anchor_head BLOB CHECK (length(anchor_head) = 32),
    head BLOB NOT NULL CHECK (length(head) = 32),
    note TEXT NOT NULL CHECK (length(note) <= 500)
) STRICT;

CREATE TRIGGER accepted_losses_stand BEFORE UPDATE ON accepted_losses
BEGIN SELECT raise(ABORT, 'what was accepted is never changed'); END;

CREATE TRIGGER accepted_losses_stay BEFORE DELETE ON accepted_losses
BEGIN SELECT raise(ABORT, 'what was accepted is never deleted'); END;

-- Answers to requests that carried a key, so that a repeated request gets the same one.
CREATE TABLE kept_answers (
    voter TEXT NOT NULL CHECK (length(voter) = 22),
    key TEXT NOT NULL CHECK (length(key) = 36),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    answer BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (voter, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_answers_by_time ON kept_answers (at);
