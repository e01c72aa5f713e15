-- One row per dossier, read from the journal alone. A generation is one complete reading: while a
-- new one is built, the old one is shown.
create table insight.dossier_fact (
    generation      int         not null,
    id              uuid        not null,
    code            text        not null,
    agency          text        collate "C" not null,
    procedure       text        not null,
    channel         text        not null check (channel in ('ONLINE', 'DIRECT', 'POSTAL')),
    assisted        boolean     not null,
    submitted_at    timestamptz not null,
    received_on     date        not null,
    accepted_at     timestamptz,
    first_due_at    timestamptz,
    measured_due_at timestamptz,
    due_at          timestamptz,
    finished_at     timestamptz,
    returned_at     timestamptz,
    state           text        not null,
    outcome         text,
    supplements     int         not null,
    touchpoints     text[]      not null,
    verdict         text,
    last_step_at    timestamptz not null,
    worked_minutes  bigint,
    xid             bigint      not null,
    seq             bigint      not null,
    primary key (generation, id)
);

comment on table insight.dossier_fact is 'What the journal says about each dossier, as far as it is counted';
comment on column insight.dossier_fact.measured_due_at is 'First appointment, moved by waiting for the citizen, never by a letter of apology';
comment on column insight.dossier_fact.received_on is 'Day of receipt in Hanoi';
comment on column insight.dossier_fact.verdict is 'End to end online: PROVEN or the first thing that took it off line; null while it cannot be said';
comment on column insight.dossier_fact.xid is 'Place of the last journal entry counted, with seq';

create index dossier_fact_period on insight.dossier_fact (generation, agency, submitted_at, id);
create index dossier_fact_open on insight.dossier_fact (generation, agency, measured_due_at) where finished_at is null;
create index dossier_fact_usual on insight.dossier_fact (generation, procedure, finished_at) where worked_minutes is not null;

alter table insight.dossier_fact enable row level security;

create policy platform on insight.dossier_fact
    using ((select current_setting('motcua.role', true)) = 'system')
    with check ((select current_setting('motcua.role', true)) = 'system');

create policy agency_reads on insight.dossier_fact for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
           and (select current_setting('motcua.agency', true)) <> ''
           and (agency = (select current_setting('motcua.agency', true))
                or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));

-- Sums per day of receipt, for each agency and those above it by code; procedure '' is all of them.
create table insight.day_figure (
    generation             int    not null,
    agency                 text   collate "C" not null,
    parent                 text   collate "C",
    procedure              text   not null,
    day                    date   not null,
    received               bigint not null,
    online                 bigint not null,
    direct                 bigint not null,
    postal                 bigint not null,
    not_accepted           bigint not null,
    stopped                bigint not null,
    on_time                bigint not null,
    late                   bigint not null,
    e2e_proven             bigint not null,
    e2e_counter_filing     bigint not null,
    e2e_postal_filing      bigint not null,
    e2e_assisted           bigint not null,
    e2e_counter_supplement bigint not null,
    e2e_counter_return     bigint not null,
    e2e_postal_return      bigint not null,
    primary key (generation, agency, day, procedure)
);

comment on table insight.day_figure is 'Dossiers by day of receipt; no figure here depends on the present moment';

create index day_figure_children on insight.day_figure (generation, parent, day) where procedure = '';

create table insight.reading (
    only_one   boolean     primary key default true check (only_one),
    live       int         not null,
    building   int,
    counted_to timestamptz
);

comment on column insight.reading.live is 'The generation that is shown';
comment on column insight.reading.building is 'The generation being built anew; null when there is none';
comment on column insight.reading.counted_to is 'Moment of the last entry counted in the shown generation';

insert into insight.reading (live) values (1);

grant select, insert, update, delete on insight.dossier_fact to motcua_app;
grant select, insert, update, delete on insight.day_figure to motcua_app;
grant select, update on insight.reading to motcua_app;
