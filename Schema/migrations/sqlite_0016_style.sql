-- How the answers of a vote's battle were laid out, in counts over its complete turns: what the
-- style-adjusted ratings take out. Kept when the texts are not. A vote from before this table gets
-- its row at the next start; its counts are NULL where the texts were gone by then.
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
