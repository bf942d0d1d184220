CREATE SCHEMA residents;

-- Codes that were sent. The phone stands as its fingerprint, the code as its keyed MAC.
CREATE TABLE residents.code (
  id uuid PRIMARY KEY,
  phone_mark text NOT NULL,
  -- Of the address that asked: bounds what one address may ask for.
  address_mark text NOT NULL,
  code_mac bytea NOT NULL,
  sent_at timestamptz NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  used_at timestamptz
);
CREATE INDEX code_of_phone ON residents.code (phone_mark, sent_at DESC);
CREATE INDEX code_by_address ON residents.code (address_mark, sent_at);

-- A browser in which somebody has proved a phone.
CREATE TABLE residents.session (
  token_hash bytea PRIMARY KEY,
  phone text NOT NULL,
  phone_mark text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX session_of_phone ON residents.session (phone_mark, last_seen_at DESC);
