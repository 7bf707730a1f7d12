-- Files of employees, and each of their rows with what became of it. While a file is ARRIVING nobody sees it. Rows that
-- wait carry what the new user will be; afterwards the names are in app_user alone.

create table user_import (
    organization_id  uuid        not null references organization,
    id               uuid        not null,
    status           text        not null
        check (status in ('ARRIVING', 'RUNNING', 'FINISHED', 'FINISHED_WITH_ERRORS', 'FAILED')),
    started_by       text        not null,
    started_by_user  uuid,
    started_by_roles text        not null,
    request_id       text,
    total_rows       int         not null default 0,
    started_at       timestamptz not null,
    finished_at      timestamptz,
    -- Whether rows hold passwords that nobody has fetched; a download that is being written has them until lent_until.
    holds_passwords  boolean     not null default false,
    lent_until       timestamptz,
    primary key (organization_id, id),
    check ((status in ('ARRIVING', 'RUNNING')) = (finished_at is null))
);
-- Work of the jobs: each is empty when nothing is to be done.
create index user_import_running on user_import (started_at, id) where status = 'RUNNING';
create index user_import_arriving on user_import (started_at) where status = 'ARRIVING';
create index user_import_passwords on user_import (started_at) where holds_passwords;

create table user_import_row (
    organization_id    uuid not null,
    import_id          uuid not null,
    row_number         int  not null,
    status             text not null check (status in ('WAITING', 'CREATED', 'EXISTS', 'FAILED')),
    first_name         text,
    last_name          text,
    display_name       text,
    roles              text,
    email              text,
    attempts           int  not null default 0,
    retry_at           timestamptz,
    user_id            uuid,
    user_name          text,
    temporary_password text,
    error              text,
    primary key (organization_id, import_id, row_number),
    foreign key (organization_id, import_id) references user_import on delete cascade,
    check ((status = 'WAITING') = (first_name is not null)),
    check ((status = 'CREATED') = (user_id is not null)),
    check ((status = 'FAILED') = (error is not null))
);
create index user_import_row_waiting on user_import_row (organization_id, import_id, row_number)
    where status = 'WAITING';
-- Whether an earlier row of the file has the same address; and where an address stands at all.
create index user_import_row_email on user_import_row (organization_id, lower(email), import_id, row_number);
create index user_import_row_user on user_import_row (organization_id, user_id) where user_id is not null;
create index user_import_row_password on user_import_row (organization_id, import_id)
    where temporary_password is not null;
