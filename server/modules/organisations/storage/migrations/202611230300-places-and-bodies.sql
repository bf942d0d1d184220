CREATE SCHEMA organisations;

-- A place as it stands today; its past stands in place_version.
CREATE TABLE organisations.place (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('city', 'district', 'street', 'community', 'compound')),
  code text NOT NULL,
  name text NOT NULL,
  parent_id uuid REFERENCES organisations.place,
  -- C35: only places of the built-up area are subjects and denominators.
  in_built_up_area boolean NOT NULL,
  valid_from date NOT NULL,
  ended_on date,
  pinyin text NOT NULL,
  initials text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK ((kind = 'city') = (parent_id IS NULL))
);
CREATE UNIQUE INDEX place_code_is_taken ON organisations.place (code) WHERE ended_on IS NULL;
CREATE INDEX place_by_parent ON organisations.place (parent_id, code);
CREATE INDEX place_by_kind ON organisations.place (kind, code);

-- Each state a place has had: names, codes, parents and flags hold [valid_from, valid_to).
CREATE TABLE organisations.place_version (
  place_id uuid NOT NULL REFERENCES organisations.place,
  valid_from date NOT NULL,
  valid_to date,
  code text NOT NULL,
  name text NOT NULL,
  parent_id uuid REFERENCES organisations.place,
  in_built_up_area boolean NOT NULL,
  PRIMARY KEY (place_id, valid_from),
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);

-- What became of what: a merge has several predecessors, a split several successors.
CREATE TABLE organisations.place_succession (
  predecessor_id uuid NOT NULL REFERENCES organisations.place,
  successor_id uuid NOT NULL REFERENCES organisations.place,
  kind text NOT NULL CHECK (kind IN ('merge', 'split')),
  on_day date NOT NULL,
  PRIMARY KEY (predecessor_id, successor_id)
);

-- 小区档案. Areas are integers of 0.01 m².
CREATE TABLE organisations.compound (
  place_id uuid PRIMARY KEY REFERENCES organisations.place,
  type text NOT NULL CHECK (type IN ('existing', 'old', 'other')),
  management_mode text NOT NULL CHECK (management_mode IN ('enterprise', 'other-manager', 'self', 'community')),
  households integer NOT NULL CHECK (households > 0),
  buildings integer NOT NULL CHECK (buildings > 0),
  area_centi bigint NOT NULL CHECK (area_centi > 0),
  enclosure text NOT NULL CHECK (enclosure IN ('closed', 'semi-closed', 'open')),
  renovated_on date,
  -- C22: why no owners committee can be formed yet; NULL where it can.
  committee_impossible_reason text,
  version integer NOT NULL DEFAULT 1
);

-- Departments, associations, enterprises, other managers, committees: whoever acts in a place.
CREATE TABLE organisations.body (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('department', 'association', 'enterprise', 'other-manager',
    'owners-committee', 'property-management-committee', 'residents-committee')),
  name text NOT NULL,
  -- 统一社会信用代码, GB 32100; committees have none.
  uscc text,
  place_id uuid NOT NULL REFERENCES organisations.place,
  valid_from date NOT NULL,
  valid_to date,
  pinyin text NOT NULL,
  initials text NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX body_uscc_is_taken ON organisations.body (uscc) WHERE uscc IS NOT NULL;
CREATE INDEX body_by_place ON organisations.body (place_id, kind);
CREATE INDEX body_by_kind ON organisations.body (kind, pinyin, id);
CREATE INDEX body_by_spelling ON organisations.body (pinyin, id);

-- 业主委员会 / 物业管理委员会: the body's place is its compound.
CREATE TABLE organisations.committee (
  body_id uuid PRIMARY KEY REFERENCES organisations.body,
  compound_id uuid NOT NULL REFERENCES organisations.compound,
  seats smallint NOT NULL CHECK (seats > 0),
  elected_on date NOT NULL,
  filed_on date,
  -- 换届: this election renewed an earlier committee.
  renewal boolean NOT NULL DEFAULT false,
  term_ends_on date
);
CREATE UNIQUE INDEX committee_is_known ON organisations.committee (compound_id, elected_on);

-- 物业服务合同: who serves which compound, [valid_from, valid_to).
CREATE TABLE organisations.service_contract (
  id uuid PRIMARY KEY,
  provider_id uuid NOT NULL REFERENCES organisations.body,
  compound_id uuid NOT NULL REFERENCES organisations.compound,
  number text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX service_contract_by_provider ON organisations.service_contract (provider_id, compound_id);
CREATE INDEX service_contract_by_compound ON organisations.service_contract (compound_id, valid_from);
CREATE UNIQUE INDEX service_contract_is_known ON organisations.service_contract (provider_id, compound_id, valid_from);

-- Personal fields are sealed; prints are keyed HMACs for exact look-up; masks are what most roles see.
CREATE TABLE organisations.person (
  id uuid PRIMARY KEY,
  name_sealed text NOT NULL,
  name_print text NOT NULL,
  name_mask text NOT NULL,
  phone_sealed text,
  phone_print text,
  phone_mask text
);
CREATE INDEX person_by_name ON organisations.person (name_print);
CREATE INDEX person_by_phone ON organisations.person (phone_print);
CREATE UNIQUE INDEX person_phone_is_taken ON organisations.person (name_print, phone_print);

-- 任职: a person's role in a body, for a project also in its compound.
CREATE TABLE organisations.post (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES organisations.person,
  body_id uuid NOT NULL REFERENCES organisations.body,
  compound_id uuid REFERENCES organisations.compound,
  role text NOT NULL,
  -- Where the post counts: its compound, else the body's place. Kept so that lists filter by one indexed column.
  place_id uuid NOT NULL REFERENCES organisations.place,
  valid_from date NOT NULL,
  valid_to date,
  -- Attested by the Party organisation with the person's consent; NULL is 未提供.
  party_status text CHECK (party_status IN ('member', 'activist', 'no')),
  attested_by text,
  attested_on date,
  version integer NOT NULL DEFAULT 1,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX post_by_body ON organisations.post (body_id, role);
CREATE INDEX post_by_compound ON organisations.post (compound_id, role);
CREATE INDEX post_by_place ON organisations.post (place_id, id);
CREATE INDEX post_by_person ON organisations.post (person_id);
CREATE UNIQUE INDEX post_is_known ON organisations.post
  (person_id, body_id, role, coalesce(compound_id, '00000000-0000-0000-0000-000000000000'), valid_from);

-- 专职人员: how many the contract promises and how many there are, by kind of post.
CREATE TABLE organisations.staffing (
  compound_id uuid NOT NULL REFERENCES organisations.compound,
  post_kind text NOT NULL,
  contracted integer NOT NULL CHECK (contracted >= 0),
  actual integer NOT NULL CHECK (actual >= 0),
  -- The latest count at or before a day holds on that day.
  as_of date NOT NULL,
  PRIMARY KEY (compound_id, post_kind, as_of)
);

-- What other modules may read. Columns are appended, never changed.
CREATE VIEW organisations.published_place AS
  SELECT id, kind, code, name, parent_id, in_built_up_area, valid_from, ended_on FROM organisations.place;
CREATE VIEW organisations.published_place_version AS
  SELECT place_id, valid_from, valid_to, code, name, parent_id, in_built_up_area FROM organisations.place_version;
CREATE VIEW organisations.published_compound AS
  SELECT place_id, type, management_mode, households, buildings, area_centi, enclosure, renovated_on,
    committee_impossible_reason FROM organisations.compound;
CREATE VIEW organisations.published_body AS
  SELECT id, kind, name, uscc, place_id, valid_from, valid_to FROM organisations.body;
CREATE VIEW organisations.published_committee AS
  SELECT c.body_id, c.compound_id, b.kind, b.name, c.seats, c.elected_on, c.filed_on, c.renewal, c.term_ends_on, b.valid_from, b.valid_to
  FROM organisations.committee c JOIN organisations.body b ON b.id = c.body_id;
CREATE VIEW organisations.published_service_contract AS
  SELECT id, provider_id, compound_id, number, valid_from, valid_to FROM organisations.service_contract;
CREATE VIEW organisations.published_post AS
  SELECT id, person_id, body_id, compound_id, role, valid_from, valid_to, party_status, place_id FROM organisations.post;
CREATE VIEW organisations.published_person AS
  SELECT id, name_mask, phone_mask FROM organisations.person;
CREATE VIEW organisations.published_staffing AS
  SELECT compound_id, post_kind, contracted, actual, as_of FROM organisations.staffing;
