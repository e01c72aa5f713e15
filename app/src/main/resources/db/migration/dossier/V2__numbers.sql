-- One counter a receiving agency and day, locked by the filing transaction, so that numbers have no gaps.
create table dossier.counter (
    agency text    not null,
    day    date    not null,
    last   integer not null,
    primary key (agency, day)
);
comment on table dossier.counter is 'Last sequence number given, for each receiving agency and day of receipt in Hanoi';
grant select, insert, update on dossier.counter to motcua_app;

-- The public number of each dossier and the facts that open its tracking page to whoever knows them.
create table dossier.number (
    code         text primary key,
    dossier_id   uuid not null,
    tracking_key text not null,
    phone_tail   text
);
comment on column dossier.number.tracking_key is '65 random bits, printed as QR on the slips';
comment on column dossier.number.phone_tail is 'Last four digits of the phone number that was declared';

alter table dossier.number enable row level security;
create policy platform on dossier.number
    using ((select current_setting('motcua.role', true)) = 'system');
create policy filing on dossier.number for insert
    with check ((select current_setting('motcua.role', true)) in ('citizen', 'officer'));
-- The tracking key goes on papers for those who see the dossier itself.
create policy visible on dossier.number for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
grant select, insert on dossier.number to motcua_app;

-- Finds a dossier for somebody who is not signed in: code and second fact must both be right.
create function dossier.locate(wanted text, fact text) returns uuid
language sql stable security definer set search_path = dossier, pg_temp
as $$
    select n.dossier_id from dossier.number n
     where n.code = wanted and fact <> '' and (n.tracking_key = fact or n.phone_tail = fact)
$$;
revoke all on function dossier.locate(text, text) from public;
grant execute on function dossier.locate(text, text) to motcua_app;

-- Wrong guesses at tracking codes: by code and by address, so that neither can be walked.
create table dossier.tracking_guess (
    subject  text        not null,
    at       timestamptz not null
);
create index tracking_guess_subject on dossier.tracking_guess (subject, at);
grant select, insert, delete on dossier.tracking_guess to motcua_app;

-- Answers already given to state-changing requests, so that a repeated press changes nothing.
create table dossier.request_key (
    account    text        not null,
    key        text        not null,
    digest     bytea       not null,
    code       text        not null,
    at         timestamptz not null,
    primary key (account, key)
);
comment on table dossier.request_key is 'Kept at least seven days';
alter table dossier.request_key enable row level security;
create policy own on dossier.request_key
    using (account = (select current_setting('motcua.account', true))
        or (select current_setting('motcua.role', true)) = 'system');
grant select, insert, delete on dossier.request_key to motcua_app;
