create table identity.sign_in_attempt (
    key bytea primary key check (octet_length(key) = 32),
    failures integer not null,
    blocked_until timestamptz not null,
    last_at timestamptz not null
);
comment on table identity.sign_in_attempt is 'failed sign-ins by login name and by address, so that guessing slows down on every node';
comment on column identity.sign_in_attempt.key is 'SHA-256 of what is counted: no login name and no address is kept';
create index sign_in_attempt_last on identity.sign_in_attempt (last_at);

alter table identity.sign_in_attempt enable row level security;
create policy sign_in_attempt_system on identity.sign_in_attempt
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update, delete on identity.sign_in_attempt to motcua_app;
