-- Keyed prints of the telephones of persons on record; read by grading, which asks whether an account's holder has a post.
CREATE VIEW organisations.published_phone_print AS
  SELECT id AS person_id, phone_print FROM organisations.person WHERE phone_print IS NOT NULL;
