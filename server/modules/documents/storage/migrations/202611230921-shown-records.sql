-- Bodies that work on a record which is not about them see what hangs on it, as long as it is shown to them.
CREATE TABLE documents.shown_record (
  resource text NOT NULL,
  record_id text NOT NULL,
  body_id uuid NOT NULL REFERENCES organisations.body,
  PRIMARY KEY (resource, record_id, body_id)
);
