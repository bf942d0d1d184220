-- A handler's own history, the newest first, among millions of others.
CREATE INDEX claim_of_handler ON petitions.claim (handler_body_id, opened_at DESC, id DESC) WHERE handler_body_id IS NOT NULL;
-- Closed and waiting to be struck off.
CREATE INDEX claim_to_strike_off ON petitions.claim (closed_at, id) WHERE state = 'closed';
