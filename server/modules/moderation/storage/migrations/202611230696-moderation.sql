CREATE SCHEMA moderation;

-- 复核: one for each subject of a round. A confirmation holds for the rows as they stood; where they change, it waits again.
CREATE TABLE moderation.review (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  -- Whose moderators: the subject's place.
  place_id uuid NOT NULL REFERENCES organisations.place,
  confirmed_hash text,
  confirmed_by uuid REFERENCES access.actor,
  confirmed_at timestamptz,
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT review_is_one UNIQUE (round_id, subject_id),
  CONSTRAINT confirmed_whole CHECK ((confirmed_hash IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX review_by_place ON moderation.review (place_id, round_id);

-- What happened to a review, in order.
CREATE TABLE moderation.review_event (
  review_id uuid NOT NULL REFERENCES moderation.review,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  by uuid,
  kind text NOT NULL CHECK (kind IN ('confirmed', 'asked', 'chosen')),
  indicator text,
  note text NOT NULL DEFAULT '',
  -- SHA-256 of the rows that were confirmed.
  hash text,
  PRIMARY KEY (review_id, seq)
);

-- 疑点: a row that is looked at again, with the figures that say why.
CREATE TABLE moderation.flag (
  id uuid PRIMARY KEY,
  review_id uuid NOT NULL REFERENCES moderation.review,
  indicator text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('grader-outlier', 'district-outlier', 'no-evidence', 'changed', 'override', 'graders-disagree')),
  -- The grader's task, where a grade is meant.
  task_id uuid,
  params json NOT NULL,
  raised_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by uuid,
  note text,
  CONSTRAINT flag_is_one UNIQUE NULLS NOT DISTINCT (review_id, indicator, kind, task_id)
);
CREATE INDEX flag_open ON moderation.flag (review_id) WHERE settled_at IS NULL;

-- When the rows of a round were examined, and from which pass.
CREATE TABLE moderation.examination (
  round_id uuid PRIMARY KEY REFERENCES evaluation.round,
  run_id integer NOT NULL,
  at timestamptz NOT NULL
);

-- What was chosen between two independent graders; the last holds.
CREATE TABLE moderation.choice (
  id uuid PRIMARY KEY,
  review_id uuid NOT NULL REFERENCES moderation.review,
  task_id uuid NOT NULL,
  indicator text NOT NULL,
  choice text NOT NULL CHECK (choice IN ('first', 'second', 'mean')),
  reason text NOT NULL,
  decided_by uuid,
  decided_at timestamptz NOT NULL
);
CREATE INDEX choice_by_review ON moderation.choice (review_id, indicator, decided_at DESC);

-- The rows of a review as they stand in the round's scores, as one hash.
CREATE VIEW moderation.standing AS
  SELECT r.id AS review_id, encode(sha256(convert_to(string_agg(concat_ws(':', line.indicator, line.state, line.points_exact,
    coalesce(line.numerator, ''), coalesce(line.denominator, ''), coalesce(line.value, '')), '|' ORDER BY line.indicator), 'UTF8')), 'hex') AS hash
  FROM moderation.review r JOIN evaluation.published_round round ON round.id = r.round_id
  JOIN evaluation.published_score_row line ON line.run_id = round.current_run AND line.subject_id = r.subject_id
  GROUP BY r.id;

-- 两人制: who has had a hand in a subject's score, and in which row or fact. Nobody confirms, or judges an appeal, of his own work.
CREATE VIEW moderation.published_hand AS
  SELECT g.round_id, g.subject_id, g.graded_by AS account_id, 'graded' AS what, g.indicator, NULL::text AS fact
  FROM grading.published_grade g
  UNION ALL
  SELECT s.round_id, s.id, f.recorded_by, CASE WHEN f.standing = 'decision' THEN 'decided' ELSE 'declared' END, NULL, f.fact
  FROM evaluation.published_subject s JOIN evaluation.published_round round ON round.id = s.round_id
  JOIN evaluation.published_recorded_fact f ON f.place_id = s.place_id AND f.body_id IS NOT DISTINCT FROM s.body_id AND f.year = round.year
  WHERE f.recorded_by IS NOT NULL AND f.standing <> 'withdrawn'
  UNION ALL
  SELECT r.round_id, r.subject_id, c.decided_by, 'chosen', c.indicator, NULL
  FROM moderation.choice c JOIN moderation.review r ON r.id = c.review_id WHERE c.decided_by IS NOT NULL
  UNION ALL
  SELECT r.round_id, r.subject_id, r.confirmed_by, 'confirmed', NULL, NULL
  FROM moderation.review r WHERE r.confirmed_by IS NOT NULL;
