-- A session tells its owner where it was begun: the device, and a masked address (the whole one is kept nowhere).
ALTER TABLE accounts.session
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN user_agent text NOT NULL DEFAULT '',
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN via text NOT NULL DEFAULT 'password',
  -- When this session proved the second factor.
  ADD COLUMN second_factor_at timestamptz,
  -- The identity provider's token, sealed: signing out there asks for it.
  ADD COLUMN id_token text,
  ADD CONSTRAINT session_id_is_one UNIQUE (id),
  ADD CONSTRAINT session_via_is_known CHECK (via IN ('password', 'identity'));

-- The secret that an account shares with its authenticator (RFC 6238), sealed. A time step is taken once.
CREATE TABLE accounts.second_factor (
  account_id uuid PRIMARY KEY REFERENCES accounts.account,
  sealed text NOT NULL,
  last_step bigint NOT NULL,
  enrolled_at timestamptz NOT NULL
);

-- A secret that was shown, until its first code proves that it arrived.
CREATE TABLE accounts.second_factor_draft (
  account_id uuid PRIMARY KEY REFERENCES accounts.account,
  sealed text NOT NULL,
  made_at timestamptz NOT NULL
);

-- One-time codes for a lost telephone; keyed prints only.
CREATE TABLE accounts.recovery_code (
  account_id uuid NOT NULL REFERENCES accounts.account,
  fingerprint text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, fingerprint)
);

-- The last passwords that their owner chose, so that none comes back at once.
CREATE TABLE accounts.former_password (
  account_id uuid NOT NULL REFERENCES accounts.account,
  replaced_at timestamptz NOT NULL,
  password_hash text NOT NULL
);
CREATE INDEX former_password_by_account ON accounts.former_password (account_id, replaced_at);

-- Who this account is at the identity provider (OpenID Connect); bound by an administrator, never by signing in.
ALTER TABLE accounts.account
  ADD COLUMN oidc_issuer text,
  ADD COLUMN oidc_subject text,
  ADD CONSTRAINT identity_is_whole CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL)),
  ADD CONSTRAINT identity_is_taken UNIQUE (oidc_issuer, oidc_subject);

-- A sign-in that has gone to the identity provider and may come back once, to the browser that began it.
CREATE TABLE accounts.identity_request (
  state_hash bytea PRIMARY KEY,
  browser_hash bytea NOT NULL,
  sealed text NOT NULL,
  back text NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE INDEX identity_request_by_age ON accounts.identity_request (made_at);
