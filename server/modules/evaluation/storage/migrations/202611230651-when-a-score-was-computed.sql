-- A subject scored again by itself is as fresh as that, though its run began earlier. NULL: with the whole run.
ALTER TABLE evaluation.score ADD COLUMN computed_at timestamptz;
-- What was recorded since a run is asked at every page that shows its scores.
CREATE INDEX declared_fact_by_time ON evaluation.declared_fact (year, recorded_at);
