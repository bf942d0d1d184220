CREATE SCHEMA imports;

-- One uploaded sheet on its way: checked, confirmed, recorded. Its file lies sealed in the data folder under its id.
CREATE TABLE imports.run (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  file_bytes bigint NOT NULL,
  uploaded_by uuid NOT NULL REFERENCES access.actor,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting-check', 'checking', 'checked', 'unreadable', 'waiting-import',
    'importing', 'imported', 'interrupted', 'discarded')),
  queued_at timestamptz NOT NULL,
  finished_at timestamptz,
  rows_total integer,
  rows_done integer NOT NULL DEFAULT 0,
  counts jsonb NOT NULL DEFAULT '{"created":0,"changed":0,"unchanged":0,"refused":0,"perhapsSame":0,"skipped":0}',
  skip_bad boolean NOT NULL DEFAULT false,
  decisions jsonb NOT NULL DEFAULT '{}',
  warnings jsonb NOT NULL DEFAULT '[]',
  problem jsonb
);
CREATE INDEX run_by_uploader ON imports.run (uploaded_by, id DESC);
CREATE INDEX run_by_file ON imports.run (file_hash, kind) WHERE state = 'imported';
CREATE INDEX run_in_work ON imports.run (queued_at) WHERE state IN ('waiting-check', 'checking', 'waiting-import', 'importing');

-- Where the uploader's rights lay at that time: who is responsible for all of these places sees the receipt.
CREATE TABLE imports.run_place (
  run_id uuid NOT NULL REFERENCES imports.run,
  place_id uuid NOT NULL,
  PRIMARY KEY (run_id, place_id)
);

-- Rows to correct or to decide on; the contents are sealed, since they quote cells that may name persons.
CREATE TABLE imports.finding (
  run_id uuid NOT NULL REFERENCES imports.run,
  row integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('refused', 'perhaps-same')),
  sealed text NOT NULL,
  PRIMARY KEY (run_id, row)
);
