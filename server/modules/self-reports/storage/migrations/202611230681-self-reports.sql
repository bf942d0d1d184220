CREATE SCHEMA self_reports;

-- 自评申报: what a scored body says of every row of its table in a round.
CREATE TABLE self_reports.report (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  kind text NOT NULL CHECK (kind IN ('compound', 'enterprise', 'street', 'community', 'district')),
  -- The subject's place; of an enterprise its district.
  place_id uuid NOT NULL REFERENCES organisations.place,
  -- The enterprise that reports for itself or for a compound it serves.
  body_id uuid REFERENCES organisations.body,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted')),
  opened_at timestamptz NOT NULL,
  submitted_at timestamptz,
  submitted_by uuid REFERENCES access.actor,
  -- 逾期: after the term of the stage; the working days where the calendar knows them.
  late boolean NOT NULL DEFAULT false,
  late_days integer,
  CONSTRAINT report_is_one UNIQUE (subject_id),
  CHECK ((kind IN ('compound', 'enterprise')) = (body_id IS NOT NULL)),
  CHECK (state = 'draft' OR submitted_at IS NOT NULL)
);
CREATE INDEX report_by_round ON self_reports.report (round_id, state);
CREATE INDEX report_by_body ON self_reports.report (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX report_by_place ON self_reports.report (place_id);

CREATE TABLE self_reports.report_event (
  report_id uuid NOT NULL REFERENCES self_reports.report,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('submitted', 'reopened')),
  at timestamptz NOT NULL,
  by uuid,
  late boolean NOT NULL DEFAULT false,
  late_days integer,
  PRIMARY KEY (report_id, seq)
);

-- A row as it stands, as it was typed: a draft may still be wrong. What it said before lies in report_row_version.
CREATE TABLE self_reports.report_row (
  id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES self_reports.report,
  indicator text NOT NULL,
  stance text CHECK (stance IN ('accept', 'declare', 'contest')),
  numerator text,
  denominator text,
  value text,
  note text NOT NULL DEFAULT '',
  evidence_note text NOT NULL DEFAULT '',
  from_last_year boolean NOT NULL DEFAULT false,
  -- Who answers it when it is contested.
  answerer text CHECK (answerer IN ('evaluator', 'district-official', 'city-official', 'street-official')),
  -- Whether a submitted report has declared it, so that its reading is taken back when it is declared no more.
  recorded boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  changed_by uuid REFERENCES access.actor,
  changed_at timestamptz NOT NULL,
  CONSTRAINT report_row_is_one UNIQUE (report_id, indicator),
  CHECK ((stance IS NOT DISTINCT FROM 'contest') = (answerer IS NOT NULL))
);

CREATE TABLE self_reports.report_row_version (
  row_id uuid NOT NULL REFERENCES self_reports.report_row,
  version integer NOT NULL,
  stance text,
  numerator text,
  denominator text,
  value text,
  note text NOT NULL,
  evidence_note text NOT NULL,
  changed_by uuid,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (row_id, version)
);

-- The answer to a contested row: once, with reasons.
CREATE TABLE self_reports.answer (
  row_id uuid PRIMARY KEY REFERENCES self_reports.report_row,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'rejected')),
  reason text NOT NULL,
  answered_by uuid NOT NULL REFERENCES access.actor,
  answered_at timestamptz NOT NULL
);

CREATE VIEW self_reports.published_report AS
  SELECT id, round_id, subject_id, kind, place_id, body_id, state, submitted_at, submitted_by, late, late_days FROM self_reports.report;
CREATE VIEW self_reports.published_report_row AS
  SELECT w.id, w.report_id, r.round_id, r.subject_id, r.state AS report_state, w.indicator, w.stance, w.numerator, w.denominator, w.value,
    w.note, w.evidence_note, w.version, w.changed_by, w.changed_at
  FROM self_reports.report_row w JOIN self_reports.report r ON r.id = w.report_id;
-- 异议 of submitted reports, with their answers; what the row's grader is shown.
CREATE VIEW self_reports.published_contest AS
  SELECT w.id, w.report_id, r.round_id, r.subject_id, r.kind, r.place_id, r.body_id, w.indicator, w.answerer, w.numerator, w.denominator,
    w.value, w.note AS reason, w.evidence_note, r.submitted_by, w.changed_at AS contested_at, a.outcome, a.reason AS answer,
    a.answered_by, a.answered_at
  FROM self_reports.report_row w JOIN self_reports.report r ON r.id = w.report_id AND r.state = 'submitted'
  LEFT JOIN self_reports.answer a ON a.row_id = w.id WHERE w.stance = 'contest';
