-- A dossier is found by its words also at another agency that has a step of it in hand or has done one: exactly where
-- dossier.worked_at lets it be read. The agency stands among the words, as the dossier's own and those above it do, so
-- that the one index answers for all of them and nothing is asked line by line.

create function dossier.visited_words(dossier uuid, own text) returns tsvector
language sql stable security definer set search_path = dossier, pg_temp
as $$
    select coalesce(array_to_tsvector(array_agg(distinct '@' || t.agency)), ''::tsvector)
      from dossier.task t
     where t.dossier_id = $1 and t.agency <> $2 and t.kind = 'STEP'
       and (t.closed_at is null or t.outcome is not null)
$$;
revoke all on function dossier.visited_words(uuid, text) from public;

create or replace function dossier.make_findable() returns trigger
language plpgsql security definer set search_path = dossier, pg_temp
as $$
begin
    insert into dossier.findable (dossier_id, agency, words)
    values (new.id, new.agency,
            dossier.findable_words(new.code, new.procedure_code, new.agency, new.owner_name, new.filer_name,
                                   new.owner_personal_id, new.owner_phone, new.summary)
            || dossier.visited_words(new.id, new.agency))
    on conflict (dossier_id) do update set agency = excluded.agency, words = excluded.words;
    return null;
end
$$;

create function dossier.make_findable_there() returns trigger
language plpgsql security definer set search_path = dossier, pg_temp
as $$
declare
    home text;
    mark text := '@' || new.agency;
begin
    select f.agency into home from dossier.findable f where f.dossier_id = new.dossier_id;
    -- At home and above it is found already.
    if home is null or new.agency = home or starts_with(home, new.agency || '.') then
        return null;
    end if;
    if dossier.worked_at(new.dossier_id, new.agency) then
        update dossier.findable f set words = f.words || array_to_tsvector(array[mark])
         where f.dossier_id = new.dossier_id and not f.words @@ quote_literal(mark)::tsquery;
    else
        update dossier.findable f set words = ts_delete(f.words, mark)
         where f.dossier_id = new.dossier_id;
    end if;
    return null;
end
$$;
revoke all on function dossier.make_findable_there() from public;
create trigger findable_there after insert or update of closed_at, outcome on dossier.task
    for each row when (new.kind = 'STEP') execute function dossier.make_findable_there();

update dossier.findable f
   set words = f.words || dossier.visited_words(f.dossier_id, f.agency)
 where exists (select from dossier.task t
                where t.dossier_id = f.dossier_id and t.agency <> f.agency and t.kind = 'STEP');

create policy visiting on dossier.findable for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and words @@ (select quote_literal('@' || current_setting('motcua.agency', true))::tsquery));
