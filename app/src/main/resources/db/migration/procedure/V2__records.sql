-- Procedures as agencies published them, beside the releases: taken in from files after a look at
-- a preview, kept version by version. A version is never changed; an import undone withdraws its own.
create table procedure.record_import (
    id uuid primary key,
    file text not null,
    format text not null check (format in ('CSV', 'JSON', 'XLSX')),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state text not null check (state in ('PREVIEW', 'APPLIED', 'UNDONE', 'DROPPED')),
    made_by_account uuid,
    agency text,
    made_at timestamptz not null,
    decided_at timestamptz,
    fresh integer not null,
    changed integer not null,
    same integer not null,
    faulty integer not null,
    remarks jsonb not null check (jsonb_typeof(remarks) = 'array')
);

comment on table procedure.record_import is 'One file of published procedures: looked at first, taken in or dropped, undone as a whole';
comment on column procedure.record_import.remarks is 'What was noticed about the file as a whole';
comment on column procedure.record_import.same is 'Records the book has already with the same content';

create index record_import_made on procedure.record_import (made_at desc, id desc);

create table procedure.record_import_row (
    import_id uuid not null references procedure.record_import (id),
    row_number integer not null check (row_number >= 1),
    code text not null,
    scope text not null,
    title text not null,
    verdict text not null check (verdict in ('NEW', 'CHANGED', 'SAME', 'FAULTY')),
    content jsonb,
    hash text,
    valid_from date,
    base_id bigint,
    faults jsonb not null check (jsonb_typeof(faults) = 'array'),
    primary key (import_id, row_number),
    check (verdict = 'FAULTY' or content is not null)
);

comment on table procedure.record_import_row is 'What one record of a file would become; removed when the import is decided';
comment on column procedure.record_import_row.row_number is 'Line of the file in which the record begins';
comment on column procedure.record_import_row.base_id is 'Version of the book it was compared with; absent where there was none';

create index record_import_row_verdict on procedure.record_import_row (import_id, verdict, row_number);

create table procedure.record_version (
    id bigint generated always as identity primary key,
    code text not null check (code ~ '^[1-9]\.\d{6}$'),
    scope text not null,
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    valid_from date not null,
    import_id uuid not null references procedure.record_import (id),
    recorded_at timestamptz not null,
    withdrawn_at timestamptz
);

comment on table procedure.record_version is 'One published version of a procedure, national or of one agency';
comment on column procedure.record_version.scope is 'Agency whose variant this is; empty for the national record';
comment on column procedure.record_version.valid_from is 'First day the content counts';
comment on column procedure.record_version.withdrawn_at is 'When the import that brought it was undone';

create index record_version_key on procedure.record_version (code, scope, valid_from desc, id desc) where withdrawn_at is null;
create index record_version_import on procedure.record_version (import_id);
create index record_version_recorded on procedure.record_version (recorded_at desc, id desc);
create index record_version_withdrawn on procedure.record_version (withdrawn_at desc, id desc) where withdrawn_at is not null;
create index release_imported on procedure.release (imported_at desc, procedure_code, version);

-- Who takes files in is an operator. What was published is everybody's to read, as releases are.
alter table procedure.record_import enable row level security;
alter table procedure.record_import_row enable row level security;

create policy operators on procedure.record_import
    using ((select current_setting('motcua.role', true)) in ('operator', 'system'));
create policy operators on procedure.record_import_row
    using ((select current_setting('motcua.role', true)) in ('operator', 'system'));

grant select, insert, update (state, decided_at) on procedure.record_import to motcua_app;
grant select, insert, delete on procedure.record_import_row to motcua_app;
grant select, insert, update (withdrawn_at) on procedure.record_version to motcua_app;
