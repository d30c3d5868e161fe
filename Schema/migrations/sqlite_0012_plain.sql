-- Whether the voter had both answers shown as plain text, their Markdown not rendered.
ALTER TABLE vote_details ADD COLUMN plain INTEGER NOT NULL DEFAULT 0 CHECK (plain IN (0, 1));
