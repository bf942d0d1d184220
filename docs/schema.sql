-- The schema as all migrations leave it. Generated: npx gongzhi docs

-- access
CREATE SCHEMA access;

CREATE TABLE access.actor (
  id uuid NOT NULL,
  closed_at timestamp with time zone,
  CONSTRAINT actor_pkey PRIMARY KEY (id)
);

CREATE TABLE access.grant_of_role (
  id uuid NOT NULL,
  actor_id uuid NOT NULL,
  role text NOT NULL,
  place_id uuid,
  body_id uuid,
  valid_from date NOT NULL,
  valid_to date,
  granted_by uuid,
  CONSTRAINT grant_of_role_pkey PRIMARY KEY (id),
  CONSTRAINT grant_of_role_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES access.actor(id),
  CONSTRAINT grant_of_role_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES access.actor(id),
  CONSTRAINT grant_of_role_check CHECK (((place_id IS NULL) OR (body_id IS NULL))),
  CONSTRAINT grant_of_role_check1 CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX grant_of_role_by_actor ON access.grant_of_role USING btree (actor_id);
CREATE INDEX grant_of_role_by_body ON access.grant_of_role USING btree (body_id);
CREATE INDEX grant_of_role_by_place ON access.grant_of_role USING btree (place_id);

CREATE TABLE access.place_reach (
  ancestor_id uuid NOT NULL,
  place_id uuid NOT NULL,
  depth smallint NOT NULL,
  CONSTRAINT place_reach_pkey PRIMARY KEY (ancestor_id, place_id)
);
CREATE INDEX place_reach_by_place ON access.place_reach USING btree (place_id, ancestor_id);

-- accounts
CREATE SCHEMA accounts;

CREATE TABLE accounts.account (
  id uuid NOT NULL,
  account text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT false,
  last_sign_in_at timestamp with time zone,
  password_changed_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  home_place_id uuid,
  mail_sealed text,
  oidc_issuer text,
  oidc_subject text,
  phone_sealed text,
  phone_print text,
  phone_mask text,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_name_is_taken UNIQUE (account),
  CONSTRAINT identity_is_taken UNIQUE (oidc_issuer, oidc_subject),
  CONSTRAINT account_id_fkey FOREIGN KEY (id) REFERENCES access.actor(id),
  CONSTRAINT identity_is_whole CHECK (((oidc_issuer IS NULL) = (oidc_subject IS NULL))),
  CONSTRAINT phone_is_whole CHECK ((((phone_sealed IS NULL) = (phone_print IS NULL)) AND ((phone_sealed IS NULL) = (phone_mask IS NULL))))
);
CREATE INDEX account_by_phone ON accounts.account USING btree (phone_print) WHERE (phone_print IS NOT NULL);

CREATE TABLE accounts.former_password (
  account_id uuid NOT NULL,
  replaced_at timestamp with time zone NOT NULL,
  password_hash text NOT NULL,
  CONSTRAINT former_password_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts.account(id)
);
CREATE INDEX former_password_by_account ON accounts.former_password USING btree (account_id, replaced_at);

CREATE TABLE accounts.identity_request (
  state_hash bytea NOT NULL,
  browser_hash bytea NOT NULL,
  sealed text NOT NULL,
  back text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT identity_request_pkey PRIMARY KEY (state_hash)
);
CREATE INDEX identity_request_by_age ON accounts.identity_request USING btree (made_at);

CREATE TABLE accounts.one_time_password (
  account_id uuid NOT NULL,
  sealed text NOT NULL,
  made_by uuid,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT one_time_password_pkey PRIMARY KEY (account_id),
  CONSTRAINT one_time_password_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts.account(id),
  CONSTRAINT one_time_password_made_by_fkey FOREIGN KEY (made_by) REFERENCES access.actor(id)
);
CREATE INDEX one_time_password_by_maker ON accounts.one_time_password USING btree (made_by);

CREATE TABLE accounts.recovery_code (
  account_id uuid NOT NULL,
  fingerprint text NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, fingerprint),
  CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts.account(id)
);

CREATE TABLE accounts.second_factor (
  account_id uuid NOT NULL,
  sealed text NOT NULL,
  last_step bigint NOT NULL,
  enrolled_at timestamp with time zone NOT NULL,
  CONSTRAINT second_factor_pkey PRIMARY KEY (account_id),
  CONSTRAINT second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts.account(id)
);

CREATE TABLE accounts.second_factor_draft (
  account_id uuid NOT NULL,
  sealed text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT second_factor_draft_pkey PRIMARY KEY (account_id),
  CONSTRAINT second_factor_draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts.account(id)
);

CREATE TABLE accounts.session (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_agent text NOT NULL DEFAULT ''::text,
  address text NOT NULL DEFAULT ''::text,
  via text NOT NULL DEFAULT 'password'::text,
  second_factor_at timestamp with time zone,
  id_token text,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_id_is_one UNIQUE (id),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts.account(id),
  CONSTRAINT session_via_is_known CHECK ((via = ANY (ARRAY['password'::text, 'identity'::text])))
);
CREATE INDEX session_by_account ON accounts.session USING btree (account_id);
CREATE INDEX session_by_age ON accounts.session USING btree (last_seen_at);

CREATE TABLE accounts.set_up_token (
  token_hash bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT set_up_token_pkey PRIMARY KEY (token_hash)
);

CREATE TABLE accounts.sign_in_attempt (
  name text NOT NULL,
  failed smallint NOT NULL DEFAULT 0,
  locked_until timestamp with time zone,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (name)
);
CREATE INDEX sign_in_attempt_by_age ON accounts.sign_in_attempt USING btree (last_at);

CREATE VIEW accounts.published_account AS
 SELECT id,
    account,
    display_name,
    closed_at
   FROM accounts.account;

CREATE VIEW accounts.published_mail_address AS
 SELECT id AS account_id,
    display_name,
    mail_sealed
   FROM accounts.account
  WHERE mail_sealed IS NOT NULL AND closed_at IS NULL;

CREATE VIEW accounts.published_phone_print AS
 SELECT id AS account_id,
    phone_print
   FROM accounts.account
  WHERE phone_print IS NOT NULL;

-- archives
CREATE SCHEMA archives;

CREATE TABLE archives.archive (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  edition text NOT NULL,
  drawn_at timestamp with time zone NOT NULL,
  drawn_by uuid,
  lines integer NOT NULL,
  results integer NOT NULL,
  evidence integer NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  results_sha256 text NOT NULL,
  CONSTRAINT archive_pkey PRIMARY KEY (id),
  CONSTRAINT archive_is_known UNIQUE (round_id, version),
  CONSTRAINT archive_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT archive_kind_check CHECK ((kind = ANY (ARRAY['final'::text, 'correction'::text])))
);

CREATE TABLE archives.archive_part (
  archive_id uuid NOT NULL,
  no integer NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT archive_part_pkey PRIMARY KEY (archive_id, no),
  CONSTRAINT archive_part_archive_id_fkey FOREIGN KEY (archive_id) REFERENCES archives.archive(id)
);

CREATE TABLE archives.archived_result (
  archive_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  total_exact text NOT NULL,
  band text,
  rank integer,
  sha256 text NOT NULL,
  CONSTRAINT archived_result_pkey PRIMARY KEY (archive_id, subject_id),
  CONSTRAINT archived_result_archive_id_fkey FOREIGN KEY (archive_id) REFERENCES archives.archive(id)
);

CREATE TABLE archives.batch (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  what text NOT NULL,
  form text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  touched_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  failed_because text,
  CONSTRAINT batch_pkey PRIMARY KEY (id),
  CONSTRAINT batch_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT batch_form_check CHECK ((form = ANY (ARRAY['pdf'::text, 'docx'::text]))),
  CONSTRAINT batch_what_check CHECK ((what = ANY (ARRAY['notice'::text, 'star'::text, 'table'::text])))
);
CREATE INDEX batch_by_asker ON archives.batch USING btree (asked_by, round_id, asked_at DESC);

CREATE TABLE archives.certificate (
  id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  archive_id uuid NOT NULL,
  number integer NOT NULL,
  total numeric NOT NULL,
  band text,
  rank integer,
  of_kind integer NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  issued_by uuid,
  replaced_at timestamp with time zone,
  CONSTRAINT certificate_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_code_is_unique UNIQUE (code),
  CONSTRAINT certificate_number_is_unique UNIQUE (round_id, kind, number),
  CONSTRAINT certificate_archive_id_fkey FOREIGN KEY (archive_id) REFERENCES archives.archive(id),
  CONSTRAINT certificate_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT certificate_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id),
  CONSTRAINT certificate_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text)),
  CONSTRAINT certificate_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'star'::text]))),
  CONSTRAINT star_has_a_band CHECK (((kind = 'notice'::text) OR (band IS NOT NULL)))
);
CREATE INDEX certificate_by_round ON archives.certificate USING btree (round_id, kind, number);
CREATE UNIQUE INDEX certificate_that_holds ON archives.certificate USING btree (subject_id, kind) WHERE (replaced_at IS NULL);

CREATE TABLE archives.evidence (
  archive_id uuid NOT NULL,
  no integer NOT NULL,
  document_id uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  resource text NOT NULL,
  record_id text NOT NULL,
  place_id uuid,
  CONSTRAINT evidence_pkey PRIMARY KEY (archive_id, no),
  CONSTRAINT evidence_archive_id_fkey FOREIGN KEY (archive_id) REFERENCES archives.archive(id)
);

CREATE OR REPLACE FUNCTION archives.keep_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'what is archived is never changed (%)', TG_TABLE_NAME;
END $function$
;

CREATE TRIGGER archive_is_frozen BEFORE DELETE OR UPDATE ON archives.archive FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();

CREATE TRIGGER archive_part_is_frozen BEFORE DELETE OR UPDATE ON archives.archive_part FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();

CREATE TRIGGER archived_result_is_frozen BEFORE DELETE OR UPDATE ON archives.archived_result FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();

CREATE TRIGGER evidence_is_frozen BEFORE DELETE OR UPDATE ON archives.evidence FOR EACH ROW EXECUTE FUNCTION archives.keep_frozen();

-- audit_trail
CREATE SCHEMA audit_trail;

CREATE TABLE audit_trail.verification (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_actor uuid NOT NULL,
  ok boolean NOT NULL,
  seals bigint NOT NULL,
  entries bigint NOT NULL,
  unsealed bigint NOT NULL,
  findings jsonb NOT NULL,
  more boolean NOT NULL,
  CONSTRAINT verification_pkey PRIMARY KEY (id),
  CONSTRAINT verification_by_actor_fkey FOREIGN KEY (by_actor) REFERENCES access.actor(id)
);
CREATE INDEX verification_by_age ON audit_trail.verification USING btree (at DESC);

-- calendar
CREATE SCHEMA calendar;

CREATE TABLE calendar.notice (
  id uuid NOT NULL,
  year smallint NOT NULL,
  version smallint NOT NULL,
  title text NOT NULL,
  number text,
  issuer text NOT NULL,
  issued_on date NOT NULL,
  holidays jsonb NOT NULL,
  original text,
  reason text,
  moved_count integer NOT NULL,
  moved jsonb NOT NULL,
  loaded_at timestamp with time zone NOT NULL,
  loaded_by uuid,
  CONSTRAINT notice_pkey PRIMARY KEY (id),
  CONSTRAINT one_version_of_a_year UNIQUE (year, version),
  CONSTRAINT notice_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES access.actor(id),
  CONSTRAINT notice_version_check CHECK ((version > 0))
);

CREATE OR REPLACE FUNCTION calendar.keep_notice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN RAISE EXCEPTION 'a notice that was loaded is not changed; load another version'; END $function$
;

CREATE TRIGGER notice_is_kept BEFORE DELETE OR UPDATE ON calendar.notice FOR EACH ROW EXECUTE FUNCTION calendar.keep_notice();

-- documents
CREATE SCHEMA documents;

CREATE TABLE documents.attachment (
  document_id uuid NOT NULL,
  resource text NOT NULL,
  record_id text NOT NULL,
  attached_by uuid,
  attached_at timestamp with time zone NOT NULL,
  CONSTRAINT attachment_pkey PRIMARY KEY (document_id, resource, record_id),
  CONSTRAINT attachment_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES access.actor(id),
  CONSTRAINT attachment_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id)
);
CREATE INDEX attachment_by_record ON documents.attachment USING btree (resource, record_id);

CREATE TABLE documents.document (
  id uuid NOT NULL,
  file_key uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  width integer,
  height integer,
  taken_at timestamp with time zone,
  latitude double precision,
  longitude double precision,
  uploaded_by uuid,
  uploaded_at timestamp with time zone NOT NULL,
  place_id uuid,
  body_id uuid,
  loose_since timestamp with time zone,
  attached boolean NOT NULL GENERATED ALWAYS AS ((loose_since IS NULL)),
  uploaded_by_phone text,
  CONSTRAINT document_pkey PRIMARY KEY (id),
  CONSTRAINT document_file_key_key UNIQUE (file_key),
  CONSTRAINT document_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT document_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT document_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES access.actor(id),
  CONSTRAINT document_check CHECK (((width IS NULL) = (height IS NULL))),
  CONSTRAINT document_check1 CHECK (((latitude IS NULL) = (longitude IS NULL))),
  CONSTRAINT document_check2 CHECK (((loose_since IS NULL) OR ((place_id IS NULL) AND (body_id IS NULL)))),
  CONSTRAINT document_has_one_uploader CHECK ((num_nonnulls(uploaded_by, uploaded_by_phone) = 1)),
  CONSTRAINT document_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  CONSTRAINT document_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  CONSTRAINT document_name_check CHECK ((name <> ''::text)),
  CONSTRAINT document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT document_size_check CHECK ((size > 0)),
  CONSTRAINT document_type_check CHECK ((type = ANY (ARRAY['jpeg'::text, 'png'::text, 'webp'::text, 'pdf'::text, 'docx'::text, 'xlsx'::text])))
);
CREATE INDEX document_by_body ON documents.document USING btree (body_id);
CREATE INDEX document_by_place ON documents.document USING btree (place_id);
CREATE INDEX document_loose ON documents.document USING btree (uploaded_by, loose_since) WHERE (loose_since IS NOT NULL);
CREATE INDEX document_loose_of_phone ON documents.document USING btree (uploaded_by_phone, loose_since) WHERE (loose_since IS NOT NULL);

CREATE TABLE documents.shown_record (
  resource text NOT NULL,
  record_id text NOT NULL,
  body_id uuid NOT NULL,
  CONSTRAINT shown_record_pkey PRIMARY KEY (resource, record_id, body_id),
  CONSTRAINT shown_record_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id)
);

CREATE VIEW documents.published_attachment AS
 SELECT document_id,
    resource,
    record_id,
    attached_at
   FROM documents.attachment;

CREATE VIEW documents.published_document AS
 SELECT id,
    name,
    type,
    size,
    sha256,
    width,
    height,
    taken_at,
    latitude,
    longitude,
    uploaded_by,
    uploaded_at,
    place_id,
    body_id,
    attached
   FROM documents.document;

-- evaluation
CREATE SCHEMA evaluation;

CREATE TABLE evaluation.amendment (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  fact text NOT NULL,
  reading json NOT NULL,
  reason text NOT NULL,
  basis_resource text NOT NULL,
  basis_id uuid NOT NULL,
  decided_by uuid,
  at timestamp with time zone NOT NULL,
  CONSTRAINT amendment_pkey PRIMARY KEY (id),
  CONSTRAINT amendment_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT amendment_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id)
);
CREATE INDEX amendment_by_subject ON evaluation.amendment USING btree (round_id, subject_id, fact, at DESC);

CREATE TABLE evaluation.declared_fact (
  id uuid NOT NULL,
  year smallint NOT NULL,
  fact text NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid,
  project_id uuid,
  grader text NOT NULL DEFAULT ''::text,
  incident text NOT NULL DEFAULT ''::text,
  numerator numeric,
  denominator numeric,
  value numeric,
  named text,
  not_applicable text,
  note text NOT NULL DEFAULT ''::text,
  evidence text NOT NULL DEFAULT ''::text,
  provenance text NOT NULL,
  recorded_by uuid,
  recorded_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  standing text NOT NULL DEFAULT 'ordinary'::text,
  reason text NOT NULL DEFAULT ''::text,
  of_procedure boolean NOT NULL DEFAULT false,
  CONSTRAINT declared_fact_pkey PRIMARY KEY (id),
  CONSTRAINT declared_fact_is_known UNIQUE NULLS NOT DISTINCT (year, fact, place_id, body_id, project_id, grader, incident),
  CONSTRAINT declared_fact_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT declared_fact_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT declared_fact_project_id_fkey FOREIGN KEY (project_id) REFERENCES organisations.place(id),
  CONSTRAINT declared_fact_provenance_check CHECK ((provenance = ANY (ARRAY['declared'::text, 'inspected'::text, 'surveyed'::text, 'imported'::text]))),
  CONSTRAINT declared_fact_standing_check CHECK ((standing = ANY (ARRAY['ordinary'::text, 'override'::text, 'decision'::text, 'withdrawn'::text])))
);
CREATE INDEX declared_fact_by_body ON evaluation.declared_fact USING btree (body_id, year) WHERE (body_id IS NOT NULL);
CREATE INDEX declared_fact_by_fact ON evaluation.declared_fact USING btree (fact, year, id);
CREATE INDEX declared_fact_by_place ON evaluation.declared_fact USING btree (place_id, year, fact, id);
CREATE INDEX declared_fact_by_time ON evaluation.declared_fact USING btree (year, recorded_at);

CREATE TABLE evaluation.declared_fact_version (
  fact_id uuid NOT NULL,
  version integer NOT NULL,
  numerator numeric,
  denominator numeric,
  value numeric,
  named text,
  not_applicable text,
  note text NOT NULL,
  evidence text NOT NULL,
  provenance text NOT NULL,
  recorded_by uuid,
  recorded_at timestamp with time zone NOT NULL,
  standing text NOT NULL DEFAULT 'ordinary'::text,
  reason text NOT NULL DEFAULT ''::text,
  CONSTRAINT declared_fact_version_pkey PRIMARY KEY (fact_id, version),
  CONSTRAINT declared_fact_version_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES evaluation.declared_fact(id)
);

CREATE TABLE evaluation.kept_reading (
  run_id integer NOT NULL,
  subject_id uuid NOT NULL,
  readings json NOT NULL,
  shares json NOT NULL,
  CONSTRAINT kept_reading_pkey PRIMARY KEY (run_id, subject_id),
  CONSTRAINT kept_reading_run_id_fkey FOREIGN KEY (run_id) REFERENCES evaluation.run(id) ON DELETE CASCADE
);

CREATE TABLE evaluation.round (
  id uuid NOT NULL,
  year smallint NOT NULL,
  name text NOT NULL,
  edition text NOT NULL,
  place_id uuid NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  opened_by uuid,
  opened_at timestamp with time zone NOT NULL,
  current_run integer,
  version integer NOT NULL DEFAULT 1,
  stage_began_at timestamp with time zone NOT NULL,
  stage_working_days smallint,
  stage_due_on date,
  stage_due_provisional date,
  CONSTRAINT round_pkey PRIMARY KEY (id),
  CONSTRAINT round_is_known UNIQUE (year, place_id, name),
  CONSTRAINT round_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT round_state_check CHECK ((state = ANY (ARRAY['open'::text, 'facts'::text, 'self-report'::text, 'grading'::text, 'moderation'::text, 'publicity'::text, 'appeals'::text, 'final'::text, 'archived'::text, 'closed'::text]))),
  CONSTRAINT round_year_check CHECK (((year >= 2021) AND (year <= 2100)))
);

CREATE TABLE evaluation.round_event (
  round_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  by uuid,
  kind text NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT round_event_pkey PRIMARY KEY (round_id, seq),
  CONSTRAINT round_event_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT round_event_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'entered'::text, 'term-moved'::text, 'closed'::text])))
);

CREATE TABLE evaluation.run (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  round_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  stage text NOT NULL,
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  finished_at timestamp with time zone,
  failed_because text,
  started_by uuid,
  edition_hash text NOT NULL,
  keeps_readings boolean NOT NULL DEFAULT false,
  CONSTRAINT run_pkey PRIMARY KEY (id),
  CONSTRAINT run_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id)
);
CREATE INDEX run_by_round ON evaluation.run USING btree (round_id, id DESC);

CREATE TABLE evaluation.score (
  run_id integer NOT NULL,
  subject_id uuid NOT NULL,
  total numeric NOT NULL,
  total_exact text NOT NULL,
  missing numeric NOT NULL,
  missing_rows integer NOT NULL,
  band text,
  rank integer,
  computed_at timestamp with time zone,
  CONSTRAINT score_pkey PRIMARY KEY (run_id, subject_id),
  CONSTRAINT score_run_id_fkey FOREIGN KEY (run_id) REFERENCES evaluation.run(id) ON DELETE CASCADE
);
CREATE INDEX score_by_total ON evaluation.score USING btree (run_id, total DESC, subject_id);

CREATE TABLE evaluation.score_row (
  run_id integer NOT NULL,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  state text NOT NULL,
  points numeric NOT NULL,
  points_exact text NOT NULL,
  max_exact text NOT NULL,
  numerator text,
  denominator text,
  value text,
  provenance text,
  reason text NOT NULL,
  params json NOT NULL,
  CONSTRAINT score_row_pkey PRIMARY KEY (run_id, subject_id, indicator)
);

CREATE TABLE evaluation.subject (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  table_id text NOT NULL,
  kind text NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid,
  variant text,
  name text NOT NULL,
  code text NOT NULL,
  district_id uuid NOT NULL,
  district_name text NOT NULL,
  street_name text,
  households integer NOT NULL,
  days_in_service integer NOT NULL,
  not_assessed_reason text,
  listed boolean NOT NULL DEFAULT true,
  CONSTRAINT subject_pkey PRIMARY KEY (id),
  CONSTRAINT subject_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT subject_kind_check CHECK ((kind = ANY (ARRAY['compound'::text, 'enterprise'::text, 'street'::text, 'community'::text, 'district'::text])))
);
CREATE INDEX subject_by_body ON evaluation.subject USING btree (body_id, round_id) WHERE (body_id IS NOT NULL);
CREATE INDEX subject_by_place ON evaluation.subject USING btree (place_id, round_id);
CREATE UNIQUE INDEX subject_is_known ON evaluation.subject USING btree (round_id, kind, place_id, COALESCE(body_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE TABLE evaluation.subject_compound (
  subject_id uuid NOT NULL,
  compound_id uuid NOT NULL,
  households integer NOT NULL,
  days integer NOT NULL,
  at_end boolean NOT NULL,
  CONSTRAINT subject_compound_pkey PRIMARY KEY (subject_id, compound_id),
  CONSTRAINT subject_compound_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id) ON DELETE CASCADE
);
CREATE INDEX subject_compound_by_compound ON evaluation.subject_compound USING btree (compound_id);

CREATE VIEW evaluation.published_amendment AS
 SELECT id,
    round_id,
    subject_id,
    fact,
    reading,
    reason,
    basis_resource,
    basis_id,
    decided_by,
    at
   FROM evaluation.amendment;

CREATE VIEW evaluation.published_recorded_fact AS
 SELECT id,
    year,
    fact,
    place_id,
    body_id,
    project_id,
    grader,
    incident,
    numerator,
    denominator,
    value,
    named,
    not_applicable,
    note,
    evidence,
    provenance,
    standing,
    recorded_by,
    recorded_at,
    version
   FROM evaluation.declared_fact;

CREATE VIEW evaluation.published_round AS
 SELECT id,
    year,
    name,
    edition,
    place_id,
    period_from,
    period_to,
    state,
    stage_began_at,
    stage_due_on,
    stage_due_provisional,
    current_run,
    stage_working_days
   FROM evaluation.round;

CREATE VIEW evaluation.published_score AS
 SELECT r.id AS round_id,
    r.year,
    r.edition,
    s.id AS subject_id,
    s.table_id,
    s.kind,
    s.place_id,
    s.body_id,
    s.name,
    sc.total,
    sc.total_exact,
    sc.band,
    sc.rank
   FROM evaluation.round r
     JOIN evaluation.score sc ON sc.run_id = r.current_run
     JOIN evaluation.subject s ON s.id = sc.subject_id;

CREATE VIEW evaluation.published_score_row AS
 SELECT run_id,
    subject_id,
    indicator,
    state,
    points,
    points_exact,
    max_exact,
    numerator,
    denominator,
    value,
    provenance,
    reason,
    params
   FROM evaluation.score_row;

CREATE VIEW evaluation.published_subject AS
 SELECT id,
    round_id,
    table_id,
    kind,
    place_id,
    body_id,
    variant,
    name,
    code,
    district_id,
    district_name,
    street_name,
    households,
    days_in_service,
    not_assessed_reason,
    listed
   FROM evaluation.subject;

CREATE VIEW evaluation.published_subject_compound AS
 SELECT subject_id,
    compound_id,
    households,
    days,
    at_end
   FROM evaluation.subject_compound;

CREATE VIEW evaluation.published_total AS
 SELECT run_id,
    subject_id,
    total,
    total_exact,
    missing,
    missing_rows,
    band,
    rank
   FROM evaluation.score;

-- exchange
CREATE SCHEMA exchange;

CREATE TABLE exchange.attempt (
  delivery_id uuid NOT NULL,
  number integer NOT NULL,
  at timestamp with time zone NOT NULL,
  status smallint,
  fault text,
  answer text NOT NULL,
  milliseconds integer NOT NULL,
  CONSTRAINT attempt_pkey PRIMARY KEY (delivery_id, number),
  CONSTRAINT attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES exchange.delivery(id)
);

CREATE TABLE exchange.delivery (
  id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  event_id uuid NOT NULL,
  state text NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  next_at timestamp with time zone NOT NULL,
  delivered_at timestamp with time zone,
  CONSTRAINT delivery_pkey PRIMARY KEY (id),
  CONSTRAINT delivered_once UNIQUE (subscription_id, event_id),
  CONSTRAINT delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES exchange.event(id),
  CONSTRAINT delivery_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES exchange.subscription(id),
  CONSTRAINT delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given-up'::text])))
);
CREATE INDEX delivery_by_event ON exchange.delivery USING btree (event_id);
CREATE INDEX delivery_by_state ON exchange.delivery USING btree (subscription_id, state);
CREATE INDEX delivery_due ON exchange.delivery USING btree (subscription_id, id) WHERE (state = 'waiting'::text);

CREATE TABLE exchange.event (
  id uuid NOT NULL,
  name text NOT NULL,
  at timestamp with time zone NOT NULL,
  body text NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (id)
);

CREATE TABLE exchange.subscription (
  id uuid NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  events text[] NOT NULL,
  state text NOT NULL,
  secret_sealed text NOT NULL,
  former_secret_sealed text,
  former_until timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  created_by uuid,
  taken_until timestamp with time zone,
  CONSTRAINT subscription_pkey PRIMARY KEY (id),
  CONSTRAINT subscription_created_by_fkey FOREIGN KEY (created_by) REFERENCES access.actor(id),
  CONSTRAINT subscription_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text])))
);

-- findings
CREATE SCHEMA findings;

CREATE TABLE findings.decision (
  id uuid NOT NULL,
  year smallint NOT NULL,
  number integer,
  round_id uuid NOT NULL,
  indicator text NOT NULL,
  fact text NOT NULL,
  kind text NOT NULL,
  subject_id uuid,
  place_id uuid NOT NULL,
  ground text NOT NULL,
  reason text NOT NULL,
  state text NOT NULL DEFAULT 'proposed'::text,
  proposed_by uuid NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  settled_by uuid,
  settled_at timestamp with time zone,
  note text NOT NULL DEFAULT ''::text,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text NOT NULL DEFAULT ''::text,
  CONSTRAINT decision_pkey PRIMARY KEY (id),
  CONSTRAINT decision_number_is_one UNIQUE (year, number),
  CONSTRAINT decision_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT decision_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES access.actor(id),
  CONSTRAINT decision_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT decision_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES access.actor(id),
  CONSTRAINT decision_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id),
  CONSTRAINT decision_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES access.actor(id),
  CONSTRAINT decided_by_another CHECK ((settled_by <> proposed_by)),
  CONSTRAINT decision_check CHECK (((number IS NOT NULL) = ((state = ANY (ARRAY['decided'::text, 'withdrawn'::text])) AND (settled_at IS NOT NULL)))),
  CONSTRAINT decision_ground_check CHECK ((ground = ANY (ARRAY['C14'::text, 'C22'::text, 'C32'::text, 'C38'::text, 'other'::text]))),
  CONSTRAINT decision_kind_check CHECK ((kind = ANY (ARRAY['compound'::text, 'enterprise'::text, 'street'::text, 'community'::text, 'district'::text]))),
  CONSTRAINT decision_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'decided'::text, 'rejected'::text, 'withdrawn'::text])))
);
CREATE INDEX decision_by_place ON findings.decision USING btree (place_id, state);
CREATE INDEX decision_by_round ON findings.decision USING btree (round_id, state);
CREATE UNIQUE INDEX decision_is_one ON findings.decision USING btree (round_id, indicator, kind, place_id, COALESCE(subject_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (state = ANY (ARRAY['proposed'::text, 'decided'::text]));

CREATE TABLE findings.decision_subject (
  decision_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid,
  CONSTRAINT decision_subject_pkey PRIMARY KEY (decision_id, subject_id),
  CONSTRAINT decision_subject_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT decision_subject_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES findings.decision(id),
  CONSTRAINT decision_subject_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT decision_subject_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id)
);
CREATE INDEX decision_subject_by_body ON findings.decision_subject USING btree (body_id) WHERE (body_id IS NOT NULL);

CREATE TABLE findings.incident (
  id uuid NOT NULL,
  year smallint NOT NULL,
  indicator text NOT NULL,
  fact text NOT NULL,
  number text NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid NOT NULL,
  project_id uuid,
  severity text NOT NULL,
  points numeric NOT NULL,
  issuer text NOT NULL,
  document_number text NOT NULL,
  found_on date NOT NULL,
  summary text NOT NULL,
  state text NOT NULL DEFAULT 'standing'::text,
  reason text NOT NULL DEFAULT ''::text,
  version integer NOT NULL DEFAULT 1,
  recorded_by uuid,
  recorded_at timestamp with time zone NOT NULL,
  statement text,
  stated_by uuid,
  stated_at timestamp with time zone,
  CONSTRAINT incident_pkey PRIMARY KEY (id),
  CONSTRAINT incident_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT incident_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT incident_project_id_fkey FOREIGN KEY (project_id) REFERENCES organisations.place(id),
  CONSTRAINT incident_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.actor(id),
  CONSTRAINT incident_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES access.actor(id),
  CONSTRAINT incident_check CHECK (((statement IS NULL) = (stated_at IS NULL))),
  CONSTRAINT incident_number_check CHECK ((number <> ''::text)),
  CONSTRAINT incident_state_check CHECK ((state = ANY (ARRAY['standing'::text, 'withdrawn'::text])))
);
CREATE INDEX incident_by_body ON findings.incident USING btree (body_id, year);
CREATE INDEX incident_by_place ON findings.incident USING btree (place_id, year);
CREATE UNIQUE INDEX incident_is_one ON findings.incident USING btree (year, indicator, place_id, body_id, number) WHERE (state = 'standing'::text);

CREATE TABLE findings.incident_version (
  incident_id uuid NOT NULL,
  version integer NOT NULL,
  severity text NOT NULL,
  points numeric NOT NULL,
  issuer text NOT NULL,
  document_number text NOT NULL,
  found_on date NOT NULL,
  summary text NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  recorded_by uuid,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT incident_version_pkey PRIMARY KEY (incident_id, version),
  CONSTRAINT incident_version_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES findings.incident(id)
);

CREATE VIEW findings.published_decision AS
 SELECT d.id,
    d.year,
    d.number,
    d.round_id,
    d.indicator,
    d.fact,
    d.kind,
    s.subject_id,
    d.ground,
    d.reason,
    d.state,
    d.proposed_by,
    d.settled_by,
    d.settled_at
   FROM findings.decision d
     JOIN findings.decision_subject s ON s.decision_id = d.id;

CREATE VIEW findings.published_incident AS
 SELECT id,
    year,
    indicator,
    fact,
    number,
    place_id,
    body_id,
    project_id,
    severity,
    points,
    state,
    recorded_by,
    recorded_at
   FROM findings.incident;

-- grading
CREATE SCHEMA grading;

CREATE TABLE grading.conflict_settled (
  task_id uuid NOT NULL,
  account_id uuid NOT NULL,
  note text NOT NULL,
  settled_by uuid NOT NULL,
  settled_at timestamp with time zone NOT NULL,
  CONSTRAINT conflict_settled_pkey PRIMARY KEY (task_id, account_id),
  CONSTRAINT conflict_settled_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.actor(id),
  CONSTRAINT conflict_settled_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES access.actor(id),
  CONSTRAINT conflict_settled_task_id_fkey FOREIGN KEY (task_id) REFERENCES grading.task(id)
);

CREATE TABLE grading.draw (
  round_id uuid NOT NULL,
  seed_sealed text NOT NULL,
  seed_hash text NOT NULL,
  number_name text NOT NULL,
  number_on date NOT NULL,
  number text,
  subjects json NOT NULL,
  seats json NOT NULL,
  committed_at timestamp with time zone NOT NULL,
  committed_by uuid,
  run_at timestamp with time zone,
  run_by uuid,
  revealed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  result json,
  CONSTRAINT draw_pkey PRIMARY KEY (round_id),
  CONSTRAINT draw_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id)
);

CREATE TABLE grading.draw_number (
  round_id uuid NOT NULL,
  place smallint NOT NULL,
  number text NOT NULL,
  reason text,
  entered_at timestamp with time zone NOT NULL,
  entered_by uuid,
  CONSTRAINT draw_number_pkey PRIMARY KEY (round_id, place),
  CONSTRAINT draw_number_round_id_fkey FOREIGN KEY (round_id) REFERENCES grading.draw(round_id)
);

CREATE TABLE grading.grade (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  indicator text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  sent_id uuid NOT NULL,
  numerator numeric,
  denominator numeric,
  value numeric,
  named text,
  not_applicable text,
  comment text NOT NULL,
  override_reason text,
  computed_said text,
  document_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  latitude numeric,
  longitude numeric,
  device_id text NOT NULL DEFAULT ''::text,
  graded_by uuid NOT NULL,
  graded_at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  set_aside_at timestamp with time zone,
  standing text NOT NULL DEFAULT 'ordinary'::text,
  CONSTRAINT grade_pkey PRIMARY KEY (id),
  CONSTRAINT grade_graded_by_fkey FOREIGN KEY (graded_by) REFERENCES access.actor(id),
  CONSTRAINT grade_task_id_fkey FOREIGN KEY (task_id) REFERENCES grading.task(id),
  CONSTRAINT grade_standing_check CHECK ((standing = ANY (ARRAY['ordinary'::text, 'override'::text])))
);
CREATE UNIQUE INDEX grade_is_one ON grading.grade USING btree (task_id, indicator) WHERE (set_aside_at IS NULL);

CREATE TABLE grading.grade_version (
  sent_id uuid NOT NULL,
  grade_id uuid NOT NULL,
  version integer NOT NULL,
  contents_hash text NOT NULL,
  said json NOT NULL,
  graded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT grade_version_pkey PRIMARY KEY (sent_id),
  CONSTRAINT grade_version_grade_id_fkey FOREIGN KEY (grade_id) REFERENCES grading.grade(id)
);
CREATE INDEX grade_version_by_grade ON grading.grade_version USING btree (grade_id, version);

CREATE TABLE grading.question (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  indicator text NOT NULL,
  question text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  CONSTRAINT question_pkey PRIMARY KEY (id),
  CONSTRAINT question_task_id_fkey FOREIGN KEY (task_id) REFERENCES grading.task(id)
);
CREATE INDEX question_by_task ON grading.question USING btree (task_id, answered_at);
CREATE INDEX question_open ON grading.question USING btree (task_id, indicator) WHERE (answered_at IS NULL);

CREATE TABLE grading.recusal (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  account_id uuid NOT NULL,
  from_seat text,
  to_seat text,
  reason text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT recusal_pkey PRIMARY KEY (id),
  CONSTRAINT recusal_is_one UNIQUE (task_id, account_id),
  CONSTRAINT recusal_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.actor(id),
  CONSTRAINT recusal_task_id_fkey FOREIGN KEY (task_id) REFERENCES grading.task(id)
);

CREATE TABLE grading.seat (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  label text NOT NULL,
  account_id uuid NOT NULL,
  districts text[],
  CONSTRAINT seat_pkey PRIMARY KEY (id),
  CONSTRAINT seat_is_one UNIQUE (round_id, account_id),
  CONSTRAINT seat_label_is_one UNIQUE (round_id, label),
  CONSTRAINT seat_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.actor(id),
  CONSTRAINT seat_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id)
);

CREATE TABLE grading.task (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  project_id uuid,
  grader text NOT NULL,
  seat_id uuid,
  second boolean NOT NULL DEFAULT false,
  place_id uuid NOT NULL,
  body_id uuid,
  rows text[] NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  taken_by uuid,
  taken_at timestamp with time zone,
  submitted_by uuid,
  submitted_at timestamp with time zone,
  attendance json NOT NULL DEFAULT '[]'::json,
  note text NOT NULL DEFAULT ''::text,
  version integer NOT NULL DEFAULT 1,
  abstained smallint NOT NULL DEFAULT 0,
  sheet_document_id uuid,
  CONSTRAINT task_pkey PRIMARY KEY (id),
  CONSTRAINT task_is_one UNIQUE NULLS NOT DISTINCT (round_id, subject_id, project_id, grader, second),
  CONSTRAINT task_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT task_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT task_project_id_fkey FOREIGN KEY (project_id) REFERENCES organisations.place(id),
  CONSTRAINT task_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT task_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES grading.seat(id),
  CONSTRAINT task_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id),
  CONSTRAINT task_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES access.actor(id),
  CONSTRAINT task_grader_check CHECK ((grader = ANY (ARRAY['考核组'::text, '物业主管部门'::text, '区物业主管部门'::text, '市物业主管部门'::text, '街道社区'::text, '业委会'::text]))),
  CONSTRAINT task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'reopened'::text])))
);
CREATE INDEX task_by_body ON grading.task USING btree (body_id, round_id) WHERE (body_id IS NOT NULL);
CREATE INDEX task_by_place ON grading.task USING btree (place_id, round_id, state);
CREATE INDEX task_by_round ON grading.task USING btree (round_id, state);
CREATE INDEX task_by_seat ON grading.task USING btree (seat_id, state);

CREATE TABLE grading.tie (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  place_id uuid,
  body_id uuid,
  declared_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT tie_pkey PRIMARY KEY (id),
  CONSTRAINT tie_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.actor(id),
  CONSTRAINT tie_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT tie_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT tie_check CHECK (((place_id IS NULL) <> (body_id IS NULL))),
  CONSTRAINT tie_kind_check CHECK ((kind = ANY (ARRAY['live'::text, 'own'::text, 'work'::text, 'post'::text, 'kin'::text])))
);
CREATE INDEX tie_by_account ON grading.tie USING btree (account_id) WHERE (ended_at IS NULL);

CREATE TABLE grading.tie_declaration (
  account_id uuid NOT NULL,
  declared_at timestamp with time zone NOT NULL,
  CONSTRAINT tie_declaration_pkey PRIMARY KEY (account_id),
  CONSTRAINT tie_declaration_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.actor(id)
);

CREATE VIEW grading.bar AS
 WITH bond AS NOT MATERIALIZED (
         SELECT b.account_id,
            b.kind,
            b.place_id,
            b.body_id,
            r.id AS round_id
           FROM grading.bond b
             JOIN evaluation.published_round r ON b.valid_to IS NULL OR b.valid_to > r.period_from
        )
 SELECT bond.account_id,
    s.id AS subject_id,
    NULL::uuid AS project_id,
    false AS of_firm,
    s.round_id
   FROM bond
     JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.place_id = bond.place_id AND s.kind <> 'enterprise'::text
UNION ALL
 SELECT bond.account_id,
    s.id AS subject_id,
    NULL::uuid AS project_id,
    true AS of_firm,
    s.round_id
   FROM bond
     JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.body_id = bond.body_id AND s.kind = 'enterprise'::text
UNION ALL
 SELECT bond.account_id,
    c.id AS subject_id,
    NULL::uuid AS project_id,
    true AS of_firm,
    s.round_id
   FROM bond
     JOIN evaluation.published_subject s ON s.round_id = bond.round_id AND s.body_id = bond.body_id AND s.kind = 'enterprise'::text
     JOIN evaluation.published_subject_compound sc ON sc.subject_id = s.id
     JOIN evaluation.published_subject c ON c.round_id = s.round_id AND c.kind = 'compound'::text AND c.place_id = sc.compound_id
UNION ALL
 SELECT bond.account_id,
    s.id AS subject_id,
        CASE
            WHEN bond.kind = ANY (ARRAY['work'::text, 'post'::text]) THEN NULL::uuid
            ELSE sc.compound_id
        END AS project_id,
    false AS of_firm,
    s.round_id
   FROM bond
     JOIN evaluation.published_subject_compound sc ON sc.compound_id = bond.place_id
     JOIN evaluation.published_subject s ON s.id = sc.subject_id AND s.round_id = bond.round_id AND s.kind = 'enterprise'::text;

CREATE VIEW grading.barred_work AS
 WITH hand AS NOT MATERIALIZED (
         SELECT task_1.id AS task_id,
            seat.account_id
           FROM grading.task task_1
             JOIN grading.seat seat ON seat.id = task_1.seat_id
        UNION
         SELECT task_1.id,
            task_1.taken_by
           FROM grading.task task_1
          WHERE task_1.taken_by IS NOT NULL
        UNION
         SELECT grade.task_id,
            grade.graded_by
           FROM grading.grade
          WHERE grade.set_aside_at IS NULL
        )
 SELECT DISTINCT task.id AS task_id,
    hand.account_id,
    task.round_id,
    task.subject_id
   FROM hand
     JOIN grading.task task ON task.id = hand.task_id
     JOIN grading.bar bar ON bar.account_id = hand.account_id AND bar.subject_id = task.subject_id
  WHERE (bar.project_id IS NULL OR bar.project_id = task.project_id) AND (task.grader <> '业委会'::text OR bar.of_firm);

CREATE VIEW grading.bond AS
 WITH post AS NOT MATERIALIZED (
         SELECT account.account_id,
            post.body_id,
            post.compound_id,
            post.role,
            post.place_id,
            post.valid_from,
            post.valid_to
           FROM accounts.published_phone_print account
             JOIN organisations.published_phone_print person ON person.phone_print = account.phone_print
             JOIN organisations.published_post post ON post.person_id = person.person_id
        ), bound AS NOT MATERIALIZED (
         SELECT tie.account_id,
            tie.kind,
            tie.place_id,
            tie.body_id,
            NULL::date AS valid_from,
            NULL::date AS valid_to
           FROM grading.tie
          WHERE tie.ended_at IS NULL
        UNION ALL
         SELECT grant_of_role.actor_id,
            'post'::text,
            NULL::uuid,
            grant_of_role.body_id,
            grant_of_role.valid_from,
            grant_of_role.valid_to
           FROM access.grant_of_role
          WHERE grant_of_role.body_id IS NOT NULL
        UNION ALL
         SELECT grant_of_role.actor_id,
            'work'::text,
            grant_of_role.place_id,
            NULL::uuid,
            grant_of_role.valid_from,
            grant_of_role.valid_to
           FROM access.grant_of_role
          WHERE grant_of_role.role = ANY (ARRAY['project-head'::text, 'community-official'::text, 'street-official'::text, 'district-official'::text])
        UNION ALL
         SELECT post.account_id,
            'post'::text,
            NULL::uuid,
            post.body_id,
            post.valid_from,
            post.valid_to
           FROM post
        UNION ALL
         SELECT post.account_id,
            'post'::text,
            post.compound_id,
            NULL::uuid,
            post.valid_from,
            post.valid_to
           FROM post
          WHERE post.compound_id IS NOT NULL
        UNION ALL
         SELECT post.account_id,
            'work'::text,
            post.place_id,
            NULL::uuid,
            post.valid_from,
            post.valid_to
           FROM post
          WHERE post.role ~~ 'community-%'::text
        )
 SELECT bound.account_id,
    bound.kind,
    bound.place_id,
    bound.body_id,
    bound.valid_from,
    bound.valid_to
   FROM bound
UNION ALL
 SELECT bound.account_id,
    bound.kind,
    committee.compound_id AS place_id,
    NULL::uuid AS body_id,
    bound.valid_from,
    bound.valid_to
   FROM bound
     JOIN organisations.published_committee committee ON committee.body_id = bound.body_id;

CREATE VIEW grading.late_conflict AS
 SELECT DISTINCT work.task_id AS id,
    work.round_id,
    work.subject_id,
    s.place_id
   FROM grading.barred_work work
     JOIN evaluation.published_round round ON round.id = work.round_id AND (round.state = ANY (ARRAY['publicity'::text, 'appeals'::text, 'final'::text]))
     JOIN evaluation.published_subject s ON s.id = work.subject_id
  WHERE (EXISTS ( SELECT
           FROM grading.grade g
          WHERE g.task_id = work.task_id AND g.graded_by = work.account_id AND g.set_aside_at IS NULL)) AND NOT (EXISTS ( SELECT
           FROM grading.conflict_settled settled
          WHERE settled.task_id = work.task_id AND settled.account_id = work.account_id));

CREATE VIEW grading.published_bar AS
 SELECT account_id,
    round_id,
    subject_id,
    project_id,
    of_firm
   FROM grading.bar;

CREATE VIEW grading.published_grade AS
 SELECT g.id,
    g.task_id,
    t.round_id,
    t.subject_id,
    t.project_id,
    t.second,
    t.grader,
    g.indicator,
    g.version,
    g.numerator,
    g.denominator,
    g.value,
    g.named,
    g.not_applicable,
    g.comment,
    g.override_reason,
    g.computed_said,
    cardinality(g.document_ids) AS evidence_count,
    g.document_ids,
    g.graded_by,
    g.graded_at,
    g.recorded_at
   FROM grading.grade g
     JOIN grading.task t ON t.id = g.task_id
  WHERE g.set_aside_at IS NULL;

CREATE VIEW grading.published_question AS
 SELECT id,
    task_id,
    indicator,
    question,
    asked_by,
    asked_at,
    answer,
    answered_by,
    answered_at
   FROM grading.question;

CREATE VIEW grading.published_task AS
 SELECT t.id,
    t.round_id,
    t.subject_id,
    t.project_id,
    t.grader,
    t.seat_id,
    s.label AS seat,
    s.account_id AS seat_account_id,
    t.second,
    t.place_id,
    t.body_id,
    t.rows,
    t.state,
    t.taken_by,
    t.submitted_by,
    t.submitted_at,
    t.abstained
   FROM grading.task t
     LEFT JOIN grading.seat s ON s.id = t.seat_id;

CREATE OR REPLACE FUNCTION grading.published_bars_of(account uuid)
 RETURNS TABLE(round_id uuid, subject_id uuid, project_id uuid, of_firm boolean)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
BEGIN
  RETURN QUERY SELECT bar.round_id, bar.subject_id, bar.project_id, bar.of_firm FROM grading.bar bar WHERE bar.account_id = account;
END $function$
;

-- imports
CREATE SCHEMA imports;

CREATE TABLE imports.finding (
  run_id uuid NOT NULL,
  "row" integer NOT NULL,
  outcome text NOT NULL,
  sealed text NOT NULL,
  CONSTRAINT finding_pkey PRIMARY KEY (run_id, "row"),
  CONSTRAINT finding_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id),
  CONSTRAINT finding_outcome_check CHECK ((outcome = ANY (ARRAY['refused'::text, 'perhaps-same'::text])))
);

CREATE TABLE imports.outcome (
  run_id uuid NOT NULL,
  "row" integer NOT NULL,
  outcome text NOT NULL,
  sealed text NOT NULL,
  CONSTRAINT outcome_pkey PRIMARY KEY (run_id, "row"),
  CONSTRAINT outcome_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id),
  CONSTRAINT outcome_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'changed'::text])))
);
CREATE INDEX outcome_by_kind ON imports.outcome USING btree (run_id, outcome, "row");

CREATE TABLE imports.run (
  id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  file_bytes bigint NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  queued_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  rows_total integer,
  rows_done integer NOT NULL DEFAULT 0,
  counts jsonb NOT NULL DEFAULT '{"changed": 0, "created": 0, "refused": 0, "skipped": 0, "unchanged": 0, "perhapsSame": 0}'::jsonb,
  skip_bad boolean NOT NULL DEFAULT false,
  decisions jsonb NOT NULL DEFAULT '{}'::jsonb,
  warnings jsonb NOT NULL DEFAULT '[]'::jsonb,
  problem jsonb,
  CONSTRAINT run_pkey PRIMARY KEY (id),
  CONSTRAINT run_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES access.actor(id),
  CONSTRAINT run_state_check CHECK ((state = ANY (ARRAY['waiting-check'::text, 'checking'::text, 'checked'::text, 'unreadable'::text, 'waiting-import'::text, 'importing'::text, 'imported'::text, 'interrupted'::text, 'discarded'::text])))
);
CREATE INDEX run_by_file ON imports.run USING btree (file_hash, kind) WHERE (state = 'imported'::text);
CREATE INDEX run_by_uploader ON imports.run USING btree (uploaded_by, id DESC);
CREATE INDEX run_in_work ON imports.run USING btree (queued_at) WHERE (state = ANY (ARRAY['waiting-check'::text, 'checking'::text, 'waiting-import'::text, 'importing'::text]));

CREATE TABLE imports.run_place (
  run_id uuid NOT NULL,
  place_id uuid NOT NULL,
  CONSTRAINT run_place_pkey PRIMARY KEY (run_id, place_id),
  CONSTRAINT run_place_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id)
);

-- moderation
CREATE SCHEMA moderation;

CREATE TABLE moderation.choice (
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  task_id uuid NOT NULL,
  indicator text NOT NULL,
  choice text NOT NULL,
  reason text NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT choice_pkey PRIMARY KEY (id),
  CONSTRAINT choice_review_id_fkey FOREIGN KEY (review_id) REFERENCES moderation.review(id),
  CONSTRAINT choice_choice_check CHECK ((choice = ANY (ARRAY['first'::text, 'second'::text, 'mean'::text])))
);
CREATE INDEX choice_by_review ON moderation.choice USING btree (review_id, indicator, decided_at DESC);

CREATE TABLE moderation.examination (
  round_id uuid NOT NULL,
  run_id integer NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT examination_pkey PRIMARY KEY (round_id),
  CONSTRAINT examination_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id)
);

CREATE TABLE moderation.flag (
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  indicator text NOT NULL,
  kind text NOT NULL,
  task_id uuid,
  params json NOT NULL,
  raised_at timestamp with time zone NOT NULL,
  settled_at timestamp with time zone,
  settled_by uuid,
  note text,
  CONSTRAINT flag_pkey PRIMARY KEY (id),
  CONSTRAINT flag_is_one UNIQUE NULLS NOT DISTINCT (review_id, indicator, kind, task_id),
  CONSTRAINT flag_review_id_fkey FOREIGN KEY (review_id) REFERENCES moderation.review(id),
  CONSTRAINT flag_kind_check CHECK ((kind = ANY (ARRAY['grader-outlier'::text, 'district-outlier'::text, 'no-evidence'::text, 'changed'::text, 'override'::text, 'graders-disagree'::text])))
);
CREATE INDEX flag_open ON moderation.flag USING btree (review_id) WHERE (settled_at IS NULL);

CREATE TABLE moderation.review (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  place_id uuid NOT NULL,
  confirmed_hash text,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  note text NOT NULL DEFAULT ''::text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT review_pkey PRIMARY KEY (id),
  CONSTRAINT review_is_one UNIQUE (round_id, subject_id),
  CONSTRAINT review_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES access.actor(id),
  CONSTRAINT review_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT review_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT review_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id),
  CONSTRAINT confirmed_whole CHECK (((confirmed_hash IS NULL) = (confirmed_at IS NULL)))
);
CREATE INDEX review_by_place ON moderation.review USING btree (place_id, round_id);

CREATE TABLE moderation.review_event (
  review_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  by uuid,
  kind text NOT NULL,
  indicator text,
  note text NOT NULL DEFAULT ''::text,
  hash text,
  CONSTRAINT review_event_pkey PRIMARY KEY (review_id, seq),
  CONSTRAINT review_event_review_id_fkey FOREIGN KEY (review_id) REFERENCES moderation.review(id),
  CONSTRAINT review_event_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'asked'::text, 'chosen'::text])))
);

CREATE VIEW moderation.published_hand AS
 SELECT g.round_id,
    g.subject_id,
    g.graded_by AS account_id,
    'graded'::text AS what,
    g.indicator,
    NULL::text AS fact
   FROM grading.published_grade g
UNION ALL
 SELECT s.round_id,
    s.id AS subject_id,
    f.recorded_by AS account_id,
        CASE
            WHEN f.standing = 'decision'::text THEN 'decided'::text
            ELSE 'declared'::text
        END AS what,
    NULL::text AS indicator,
    f.fact
   FROM evaluation.published_subject s
     JOIN evaluation.published_round round ON round.id = s.round_id
     JOIN evaluation.published_recorded_fact f ON f.place_id = s.place_id AND NOT f.body_id IS DISTINCT FROM s.body_id AND f.year = round.year
  WHERE f.recorded_by IS NOT NULL AND f.standing <> 'withdrawn'::text
UNION ALL
 SELECT r.round_id,
    r.subject_id,
    c.decided_by AS account_id,
    'chosen'::text AS what,
    c.indicator,
    NULL::text AS fact
   FROM moderation.choice c
     JOIN moderation.review r ON r.id = c.review_id
  WHERE c.decided_by IS NOT NULL
UNION ALL
 SELECT r.round_id,
    r.subject_id,
    r.confirmed_by AS account_id,
    'confirmed'::text AS what,
    NULL::text AS indicator,
    NULL::text AS fact
   FROM moderation.review r
  WHERE r.confirmed_by IS NOT NULL;

CREATE VIEW moderation.standing AS
 SELECT r.id AS review_id,
    encode(sha256(convert_to(string_agg(concat_ws(':'::text, line.indicator, line.state, line.points_exact, COALESCE(line.numerator, ''::text), COALESCE(line.denominator, ''::text), COALESCE(line.value, ''::text)), '|'::text ORDER BY line.indicator), 'UTF8'::name)), 'hex'::text) AS hash
   FROM moderation.review r
     JOIN evaluation.published_round round ON round.id = r.round_id
     JOIN evaluation.published_score_row line ON line.run_id = round.current_run AND line.subject_id = r.subject_id
  GROUP BY r.id;

-- notices
CREATE SCHEMA notices;

CREATE TABLE notices.demo_inbox (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  address text NOT NULL,
  name text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  kind text NOT NULL DEFAULT 'mail'::text,
  CONSTRAINT demo_inbox_pkey PRIMARY KEY (id),
  CONSTRAINT demo_inbox_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'text'::text])))
);

CREATE TABLE notices.mail (
  notice_id uuid NOT NULL,
  state text NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  next_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  fault text,
  CONSTRAINT mail_pkey PRIMARY KEY (notice_id),
  CONSTRAINT mail_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices.notice(id),
  CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'given-up'::text])))
);
CREATE INDEX mail_waiting ON notices.mail USING btree (next_at) WHERE (state = 'waiting'::text);

CREATE TABLE notices.notice (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  text text NOT NULL,
  link text NOT NULL,
  due date,
  at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  key text,
  CONSTRAINT notice_pkey PRIMARY KEY (id),
  CONSTRAINT told_once UNIQUE (account_id, key),
  CONSTRAINT notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts.account(id)
);
CREATE INDEX notice_by_account ON notices.notice USING btree (account_id, ((read_at IS NOT NULL)), id DESC);

CREATE TABLE notices.reminder_run (
  source text NOT NULL,
  day date NOT NULL,
  at timestamp with time zone NOT NULL,
  told integer NOT NULL,
  CONSTRAINT reminder_run_pkey PRIMARY KEY (source, day)
);

CREATE TABLE notices.text_message (
  id uuid NOT NULL,
  payload text,
  key text,
  at timestamp with time zone NOT NULL,
  urgent boolean NOT NULL,
  until timestamp with time zone,
  state text NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  next_at timestamp with time zone NOT NULL,
  fault text,
  CONSTRAINT text_message_pkey PRIMARY KEY (id),
  CONSTRAINT text_message_key_key UNIQUE (key),
  CONSTRAINT text_message_check CHECK (((state = 'waiting'::text) = (payload IS NOT NULL))),
  CONSTRAINT text_message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'given-up'::text])))
);
CREATE INDEX text_ended ON notices.text_message USING btree (at) WHERE (state <> 'waiting'::text);
CREATE INDEX text_waiting ON notices.text_message USING btree (urgent DESC, next_at) WHERE (state = 'waiting'::text);

-- organisations
CREATE SCHEMA organisations;

CREATE TABLE organisations.body (
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  uscc text,
  place_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  pinyin text NOT NULL,
  initials text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT body_pkey PRIMARY KEY (id),
  CONSTRAINT body_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT body_kind_check CHECK ((kind = ANY (ARRAY['department'::text, 'association'::text, 'enterprise'::text, 'other-manager'::text, 'owners-committee'::text, 'property-management-committee'::text, 'residents-committee'::text])))
);
CREATE INDEX body_by_kind ON organisations.body USING btree (kind, pinyin, id);
CREATE INDEX body_by_place ON organisations.body USING btree (place_id, kind);
CREATE INDEX body_by_spelling ON organisations.body USING btree (pinyin, id);
CREATE UNIQUE INDEX body_uscc_is_taken ON organisations.body USING btree (uscc) WHERE (uscc IS NOT NULL);

CREATE TABLE organisations.committee (
  body_id uuid NOT NULL,
  compound_id uuid NOT NULL,
  seats smallint NOT NULL,
  elected_on date NOT NULL,
  filed_on date,
  renewal boolean NOT NULL DEFAULT false,
  term_ends_on date,
  CONSTRAINT committee_pkey PRIMARY KEY (body_id),
  CONSTRAINT committee_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT committee_compound_id_fkey FOREIGN KEY (compound_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT committee_seats_check CHECK ((seats > 0))
);
CREATE UNIQUE INDEX committee_is_known ON organisations.committee USING btree (compound_id, elected_on);

CREATE TABLE organisations.compound (
  place_id uuid NOT NULL,
  type text NOT NULL,
  management_mode text NOT NULL,
  households integer NOT NULL,
  buildings integer NOT NULL,
  area_centi bigint NOT NULL,
  enclosure text NOT NULL,
  renovated_on date,
  committee_impossible_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT compound_pkey PRIMARY KEY (place_id),
  CONSTRAINT compound_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT compound_area_centi_check CHECK ((area_centi > 0)),
  CONSTRAINT compound_buildings_check CHECK ((buildings > 0)),
  CONSTRAINT compound_enclosure_check CHECK ((enclosure = ANY (ARRAY['closed'::text, 'semi-closed'::text, 'open'::text]))),
  CONSTRAINT compound_households_check CHECK ((households > 0)),
  CONSTRAINT compound_management_mode_check CHECK ((management_mode = ANY (ARRAY['enterprise'::text, 'other-manager'::text, 'self'::text, 'community'::text]))),
  CONSTRAINT compound_type_check CHECK ((type = ANY (ARRAY['existing'::text, 'old'::text, 'other'::text])))
);

CREATE TABLE organisations.person (
  id uuid NOT NULL,
  name_sealed text NOT NULL,
  name_print text NOT NULL,
  name_mask text NOT NULL,
  phone_sealed text,
  phone_print text,
  phone_mask text,
  CONSTRAINT person_pkey PRIMARY KEY (id)
);
CREATE INDEX person_by_name ON organisations.person USING btree (name_print);
CREATE INDEX person_by_phone ON organisations.person USING btree (phone_print);
CREATE UNIQUE INDEX person_phone_is_taken ON organisations.person USING btree (name_print, phone_print);

CREATE TABLE organisations.place (
  id uuid NOT NULL,
  kind text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  in_built_up_area boolean NOT NULL,
  valid_from date NOT NULL,
  ended_on date,
  pinyin text NOT NULL,
  initials text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  core_name text NOT NULL DEFAULT ''::text,
  CONSTRAINT place_pkey PRIMARY KEY (id),
  CONSTRAINT place_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisations.place(id),
  CONSTRAINT place_check CHECK (((kind = 'city'::text) = (parent_id IS NULL))),
  CONSTRAINT place_kind_check CHECK ((kind = ANY (ARRAY['city'::text, 'district'::text, 'street'::text, 'community'::text, 'compound'::text])))
);
CREATE INDEX compound_by_core_name ON organisations.place USING btree (core_name) WHERE ((kind = 'compound'::text) AND (ended_on IS NULL));
CREATE INDEX compound_by_name ON organisations.place USING btree (parent_id, name) WHERE ((kind = 'compound'::text) AND (ended_on IS NULL));
CREATE INDEX place_by_kind ON organisations.place USING btree (kind, code);
CREATE INDEX place_by_parent ON organisations.place USING btree (parent_id, code);
CREATE UNIQUE INDEX place_code_is_taken ON organisations.place USING btree (code) WHERE (ended_on IS NULL);

CREATE TABLE organisations.place_succession (
  predecessor_id uuid NOT NULL,
  successor_id uuid NOT NULL,
  kind text NOT NULL,
  on_day date NOT NULL,
  CONSTRAINT place_succession_pkey PRIMARY KEY (predecessor_id, successor_id),
  CONSTRAINT place_succession_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES organisations.place(id),
  CONSTRAINT place_succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisations.place(id),
  CONSTRAINT place_succession_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text])))
);

CREATE TABLE organisations.place_version (
  place_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  code text NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  in_built_up_area boolean NOT NULL,
  CONSTRAINT place_version_pkey PRIMARY KEY (place_id, valid_from),
  CONSTRAINT place_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisations.place(id),
  CONSTRAINT place_version_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT place_version_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);

CREATE TABLE organisations.post (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  body_id uuid NOT NULL,
  compound_id uuid,
  role text NOT NULL,
  place_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  party_status text,
  attested_by text,
  attested_on date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT post_pkey PRIMARY KEY (id),
  CONSTRAINT post_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT post_compound_id_fkey FOREIGN KEY (compound_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT post_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisations.person(id),
  CONSTRAINT post_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT post_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT post_party_status_check CHECK ((party_status = ANY (ARRAY['member'::text, 'activist'::text, 'no'::text])))
);
CREATE INDEX post_by_body ON organisations.post USING btree (body_id, role);
CREATE INDEX post_by_compound ON organisations.post USING btree (compound_id, role);
CREATE INDEX post_by_person ON organisations.post USING btree (person_id);
CREATE INDEX post_by_place ON organisations.post USING btree (place_id, id);
CREATE UNIQUE INDEX post_is_known ON organisations.post USING btree (person_id, body_id, role, COALESCE(compound_id, '00000000-0000-0000-0000-000000000000'::uuid), valid_from);

CREATE TABLE organisations.service_contract (
  id uuid NOT NULL,
  provider_id uuid NOT NULL,
  compound_id uuid NOT NULL,
  number text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT service_contract_pkey PRIMARY KEY (id),
  CONSTRAINT service_contract_compound_id_fkey FOREIGN KEY (compound_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT service_contract_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organisations.body(id),
  CONSTRAINT service_contract_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE INDEX service_contract_by_compound ON organisations.service_contract USING btree (compound_id, valid_from);
CREATE INDEX service_contract_by_provider ON organisations.service_contract USING btree (provider_id, compound_id);
CREATE UNIQUE INDEX service_contract_is_known ON organisations.service_contract USING btree (provider_id, compound_id, valid_from);

CREATE TABLE organisations.staffing (
  compound_id uuid NOT NULL,
  post_kind text NOT NULL,
  contracted integer NOT NULL,
  actual integer NOT NULL,
  as_of date NOT NULL,
  CONSTRAINT staffing_pkey PRIMARY KEY (compound_id, post_kind, as_of),
  CONSTRAINT staffing_compound_id_fkey FOREIGN KEY (compound_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT staffing_actual_check CHECK ((actual >= 0)),
  CONSTRAINT staffing_contracted_check CHECK ((contracted >= 0))
);

CREATE VIEW organisations.published_body AS
 SELECT id,
    kind,
    name,
    uscc,
    place_id,
    valid_from,
    valid_to
   FROM organisations.body;

CREATE VIEW organisations.published_committee AS
 SELECT c.body_id,
    c.compound_id,
    b.kind,
    b.name,
    c.seats,
    c.elected_on,
    c.filed_on,
    c.renewal,
    c.term_ends_on,
    b.valid_from,
    b.valid_to
   FROM organisations.committee c
     JOIN organisations.body b ON b.id = c.body_id;

CREATE VIEW organisations.published_compound AS
 SELECT place_id,
    type,
    management_mode,
    households,
    buildings,
    area_centi,
    enclosure,
    renovated_on,
    committee_impossible_reason
   FROM organisations.compound;

CREATE VIEW organisations.published_person AS
 SELECT id,
    name_mask,
    phone_mask
   FROM organisations.person;

CREATE VIEW organisations.published_phone_print AS
 SELECT id AS person_id,
    phone_print
   FROM organisations.person
  WHERE phone_print IS NOT NULL;

CREATE VIEW organisations.published_place AS
 SELECT id,
    kind,
    code,
    name,
    parent_id,
    in_built_up_area,
    valid_from,
    ended_on,
    pinyin,
    initials
   FROM organisations.place;

CREATE VIEW organisations.published_place_version AS
 SELECT place_id,
    valid_from,
    valid_to,
    code,
    name,
    parent_id,
    in_built_up_area
   FROM organisations.place_version;

CREATE VIEW organisations.published_post AS
 SELECT id,
    person_id,
    body_id,
    compound_id,
    role,
    valid_from,
    valid_to,
    party_status,
    place_id
   FROM organisations.post;

CREATE VIEW organisations.published_service_contract AS
 SELECT id,
    provider_id,
    compound_id,
    number,
    valid_from,
    valid_to
   FROM organisations.service_contract;

CREATE VIEW organisations.published_staffing AS
 SELECT compound_id,
    post_kind,
    contracted,
    actual,
    as_of
   FROM organisations.staffing;

-- party_organisations
CREATE SCHEMA party_organisations;

CREATE TABLE party_organisations.coverage (
  id uuid NOT NULL,
  how text NOT NULL,
  body_id uuid,
  compound_id uuid,
  place_id uuid NOT NULL,
  organisation_id uuid,
  instructor_id uuid,
  of_host boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT coverage_pkey PRIMARY KEY (id),
  CONSTRAINT coverage_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT coverage_compound_id_fkey FOREIGN KEY (compound_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT coverage_instructor_id_fkey FOREIGN KEY (instructor_id) REFERENCES organisations.person(id),
  CONSTRAINT coverage_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES party_organisations.organisation(id),
  CONSTRAINT coverage_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT coverage_check CHECK (((body_id IS NULL) <> (compound_id IS NULL))),
  CONSTRAINT coverage_check1 CHECK (((how = 'instructor'::text) = (instructor_id IS NOT NULL))),
  CONSTRAINT coverage_check2 CHECK (((how = 'instructor'::text) OR (organisation_id IS NOT NULL))),
  CONSTRAINT coverage_check3 CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  CONSTRAINT coverage_how_check CHECK ((how = ANY (ARRAY['own'::text, 'joint'::text, 'instructor'::text])))
);
CREATE INDEX coverage_by_body ON party_organisations.coverage USING btree (body_id, how);
CREATE INDEX coverage_by_compound ON party_organisations.coverage USING btree (compound_id, how);
CREATE INDEX coverage_by_organisation ON party_organisations.coverage USING btree (organisation_id);
CREATE INDEX coverage_by_place ON party_organisations.coverage USING btree (place_id, id);
CREATE UNIQUE INDEX coverage_is_known ON party_organisations.coverage USING btree (COALESCE(body_id, compound_id), how, COALESCE(instructor_id, organisation_id), valid_from);

CREATE TABLE party_organisations.organisation (
  id uuid NOT NULL,
  name text NOT NULL,
  form text NOT NULL,
  place_id uuid NOT NULL,
  host_id uuid,
  project_id uuid,
  formal_members integer NOT NULL,
  founded_on date NOT NULL,
  ended_on date,
  pinyin text NOT NULL,
  initials text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT organisation_pkey PRIMARY KEY (id),
  CONSTRAINT organisation_host_id_fkey FOREIGN KEY (host_id) REFERENCES organisations.body(id),
  CONSTRAINT organisation_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT organisation_project_id_fkey FOREIGN KEY (project_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT organisation_check CHECK (((host_id IS NOT NULL) OR (project_id IS NOT NULL))),
  CONSTRAINT organisation_check1 CHECK (((ended_on IS NULL) OR (ended_on > founded_on))),
  CONSTRAINT organisation_form_check CHECK ((form = ANY (ARRAY['own'::text, 'joint'::text]))),
  CONSTRAINT organisation_formal_members_check CHECK ((formal_members >= 0))
);
CREATE INDEX organisation_by_host ON party_organisations.organisation USING btree (host_id);
CREATE INDEX organisation_by_project ON party_organisations.organisation USING btree (project_id);
CREATE UNIQUE INDEX organisation_is_known ON party_organisations.organisation USING btree (place_id, name);

CREATE VIEW party_organisations.published_coverage AS
 SELECT id,
    how,
    body_id,
    compound_id,
    place_id,
    organisation_id,
    instructor_id,
    valid_from,
    valid_to
   FROM party_organisations.coverage;

CREATE VIEW party_organisations.published_organisation AS
 SELECT id,
    name,
    form,
    place_id,
    host_id,
    project_id,
    formal_members,
    founded_on,
    ended_on
   FROM party_organisations.organisation;

-- petitions
CREATE SCHEMA petitions;

CREATE TABLE petitions.category (
  code text NOT NULL,
  parent text,
  name text NOT NULL,
  name_en text NOT NULL,
  limit_class text NOT NULL,
  responsible text NOT NULL,
  about_firm boolean NOT NULL DEFAULT false,
  of_property boolean NOT NULL DEFAULT true,
  of_sanitation boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  "position" integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  common boolean NOT NULL DEFAULT false,
  CONSTRAINT category_pkey PRIMARY KEY (code),
  CONSTRAINT category_parent_fkey FOREIGN KEY (parent) REFERENCES petitions.category(code),
  CONSTRAINT category_code_check CHECK ((code ~ '^[0-9]{2}([0-9]{2}){0,2}$'::text)),
  CONSTRAINT category_limit_class_check CHECK ((limit_class = ANY (ARRAY['danger'::text, 'utility'::text, 'consult'::text, 'help'::text, 'general'::text, 'complaint'::text]))),
  CONSTRAINT category_responsible_check CHECK ((responsible = ANY (ARRAY['provider'::text, 'committee'::text, 'community'::text, 'street'::text, 'district'::text, 'city'::text, 'enforcement'::text])))
);

CREATE TABLE petitions.claim (
  id uuid NOT NULL,
  number text NOT NULL,
  channel text NOT NULL,
  intake_key text,
  category text NOT NULL,
  limit_class text NOT NULL,
  of_property boolean NOT NULL,
  of_sanitation boolean NOT NULL,
  about_firm boolean NOT NULL,
  place_id uuid NOT NULL,
  provider_id uuid,
  spot text NOT NULL DEFAULT ''::text,
  content text NOT NULL,
  reporter_name text,
  reporter_phone text,
  reporter_phone_mark text,
  reporter_mask text NOT NULL DEFAULT ''::text,
  phone_verified boolean NOT NULL DEFAULT false,
  identity_sealed boolean NOT NULL DEFAULT false,
  filed_by uuid,
  agrees_to_publish boolean NOT NULL DEFAULT false,
  public_text text,
  latitude double precision,
  longitude double precision,
  lead_id uuid,
  opened_at timestamp with time zone NOT NULL,
  seq integer NOT NULL,
  state text NOT NULL,
  level text NOT NULL,
  handler_level text NOT NULL,
  handler_body_id uuid,
  handler_place_id uuid,
  co_body_id uuid,
  leader_place_id uuid,
  clock text,
  due_at timestamp with time zone,
  due_provisional date,
  next_at timestamp with time zone,
  is_overdue boolean NOT NULL DEFAULT false,
  is_suspended boolean NOT NULL DEFAULT false,
  warnings smallint NOT NULL DEFAULT 0,
  cycle smallint NOT NULL DEFAULT 1,
  redone smallint NOT NULL DEFAULT 0,
  passed_on smallint NOT NULL DEFAULT 0,
  reopened smallint NOT NULL DEFAULT 0,
  climbs smallint NOT NULL DEFAULT 0,
  outcome text,
  answered_at timestamp with time zone,
  answered_in_time boolean,
  signed_in_time boolean,
  visited_at timestamp with time zone,
  visit_result text,
  rated_responded boolean,
  rated_solved boolean,
  rated_satisfied boolean,
  closed_at timestamp with time zone,
  struck_off_at timestamp with time zone,
  key_level text,
  is_complex boolean NOT NULL DEFAULT false,
  is_supervised boolean NOT NULL DEFAULT false,
  excluded text,
  pending text,
  intake_mac bytea,
  CONSTRAINT claim_pkey PRIMARY KEY (id),
  CONSTRAINT claim_intake_key_key UNIQUE (intake_key),
  CONSTRAINT claim_number_key UNIQUE (number),
  CONSTRAINT claim_category_fkey FOREIGN KEY (category) REFERENCES petitions.category(code),
  CONSTRAINT claim_co_body_id_fkey FOREIGN KEY (co_body_id) REFERENCES organisations.body(id),
  CONSTRAINT claim_handler_body_id_fkey FOREIGN KEY (handler_body_id) REFERENCES organisations.body(id),
  CONSTRAINT claim_handler_place_id_fkey FOREIGN KEY (handler_place_id) REFERENCES organisations.place(id),
  CONSTRAINT claim_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES petitions.claim(id),
  CONSTRAINT claim_leader_place_id_fkey FOREIGN KEY (leader_place_id) REFERENCES organisations.place(id),
  CONSTRAINT claim_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT claim_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organisations.body(id),
  CONSTRAINT claim_clock_check CHECK ((clock = ANY (ARRAY['accept'::text, 'sign'::text, 'answer'::text, 'review'::text, 'visit'::text, 'strike-off'::text, 'level'::text]))),
  CONSTRAINT claim_pending_check CHECK ((pending = ANY (ARRAY['extension'::text, 'suspension'::text])))
);
CREATE INDEX claim_at_body ON petitions.claim USING btree (handler_body_id, due_at, id) WHERE (state = ANY (ARRAY['filed'::text, 'accepted'::text, 'dispatched'::text, 'signed'::text, 'handling'::text, 'answered'::text, 'reviewed'::text, 'visited'::text]));
CREATE INDEX claim_at_office ON petitions.claim USING btree (handler_place_id, due_at, id) WHERE (state = ANY (ARRAY['filed'::text, 'accepted'::text, 'dispatched'::text, 'signed'::text, 'handling'::text, 'answered'::text, 'reviewed'::text, 'visited'::text]));
CREATE INDEX claim_at_place ON petitions.claim USING btree (place_id, opened_at DESC);
CREATE INDEX claim_beside_body ON petitions.claim USING btree (co_body_id, due_at, id) WHERE ((co_body_id IS NOT NULL) AND (state = ANY (ARRAY['filed'::text, 'accepted'::text, 'dispatched'::text, 'signed'::text, 'handling'::text, 'answered'::text, 'reviewed'::text, 'visited'::text])));
CREATE INDEX claim_closed ON petitions.claim USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX claim_filed_by ON petitions.claim USING btree (filed_by, opened_at DESC) WHERE (filed_by IS NOT NULL);
CREATE INDEX claim_key ON petitions.claim USING btree (key_level, opened_at) WHERE (key_level IS NOT NULL);
CREATE INDEX claim_like ON petitions.claim USING btree (place_id, category) WHERE ((lead_id IS NULL) AND (state = ANY (ARRAY['filed'::text, 'accepted'::text, 'dispatched'::text, 'signed'::text, 'handling'::text, 'answered'::text, 'reviewed'::text, 'visited'::text])));
CREATE INDEX claim_next ON petitions.claim USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX claim_number_begins ON petitions.claim USING btree (number text_pattern_ops);
CREATE INDEX claim_of_handler ON petitions.claim USING btree (handler_body_id, opened_at DESC, id DESC) WHERE (handler_body_id IS NOT NULL);
CREATE INDEX claim_of_lead ON petitions.claim USING btree (lead_id) WHERE (lead_id IS NOT NULL);
CREATE INDEX claim_of_phone ON petitions.claim USING btree (reporter_phone_mark, opened_at DESC) WHERE (reporter_phone_mark IS NOT NULL);
CREATE INDEX claim_open_at_place ON petitions.claim USING btree (place_id, due_at, id) WHERE (state = ANY (ARRAY['filed'::text, 'accepted'::text, 'dispatched'::text, 'signed'::text, 'handling'::text, 'answered'::text, 'reviewed'::text, 'visited'::text]));
CREATE INDEX claim_open_by_due ON petitions.claim USING btree (due_at, id) WHERE (state = ANY (ARRAY['filed'::text, 'accepted'::text, 'dispatched'::text, 'signed'::text, 'handling'::text, 'answered'::text, 'reviewed'::text, 'visited'::text]));
CREATE INDEX claim_opened ON petitions.claim USING btree (opened_at, id);
CREATE INDEX claim_to_strike_off ON petitions.claim USING btree (closed_at, id) WHERE (state = 'closed'::text);

CREATE TABLE petitions.claim_event (
  claim_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  by uuid,
  kind text NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT claim_event_pkey PRIMARY KEY (claim_id, seq),
  CONSTRAINT claim_event_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES petitions.claim(id)
);
CREATE INDEX claim_event_counted ON petitions.claim_event USING btree (claim_id, kind, at) WHERE (kind = ANY (ARRAY['overdue'::text, 'marked-key'::text, 'unmarked-key'::text]));

CREATE TABLE petitions.client (
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  place_id uuid NOT NULL,
  key_mark text NOT NULL,
  secret text NOT NULL,
  callback text,
  state text NOT NULL,
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT client_pkey PRIMARY KEY (id),
  CONSTRAINT client_key_mark_key UNIQUE (key_mark),
  CONSTRAINT client_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT client_kind_check CHECK ((kind = ANY (ARRAY['hotline'::text, 'open311'::text]))),
  CONSTRAINT client_state_check CHECK ((state = ANY (ARRAY['active'::text, 'revoked'::text])))
);

CREATE TABLE petitions.climb (
  claim_id uuid NOT NULL,
  cycle smallint NOT NULL,
  level text NOT NULL,
  at timestamp with time zone NOT NULL,
  why text NOT NULL,
  CONSTRAINT climb_pkey PRIMARY KEY (claim_id, cycle, level),
  CONSTRAINT climb_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES petitions.claim(id)
);

CREATE TABLE petitions.duty (
  id uuid NOT NULL,
  category text,
  place_id uuid NOT NULL,
  body_id uuid,
  office_place_id uuid,
  basis text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT duty_pkey PRIMARY KEY (id),
  CONSTRAINT duty_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT duty_category_fkey FOREIGN KEY (category) REFERENCES petitions.category(code),
  CONSTRAINT duty_office_place_id_fkey FOREIGN KEY (office_place_id) REFERENCES organisations.place(id),
  CONSTRAINT duty_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT duty_check CHECK (((body_id IS NULL) <> (office_place_id IS NULL)))
);
CREATE INDEX duty_by_place ON petitions.duty USING btree (place_id);

CREATE TABLE petitions.follower (
  claim_id uuid NOT NULL,
  phone text NOT NULL,
  phone_mark text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT follower_pkey PRIMARY KEY (claim_id, phone_mark),
  CONSTRAINT follower_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES petitions.claim(id)
);
CREATE INDEX follower_of_phone ON petitions.follower USING btree (phone_mark);

CREATE TABLE petitions.hotline_order (
  client_id uuid NOT NULL,
  order_number text NOT NULL,
  claim_id uuid NOT NULL,
  revision integer NOT NULL,
  received_at timestamp with time zone NOT NULL,
  CONSTRAINT hotline_order_pkey PRIMARY KEY (client_id, order_number),
  CONSTRAINT hotline_order_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES petitions.claim(id),
  CONSTRAINT hotline_order_client_id_fkey FOREIGN KEY (client_id) REFERENCES petitions.client(id)
);
CREATE UNIQUE INDEX hotline_order_of_claim ON petitions.hotline_order USING btree (claim_id);

CREATE TABLE petitions.ladder (
  place_id uuid NOT NULL,
  skips_community boolean NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT ladder_pkey PRIMARY KEY (place_id),
  CONSTRAINT ladder_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id)
);

CREATE TABLE petitions.mass_incident (
  id uuid NOT NULL,
  place_id uuid NOT NULL,
  claim_id uuid,
  happened_on date NOT NULL,
  finding text NOT NULL,
  issuer text NOT NULL,
  recorded_by uuid,
  recorded_at timestamp with time zone NOT NULL,
  withdrawn_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT mass_incident_pkey PRIMARY KEY (id),
  CONSTRAINT mass_incident_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES petitions.claim(id),
  CONSTRAINT mass_incident_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id)
);
CREATE INDEX mass_incident_at_place ON petitions.mass_incident USING btree (place_id, happened_on);

CREATE TABLE petitions.opening (
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  settled_by uuid,
  settled_at timestamp with time zone,
  note text NOT NULL DEFAULT ''::text,
  asked_level text NOT NULL,
  CONSTRAINT opening_pkey PRIMARY KEY (id),
  CONSTRAINT opening_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES petitions.claim(id),
  CONSTRAINT opening_asked_level_check CHECK ((asked_level = ANY (ARRAY['community'::text, 'street'::text, 'district'::text, 'city'::text]))),
  CONSTRAINT opening_check CHECK (((settled_by IS NULL) OR (settled_by <> asked_by))),
  CONSTRAINT opening_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'refused'::text])))
);
CREATE UNIQUE INDEX opening_is_one ON petitions.opening USING btree (claim_id, asked_by) WHERE (state = 'asked'::text);
CREATE INDEX opening_of_claim ON petitions.opening USING btree (claim_id);

CREATE TABLE petitions.whistle (
  id uuid NOT NULL,
  number text NOT NULL,
  claim_id uuid,
  place_id uuid NOT NULL,
  called_by uuid,
  caller_body_id uuid,
  caller_place_id uuid,
  matter text NOT NULL,
  urgent boolean NOT NULL,
  called_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  ended_at timestamp with time zone,
  result text NOT NULL DEFAULT ''::text,
  CONSTRAINT whistle_pkey PRIMARY KEY (id),
  CONSTRAINT whistle_number_key UNIQUE (number),
  CONSTRAINT whistle_caller_body_id_fkey FOREIGN KEY (caller_body_id) REFERENCES organisations.body(id),
  CONSTRAINT whistle_caller_place_id_fkey FOREIGN KEY (caller_place_id) REFERENCES organisations.place(id),
  CONSTRAINT whistle_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES petitions.claim(id),
  CONSTRAINT whistle_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT whistle_state_check CHECK ((state = ANY (ARRAY['open'::text, 'ended'::text, 'cancelled'::text])))
);
CREATE INDEX whistle_at_place ON petitions.whistle USING btree (place_id, called_at DESC);

CREATE TABLE petitions.whistle_call (
  whistle_id uuid NOT NULL,
  seq smallint NOT NULL,
  body_id uuid,
  office_place_id uuid,
  checked_in_at timestamp with time zone,
  checked_in_by uuid,
  in_time boolean,
  note text NOT NULL DEFAULT ''::text,
  latitude double precision,
  longitude double precision,
  rated smallint,
  call_rated smallint,
  CONSTRAINT whistle_call_pkey PRIMARY KEY (whistle_id, seq),
  CONSTRAINT whistle_call_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT whistle_call_office_place_id_fkey FOREIGN KEY (office_place_id) REFERENCES organisations.place(id),
  CONSTRAINT whistle_call_whistle_id_fkey FOREIGN KEY (whistle_id) REFERENCES petitions.whistle(id),
  CONSTRAINT whistle_call_call_rated_check CHECK (((call_rated >= 1) AND (call_rated <= 5))),
  CONSTRAINT whistle_call_check CHECK (((body_id IS NULL) <> (office_place_id IS NULL))),
  CONSTRAINT whistle_call_rated_check CHECK (((rated >= 1) AND (rated <= 5)))
);
CREATE INDEX whistle_call_of_body ON petitions.whistle_call USING btree (body_id);
CREATE INDEX whistle_call_of_office ON petitions.whistle_call USING btree (office_place_id);

CREATE VIEW petitions.lying AS
 WITH RECURSIVE held AS (
         SELECT v.place_id,
            v.parent_id,
            v.in_built_up_area,
            daterange(NULLIF(v.valid_from, min(v.valid_from) OVER (PARTITION BY v.place_id)), v.valid_to) AS days
           FROM organisations.published_place_version v
        ), up AS (
         SELECT held.place_id,
            held.place_id AS ancestor_id,
            held.parent_id AS next_id,
            held.in_built_up_area,
            held.days
           FROM held
        UNION ALL
         SELECT up_1.place_id,
            held.place_id,
            held.parent_id,
            up_1.in_built_up_area,
            up_1.days * held.days
           FROM up up_1
             JOIN held ON held.place_id = up_1.next_id AND NOT isempty(up_1.days * held.days)
        )
 SELECT place_id,
    ancestor_id,
    in_built_up_area,
    days
   FROM up;

CREATE VIEW petitions.published_call AS
 SELECT w.id AS whistle_id,
    k.seq,
    w.number,
    w.claim_id,
    w.place_id,
    w.called_at,
    w.due_at,
    k.body_id,
    k.office_place_id,
    k.checked_in_at,
    COALESCE(k.in_time, false) AS in_time
   FROM petitions.whistle w
     JOIN petitions.whistle_call k ON k.whistle_id = w.id
  WHERE w.state <> 'cancelled'::text;

CREATE VIEW petitions.published_claim AS
 SELECT id,
    number,
    channel,
    category,
    limit_class,
    of_property,
    of_sanitation,
    about_firm,
    place_id,
    provider_id,
    state,
    outcome,
    opened_at,
    (opened_at AT TIME ZONE 'Asia/Shanghai'::text)::date AS opened_on,
    signed_in_time,
    answered_at,
    answered_in_time,
    visited_at,
    visit_result,
    rated_responded,
    rated_solved,
    rated_satisfied,
    closed_at,
    struck_off_at,
    reopened,
    key_level,
    is_complex,
    is_supervised,
    excluded,
    of_property AND excluded IS NULL AND (state <> ALL (ARRAY['declined'::text, 'withdrawn'::text, 'merged'::text])) AS is_valid,
    closed_at IS NOT NULL AND COALESCE(outcome = 'solved'::text, false) AND rated_solved IS NOT FALSE AS is_solved,
    ( SELECT min(e.at) AS min
           FROM petitions.claim_event e
          WHERE e.claim_id = c.id AND e.kind = 'overdue'::text AND ((e.data ->> 'clock'::text) = ANY (ARRAY['answer'::text, 'level'::text]))) AS late_at,
    ( SELECT min(e.at) AS min
           FROM petitions.claim_event e
          WHERE e.claim_id = c.id AND e.kind = 'overdue'::text AND ((e.data ->> 'clock'::text) = ANY (ARRAY['accept'::text, 'sign'::text, 'answer'::text, 'level'::text]))) AS overdue_at,
    ( SELECT min(e.at) AS min
           FROM petitions.claim_event e
          WHERE e.claim_id = c.id AND e.kind = 'overdue'::text AND (e.data ->> 'clock'::text) = 'strike-off'::text) AS strike_off_late_at,
        CASE
            WHEN key_level IS NOT NULL THEN ( SELECT min(e.at) AS min
               FROM petitions.claim_event e
              WHERE e.claim_id = c.id AND e.kind = 'marked-key'::text AND e.seq > COALESCE(( SELECT max(u.seq) AS max
                       FROM petitions.claim_event u
                      WHERE u.claim_id = c.id AND u.kind = 'unmarked-key'::text), 0))
            ELSE NULL::timestamp with time zone
        END AS listed_at,
    ( SELECT min(e.at) AS min
           FROM petitions.climb e
          WHERE e.claim_id = c.id) AS climbed_at
   FROM petitions.claim c;

CREATE VIEW petitions.published_mass_incident AS
 SELECT id,
    place_id,
    claim_id,
    happened_on
   FROM petitions.mass_incident
  WHERE withdrawn_reason IS NULL;

-- platform
CREATE SCHEMA platform;

CREATE TABLE platform.audit_entry (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  verb text NOT NULL,
  resource text NOT NULL,
  resource_id text NOT NULL,
  summary text NOT NULL,
  detail jsonb NOT NULL,
  mac bytea NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_by_actor ON platform.audit_entry USING btree (actor_id, id DESC);
CREATE INDEX audit_entry_by_resource ON platform.audit_entry USING btree (resource, resource_id, id DESC);
CREATE INDEX audit_entry_by_time ON platform.audit_entry USING brin (at);
CREATE INDEX audit_entry_by_verb ON platform.audit_entry USING btree (verb, id DESC);

CREATE TABLE platform.audit_seal (
  number bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  entries bigint[] NOT NULL,
  prints bytea NOT NULL,
  chained bytea NOT NULL,
  first_entry bigint NOT NULL,
  last_entry bigint NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY (number)
);
CREATE INDEX audit_seal_by_last_entry ON platform.audit_seal USING btree (last_entry);

CREATE TABLE platform.audit_unsealed (
  entry_id bigint NOT NULL
);

CREATE TABLE platform.done_once (
  name text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT done_once_pkey PRIMARY KEY (name)
);

CREATE TABLE platform.idempotency (
  actor_id uuid NOT NULL,
  key text NOT NULL,
  verb text NOT NULL,
  request_hash bytea NOT NULL,
  answer text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_pkey PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_by_age ON platform.idempotency USING btree (at);

CREATE TABLE platform.key_proof (
  proof bytea NOT NULL,
  CONSTRAINT key_proof_pkey PRIMARY KEY (proof)
);

CREATE TABLE platform.migration (
  name text NOT NULL,
  hash text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (name)
);

CREATE TABLE platform.outbox (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  payload text NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  not_before timestamp with time zone,
  fault text,
  CONSTRAINT outbox_pkey PRIMARY KEY (id),
  CONSTRAINT outbox_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'event'::text, 'text'::text])))
);
CREATE INDEX outbox_by_kind ON platform.outbox USING btree (kind, id);

-- publicity
CREATE SCHEMA publicity;

CREATE TABLE publicity.appeal (
  id uuid NOT NULL,
  number text NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  publication_id uuid NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid,
  filed_by uuid,
  filed_at timestamp with time zone NOT NULL,
  assignee_id uuid,
  state text NOT NULL DEFAULT 'open'::text,
  outcome text,
  answer text,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT appeal_pkey PRIMARY KEY (id),
  CONSTRAINT appeal_number_key UNIQUE (number),
  CONSTRAINT appeal_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES access.actor(id),
  CONSTRAINT appeal_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT appeal_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES access.actor(id),
  CONSTRAINT appeal_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT appeal_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publicity.publication(id),
  CONSTRAINT appeal_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT appeal_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id),
  CONSTRAINT appeal_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'rejected'::text]))),
  CONSTRAINT appeal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text, 'withdrawn'::text]))),
  CONSTRAINT decided_whole CHECK ((((state = 'decided'::text) = (outcome IS NOT NULL)) AND ((outcome IS NULL) = (answer IS NULL)) AND ((state = 'open'::text) = (decided_at IS NULL))))
);
CREATE INDEX appeal_by_assignee ON publicity.appeal USING btree (assignee_id) WHERE (state = 'open'::text);
CREATE INDEX appeal_by_body ON publicity.appeal USING btree (body_id) WHERE (body_id IS NOT NULL);
CREATE INDEX appeal_by_place ON publicity.appeal USING btree (place_id, filed_at);
CREATE INDEX appeal_by_round ON publicity.appeal USING btree (round_id, state);
CREATE INDEX appeal_by_subject ON publicity.appeal USING btree (subject_id);

CREATE TABLE publicity.appeal_assignment (
  appeal_id uuid NOT NULL,
  seq integer NOT NULL,
  assignee_id uuid NOT NULL,
  by uuid,
  at timestamp with time zone NOT NULL,
  reason text NOT NULL,
  CONSTRAINT appeal_assignment_pkey PRIMARY KEY (appeal_id, seq),
  CONSTRAINT appeal_assignment_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES publicity.appeal(id)
);

CREATE TABLE publicity.appeal_row (
  appeal_id uuid NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  fact text,
  reason text NOT NULL,
  is_open boolean NOT NULL DEFAULT true,
  outcome text,
  answer text,
  reading json,
  points_before text,
  points_after text,
  CONSTRAINT appeal_row_pkey PRIMARY KEY (appeal_id, indicator),
  CONSTRAINT appeal_row_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES publicity.appeal(id),
  CONSTRAINT appeal_row_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'rejected'::text])))
);
CREATE UNIQUE INDEX appeal_row_is_open_once ON publicity.appeal_row USING btree (subject_id, indicator) WHERE is_open;

CREATE TABLE publicity.correction (
  id uuid NOT NULL,
  number text NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid,
  reason text NOT NULL,
  proposed_by uuid,
  proposed_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'proposed'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  note text,
  publication_before uuid,
  publication_after uuid,
  CONSTRAINT correction_pkey PRIMARY KEY (id),
  CONSTRAINT correction_number_key UNIQUE (number),
  CONSTRAINT correction_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT correction_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.actor(id),
  CONSTRAINT correction_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT correction_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES access.actor(id),
  CONSTRAINT correction_publication_after_fkey FOREIGN KEY (publication_after) REFERENCES publicity.publication(id),
  CONSTRAINT correction_publication_before_fkey FOREIGN KEY (publication_before) REFERENCES publicity.publication(id),
  CONSTRAINT correction_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT correction_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id),
  CONSTRAINT correction_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'decided'::text, 'rejected'::text, 'withdrawn'::text]))),
  CONSTRAINT decided_by_another CHECK (((state <> ALL (ARRAY['decided'::text, 'rejected'::text])) OR (decided_by IS DISTINCT FROM proposed_by)))
);
CREATE INDEX correction_by_place ON publicity.correction USING btree (place_id, proposed_at);
CREATE INDEX correction_by_round ON publicity.correction USING btree (round_id, state);

CREATE TABLE publicity.correction_row (
  correction_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  fact text NOT NULL,
  reading json NOT NULL,
  reason text NOT NULL,
  is_open boolean NOT NULL DEFAULT true,
  points_before text,
  points_after text,
  CONSTRAINT correction_row_pkey PRIMARY KEY (correction_id, indicator),
  CONSTRAINT correction_row_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES publicity.correction(id)
);
CREATE UNIQUE INDEX correction_row_is_open_once ON publicity.correction_row USING btree (subject_id, indicator) WHERE is_open;

CREATE TABLE publicity.objection (
  id uuid NOT NULL,
  receipt text NOT NULL,
  publication_id uuid NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid,
  indicator text,
  place_id uuid NOT NULL,
  text text NOT NULL,
  name_sealed text,
  phone_sealed text,
  filed_at timestamp with time zone NOT NULL,
  outcome text,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  CONSTRAINT objection_pkey PRIMARY KEY (id),
  CONSTRAINT objection_receipt_key UNIQUE (receipt),
  CONSTRAINT objection_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT objection_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publicity.publication(id),
  CONSTRAINT objection_publication_id_subject_id_fkey FOREIGN KEY (publication_id, subject_id) REFERENCES publicity.result(publication_id, subject_id),
  CONSTRAINT answered_whole CHECK ((((outcome IS NULL) = (answer IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
  CONSTRAINT objection_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'rejected'::text, 'explained'::text])))
);
CREATE INDEX objection_by_place ON publicity.objection USING btree (place_id, filed_at DESC, id DESC);
CREATE INDEX objection_by_round ON publicity.objection USING btree (round_id) WHERE (answered_at IS NULL);

CREATE TABLE publicity.publication (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  published_at timestamp with time zone NOT NULL,
  published_by uuid,
  due_on date,
  term_days smallint,
  run_id integer NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  due_provisional date,
  CONSTRAINT publication_pkey PRIMARY KEY (id),
  CONSTRAINT publication_is_known UNIQUE (round_id, version),
  CONSTRAINT publication_kind_check CHECK ((kind = ANY (ARRAY['publicity'::text, 'final'::text, 'correction'::text])))
);

CREATE TABLE publicity.result (
  publication_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  "position" integer NOT NULL,
  table_id text NOT NULL,
  kind text NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid,
  variant text,
  name text NOT NULL,
  code text NOT NULL,
  pinyin text NOT NULL DEFAULT ''::text,
  initials text NOT NULL DEFAULT ''::text,
  district_id uuid NOT NULL,
  district_name text NOT NULL,
  street_name text,
  households integer NOT NULL,
  total numeric,
  total_exact text,
  missing_rows integer NOT NULL,
  band text,
  rank integer,
  of_kind integer NOT NULL,
  not_assessed boolean NOT NULL,
  committee_name text,
  committee_kind text,
  committee_filed_on date,
  CONSTRAINT result_pkey PRIMARY KEY (publication_id, subject_id),
  CONSTRAINT result_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publicity.publication(id),
  CONSTRAINT result_kind_check CHECK ((kind = ANY (ARRAY['compound'::text, 'enterprise'::text, 'street'::text, 'community'::text, 'district'::text])))
);
CREATE INDEX result_by_body ON publicity.result USING btree (body_id) WHERE (body_id IS NOT NULL);
CREATE INDEX result_by_place ON publicity.result USING btree (place_id, kind);
CREATE UNIQUE INDEX result_by_position ON publicity.result USING btree (publication_id, "position");

CREATE TABLE publicity.result_group (
  publication_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  level1 text NOT NULL,
  got numeric NOT NULL,
  withheld boolean NOT NULL,
  CONSTRAINT result_group_pkey PRIMARY KEY (publication_id, subject_id, level1),
  CONSTRAINT result_group_publication_id_subject_id_fkey FOREIGN KEY (publication_id, subject_id) REFERENCES publicity.result(publication_id, subject_id)
);

CREATE TABLE publicity.result_project (
  publication_id uuid NOT NULL,
  upper_id uuid NOT NULL,
  project_id uuid NOT NULL,
  CONSTRAINT result_project_pkey PRIMARY KEY (publication_id, upper_id, project_id),
  CONSTRAINT result_project_publication_id_project_id_fkey FOREIGN KEY (publication_id, project_id) REFERENCES publicity.result(publication_id, subject_id),
  CONSTRAINT result_project_publication_id_upper_id_fkey FOREIGN KEY (publication_id, upper_id) REFERENCES publicity.result(publication_id, subject_id)
);
CREATE INDEX result_project_by_project ON publicity.result_project USING btree (publication_id, project_id);

CREATE TABLE publicity.result_row (
  publication_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  indicator text NOT NULL,
  withheld boolean NOT NULL,
  state text,
  points text,
  points_exact text,
  max_exact text,
  numerator text,
  denominator text,
  value text,
  provenance text,
  reason text,
  params json,
  CONSTRAINT result_row_pkey PRIMARY KEY (publication_id, subject_id, indicator),
  CONSTRAINT result_row_publication_id_subject_id_fkey FOREIGN KEY (publication_id, subject_id) REFERENCES publicity.result(publication_id, subject_id),
  CONSTRAINT withheld_says_nothing CHECK (((NOT withheld) OR ((state IS NULL) AND (points IS NULL) AND (points_exact IS NULL) AND (max_exact IS NULL) AND (numerator IS NULL) AND (denominator IS NULL) AND (value IS NULL) AND (reason IS NULL) AND (params IS NULL))))
);

CREATE TABLE publicity.shift (
  basis_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  total_before text NOT NULL,
  total_after text NOT NULL,
  band_before text,
  band_after text,
  rank_before integer,
  rank_after integer,
  CONSTRAINT shift_pkey PRIMARY KEY (basis_id, subject_id)
);
CREATE INDEX shift_by_subject ON publicity.shift USING btree (subject_id);

CREATE VIEW publicity.correction_hand AS
 SELECT c.id AS correction_id,
    hand.account_id
   FROM publicity.correction c
     JOIN moderation.published_hand hand ON hand.round_id = c.round_id AND hand.subject_id = c.subject_id
  WHERE hand.account_id IS NOT NULL AND hand.what <> 'confirmed'::text AND (EXISTS ( SELECT
           FROM publicity.correction_row r
          WHERE r.correction_id = c.id AND (r.indicator = hand.indicator OR r.fact = hand.fact)));

CREATE VIEW publicity.involved AS
 SELECT a.id AS appeal_id,
    hand.account_id
   FROM publicity.appeal a
     JOIN moderation.published_hand hand ON hand.round_id = a.round_id AND hand.subject_id = a.subject_id
  WHERE hand.account_id IS NOT NULL AND ((hand.what = ANY (ARRAY['confirmed'::text, 'chosen'::text])) OR (EXISTS ( SELECT
           FROM publicity.appeal_row r
          WHERE r.appeal_id = a.id AND (r.indicator = hand.indicator OR r.fact = hand.fact))))
UNION ALL
 SELECT appeal.id AS appeal_id,
    appeal.filed_by AS account_id
   FROM publicity.appeal
  WHERE appeal.filed_by IS NOT NULL;

CREATE VIEW publicity.published_publication AS
 SELECT id,
    round_id,
    version,
    kind,
    published_at,
    due_on,
    run_id,
    note
   FROM publicity.publication;

CREATE VIEW publicity.published_result AS
 SELECT publication_id,
    subject_id,
    "position",
    table_id,
    kind,
    place_id,
    body_id,
    variant,
    name,
    code,
    district_id,
    district_name,
    street_name,
    households,
    total,
    total_exact,
    missing_rows,
    band,
    rank,
    of_kind,
    not_assessed
   FROM publicity.result;

CREATE VIEW publicity.published_result_group AS
 SELECT publication_id,
    subject_id,
    level1,
    got,
    withheld
   FROM publicity.result_group;

CREATE VIEW publicity.published_result_row AS
 SELECT publication_id,
    subject_id,
    indicator,
    withheld,
    state,
    points,
    points_exact,
    max_exact,
    reason,
    params
   FROM publicity.result_row;

-- residents
CREATE SCHEMA residents;

CREATE TABLE residents.binding (
  id uuid NOT NULL,
  dwelling_id uuid NOT NULL,
  compound_id uuid NOT NULL,
  phone_sealed text NOT NULL,
  phone_mark text NOT NULL,
  phone_mask text NOT NULL,
  name_sealed text NOT NULL,
  name_mask text NOT NULL,
  reason_sealed text NOT NULL,
  state text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_as text,
  decided_at timestamp with time zone,
  decision_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT binding_pkey PRIMARY KEY (id),
  CONSTRAINT binding_compound_id_fkey FOREIGN KEY (compound_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT binding_dwelling_id_fkey FOREIGN KEY (dwelling_id) REFERENCES residents.dwelling(id),
  CONSTRAINT binding_decided_as_check CHECK ((decided_as = ANY (ARRAY['committee'::text, 'community'::text]))),
  CONSTRAINT binding_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text, 'ended'::text])))
);
CREATE UNIQUE INDEX binding_is_one ON residents.binding USING btree (dwelling_id, phone_mark) WHERE (state = ANY (ARRAY['waiting'::text, 'confirmed'::text]));
CREATE INDEX binding_of_phone ON residents.binding USING btree (phone_mark, asked_at DESC);
CREATE INDEX binding_waiting ON residents.binding USING btree (compound_id, id) WHERE (state = 'waiting'::text);

CREATE TABLE residents.code (
  id uuid NOT NULL,
  phone_mark text NOT NULL,
  address_mark text NOT NULL,
  code_mac bytea NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  used_at timestamp with time zone,
  CONSTRAINT code_pkey PRIMARY KEY (id)
);
CREATE INDEX code_by_address ON residents.code USING btree (address_mark, sent_at);
CREATE INDEX code_of_phone ON residents.code USING btree (phone_mark, sent_at DESC);

CREATE TABLE residents.dwelling (
  id uuid NOT NULL,
  compound_id uuid NOT NULL,
  code text NOT NULL,
  unit_number text,
  building text NOT NULL,
  entrance text NOT NULL DEFAULT ''::text,
  room text NOT NULL,
  use text NOT NULL,
  area_centi bigint NOT NULL,
  area_source text NOT NULL,
  standing text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT dwelling_pkey PRIMARY KEY (id),
  CONSTRAINT dwelling_compound_id_fkey FOREIGN KEY (compound_id) REFERENCES organisations.compound(place_id),
  CONSTRAINT dwelling_area_centi_check CHECK ((area_centi > 0)),
  CONSTRAINT dwelling_area_source_check CHECK ((area_source = ANY (ARRAY['register'::text, 'survey'::text, 'contract'::text]))),
  CONSTRAINT dwelling_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT dwelling_standing_check CHECK ((standing = ANY (ARRAY['delivered'::text, 'sold-undelivered'::text, 'unsold'::text]))),
  CONSTRAINT dwelling_use_check CHECK ((use = ANY (ARRAY['home'::text, 'business'::text, 'parking'::text, 'other'::text])))
);
CREATE UNIQUE INDEX dwelling_code_is_taken ON residents.dwelling USING btree (compound_id, code) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX dwelling_room_is_taken ON residents.dwelling USING btree (compound_id, building, entrance, room) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX dwelling_unit_number_is_taken ON residents.dwelling USING btree (unit_number) WHERE ((unit_number IS NOT NULL) AND (valid_to IS NULL));

CREATE TABLE residents.dwelling_version (
  dwelling_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamp with time zone NOT NULL,
  by uuid,
  reason text NOT NULL,
  before jsonb NOT NULL,
  CONSTRAINT dwelling_version_pkey PRIMARY KEY (dwelling_id, version),
  CONSTRAINT dwelling_version_dwelling_id_fkey FOREIGN KEY (dwelling_id) REFERENCES residents.dwelling(id)
);

CREATE TABLE residents.ownership (
  id uuid NOT NULL,
  dwelling_id uuid NOT NULL,
  party_id uuid NOT NULL,
  share text,
  valid_from date NOT NULL,
  valid_to date,
  reason text NOT NULL,
  CONSTRAINT ownership_pkey PRIMARY KEY (id),
  CONSTRAINT ownership_dwelling_id_fkey FOREIGN KEY (dwelling_id) REFERENCES residents.dwelling(id),
  CONSTRAINT ownership_party_id_fkey FOREIGN KEY (party_id) REFERENCES residents.party(id),
  CONSTRAINT ownership_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE UNIQUE INDEX ownership_is_one ON residents.ownership USING btree (dwelling_id, party_id) WHERE (valid_to IS NULL);
CREATE INDEX ownership_of_party ON residents.ownership USING btree (party_id) WHERE (valid_to IS NULL);
CREATE INDEX ownership_past ON residents.ownership USING btree (dwelling_id, valid_from);

CREATE TABLE residents.party (
  id uuid NOT NULL,
  kind text NOT NULL,
  name_sealed text NOT NULL,
  name_mark text NOT NULL,
  name_mask text NOT NULL,
  phone_sealed text,
  phone_mark text,
  phone_mask text,
  number_sealed text,
  number_mark text,
  number_mask text,
  CONSTRAINT party_pkey PRIMARY KEY (id),
  CONSTRAINT party_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
);
CREATE INDEX party_by_phone ON residents.party USING btree (phone_mark, name_mark) WHERE (phone_mark IS NOT NULL);
CREATE UNIQUE INDEX party_number_is_taken ON residents.party USING btree (number_mark) WHERE (number_mark IS NOT NULL);

CREATE TABLE residents.session (
  token_hash bytea NOT NULL,
  phone text NOT NULL,
  phone_mark text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX session_of_phone ON residents.session USING btree (phone_mark, last_seen_at DESC);

CREATE TABLE residents.tenancy (
  id uuid NOT NULL,
  dwelling_id uuid NOT NULL,
  party_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT tenancy_pkey PRIMARY KEY (id),
  CONSTRAINT tenancy_dwelling_id_fkey FOREIGN KEY (dwelling_id) REFERENCES residents.dwelling(id),
  CONSTRAINT tenancy_party_id_fkey FOREIGN KEY (party_id) REFERENCES residents.party(id),
  CONSTRAINT tenancy_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE UNIQUE INDEX tenancy_is_one ON residents.tenancy USING btree (dwelling_id, party_id) WHERE (valid_to IS NULL);
CREATE INDEX tenancy_of_party ON residents.tenancy USING btree (party_id) WHERE (valid_to IS NULL);

CREATE VIEW residents.published_binding AS
 SELECT o.dwelling_id,
    p.phone_mark,
    'roll-match'::text AS kind,
    p.id AS party_id
   FROM residents.ownership o
     JOIN residents.party p ON p.id = o.party_id
     JOIN residents.dwelling d ON d.id = o.dwelling_id
  WHERE o.valid_to IS NULL AND d.valid_to IS NULL AND p.phone_mark IS NOT NULL
UNION ALL
 SELECT b.dwelling_id,
    b.phone_mark,
    'confirmed-by-'::text || b.decided_as AS kind,
    NULL::uuid AS party_id
   FROM residents.binding b
     JOIN residents.dwelling d ON d.id = b.dwelling_id
  WHERE b.state = 'confirmed'::text AND d.valid_to IS NULL;

CREATE VIEW residents.published_dwelling AS
 SELECT id,
    compound_id,
    code,
    unit_number,
    building,
    entrance,
    room,
    use,
    area_centi,
    area_source,
    standing,
    valid_from,
    valid_to
   FROM residents.dwelling;

CREATE VIEW residents.published_head AS
 SELECT compound_id,
    head_key,
    min(kind) AS kind,
    COALESCE(array_agg(id ORDER BY id) FILTER (WHERE use <> 'parking'::text), '{}'::uuid[]) AS dwelling_ids,
    COALESCE(array_agg(id ORDER BY id) FILTER (WHERE use = 'parking'::text), '{}'::uuid[]) AS bay_ids,
    COALESCE(sum(area_centi) FILTER (WHERE use <> 'parking'::text), 0::numeric)::bigint AS area_centi,
    COALESCE(sum(area_centi) FILTER (WHERE use = 'parking'::text), 0::numeric)::bigint AS bay_area_centi
   FROM ( SELECT d.id,
            d.compound_id,
            d.use,
            d.area_centi,
                CASE
                    WHEN d.standing <> 'delivered'::text THEN 'developer'::text
                    WHEN held.owners IS NULL THEN 'unknown'::text
                    ELSE 'owners'::text
                END AS kind,
                CASE
                    WHEN d.standing <> 'delivered'::text THEN 'developer'::text
                    ELSE COALESCE(held.owners, 'dwelling '::text || d.id)
                END AS head_key
           FROM residents.dwelling d
             LEFT JOIN LATERAL ( SELECT string_agg(o.party_id::text, '+'::text ORDER BY o.party_id) AS owners
                   FROM residents.ownership o
                  WHERE o.dwelling_id = d.id AND o.valid_to IS NULL) held ON true
          WHERE d.valid_to IS NULL) counted
  GROUP BY compound_id, head_key;

CREATE VIEW residents.published_ownership AS
 SELECT dwelling_id,
    party_id,
    share,
    valid_from,
    valid_to
   FROM residents.ownership;

CREATE VIEW residents.published_party AS
 SELECT id,
    kind,
    name_mask,
    phone_mask,
    phone_mark IS NOT NULL AS has_phone
   FROM residents.party;

-- self_reports
CREATE SCHEMA self_reports;

CREATE TABLE self_reports.answer (
  row_id uuid NOT NULL,
  outcome text NOT NULL,
  reason text NOT NULL,
  answered_by uuid NOT NULL,
  answered_at timestamp with time zone NOT NULL,
  CONSTRAINT answer_pkey PRIMARY KEY (row_id),
  CONSTRAINT answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES access.actor(id),
  CONSTRAINT answer_row_id_fkey FOREIGN KEY (row_id) REFERENCES self_reports.report_row(id),
  CONSTRAINT answer_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text])))
);

CREATE TABLE self_reports.report (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  kind text NOT NULL,
  place_id uuid NOT NULL,
  body_id uuid,
  state text NOT NULL DEFAULT 'draft'::text,
  opened_at timestamp with time zone NOT NULL,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  late boolean NOT NULL DEFAULT false,
  late_days integer,
  CONSTRAINT report_pkey PRIMARY KEY (id),
  CONSTRAINT report_is_one UNIQUE (subject_id),
  CONSTRAINT report_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisations.body(id),
  CONSTRAINT report_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.place(id),
  CONSTRAINT report_round_id_fkey FOREIGN KEY (round_id) REFERENCES evaluation.round(id),
  CONSTRAINT report_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES evaluation.subject(id),
  CONSTRAINT report_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES access.actor(id),
  CONSTRAINT report_check CHECK (((kind = ANY (ARRAY['compound'::text, 'enterprise'::text])) = (body_id IS NOT NULL))),
  CONSTRAINT report_check1 CHECK (((state = 'draft'::text) OR (submitted_at IS NOT NULL))),
  CONSTRAINT report_kind_check CHECK ((kind = ANY (ARRAY['compound'::text, 'enterprise'::text, 'street'::text, 'community'::text, 'district'::text]))),
  CONSTRAINT report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text])))
);
CREATE INDEX report_by_body ON self_reports.report USING btree (body_id) WHERE (body_id IS NOT NULL);
CREATE INDEX report_by_place ON self_reports.report USING btree (place_id);
CREATE INDEX report_by_round ON self_reports.report USING btree (round_id, state);

CREATE TABLE self_reports.report_event (
  report_id uuid NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  by uuid,
  late boolean NOT NULL DEFAULT false,
  late_days integer,
  CONSTRAINT report_event_pkey PRIMARY KEY (report_id, seq),
  CONSTRAINT report_event_report_id_fkey FOREIGN KEY (report_id) REFERENCES self_reports.report(id),
  CONSTRAINT report_event_kind_check CHECK ((kind = ANY (ARRAY['submitted'::text, 'reopened'::text])))
);

CREATE TABLE self_reports.report_row (
  id uuid NOT NULL,
  report_id uuid NOT NULL,
  indicator text NOT NULL,
  stance text,
  numerator text,
  denominator text,
  value text,
  note text NOT NULL DEFAULT ''::text,
  evidence_note text NOT NULL DEFAULT ''::text,
  from_last_year boolean NOT NULL DEFAULT false,
  answerer text,
  recorded boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  changed_by uuid,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT report_row_pkey PRIMARY KEY (id),
  CONSTRAINT report_row_is_one UNIQUE (report_id, indicator),
  CONSTRAINT report_row_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES access.actor(id),
  CONSTRAINT report_row_report_id_fkey FOREIGN KEY (report_id) REFERENCES self_reports.report(id),
  CONSTRAINT report_row_answerer_check CHECK ((answerer = ANY (ARRAY['evaluator'::text, 'district-official'::text, 'city-official'::text, 'street-official'::text]))),
  CONSTRAINT report_row_check CHECK (((NOT (stance IS DISTINCT FROM 'contest'::text)) = (answerer IS NOT NULL))),
  CONSTRAINT report_row_stance_check CHECK ((stance = ANY (ARRAY['accept'::text, 'declare'::text, 'contest'::text])))
);

CREATE TABLE self_reports.report_row_version (
  row_id uuid NOT NULL,
  version integer NOT NULL,
  stance text,
  numerator text,
  denominator text,
  value text,
  note text NOT NULL,
  evidence_note text NOT NULL,
  changed_by uuid,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT report_row_version_pkey PRIMARY KEY (row_id, version),
  CONSTRAINT report_row_version_row_id_fkey FOREIGN KEY (row_id) REFERENCES self_reports.report_row(id)
);

CREATE VIEW self_reports.published_contest AS
 SELECT w.id,
    w.report_id,
    r.round_id,
    r.subject_id,
    r.kind,
    r.place_id,
    r.body_id,
    w.indicator,
    w.answerer,
    w.numerator,
    w.denominator,
    w.value,
    w.note AS reason,
    w.evidence_note,
    r.submitted_by,
    w.changed_at AS contested_at,
    a.outcome,
    a.reason AS answer,
    a.answered_by,
    a.answered_at
   FROM self_reports.report_row w
     JOIN self_reports.report r ON r.id = w.report_id AND r.state = 'submitted'::text
     LEFT JOIN self_reports.answer a ON a.row_id = w.id
  WHERE w.stance = 'contest'::text;

CREATE VIEW self_reports.published_report AS
 SELECT id,
    round_id,
    subject_id,
    kind,
    place_id,
    body_id,
    state,
    submitted_at,
    submitted_by,
    late,
    late_days
   FROM self_reports.report;

CREATE VIEW self_reports.published_report_row AS
 SELECT w.id,
    w.report_id,
    r.round_id,
    r.subject_id,
    r.state AS report_state,
    w.indicator,
    w.stance,
    w.numerator,
    w.denominator,
    w.value,
    w.note,
    w.evidence_note,
    w.version,
    w.changed_by,
    w.changed_at
   FROM self_reports.report_row w
     JOIN self_reports.report r ON r.id = w.report_id;

-- standards
CREATE SCHEMA standards;

CREATE TABLE standards.edition (
  id uuid NOT NULL,
  code text NOT NULL,
  title text NOT NULL,
  title_en text NOT NULL,
  based_on text NOT NULL,
  from_year smallint NOT NULL,
  state text NOT NULL DEFAULT 'draft'::text,
  document json NOT NULL,
  successors json NOT NULL DEFAULT '[]'::json,
  version integer NOT NULL DEFAULT 1,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  submitted_by uuid,
  submitted_at timestamp with time zone,
  settled_by uuid,
  settled_at timestamp with time zone,
  note text NOT NULL DEFAULT ''::text,
  sha256 text,
  CONSTRAINT edition_pkey PRIMARY KEY (id),
  CONSTRAINT edition_created_by_fkey FOREIGN KEY (created_by) REFERENCES access.actor(id),
  CONSTRAINT edition_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES access.actor(id),
  CONSTRAINT edition_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES access.actor(id),
  CONSTRAINT approved_by_another CHECK (((state <> 'published'::text) OR (settled_by <> submitted_by))),
  CONSTRAINT edition_check CHECK (((state = 'published'::text) = (sha256 IS NOT NULL))),
  CONSTRAINT edition_code_check CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{2,39}$'::text)),
  CONSTRAINT edition_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'published'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX edition_code_is_one ON standards.edition USING btree (code) WHERE (state <> 'withdrawn'::text);

CREATE TABLE standards.edition_change (
  edition_id uuid NOT NULL,
  version integer NOT NULL,
  part text NOT NULL,
  key text NOT NULL,
  before json,
  after json,
  changed_by uuid NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT edition_change_pkey PRIMARY KEY (edition_id, version, part, key),
  CONSTRAINT edition_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES access.actor(id),
  CONSTRAINT edition_change_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES standards.edition(id),
  CONSTRAINT edition_change_part_check CHECK ((part = ANY (ARRAY['scheme'::text, 'table'::text, 'row'::text, 'limit'::text, 'successor'::text, 'order'::text])))
);
CREATE INDEX edition_change_by_part ON standards.edition_change USING btree (edition_id, part, key, version DESC);

CREATE VIEW standards.published_edition AS
 SELECT id,
    code,
    title,
    title_en,
    based_on,
    from_year,
    settled_at AS published_at,
    sha256,
    document
   FROM standards.edition
  WHERE state = 'published'::text;

CREATE OR REPLACE FUNCTION standards.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'a published edition never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'published_edition_stands';
END $function$
;

CREATE TRIGGER published_edition_stands BEFORE DELETE OR UPDATE ON standards.edition FOR EACH ROW WHEN ((old.state = 'published'::text)) EXECUTE FUNCTION standards.refuse_change();

CREATE TRIGGER published_editions_stand BEFORE TRUNCATE ON standards.edition FOR EACH STATEMENT EXECUTE FUNCTION standards.refuse_change();
