-- The places of an organization beneath its global account, each with an MPN id of its own. One that exists stays: a
-- partner cannot remove it. That no location anywhere has an organization's own MPN id is not kept here, for it would
-- be a rule between tenants.
create table location (
    organization_id uuid        not null references organization,
    id              uuid        not null,
    mpn_id          text        not null,
    name            text        not null,
    country         text        not null check (country ~ '^[A-Z]{2}$'),
    created_at      timestamptz not null,
    primary key (organization_id, id),
    constraint location_mpn_id_key unique (organization_id, mpn_id)
);
