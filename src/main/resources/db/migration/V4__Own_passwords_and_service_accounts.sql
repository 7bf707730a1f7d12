-- An account may be known here while its password is kept by an identity provider.
alter table login alter column password_hash drop not null;

-- A service account may belong to an organization without being one of its users.
alter table login drop constraint login_check;
alter table login add constraint login_user_in_organization check (user_id is null or organization_id is not null);

-- Failed sign-ins in a row. The name is kept as a digest, whether an account has it or not: it is whatever somebody
-- typed, a password into the wrong field included.
create table sign_in_failure (
    name_digest  text        not null primary key,
    failures     int         not null,
    failed_at    timestamptz not null,
    locked_until timestamptz not null
);
create index sign_in_failure_failed on sign_in_failure (failed_at);

-- Integrations, which sign in like users and are none. One that was deleted stays known; its login is disabled.
create table service_account (
    id              uuid        not null primary key,
    user_name       text        not null unique,
    name            text        not null,
    role            text        not null,
    organization_id uuid,
    created_at      timestamptz not null,
    deleted_at      timestamptz
);
