-- Dossiers that need others: opinions of other units and agencies, steps done at another agency, dossiers that are parts
-- of a bundle, and what has to be paid before the process goes on.

-- Which agency handles a dossier, and which agencies have a step of it in hand or had one. Policies ask these instead of
-- the tables, whose own policies would ask back.
create function dossier.agency_of(dossier uuid) returns text
    language sql stable security definer set search_path = ''
    as $$ select d.agency from dossier.dossier d where d.id = $1 $$;
create function dossier.worked_at(dossier uuid, at text) returns boolean
    language sql stable security definer set search_path = ''
    as $$ select exists (select from dossier.task t
                          where t.dossier_id = $1 and t.agency = $2 and t.kind = 'STEP') $$;
revoke execute on function dossier.agency_of(uuid), dossier.worked_at(uuid, text) from public;
grant execute on function dossier.agency_of(uuid), dossier.worked_at(uuid, text) to motcua_app;

-- An agency that is given a step of somebody else's dossier reads that dossier. What its officers do to it is written by
-- the platform, which has looked at the piece of work first.
create policy visiting on dossier.dossier for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and dossier.worked_at(id, (select current_setting('motcua.agency', true))));

-- The agency that handles a dossier follows, opens and closes the pieces of work about it wherever they lie.
create policy handles_reads on dossier.task for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (dossier.agency_of(dossier_id) = (select current_setting('motcua.agency', true))
            or starts_with(dossier.agency_of(dossier_id), (select current_setting('motcua.agency', true)) || '.')));
create policy handles_opens on dossier.task for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and dossier.agency_of(dossier_id) = (select current_setting('motcua.agency', true)));
create policy handles_acts on dossier.task for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and dossier.agency_of(dossier_id) = (select current_setting('motcua.agency', true)));

do $$
declare
    kinds text;
begin
    select pg_get_constraintdef(oid) into kinds
      from pg_constraint where conrelid = 'dossier.task'::regclass and conname = 'task_kind_check';
    alter table dossier.task drop constraint task_kind_check;
    -- Whatever kinds there are already, and two more.
    execute 'alter table dossier.task add constraint task_kind_check '
        || regexp_replace(kinds, 'ARRAY\[', 'ARRAY[''OPINION''::text, ''PAYMENT''::text, ');
end $$;

-- What one unit or agency was asked about a dossier, with exactly what it was shown. It sees this row and nothing of the
-- dossier itself.
create table dossier.opinion (
    id              uuid        primary key,
    dossier_id      uuid        not null,
    number          integer     not null,
    code            text        not null,
    procedure_code  text        not null,
    release_version integer     not null,
    owner_name      text        not null,
    agency          text        not null,
    asked_agency    text        not null,
    asked_unit      text,
    step_id         text,
    token           text,
    asked_by        uuid,
    asked_name      text        not null,
    asked_at        timestamptz not null,
    question        text        not null check (length(question) <= 4000),
    shown           jsonb       not null,
    due_at          timestamptz not null,
    silence         text        not null check (silence in ('AGREES', 'NOTHING')),
    silence_note_vi text,
    silence_note_en text,
    answer          text        check (answer in ('AGREES', 'CONDITIONS', 'DISAGREES')),
    words           text,
    file_id         uuid,
    answered_by     uuid,
    answered_name   text,
    answered_at     timestamptz,
    silent_at       timestamptz,
    dropped_at      timestamptz,
    settled_at      timestamptz,
    version         integer     not null default 1,
    unique (dossier_id, number)
);
comment on table dossier.opinion is 'Lấy ý kiến: a question to a unit or agency, what it was shown, its answer or its silence';
comment on column dossier.opinion.id is 'Also that of the piece of work the asked agency has of it';
comment on column dossier.opinion.shown is 'Answers and papers chosen by the asking officer, as they were then';
comment on column dossier.opinion.silence is 'What no answer within the term means';
comment on column dossier.opinion.token is 'Step of the process that waits for the answer; null when an officer asked by hand';
comment on column dossier.opinion.answered_at is 'Later than silent_at or due_at: an answer that came late';
comment on column dossier.opinion.dropped_at is 'When the dossier ended before an answer came';
comment on column dossier.opinion.settled_at is 'When the waiting step of the process was told';
create index opinion_silent on dossier.opinion (due_at, id)
    where answered_at is null and silent_at is null and dropped_at is null;
create index opinion_unsettled on dossier.opinion (id)
    where token is not null and settled_at is null and (answered_at is not null or silent_at is not null);

alter table dossier.opinion enable row level security;
create policy asking_reads on dossier.opinion for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
create policy asked_reads on dossier.opinion for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and asked_agency = (select current_setting('motcua.agency', true)));
create policy asks on dossier.opinion for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true))
        and dossier.agency_of(dossier_id) = agency);
create policy answers on dossier.opinion for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and asked_agency = (select current_setting('motcua.agency', true)));
create policy platform on dossier.opinion
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update on dossier.opinion to motcua_app;

-- Dossiers called by a step of another dossier.
create table dossier.part (
    child_id   uuid        primary key,
    parent_id  uuid        not null,
    number     integer     not null,
    step_id    text        not null,
    token      text        not null,
    agency     text        not null,
    lacking    jsonb       not null,
    called_at  timestamptz not null,
    ended_as   text        check (ended_as in ('GRANTED', 'REJECTED', 'FAILED')),
    ended_at   timestamptz,
    settled_at timestamptz,
    unique (parent_id, number),
    unique (parent_id, token)
);
comment on table dossier.part is 'Hồ sơ thành phần: a dossier at another agency on which a step of its parent waits';
comment on column dossier.part.lacking is 'Names of what the parent could not give it, to be asked for at its own agency';
comment on column dossier.part.settled_at is 'When the waiting step of the parent was told, or needed telling no more';
create index part_unsettled on dossier.part (child_id) where ended_at is not null and settled_at is null;

alter table dossier.part enable row level security;
create policy visible on dossier.part for select
    using (exists (select from dossier.dossier d where d.id in (parent_id, child_id)));
create policy platform on dossier.part
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update on dossier.part to motcua_app;

-- What a person has to pay for a dossier, and the receipt by which it was confirmed.
create table dossier.duty (
    id             uuid        primary key,
    dossier_id     uuid        not null,
    number         integer     not null,
    step_id        text        not null,
    token          text        not null,
    lines          jsonb       not null,
    amount         bigint      check (amount >= 0),
    ground         text,
    starts_clock   boolean     not null,
    within_days    integer     not null check (within_days between 1 and 3660),
    opened_at      timestamptz not null,
    asked_at       timestamptz,
    asked_by       uuid,
    asked_name     text,
    pay_by         date,
    reminded_at    timestamptz,
    overdue_at     timestamptz,
    receipt_number text,
    receipt_date   date,
    receipt_amount bigint,
    payer          text,
    place          text        check (place in ('CASH_DESK', 'TREASURY')),
    confirmed_at   timestamptz,
    confirmed_by   uuid,
    confirmed_name text,
    dropped_at     timestamptz,
    unique (dossier_id, number)
);
comment on table dossier.duty is 'Nghĩa vụ tài chính: an amount asked of the person, and how it was paid';
comment on column dossier.duty.lines is 'Fee lines of the release it is made of; empty when an officer typed the amount';
comment on column dossier.duty.ground is 'What an amount typed by an officer rests on, for example a tax notice';
comment on column dossier.duty.starts_clock is 'The legal time begins with the payment';
create index duty_unpaid on dossier.duty (pay_by, id)
    where asked_at is not null and confirmed_at is null and dropped_at is null and overdue_at is null;

alter table dossier.duty enable row level security;
create policy visible on dossier.duty for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy asks on dossier.duty for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and dossier.agency_of(dossier_id) = (select current_setting('motcua.agency', true)));
create policy confirms on dossier.duty for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and dossier.agency_of(dossier_id) = (select current_setting('motcua.agency', true)));
create policy platform on dossier.duty
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update on dossier.duty to motcua_app;

-- Messages the process sends to the person: lines of the dossier's timeline.
create table dossier.notice (
    id         uuid        primary key,
    dossier_id uuid        not null,
    step_id    text        not null,
    at         timestamptz not null,
    text_vi    text        not null,
    text_en    text        not null
);
comment on table dossier.notice is 'Thông báo của quy trình cho người dân';
create index notice_dossier on dossier.notice (dossier_id, at);
alter table dossier.notice enable row level security;
create policy visible on dossier.notice for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy platform on dossier.notice
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert on dossier.notice to motcua_app;
