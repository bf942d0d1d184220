-- Short messages on their way to telephones. Number and words are sealed, and gone once it was sent or given up.
CREATE TABLE notices.text_message (
  -- Stays the same at every try: the gateway tells a repetition by it.
  id uuid PRIMARY KEY,
  payload text,
  -- The same key is sent to nobody twice.
  key text UNIQUE,
  at timestamptz NOT NULL,
  urgent boolean NOT NULL,
  -- After it nobody wants the message any more.
  until timestamptz,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'given-up')),
  tries smallint NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  fault text,
  CHECK ((state = 'waiting') = (payload IS NOT NULL))
);
CREATE INDEX text_waiting ON notices.text_message (urgent DESC, next_at) WHERE state = 'waiting';
CREATE INDEX text_ended ON notices.text_message (at) WHERE state <> 'waiting';

ALTER TABLE notices.demo_inbox ADD COLUMN kind text NOT NULL DEFAULT 'mail' CHECK (kind IN ('mail', 'text'));
