-- Lists over many dossiers: what the worklist filters by, full-text search, what each person chose for their list, acts
-- on many dossiers at once, and how long steps take.

-- What the officers' list filters by stands beside the place in it, so that list and counters are one walk over one index.
alter table dossier.task add column procedure_code text;
alter table dossier.task add column release_version integer;
alter table dossier.task add column channel text;
alter table dossier.task add column submitted_at timestamptz;
comment on column dossier.task.procedure_code is 'As in the dossier, which never changes it; likewise release, channel and moment of filing';

update dossier.task t
   set procedure_code = d.procedure_code, release_version = d.release_version, channel = d.channel,
       submitted_at = d.submitted_at
  from dossier.dossier d
 where d.id = t.dossier_id;

create function dossier.task_of_dossier() returns trigger
language plpgsql security definer set search_path = dossier, pg_temp
as $$
begin
    select d.procedure_code, d.release_version, d.channel, d.submitted_at
      into new.procedure_code, new.release_version, new.channel, new.submitted_at
      from dossier.dossier d
     where d.id = new.dossier_id;
    return new;
end
$$;
revoke all on function dossier.task_of_dossier() from public;
create trigger task_of_dossier before insert on dossier.task
    for each row when (new.procedure_code is null) execute function dossier.task_of_dossier();

drop index dossier.task_worklist;
create index task_worklist on dossier.task (agency, suspended, listed_at, id)
    include (position, unit, kind, step_id, claimed_by, claimed_name, paused, procedure_code, release_version, channel,
             submitted_at, opened_at, dossier_id)
    where closed_at is null;

-- Full-text search. The words of a dossier without marks, its agencies as @code, its procedure as p:code, so that one
-- index answers "these words, in my agency or below".
create table dossier.findable (
    dossier_id uuid     primary key,
    agency     text     not null,
    words      tsvector not null
);
comment on table dossier.findable is 'What a dossier is found by: code, owner, filer, numbers, summary';

create function dossier.findable_words(code text, procedure text, agency text, owner text, filer text,
                                       personal_id text, phone text, summary text) returns tsvector
language sql immutable
as $$
    select array_to_tsvector(array(
        select distinct word
          from (select unnest(string_to_array(
                           kernel.fold(concat_ws(' ', code, owner, filer, personal_id, phone, summary)), ' ')) as word
                 union all select regexp_replace(phone, '^\+84', '0')
                 union all select 'p:' || procedure
                 union all select '@' || array_to_string(parts[1:n], '.')
                             from (select string_to_array(agency, '.') as parts) a,
                                  generate_series(1, array_length(parts, 1)) n) all_words
         where word is not null and word <> '' and length(word) <= 200))
$$;

create function dossier.make_findable() returns trigger
language plpgsql security definer set search_path = dossier, pg_temp
as $$
begin
    insert into dossier.findable (dossier_id, agency, words)
    values (new.id, new.agency,
            dossier.findable_words(new.code, new.procedure_code, new.agency, new.owner_name, new.filer_name,
                                   new.owner_personal_id, new.owner_phone, new.summary))
    on conflict (dossier_id) do update set agency = excluded.agency, words = excluded.words;
    return null;
end
$$;
revoke all on function dossier.make_findable() from public;
create trigger findable after insert or update of agency, owner_name, filer_name, owner_personal_id, owner_phone, summary
    on dossier.dossier for each row execute function dossier.make_findable();

insert into dossier.findable (dossier_id, agency, words)
select id, agency, dossier.findable_words(code, procedure_code, agency, owner_name, filer_name, owner_personal_id,
                                          owner_phone, summary)
  from dossier.dossier;
create index findable_words on dossier.findable using gin (words);

alter table dossier.findable enable row level security;
create policy desk on dossier.findable for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
create policy platform on dossier.findable
    using ((select current_setting('motcua.role', true)) = 'system');
grant select on dossier.findable to motcua_app;

-- Row-level security keeps the word index from being used, so the search asks it as the owner and says itself what the
-- policy says: the officer's agency and those below. Whoever joins the answer to the dossiers meets the policies there.
-- Words most dossiers have are found among the newest; the others are few enough to be fetched together.
create function dossier.found(wanted tsquery, before uuid, most integer) returns setof uuid
language plpgsql stable security definer set search_path = dossier, pg_temp
as $$
declare
    mine    text := coalesce(current_setting('motcua.agency', true), '');
    narrow  tsquery;
    hits    uuid[];
begin
    if mine = '' or coalesce(current_setting('motcua.role', true), '') not in ('officer', 'leader') then
        return;
    end if;
    narrow := wanted && quote_literal('@' || mine)::tsquery;
    select array_agg(newest.dossier_id) into hits
      from (select recent.dossier_id
              from (select f.dossier_id, f.words
                      from dossier.findable f
                     where before is null or f.dossier_id < before
                     order by f.dossier_id desc limit 4000) recent
             where recent.words @@ narrow
             order by recent.dossier_id desc limit most) newest;
    if coalesce(array_length(hits, 1), 0) >= most then
        return query select unnest(hits);
        return;
    end if;
    return query
        with hit as materialized (select f.dossier_id from dossier.findable f where f.words @@ narrow)
        select h.dossier_id from hit h
         where before is null or h.dossier_id < before
         order by h.dossier_id desc limit most;
end
$$;
revoke all on function dossier.found(tsquery, uuid, integer) from public;
grant execute on function dossier.found(tsquery, uuid, integer) to motcua_app;

-- What somebody looked for, so that names stand in no address; kept a day.
create table dossier.sought (
    id      uuid        primary key,
    account uuid        not null,
    words   text        not null check (length(words) <= 200),
    at      timestamptz not null
);
create index sought_account on dossier.sought (account, at);
create index sought_at on dossier.sought (at);
comment on table dossier.sought is 'Words looked for; addresses carry the id alone';
alter table dossier.sought enable row level security;
create policy own on dossier.sought
    using (account::text = (select current_setting('motcua.account', true))
        or (select current_setting('motcua.role', true)) = 'system');
grant select, insert, delete on dossier.sought to motcua_app;

-- What each person chose for their list.
create table dossier.list_choice (
    account   uuid    primary key,
    columns   text[]  not null,
    page_size integer not null check (page_size between 10 and 200)
);
alter table dossier.list_choice enable row level security;
create policy own on dossier.list_choice
    using (account::text = (select current_setting('motcua.account', true)));
grant select, insert, update, delete on dossier.list_choice to motcua_app;

create table dossier.list_view (
    id      uuid        primary key,
    account uuid        not null,
    agency  text        not null,
    unit    text,
    name    text        not null check (length(name) between 1 and 60),
    query   text        not null check (length(query) <= 1000),
    made_at timestamptz not null
);
create index list_view_account on dossier.list_view (account, agency, id);
create index list_view_unit on dossier.list_view (agency, unit, id) where unit is not null;
comment on table dossier.list_view is 'Filters of the list kept under a name; never words somebody looked for';
comment on column dossier.list_view.unit is 'Unit it is shared with; null when it is its maker''s alone';
alter table dossier.list_view enable row level security;
create policy own on dossier.list_view
    using (account::text = (select current_setting('motcua.account', true)));
create policy shared on dossier.list_view for select
    using (unit is not null
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
grant select, insert, update, delete on dossier.list_view to motcua_app;

-- One act on many dossiers: chosen, read line by line, confirmed, done each in a transaction of its own.
create table dossier.bulk (
    id           uuid        primary key,
    account      uuid        not null,
    account_name text        not null,
    role         text        not null check (role in ('OFFICER', 'LEADER')),
    agency       text        not null,
    act          text        not null check (act in ('CLAIM', 'GIVE', 'STEP', 'APPROVE', 'SLIPS')),
    step_id      text,
    outcome      text,
    given_to     uuid,
    given_name   text,
    note         text,
    state        text        not null check (state in ('CHOSEN', 'CONFIRMED', 'DONE')),
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    done_at      timestamptz,
    leased_until timestamptz
);
create index bulk_account on dossier.bulk (account, made_at);
create index bulk_waiting on dossier.bulk (confirmed_at) where state = 'CONFIRMED';
create index bulk_made on dossier.bulk (made_at);
comment on table dossier.bulk is 'Việc làm hàng loạt: one act on up to 500 dossiers, and what became of each';
comment on column dossier.bulk.leased_until is 'Until when the node that works on it need not be helped';

create table dossier.bulk_row (
    bulk_id    uuid        not null references dossier.bulk (id) on delete cascade,
    number     integer     not null,
    task_id    uuid        not null,
    dossier_id uuid        not null,
    code       text        not null,
    version    integer     not null,
    result     text        check (result in ('DONE', 'CHANGED', 'NOT_YOURS', 'NEEDS_TYPING', 'NOT_NOW', 'FAILED')),
    problem    text,
    done_at    timestamptz,
    primary key (bulk_id, number)
);
comment on column dossier.bulk_row.version is 'Version of the dossier as it was seen; another one is not acted on';
alter table dossier.bulk enable row level security;
create policy own on dossier.bulk
    using (account::text = (select current_setting('motcua.account', true))
        or (select current_setting('motcua.role', true)) = 'system');
alter table dossier.bulk_row enable row level security;
create policy own on dossier.bulk_row
    using (exists (select from dossier.bulk b where b.id = bulk_id));
grant select, insert, update, delete on dossier.bulk, dossier.bulk_row to motcua_app;

-- How long steps take: counts of finished pieces of work by length, in steps of about nine per cent.
create table dossier.step_time (
    procedure_code text     not null,
    step_id        text     not null,
    bucket         smallint not null,
    pieces         bigint   not null,
    primary key (procedure_code, step_id, bucket)
);
comment on table dossier.step_time is 'Thời gian thực tế của bước: working time of finished work, waiting for the person left out';
grant select, insert, update, delete on dossier.step_time to motcua_app;

-- One's own rows are told by their agency alone; only the others cost a look at the dossier.
drop policy handles_reads on dossier.task;
create policy handles_reads on dossier.task for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency <> (select current_setting('motcua.agency', true))
        and (dossier.agency_of(dossier_id) = (select current_setting('motcua.agency', true))
            or starts_with(dossier.agency_of(dossier_id), (select current_setting('motcua.agency', true)) || '.')));
drop policy visiting on dossier.dossier;
create policy visiting on dossier.dossier for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency <> (select current_setting('motcua.agency', true))
        and not starts_with(agency, (select current_setting('motcua.agency', true)) || '.')
        and dossier.worked_at(id, (select current_setting('motcua.agency', true))));
