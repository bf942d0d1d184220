CREATE SCHEMA evaluation;

-- 一轮评价: a year's scoring by a pinned edition.
CREATE TABLE evaluation.round (
  id uuid PRIMARY KEY,
  year smallint NOT NULL CHECK (year BETWEEN 2021 AND 2100),
  name text NOT NULL,
  edition text NOT NULL,
  -- Scope: the city, or one district that scores for itself.
  place_id uuid NOT NULL REFERENCES organisations.place,
  period_from date NOT NULL,
  period_to date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  opened_by uuid,
  opened_at timestamptz NOT NULL,
  current_run integer,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT round_is_known UNIQUE (year, place_id, name)
);

-- One pass over a round. Its rows count only once it is finished and the round points to it.
CREATE TABLE evaluation.run (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  started_at timestamptz NOT NULL,
  stage text NOT NULL,
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  finished_at timestamptz,
  failed_because text,
  started_by uuid,
  -- Hash of the rule-book's pinned edition, so that a later change of the papers shows.
  edition_hash text NOT NULL
);
CREATE INDEX run_by_round ON evaluation.run (round_id, id DESC);

-- Who is scored: a compound (A.1), an enterprise in a district (A.2), a street or community (A.3), a district (A.4).
CREATE TABLE evaluation.subject (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  table_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('compound', 'enterprise', 'street', 'community', 'district')),
  place_id uuid NOT NULL,
  body_id uuid,
  variant text,
  -- Names as they stood at the period's end: a later rename leaves old scores alone.
  name text NOT NULL,
  code text NOT NULL,
  district_id uuid NOT NULL,
  district_name text NOT NULL,
  street_name text,
  households integer NOT NULL,
  days_in_service integer NOT NULL,
  not_assessed_reason text,
  listed boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX subject_is_known ON evaluation.subject (round_id, kind, place_id, coalesce(body_id, '00000000-0000-0000-0000-000000000000'));
CREATE INDEX subject_by_place ON evaluation.subject (place_id, round_id);
CREATE INDEX subject_by_body ON evaluation.subject (body_id, round_id) WHERE body_id IS NOT NULL;

-- Which compounds count for a subject, with the days of the contract inside the period.
CREATE TABLE evaluation.subject_compound (
  subject_id uuid NOT NULL REFERENCES evaluation.subject ON DELETE CASCADE,
  compound_id uuid NOT NULL,
  households integer NOT NULL,
  days integer NOT NULL,
  at_end boolean NOT NULL,
  PRIMARY KEY (subject_id, compound_id)
);
CREATE INDEX subject_compound_by_compound ON evaluation.subject_compound (compound_id);

-- 申报、检查、调查、导入的事实, until the module that owns the records computes them.
CREATE TABLE evaluation.declared_fact (
  id uuid PRIMARY KEY,
  year smallint NOT NULL,
  fact text NOT NULL,
  place_id uuid NOT NULL REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  -- The project in which a J or W row was graded (C33).
  project_id uuid REFERENCES organisations.place,
  grader text NOT NULL DEFAULT '',
  -- The event of a deduction (C23).
  incident text NOT NULL DEFAULT '',
  numerator numeric,
  denominator numeric,
  value numeric,
  named text,
  not_applicable text,
  note text NOT NULL DEFAULT '',
  evidence text NOT NULL DEFAULT '',
  provenance text NOT NULL CHECK (provenance IN ('declared', 'inspected', 'surveyed', 'imported')),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT declared_fact_is_known UNIQUE NULLS NOT DISTINCT (year, fact, place_id, body_id, project_id, grader, incident)
);
CREATE INDEX declared_fact_by_place ON evaluation.declared_fact (place_id, year, fact, id);
CREATE INDEX declared_fact_by_body ON evaluation.declared_fact (body_id, year) WHERE body_id IS NOT NULL;

CREATE TABLE evaluation.score (
  run_id integer NOT NULL REFERENCES evaluation.run ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  total numeric NOT NULL,
  total_exact text NOT NULL,
  missing numeric NOT NULL,
  missing_rows integer NOT NULL,
  band text,
  -- Among the subjects of the same kind; ties share a rank.
  rank integer,
  PRIMARY KEY (run_id, subject_id)
);
CREATE INDEX score_by_total ON evaluation.score (run_id, total DESC, subject_id);

-- One row of a table for one subject, with the reading it was scored from.
CREATE TABLE evaluation.score_row (
  run_id integer NOT NULL,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  state text NOT NULL,
  points numeric NOT NULL,
  points_exact text NOT NULL,
  max_exact text NOT NULL,
  numerator text,
  denominator text,
  value text,
  provenance text,
  reason text NOT NULL,
  params jsonb NOT NULL,
  PRIMARY KEY (run_id, subject_id, indicator)
);

CREATE VIEW evaluation.published_score AS
  SELECT r.id AS round_id, r.year, r.edition, s.id AS subject_id, s.table_id, s.kind, s.place_id, s.body_id, s.name,
    sc.total, sc.total_exact, sc.band, sc.rank
  FROM evaluation.round r JOIN evaluation.score sc ON sc.run_id = r.current_run
  JOIN evaluation.subject s ON s.id = sc.subject_id;
