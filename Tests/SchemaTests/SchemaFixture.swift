import Foundation
import GRDB
import Schema

/// The folder of the schema in the source tree.
let schemaFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Schema")

/// A new database in memory with every migration.
func migrated() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in try db.execute(sql: strictness) }
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.write { db in
        for migration in Schema.sqlite { try db.execute(sql: migration.sql) }
    }
    return queue
}

/// A migrated database with two contenders and a ready battle, `battle`, of `voter`.
func played(kind: String = "random") throws -> DatabaseQueue {
    let queue = try migrated()
    try queue.write { db in
        try db.execute(sql: play.replacing("'random'", with: "'\(kind)'"))
        try db.execute(sql: "UPDATE battles SET state = 'ready'")
    }
    return queue
}

/// A migrated database with a vote on the played battle.
func voted(outcome: String = "a") throws -> DatabaseQueue {
    let queue = try played()
    try queue.write { db in
        try db.execute(sql: "UPDATE battles SET state = 'voted'")
        try db.execute(sql: voteStatement(outcome: outcome))
    }
    return queue
}

/// A name of 22 characters, as battles and voters bear.
func name(_ number: Int) -> String {
    String(repeating: "x", count: 22 - "\(number)".count) + "\(number)"
}

private let play = """
    INSERT INTO contender_versions
        (number, version, contender, name, provider, upstream_model, settings, pool, first_seen)
    VALUES
        (1, '\(String(repeating: "1", count: 32))', 'one', 'One', 'p', 'm', '{}', 'real', 0),
        (2, '\(String(repeating: "2", count: 32))', 'two', 'Two', 'p', 'n', '{}', 'real', 0);
    INSERT INTO battles (id, voter, pool, kind, state, a_version, a_contender, b_version, b_contender,
        probability, seal_nonce, seal_digest, opened_at)
    VALUES ('\(name(1))', '\(name(9))', 'real', 'random', 'streaming', 1, 'one', 2, 'two', 0.5, 'n',
        '\(String(repeating: "d", count: 64))', 0);
    INSERT INTO turns (battle, number, begun_at, prompt) VALUES ('\(name(1))', 1, 0, 'Hi');
    INSERT INTO replies (battle, turn, side, state, finish, total_seconds, words, text)
    VALUES ('\(name(1))', 1, 'a', 'complete', 'stop', 1, 1, 'Hello'),
        ('\(name(1))', 1, 'b', 'complete', 'stop', 1, 1, 'Hey');
    """

/// The statement that casts a vote on the played battle.
func voteStatement(
    sequence: Int = 1, voter: String = name(9), outcome: String = "a", kind: String = "random"
) -> String {
    """
    INSERT INTO votes
        (sequence, battle, voter, outcome, cast_at, pool, kind, a_contender, b_contender)
    VALUES
        (\(sequence), '\(name(1))', '\(voter)', '\(outcome)', 0, 'real', '\(kind)', 'one', 'two')
    """
}

/// What every connection of the arena sets, and the schema must bear.
private let strictness = "PRAGMA trusted_schema = OFF; PRAGMA recursive_triggers = ON"
