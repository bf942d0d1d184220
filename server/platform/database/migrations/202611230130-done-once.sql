-- What happens once in an installation's life, and when it was done: a start after a kill goes on where it stopped.
CREATE TABLE platform.done_once (name text PRIMARY KEY, at timestamptz NOT NULL);
