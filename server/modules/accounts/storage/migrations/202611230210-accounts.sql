CREATE SCHEMA accounts;

CREATE TABLE accounts.account (
  id uuid PRIMARY KEY REFERENCES access.actor,
  account text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT false,
  last_sign_in_at timestamptz,
  password_changed_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  -- Where the account is administered: the administrator's place at its making; NULL is the whole city.
  home_place_id uuid,
  CONSTRAINT account_name_is_taken UNIQUE (account)
);

-- Wrong passwords by the name that was typed, whether or not such an account exists: a lock tells nothing about that.
-- Of names that nobody has only a keyed print is kept: people type passwords there.
CREATE TABLE accounts.sign_in_attempt (
  name text PRIMARY KEY,
  failed smallint NOT NULL DEFAULT 0,
  locked_until timestamptz,
  last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_by_age ON accounts.sign_in_attempt (last_at);

-- Only the hash of a session's token is kept, so that a copy of the database opens no session.
CREATE TABLE accounts.session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX session_by_account ON accounts.session (account_id);
CREATE INDEX session_by_age ON accounts.session (last_seen_at);

-- One-time passwords of an imported sheet, sealed, until the importing administrator has fetched them;
-- made_by is NULL where the sheet was imported at the server's console.
CREATE TABLE accounts.one_time_password (
  account_id uuid PRIMARY KEY REFERENCES accounts.account,
  sealed text NOT NULL,
  made_by uuid REFERENCES access.actor,
  made_at timestamptz NOT NULL
);
CREATE INDEX one_time_password_by_maker ON accounts.one_time_password (made_by);

-- The one-time token with which the first administrator is made, hashed.
CREATE TABLE accounts.set_up_token (token_hash bytea PRIMARY KEY, made_at timestamptz NOT NULL, used_at timestamptz);

-- What other modules may read. Columns are appended, never changed.
CREATE VIEW accounts.published_account AS SELECT id, account, display_name, closed_at FROM accounts.account;
