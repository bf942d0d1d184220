CREATE SCHEMA calendar;

-- Notices on a year's holidays that were loaded here, over those that are shipped. Of a year the highest version stands.
CREATE TABLE calendar.notice (
  id uuid PRIMARY KEY,
  year smallint NOT NULL,
  version smallint NOT NULL CHECK (version > 0),
  title text NOT NULL,
  number text,
  issuer text NOT NULL,
  issued_on date NOT NULL,
  -- [{festival, first, last, work: [day]}]
  holidays jsonb NOT NULL,
  -- The notice word for word, where it was pasted.
  original text,
  -- Why it took the place of the one before.
  reason text,
  moved_count integer NOT NULL,
  -- The first of the deadlines that moved with it.
  moved jsonb NOT NULL,
  loaded_at timestamptz NOT NULL,
  loaded_by uuid REFERENCES access.actor,
  CONSTRAINT one_version_of_a_year UNIQUE (year, version)
);

-- What stood on a day must be told years later: a version is added, never changed.
CREATE FUNCTION calendar.keep_notice() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'a notice that was loaded is not changed; load another version'; END $$;
CREATE TRIGGER notice_is_kept BEFORE UPDATE OR DELETE ON calendar.notice
  FOR EACH ROW EXECUTE FUNCTION calendar.keep_notice();
