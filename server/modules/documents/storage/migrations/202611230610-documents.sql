CREATE SCHEMA documents;

-- A file somebody brought as evidence. Its bytes lie outside the database, under file_key; they are never changed.
CREATE TABLE documents.document (
  -- Made by the uploader's device, so that it may send the same file again.
  id uuid PRIMARY KEY,
  -- Made by us for each try, so that no try can overwrite another's bytes.
  file_key uuid NOT NULL UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  type text NOT NULL CHECK (type IN ('jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx')),
  size integer NOT NULL CHECK (size > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  width integer,
  height integer,
  taken_at timestamptz,
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  uploaded_by uuid NOT NULL REFERENCES access.actor,
  uploaded_at timestamptz NOT NULL,
  -- Whom it concerns: said by the record that it is attached to.
  place_id uuid REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  -- Since when no record holds it; a day later it is removed.
  loose_since timestamptz,
  attached boolean NOT NULL GENERATED ALWAYS AS (loose_since IS NULL) STORED,
  CHECK ((width IS NULL) = (height IS NULL)),
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (loose_since IS NULL OR (place_id IS NULL AND body_id IS NULL))
);
CREATE INDEX document_loose ON documents.document (uploaded_by, loose_since) WHERE loose_since IS NOT NULL;
CREATE INDEX document_by_place ON documents.document (place_id);
CREATE INDEX document_by_body ON documents.document (body_id);

-- The records that hold a document, each named by its module's resource and the record's own key.
CREATE TABLE documents.attachment (
  document_id uuid NOT NULL REFERENCES documents.document,
  resource text NOT NULL,
  record_id text NOT NULL,
  attached_by uuid NOT NULL REFERENCES access.actor,
  attached_at timestamptz NOT NULL,
  PRIMARY KEY (document_id, resource, record_id)
);
CREATE INDEX attachment_by_record ON documents.attachment (resource, record_id);

-- What other modules may read. Columns are appended, never changed.
CREATE VIEW documents.published_document AS
  SELECT id, name, type, size, sha256, width, height, taken_at, latitude, longitude, uploaded_by, uploaded_at,
    place_id, body_id, attached
  FROM documents.document;
CREATE VIEW documents.published_attachment AS
  SELECT document_id, resource, record_id, attached_at FROM documents.attachment;
