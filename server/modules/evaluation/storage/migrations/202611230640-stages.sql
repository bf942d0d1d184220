-- A round goes through stages with terms in working days. Its events are the truth; the round's own columns are their projection.
ALTER TABLE evaluation.round DROP CONSTRAINT round_state_check;
ALTER TABLE evaluation.round ADD CONSTRAINT round_state_check CHECK (state IN ('open', 'facts', 'self-report', 'grading',
  'moderation', 'publicity', 'appeals', 'final', 'archived', 'closed'));
ALTER TABLE evaluation.round
  ADD COLUMN stage_began_at timestamptz,
  ADD COLUMN stage_working_days smallint,
  -- The last day of the stage; NULL where the stage has no term, or where the calendar does not know it yet.
  ADD COLUMN stage_due_on date,
  -- 暂定: past the last official year. It warns, and ends nothing.
  ADD COLUMN stage_due_provisional date;
UPDATE evaluation.round SET stage_began_at = opened_at;
ALTER TABLE evaluation.round ALTER COLUMN stage_began_at SET NOT NULL;

CREATE TABLE evaluation.round_event (
  round_id uuid NOT NULL REFERENCES evaluation.round,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  by uuid,
  kind text NOT NULL CHECK (kind IN ('opened', 'entered', 'term-moved', 'closed')),
  data jsonb NOT NULL,
  PRIMARY KEY (round_id, seq)
);
INSERT INTO evaluation.round_event (round_id, seq, at, by, kind, data)
  SELECT id, 1, opened_at, opened_by, 'opened', '{}' FROM evaluation.round;
INSERT INTO evaluation.round_event (round_id, seq, at, kind, data)
  SELECT id, 2, now(), 'closed', '{"decision": ""}' FROM evaluation.round WHERE state = 'closed';

-- How a recorded fact stands against others of the same fact: a named decision goes before an override with its reason,
-- an override before what records compute, and that before the rest. `withdrawn` counts no more.
ALTER TABLE evaluation.declared_fact ADD COLUMN standing text NOT NULL DEFAULT 'ordinary'
  CHECK (standing IN ('ordinary', 'override', 'decision', 'withdrawn'));
ALTER TABLE evaluation.declared_fact_version ADD COLUMN standing text NOT NULL DEFAULT 'ordinary';

CREATE VIEW evaluation.published_round AS
  SELECT id, year, name, edition, place_id, period_from, period_to, state, stage_began_at, stage_due_on, stage_due_provisional,
    current_run FROM evaluation.round;
CREATE VIEW evaluation.published_subject AS
  SELECT id, round_id, table_id, kind, place_id, body_id, variant, name, code, district_id, district_name, street_name, households,
    days_in_service, not_assessed_reason, listed FROM evaluation.subject;
CREATE VIEW evaluation.published_subject_compound AS
  SELECT subject_id, compound_id, households, days, at_end FROM evaluation.subject_compound;
CREATE VIEW evaluation.published_score_row AS
  SELECT run_id, subject_id, indicator, state, points, points_exact, max_exact, numerator, denominator, value, provenance
  FROM evaluation.score_row;
CREATE VIEW evaluation.published_total AS
  SELECT run_id, subject_id, total, total_exact, missing, missing_rows, band, rank FROM evaluation.score;
CREATE VIEW evaluation.published_recorded_fact AS
  SELECT id, year, fact, place_id, body_id, project_id, grader, incident, numerator, denominator, value, named, not_applicable,
    note, evidence, provenance, standing, recorded_by, recorded_at, version FROM evaluation.declared_fact;
