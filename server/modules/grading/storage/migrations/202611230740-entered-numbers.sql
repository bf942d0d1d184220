-- Every public number that was entered for a draw: a correction adds one and wipes none out.
CREATE TABLE grading.draw_number (
  round_id uuid NOT NULL REFERENCES grading.draw,
  place smallint NOT NULL,
  number text NOT NULL,
  -- Why it replaced the number before it; null for the first.
  reason text,
  entered_at timestamptz NOT NULL,
  entered_by uuid,
  PRIMARY KEY (round_id, place)
);
INSERT INTO grading.draw_number (round_id, place, number, reason, entered_at, entered_by)
  SELECT round_id, 1, number, correction, run_at, run_by FROM grading.draw WHERE number IS NOT NULL;
ALTER TABLE grading.draw DROP COLUMN correction;
