-- From moderation on a pass keeps what it was scored from: what the public is shown is never read from the living records again.
ALTER TABLE evaluation.run ADD COLUMN keeps_readings boolean NOT NULL DEFAULT false;

CREATE TABLE evaluation.kept_reading (
  run_id integer NOT NULL REFERENCES evaluation.run ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  -- All recorded and computed readings of the subject; json, since it is only ever read whole.
  readings json NOT NULL,
  -- An enterprise's projects, for 2-20.
  shares json NOT NULL,
  PRIMARY KEY (run_id, subject_id)
);

-- What an appeal or a correction changes in the kept readings: the newest of a fact holds.
CREATE TABLE evaluation.amendment (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  fact text NOT NULL,
  reading json NOT NULL,
  reason text NOT NULL,
  -- The appeal or correction that decided it.
  basis_resource text NOT NULL,
  basis_id uuid NOT NULL,
  decided_by uuid,
  at timestamptz NOT NULL
);
CREATE INDEX amendment_by_subject ON evaluation.amendment (round_id, subject_id, fact, at DESC);

CREATE VIEW evaluation.published_amendment AS
  SELECT id, round_id, subject_id, fact, reading, reason, basis_resource, basis_id, decided_by, at FROM evaluation.amendment;
