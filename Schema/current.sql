-- What the migrations make together. A test compares it; edit it with them.

CREATE TABLE contender_versions (
    number INTEGER PRIMARY KEY,
    version TEXT NOT NULL CHECK (length(version) = 32),
    contender TEXT NOT NULL CHECK (length(contender) BETWEEN 1 AND 80),
    name TEXT NOT NULL CHECK (name <> ''),
    model TEXT CHECK (model <> ''),
    provider TEXT NOT NULL,
    upstream_model TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (settings GLOB '{*}'),
    system_prompt TEXT,
    price_in INTEGER CHECK (price_in >= 0),
    price_out INTEGER CHECK (price_out >= 0),
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    first_seen INTEGER NOT NULL,
    UNIQUE (number, contender),
    CHECK ((price_in IS NULL) = (price_out IS NULL))
) STRICT;

CREATE UNIQUE INDEX contender_versions_once ON contender_versions (
    contender, version, name, pool, ifnull(model, ''), ifnull(price_in, -1), ifnull(price_out, -1)
);

CREATE TRIGGER contender_versions_stay BEFORE DELETE ON contender_versions
BEGIN SELECT raise(ABORT, 'contender versions are never deleted'); END;

CREATE TRIGGER contender_versions_stand BEFORE UPDATE ON contender_versions
BEGIN SELECT raise(ABORT, 'contender versions are never changed'); END;

CREATE TABLE battles (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
    voter TEXT NOT NULL CHECK (length(voter) = 22),
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    state TEXT NOT NULL CHECK (
        state IN ('created', 'streaming', 'ready', 'voted', 'failed', 'expired', 'skipped')
    ),
    a_version INTEGER NOT NULL,
    a_contender TEXT NOT NULL,
    b_version INTEGER NOT NULL,
    b_contender TEXT NOT NULL,
    probability REAL NOT NULL CHECK (probability > 0 AND probability <= 1),
    seal_nonce TEXT NOT NULL CHECK (seal_nonce <> ''),
    seal_digest TEXT NOT NULL CHECK (length(seal_digest) = 64),
    opened_at INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT 'random'
    CHECK (kind IN ('random', 'pair', 'named', 'control')),
    FOREIGN KEY (a_version, a_contender) REFERENCES contender_versions (number, contender),
    FOREIGN KEY (b_version, b_contender) REFERENCES contender_versions (number, contender)
) STRICT, WITHOUT ROWID;

CREATE INDEX battles_by_time ON battles (opened_at, id);

CREATE INDEX battles_by_state ON battles (state, opened_at);

CREATE TABLE turns (
    battle TEXT NOT NULL REFERENCES battles (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    begun_at INTEGER NOT NULL,
    prompt TEXT NOT NULL CHECK (prompt <> ''),
    PRIMARY KEY (battle, number)
) STRICT;

CREATE TABLE replies (
    battle TEXT NOT NULL,
    turn INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    state TEXT NOT NULL CHECK (state IN ('writing', 'complete', 'failed')),
    finish TEXT CHECK (finish IN ('stop', 'length', 'filtered', 'other')),
    tokens_in INTEGER CHECK (tokens_in >= 0),
    tokens_out INTEGER CHECK (tokens_out >= 0),
    tokens_reasoning INTEGER CHECK (tokens_reasoning >= 0),
    first_text_seconds REAL CHECK (first_text_seconds >= 0),
    total_seconds REAL CHECK (total_seconds >= 0),
    cost INTEGER,
    upstream_model TEXT,
    fault TEXT CHECK (
        fault IN (
            'unreachable', 'insecure', 'connect_timeout', 'first_byte_timeout', 'stalled',
            'total_timeout', 'unauthorized', 'rate_limited', 'unavailable', 'not_found',
            'context_too_long', 'refused', 'filtered', 'malformed', 'broke_off', 'too_large',
            'empty', 'cancelled'
        )
    ),
    fault_detail TEXT,
    fault_retry_seconds REAL,
    words INTEGER NOT NULL CHECK (words >= 0),
    text TEXT NOT NULL,
    PRIMARY KEY (battle, turn, side),
    FOREIGN KEY (battle, turn) REFERENCES turns (battle, number),
    CHECK (state <> 'writing' OR finish IS NULL),
    CHECK (state <> 'complete' OR (finish IS NOT NULL AND words > 0)),
    CHECK ((state = 'failed') = (fault IS NOT NULL)),
    CHECK ((fault IS NULL) = (fault_detail IS NULL)),
    CHECK ((finish IS NULL) = (total_seconds IS NULL)),
    CHECK ((tokens_in IS NULL) = (tokens_out IS NULL))
) STRICT;

CREATE INDEX replies_being_written ON replies (battle) WHERE state = 'writing';

CREATE VIEW complete_turns AS
SELECT a.battle, a.turn
FROM replies AS a JOIN replies AS b ON b.battle = a.battle AND b.turn = a.turn
WHERE a.side = 'a' AND a.state = 'complete' AND b.side = 'b' AND b.state = 'complete';

CREATE TRIGGER battles_need_answers BEFORE UPDATE OF state ON battles
WHEN new.state IN ('ready', 'voted')
    AND NOT EXISTS (SELECT 1 FROM complete_turns WHERE battle = new.id)
BEGIN SELECT raise(ABORT, 'a battle without a complete turn is never ready'); END;

CREATE TABLE votes (
    sequence INTEGER PRIMARY KEY,
    battle TEXT NOT NULL UNIQUE REFERENCES battles (id),
    voter TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('a', 'b', 'tie', 'both_bad')),
    cast_at INTEGER NOT NULL,
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    a_contender TEXT NOT NULL,
    b_contender TEXT NOT NULL
, kind TEXT NOT NULL DEFAULT 'random'
    CHECK (kind IN ('random', 'pair', 'named', 'control'))) STRICT;

CREATE INDEX votes_by_pool ON votes (pool, sequence);

CREATE TRIGGER votes_have_no_gap BEFORE INSERT ON votes
WHEN new.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM votes)
BEGIN SELECT raise(ABORT, 'votes are numbered without a gap'); END;

CREATE TRIGGER votes_are_cast_once BEFORE INSERT ON votes
WHEN EXISTS (SELECT 1 FROM votes WHERE battle = new.battle)
BEGIN SELECT raise(ABORT, 'a battle has one vote'); END;

CREATE TRIGGER votes_stay BEFORE DELETE ON votes
BEGIN SELECT raise(ABORT, 'votes are never deleted'); END;

CREATE TABLE pair_tallies (
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    first_wins INTEGER NOT NULL DEFAULT 0 CHECK (first_wins >= 0),
    second_wins INTEGER NOT NULL DEFAULT 0 CHECK (second_wins >= 0),
    ties INTEGER NOT NULL DEFAULT 0 CHECK (ties >= 0),
    both_bad INTEGER NOT NULL DEFAULT 0 CHECK (both_bad >= 0),
    PRIMARY KEY (pool, first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL CHECK (length(id) = 12),
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    as_of INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL CHECK (last_sequence >= 0),
    document TEXT NOT NULL CHECK (document GLOB '{*}'),
    UNIQUE (pool, id)
) STRICT;

CREATE INDEX snapshots_by_sequence ON snapshots (pool, last_sequence);

CREATE TRIGGER snapshots_stand BEFORE UPDATE ON snapshots
BEGIN SELECT raise(ABORT, 'snapshots are never changed'); END;

CREATE TRIGGER snapshots_stay BEFORE DELETE ON snapshots
BEGIN SELECT raise(ABORT, 'snapshots are never deleted'); END;

CREATE TRIGGER votes_follow_battles BEFORE INSERT ON votes
WHEN NOT EXISTS (
    SELECT 1 FROM battles
    WHERE id = new.battle AND state = 'voted' AND voter = new.voter AND pool = new.pool
        AND kind = new.kind
        AND a_contender = new.a_contender AND b_contender = new.b_contender
)
BEGIN SELECT raise(ABORT, 'a vote belongs to a voted battle of the same voter'); END;

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

CREATE INDEX votes_by_pair ON votes (
    a_contender, b_contender, pool, kind, outcome, cast_at
);

CREATE INDEX turns_by_time ON turns (begun_at);

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

CREATE TABLE rating_days (
    pool TEXT NOT NULL CHECK (pool IN ('real', 'practice')),
    contender TEXT NOT NULL,
    day INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    rating REAL NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    votes INTEGER NOT NULL CHECK (votes >= 0),
    component INTEGER NOT NULL CHECK (component >= 0),
    PRIMARY KEY (pool, contender, day),
    CHECK (day = as_of / 86400000)
) STRICT, WITHOUT ROWID;

CREATE INDEX rating_days_by_day ON rating_days (pool, day);

CREATE TABLE vote_details (
    sequence INTEGER PRIMARY KEY REFERENCES votes (sequence),
    pacing TEXT NOT NULL CHECK (pacing IN ('even', 'live', 'hold', 'strict', 'broken')),
    seen_a INTEGER CHECK (seen_a IN (0, 1)),
    seen_b INTEGER CHECK (seen_b IN (0, 1))
, plain INTEGER NOT NULL DEFAULT 0 CHECK (plain IN (0, 1))) STRICT;

CREATE TRIGGER vote_details_stand BEFORE UPDATE ON vote_details
BEGIN SELECT raise(ABORT, 'the details of a vote are never changed'); END;

CREATE TRIGGER vote_details_stay BEFORE DELETE ON vote_details
BEGIN SELECT raise(ABORT, 'the details of a vote are never deleted'); END;

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

CREATE TABLE uncounted_votes (
    sequence INTEGER PRIMARY KEY REFERENCES votes (sequence),
    reason TEXT NOT NULL
) STRICT;

CREATE VIEW counted_votes AS
SELECT * FROM votes
WHERE kind = 'random'
    AND NOT EXISTS (SELECT 1 FROM uncounted_votes WHERE sequence = votes.sequence);

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

CREATE TABLE battle_marks (
    battle TEXT NOT NULL REFERENCES battles (id),
    mark TEXT NOT NULL CHECK (mark IN ('stopped', 'hurried', 'unpublished')),
    at INTEGER NOT NULL,
    PRIMARY KEY (battle, mark)
) STRICT, WITHOUT ROWID;

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

CREATE TRIGGER battles_stay_over BEFORE UPDATE OF state ON battles
WHEN new.state <> old.state AND (
    old.state IN ('voted', 'expired', 'skipped')
    OR (old.state = 'failed' AND new.state <> 'streaming')
)
BEGIN SELECT raise(ABORT, 'a battle that is over stays over'); END;

CREATE INDEX battles_by_voter ON battles (voter, opened_at, id);

CREATE INDEX votes_by_voter ON votes (voter, sequence);

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

CREATE TRIGGER battles_keep_their_sides
BEFORE UPDATE OF id, pool, kind, a_version, a_contender, b_version, b_contender,
    probability, seal_nonce, seal_digest, opened_at ON battles
BEGIN SELECT raise(ABORT, 'who plays a battle, and whose it is, never changes'); END;

CREATE TRIGGER battles_keep_their_voter BEFORE UPDATE OF voter ON battles
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE battle = old.id AND voter = new.voter)
BEGIN SELECT raise(ABORT, 'who plays a battle, and whose it is, never changes'); END;

CREATE TRIGGER votes_stand
BEFORE UPDATE OF sequence, battle, outcome, cast_at, pool, kind, a_contender, b_contender ON votes
BEGIN SELECT raise(ABORT, 'votes are never changed'); END;

CREATE TRIGGER votes_keep_their_voter BEFORE UPDATE OF voter ON votes
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE battle = old.battle AND voter = new.voter)
BEGIN SELECT raise(ABORT, 'votes are never changed'); END;

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

CREATE TABLE invitations (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
    uses INTEGER NOT NULL CHECK (uses BETWEEN 1 AND 10000),
    revoked_at INTEGER
) STRICT;

CREATE TRIGGER invitations_stand
BEFORE UPDATE OF number, digest, name, made_at, expires_at, uses ON invitations
BEGIN SELECT raise(ABORT, 'an invitation can only be revoked or restored'); END;

CREATE TRIGGER invitations_stay BEFORE DELETE ON invitations
BEGIN SELECT raise(ABORT, 'invitations are never deleted'); END;

CREATE TABLE members (
    voter TEXT NOT NULL CHECK (length(voter) = 22),
    invitation INTEGER NOT NULL REFERENCES invitations (number),
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (voter, invitation)
) STRICT, WITHOUT ROWID;

CREATE INDEX members_by_invitation ON members (invitation);

CREATE TRIGGER invitations_run_out BEFORE INSERT ON members
WHEN NOT EXISTS (
    SELECT 1 FROM invitations
    WHERE number = new.invitation AND revoked_at IS NULL AND new.joined_at < expires_at
        AND uses > (SELECT count(*) FROM members WHERE invitation = new.invitation)
)
BEGIN SELECT raise(ABORT, 'the invitation lets nobody in any more'); END;

CREATE TABLE admin_sessions (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    opened_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > opened_at),
    ended_at INTEGER
) STRICT;

CREATE TRIGGER admin_sessions_stand
BEFORE UPDATE OF number, digest, name, opened_at, expires_at ON admin_sessions
BEGIN SELECT raise(ABORT, 'a session can only be ended'); END;

CREATE TRIGGER admin_sessions_stay_over BEFORE UPDATE OF ended_at ON admin_sessions
WHEN old.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a session that is over stays over'); END;

CREATE TABLE audit_log (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    author TEXT NOT NULL CHECK (length(author) BETWEEN 1 AND 500),
    action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 40),
    subject TEXT NOT NULL CHECK (length(subject) <= 500),
    before TEXT NOT NULL CHECK (length(before) <= 500),
    after TEXT NOT NULL CHECK (length(after) <= 500),
    note TEXT NOT NULL CHECK (length(note) <= 500)
) STRICT;

CREATE TRIGGER audit_log_stands BEFORE UPDATE ON audit_log
BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;

CREATE TRIGGER audit_log_stays BEFORE DELETE ON audit_log
BEGIN SELECT raise(ABORT, 'the audit log is never deleted'); END;

CREATE TRIGGER audit_log_has_no_gap BEFORE INSERT ON audit_log
WHEN new.number IS NOT (SELECT ifnull(max(number), 0) + 1 FROM audit_log)
BEGIN SELECT raise(ABORT, 'the audit log is numbered without a gap'); END;

CREATE TABLE contender_states (
    contender TEXT NOT NULL PRIMARY KEY CHECK (length(contender) BETWEEN 1 AND 80),
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'retired')),
    weight REAL NOT NULL CHECK (weight BETWEEN 0.05 AND 20),
    since INTEGER NOT NULL
, reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500)) STRICT, WITHOUT ROWID;

CREATE TABLE pairing_policies (
    number INTEGER PRIMARY KEY,
    draw TEXT NOT NULL CHECK (draw IN ('informative', 'uniform')),
    control_share REAL NOT NULL CHECK (control_share BETWEEN 0 AND 0.5),
    at INTEGER NOT NULL
) STRICT;

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

CREATE TRIGGER erasures_close_the_chain AFTER INSERT ON erasures
BEGIN
    UPDATE vote_chain SET salt = NULL
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;

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

CREATE TABLE kept_answers (
    voter TEXT NOT NULL CHECK (length(voter) = 22),
    key TEXT NOT NULL CHECK (length(key) = 36),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    answer BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (voter, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_answers_by_time ON kept_answers (at);

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

CREATE TABLE shared_battles (
    battle TEXT NOT NULL PRIMARY KEY REFERENCES battles (id),
    shared_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER shared_battles_were_voted_on BEFORE INSERT ON shared_battles
WHEN NOT EXISTS (SELECT 1 FROM battles WHERE id = new.battle AND state = 'voted')
    OR EXISTS (SELECT 1 FROM erasures WHERE battle = new.battle)
BEGIN SELECT raise(ABORT, 'only a voted battle is shared'); END;

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

CREATE TRIGGER erasures_end_sharing AFTER INSERT ON erasures
BEGIN
    DELETE FROM shared_battles WHERE battle = new.battle;
    UPDATE reports SET note = '' WHERE battle = new.battle;
END;

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

CREATE TRIGGER prompts_stand BEFORE UPDATE OF prompt ON turns
WHEN new.prompt <> '[erased]' OR NOT EXISTS (
    SELECT 1 FROM erasures WHERE battle = old.battle
    UNION ALL
    SELECT 1 FROM faded_battles WHERE battle = old.battle
)
BEGIN SELECT raise(ABORT, 'prompts are never changed'); END;

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

CREATE TABLE "vote_rulings" (
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

CREATE TABLE "suspicions" (
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

CREATE INDEX suspicions_by_voter ON suspicions (voter, decision);

CREATE TRIGGER suspicions_stand
BEFORE UPDATE OF number, voter, detector, figure, votes, note, at ON suspicions
BEGIN SELECT raise(ABORT, 'only the decision on a suspicion changes'); END;

CREATE TRIGGER erasures_reach_suspicions BEFORE INSERT ON erasures
BEGIN
    DELETE FROM suspicions WHERE voter = (SELECT voter FROM battles WHERE id = new.battle);
END;

CREATE TABLE version_hosts (
    number INTEGER PRIMARY KEY REFERENCES contender_versions (number),
    host TEXT NOT NULL CHECK (host <> '')
) STRICT;

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

CREATE TABLE vote_styles (
    sequence INTEGER NOT NULL PRIMARY KEY REFERENCES votes (sequence),
    a_length INTEGER CHECK (a_length >= 0),
    a_headings INTEGER CHECK (a_headings >= 0),
    a_bold INTEGER CHECK (a_bold >= 0),
    a_items INTEGER CHECK (a_items >= 0),
    b_length INTEGER CHECK (b_length >= 0),
    b_headings INTEGER CHECK (b_headings >= 0),
    b_bold INTEGER CHECK (b_bold >= 0),
    b_items INTEGER CHECK (b_items >= 0),
    CHECK (
        (a_length IS NULL) + (a_headings IS NULL) + (a_bold IS NULL) + (a_items IS NULL)
        + (b_length IS NULL) + (b_headings IS NULL) + (b_bold IS NULL) + (b_items IS NULL)
        IN (0, 8)
    )
) STRICT;

CREATE TRIGGER vote_styles_stand BEFORE UPDATE ON vote_styles
BEGIN SELECT raise(ABORT, 'the style of a vote is never changed'); END;

CREATE TRIGGER vote_styles_stay BEFORE DELETE ON vote_styles
BEGIN SELECT raise(ABORT, 'the style of a vote is never deleted'); END;

CREATE TRIGGER faded_battles_lose_their_digests AFTER INSERT ON faded_battles
BEGIN
    DELETE FROM vote_prompts
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
    DELETE FROM prompt_sketches
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;
