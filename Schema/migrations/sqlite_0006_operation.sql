-- Links by which people become voters; of a link only its digest is kept.
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

-- Who joined by which link.
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

-- Browsers that administer the arena; of a token only its digest is kept.
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

-- Every change an operator made; only added to.
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

-- What was decided on contenders; one without a row is active with weight 1.
CREATE TABLE contender_states (
    contender TEXT NOT NULL PRIMARY KEY CHECK (length(contender) BETWEEN 1 AND 80),
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'retired')),
    weight REAL NOT NULL CHECK (weight BETWEEN 0.05 AND 20),
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How pairs are drawn; the last row holds.
CREATE TABLE pairing_policies (
    number INTEGER PRIMARY KEY,
    draw TEXT NOT NULL CHECK (draw IN ('informative', 'uniform')),
    control_share REAL NOT NULL CHECK (control_share BETWEEN 0 AND 0.5),
    at INTEGER NOT NULL
) STRICT;
