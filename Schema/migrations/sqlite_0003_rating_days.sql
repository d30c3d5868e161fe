-- The ratings of each contender in the last snapshot of each day (UTC), so that a curve over time
-- reads no whole snapshot. A later snapshot of the same day takes the place of all rows of that day.
-- `day` counts from 1970-01-01.
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

-- The whole board of a day.
CREATE INDEX rating_days_by_day ON rating_days (pool, day);

INSERT INTO rating_days (pool, contender, day, as_of, rating, low, high, votes, component)
SELECT
    snapshots.pool,
    standing.value ->> '$.contender.text',
    snapshots.as_of / 86400000,
    snapshots.as_of,
    standing.value ->> '$.rating',
    standing.value ->> '$.low',
    standing.value ->> '$.high',
    standing.value ->> '$.votes',
    standing.value ->> '$.component'
FROM (
    SELECT max(number) AS number FROM snapshots GROUP BY pool, as_of / 86400000
) AS lasts
JOIN snapshots USING (number), json_each(snapshots.document, '$.rows') AS standing;
