create table identity.access_token (
    id uuid primary key,
    account uuid not null references identity.account (id),
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    label text not null,
    role text not null check (role in ('CITIZEN', 'OFFICER', 'LEADER', 'OPERATOR')),
    agency text,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index access_token_account on identity.access_token (account, issued_at);
comment on column identity.access_token.token_hash is 'SHA-256 of the token; the token itself is shown once and never kept';

alter table identity.access_token enable row level security;
create policy access_token_own on identity.access_token using (
    (select current_setting('motcua.role', true)) = 'system'
    or account::text = (select current_setting('motcua.account', true)));
grant select, insert on identity.access_token to motcua_app;
grant update (revoked_at) on identity.access_token to motcua_app;
