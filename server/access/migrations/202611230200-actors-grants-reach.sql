CREATE SCHEMA access;

-- Whoever may act. Accounts, and later devices or partner systems, are actors.
CREATE TABLE access.actor (id uuid PRIMARY KEY, closed_at timestamptz);

-- A role held at a place or for a body, from one day until another.
CREATE TABLE access.grant_of_role (
  id uuid PRIMARY KEY,
  actor_id uuid NOT NULL REFERENCES access.actor,
  role text NOT NULL,
  place_id uuid,
  body_id uuid,
  valid_from date NOT NULL,
  valid_to date,
  granted_by uuid REFERENCES access.actor,
  CHECK (place_id IS NULL OR body_id IS NULL),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX grant_of_role_by_actor ON access.grant_of_role (actor_id);
CREATE INDEX grant_of_role_by_body ON access.grant_of_role (body_id);
CREATE INDEX grant_of_role_by_place ON access.grant_of_role (place_id);

-- Which place lies under which, as the tree stands today (every place lies under itself).
CREATE TABLE access.place_reach (
  ancestor_id uuid NOT NULL,
  place_id uuid NOT NULL,
  depth smallint NOT NULL,
  PRIMARY KEY (ancestor_id, place_id)
);
CREATE INDEX place_reach_by_place ON access.place_reach (place_id, ancestor_id);
