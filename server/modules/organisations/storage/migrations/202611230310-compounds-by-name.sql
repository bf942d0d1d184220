-- A sheet of many rows asks for each name, and for the names like it in the same street: both by key, never by reading a whole street.
ALTER TABLE organisations.place ADD COLUMN core_name text NOT NULL DEFAULT '';
UPDATE organisations.place SET core_name = name;
CREATE INDEX compound_by_name ON organisations.place (parent_id, name) WHERE kind = 'compound' AND ended_on IS NULL;
CREATE INDEX compound_by_core_name ON organisations.place (core_name) WHERE kind = 'compound' AND ended_on IS NULL;
