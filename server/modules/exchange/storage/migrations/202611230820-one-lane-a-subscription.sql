-- Each subscription is delivered to by one worker at a time, in order; one whose receiver is silent holds up no other.
ALTER TABLE exchange.subscription ADD COLUMN taken_until timestamptz;
DROP INDEX exchange.delivery_due;
CREATE INDEX delivery_due ON exchange.delivery (subscription_id, id) WHERE state = 'waiting';
