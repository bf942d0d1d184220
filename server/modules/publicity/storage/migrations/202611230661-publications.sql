CREATE SCHEMA publicity;

-- 公示、公布、更正: what was shown to the public from a moment on. Never changed: what follows is another version.
CREATE TABLE publicity.publication (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('publicity', 'final', 'correction')),
  published_at timestamptz NOT NULL,
  published_by uuid,
  -- Last day of the term as it was known then; the round knows of later moves while the term runs.
  due_on date,
  term_days smallint,
  -- The pass whose scores these are.
  run_id integer NOT NULL,
  note text NOT NULL DEFAULT '',
  CONSTRAINT publication_is_known UNIQUE (round_id, version)
);

-- One subject as it is shown, with the names that it had.
CREATE TABLE publicity.result (
  publication_id uuid NOT NULL REFERENCES publicity.publication,
  subject_id uuid NOT NULL,
  -- Place in the public's list: by kind, the best first. The key of its pages.
  position integer NOT NULL,
  table_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('compound', 'enterprise', 'street', 'community', 'district')),
  place_id uuid NOT NULL,
  body_id uuid,
  variant text,
  name text NOT NULL,
  code text NOT NULL,
  pinyin text NOT NULL DEFAULT '',
  initials text NOT NULL DEFAULT '',
  district_id uuid NOT NULL,
  district_name text NOT NULL,
  street_name text,
  households integer NOT NULL,
  total numeric,
  total_exact text,
  missing_rows integer NOT NULL,
  band text,
  rank integer,
  of_kind integer NOT NULL,
  not_assessed boolean NOT NULL,
  -- A project's owners' organisation: the body alone, nobody who sits in it.
  committee_name text,
  committee_kind text,
  committee_filed_on date,
  PRIMARY KEY (publication_id, subject_id)
);
CREATE UNIQUE INDEX result_by_position ON publicity.result (publication_id, position);
CREATE INDEX result_by_place ON publicity.result (place_id, kind);
CREATE INDEX result_by_body ON publicity.result (body_id) WHERE body_id IS NOT NULL;

CREATE TABLE publicity.result_group (
  publication_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  level1 text NOT NULL,
  got numeric NOT NULL,
  -- Its rows would tell something of a person, or of very few: only the total is kept here at all.
  withheld boolean NOT NULL,
  PRIMARY KEY (publication_id, subject_id, level1),
  FOREIGN KEY (publication_id, subject_id) REFERENCES publicity.result
);

-- A withheld row holds nothing but its name.
CREATE TABLE publicity.result_row (
  publication_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  withheld boolean NOT NULL,
  state text,
  points text,
  points_exact text,
  max_exact text,
  numerator text,
  denominator text,
  value text,
  provenance text,
  reason text,
  params json,
  PRIMARY KEY (publication_id, subject_id, indicator),
  FOREIGN KEY (publication_id, subject_id) REFERENCES publicity.result,
  CONSTRAINT withheld_says_nothing CHECK (NOT withheld OR (state IS NULL AND points IS NULL AND points_exact IS NULL
    AND max_exact IS NULL AND numerator IS NULL AND denominator IS NULL AND value IS NULL AND reason IS NULL AND params IS NULL))
);

-- Which projects count for an enterprise, community, street or district.
CREATE TABLE publicity.result_project (
  publication_id uuid NOT NULL,
  upper_id uuid NOT NULL,
  project_id uuid NOT NULL,
  PRIMARY KEY (publication_id, upper_id, project_id),
  FOREIGN KEY (publication_id, upper_id) REFERENCES publicity.result,
  FOREIGN KEY (publication_id, project_id) REFERENCES publicity.result
);
CREATE INDEX result_project_by_project ON publicity.result_project (publication_id, project_id);

CREATE VIEW publicity.published_publication AS
  SELECT id, round_id, version, kind, published_at, due_on, run_id, note FROM publicity.publication;
CREATE VIEW publicity.published_result AS
  SELECT publication_id, subject_id, position, table_id, kind, place_id, body_id, variant, name, code, district_id, district_name,
    street_name, households, total, total_exact, missing_rows, band, rank, of_kind, not_assessed FROM publicity.result;
CREATE VIEW publicity.published_result_group AS
  SELECT publication_id, subject_id, level1, got, withheld FROM publicity.result_group;
CREATE VIEW publicity.published_result_row AS
  SELECT publication_id, subject_id, indicator, withheld, state, points, points_exact, max_exact, reason, params
  FROM publicity.result_row;
