CREATE SCHEMA notices;

-- What a person was told. The text is sealed: it may hold a name.
CREATE TABLE notices.notice (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  text text NOT NULL,
  link text NOT NULL,
  due date,
  at timestamptz NOT NULL,
  read_at timestamptz,
  key text,
  -- The same key tells the same person once.
  CONSTRAINT told_once UNIQUE (account_id, key)
);
CREATE INDEX notice_by_account ON notices.notice (account_id, (read_at IS NOT NULL), id DESC);

-- Notices that also go to the person's address. The address itself stays in accounts.
CREATE TABLE notices.mail (
  notice_id uuid PRIMARY KEY REFERENCES notices.notice,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'given-up')),
  tries smallint NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  sent_at timestamptz,
  fault text
);
CREATE INDEX mail_waiting ON notices.mail (next_at) WHERE state = 'waiting';

-- Which day's reminders were asked of which source.
CREATE TABLE notices.reminder_run (
  source text NOT NULL,
  day date NOT NULL,
  at timestamptz NOT NULL,
  told integer NOT NULL,
  PRIMARY KEY (source, day)
);

-- The demonstration sends nothing out: what would have gone by mail lies here.
CREATE TABLE notices.demo_inbox (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  address text NOT NULL,
  name text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL
);
