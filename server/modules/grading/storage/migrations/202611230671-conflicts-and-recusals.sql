-- What was drawn, as it is shown once the grading is over: subjects, seats, who was passed over, who got what.
ALTER TABLE grading.draw
  ADD COLUMN result json,
  -- Why the public number was entered again, where it was.
  ADD COLUMN correction text;

-- Where a seat may grade: districts by name, NULL for everywhere.
ALTER TABLE grading.seat ADD COLUMN districts text[];

-- A grade of somebody who stepped back stands in its versions alone; whoever follows begins anew.
ALTER TABLE grading.grade ADD COLUMN set_aside_at timestamptz;
ALTER TABLE grading.grade DROP CONSTRAINT grade_is_one;
CREATE UNIQUE INDEX grade_is_one ON grading.grade (task_id, indicator) WHERE set_aside_at IS NULL;
ALTER TABLE grading.grade ADD COLUMN standing text NOT NULL DEFAULT 'ordinary' CHECK (standing IN ('ordinary', 'override'));

-- How many of the office could not take part when the task was handed in, being bound to what is graded.
ALTER TABLE grading.task ADD COLUMN abstained smallint NOT NULL DEFAULT 0;
ALTER TABLE grading.task ADD COLUMN sheet_document_id uuid;

-- 回避: who stepped back from a task, and which seat it went to.
CREATE TABLE grading.recusal (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES grading.task,
  account_id uuid NOT NULL REFERENCES access.actor,
  from_seat text,
  to_seat text,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT recusal_is_one UNIQUE (task_id, account_id)
);

CREATE INDEX question_open ON grading.question (task_id, indicator) WHERE answered_at IS NULL;

-- What binds an account to a place or a body: what it declared, and the roles it held there during the year that is graded.
-- Whoever sits in a committee is bound to its compound.
CREATE VIEW grading.bond AS
  WITH bound AS NOT MATERIALIZED (
    SELECT account_id, kind, place_id, body_id, NULL::date AS valid_from, NULL::date AS valid_to FROM grading.tie WHERE ended_at IS NULL
    UNION ALL
    SELECT actor_id, 'post', NULL, body_id, valid_from, valid_to FROM access.grant_of_role WHERE body_id IS NOT NULL
    UNION ALL
    SELECT actor_id, 'work', place_id, NULL, valid_from, valid_to FROM access.grant_of_role
      WHERE role IN ('project-head', 'community-official', 'street-official', 'district-official'))
  SELECT account_id, kind, place_id, body_id, valid_from, valid_to FROM bound
  UNION ALL
  SELECT bound.account_id, bound.kind, committee.compound_id, NULL, bound.valid_from, bound.valid_to
  FROM bound JOIN organisations.published_committee committee ON committee.body_id = bound.body_id;

-- Which subjects of which rounds an account may not grade (project_id: only in that project). `of_firm`: bound to the enterprise
-- itself, which bars a committee's member too; that he lives where it serves does not, for a committee grades its own firm.
CREATE VIEW grading.bar AS
  WITH bond AS NOT MATERIALIZED (
    SELECT b.account_id, b.kind, b.place_id, b.body_id, r.id AS round_id FROM grading.bond b JOIN evaluation.published_round r
      ON (b.valid_from IS NULL OR b.valid_from <= r.period_to) AND (b.valid_to IS NULL OR b.valid_to > r.period_from))
  SELECT bond.account_id, s.id AS subject_id, NULL::uuid AS project_id, false AS of_firm
  FROM bond JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.place_id = bond.place_id AND s.kind <> 'enterprise'
  UNION ALL
  SELECT bond.account_id, s.id, NULL, true
  FROM bond JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.body_id = bond.body_id AND s.kind = 'enterprise'
  UNION ALL
  -- The compounds that the firm serves.
  SELECT bond.account_id, c.id, NULL, true
  FROM bond JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.body_id = bond.body_id AND s.kind = 'enterprise'
  JOIN evaluation.published_subject_compound sc ON sc.subject_id = s.id
  JOIN evaluation.published_subject c ON c.round_id = s.round_id AND c.kind = 'compound' AND c.place_id = sc.compound_id
  UNION ALL
  -- Its rows in one project; working or holding a post there, all its rows.
  SELECT bond.account_id, s.id, CASE WHEN bond.kind IN ('work', 'post') THEN NULL ELSE sc.compound_id END, false
  FROM bond JOIN evaluation.published_subject_compound sc ON sc.compound_id = bond.place_id
  JOIN evaluation.published_subject s ON s.id = sc.subject_id AND s.round_id = bond.round_id AND s.kind = 'enterprise';

CREATE OR REPLACE VIEW grading.published_task AS
  SELECT t.id, t.round_id, t.subject_id, t.project_id, t.grader, t.seat_id, s.label AS seat, s.account_id AS seat_account_id, t.second,
    t.place_id, t.body_id, t.rows, t.state, t.taken_by, t.submitted_by, t.submitted_at, t.abstained
  FROM grading.task t LEFT JOIN grading.seat s ON s.id = t.seat_id;
CREATE OR REPLACE VIEW grading.published_grade AS
  SELECT g.id, g.task_id, t.round_id, t.subject_id, t.project_id, t.second, t.grader, g.indicator, g.version, g.numerator, g.denominator,
    g.value, g.named, g.not_applicable, g.comment, g.override_reason, g.computed_said, cardinality(g.document_ids) AS evidence_count,
    g.document_ids, g.graded_by, g.graded_at, g.recorded_at
  FROM grading.grade g JOIN grading.task t ON t.id = g.task_id WHERE g.set_aside_at IS NULL;

-- When an account last said what binds it, even if nothing does.
CREATE TABLE grading.tie_declaration (
  account_id uuid PRIMARY KEY REFERENCES access.actor,
  declared_at timestamptz NOT NULL
);
