-- The telephone of whoever holds the account: sealed, masked for those who administer accounts, and as a keyed print, so that
-- posts on record under the same number bind the account too (A.1.4).
ALTER TABLE accounts.account
  ADD COLUMN phone_sealed text,
  ADD COLUMN phone_print text,
  ADD COLUMN phone_mask text,
  ADD CONSTRAINT phone_is_whole CHECK ((phone_sealed IS NULL) = (phone_print IS NULL) AND (phone_sealed IS NULL) = (phone_mask IS NULL));
CREATE INDEX account_by_phone ON accounts.account (phone_print) WHERE phone_print IS NOT NULL;

-- Keyed prints alone; read by grading, which asks who is bound to what is graded.
CREATE VIEW accounts.published_phone_print AS
  SELECT id AS account_id, phone_print FROM accounts.account WHERE phone_print IS NOT NULL;
