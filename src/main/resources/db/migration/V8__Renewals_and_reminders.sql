-- A term keeps the renewal window that it was sold with.
alter table subscription add column renewal_days int not null default 30 check (renewal_days between 1 and 365);

-- A reminder is about a term and not about a competency or people; there is one for each term and day.
alter table alert
    add column subscription_id uuid,
    add column remind_on       date,
    add column closes_on       date,
    alter column competency_id drop not null,
    alter column level         drop not null,
    alter column cause         drop not null,
    alter column people        drop not null,
    alter column achievements  drop not null,
    add check (case
        when type = 'RENEWAL_REMINDER'
            then num_nonnulls(subscription_id, remind_on, closes_on) = 3
                 and num_nonnulls(competency_id, level, cause, people, achievements) = 0
        else num_nonnulls(competency_id, level, cause, people, achievements) = 5
             and num_nonnulls(subscription_id, remind_on, closes_on) = 0
    end);
create unique index alert_reminder_key on alert (organization_id, subscription_id, remind_on)
    where type = 'RENEWAL_REMINDER';

-- When the next reminder is due is found by an evaluation, so that those with a running term need one now.
update standing set next_due_at = least(next_due_at, evaluated_at)
where organization_id in (select organization_id from subscription where status in ('ACTIVE', 'GRACE'));
