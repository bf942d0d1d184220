-- 评价结果通知书与星级证书: what the paper says, under a code by which anybody can check it.
CREATE TABLE archives.certificate (
  id uuid PRIMARY KEY,
  code text NOT NULL CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  kind text NOT NULL CHECK (kind IN ('notice', 'star')),
  round_id uuid NOT NULL REFERENCES evaluation.round,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  -- The archive that it is issued from.
  archive_id uuid NOT NULL REFERENCES archives.archive,
  -- Running number of the round's papers of the kind.
  number integer NOT NULL,
  total numeric NOT NULL,
  band text,
  rank integer,
  of_kind integer NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid,
  -- A correction came after it: it holds no longer.
  replaced_at timestamptz,
  CONSTRAINT certificate_code_is_unique UNIQUE (code),
  CONSTRAINT certificate_number_is_unique UNIQUE (round_id, kind, number),
  CONSTRAINT star_has_a_band CHECK (kind = 'notice' OR band IS NOT NULL)
);
-- Of each kind a subject has at most one that holds.
CREATE UNIQUE INDEX certificate_that_holds ON archives.certificate (subject_id, kind) WHERE replaced_at IS NULL;
CREATE INDEX certificate_by_round ON archives.certificate (round_id, kind, number);

-- 成批出件: papers of a whole round in one zip file, made in the background. The file lies outside and is made again at will.
CREATE TABLE archives.batch (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  what text NOT NULL CHECK (what IN ('notice', 'star', 'table')),
  form text NOT NULL CHECK (form IN ('pdf', 'docx')),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  -- When the last papers were made: a batch that stands still was cut off.
  touched_at timestamptz NOT NULL,
  finished_at timestamptz,
  failed_because text
);
CREATE INDEX batch_by_asker ON archives.batch (asked_by, round_id, asked_at DESC);
