-- Offered first, so that most people need not look for theirs.
ALTER TABLE petitions.category ADD COLUMN common boolean NOT NULL DEFAULT false;
-- A claim filed again under its own key is the same; with other contents it is refused. Keyed, since names stand in it.
ALTER TABLE petitions.claim ADD COLUMN intake_mac bytea;
-- What a resident may join: leads of a place that are still somebody's work.
CREATE INDEX claim_like ON petitions.claim (place_id, category) WHERE lead_id IS NULL
  AND state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited');
-- Claims that an account filed, for those who file for others.
CREATE INDEX claim_filed_by ON petitions.claim (filed_by, opened_at DESC) WHERE filed_by IS NOT NULL;
