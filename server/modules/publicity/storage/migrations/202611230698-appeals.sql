-- 申诉: the scored body against named rows of what was published of it, until the publicity term ends.
CREATE TABLE publicity.appeal (
  -- Made on the sender's side, so that the same appeal sent twice is one.
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  publication_id uuid NOT NULL REFERENCES publicity.publication,
  -- Whose officials answer: the subject's place.
  place_id uuid NOT NULL REFERENCES organisations.place,
  -- Who appeals, where it is no office.
  body_id uuid REFERENCES organisations.body,
  filed_by uuid REFERENCES access.actor,
  filed_at timestamptz NOT NULL,
  assignee_id uuid REFERENCES access.actor,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided', 'withdrawn')),
  outcome text CHECK (outcome IN ('upheld', 'partly', 'rejected')),
  answer text,
  decided_by uuid,
  decided_at timestamptz,
  CONSTRAINT decided_whole CHECK ((state = 'decided') = (outcome IS NOT NULL) AND (outcome IS NULL) = (answer IS NULL)
    AND (state = 'open') = (decided_at IS NULL))
);
CREATE INDEX appeal_by_place ON publicity.appeal (place_id, filed_at);
CREATE INDEX appeal_by_round ON publicity.appeal (round_id, state);
CREATE INDEX appeal_by_body ON publicity.appeal (body_id) WHERE body_id IS NOT NULL;

CREATE TABLE publicity.appeal_row (
  appeal_id uuid NOT NULL REFERENCES publicity.appeal,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  fact text,
  reason text NOT NULL,
  is_open boolean NOT NULL DEFAULT true,
  outcome text CHECK (outcome IN ('upheld', 'partly', 'rejected')),
  -- Why it was decided so; the reading that counts now, where one was decided.
  answer text,
  reading json,
  points_before text,
  points_after text,
  PRIMARY KEY (appeal_id, indicator)
);
-- One open appeal per row.
CREATE UNIQUE INDEX appeal_row_is_open_once ON publicity.appeal_row (subject_id, indicator) WHERE is_open;

-- Who had it when, and why it went to somebody else.
CREATE TABLE publicity.appeal_assignment (
  appeal_id uuid NOT NULL REFERENCES publicity.appeal,
  seq integer NOT NULL,
  assignee_id uuid NOT NULL,
  by uuid,
  at timestamptz NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (appeal_id, seq)
);

-- 更正: a final result was found wrong. One official proposes with evidence, another decides.
CREATE TABLE publicity.correction (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  place_id uuid NOT NULL REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  reason text NOT NULL,
  proposed_by uuid REFERENCES access.actor,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'decided', 'rejected', 'withdrawn')),
  decided_by uuid REFERENCES access.actor,
  decided_at timestamptz,
  note text,
  -- What was shown before, and what is shown since.
  publication_before uuid REFERENCES publicity.publication,
  publication_after uuid REFERENCES publicity.publication,
  CONSTRAINT decided_by_another CHECK (state NOT IN ('decided', 'rejected') OR decided_by IS DISTINCT FROM proposed_by)
);
CREATE INDEX correction_by_place ON publicity.correction (place_id, proposed_at);
CREATE INDEX correction_by_round ON publicity.correction (round_id, state);

CREATE TABLE publicity.correction_row (
  correction_id uuid NOT NULL REFERENCES publicity.correction,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  fact text NOT NULL,
  reading json NOT NULL,
  reason text NOT NULL,
  is_open boolean NOT NULL DEFAULT true,
  points_before text,
  points_after text,
  PRIMARY KEY (correction_id, indicator)
);
CREATE UNIQUE INDEX correction_row_is_open_once ON publicity.correction_row (subject_id, indicator) WHERE is_open;

-- Everybody whose total, band or rank an appeal or a correction moved.
CREATE TABLE publicity.shift (
  -- An appeal's or a correction's.
  basis_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  total_before text NOT NULL,
  total_after text NOT NULL,
  band_before text,
  band_after text,
  rank_before integer,
  rank_after integer,
  PRIMARY KEY (basis_id, subject_id)
);
CREATE INDEX shift_by_subject ON publicity.shift (subject_id);

-- Who may not judge an appeal: whoever graded one of its rows, gave a fact that one reads, or moderated the subject.
CREATE VIEW publicity.involved AS
  SELECT a.id AS appeal_id, hand.account_id
  FROM publicity.appeal a JOIN moderation.published_hand hand ON hand.round_id = a.round_id AND hand.subject_id = a.subject_id
  WHERE hand.account_id IS NOT NULL AND (hand.what IN ('confirmed', 'chosen')
    OR EXISTS (SELECT FROM publicity.appeal_row r WHERE r.appeal_id = a.id AND (r.indicator = hand.indicator OR r.fact = hand.fact)))
  UNION ALL
  SELECT id, filed_by FROM publicity.appeal WHERE filed_by IS NOT NULL;
