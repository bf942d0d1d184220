-- The audit trail: one row for each state change, written in its transaction, never changed afterwards.
CREATE TABLE platform.audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_id uuid,
  verb text NOT NULL,
  resource text NOT NULL,
  resource_id text NOT NULL,
  summary text NOT NULL,
  detail jsonb NOT NULL,
  mac bytea NOT NULL
);
CREATE INDEX audit_entry_by_resource ON platform.audit_entry (resource, resource_id, id DESC);
CREATE INDEX audit_entry_by_verb ON platform.audit_entry (verb, id DESC);
CREATE INDEX audit_entry_by_time ON platform.audit_entry USING brin (at);
CREATE INDEX audit_entry_by_actor ON platform.audit_entry (actor_id, id DESC);

-- Entries that no seal covers yet: written with the entry, taken away by the seal. It is nearly always empty.
CREATE TABLE platform.audit_unsealed (entry_id bigint NOT NULL);

-- Seals number and chain the committed entries; the last one is kept outside the database too.
CREATE TABLE platform.audit_seal (
  number bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  entries bigint[] NOT NULL,
  -- The first 16 bytes of each entry's MAC, in the order of entries.
  prints bytea NOT NULL,
  -- MAC over all of the above and the seal before.
  chained bytea NOT NULL,
  first_entry bigint NOT NULL,
  last_entry bigint NOT NULL
);
CREATE INDEX audit_seal_by_last_entry ON platform.audit_seal (last_entry);

-- Shows at start whether the key file is the one that this database was written with.
CREATE TABLE platform.key_proof (proof bytea PRIMARY KEY);

-- A submission repeated with the same key gets the first answer again. Answers are sealed: one may hold a one-time password.
CREATE TABLE platform.idempotency (
  actor_id uuid NOT NULL,
  key text NOT NULL,
  verb text NOT NULL,
  request_hash bytea NOT NULL,
  answer text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_by_age ON platform.idempotency (at);
