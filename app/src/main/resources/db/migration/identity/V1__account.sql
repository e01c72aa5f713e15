create table identity.account (
    id uuid primary key,
    kind text not null check (kind in ('CITIZEN', 'OFFICER')),
    login_name text not null,
    login_key text not null unique,
    full_name text not null,
    personal_id text check (personal_id ~ '^[0-9]{12}$'),
    birth_date date,
    sex text check (sex in ('male', 'female')),
    phone text check (phone ~ '^[+][0-9]{8,15}$'),
    email text,
    address text,
    commune_code text,
    assurance text not null check (assurance in ('DECLARED', 'LEVEL_1', 'LEVEL_2')),
    opened_at timestamptz not null,
    disabled_at timestamptz
);
create unique index account_personal_id on identity.account (personal_id, kind);

comment on column identity.account.login_key is 'login name as compared: NFKC, lower case';
comment on column identity.account.personal_id is 'số định danh cá nhân, twelve digits';
comment on column identity.account.assurance is 'mức độ định danh: how sure the State is that the account is the person''s';

alter table identity.account enable row level security;
create policy account_system on identity.account
    using ((select current_setting('motcua.role', true)) = 'system');
create policy account_own_select on identity.account for select
    using (id::text = (select current_setting('motcua.account', true)));
create policy account_own_update on identity.account for update
    using (id::text = (select current_setting('motcua.account', true)));

grant select, insert on identity.account to motcua_app;
grant update (full_name, phone, email, address, commune_code, assurance, disabled_at)
    on identity.account to motcua_app;

-- A person changes how they are reached, not who they are.
create function identity.account_guard() returns trigger
language plpgsql
as $$
begin
    if current_setting('motcua.role', true) is distinct from 'system'
        and (new.full_name, new.assurance, new.disabled_at)
            is distinct from (old.full_name, old.assurance, old.disabled_at) then
        raise exception 'only the system changes name, assurance and closing of an account'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger account_guard before update on identity.account
    for each row execute function identity.account_guard();

create table identity.credential (
    account uuid primary key references identity.account (id),
    password text not null,
    changed_at timestamptz not null
);
comment on column identity.credential.password is 'encoder id in braces, then its hash; Argon2id today';

alter table identity.credential enable row level security;
create policy credential_system on identity.credential
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update on identity.credential to motcua_app;
