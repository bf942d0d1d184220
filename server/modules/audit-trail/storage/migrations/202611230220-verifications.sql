CREATE SCHEMA audit_trail;

-- What each verification of the trail found.
CREATE TABLE audit_trail.verification (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  by_actor uuid NOT NULL REFERENCES access.actor,
  ok boolean NOT NULL,
  seals bigint NOT NULL,
  entries bigint NOT NULL,
  unsealed bigint NOT NULL,
  findings jsonb NOT NULL,
  more boolean NOT NULL
);
CREATE INDEX verification_by_age ON audit_trail.verification (at DESC);
