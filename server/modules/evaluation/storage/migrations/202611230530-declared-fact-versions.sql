-- What a declared fact said before it was said otherwise: who can change a figure must not be able to make it vanish (C31).
CREATE TABLE evaluation.declared_fact_version (
  fact_id uuid NOT NULL REFERENCES evaluation.declared_fact,
  version integer NOT NULL,
  numerator numeric,
  denominator numeric,
  value numeric,
  named text,
  not_applicable text,
  note text NOT NULL,
  evidence text NOT NULL,
  provenance text NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (fact_id, version)
);
