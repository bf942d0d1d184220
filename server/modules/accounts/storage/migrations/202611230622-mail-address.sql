-- Where notices go besides, if the person wants them there. Sealed, shown to nobody else.
ALTER TABLE accounts.account ADD COLUMN mail_sealed text;

CREATE VIEW accounts.published_mail_address AS
  SELECT id AS account_id, display_name, mail_sealed FROM accounts.account WHERE mail_sealed IS NOT NULL AND closed_at IS NULL;
