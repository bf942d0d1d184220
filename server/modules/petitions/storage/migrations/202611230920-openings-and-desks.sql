-- Who asks to open a sealed identity, and from which level: a second person of a level above agrees.
ALTER TABLE petitions.opening ADD COLUMN asked_level text NOT NULL DEFAULT 'community'
  CHECK (asked_level IN ('community', 'street', 'district', 'city'));
ALTER TABLE petitions.opening ALTER COLUMN asked_level DROP DEFAULT;
-- One that waits is enough.
CREATE UNIQUE INDEX opening_is_one ON petitions.opening (claim_id, asked_by) WHERE state = 'asked';

-- Desks of a district and the city: what runs out next among all that is open, whatever has been closed.
CREATE INDEX claim_open_by_due ON petitions.claim (due_at, id)
  WHERE state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited');
CREATE INDEX claim_beside_body ON petitions.claim (co_body_id, due_at, id)
  WHERE co_body_id IS NOT NULL
    AND state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited');
-- Numbers are looked up by how they begin.
CREATE INDEX claim_number_begins ON petitions.claim (number text_pattern_ops);
CREATE INDEX claim_key ON petitions.claim (key_level, opened_at) WHERE key_level IS NOT NULL;
