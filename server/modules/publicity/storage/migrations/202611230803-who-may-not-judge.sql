-- Nor does anybody judge an appeal who is bound to its subject (A.1.4).
CREATE OR REPLACE VIEW publicity.involved AS
  SELECT a.id AS appeal_id, hand.account_id
  FROM publicity.appeal a JOIN moderation.published_hand hand ON hand.round_id = a.round_id AND hand.subject_id = a.subject_id
  WHERE hand.account_id IS NOT NULL AND (hand.what IN ('confirmed', 'chosen')
    OR EXISTS (SELECT FROM publicity.appeal_row r WHERE r.appeal_id = a.id AND (r.indicator = hand.indicator OR r.fact = hand.fact)))
  UNION ALL
  SELECT id, filed_by FROM publicity.appeal WHERE filed_by IS NOT NULL
  UNION ALL
  SELECT a.id, bar.account_id FROM publicity.appeal a JOIN grading.published_bar bar ON bar.subject_id = a.subject_id;

-- Who gave a grade or a fact that a correction is about, or chose between two graders: another decides it.
CREATE VIEW publicity.correction_hand AS
  SELECT c.id AS correction_id, hand.account_id
  FROM publicity.correction c JOIN moderation.published_hand hand ON hand.round_id = c.round_id AND hand.subject_id = c.subject_id
  WHERE hand.account_id IS NOT NULL AND hand.what <> 'confirmed'
    AND EXISTS (SELECT FROM publicity.correction_row r WHERE r.correction_id = c.id AND (r.indicator = hand.indicator OR r.fact = hand.fact));
