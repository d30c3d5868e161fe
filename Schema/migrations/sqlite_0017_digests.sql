-- What is kept of a prompt to tell equal ones apart goes with its text: who guesses a prompt could
-- else see that it was this one.
CREATE TRIGGER faded_battles_lose_their_digests AFTER INSERT ON faded_battles
BEGIN
    DELETE FROM vote_prompts
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
    DELETE FROM prompt_sketches
    WHERE sequence IN (SELECT sequence FROM votes WHERE battle = new.battle);
END;

DELETE FROM vote_prompts
WHERE sequence IN (SELECT sequence FROM faded_battles JOIN votes USING (battle));

DELETE FROM prompt_sketches
WHERE sequence IN (SELECT sequence FROM faded_battles JOIN votes USING (battle));
