-- The letter that tells what is to be paid, where it is paid, and each officer's own last act.
alter table dossier.duty add column notice uuid;
comment on column dossier.duty.notice is 'Thông báo nộp tiền: the slip as it was issued; null for duties older than the letter';

create table dossier.pay_account (
    agency text        primary key,
    holder text        not null check (holder <> ''),
    number text        not null check (number ~ '^[0-9A-Z.-]{4,40}$'),
    bank   text        not null check (bank <> ''),
    set_by uuid        not null,
    set_at timestamptz not null
);
comment on table dossier.pay_account is 'Tài khoản nhận phí, lệ phí, nghĩa vụ tài chính in trên thông báo nộp tiền của cơ quan';
alter table dossier.pay_account enable row level security;
create policy anybody on dossier.pay_account for select
    using ((select coalesce(current_setting('motcua.role', true), '')) <> '');
create policy arranges on dossier.pay_account
    using ((select current_setting('motcua.role', true)) = 'system'
        or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
            and agency = (select current_setting('motcua.agency', true))));
grant select, insert, update on dossier.pay_account to motcua_app;
grant update (notice) on dossier.duty to motcua_app;

-- Branches go on side by side: what one officer did last is not what another did last.
alter table dossier.undo drop constraint undo_pkey;
alter table dossier.undo add primary key (dossier_id, account);
comment on table dossier.undo is 'Hoàn tác: what the last act of each officer on a dossier changed, to take it back';
comment on column dossier.undo.version is 'Version of the dossier after the act; later ones are acts of others';
