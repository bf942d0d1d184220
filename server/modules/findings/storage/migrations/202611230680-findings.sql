CREATE SCHEMA findings;

-- 负面清单 (A.3.3, C23): what an authority has officially found of an enterprise in a district.
CREATE TABLE findings.incident (
  id uuid PRIMARY KEY,
  year smallint NOT NULL,
  indicator text NOT NULL,
  fact text NOT NULL,
  -- One incident bears one number, in however many rows it stands.
  number text NOT NULL CHECK (number <> ''),
  place_id uuid NOT NULL REFERENCES organisations.place,
  body_id uuid NOT NULL REFERENCES organisations.body,
  project_id uuid REFERENCES organisations.place,
  severity text NOT NULL,
  points numeric NOT NULL,
  issuer text NOT NULL,
  document_number text NOT NULL,
  found_on date NOT NULL,
  summary text NOT NULL,
  state text NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'withdrawn')),
  -- Why it was amended or withdrawn.
  reason text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  recorded_by uuid REFERENCES access.actor,
  recorded_at timestamptz NOT NULL,
  -- 陈述: what the enterprise says to it.
  statement text,
  stated_by uuid REFERENCES access.actor,
  stated_at timestamptz,
  CHECK ((statement IS NULL) = (stated_at IS NULL))
);
CREATE UNIQUE INDEX incident_is_one ON findings.incident (year, indicator, place_id, body_id, number) WHERE state = 'standing';
CREATE INDEX incident_by_body ON findings.incident (body_id, year);
CREATE INDEX incident_by_place ON findings.incident (place_id, year);

CREATE TABLE findings.incident_version (
  incident_id uuid NOT NULL REFERENCES findings.incident,
  version integer NOT NULL,
  severity text NOT NULL,
  points numeric NOT NULL,
  issuer text NOT NULL,
  document_number text NOT NULL,
  found_on date NOT NULL,
  summary text NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (incident_id, version)
);

-- 不适用决定: a row does not apply to a subject, or to all of a kind in a place; proposed by one, decided by another.
CREATE TABLE findings.decision (
  id uuid PRIMARY KEY,
  year smallint NOT NULL,
  -- Given when it is decided.
  number integer,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  indicator text NOT NULL,
  fact text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('compound', 'enterprise', 'street', 'community', 'district')),
  subject_id uuid REFERENCES evaluation.subject,
  place_id uuid NOT NULL REFERENCES organisations.place,
  ground text NOT NULL CHECK (ground IN ('C14', 'C22', 'C32', 'C38', 'other')),
  reason text NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'decided', 'rejected', 'withdrawn')),
  proposed_by uuid NOT NULL REFERENCES access.actor,
  proposed_at timestamptz NOT NULL,
  settled_by uuid REFERENCES access.actor,
  settled_at timestamptz,
  note text NOT NULL DEFAULT '',
  withdrawn_by uuid REFERENCES access.actor,
  withdrawn_at timestamptz,
  withdrawn_reason text NOT NULL DEFAULT '',
  CONSTRAINT decision_number_is_one UNIQUE (year, number),
  CONSTRAINT decided_by_another CHECK (settled_by <> proposed_by),
  CHECK ((number IS NOT NULL) = (state IN ('decided', 'withdrawn') AND settled_at IS NOT NULL))
);
CREATE UNIQUE INDEX decision_is_one ON findings.decision (round_id, indicator, kind, place_id, coalesce(subject_id, '00000000-0000-0000-0000-000000000000'))
  WHERE state IN ('proposed', 'decided');
CREATE INDEX decision_by_place ON findings.decision (place_id, state);
CREATE INDEX decision_by_round ON findings.decision (round_id, state);

-- Whom a decision was applied to.
CREATE TABLE findings.decision_subject (
  decision_id uuid NOT NULL REFERENCES findings.decision,
  subject_id uuid NOT NULL REFERENCES evaluation.subject,
  place_id uuid NOT NULL REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  PRIMARY KEY (decision_id, subject_id)
);
CREATE INDEX decision_subject_by_body ON findings.decision_subject (body_id) WHERE body_id IS NOT NULL;

CREATE VIEW findings.published_incident AS
  SELECT id, year, indicator, fact, number, place_id, body_id, project_id, severity, points, state, recorded_by, recorded_at
  FROM findings.incident;
CREATE VIEW findings.published_decision AS
  SELECT d.id, d.year, d.number, d.round_id, d.indicator, d.fact, d.kind, s.subject_id, d.ground, d.reason, d.state, d.proposed_by,
    d.settled_by, d.settled_at
  FROM findings.decision d JOIN findings.decision_subject s ON s.decision_id = d.id;
