-- A resident without an account brings photos under the fingerprint of a proved telephone.
ALTER TABLE documents.document ALTER COLUMN uploaded_by DROP NOT NULL;
ALTER TABLE documents.document ADD COLUMN uploaded_by_phone text;
ALTER TABLE documents.document ADD CONSTRAINT document_has_one_uploader CHECK (num_nonnulls(uploaded_by, uploaded_by_phone) = 1);
CREATE INDEX document_loose_of_phone ON documents.document (uploaded_by_phone, loose_since) WHERE loose_since IS NOT NULL;
ALTER TABLE documents.attachment ALTER COLUMN attached_by DROP NOT NULL;
