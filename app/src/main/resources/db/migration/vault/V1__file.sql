-- Files people and offices hand in or out. The content lies encrypted outside the database, under the id.
create table vault.file (
    id            uuid        primary key,
    name          text        not null,
    media_type    text        not null,
    size          bigint      not null check (size > 0),
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    purpose       text        not null,
    owner_account uuid,
    shared_with   text[]      not null default '{}',
    master_key    text        not null,
    wrapped_key   bytea       not null,
    stored_at     timestamptz not null,
    attached_at   timestamptz
);

comment on column vault.file.name is 'As the person called it; never used on disk';
comment on column vault.file.sha256 is 'Of what is kept, after pictures were cleaned';
comment on column vault.file.shared_with is 'Codes of the agencies that may open it';
comment on column vault.file.master_key is 'Fingerprint of the master key that wraps this file''s own key';
comment on column vault.file.attached_at is 'Null: uploaded but not yet part of anything';

create index file_unattached on vault.file (stored_at) where attached_at is null;

alter table vault.file enable row level security;

create policy seen on vault.file for select using (
    (select current_setting('motcua.role', true)) = 'system'
    or owner_account::text = (select current_setting('motcua.account', true))
    or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select current_setting('motcua.agency', true)) <> ''
        and exists (select
                      from unnest(shared_with) as agency
                     where agency = (select current_setting('motcua.agency', true))
                        or starts_with(agency, (select current_setting('motcua.agency', true)) || '.'))));

create policy stored on vault.file for insert with check (
    (select current_setting('motcua.role', true)) = 'system'
    or owner_account::text = (select current_setting('motcua.account', true))
    or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select current_setting('motcua.agency', true)) = any (shared_with)));

-- Which rows may be updated follows from which may be seen; which columns, from the grant.
create policy shared on vault.file for update using (
    (select current_setting('motcua.role', true)) = 'system'
    or owner_account::text = (select current_setting('motcua.account', true))
    or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select current_setting('motcua.agency', true)) <> ''));

create policy removed on vault.file for delete using (
    (select current_setting('motcua.role', true)) = 'system'
    or (attached_at is null
        and owner_account::text = (select current_setting('motcua.account', true))));

grant select, insert, delete on vault.file to motcua_app;
grant update (shared_with, attached_at) on vault.file to motcua_app;
