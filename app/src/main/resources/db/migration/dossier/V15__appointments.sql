-- Deadlines kept in sight: pauses that end by themselves, the watch before an appointment passes, why dossiers are late,
-- and reminders before a term to answer ends.

-- A pause on a ground with a term of its own; a silent agency has agreed when it ends.
create table dossier.pause_term (
    dossier_id uuid        primary key,
    agency     text        not null,
    until      timestamptz not null
);
comment on table dossier.pause_term is 'Tạm dừng có thời hạn: when the clock goes on by itself';
create index pause_term_until on dossier.pause_term (until, dossier_id);
alter table dossier.pause_term enable row level security;
create policy desk on dossier.pause_term
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
create policy platform on dossier.pause_term
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update, delete on dossier.pause_term to motcua_app;

-- The watch: that an appointment will not be kept is said once for each appointment.
create table dossier.late_watch (
    dossier_id uuid        not null,
    due_at     timestamptz not null,
    agency     text        not null,
    raised_at  timestamptz not null,
    primary key (dossier_id, due_at)
);
comment on table dossier.late_watch is 'Nguy cơ trễ hẹn: appointments of which was told that they will not be kept';
alter table dossier.late_watch enable row level security;
create policy desk_reads on dossier.late_watch for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
create policy platform on dossier.late_watch
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert on dossier.late_watch to motcua_app;

-- The letter of apology is a piece of work of whoever signs it: one more kind than there are already.
do $$
declare
    kinds text;
begin
    select pg_get_constraintdef(oid) into kinds
      from pg_constraint where conrelid = 'dossier.task'::regclass and conname = 'task_kind_check';
    alter table dossier.task drop constraint task_kind_check;
    execute 'alter table dossier.task add constraint task_kind_check '
        || regexp_replace(kinds, 'ARRAY\[', 'ARRAY[''APOLOGY''::text, ');
end $$;

-- Why dossiers were late, chosen from the list; the words stay with the dossier.
create table dossier.lateness (
    id         uuid        primary key,
    dossier_id uuid        not null,
    agency     text        not null,
    stage      text        not null check (stage in ('APOLOGY', 'COMPLETED')),
    reason     text        not null,
    words      text        not null,
    due_at     timestamptz not null,
    said_by    uuid,
    said_name  text        not null,
    said_at    timestamptz not null
);
comment on table dossier.lateness is 'Lý do trễ hạn: chosen with the letter of apology, and again when a late dossier is completed';
create index lateness_dossier on dossier.lateness (dossier_id);
create index lateness_agency on dossier.lateness (agency, said_at, reason);
alter table dossier.lateness enable row level security;
create policy desk_reads on dossier.lateness for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
create policy desk_says on dossier.lateness for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
create policy platform on dossier.lateness
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert on dossier.lateness to motcua_app;

-- Reminders before the term to answer a request ends, each once.
create table dossier.reminder (
    supplement_id uuid        not null,
    part          text        not null check (part in ('HALF', 'THREE_DAYS')),
    dossier_id    uuid        not null,
    at            timestamptz not null,
    primary key (supplement_id, part)
);
comment on table dossier.reminder is 'Nhắc bổ sung: when half of the term had passed, and three days before its end';
create index reminder_dossier on dossier.reminder (dossier_id, at);
alter table dossier.reminder enable row level security;
create policy visible on dossier.reminder for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy platform on dossier.reminder
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert on dossier.reminder to motcua_app;

-- Open appointments in the order in which they come, for the watch and for a changed calendar alike.
drop index dossier.dossier_due;
create index dossier_due on dossier.dossier (due_at, id) where due_at is not null and finished_at is null;
