-- The owners' roll (业主名册): what belongs to whom, for heads and areas (民法典 278, interpretation art 8 and 9).

-- 专有部分: a flat, a shop, a parking bay. Areas are integers of 0.01 m².
CREATE TABLE residents.dwelling (
  id uuid PRIMARY KEY,
  compound_id uuid NOT NULL REFERENCES organisations.compound,
  -- Unique in the compound; where a roll has none it is made of building, entrance and room.
  code text NOT NULL,
  -- 不动产单元号, GB/T 37346: 28 characters.
  unit_number text,
  building text NOT NULL,
  entrance text NOT NULL DEFAULT '',
  room text NOT NULL,
  use text NOT NULL CHECK (use IN ('home', 'business', 'parking', 'other')),
  area_centi bigint NOT NULL CHECK (area_centi > 0),
  -- 解释 art 8: the register, else the survey, else the contract of sale.
  area_source text NOT NULL CHECK (area_source IN ('register', 'survey', 'contract')),
  standing text NOT NULL CHECK (standing IN ('delivered', 'sold-undelivered', 'unsold')),
  -- On record [valid_from, valid_to).
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX dwelling_code_is_taken ON residents.dwelling (compound_id, code) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX dwelling_room_is_taken ON residents.dwelling (compound_id, building, entrance, room) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX dwelling_unit_number_is_taken ON residents.dwelling (unit_number) WHERE unit_number IS NOT NULL AND valid_to IS NULL;

-- What a dwelling was before a change, and why it was changed.
CREATE TABLE residents.dwelling_version (
  dwelling_id uuid NOT NULL REFERENCES residents.dwelling,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  by uuid,
  reason text NOT NULL,
  -- The columns above as they stood; nothing personal.
  before jsonb NOT NULL,
  PRIMARY KEY (dwelling_id, version)
);

-- Owners and tenants, persons and organisations. Personal fields are sealed; marks are keyed HMACs for exact look-up.
CREATE TABLE residents.party (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation')),
  name_sealed text NOT NULL,
  name_mark text NOT NULL,
  name_mask text NOT NULL,
  phone_sealed text,
  phone_mark text,
  phone_mask text,
  -- 公民身份号码, another paper's number, or 统一社会信用代码.
  number_sealed text,
  number_mark text,
  number_mask text
);
CREATE UNIQUE INDEX party_number_is_taken ON residents.party (number_mark) WHERE number_mark IS NOT NULL;
CREATE INDEX party_by_phone ON residents.party (phone_mark, name_mark) WHERE phone_mark IS NOT NULL;

-- Who owns, [valid_from, valid_to); co-owners each have a row.
CREATE TABLE residents.ownership (
  id uuid PRIMARY KEY,
  dwelling_id uuid NOT NULL REFERENCES residents.dwelling,
  party_id uuid NOT NULL REFERENCES residents.party,
  -- 按份共有: "1/2"; NULL where owned jointly or alone.
  share text,
  valid_from date NOT NULL,
  valid_to date,
  -- What it ended or began with: 导入, 转移, 更正.
  reason text NOT NULL,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX ownership_is_one ON residents.ownership (dwelling_id, party_id) WHERE valid_to IS NULL;
CREATE INDEX ownership_of_party ON residents.ownership (party_id) WHERE valid_to IS NULL;
CREATE INDEX ownership_past ON residents.ownership (dwelling_id, valid_from);

-- 承租人: no owners, never heads.
CREATE TABLE residents.tenancy (
  id uuid PRIMARY KEY,
  dwelling_id uuid NOT NULL REFERENCES residents.dwelling,
  party_id uuid NOT NULL REFERENCES residents.party,
  valid_from date NOT NULL,
  valid_to date,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX tenancy_is_one ON residents.tenancy (dwelling_id, party_id) WHERE valid_to IS NULL;
CREATE INDEX tenancy_of_party ON residents.tenancy (party_id) WHERE valid_to IS NULL;

-- A resident whose phone the roll does not know asks to be bound; committee or community decide.
CREATE TABLE residents.binding (
  id uuid PRIMARY KEY,
  dwelling_id uuid NOT NULL REFERENCES residents.dwelling,
  -- Kept for the policy: whose matter it is.
  compound_id uuid NOT NULL REFERENCES organisations.compound,
  phone_sealed text NOT NULL,
  phone_mark text NOT NULL,
  phone_mask text NOT NULL,
  name_sealed text NOT NULL,
  name_mask text NOT NULL,
  reason_sealed text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'refused', 'ended')),
  asked_at timestamptz NOT NULL,
  decided_by uuid,
  decided_as text CHECK (decided_as IN ('committee', 'community')),
  decided_at timestamptz,
  decision_reason text,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX binding_is_one ON residents.binding (dwelling_id, phone_mark) WHERE state IN ('waiting', 'confirmed');
CREATE INDEX binding_of_phone ON residents.binding (phone_mark, asked_at DESC);
CREATE INDEX binding_waiting ON residents.binding (compound_id, id) WHERE state = 'waiting';

-- What other modules may read. Columns are appended, never changed; nothing in them is personal but masks.
CREATE VIEW residents.published_dwelling AS
  SELECT id, compound_id, code, unit_number, building, entrance, room, use, area_centi, area_source, standing, valid_from, valid_to
  FROM residents.dwelling;
CREATE VIEW residents.published_ownership AS
  SELECT dwelling_id, party_id, share, valid_from, valid_to FROM residents.ownership;
CREATE VIEW residents.published_party AS
  SELECT id, kind, name_mask, phone_mask, phone_mark IS NOT NULL AS has_phone FROM residents.party;
-- Who may answer for a dwelling: a phone that the roll has (enough for surveys, never for votes), or a confirmed one.
CREATE VIEW residents.published_binding AS
  SELECT o.dwelling_id, p.phone_mark, 'roll-match'::text AS kind, p.id AS party_id
  FROM residents.ownership o JOIN residents.party p ON p.id = o.party_id
  JOIN residents.dwelling d ON d.id = o.dwelling_id
  WHERE o.valid_to IS NULL AND d.valid_to IS NULL AND p.phone_mark IS NOT NULL
  UNION ALL
  SELECT b.dwelling_id, b.phone_mark, 'confirmed-by-' || b.decided_as, NULL::uuid
  FROM residents.binding b JOIN residents.dwelling d ON d.id = b.dwelling_id
  WHERE b.state = 'confirmed' AND d.valid_to IS NULL;

-- Heads by interpretation art 9, as of now: one 专有部分 one head; all that the developer has not sold or not handed over
-- one in total; the same owner, or the same set of co-owners, of several one. Parking bays stand apart, so that whoever
-- asks may count them (countParking) or not: without them only rows with dwelling_ids count.
CREATE VIEW residents.published_head AS
  SELECT compound_id, head_key, min(kind) AS kind,
    coalesce(array_agg(id ORDER BY id) FILTER (WHERE use <> 'parking'), '{}') AS dwelling_ids,
    coalesce(array_agg(id ORDER BY id) FILTER (WHERE use = 'parking'), '{}') AS bay_ids,
    coalesce(sum(area_centi) FILTER (WHERE use <> 'parking'), 0)::bigint AS area_centi,
    coalesce(sum(area_centi) FILTER (WHERE use = 'parking'), 0)::bigint AS bay_area_centi
  FROM (
    SELECT d.id, d.compound_id, d.use, d.area_centi,
      CASE WHEN d.standing <> 'delivered' THEN 'developer' WHEN held.owners IS NULL THEN 'unknown' ELSE 'owners' END AS kind,
      CASE WHEN d.standing <> 'delivered' THEN 'developer' ELSE coalesce(held.owners, 'dwelling ' || d.id) END AS head_key
    FROM residents.dwelling d
    LEFT JOIN LATERAL (
      SELECT string_agg(o.party_id::text, '+' ORDER BY o.party_id) AS owners
      FROM residents.ownership o WHERE o.dwelling_id = d.id AND o.valid_to IS NULL
    ) held ON true
    WHERE d.valid_to IS NULL
  ) counted
  GROUP BY compound_id, head_key;
