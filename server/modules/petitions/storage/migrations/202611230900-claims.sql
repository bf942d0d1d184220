-- Residents' claims (6.4): events are the truth, the claim's own columns their projection, written in the same transaction.
CREATE SCHEMA petitions;

-- The tree of matters (after GB/T 39666), editable; those in use are switched off, never removed.
CREATE TABLE petitions.category (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}([0-9]{2}){0,2}$'),
  parent text REFERENCES petitions.category,
  name text NOT NULL,
  name_en text NOT NULL,
  limit_class text NOT NULL CHECK (limit_class IN ('danger', 'utility', 'consult', 'help', 'general', 'complaint')),
  -- Who is answerable where the duty list says nothing else.
  responsible text NOT NULL CHECK (responsible IN ('provider', 'committee', 'community', 'street', 'district', 'city', 'enforcement')),
  -- About the firm itself: never goes to it alone, nor with who reported.
  about_firm boolean NOT NULL DEFAULT false,
  -- A matter of property services: counts in the rates of A.1 to A.4.
  of_property boolean NOT NULL DEFAULT true,
  of_sanitation boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  position integer NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- The duty list: who answers for a category (or one under it) in a place (or one under it), before the category's own word.
CREATE TABLE petitions.duty (
  id uuid PRIMARY KEY,
  category text REFERENCES petitions.category,
  place_id uuid NOT NULL REFERENCES organisations.place,
  body_id uuid REFERENCES organisations.body,
  -- The office of a place instead of a body.
  office_place_id uuid REFERENCES organisations.place,
  basis text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CHECK ((body_id IS NULL) <> (office_place_id IS NULL))
);
CREATE INDEX duty_by_place ON petitions.duty (place_id);

-- A district may switch the community's step off for its claims; the city may for itself.
CREATE TABLE petitions.ladder (
  place_id uuid PRIMARY KEY REFERENCES organisations.place,
  skips_community boolean NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE SEQUENCE petitions.number_of_claim;

CREATE TABLE petitions.claim (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  channel text NOT NULL,
  -- What the sender chose, so that one submission is one claim however often it arrives.
  intake_key text UNIQUE,
  category text NOT NULL REFERENCES petitions.category,
  limit_class text NOT NULL,
  of_property boolean NOT NULL,
  of_sanitation boolean NOT NULL,
  about_firm boolean NOT NULL,
  -- A compound, or the smallest place that is known.
  place_id uuid NOT NULL REFERENCES organisations.place,
  -- Who served the compound when it was filed.
  provider_id uuid REFERENCES organisations.body,
  spot text NOT NULL DEFAULT '',
  content text NOT NULL,
  -- Of the reporter: sealed, found by fingerprint, shown as a mask. Absent where nobody left a name.
  reporter_name text,
  reporter_phone text,
  reporter_phone_mark text,
  reporter_mask text NOT NULL DEFAULT '',
  phone_verified boolean NOT NULL DEFAULT false,
  -- The reporter asked that handlers never see who it was.
  identity_sealed boolean NOT NULL DEFAULT false,
  filed_by uuid,
  -- Words that the public may read: only where the reporter agreed and an official cleared them.
  agrees_to_publish boolean NOT NULL DEFAULT false,
  public_text text,
  latitude double precision,
  longitude double precision,
  lead_id uuid REFERENCES petitions.claim,
  opened_at timestamptz NOT NULL,

  -- From here on: the projection of its events (rules/fold.ts).
  seq integer NOT NULL,
  state text NOT NULL,
  level text NOT NULL,
  handler_level text NOT NULL,
  handler_body_id uuid REFERENCES organisations.body,
  handler_place_id uuid REFERENCES organisations.place,
  -- Sees and answers beside the handler: the firm that a complaint is about.
  co_body_id uuid REFERENCES organisations.body,
  -- The office that a climb called: it may supervise, take over or send back.
  leader_place_id uuid REFERENCES organisations.place,
  clock text CHECK (clock IN ('accept', 'sign', 'answer', 'review', 'visit', 'strike-off', 'level')),
  due_at timestamptz,
  -- 暂定, past the last official year: it warns, and never climbs or closes anything.
  due_provisional date,
  -- When the sweep must look again: the next warning, the due instant or the end of a suspension.
  next_at timestamptz,
  is_overdue boolean NOT NULL DEFAULT false,
  is_suspended boolean NOT NULL DEFAULT false,
  warnings smallint NOT NULL DEFAULT 0,
  cycle smallint NOT NULL DEFAULT 1,
  redone smallint NOT NULL DEFAULT 0,
  passed_on smallint NOT NULL DEFAULT 0,
  reopened smallint NOT NULL DEFAULT 0,
  climbs smallint NOT NULL DEFAULT 0,
  outcome text,
  answered_at timestamptz,
  -- Stamped when the event was written; never computed again.
  answered_in_time boolean,
  signed_in_time boolean,
  visited_at timestamptz,
  visit_result text,
  rated_responded boolean,
  rated_solved boolean,
  rated_satisfied boolean,
  closed_at timestamptz,
  struck_off_at timestamptz,
  key_level text,
  is_complex boolean NOT NULL DEFAULT false,
  is_supervised boolean NOT NULL DEFAULT false,
  excluded text,
  pending text CHECK (pending IN ('extension', 'suspension'))
);
CREATE INDEX claim_at_body ON petitions.claim (handler_body_id, due_at, id)
  WHERE state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited');
CREATE INDEX claim_at_office ON petitions.claim (handler_place_id, due_at, id)
  WHERE state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited');
CREATE INDEX claim_open_at_place ON petitions.claim (place_id, due_at, id)
  WHERE state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited');
CREATE INDEX claim_next ON petitions.claim (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX claim_at_place ON petitions.claim (place_id, opened_at DESC);
CREATE INDEX claim_of_phone ON petitions.claim (reporter_phone_mark, opened_at DESC) WHERE reporter_phone_mark IS NOT NULL;
CREATE INDEX claim_of_lead ON petitions.claim (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX claim_opened ON petitions.claim (opened_at, id);

CREATE TABLE petitions.claim_event (
  claim_id uuid NOT NULL REFERENCES petitions.claim,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  by uuid,
  kind text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (claim_id, seq)
);

-- Exactly once per level and round of handling (6.4.2 c): two servers that sweep at once cannot both write it.
CREATE TABLE petitions.climb (
  claim_id uuid NOT NULL REFERENCES petitions.claim,
  cycle smallint NOT NULL,
  level text NOT NULL,
  at timestamptz NOT NULL,
  why text NOT NULL,
  PRIMARY KEY (claim_id, cycle, level)
);

-- Others who met the same: each is told what becomes of the lead claim.
CREATE TABLE petitions.follower (
  claim_id uuid NOT NULL REFERENCES petitions.claim,
  phone text NOT NULL,
  phone_mark text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (claim_id, phone_mark)
);
CREATE INDEX follower_of_phone ON petitions.follower (phone_mark);

-- Opening a sealed identity takes two persons and a reason.
CREATE TABLE petitions.opening (
  id uuid PRIMARY KEY,
  claim_id uuid NOT NULL REFERENCES petitions.claim,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'agreed', 'refused')),
  settled_by uuid,
  settled_at timestamptz,
  note text NOT NULL DEFAULT '',
  CHECK (settled_by IS NULL OR settled_by <> asked_by)
);
CREATE INDEX opening_of_claim ON petitions.opening (claim_id);

-- 街呼区应 / 吹哨报到: who called whom to the spot, and who came within the limit; both sides are rated.
CREATE TABLE petitions.whistle (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  claim_id uuid REFERENCES petitions.claim,
  place_id uuid NOT NULL REFERENCES organisations.place,
  called_by uuid,
  caller_body_id uuid REFERENCES organisations.body,
  caller_place_id uuid REFERENCES organisations.place,
  matter text NOT NULL,
  urgent boolean NOT NULL,
  called_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'ended', 'cancelled')),
  ended_at timestamptz,
  result text NOT NULL DEFAULT ''
);
CREATE INDEX whistle_at_place ON petitions.whistle (place_id, called_at DESC);
CREATE SEQUENCE petitions.number_of_whistle;
CREATE TABLE petitions.whistle_call (
  whistle_id uuid NOT NULL REFERENCES petitions.whistle,
  seq smallint NOT NULL,
  body_id uuid REFERENCES organisations.body,
  -- The office, or the Party organisation, of a street or community.
  office_place_id uuid REFERENCES organisations.place,
  checked_in_at timestamptz,
  checked_in_by uuid,
  -- Stamped when it was written.
  in_time boolean,
  note text NOT NULL DEFAULT '',
  latitude double precision,
  longitude double precision,
  -- By the caller of the called, 1 to 5; by the called of the call.
  rated smallint CHECK (rated BETWEEN 1 AND 5),
  call_rated smallint CHECK (call_rated BETWEEN 1 AND 5),
  PRIMARY KEY (whistle_id, seq),
  CHECK ((body_id IS NULL) <> (office_place_id IS NULL))
);
CREATE INDEX whistle_call_of_body ON petitions.whistle_call (body_id);
CREATE INDEX whistle_call_of_office ON petitions.whistle_call (office_place_id);

-- Mass incidents from property problems, found by the competent department.
CREATE TABLE petitions.mass_incident (
  id uuid PRIMARY KEY,
  place_id uuid NOT NULL REFERENCES organisations.place,
  claim_id uuid REFERENCES petitions.claim,
  happened_on date NOT NULL,
  finding text NOT NULL,
  issuer text NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  withdrawn_reason text,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX mass_incident_at_place ON petitions.mass_incident (place_id, happened_on);

-- Other systems that send claims in or read them: 12345, Open311 clients.
CREATE TABLE petitions.client (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('hotline', 'open311')),
  place_id uuid NOT NULL REFERENCES organisations.place,
  key_mark text NOT NULL UNIQUE,
  -- The shared secret for signatures, sealed.
  secret text NOT NULL,
  -- Where the hotline hears of states, signed with the same secret.
  callback text,
  state text NOT NULL CHECK (state IN ('active', 'revoked')),
  created_by uuid,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- Work orders of 12345: one order is one claim, however often and in whatever order it is sent.
CREATE TABLE petitions.hotline_order (
  client_id uuid NOT NULL REFERENCES petitions.client,
  order_number text NOT NULL,
  claim_id uuid NOT NULL REFERENCES petitions.claim,
  -- The hotline's own count of changes; an older one that arrives late changes nothing.
  revision integer NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (client_id, order_number)
);
CREATE UNIQUE INDEX hotline_order_of_claim ON petitions.hotline_order (claim_id);
