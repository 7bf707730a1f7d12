-- Tenant tables lead with organization_id. No foreign key crosses organizations; what must be true within one is a
-- constraint. Ids are UUIDs of version 7, made by the service. Everything here runs on PostgreSQL 15 to 18.

create table organization (
    id         uuid        not null primary key,
    mpn_id     text        not null constraint organization_mpn_id_key unique,
    name       text        not null,
    country    text        not null check (country ~ '^[A-Z]{2}$'),
    market     text        not null check (market in ('DEVELOPED', 'DEVELOPING')),
    created_at timestamptz not null,
    version    bigint      not null
);

-- Which market an organization was judged by, since when: the past is judged by what held then.
create table organization_market (
    organization_id uuid        not null references organization,
    since           timestamptz not null,
    market          text        not null check (market in ('DEVELOPED', 'DEVELOPING')),
    primary key (organization_id, since)
);

-- Where an organization stands: the last evaluation, and when the next one is due. Locking this row is locking the
-- organization. next_due_at is the earliest instant at which anything of it can change; counted_through is the instant
-- up to which a scheduled pass has counted gains; stale says that facts were added since the snapshot.
create table standing (
    organization_id   uuid        not null primary key references organization,
    revision          bigint      not null default 0,
    counted_through   timestamptz not null,
    next_due_at       timestamptz,
    retry_at          timestamptz,
    failures          int         not null default 0,
    stale             boolean     not null default false,
    catalogue_release int         not null default 0,
    evaluated_at      timestamptz not null,
    pending           int         not null default 0,
    snapshot          text        not null
) with (fillfactor = 80);
create index standing_due on standing (next_due_at, organization_id) where next_due_at is not null;
create index standing_pending on standing (pending) where pending > 0;

-- One row: the instant through which the last finished pass had looked.
create table sync_pass (
    only_row boolean     not null primary key default true check (only_row),
    through  timestamptz not null
);

-- Releases of the catalogue, numbered when first seen, so that an older copy leaves alone what a newer one evaluated.
-- alive_at is when a copy with this release last ran a pass: a release that is rolled back stops being in the way.
create table catalogue_release (
    number      int         not null primary key,
    fingerprint text        not null unique,
    seen_at     timestamptz not null,
    alive_at    timestamptz not null
);

create table login (
    user_name       text        not null primary key,
    organization_id uuid,
    user_id         uuid,
    roles           text        not null,
    password_hash   text        not null,
    must_change     boolean     not null,
    disabled_at     timestamptz,
    created_at      timestamptz not null,
    check ((organization_id is null) = (user_id is null))
);
create index login_user on login (organization_id, user_id) where user_id is not null;

create table app_user (
    organization_id uuid        not null references organization,
    id              uuid        not null,
    user_name       text        not null unique,
    first_name      text        not null,
    last_name       text        not null,
    display_name    text        not null,
    email           text        not null,
    roles           text        not null,
    status          text        not null check (status in ('ACTIVE', 'LEFT')),
    created_at      timestamptz not null,
    left_at         timestamptz,
    version         bigint      not null,
    primary key (organization_id, id),
    check ((status = 'LEFT') = (left_at is not null))
);
create unique index app_user_email_key on app_user (organization_id, lower(email)) where status = 'ACTIVE';

-- That an account belongs to one user at a time is kept here: the holder is whoever has its running associations.
create table microsoft_account (
    id                     uuid not null primary key,
    email                  text not null,
    holder_organization_id uuid,
    holder_user_id         uuid,
    check ((holder_organization_id is null) = (holder_user_id is null))
);
create unique index microsoft_account_email_key on microsoft_account (lower(email));
create index microsoft_account_holder on microsoft_account (holder_organization_id, holder_user_id)
    where holder_user_id is not null;

create table association_start (
    account_id uuid        not null references microsoft_account,
    kind       text        not null check (kind in ('LEARN', 'PARTNER_UNIVERSITY')),
    started_at timestamptz not null,
    primary key (account_id, kind, started_at)
);

create table association (
    organization_id uuid        not null,
    id              uuid        not null,
    user_id         uuid        not null,
    account_id      uuid        not null,
    kind            text        not null check (kind in ('LEARN', 'PARTNER_UNIVERSITY')),
    associated_at   timestamptz not null,
    counts_from     timestamptz not null check (counts_from >= associated_at),
    moved           boolean     not null,
    ended_at        timestamptz check (ended_at >= associated_at),
    end_cause       text check (end_cause in ('UNLINKED', 'MOVED', 'USER_LEFT')),
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app_user,
    check ((ended_at is null) = (end_cause is null))
);
create unique index association_running_key on association (organization_id, user_id, kind) where ended_at is null;
create index association_user on association (organization_id, user_id, id);
create index association_account on association (organization_id, account_id) where ended_at is null;

create table achievement (
    account_id  uuid        not null references microsoft_account,
    id          uuid        not null unique,
    type        text        not null check (type in ('EXAM', 'CERTIFICATION', 'ASSESSMENT')),
    credential  text        not null,
    achieved_at timestamptz not null,
    expires_at  timestamptz check (expires_at > achieved_at),
    source      text,
    recorded_at timestamptz not null,
    revoked_at  timestamptz,
    primary key (account_id, id)
);
create unique index achievement_identity_key on achievement (account_id, lower(credential), achieved_at);

-- What an association brings its organization: one row per achievement of the account, written when either arrives
-- while the association runs, and kept when it ends. fits says that the association's kind brings such achievements.
-- counts_from is the law's instant (T2); known_from the instant of the report.
create table credit (
    organization_id uuid        not null,
    association_id  uuid        not null,
    achievement_id  uuid        not null,
    user_id         uuid        not null,
    account_id      uuid        not null,
    type            text        not null check (type in ('EXAM', 'CERTIFICATION', 'ASSESSMENT')),
    credential      text        not null,
    fits            boolean     not null,
    achieved_at     timestamptz not null,
    counts_from     timestamptz not null check (counts_from >= achieved_at),
    known_from      timestamptz not null,
    expires_at      timestamptz,
    revoked_at      timestamptz,
    ended_at        timestamptz,
    end_cause       text check (end_cause in ('UNLINKED', 'MOVED', 'USER_LEFT')),
    primary key (organization_id, association_id, achievement_id),
    foreign key (organization_id, association_id) references association,
    check ((ended_at is null) = (end_cause is null))
);
create index credit_running on credit (organization_id) where ended_at is null and revoked_at is null and fits;
create index credit_listed on credit (organization_id, achievement_id, user_id);
create index credit_user on credit (organization_id, user_id);

-- Figures from customers. A record that is sent again with another value supersedes the former one.
create table performance_record (
    organization_id uuid           not null references organization,
    id              uuid           not null,
    customer_id     text           not null,
    metric          text           not null,
    product         text           not null,
    association     text           not null,
    period          date           not null check (extract(day from period) = 1),
    trial           boolean        not null,
    location_mpn_id text           not null,
    value           numeric(19, 4) not null,
    recorded_at     timestamptz    not null,
    superseded_at   timestamptz,
    primary key (organization_id, id)
);
create unique index performance_record_current_key on performance_record
    (organization_id, metric, period, customer_id, product, association, trial, location_mpn_id)
    where superseded_at is null;

-- When a level began, or ceased, to be met.
create table level_history (
    organization_id uuid        not null references organization,
    competency_id   text        not null,
    level           text        not null check (level in ('SILVER', 'GOLD')),
    since           timestamptz not null,
    met             boolean     not null,
    met_by          text,
    primary key (organization_id, competency_id, level, since),
    check (met = (met_by is not null))
);

create table subscription (
    organization_id          uuid        not null references organization,
    id                       uuid        not null,
    level                    text        not null check (level in ('SILVER', 'GOLD')),
    status                   text        not null
        check (status in ('ACTIVE', 'GRACE', 'EXPIRED', 'RENEWED', 'UPGRADED', 'MERGED')),
    starts_on                date        not null,
    expires_on               date        not null check (expires_on > starts_on),
    bought_at                timestamptz not null,
    ended_on                 date,
    upgrade_discount_percent int,
    version                  bigint      not null,
    primary key (organization_id, id),
    check ((status in ('ACTIVE', 'GRACE')) = (ended_on is null))
);
create unique index subscription_running_key on subscription (organization_id) where status in ('ACTIVE', 'GRACE');

create table held_level (
    organization_id uuid        not null references organization,
    competency_id   text        not null,
    level           text        not null check (level in ('SILVER', 'GOLD')),
    since           timestamptz not null,
    until           timestamptz,
    primary key (organization_id, competency_id, level, since)
);
create unique index held_level_running_key on held_level (organization_id, competency_id, level) where until is null;

create table alert (
    organization_id uuid        not null references organization,
    id              uuid        not null,
    type            text        not null,
    competency_id   text        not null,
    level           text        not null check (level in ('SILVER', 'GOLD')),
    cause           text        not null,
    people          uuid[]      not null,
    achievements    uuid[]      not null,
    bites_on        date        not null,
    raised_at       timestamptz not null,
    cleared_at      timestamptz check (cleared_at >= raised_at),
    primary key (organization_id, id)
);
create unique index alert_open_key on alert (organization_id, type, competency_id, level) where cleared_at is null;

-- The first answer to a request with an Idempotency-Key, kept for a day.
create table idempotency (
    scope       text        not null,
    key         text        not null,
    fingerprint text        not null,
    created_at  timestamptz not null,
    status      int,
    location    text,
    body        text,
    primary key (scope, key)
);
create index idempotency_created on idempotency (created_at);
