-- The service reads and writes rows: it owns no table, sees nothing of the migrations, and adds to the audit without
-- ever changing it. Flyway runs this again when it, or the name of the service's role, has changed; later tables come
-- under it by the default privileges, and one that must be less open is named here. Where the service is its own owner
-- there is nobody to take anything from.
do $$
declare
    service constant name := '${service}';
    owned record;
begin
    if service = current_user or not exists (select from pg_roles where rolname = service) then
        return;
    end if;
    if not has_schema_privilege(service, current_schema(), 'usage') then
        execute format('grant usage on schema %I to %I', current_schema(), service);
    end if;
    execute format(
        'alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
        current_schema(), service);
    for owned in
        select c.oid::regclass as name, coalesce(pg_partition_root(c.oid), c.oid)::regclass::text as whole
        from pg_class c
        where c.relnamespace = current_schema()::regnamespace
          and c.relkind in ('r', 'p')
          and c.relowner = current_user::regrole
    loop
        execute format('revoke all on %s from %I', owned.name, service);
        case owned.whole
            when '${flyway:table}' then
                null;
            when 'audit_record' then
                execute format('grant select, insert on %s to %I', owned.name, service);
            else
                execute format('grant select, insert, update, delete on %s to %I', owned.name, service);
        end case;
    end loop;
end $$;
