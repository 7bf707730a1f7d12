-- What an organization's own systems are told of, in order. Written in the transaction of the change, under the lock of
-- the organization's standing, so that the order of the numbers is the order in which changes became visible. No foreign
-- keys: the organization is known to exist, and a pass tells of a million achievements.
create table event_feed (
    organization_id uuid   not null primary key,
    last_number     bigint not null
);

create table event (
    organization_id uuid        not null,
    number          bigint      not null,
    id              uuid        not null,
    type            text        not null,
    subject         text        not null,
    at              timestamptz not null,
    -- JSON, as it is delivered; never looked into.
    data            text        not null,
    recorded_at     timestamptz not null,
    primary key (organization_id, number)
);
create index event_named on event (organization_id, id);
create index event_recorded on event (recorded_at);

-- Each webhook has its own place in the organization's events: what is told up to it has arrived. While a copy of the
-- service is at work on one it is claimed, so that its events arrive in order.
create table webhook (
    organization_id   uuid        not null references organization,
    id                uuid        not null,
    url               text        not null,
    events            text[]      not null,
    secret            text        not null,
    status            text        not null check (status in ('ACTIVE', 'PAUSED')),
    created_at        timestamptz not null,
    delivered_number  bigint      not null,
    delivered_at      timestamptz,
    -- When there is something to deliver, or to try again; null while there is nothing.
    due_at            timestamptz,
    claim             uuid,
    claimed_until     timestamptz,
    failures          int         not null default 0,
    failing_since     timestamptz,
    last_failure      text,
    primary key (organization_id, id),
    check (status = 'ACTIVE' or due_at is null)
);
create index webhook_due on webhook (due_at) where due_at is not null;
