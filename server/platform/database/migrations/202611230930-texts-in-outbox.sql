-- Short messages to telephones leave with the transaction too.
ALTER TABLE platform.outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE platform.outbox ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('notice', 'event', 'text'));
