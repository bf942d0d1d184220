-- What a sheet will add and change, or did: shown before it is confirmed, and kept with its receipt. Sealed like the
-- findings, since the cells are of records that not everybody may see.
CREATE TABLE imports.outcome (
  run_id uuid NOT NULL REFERENCES imports.run,
  row integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('created', 'changed')),
  sealed text NOT NULL,
  PRIMARY KEY (run_id, row)
);
CREATE INDEX outcome_by_kind ON imports.outcome (run_id, outcome, row);
