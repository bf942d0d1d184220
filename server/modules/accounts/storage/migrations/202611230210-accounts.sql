CREATE SCHEMA accounts;

CREATE TABLE accounts.account (
  id uuid PRIMARY KEY REFERENCES access.actor,
  account text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT false,
  failed_attempts smallint NOT NULL DEFAULT 0,
  locked_until timestamptz,
  last_sign_in_at timestamptz,
  password_changed_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  -- Where the account is administered: the administrator's place at its making.
  home_place_id uuid,
  CONSTRAINT account_name_is_taken UNIQUE (account)
);

-- Only the hash of a session's token is kept, so that a copy of the database opens no session.
CREATE TABLE accounts.session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX session_by_account ON accounts.session (account_id);

-- The one-time token with which the first administrator is made, hashed.
CREATE TABLE accounts.set_up_token (token_hash bytea PRIMARY KEY, made_at timestamptz NOT NULL, used_at timestamptz);
