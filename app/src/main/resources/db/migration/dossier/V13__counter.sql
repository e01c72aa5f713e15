-- The counter: what is typed and scanned before a dossier exists, who confirmed what was filled in for them, how results
-- were handed over, and the queue in front of it.

-- What an officer has typed on a page of the counter, kept while they scan.
create table dossier.counter_typed (
    subject    uuid        not null,
    page       text        not null check (page in ('PAPERS', 'SUPPLEMENT', 'HAND_OVER')),
    by_account uuid        not null,
    agency     text        not null,
    typed      jsonb       not null,
    at         timestamptz not null,
    primary key (subject, page, by_account)
);
comment on table dossier.counter_typed is 'Đang nhập tại quầy: fields of a form by name, as they were typed';
comment on column dossier.counter_typed.subject is 'The draft or dossier it belongs to';
create index counter_typed_at on dossier.counter_typed (at);

-- Photos and scans of one paper that is still being put together.
create table dossier.scan_page (
    id         uuid        primary key,
    subject    uuid        not null,
    slot       text        not null,
    by_account uuid        not null,
    agency     text        not null,
    file_id    uuid        not null,
    turn       integer     not null default 0 check (turn in (0, 90, 180, 270)),
    place      integer     not null,
    at         timestamptz not null
);
comment on table dossier.scan_page is 'Trang đang chụp hoặc quét: one picture or file of a paper';
comment on column dossier.scan_page.slot is 'Which paper of the draft or dossier: a component, a thing asked, a signed sheet';
comment on column dossier.scan_page.turn is 'Degrees clockwise the officer turned it';
create index scan_page_subject on dossier.scan_page (subject, slot, place);
create index scan_page_at on dossier.scan_page (at);

-- Papers put together and not handed in yet.
create table dossier.scan_paper (
    file_id    uuid        primary key,
    subject    uuid        not null,
    slot       text        not null,
    by_account uuid        not null,
    agency     text        not null,
    pages      integer     not null check (pages > 0),
    at         timestamptz not null
);
comment on table dossier.scan_paper is 'Giấy tờ đã ghép trang: a paper in one file, waiting to be handed in';
create index scan_paper_subject on dossier.scan_paper (subject, slot);
create index scan_paper_at on dossier.scan_paper (at);

do $$
declare
    t text;
begin
    foreach t in array array['counter_typed', 'scan_page', 'scan_paper'] loop
        execute format('alter table dossier.%I enable row level security', t);
        execute format(
            $p$create policy own on dossier.%I
                using (((select current_setting('motcua.role', true)) in ('officer', 'leader')
                        and by_account::text = (select current_setting('motcua.account', true))
                        and agency = (select current_setting('motcua.agency', true)))
                    or (select current_setting('motcua.role', true)) = 'system')$p$, t);
        execute format('grant select, insert, update, delete on dossier.%I to motcua_app', t);
    end loop;
end $$;

-- What an officer filled in for somebody, as it was read back to them, and their own word for it.
create table dossier.helped_filing (
    draft_id       uuid        primary key,
    agency         text        not null,
    helper         uuid        not null,
    helper_name    text        not null,
    person_account uuid,
    procedure_code text        not null,
    release_version integer    not null,
    draft_version  integer     not null,
    sheet          jsonb       not null,
    prepared_at    timestamptz not null,
    code_hash      bytea,
    tries          integer     not null default 0,
    confirmed_at   timestamptz,
    confirmed_how  text        check (confirmed_how in ('ACCOUNT', 'CODE')),
    dossier_id     uuid,
    check ((confirmed_at is null) = (confirmed_how is null))
);
comment on table dossier.helped_filing is 'Khai hộ: tờ khai đọc lại cho người dân và xác nhận của họ';
comment on column dossier.helped_filing.sheet is 'The answers in words as they were read back';
comment on column dossier.helped_filing.draft_version is 'Another version of the draft has to be read back and confirmed again';
comment on column dossier.helped_filing.code_hash is 'SHA-256 of the code printed on the sheet; the code itself is nowhere';
create index helped_filing_person on dossier.helped_filing (person_account, prepared_at desc) where confirmed_at is null;
create index helped_filing_dossier on dossier.helped_filing (dossier_id) where dossier_id is not null;

alter table dossier.helped_filing enable row level security;
create policy helper on dossier.helped_filing
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and helper::text = (select current_setting('motcua.account', true))
        and agency = (select current_setting('motcua.agency', true)));
create policy person_reads on dossier.helped_filing for select
    using ((select current_setting('motcua.role', true)) = 'citizen'
        and person_account::text = (select current_setting('motcua.account', true)));
create policy person_confirms on dossier.helped_filing for update
    using ((select current_setting('motcua.role', true)) = 'citizen'
        and person_account::text = (select current_setting('motcua.account', true)));
create policy of_dossier on dossier.helped_filing for select
    using (dossier_id is not null and exists (select from dossier.dossier d where d.id = dossier_id));
create policy platform on dossier.helped_filing
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update, delete on dossier.helped_filing to motcua_app;

-- The code against which a result is handed over: single use, few tries, kept as its hash alone.
create table dossier.pickup_code (
    dossier_id uuid        primary key,
    agency     text        not null,
    hash       bytea       not null,
    issued_at  timestamptz not null,
    issued_by  uuid,
    way        text        not null check (way in ('ACCOUNT', 'PAPER')),
    tries      integer     not null default 0,
    used_at    timestamptz
);
comment on table dossier.pickup_code is 'Mã nhận kết quả: dùng một lần, chỉ lưu giá trị băm';
alter table dossier.pickup_code enable row level security;
create policy own on dossier.pickup_code
    using ((select current_setting('motcua.role', true)) = 'citizen'
        and exists (select from dossier.dossier d where d.id = dossier_id));
create policy desk on dossier.pickup_code
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and agency = (select current_setting('motcua.agency', true))
        and exists (select from dossier.dossier d where d.id = dossier_id));
create policy platform on dossier.pickup_code
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update on dossier.pickup_code to motcua_app;

-- Who took a result away, who gave it out, and what proves it.
create table dossier.hand_over (
    id               uuid        primary key,
    dossier_id       uuid        not null,
    agency           text        not null,
    at               timestamptz not null,
    given_by         uuid        not null,
    given_name       text        not null,
    receiver         text        not null check (receiver in ('OWNER', 'MANDATED')),
    receiver_name    text        not null,
    mandate          text,
    proof            text        not null check (proof in ('SIGNATURE', 'CODE', 'SHEET')),
    proof_file       uuid,
    originals        text        not null check (originals in ('COMPARED', 'NOT_NEEDED')),
    check ((proof = 'CODE') = (proof_file is null)),
    check (receiver = 'OWNER' or mandate is not null)
);
comment on table dossier.hand_over is 'Trả kết quả: ai nhận, ai trả, chứng cứ nhận';
comment on column dossier.hand_over.mandate is 'Number and date of the mandate or the relation it rests on';
comment on column dossier.hand_over.originals is 'Whether originals were compared with the copies that had been filed';
create index hand_over_dossier on dossier.hand_over (dossier_id);
alter table dossier.hand_over enable row level security;
create policy visible on dossier.hand_over for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy gives on dossier.hand_over for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and agency = (select current_setting('motcua.agency', true))
        and exists (select from dossier.dossier d where d.id = dossier_id and d.agency = hand_over.agency));
create policy platform on dossier.hand_over
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert on dossier.hand_over to motcua_app;

-- Results that wait at the counter, and when the person is reminded next.
create table dossier.unfetched (
    dossier_id uuid        primary key,
    ready_at   timestamptz not null,
    reminders  integer     not null default 0,
    next_at    timestamptz
);
comment on table dossier.unfetched is 'Kết quả chưa nhận: nhắc sau 0, 3, 10 ngày làm việc';
comment on column dossier.unfetched.next_at is 'Null once the last reminder has gone out';
create index unfetched_next on dossier.unfetched (next_at) where next_at is not null;
alter table dossier.unfetched enable row level security;
create policy settling on dossier.unfetched
    using ((select current_setting('motcua.role', true)) in ('citizen', 'officer', 'leader')
        and exists (select from dossier.dossier d where d.id = dossier_id));
create policy platform on dossier.unfetched
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update, delete on dossier.unfetched to motcua_app;

-- The queue. Kinds of service, desks and groups with priority are data; an agency without rows of its own has those of
-- the empty agency code.
create table dossier.queue_service (
    agency  text    not null,
    id      text    not null check (id ~ '^[a-z][a-z0-9-]{0,30}$'),
    prefix  text    not null check (prefix ~ '^[A-Z]$'),
    name_vi text    not null,
    name_en text    not null,
    minutes integer not null check (minutes > 0),
    place   integer not null,
    primary key (agency, id),
    unique (agency, prefix)
);
comment on table dossier.queue_service is 'Loại việc tại quầy; minutes: usual time of serving, until the day has figures of its own';

create table dossier.queue_desk (
    agency   text    not null,
    number   integer not null check (number between 1 and 99),
    services text[]  not null,
    primary key (agency, number)
);
comment on table dossier.queue_desk is 'Quầy và các loại việc của quầy';

create table dossier.queue_priority (
    id      text    primary key check (id ~ '^[a-z][a-z0-9-]{0,30}$'),
    name_vi text    not null,
    name_en text    not null,
    basis   text    not null,
    place   integer not null
);
comment on table dossier.queue_priority is 'Nhóm được ưu tiên theo luật; basis: căn cứ';

create table dossier.queue_count (
    agency text    not null,
    day    date    not null,
    prefix text    not null,
    last   integer not null,
    primary key (agency, day, prefix)
);
comment on table dossier.queue_count is 'Last number given, for each agency, day and kind of service';

create table dossier.queue_ticket (
    id           uuid        primary key,
    agency       text        not null,
    day          date        not null,
    service      text        not null,
    number       text        not null,
    key          text        not null unique,
    priority     text,
    state        text        not null check (state in ('WAITING', 'CALLED', 'SERVING', 'SERVED', 'SKIPPED')),
    taken_at     timestamptz not null,
    by_account   uuid,
    dossier_code text,
    desk         integer,
    officer      uuid,
    calls        integer     not null default 0,
    called_at    timestamptz,
    serving_at   timestamptz,
    ended_at     timestamptz,
    dossier_id   uuid,
    unique (agency, day, number)
);
comment on table dossier.queue_ticket is 'Số thứ tự';
comment on column dossier.queue_ticket.key is '65 random bits in the QR code of the ticket';
comment on column dossier.queue_ticket.by_account is 'Account of whoever took it online; null at a kiosk';
comment on column dossier.queue_ticket.dossier_id is 'The dossier that was filed or returned with it';
create index queue_ticket_waiting on dossier.queue_ticket (agency, day, (priority is null), taken_at, id)
    where state = 'WAITING';
create index queue_ticket_desk on dossier.queue_ticket (agency, day, called_at desc) where state in ('CALLED', 'SERVING');
create index queue_ticket_ended on dossier.queue_ticket (agency, day, ended_at desc) where state = 'SERVED';
create index queue_ticket_own on dossier.queue_ticket (by_account, day) where by_account is not null;

do $$
declare
    t text;
begin
    foreach t in array array['queue_service', 'queue_desk', 'queue_priority', 'queue_count'] loop
        execute format('alter table dossier.%I enable row level security', t);
        execute format(
            $p$create policy anybody on dossier.%I for select
                using ((select coalesce(current_setting('motcua.role', true), '')) <> '')$p$, t);
    end loop;
end $$;
create policy counts on dossier.queue_count
    using ((select current_setting('motcua.role', true)) in ('system', 'officer', 'leader'));
create policy arranges on dossier.queue_service
    using ((select current_setting('motcua.role', true)) = 'system'
        or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
            and agency = (select current_setting('motcua.agency', true))));
create policy arranges on dossier.queue_desk
    using ((select current_setting('motcua.role', true)) = 'system'
        or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
            and agency = (select current_setting('motcua.agency', true))));
grant select, insert, update, delete on dossier.queue_service, dossier.queue_desk to motcua_app;
grant select on dossier.queue_priority to motcua_app;
grant select, insert, update on dossier.queue_count to motcua_app;

alter table dossier.queue_ticket enable row level security;
create policy desk on dossier.queue_ticket
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and agency = (select current_setting('motcua.agency', true)));
create policy own on dossier.queue_ticket for select
    using ((select current_setting('motcua.role', true)) = 'citizen'
        and by_account::text = (select current_setting('motcua.account', true)));
create policy platform on dossier.queue_ticket
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update on dossier.queue_ticket to motcua_app;

insert into dossier.queue_service (agency, id, prefix, name_vi, name_en, minutes, place) values
    ('', 'receive', 'A', 'Nộp hồ sơ', 'Hand in a dossier', 12, 1),
    ('', 'return', 'B', 'Nhận kết quả', 'Collect a result', 5, 2),
    ('', 'advice', 'C', 'Hỏi, nghe hướng dẫn', 'Ask for advice', 8, 3);
insert into dossier.queue_desk (agency, number, services)
    select '', n, array['receive', 'return', 'advice'] from generate_series(1, 6) n;
insert into dossier.queue_priority (id, name_vi, name_en, basis, place) values
    ('elderly', 'Người cao tuổi', 'Elderly person', 'Luật Người cao tuổi 39/2009/QH12', 1),
    ('disabled', 'Người khuyết tật', 'Person with a disability', 'Luật Người khuyết tật 51/2010/QH12', 2),
    ('pregnant', 'Phụ nữ mang thai, người bế trẻ nhỏ', 'Pregnant, or carrying a small child', 'Quy chế tiếp công dân của cơ quan', 3);
