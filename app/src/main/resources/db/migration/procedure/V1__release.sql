-- Released versions of procedures. A row is never changed: the application may only add.
create table procedure.release (
    procedure_code text not null check (procedure_code ~ '^[1-9]\.\d{6}$'),
    version integer not null check (version >= 1),
    agency text,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    files jsonb not null check (jsonb_typeof(files) = 'object'),
    name text not null,
    effective_from date not null,
    effective_to date,
    imported_at timestamptz not null,
    primary key (procedure_code, version),
    check (effective_to is null or effective_to >= effective_from)
);

comment on table procedure.release is 'One released version of an administrative procedure (thủ tục hành chính), for good';
comment on column procedure.release.agency is 'Agency whose overlay of the national release this is; null for the national release';
comment on column procedure.release.hash is 'SHA-256 over the sorted files';
comment on column procedure.release.files is 'File name to text: procedure.yaml, form.yaml, process.yaml, print/*.html';

-- Counts up with every import, so that each running program notices cheaply that the catalogue changed.
create table procedure.catalogue (
    only_row boolean primary key default true check (only_row),
    version bigint not null
);

insert into procedure.catalogue (version) values (0);

grant select, insert on procedure.release to motcua_app;
grant select, update on procedure.catalogue to motcua_app;
