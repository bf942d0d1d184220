-- Who is bound to an appeal's subject is asked of grading, account by account; here stand hands in it alone.
CREATE OR REPLACE VIEW publicity.involved AS
  SELECT a.id AS appeal_id, hand.account_id
  FROM publicity.appeal a JOIN moderation.published_hand hand ON hand.round_id = a.round_id AND hand.subject_id = a.subject_id
  WHERE hand.account_id IS NOT NULL AND (hand.what IN ('confirmed', 'chosen')
    OR EXISTS (SELECT FROM publicity.appeal_row r WHERE r.appeal_id = a.id AND (r.indicator = hand.indicator OR r.fact = hand.fact)))
  UNION ALL
  SELECT id, filed_by FROM publicity.appeal WHERE filed_by IS NOT NULL;
