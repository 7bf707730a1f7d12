-- Rows enough for PostgreSQL to plan as it does where there is much. ${now} is the instant of the tests' clock,
-- ${organizations} how many companies there are.
set session_replication_role = replica;
set synchronous_commit = off;
create function pg_temp.id(at timestamptz, seed text) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3)
            || '8' || substr(md5(seed), 4, 15))::uuid $$;

create temporary table company as
select n, at, pg_temp.id(at, 'company' || n) as id
from (select n, timestamptz '${now}' - interval '3 years' * n / ${organizations} as at
      from generate_series(1, ${organizations}) n) numbered;
create temporary table person as
select i as n, c.n as company, c.id as organization_id, at, pg_temp.id(at, 'person' || c.n || '-' || i) as id,
       pg_temp.id(at, 'account' || c.n || '-' || i) as account_id,
       pg_temp.id(at, 'association' || c.n || '-' || i) as association_id, i = 1 and c.n % 4 = 0 as has_left
from company c, generate_series(1, 3) i;
create temporary table earned as
select p.*, e as number, pg_temp.id(p.at, 'achievement' || p.company || '-' || p.n || '-' || e) as achievement_id
from person p, generate_series(1, 3) e;

insert into organization (id, mpn_id, name, country, market, created_at, version)
select id, 'mpn-' || n, 'Contoso ' || n, 'ES', 'DEVELOPED', at, 0 from company;
insert into organization_market (organization_id, since, market) select id, at, 'DEVELOPED' from company;
insert into location (organization_id, id, mpn_id, name, country, created_at)
select id, pg_temp.id(at, 'location' || n), 'location-' || n, 'Contoso', 'ES', at from company;
-- Most wait for an anniversary; in a batch there is nothing to do.
insert into standing (organization_id, revision, counted_through, next_due_at, catalogue_release, evaluated_at, pending,
                      snapshot, merged_into, merged_at)
select id, 1, at, case when n % 3 > 0 then timestamptz '${now}' + interval '1 minute' * (1 + n) end, 1, at,
       case when n % 50 = 0 then 3 else 0 end, repeat('s', 300), case when n % 500 = 0 then gen_random_uuid() end,
       case when n % 500 = 0 then at end
from company;
insert into organization_merge (organization_id, id, absorbed_organization_id, status, started_by, started_by_roles,
                                started_at, finished_at)
select id, pg_temp.id(at, 'merge' || n), gen_random_uuid(), 'FINISHED', 'admin', 'programme-admin', at, at
from company where n % 10 = 0;

insert into app_user (organization_id, id, user_name, first_name, last_name, display_name, email, roles, status,
                      created_at, left_at, version)
select organization_id, id, 'user-' || company || '-' || n, 'Ana', 'Contoso', 'Ana', company || '-' || n || '@contoso.example',
       'user', case when has_left then 'LEFT' else 'ACTIVE' end, at, case when has_left then at end, 0
from person;
insert into login (user_name, organization_id, user_id, roles, password_hash, must_change, created_at)
select 'user-' || company || '-' || n, organization_id, id, 'user', 'hash', false, at from person;
insert into service_account (id, user_name, name, role, created_at)
select gen_random_uuid(), 'integration-' || n, 'Integration', 'learning-provider', timestamptz '${now}'
from generate_series(1, 20) n;
insert into sign_in_failure (name_digest, failures, failed_at, locked_until)
select md5('name' || n), 1, timestamptz '${now}' - interval '1 second' * (n % 3600), timestamptz '${now}' from company;

insert into microsoft_account (id, email, holder_organization_id, holder_user_id)
select account_id, company || '-' || n || '@outlook.example', case when not has_left then organization_id end,
       case when not has_left then id end
from person;
insert into association_start (account_id, kind, started_at) select account_id, 'LEARN', at from person;
insert into association (organization_id, id, user_id, account_id, kind, associated_at, counts_from, moved, ended_at,
                         end_cause)
select organization_id, association_id, id, account_id, 'LEARN', at, at, false, case when has_left then at end,
       case when has_left then 'USER_LEFT' end
from person;
insert into achievement (account_id, id, type, credential, achieved_at, recorded_at)
select account_id, achievement_id, 'EXAM', '70-' || 300 + number, at, at from earned;
insert into credit (organization_id, association_id, achievement_id, user_id, account_id, type, credential, fits,
                    achieved_at, counts_from, known_from, ended_at, end_cause)
select organization_id, association_id, achievement_id, id, account_id, 'EXAM', '70-' || 300 + number, true, at, at, at,
       case when has_left then at end, case when has_left then 'USER_LEFT' end
from earned;
insert into former_credit (organization_id, association_id, achievement_id, until, known_from)
select organization_id, association_id, achievement_id, at + interval '1 day', at from earned where number = 1 and n = 1;

insert into performance_record (organization_id, id, customer_id, metric, product, association, period, trial,
                                location_mpn_id, value, recorded_at, superseded_at)
select c.id, pg_temp.id(c.at, 'figure' || c.n || '-' || m), 'customer-' || m % 3, 'active-entitlements', 'exchange-online',
       'delegated-admin', date_trunc('month', timestamptz '${now}') - interval '1 month' * (m / 3), false,
       'location-' || c.n, 10, c.at, case when m = 0 then c.at end
from company c, generate_series(0, 8) m;
insert into attestation (organization_id, id, attestation, created_at, created_by)
select id, pg_temp.id(at, 'attestation' || n), 'csp', at, 'admin' from company;
insert into level_override (organization_id, id, competency_id, level, reason, until, created_at, created_by)
select id, pg_temp.id(at, 'override' || n), 'messaging', 'SILVER', 'Support', at + interval '3 months', at, 'admin'
from company;
insert into exemption (id, anniversary_from, anniversary_to, reason, created_at, created_by)
select gen_random_uuid(), date '2020-01-01' + n, date '2020-02-01' + n, 'Crisis', timestamptz '${now}', 'admin'
from generate_series(1, 20) n;

insert into level_history (organization_id, competency_id, level, since, met, met_by)
select id, 'messaging', level, at + interval '1 day' * m, m % 2 = 1, case when m % 2 = 1 then 'FACTS' end
from company, generate_series(1, 3) m, unnest(array['SILVER', 'GOLD']) level;
insert into subscription (organization_id, id, level, status, starts_on, expires_on, bought_at, ended_on, version)
select id, pg_temp.id(at + interval '1 year' * y, 'term' || n || '-' || y), 'SILVER', case when y = 1 then 'ACTIVE' else 'RENEWED' end,
       timestamptz '${now}' - interval '1 day' * (n % 365) + interval '1 year' * (y - 1),
       timestamptz '${now}' - interval '1 day' * (n % 365) + interval '1 year' * y, at,
       case when y < 1 then timestamptz '${now}' - interval '1 day' * (n % 365) + interval '1 year' * y end, 0
from company, generate_series(-1, 1) y where n % 2 = 0;
insert into held_level (organization_id, competency_id, level, since, until)
select id, 'messaging', 'SILVER', at + interval '1 year' * y, case when y < 1 then at end
from company, generate_series(0, 1) y where n % 2 = 0;
insert into alert (organization_id, id, type, competency_id, level, cause, people, achievements, bites_on, raised_at,
                   cleared_at)
select id, pg_temp.id(at, 'alert' || n || '-' || a), 'RENEWAL_AT_RISK', 'messaging', 'SILVER', 'USER_LEFT', '{}', '{}', timestamptz '${now}', at,
       case when a > 0 then at end
from company, generate_series(0, 1) a where n % 4 = 0;

insert into audit_record (organization_id, id, operation_date, operation_type, resource_type, resource_id, about_user_id,
                          actor_user_id, actor_roles)
select organization_id, pg_temp.id(at, 'audit' || company || '-' || n || '-' || number), at, 'ADD', 'USER', id::text, id, id, 'global-admin'
from earned;
insert into audit_personal (organization_id, audit_id, part, user_id, content)
select organization_id, pg_temp.id(at, 'audit' || company || '-' || n || '-' || number), 'ACTOR', id, 'ana' from earned where number = 1;
insert into idempotency (scope, key, fingerprint, created_at, status)
select 'admin POST /v1/achievements', 'key-' || n, md5(n::text),
       timestamptz '${now}' - interval '1 second' * (n * 86400 / ${organizations}), 201
from company;
-- What is older has been cleared away.
insert into achievement_import (id, status, started_by, started_by_roles, total_rows, started_at, finished_at)
select pg_temp.id(at, 'reports' || n), 'FINISHED', 'learning', 'learning-provider', 9, sent, sent
from (select *, timestamptz '${now}' - interval '29 days' * n / ${organizations} as sent from company) dated;
insert into achievement_import_part (import_id, number, from_hash, to_hash, done_hash, is_done, created)
select pg_temp.id(at, 'reports' || n), 0, -2147483648, 2147483647, 2147483647, true, 9 from company;
insert into achievement_import_row (import_id, row_number, hash, id, account, type, credential, achieved_at)
select pg_temp.id(c.at, 'reports' || c.n), e.n * 3 + e.number, hashtext(e.account_id::text), e.achievement_id,
       e.company || '-' || e.n || '@contoso.example', 'EXAM', '70-34' || e.number, e.at
from earned e join company c on c.n = e.company;
insert into achievement_import_known (import_id, row_number, achievement_id)
select import_id, row_number, id from achievement_import_row where row_number % 3 = 0;
insert into user_import (organization_id, id, status, started_by, started_by_roles, total_rows, started_at, finished_at)
select id, pg_temp.id(at, 'import' || n), 'FINISHED', 'admin', 'programme-admin', 3, at, at from company where n % 10 = 0;
insert into user_import_row (organization_id, import_id, row_number, status, email, user_id, user_name)
select p.organization_id, i.id, p.n, 'CREATED', p.company || '-' || p.n || '@contoso.example', p.id, 'user-' || p.company || '-' || p.n
from user_import i join person p on p.organization_id = i.organization_id;

insert into event (organization_id, number, id, type, subject, at, data)
select id, e, pg_temp.id(timestamptz '${now}' - interval '1 minute' * (n % 30000 + 5 - e), 'event' || n || '-' || e),
       'achievement.counted', id::text, at, '{}'
from company, generate_series(1, 5) e;
insert into event_feed (organization_id, last_number) select id, 5 from company;
insert into webhook (organization_id, id, url, events, secret, status, created_at, delivered_number, due_at)
select id, pg_temp.id(at, 'webhook' || n), 'https://contoso.example/', array['achievement.counted'], 'whsec_', 'ACTIVE', at, 5,
       case when n % 100 = 0 then timestamptz '${now}' + interval '1 hour' end
from company;
