CREATE SCHEMA standards;

-- Editions that the city makes from a published one: what changes next year (DESIGN: a published edition never changes again).
CREATE TABLE standards.edition (
  id uuid PRIMARY KEY,
  -- The edition's name in rounds and files; shipped editions have theirs in the rule-book.
  code text NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{2,39}$'),
  title text NOT NULL,
  title_en text NOT NULL,
  based_on text NOT NULL,
  from_year smallint NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'published', 'withdrawn')),
  -- What `gongzhi scheme check` reads; json, since the order of tables, rows and severities is the paper's.
  document json NOT NULL,
  -- Which row takes the place of one that is gone: [{from, to, reason}].
  successors json NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1,
  created_by uuid NOT NULL REFERENCES access.actor,
  created_at timestamptz NOT NULL,
  submitted_by uuid REFERENCES access.actor,
  submitted_at timestamptz,
  settled_by uuid REFERENCES access.actor,
  settled_at timestamptz,
  -- Why it was sent back or withdrawn.
  note text NOT NULL DEFAULT '',
  -- Of the canonical document, once it is published.
  sha256 text,
  CONSTRAINT approved_by_another CHECK (state <> 'published' OR settled_by <> submitted_by),
  CHECK ((state = 'published') = (sha256 IS NOT NULL))
);
CREATE UNIQUE INDEX edition_code_is_one ON standards.edition (code) WHERE state <> 'withdrawn';

-- Every change of a draft with what stood before; `version` is the document's after it.
CREATE TABLE standards.edition_change (
  edition_id uuid NOT NULL REFERENCES standards.edition,
  version integer NOT NULL,
  part text NOT NULL CHECK (part IN ('scheme', 'table', 'row', 'limit', 'successor', 'order')),
  key text NOT NULL,
  before json,
  after json,
  changed_by uuid NOT NULL REFERENCES access.actor,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (edition_id, version, part, key)
);
CREATE INDEX edition_change_by_part ON standards.edition_change (edition_id, part, key, version DESC);

CREATE FUNCTION standards.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published edition never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'published_edition_stands';
END $$;
CREATE TRIGGER published_edition_stands BEFORE UPDATE OR DELETE ON standards.edition
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION standards.refuse_change();
CREATE TRIGGER published_editions_stand BEFORE TRUNCATE ON standards.edition
  FOR EACH STATEMENT EXECUTE FUNCTION standards.refuse_change();

CREATE VIEW standards.published_edition AS
  SELECT id, code, title, title_en, based_on, from_year, settled_at AS published_at, sha256, document
  FROM standards.edition WHERE state = 'published';
