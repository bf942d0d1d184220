CREATE SCHEMA exchange;

-- Another system that wants to hear of events.
CREATE TABLE exchange.subscription (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  url text NOT NULL,
  events text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('active', 'paused', 'ended')),
  -- What its deliveries are signed with, sealed; the one before stays good for a while after a change.
  secret_sealed text NOT NULL,
  former_secret_sealed text,
  former_until timestamptz,
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES access.actor
);

-- An event as it is sent: the very bytes that are signed. It holds no personal field.
CREATE TABLE exchange.event (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  at timestamptz NOT NULL,
  body text NOT NULL
);

-- One event on its way to one subscription.
CREATE TABLE exchange.delivery (
  id uuid PRIMARY KEY,
  subscription_id uuid NOT NULL REFERENCES exchange.subscription,
  event_id uuid NOT NULL REFERENCES exchange.event,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'given-up')),
  -- Tries since it was last put in the queue; they decide the next pause.
  tries smallint NOT NULL DEFAULT 0,
  -- When it is due; while it is under way, when it is taken to have been lost.
  next_at timestamptz NOT NULL,
  delivered_at timestamptz,
  CONSTRAINT delivered_once UNIQUE (subscription_id, event_id)
);
CREATE INDEX delivery_due ON exchange.delivery (next_at) WHERE state = 'waiting';
CREATE INDEX delivery_by_event ON exchange.delivery (event_id);
CREATE INDEX delivery_by_state ON exchange.delivery (subscription_id, state);

-- What came of each try that came to an end.
CREATE TABLE exchange.attempt (
  delivery_id uuid NOT NULL REFERENCES exchange.delivery,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  status smallint,
  fault text,
  answer text NOT NULL,
  milliseconds integer NOT NULL,
  PRIMARY KEY (delivery_id, number)
);
