-- People at work: seats where several decide, whom somebody stands in for, warnings, escalations, leave, and the last
-- act of an officer while it can still be undone.
alter table dossier.task add column seat integer not null default 0;
alter table dossier.task add column claimed_for uuid;
alter table dossier.task add column claimed_for_name text;
alter table dossier.task add column closed_for uuid;
alter table dossier.task add column closed_for_name text;
alter table dossier.task add column warned_at timestamptz;
alter table dossier.task add column escalated_at timestamptz;
alter table dossier.task add column escalated_from text;
comment on column dossier.task.seat is 'Ghế: which of several people''s pieces of work at one step; 0 where one person does it';
comment on column dossier.task.claimed_for is 'Thay mặt: who would have the work were they not on leave';
comment on column dossier.task.closed_for is 'Được ủy quyền của: on whose behalf the work was done';
comment on column dossier.task.warned_at is 'When a timer of the step warned';
comment on column dossier.task.escalated_from is 'Position the work was meant for before a timer passed it on';

alter table dossier.task drop constraint task_position_check;
alter table dossier.task add constraint task_position_check
    check (position in ('RECEPTIONIST', 'CASE_OFFICER', 'APPROVER', 'LEADER', 'CITIZEN', 'SYSTEM'));

-- The open work of one person: what they carry, and what is handed over when they go on leave.
create index task_claimed on dossier.task (agency, claimed_by, id)
    where closed_at is null and claimed_by is not null;

-- Several timers a step; those that only warn or escalate end nothing.
alter table dossier.timer add column number integer not null default 0;
alter table dossier.timer alter column outcome drop not null;
alter table dossier.timer drop constraint timer_pkey;
alter table dossier.timer add primary key (dossier_id, token, number);
comment on column dossier.timer.number is 'Place of the timer among those of its step';
comment on column dossier.timer.outcome is 'Outcome taken when it fires; null for one that warns or escalates';

-- Leave, and who stands in meanwhile. What is lent are posts, and only while the person holds them.
create table dossier.absence (
    id            uuid        primary key,
    agency        text        not null,
    person        uuid        not null,
    person_name   text        not null,
    delegate      uuid,
    delegate_name text,
    posts         text[]      not null,
    valid_from    date        not null,
    valid_to      date        not null default 'infinity',
    made_by       uuid        not null,
    made_name     text        not null,
    made_at       timestamptz not null,
    ended_at      timestamptz,
    ended_by      uuid,
    check (valid_to >= valid_from),
    check (delegate is null or delegate <> person)
);
comment on table dossier.absence is 'Nghỉ và ủy quyền: who is away from when to when, and who stands in with which posts';
comment on column dossier.absence.posts is 'Posts lent to the delegate, each as position and unit; held on while the person holds them';
comment on column dossier.absence.valid_to is 'Last day; infinity for a permanent delegation';
comment on column dossier.absence.ended_at is 'When it was called off before its last day';
create index absence_agency on dossier.absence (agency, valid_to, person) where ended_at is null;
create index absence_delegate on dossier.absence (delegate, valid_to) where ended_at is null;

alter table dossier.absence enable row level security;
create policy desk_reads on dossier.absence for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
-- Nobody writes in somebody else's name.
create policy desk_makes on dossier.absence for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true))
        and made_by::text = (select current_setting('motcua.account', true)));
create policy desk_ends on dossier.absence for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)))
    with check (ended_by::text = (select current_setting('motcua.account', true)));
create policy platform on dossier.absence
    using ((select current_setting('motcua.role', true)) = 'system');
-- The person's own act may open work of officers, which then goes to whoever stands in.
create policy assigning on dossier.absence for select
    using ((select current_setting('motcua.role', true)) = 'citizen');
grant select, insert, update on dossier.absence to motcua_app;

-- The last act on a dossier, as long as it can be taken back: nobody has acted since while the versions agree.
create table dossier.undo (
    dossier_id uuid        primary key,
    agency     text        not null,
    version    integer     not null,
    account    uuid        not null,
    kind       text        not null,
    at         timestamptz not null,
    data       jsonb       not null
);
comment on table dossier.undo is 'Hoàn tác: what the last act of an officer changed, to take it back';
comment on column dossier.undo.version is 'Version of the dossier after the act; any other act makes it another';
alter table dossier.undo enable row level security;
create policy own on dossier.undo
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
grant select, insert, update, delete on dossier.undo to motcua_app;
