-- What a programme administrator makes met, for a time and a reason. It is over at until, or at ended_at when somebody
-- ended it early; rows stay, because the past is judged by what was in force then.
create table level_override (
    organization_id uuid        not null references organization,
    id              uuid        not null,
    competency_id   text        not null,
    level           text        not null check (level in ('SILVER', 'GOLD')),
    reason          text        not null,
    until           timestamptz not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    ended_at        timestamptz,
    ended_by        text,
    primary key (organization_id, id),
    check (until > created_at),
    check (ended_at >= created_at and ended_at < until),
    check ((ended_at is null) = (ended_by is null))
);

-- Statuses granted outside the programme. Granting one again ends the row before, so that both are known as they were.
create table attestation (
    organization_id uuid        not null references organization,
    id              uuid        not null,
    attestation     text        not null,
    until           timestamptz,
    created_at      timestamptz not null,
    created_by      text        not null,
    ended_at        timestamptz,
    ended_by        text,
    primary key (organization_id, id),
    check (until > created_at),
    check (ended_at >= created_at and (until is null or ended_at < until)),
    check ((ended_at is null) = (ended_by is null))
);

-- Rules of the whole programme, and few: not a tenant's table. No competencies means all of them.
create table exemption (
    id               uuid        not null primary key,
    competencies     text[]      check (cardinality(competencies) > 0),
    anniversary_from date        not null,
    anniversary_to   date        not null,
    reason           text        not null,
    created_at       timestamptz not null,
    created_by       text        not null,
    ended_at         timestamptz check (ended_at >= created_at),
    ended_by         text,
    check (anniversary_to >= anniversary_from),
    check ((ended_at is null) = (ended_by is null))
);
create index exemption_anniversaries on exemption (anniversary_to);

-- An exemption concerns those whose running term has its anniversary in a range.
create index subscription_anniversary on subscription (expires_on, organization_id) where status in ('ACTIVE', 'GRACE');
