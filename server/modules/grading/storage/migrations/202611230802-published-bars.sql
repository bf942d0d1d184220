-- Besides what is declared and the roles of accounts: posts on record of a person with the account's telephone.
CREATE OR REPLACE VIEW grading.bond AS
  WITH post AS NOT MATERIALIZED (
    SELECT account.account_id, post.body_id, post.compound_id, post.role, post.place_id, post.valid_from, post.valid_to
    FROM accounts.published_phone_print account
    JOIN organisations.published_phone_print person ON person.phone_print = account.phone_print
    JOIN organisations.published_post post ON post.person_id = person.person_id),
  bound AS NOT MATERIALIZED (
    SELECT account_id, kind, place_id, body_id, NULL::date AS valid_from, NULL::date AS valid_to FROM grading.tie WHERE ended_at IS NULL
    UNION ALL
    SELECT actor_id, 'post', NULL, body_id, valid_from, valid_to FROM access.grant_of_role WHERE body_id IS NOT NULL
    UNION ALL
    SELECT actor_id, 'work', place_id, NULL, valid_from, valid_to FROM access.grant_of_role
      WHERE role IN ('project-head', 'community-official', 'street-official', 'district-official')
    UNION ALL
    SELECT account_id, 'post', NULL, body_id, valid_from, valid_to FROM post
    UNION ALL
    SELECT account_id, 'post', compound_id, NULL, valid_from, valid_to FROM post WHERE compound_id IS NOT NULL
    UNION ALL
    SELECT account_id, 'work', place_id, NULL, valid_from, valid_to FROM post WHERE role LIKE 'community-%')
  SELECT account_id, kind, place_id, body_id, valid_from, valid_to FROM bound
  UNION ALL
  SELECT bound.account_id, bound.kind, committee.compound_id, NULL, bound.valid_from, bound.valid_to
  FROM bound JOIN organisations.published_committee committee ON committee.body_id = bound.body_id;

-- What binds at any time since the graded period began bars: whoever takes up a post while the round is judged is bound too.
CREATE OR REPLACE VIEW grading.bar AS
  WITH bond AS NOT MATERIALIZED (
    SELECT b.account_id, b.kind, b.place_id, b.body_id, r.id AS round_id FROM grading.bond b JOIN evaluation.published_round r
      ON b.valid_to IS NULL OR b.valid_to > r.period_from)
  SELECT bond.account_id, s.id AS subject_id, NULL::uuid AS project_id, false AS of_firm, s.round_id
  FROM bond JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.place_id = bond.place_id AND s.kind <> 'enterprise'
  UNION ALL
  SELECT bond.account_id, s.id, NULL, true, s.round_id
  FROM bond JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.body_id = bond.body_id AND s.kind = 'enterprise'
  UNION ALL
  -- The compounds that the firm serves.
  SELECT bond.account_id, c.id, NULL, true, s.round_id
  FROM bond JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.body_id = bond.body_id AND s.kind = 'enterprise'
  JOIN evaluation.published_subject_compound sc ON sc.subject_id = s.id
  JOIN evaluation.published_subject c ON c.round_id = s.round_id AND c.kind = 'compound' AND c.place_id = sc.compound_id
  UNION ALL
  -- Its rows in one project; working or holding a post there, all its rows.
  SELECT bond.account_id, s.id, CASE WHEN bond.kind IN ('work', 'post') THEN NULL ELSE sc.compound_id END, false, s.round_id
  FROM bond JOIN evaluation.published_subject_compound sc ON sc.compound_id = bond.place_id
  JOIN evaluation.published_subject s ON s.id = sc.subject_id AND s.round_id = bond.round_id AND s.kind = 'enterprise';

-- Who may not judge which subject of which round (project_id: only what is graded in that project), whatever bound him: for the
-- conditions of whoever answers, moderates or decides. It tells nothing of why.
CREATE VIEW grading.published_bar AS
  SELECT account_id, round_id, subject_id, project_id, of_firm FROM grading.bar;
