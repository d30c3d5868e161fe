-- What every request to a provider may cost and did cost, kept for good.
CREATE TABLE ledger (
    number INTEGER PRIMARY KEY,
    battle TEXT NOT NULL CHECK (length(battle) = 22),
    turn INTEGER NOT NULL CHECK (turn >= 1),
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    voter TEXT NOT NULL CHECK (length(voter) = 22),
    provider TEXT NOT NULL CHECK (provider <> ''),
    contender TEXT NOT NULL,
    at INTEGER NOT NULL,
    worst INTEGER NOT NULL CHECK (worst >= 0),
    cost INTEGER CHECK (cost >= 0),
    basis TEXT CHECK (basis IN ('reported', 'estimated', 'full', 'unsent')),
    CHECK ((cost IS NULL) = (basis IS NULL))
) STRICT;

CREATE TABLE ledger_totals (
    span TEXT NOT NULL CHECK (span IN ('day', 'minute')),
    start INTEGER NOT NULL,
    provider TEXT NOT NULL,
    spent INTEGER NOT NULL CHECK (spent >= 0),
    reserved INTEGER NOT NULL CHECK (reserved >= 0),
    PRIMARY KEY (span, start, provider)
) STRICT, WITHOUT ROWID;

-- What was spent before there was a ledger.
INSERT INTO ledger (battle, turn, side, voter, provider, contender, at, worst, cost, basis)
SELECT replies.battle, turn, side, voter, provider, contender, begun_at, cost, cost, 'reported'
FROM replies
JOIN turns ON turns.battle = replies.battle AND turns.number = replies.turn
JOIN battles ON battles.id = replies.battle
JOIN contender_versions ON contender_versions.number = iif(side = 'a', a_version, b_version)
WHERE cost >= 0 AND provider <> ''
ORDER BY begun_at, replies.battle, turn, side;

INSERT INTO ledger_totals (span, start, provider, spent, reserved)
SELECT 'day', at - at % 86400000, provider, sum(cost), 0 FROM ledger GROUP BY 2, 3
UNION ALL
SELECT 'day', at - at % 86400000, '', sum(cost), 0 FROM ledger GROUP BY 2;

CREATE INDEX ledger_by_reply ON ledger (battle, turn, side);

CREATE INDEX ledger_by_voter ON ledger (voter, at);

CREATE INDEX ledger_by_time ON ledger (at);

CREATE INDEX ledger_reserved ON ledger (number) WHERE cost IS NULL;

CREATE TRIGGER ledger_is_added AFTER INSERT ON ledger
BEGIN
    DELETE FROM ledger_totals WHERE span = 'minute' AND start < new.at - 3600000;
    INSERT INTO ledger_totals (span, start, provider, spent, reserved)
    SELECT span, new.at - new.at % long, provider, ifnull(new.cost, 0),
        iif(new.cost IS NULL, new.worst, 0)
    FROM (SELECT 'day' AS span, 86400000 AS long UNION ALL SELECT 'minute', 60000)
    CROSS JOIN (SELECT new.provider AS provider UNION ALL SELECT '')
    WHERE true
    ON CONFLICT (span, start, provider) DO UPDATE SET
        spent = spent + excluded.spent, reserved = reserved + excluded.reserved;
END;

CREATE TRIGGER ledger_is_settled AFTER UPDATE OF cost ON ledger
BEGIN
    UPDATE ledger_totals SET spent = spent + new.cost, reserved = reserved - old.worst
    WHERE provider IN (new.provider, '') AND (span, start) IN (
        VALUES ('day', new.at - new.at % 86400000), ('minute', new.at - new.at % 60000)
    );
END;

CREATE TRIGGER ledger_is_settled_once BEFORE UPDATE OF cost, basis ON ledger
WHEN old.cost IS NOT NULL OR new.cost IS NULL
BEGIN SELECT raise(ABORT, 'what was booked stays booked'); END;

CREATE TRIGGER ledger_stands
BEFORE UPDATE OF number, battle, turn, side, provider, contender, at, worst ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is never changed'); END;

CREATE TRIGGER ledger_keeps_its_voter BEFORE UPDATE OF voter ON ledger
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE battle = old.battle AND voter = new.voter)
BEGIN SELECT raise(ABORT, 'the ledger is never changed'); END;

CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is never deleted'); END;

CREATE TRIGGER erasures_reach_the_ledger AFTER INSERT ON erasures
BEGIN UPDATE ledger SET voter = new.voter WHERE battle = new.battle; END;
