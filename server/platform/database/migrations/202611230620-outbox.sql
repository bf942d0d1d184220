-- What a transaction wants told to persons or to other systems: written with it, taken out by the worker that passes it on.
CREATE TABLE platform.outbox (
  -- Stable: whoever receives the same message twice can tell by it.
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('notice', 'event')),
  -- Sealed: it may hold a name.
  payload text NOT NULL,
  -- A message that cannot be passed on waits by itself and holds up no other.
  tries smallint NOT NULL DEFAULT 0,
  not_before timestamptz,
  fault text
);
CREATE INDEX outbox_by_kind ON platform.outbox (kind, id);
