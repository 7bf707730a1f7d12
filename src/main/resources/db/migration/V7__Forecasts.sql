-- Evaluations look ahead to the anniversary from now on. What was stored before did not: the first pass makes it anew for
-- those with a running subscription, and readers do not wait for it.
update standing set next_due_at = evaluated_at, stale = true, revision = revision + 1
where organization_id in (select organization_id from subscription where status in ('ACTIVE', 'GRACE'));
