CREATE SCHEMA party_organisations;

-- 党组织: own or joint; hosted by a body, or founded on a project (a compound).
CREATE TABLE party_organisations.organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  form text NOT NULL CHECK (form IN ('own', 'joint')),
  place_id uuid NOT NULL REFERENCES organisations.place,
  host_id uuid REFERENCES organisations.body,
  project_id uuid REFERENCES organisations.compound,
  -- 正式党员: candidates (预备党员) do not count.
  formal_members integer NOT NULL CHECK (formal_members >= 0),
  founded_on date NOT NULL,
  -- The first day on which it no longer is.
  ended_on date,
  pinyin text NOT NULL,
  initials text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK (host_id IS NOT NULL OR project_id IS NOT NULL),
  CHECK (ended_on IS NULL OR ended_on > founded_on)
);
CREATE UNIQUE INDEX organisation_is_known ON party_organisations.organisation (place_id, name);
CREATE INDEX organisation_by_host ON party_organisations.organisation (host_id);
CREATE INDEX organisation_by_project ON party_organisations.organisation (project_id);

-- 党的组织和工作覆盖: which body or project (compound) is covered, how, [valid_from, valid_to).
CREATE TABLE party_organisations.coverage (
  id uuid PRIMARY KEY,
  how text NOT NULL CHECK (how IN ('own', 'joint', 'instructor')),
  body_id uuid REFERENCES organisations.body,
  compound_id uuid REFERENCES organisations.compound,
  -- Where it counts: the compound, else the body's place. Kept so that lists filter by one indexed column.
  place_id uuid NOT NULL REFERENCES organisations.place,
  organisation_id uuid REFERENCES party_organisations.organisation,
  instructor_id uuid REFERENCES organisations.person,
  -- The organisation's own host, kept in step with the organisation.
  of_host boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CHECK ((body_id IS NULL) <> (compound_id IS NULL)),
  CHECK ((how = 'instructor') = (instructor_id IS NOT NULL)),
  CHECK (how = 'instructor' OR organisation_id IS NOT NULL),
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX coverage_by_body ON party_organisations.coverage (body_id, how);
CREATE INDEX coverage_by_compound ON party_organisations.coverage (compound_id, how);
CREATE INDEX coverage_by_place ON party_organisations.coverage (place_id, id);
CREATE INDEX coverage_by_organisation ON party_organisations.coverage (organisation_id);
CREATE UNIQUE INDEX coverage_is_known ON party_organisations.coverage
  (coalesce(body_id, compound_id), how, coalesce(instructor_id, organisation_id), valid_from);

-- What other modules may read. Columns are appended, never changed.
CREATE VIEW party_organisations.published_organisation AS
  SELECT id, name, form, place_id, host_id, project_id, formal_members, founded_on, ended_on
  FROM party_organisations.organisation;
CREATE VIEW party_organisations.published_coverage AS
  SELECT id, how, body_id, compound_id, place_id, organisation_id, instructor_id, valid_from, valid_to
  FROM party_organisations.coverage;
