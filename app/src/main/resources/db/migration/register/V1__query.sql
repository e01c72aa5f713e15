-- Questions to registers of other agencies, and their answers. Written by the platform in the transaction of the step that
-- asks, sent after its commit.
create table register.query (
    id               uuid        primary key,
    register         text        not null,
    register_version integer     not null,
    subject          uuid        not null,
    code             text        not null,
    agency           text        not null,
    step_id          text        not null,
    token            text        not null,
    purpose_vi       text        not null,
    purpose_en       text        not null,
    inputs           jsonb       not null,
    declared         jsonb       not null,
    state            text        not null check (state in ('WAITING', 'FOUND', 'NOT_FOUND', 'FAILED', 'DROPPED')),
    trouble          text,
    tries            integer     not null default 0,
    asked_at         timestamptz not null,
    since            timestamptz not null,
    next_at          timestamptz,
    answered_at      timestamptz,
    answers          jsonb,
    again_by         uuid,
    settled_at       timestamptz
);
comment on table register.query is 'Questions to registers; each is also the row of work of whoever sends it';
comment on column register.query.id is 'The register recognises a repetition by it';
comment on column register.query.register_version is 'Version of the description of the register the answer was read by';
comment on column register.query.declared is 'What the person declared, by the names of the answers it is compared with';
comment on column register.query.since is 'When it was asked last by somebody: patience counts from here';
comment on column register.query.next_at is 'When it may be sent; moved on before each sending, so that a node that dies loses nothing';
comment on column register.query.settled_at is 'When the step that asked has taken note';

create index query_subject on register.query (subject, asked_at);
create index query_due on register.query (next_at) where state = 'WAITING';
create index query_unsettled on register.query (id)
    where state in ('FOUND', 'NOT_FOUND', 'FAILED') and settled_at is null;
create index query_given_up on register.query (register) where state = 'FAILED';
create index query_waiting on register.query (register, asked_at) where state = 'WAITING';

-- The agency that asked reads what it asked, and so do those above it. Nobody else but the platform.
alter table register.query enable row level security;
create policy platform on register.query
    using ((select current_setting('motcua.role', true)) = 'system');
create policy asks on register.query for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
grant select, insert, update on register.query to motcua_app;

-- How it goes with each register: shared by all nodes, so that all of them leave a register alone that fails.
create table register.standing (
    register    text        primary key,
    answered_at timestamptz,
    failed_at   timestamptz,
    trouble     text,
    failures    integer     not null default 0,
    resting     timestamptz
);
comment on table register.standing is 'The latest answer and failure of each register';
comment on column register.standing.failures is 'In a row';
comment on column register.standing.resting is 'It is left alone until then; afterwards one question tries it';
grant select, insert, update on register.standing to motcua_app;
