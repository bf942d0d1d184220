-- Which place lay under which on which days, itself included. Before its first version a place counts as it first stood:
-- history reaches further back than the tree does.
CREATE VIEW petitions.lying AS
WITH RECURSIVE held AS (
  SELECT v.place_id, v.parent_id, v.in_built_up_area,
    daterange(nullif(v.valid_from, min(v.valid_from) OVER (PARTITION BY v.place_id)), v.valid_to) AS days
  FROM organisations.published_place_version v
), up AS (
  SELECT place_id, place_id AS ancestor_id, parent_id AS next_id, in_built_up_area, days FROM held
  UNION ALL
  SELECT up.place_id, held.place_id, held.parent_id, up.in_built_up_area, up.days * held.days
  FROM up JOIN held ON held.place_id = up.next_id AND NOT isempty(up.days * held.days)
)
SELECT place_id, ancestor_id, in_built_up_area, days FROM up;

-- Claims as figures read them: nothing of the reporter, no words. What is due, listed or passed up stands in the events.
CREATE VIEW petitions.published_claim AS
SELECT c.id, c.number, c.channel, c.category, c.limit_class, c.of_property, c.of_sanitation, c.about_firm, c.place_id,
  c.provider_id, c.state, c.outcome, c.opened_at, (c.opened_at AT TIME ZONE 'Asia/Shanghai')::date AS opened_on,
  c.signed_in_time, c.answered_at, c.answered_in_time, c.visited_at, c.visit_result, c.rated_responded, c.rated_solved,
  c.rated_satisfied, c.closed_at, c.struck_off_at, c.reopened, c.key_level, c.is_complex, c.is_supervised, c.excluded,
  -- A matter of property services that somebody took in, and that nobody left out with a reason.
  c.of_property AND c.excluded IS NULL AND c.state NOT IN ('declined', 'withdrawn', 'merged') AS is_valid,
  -- Merely closed is not solved, and neither is what the reporter says is not.
  c.closed_at IS NOT NULL AND coalesce(c.outcome = 'solved', false) AND c.rated_solved IS NOT FALSE AS is_solved,
  -- When the answer's own term, or that of a level that it climbed to, first ran out.
  (SELECT min(e.at) FROM petitions.claim_event e WHERE e.claim_id = c.id AND e.kind = 'overdue'
    AND e.data ->> 'clock' IN ('answer', 'level')) AS late_at,
  -- When any term before the answer first ran out: taking in, signing, answering, a level's.
  (SELECT min(e.at) FROM petitions.claim_event e WHERE e.claim_id = c.id AND e.kind = 'overdue'
    AND e.data ->> 'clock' IN ('accept', 'sign', 'answer', 'level')) AS overdue_at,
  (SELECT min(e.at) FROM petitions.claim_event e WHERE e.claim_id = c.id AND e.kind = 'overdue'
    AND e.data ->> 'clock' = 'strike-off') AS strike_off_late_at,
  -- When it came onto the list on which it stands (重点难点清单).
  CASE WHEN c.key_level IS NOT NULL THEN (SELECT min(e.at) FROM petitions.claim_event e WHERE e.claim_id = c.id
    AND e.kind = 'marked-key' AND e.seq > coalesce((SELECT max(u.seq) FROM petitions.claim_event u
      WHERE u.claim_id = c.id AND u.kind = 'unmarked-key'), 0)) END AS listed_at,
  (SELECT min(e.at) FROM petitions.climb e WHERE e.claim_id = c.id) AS climbed_at
FROM petitions.claim c;

-- Few events are of these kinds; every figure asks for them.
CREATE INDEX claim_event_counted ON petitions.claim_event (claim_id, kind, at)
  WHERE kind IN ('overdue', 'marked-key', 'unmarked-key');
CREATE INDEX claim_closed ON petitions.claim (closed_at) WHERE closed_at IS NOT NULL;

-- Calls to the spot, one row for each who was called; without who came.
CREATE VIEW petitions.published_call AS
SELECT w.id AS whistle_id, k.seq, w.number, w.claim_id, w.place_id, w.called_at, w.due_at, k.body_id, k.office_place_id,
  k.checked_in_at, coalesce(k.in_time, false) AS in_time
FROM petitions.whistle w JOIN petitions.whistle_call k ON k.whistle_id = w.id WHERE w.state <> 'cancelled';

CREATE VIEW petitions.published_mass_incident AS
SELECT id, place_id, claim_id, happened_on FROM petitions.mass_incident WHERE withdrawn_reason IS NULL;
