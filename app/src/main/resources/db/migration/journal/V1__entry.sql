-- What happened, once and for ever. Order of reading: (xid, seq), see docs/adr/0001-commit-safe-feed.md.
-- A sequence of its own, because identity columns of partitioned tables need PostgreSQL 17.
create sequence journal.entry_seq;

create table journal.entry (
    xid           xid8        not null default pg_current_xact_id(),
    seq           bigint      not null default nextval('journal.entry_seq'),
    at            timestamptz not null,
    kind          text        not null,
    subject_type  text        not null,
    subject_id    uuid        not null,
    agency        text,
    actor_role    text        not null,
    actor_account uuid,
    actor_agency  text,
    data          jsonb       not null default '{}'
) partition by range (at);

comment on table journal.entry is 'Append-only record of everything that happened; ids and codes, never names or papers';
comment on column journal.entry.xid is 'Order key: the writing transaction, or a later one that wrote about the same subject before it';
comment on column journal.entry.at is 'When it happened by the platform''s clock';

create index entry_feed on journal.entry (xid, seq);
create index entry_subject on journal.entry (subject_id, at, seq);

do $$
begin
    for year in 2023..2031 loop
        execute format(
            'create table journal.entry_%s partition of journal.entry for values from (%L) to (%L)',
            year, format('%s-01-01 00:00:00+07', year), format('%s-01-01 00:00:00+07', year + 1));
    end loop;
end $$;
create table journal.entry_other partition of journal.entry default;

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only: % on % refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on journal.entry
    for each row execute function journal.refuse_change();

do $$
declare part regclass;
begin
    for part in
        select relid::regclass from pg_partition_tree('journal.entry')
    loop
        execute format(
            'create trigger never_emptied before truncate on %s for each statement execute function journal.refuse_change()',
            part);
    end loop;
end $$;

grant select, insert on journal.entry to motcua_app;
grant usage on sequence journal.entry_seq to motcua_app;
