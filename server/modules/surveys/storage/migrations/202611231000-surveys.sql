-- Owners' satisfaction as a real sample survey (A.2.3, 6.8.1): frame, draw, fieldwork, answers, estimates.
CREATE SCHEMA surveys;

CREATE TABLE surveys.survey (
  id uuid PRIMARY KEY,
  year smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('yearly', 'half-year', 'third-party')),
  name text NOT NULL,
  -- Whose area is asked: the city or a district.
  place_id uuid NOT NULL REFERENCES organisations.place,
  agency_id uuid REFERENCES organisations.body,
  -- As the rule-book had it when the survey was made: items, what they feed, the scale and its points.
  questionnaire jsonb NOT NULL,
  fraction text NOT NULL,
  expected_response text NOT NULL,
  -- Half the width of the wanted 95 % interval in points; NULL where the share alone decides.
  precision_points text,
  state text NOT NULL,
  frame_hash text,
  frame_size integer,
  frozen_at timestamptz,
  -- Committed before the draw, sealed until the close, revealed after it.
  seed_hash text,
  seed text,
  -- A public number named before it is known, mixed in so that nobody could foresee the draw.
  public_number_source text,
  public_number text,
  committed_at timestamptz,
  drawn_at timestamptz,
  sample_hash text,
  opens_on date,
  closes_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE surveys.survey_event (
  survey_id uuid NOT NULL REFERENCES surveys.survey,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  by uuid,
  kind text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (survey_id, seq)
);

-- The frozen frame: one row a head (民法典 interpretation art 9), under a pseudonym made by a key of this survey.
CREATE TABLE surveys.frame_unit (
  survey_id uuid NOT NULL REFERENCES surveys.survey,
  unit text NOT NULL,
  compound_id uuid NOT NULL REFERENCES organisations.place,
  -- Further strata within the compound, such as the building's age; '' where there is none.
  stratum text NOT NULL DEFAULT '',
  PRIMARY KEY (survey_id, unit)
);
CREATE INDEX frame_unit_by_stratum ON surveys.frame_unit (survey_id, compound_id, stratum);

-- Whom a pseudonym stands for, as long as the field needs it: deleted at the close.
CREATE TABLE surveys.frame_contact (
  survey_id uuid NOT NULL,
  unit text NOT NULL,
  dwelling_id uuid NOT NULL,
  person_id uuid,
  PRIMARY KEY (survey_id, unit),
  FOREIGN KEY (survey_id, unit) REFERENCES surveys.frame_unit
);

CREATE TABLE surveys.stratum (
  survey_id uuid NOT NULL REFERENCES surveys.survey,
  compound_id uuid NOT NULL REFERENCES organisations.place,
  stratum text NOT NULL DEFAULT '',
  heads integer NOT NULL,
  -- Drawn at first; a low valid share later is another matter, with a decision of its own.
  sampled integer NOT NULL DEFAULT 0,
  -- Why so many: 'share' (30 %, A.2.3) or 'precision'.
  sized_by text NOT NULL DEFAULT 'share',
  low_share_decision text,
  PRIMARY KEY (survey_id, compound_id, stratum)
);

CREATE TABLE surveys.sample (
  survey_id uuid NOT NULL,
  unit text NOT NULL,
  compound_id uuid NOT NULL,
  stratum text NOT NULL DEFAULT '',
  -- Place in the order of permanent random numbers within the stratum.
  position integer NOT NULL,
  -- 0 the sample itself; reserves in random batches, each counted whole once it is released.
  batch smallint NOT NULL DEFAULT 0,
  released_at timestamptz,
  -- Of the link's secret; the link itself is printed or sent, and never kept.
  link_mark text UNIQUE,
  outcome text NOT NULL DEFAULT '3.1',
  interviewer_id uuid,
  PRIMARY KEY (survey_id, unit),
  FOREIGN KEY (survey_id, unit) REFERENCES surveys.frame_unit
);
CREATE INDEX sample_by_stratum ON surveys.sample (survey_id, compound_id, stratum);
CREATE INDEX sample_of_interviewer ON surveys.sample (interviewer_id, survey_id) WHERE interviewer_id IS NOT NULL;

CREATE TABLE surveys.attempt (
  id uuid PRIMARY KEY,
  survey_id uuid NOT NULL,
  unit text NOT NULL,
  at timestamptz NOT NULL,
  by uuid,
  outcome text NOT NULL,
  note text NOT NULL DEFAULT '',
  FOREIGN KEY (survey_id, unit) REFERENCES surveys.sample
);
CREATE INDEX attempt_of_unit ON surveys.attempt (survey_id, unit);

-- One answer a sampled owner, whatever the door: the key says so.
CREATE TABLE surveys.answer (
  survey_id uuid NOT NULL,
  unit text NOT NULL,
  compound_id uuid NOT NULL,
  stratum text NOT NULL DEFAULT '',
  mode text NOT NULL CHECK (mode IN ('web', 'interviewer', 'paper')),
  -- The device's own id of this submission: the same one again is the same answer.
  submission uuid NOT NULL,
  -- By the questionnaire's order: 1 to the number of grades, 0 不适用, NULL not answered.
  grades smallint[] NOT NULL,
  -- Open text, sealed; firms get it masked and cleared only.
  remark text,
  remark_cleared text,
  seconds integer,
  flags text[] NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  by uuid,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (survey_id, unit),
  FOREIGN KEY (survey_id, unit) REFERENCES surveys.sample
);
CREATE INDEX answer_by_stratum ON surveys.answer (survey_id, compound_id, stratum);

-- The second keying of a paper form; both must agree before it becomes an answer.
CREATE TABLE surveys.paper_entry (
  survey_id uuid NOT NULL,
  unit text NOT NULL,
  keyed_by uuid NOT NULL,
  at timestamptz NOT NULL,
  grades smallint[] NOT NULL,
  remark text,
  PRIMARY KEY (survey_id, unit, keyed_by),
  FOREIGN KEY (survey_id, unit) REFERENCES surveys.sample
);

-- Estimates as they were computed at the close; kept, so that a later change is seen.
CREATE TABLE surveys.estimate (
  survey_id uuid NOT NULL REFERENCES surveys.survey,
  item text NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('compound', 'enterprise', 'street', 'community', 'district', 'city')),
  place_id uuid NOT NULL REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  n integer NOT NULL,
  heads integer NOT NULL,
  -- NULL where nobody, or too few, answered.
  estimate numeric,
  standard_error numeric,
  low numeric,
  high numeric,
  df numeric,
  design_effect numeric
);
CREATE UNIQUE INDEX estimate_is_one ON surveys.estimate (survey_id, item, subject_kind, place_id, coalesce(body_id, '00000000-0000-0000-0000-000000000000'::uuid));
CREATE INDEX estimate_of_place ON surveys.estimate (place_id, body_id);
