CREATE SCHEMA grading;

-- 随机分配: committed before, mixed with a public number, repeatable by anyone after the seed is revealed.
CREATE TABLE grading.draw (
  round_id uuid PRIMARY KEY REFERENCES evaluation.round,
  -- Sealed until the grading is over; its hash was published first.
  seed_sealed text NOT NULL,
  seed_hash text NOT NULL,
  -- The future public number that nobody could foresee.
  number_name text NOT NULL,
  number_on date NOT NULL,
  number text,
  -- What was drawn from: subjects by code and numbered seats, as published.
  subjects json NOT NULL,
  seats json NOT NULL,
  committed_at timestamptz NOT NULL,
  committed_by uuid,
  run_at timestamptz,
  run_by uuid,
  revealed_at timestamptz,
  version integer NOT NULL DEFAULT 1
);

-- A numbered place in the evaluation group of a round; the public sees the number, never the name.
CREATE TABLE grading.seat (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  label text NOT NULL,
  account_id uuid NOT NULL REFERENCES access.actor,
  CONSTRAINT seat_is_one UNIQUE (round_id, account_id),
  CONSTRAINT seat_label_is_one UNIQUE (round_id, label)
);

-- What binds a grader to a compound or a body.
CREATE TABLE grading.tie (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES access.actor,
  kind text NOT NULL CHECK (kind IN ('live', 'own', 'work', 'post', 'kin')),
  place_id uuid REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  declared_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((place_id IS NULL) <> (body_id IS NULL))
);
CREATE INDEX tie_by_account ON grading.tie (account_id) WHERE ended_at IS NULL;

CREATE TABLE grading.task (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  -- The compound in which an enterprise is graded (C33).
  project_id uuid REFERENCES organisations.place,
  grader text NOT NULL CHECK (grader IN ('考核组', '物业主管部门', '区物业主管部门', '市物业主管部门', '街道社区', '业委会')),
  seat_id uuid REFERENCES grading.seat,
  -- The second of two independent graders; its grades are compared, not counted.
  second boolean NOT NULL DEFAULT false,
  -- Whose work it is: the place of the office or the subject, the body of a committee.
  place_id uuid NOT NULL REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  rows text[] NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'submitted', 'reopened')),
  -- Of an office's several people the first who grades.
  taken_by uuid REFERENCES access.actor,
  taken_at timestamptz,
  submitted_by uuid,
  submitted_at timestamptz,
  attendance json NOT NULL DEFAULT '[]',
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT task_is_one UNIQUE NULLS NOT DISTINCT (round_id, subject_id, project_id, grader, second)
);
CREATE INDEX task_by_seat ON grading.task (seat_id, state);
CREATE INDEX task_by_place ON grading.task (place_id, round_id, state);
CREATE INDEX task_by_body ON grading.task (body_id, round_id) WHERE body_id IS NOT NULL;
CREATE INDEX task_by_round ON grading.task (round_id, state);

-- The grade of a row as it stands; what it said before lies in grade_version.
CREATE TABLE grading.grade (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES grading.task,
  indicator text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  -- Made by the device that sent this version: the same id counts once.
  sent_id uuid NOT NULL,
  numerator numeric,
  denominator numeric,
  value numeric,
  named text,
  not_applicable text,
  comment text NOT NULL,
  override_reason text,
  computed_said text,
  document_ids uuid[] NOT NULL DEFAULT '{}',
  latitude numeric,
  longitude numeric,
  device_id text NOT NULL DEFAULT '',
  graded_by uuid NOT NULL REFERENCES access.actor,
  -- As the device says, and when it came here.
  graded_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT grade_is_one UNIQUE (task_id, indicator)
);

-- Every version that was ever sent, the present one too: a repeated sending finds its own.
CREATE TABLE grading.grade_version (
  sent_id uuid PRIMARY KEY,
  grade_id uuid NOT NULL REFERENCES grading.grade,
  version integer NOT NULL,
  contents_hash text NOT NULL,
  said json NOT NULL,
  graded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX grade_version_by_grade ON grading.grade_version (grade_id, version);

-- A moderator's question on a row; answered by another grade or by words.
CREATE TABLE grading.question (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES grading.task,
  indicator text NOT NULL,
  question text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  answer text,
  answered_by uuid,
  answered_at timestamptz
);
CREATE INDEX question_by_task ON grading.question (task_id, answered_at);

CREATE VIEW grading.published_task AS
  SELECT t.id, t.round_id, t.subject_id, t.project_id, t.grader, t.seat_id, s.label AS seat, s.account_id AS seat_account_id, t.second,
    t.place_id, t.body_id, t.rows, t.state, t.taken_by, t.submitted_by, t.submitted_at
  FROM grading.task t LEFT JOIN grading.seat s ON s.id = t.seat_id;
CREATE VIEW grading.published_grade AS
  SELECT g.id, g.task_id, t.round_id, t.subject_id, t.project_id, t.second, t.grader, g.indicator, g.version, g.numerator, g.denominator,
    g.value, g.named, g.not_applicable, g.comment, g.override_reason, g.computed_said, cardinality(g.document_ids) AS evidence_count,
    g.document_ids, g.graded_by, g.graded_at, g.recorded_at
  FROM grading.grade g JOIN grading.task t ON t.id = g.task_id;
CREATE VIEW grading.published_question AS
  SELECT id, task_id, indicator, question, asked_by, asked_at, answer, answered_by, answered_at FROM grading.question;
