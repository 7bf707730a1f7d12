-- One organization becomes part of another. What the absorbed one has goes on in the surviving one, under the same ids
-- and from the merge's instant on; what it had stays where it was, ended at that instant. Either past reads as before.

-- Under the organization that survives. A job takes what is RUNNING.
create table organization_merge (
    organization_id          uuid        not null references organization,
    id                       uuid        not null,
    absorbed_organization_id uuid        not null,
    status                   text        not null check (status in ('RUNNING', 'FINISHED', 'FAILED')),
    started_by               text        not null,
    started_by_roles         text        not null,
    request_id               text,
    started_at               timestamptz not null,
    finished_at              timestamptz,
    reason                   text,
    attempts                 int         not null default 0,
    retry_at                 timestamptz,
    primary key (organization_id, id),
    check (organization_id <> absorbed_organization_id),
    check ((status = 'RUNNING') = (finished_at is null)),
    check ((status = 'FAILED') = (reason is not null))
);
-- Work of the job: empty when nothing is to be done.
create index organization_merge_running on organization_merge (started_at, id) where status = 'RUNNING';

-- Part of which organization this one is by now. Nothing of it changes any more, and no pass looks at it.
alter table standing add column merged_into uuid;
alter table standing add column merged_at timestamptz;
alter table standing add constraint standing_merged check ((merged_into is null) = (merged_at is null));
create index standing_merged_into on standing (merged_into) where merged_into is not null;

-- A person keeps user name and id. Who may sign in with a name is the login's to say, where it is one of a kind.
alter table app_user drop constraint app_user_user_name_key;
alter table app_user add constraint app_user_user_name_key unique (organization_id, user_name);

-- Since when the organization has what began in another one: before, it knew nothing of it.
alter table association add column joined_at timestamptz;
alter table association drop constraint association_end_cause_check;
alter table association add constraint association_end_cause_check
    check (end_cause in ('UNLINKED', 'MOVED', 'USER_LEFT', 'MERGED'));
alter table credit drop constraint credit_end_cause_check;
alter table credit add constraint credit_end_cause_check
    check (end_cause in ('UNLINKED', 'MOVED', 'USER_LEFT', 'MERGED'));

-- Terms of an absorbed organization stand in the surviving one's list, too; they are none of its own. A term that a merge
-- has ended did not run to its dates.
alter table subscription add column merged_from uuid;
alter table subscription add column merged_at timestamptz;
alter table subscription add constraint subscription_copied
    check (merged_from is null or status not in ('ACTIVE', 'GRACE'));

-- The operator lists the terms of all organizations by id. An index has everything that the list filters by and shows,
-- so that counting reads no table; terms that run are few among all there ever were, and begin late in the list.
create index subscription_listed on subscription (id)
    include (organization_id, level, status, starts_on, expires_on, renewal_days, ended_on)
    where merged_from is null;
create index subscription_listed_running on subscription (id)
    include (organization_id, level, status, starts_on, expires_on, renewal_days, ended_on)
    where merged_from is null and status in ('ACTIVE', 'GRACE');
