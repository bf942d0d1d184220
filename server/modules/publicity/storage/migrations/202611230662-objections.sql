-- 公示异议: whoever sees the results may object, without an account. Name and telephone are sealed, and need not be given.
CREATE TABLE publicity.objection (
  -- Made on the sender's side, so that the same objection sent twice is one.
  id uuid PRIMARY KEY,
  receipt text NOT NULL UNIQUE,
  publication_id uuid NOT NULL REFERENCES publicity.publication,
  round_id uuid NOT NULL,
  subject_id uuid,
  indicator text,
  -- Whose officials answer: the subject's district, or the round's place.
  place_id uuid NOT NULL REFERENCES organisations.place,
  text text NOT NULL,
  name_sealed text,
  phone_sealed text,
  filed_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('upheld', 'partly', 'rejected', 'explained')),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  FOREIGN KEY (publication_id, subject_id) REFERENCES publicity.result,
  CONSTRAINT answered_whole CHECK ((outcome IS NULL) = (answer IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX objection_by_place ON publicity.objection (place_id, filed_at DESC, id DESC);
CREATE INDEX objection_by_round ON publicity.objection (round_id) WHERE answered_at IS NULL;
