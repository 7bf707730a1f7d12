-- Files of achievements, and each of their rows until the file is forgotten. A file belongs to whoever sent it, not to an
-- organization, and no statement of theirs joins one. While a file is ARRIVING nobody sees it; what is DISCARDED is
-- deleted bit by bit.
create table achievement_import (
    id               uuid        not null primary key,
    status           text        not null
        check (status in ('ARRIVING', 'RUNNING', 'FINISHED', 'FINISHED_WITH_ERRORS', 'FAILED', 'DISCARDED')),
    started_by       text        not null,
    started_by_roles text        not null,
    request_id       text,
    total_rows       int         not null default 0,
    -- Rows that were refused when the file arrived.
    refused_rows     int         not null default 0,
    started_at       timestamptz not null,
    finished_at      timestamptz,
    -- It has taken too long: what still waits fails.
    gave_up          boolean     not null default false,
    check (finished_at is null or status not in ('ARRIVING', 'RUNNING'))
);
create index achievement_import_open on achievement_import (started_at, id) where finished_at is null;
create index achievement_import_finished on achievement_import (finished_at) where finished_at is not null;
create index achievement_import_discarded on achievement_import (id) where status = 'DISCARDED';

-- A file is processed in parts: all rows whose account has a hash within bounds, in the order of hash and row, up to
-- where the part is done. So one account's rows stay in order, and several copies share a file without meeting.
create table achievement_import_part (
    import_id uuid    not null references achievement_import on delete cascade,
    number    int     not null,
    from_hash int     not null,
    to_hash   int     not null,
    done_hash int     not null,
    done_row  int     not null default 0,
    is_done   boolean not null default false,
    created   int     not null default 0,
    existing  int     not null default 0,
    failed    int     not null default 0,
    attempts  int     not null default 0,
    retry_at  timestamptz,
    primary key (import_id, number)
);

-- id is the achievement's, should the row create one. A row with an error is over. No foreign key: the import is known
-- to exist, and looking it up a million times is dear.
create table achievement_import_row (
    import_id   uuid not null,
    row_number  int  not null,
    hash        int  not null,
    id          uuid,
    account     text,
    type        text,
    credential  text,
    achieved_at timestamptz,
    expires_at  timestamptz,
    source      text,
    error       text,
    primary key (import_id, row_number)
);
create index achievement_import_row_account on achievement_import_row (import_id, hash, row_number);
create index achievement_import_row_failed on achievement_import_row (import_id, row_number) where error is not null;

-- Rows that told what was known. All other processed rows created their achievement or have an error: the many are not
-- written a second time.
create table achievement_import_known (
    import_id      uuid not null,
    row_number     int  not null,
    achievement_id uuid not null,
    primary key (import_id, row_number)
);
