-- One row a dossier. Partitioned by the time inside the identifier (UUID version 7), a year a partition, so that old
-- years can be moved away and indexes stay small.
create table dossier.dossier (
    id                uuid        not null,
    code              text        not null,
    procedure_code    text        not null,
    release_version   integer     not null,
    case_code         text,
    channel           text        not null check (channel in ('DIRECT', 'ONLINE', 'POSTAL')),
    agency            text        not null,
    state             text        not null check (state in ('SUBMITTED', 'ACCEPTED', 'NOT_ACCEPTED', 'PROCESSING',
                          'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'COMPLETED',
                          'RETURNED')),
    prior_state       text,
    outcome           text        check (outcome in ('GRANTED', 'REJECTED', 'ACKNOWLEDGED')),
    filer_account     uuid,
    filer_name        text        not null,
    owner_name        text        not null,
    owner_personal_id text,
    owner_phone       text,
    owner_email       text,
    assisted_by       uuid,
    summary           text        not null check (length(summary) <= 1000),
    answers           jsonb       not null,
    papers            jsonb       not null,
    process           jsonb,
    ledger            jsonb       not null,
    supplements       integer     not null default 0,
    return_way        text        not null check (return_way in ('COUNTER', 'ELECTRONIC', 'POST')),
    submitted_at      timestamptz not null,
    accepted_at       timestamptz,
    first_due_at      timestamptz,
    due_at            timestamptz,
    finished_at       timestamptz,
    returned_at       timestamptz,
    version           integer     not null default 1,
    primary key (id)
) partition by range (id);

comment on table dossier.dossier is 'Hồ sơ';
comment on column dossier.dossier.state is 'National status codes 1–10 by name';
comment on column dossier.dossier.ledger is 'Sổ thời hạn: append-only lines from which due_at follows';
comment on column dossier.dossier.answers is 'Answers of the e-form of the release the dossier was opened under';

-- 2020-01-01 .. 2035-01-01; the first 48 bits of the identifier are milliseconds since 1970.
do $$
declare
    y integer;
    low text;
    high text;
begin
    for y in 2023..2035 loop
        low := lpad(to_hex((extract(epoch from make_timestamptz(y, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0');
        high := lpad(to_hex((extract(epoch from make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0');
        execute format(
            'create table dossier.dossier_%s partition of dossier.dossier for values from (%L) to (%L)',
            y,
            substr(low, 1, 8) || '-' || substr(low, 9, 4) || '-0000-0000-000000000000',
            substr(high, 1, 8) || '-' || substr(high, 9, 4) || '-0000-0000-000000000000');
    end loop;
end $$;
create table dossier.dossier_other partition of dossier.dossier default;

create index dossier_filer on dossier.dossier (filer_account, id desc);
create index dossier_agency on dossier.dossier (agency, id desc);
create index dossier_owner on dossier.dossier (owner_personal_id, id desc) where owner_personal_id is not null;

alter table dossier.dossier enable row level security;
create policy own on dossier.dossier
    using (filer_account::text = (select current_setting('motcua.account', true))
        and (select current_setting('motcua.role', true)) = 'citizen');
create policy desk on dossier.dossier
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
create policy platform on dossier.dossier
    using ((select current_setting('motcua.role', true)) = 'system');
-- Whoever proved to know the code and its second fact sees that one dossier.
create policy tracker on dossier.dossier for select
    using ((select current_setting('motcua.role', true)) = 'tracker'
        and id::text = (select current_setting('motcua.tracked', true)));

grant select, insert, update on dossier.dossier to motcua_app;
