-- Columns are appended: what publication shows of a row says why it has its points, and the term of a stage in days.
CREATE OR REPLACE VIEW evaluation.published_score_row AS
  SELECT run_id, subject_id, indicator, state, points, points_exact, max_exact, numerator, denominator, value, provenance,
    reason, params
  FROM evaluation.score_row;
CREATE OR REPLACE VIEW evaluation.published_round AS
  SELECT id, year, name, edition, place_id, period_from, period_to, state, stage_began_at, stage_due_on, stage_due_provisional,
    current_run, stage_working_days FROM evaluation.round;
