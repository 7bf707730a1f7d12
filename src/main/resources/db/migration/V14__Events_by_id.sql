-- A pass tells of a million achievements, and every index over their events is paid for with each. Ids sort by the time
-- at which they were made: one index that grows at its end leads to the event that somebody saw last, and to all that
-- are older than the time for which events are kept. Building it takes some seconds for three million events; until it
-- is there changes wait, and reading goes on.
drop index event_named;
drop index event_recorded;
create index event_id on event (id);
-- Copies of the version before write it until the last of them is replaced; nothing reads it any more.
alter table event alter column recorded_at drop not null;
