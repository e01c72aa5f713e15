-- Open and finished pieces of work on a dossier: reception, each step of its process, return. The closed ones are the
-- hand-over log (phiếu kiểm soát).
create table dossier.task (
    id             uuid        primary key,
    dossier_id     uuid        not null,
    agency         text        not null,
    kind           text        not null check (kind in ('RECEPTION', 'STEP', 'WITHDRAWAL')),
    step_id        text        not null,
    token          text        not null,
    position       text        not null check (position in ('RECEPTIONIST', 'CASE_OFFICER', 'APPROVER', 'CITIZEN', 'SYSTEM')),
    unit           text,
    opened_at      timestamptz not null,
    due_at         timestamptz,
    dossier_due_at timestamptz,
    suspended      boolean     not null default false,
    claimed_by     uuid,
    claimed_name   text,
    closed_at      timestamptz,
    closed_by      uuid,
    closed_name    text,
    outcome        text,
    note           text
);
create index task_worklist on dossier.task (agency, position, coalesce(dossier_due_at, due_at), id)
    where closed_at is null and not suspended;
create index task_dossier on dossier.task (dossier_id, opened_at);

alter table dossier.task enable row level security;
create policy desk on dossier.task
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
create policy platform on dossier.task
    using ((select current_setting('motcua.role', true)) = 'system');
create policy visible on dossier.task
    using ((select current_setting('motcua.role', true)) in ('citizen', 'tracker')
        and exists (select from dossier.dossier d where d.id = dossier_id));
-- Work is opened in the same statement as the dossier itself, which the policies above cannot see yet.
create policy opening on dossier.task for insert
    with check ((select current_setting('motcua.role', true)) in ('citizen', 'officer'));
grant select, insert, update on dossier.task to motcua_app;

-- Moments at which a step ends by itself (silence is consent).
create table dossier.timer (
    dossier_id uuid        not null,
    token      text        not null,
    step_id    text        not null,
    outcome    text        not null,
    fires_at   timestamptz not null,
    primary key (dossier_id, token)
);
create index timer_due on dossier.timer (fires_at);
grant select, insert, delete on dossier.timer to motcua_app;

-- What was asked of the person, and what came.
create table dossier.supplement (
    id           uuid        primary key,
    dossier_id   uuid        not null,
    number       integer     not null,
    stage        text        not null check (stage in ('RECEPTION', 'APPRAISAL')),
    asked_by     uuid,
    asked_name   text        not null,
    asked_at     timestamptz not null,
    reason       text        not null,
    legal_basis  text        not null,
    message      text        not null,
    items        jsonb       not null,
    answer_by    date        not null,
    due_before   timestamptz,
    due_after    timestamptz,
    answered_at  timestamptz,
    answers      jsonb,
    unique (dossier_id, number)
);
alter table dossier.supplement enable row level security;
create policy visible on dossier.supplement
    using (exists (select from dossier.dossier d where d.id = dossier_id));
grant select, insert, update on dossier.supplement to motcua_app;

-- Slips as they were issued: the data are frozen, the paper is drawn from them.
create table dossier.slip (
    id         uuid        primary key,
    dossier_id uuid        not null,
    kind       text        not null,
    issued_at  timestamptz not null,
    data       jsonb       not null
);
create index slip_dossier on dossier.slip (dossier_id, issued_at);
alter table dossier.slip enable row level security;
create policy visible on dossier.slip
    using (exists (select from dossier.dossier d where d.id = dossier_id));
grant select, insert on dossier.slip to motcua_app;

-- Results issued: the register of documents.
create table dossier.result (
    id          uuid        primary key,
    dossier_id  uuid        not null,
    type_code   text        not null,
    name_vi     text        not null,
    name_en     text        not null,
    number      text        not null,
    outcome     text        not null check (outcome in ('GRANTED', 'REJECTED', 'ACKNOWLEDGED')),
    file_id     uuid        not null,
    sha256      text        not null,
    issued_at   timestamptz not null,
    signer      uuid,
    signer_name text        not null,
    signer_title text       not null,
    revoked_at  timestamptz
);
create index result_dossier on dossier.result (dossier_id);
alter table dossier.result enable row level security;
create policy visible on dossier.result
    using (exists (select from dossier.dossier d where d.id = dossier_id));
grant select, insert, update on dossier.result to motcua_app;

create table dossier.book (
    agency text    not null,
    year   integer not null,
    last   integer not null,
    primary key (agency, year)
);
comment on table dossier.book is 'Last document number given, for each agency and year';
grant select, insert, update on dossier.book to motcua_app;
