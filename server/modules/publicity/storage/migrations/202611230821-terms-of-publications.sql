-- The term's last day follows the calendar while the term runs, as the round's own does; until the year's notice is loaded it
-- is only provisional (暂定).
ALTER TABLE publicity.publication ADD COLUMN due_provisional date;
UPDATE publicity.publication p SET due_on = round.stage_due_on, due_provisional = round.stage_due_provisional
  FROM evaluation.published_round round WHERE round.id = p.round_id AND round.state = 'publicity' AND p.kind = 'publicity';
