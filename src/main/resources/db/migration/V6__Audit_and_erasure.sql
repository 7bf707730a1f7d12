-- Who changed what. Rows are only ever added, and hold no personal data: people stand here by id. What was changed
-- outside every organization stands under the nil UUID. The columns of the actor are empty where the organization must
-- not know who it was.
create table audit_record (
    organization_id uuid        not null,
    id              uuid        not null,
    operation_date  timestamptz not null,
    operation_type  text        not null,
    resource_type   text        not null,
    resource_id     text,
    about_user_id   uuid,
    actor_user_id   uuid,
    actor_roles     text        not null,
    request_id      text,
    old_value       text,
    new_value       text,
    primary key (organization_id, id)
);
create index audit_record_about on audit_record (organization_id, about_user_id, id) where about_user_id is not null;
create index audit_record_actor on audit_record (organization_id, actor_user_id, id) where actor_user_id is not null;

-- What audit records say of people, so that it can be erased: the actor's user name, and the members of the old and the
-- new value that name a person. No user_id: an account of the programme's own.
create table audit_personal (
    organization_id uuid not null,
    audit_id        uuid not null,
    part            text not null check (part in ('ACTOR', 'OLD', 'NEW')),
    user_id         uuid,
    content         text not null,
    primary key (organization_id, audit_id, part)
);
create index audit_personal_user on audit_personal (organization_id, user_id) where user_id is not null;

-- Somebody who has left and whose personal data are erased.
alter table app_user add column erased_at timestamptz check (erased_at is null or status = 'LEFT');

-- An account may go on with somebody else; the associations of an erased person do not show it any more. The account's
-- address is kept as long as it is the account of somebody who is not erased.
alter table association add column account_erased boolean not null default false;
alter table association_start add column erased boolean not null default false;
