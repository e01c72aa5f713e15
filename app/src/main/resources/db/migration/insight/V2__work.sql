-- Each opening of a step as the journal tells of it: who had it, how long it took in working time, waiting for the person
-- left out. Of the same generations as the facts of dossiers.
create table insight.work_fact (
    generation      int         not null,
    dossier         uuid        not null,
    token           text        not null,
    code            text        not null,
    agency          text        collate "C" not null,
    procedure       text        not null,
    step            text        not null,
    position        text        not null,
    unit            text        not null,
    officer         uuid,
    opened_at       timestamptz not null,
    opened_on       date        not null,
    planned_minutes bigint      not null,
    counted         boolean     not null,
    due_at          timestamptz,
    waiting_since   timestamptz,
    waited_minutes  bigint      not null,
    closed_at       timestamptz,
    closed_on       date,
    worked_minutes  bigint,
    primary key (generation, dossier, token)
);

comment on table insight.work_fact is 'Công việc: each opening of a step, from journal entries alone';
comment on column insight.work_fact.unit is 'Unit of the agency, or the position where the process names no unit';
comment on column insight.work_fact.officer is 'Who has it, or who did it';
comment on column insight.work_fact.due_at is 'End of the hours meant for the step, moved by waiting for the person';
comment on column insight.work_fact.closed_on is 'Day in Hanoi on which it was done; null when it ended undone';

create index work_fact_open on insight.work_fact (generation, agency, unit, opened_at, dossier, token) where closed_at is null;
create index work_fact_arrived on insight.work_fact (generation, agency, opened_on);
create index work_fact_done on insight.work_fact (generation, agency, closed_on) where closed_on is not null;

alter table insight.work_fact enable row level security;
create policy platform on insight.work_fact
    using ((select current_setting('motcua.role', true)) = 'system')
    with check ((select current_setting('motcua.role', true)) = 'system');
create policy agency_reads on insight.work_fact for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
           and (select current_setting('motcua.agency', true)) <> ''
           and (agency = (select current_setting('motcua.agency', true))
                or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));

-- Why dossiers were late, as officers said it.
create table insight.late_reason (
    generation int         not null,
    dossier    uuid        not null,
    xid        bigint      not null,
    seq        bigint      not null,
    code       text        not null,
    agency     text        collate "C" not null,
    procedure  text        not null,
    stage      text        not null,
    reason     text        not null,
    said_at    timestamptz not null,
    said_on    date        not null,
    primary key (generation, dossier, xid, seq)
);

comment on table insight.late_reason is 'Lý do trễ hạn: chosen with the letter of apology and when a late dossier is completed';
create index late_reason_said on insight.late_reason (generation, agency, said_on);

alter table insight.late_reason enable row level security;
create policy platform on insight.late_reason
    using ((select current_setting('motcua.role', true)) = 'system')
    with check ((select current_setting('motcua.role', true)) = 'system');
create policy agency_reads on insight.late_reason for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
           and (select current_setting('motcua.agency', true)) <> ''
           and (agency = (select current_setting('motcua.agency', true))
                or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));

grant select, insert, update, delete on insight.work_fact, insight.late_reason to motcua_app;
