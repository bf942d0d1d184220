CREATE SCHEMA archives;

-- 归档: what a result follows from, whole, as it stood when it became final, and again after each correction.
CREATE TABLE archives.archive (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES evaluation.round,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('final', 'correction')),
  -- Why a final result was corrected.
  reason text NOT NULL DEFAULT '',
  edition text NOT NULL,
  drawn_at timestamptz NOT NULL,
  drawn_by uuid,
  lines integer NOT NULL,
  results integer NOT NULL,
  evidence integer NOT NULL,
  -- Of the packed file; its hash is what `sha256sum` says of the download.
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  -- Of the results alone, as the archive's last line states it.
  results_sha256 text NOT NULL,
  CONSTRAINT archive_is_known UNIQUE (round_id, version)
);

-- The packed file in pieces, so that a download takes little memory.
CREATE TABLE archives.archive_part (
  archive_id uuid NOT NULL REFERENCES archives.archive,
  no integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (archive_id, no)
);

-- Each result with its own hash, so that other systems can check a single one.
CREATE TABLE archives.archived_result (
  archive_id uuid NOT NULL REFERENCES archives.archive,
  subject_id uuid NOT NULL,
  total_exact text NOT NULL,
  band text,
  rank integer,
  sha256 text NOT NULL,
  PRIMARY KEY (archive_id, subject_id)
);

-- Which files the procedure's records held when the result was frozen.
CREATE TABLE archives.evidence (
  archive_id uuid NOT NULL REFERENCES archives.archive,
  no integer NOT NULL,
  document_id uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  resource text NOT NULL,
  record_id text NOT NULL,
  place_id uuid,
  PRIMARY KEY (archive_id, no)
);

CREATE FUNCTION archives.keep_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is archived is never changed (%)', TG_TABLE_NAME;
END $$;
CREATE TRIGGER archive_is_frozen BEFORE UPDATE OR DELETE ON archives.archive
  FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();
CREATE TRIGGER archive_part_is_frozen BEFORE UPDATE OR DELETE ON archives.archive_part
  FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();
CREATE TRIGGER archived_result_is_frozen BEFORE UPDATE OR DELETE ON archives.archived_result
  FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();
CREATE TRIGGER evidence_is_frozen BEFORE UPDATE OR DELETE ON archives.evidence
  FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();
