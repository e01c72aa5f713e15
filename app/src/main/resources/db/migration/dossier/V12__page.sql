-- The officers' page of a dossier and the conversation with the person: marks on papers and answers, internal notes,
-- messages, purposes of reading, visits, and whose data was looked at.

-- What may be found of a paper or an answer. Data, so that an office's own findings can be added.
create table dossier.mark_kind (
    code      text    primary key,
    place     integer not null,
    good      boolean not null,
    paper     boolean not null,
    answer    boolean not null,
    name_vi   text    not null,
    name_en   text    not null,
    wanted_vi text    not null
);
comment on table dossier.mark_kind is 'Kết quả kiểm tra giấy tờ, mục khai: what an officer may find';
comment on column dossier.mark_kind.good is 'Nothing is asked of the person';
comment on column dossier.mark_kind.wanted_vi is 'What is asked of the person, as it stands in the request to supplement';
insert into dossier.mark_kind (code, place, good, paper, answer, name_vi, name_en, wanted_vi) values
    ('ok', 1, true, true, true, 'Đạt', 'In order', ''),
    ('missing', 2, false, true, false, 'Thiếu', 'Missing', 'nộp bổ sung'),
    ('incomplete', 3, false, true, false, 'Thiếu trang hoặc nội dung', 'Pages or parts missing', 'nộp đủ các trang và nội dung'),
    ('wrong', 4, false, true, true, 'Sai nội dung', 'Wrong', 'sửa lại cho đúng'),
    ('differs', 5, false, true, true, 'Không khớp với giấy tờ khác', 'Differs from other papers', 'làm rõ phần không khớp với giấy tờ khác'),
    ('blurred', 6, false, true, false, 'Mờ, không đọc được', 'Blurred, cannot be read', 'nộp lại bản rõ, đọc được'),
    ('original', 7, false, true, false, 'Cần bản chính để đối chiếu', 'The original is needed', 'xuất trình bản chính để đối chiếu'),
    ('certified', 8, false, true, false, 'Cần bản sao có chứng thực', 'A certified copy is needed', 'nộp bản sao có chứng thực'),
    ('unsigned', 9, false, true, false, 'Thiếu chữ ký hoặc con dấu', 'Signature or seal missing', 'bổ sung chữ ký, con dấu'),
    ('expired', 10, false, true, false, 'Hết giá trị sử dụng', 'No longer valid', 'nộp bản còn giá trị sử dụng'),
    ('unclear', 11, false, false, true, 'Chưa rõ', 'Unclear', 'khai rõ hơn');
grant select on dossier.mark_kind to motcua_app;

-- One finding about one paper or one answer. Never changed: a later one takes its place, and both stay.
create table dossier.mark (
    seq         bigint      generated always as identity primary key,
    dossier_id  uuid        not null,
    review      uuid        not null,
    subject     text        not null check (subject in ('PAPER', 'ANSWER')),
    part        text        not null check (length(part) <= 200),
    kind        text        references dossier.mark_kind (code),
    comment     text        not null check (length(comment) <= 1000),
    marked_by   uuid        not null,
    marked_name text        not null,
    marked_at   timestamptz not null
);
comment on table dossier.mark is 'Findings of officers about papers and answers; internal';
comment on column dossier.mark.review is 'The act in which it was saved';
comment on column dossier.mark.part is 'Component or answer field of the release';
comment on column dossier.mark.kind is 'Null: the finding was taken back';
create index mark_dossier on dossier.mark (dossier_id, subject, part, seq desc);
create index mark_history on dossier.mark (dossier_id, seq desc);

alter table dossier.mark enable row level security;
create policy desk_reads on dossier.mark for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and exists (select from dossier.dossier d where d.id = dossier_id
            and (d.agency = (select current_setting('motcua.agency', true))
                or starts_with(d.agency, (select current_setting('motcua.agency', true)) || '.'))));
create policy desk_marks on dossier.mark for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and marked_by::text = (select current_setting('motcua.account', true))
        and exists (select from dossier.dossier d where d.id = dossier_id
            and d.agency = (select current_setting('motcua.agency', true))));
grant select, insert on dossier.mark to motcua_app;

-- Notes between officers. The person never sees them, nor does whatever works in the platform's own name.
create table dossier.note (
    id           uuid        primary key,
    dossier_id   uuid        not null,
    body         text        not null check (length(body) between 1 and 4000),
    written_by   uuid        not null,
    written_name text        not null,
    written_at   timestamptz not null,
    mention      uuid,
    mention_name text,
    mention_seen timestamptz,
    corrected_at timestamptz,
    earlier      jsonb       not null default '[]'
);
comment on table dossier.note is 'Ghi chú nội bộ: notes between officers';
comment on column dossier.note.earlier is 'What stood there before corrections: text and time';
create index note_dossier on dossier.note (dossier_id, id desc);
create index note_mention on dossier.note (mention, id desc) where mention_seen is null;

alter table dossier.note enable row level security;
create policy desk_reads on dossier.note for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and exists (select from dossier.dossier d where d.id = dossier_id
            and (d.agency = (select current_setting('motcua.agency', true))
                or starts_with(d.agency, (select current_setting('motcua.agency', true)) || '.'))));
create policy desk_writes on dossier.note for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and written_by::text = (select current_setting('motcua.account', true))
        and exists (select from dossier.dossier d where d.id = dossier_id
            and d.agency = (select current_setting('motcua.agency', true))));
-- The author corrects; whoever is mentioned has seen it.
create policy desk_corrects on dossier.note for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (written_by::text = (select current_setting('motcua.account', true))
            or mention::text = (select current_setting('motcua.account', true))));
grant select, insert on dossier.note to motcua_app;
grant update (body, corrected_at, earlier, mention_seen) on dossier.note to motcua_app;

-- The conversation with the person, by topic: a message and what was answered to it.
create table dossier.message (
    id          uuid        primary key,
    dossier_id  uuid        not null,
    topic       uuid        not null,
    side        text        not null check (side in ('OFFICE', 'PERSON')),
    way         text        not null check (way in ('DESK', 'ACCOUNT', 'TRACKING')),
    author      uuid,
    author_name text        not null,
    body        text        not null check (length(body) <= 4000),
    files       jsonb       not null default '[]',
    sent_at     timestamptz not null,
    read_at     timestamptz,
    read_name   text
);
comment on table dossier.message is 'Trao đổi với người dân: what officers and the person write to each other';
comment on column dossier.message.topic is 'First message of the topic; its own id for that one';
comment on column dossier.message.files is 'Files handed in with it: id, name and size';
comment on column dossier.message.read_at is 'When the other side first saw it';
create index message_topic on dossier.message (dossier_id, topic, id);
create index message_sent on dossier.message (dossier_id, sent_at);
create index message_unread on dossier.message (dossier_id, side) where read_at is null;

alter table dossier.message enable row level security;
create policy desk_reads on dossier.message for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and exists (select from dossier.dossier d where d.id = dossier_id
            and (d.agency = (select current_setting('motcua.agency', true))
                or starts_with(d.agency, (select current_setting('motcua.agency', true)) || '.'))));
create policy person_reads on dossier.message for select
    using ((select current_setting('motcua.role', true)) in ('citizen', 'tracker')
        and exists (select from dossier.dossier d where d.id = dossier_id));
create policy desk_writes on dossier.message for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and side = 'OFFICE'
        and exists (select from dossier.dossier d where d.id = dossier_id
            and d.agency = (select current_setting('motcua.agency', true))));
create policy person_writes on dossier.message for insert
    with check ((select current_setting('motcua.role', true)) in ('citizen', 'tracker')
        and side = 'PERSON'
        and exists (select from dossier.dossier d where d.id = dossier_id));
create policy desk_has_read on dossier.message for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and side = 'PERSON'
        and exists (select from dossier.dossier d where d.id = dossier_id
            and d.agency = (select current_setting('motcua.agency', true))));
create policy person_has_read on dossier.message for update
    using ((select current_setting('motcua.role', true)) in ('citizen', 'tracker')
        and side = 'OFFICE'
        and exists (select from dossier.dossier d where d.id = dossier_id));
grant select, insert on dossier.message to motcua_app;
grant update (read_at, read_name) on dossier.message to motcua_app;

-- Why somebody without work on a dossier reads it.
create table dossier.purpose (
    id          uuid        primary key,
    dossier_id  uuid        not null,
    account     uuid        not null,
    agency      text        not null,
    kind        text        not null,
    words       text        not null check (length(words) <= 1000),
    given_at    timestamptz not null,
    valid_until timestamptz not null
);
comment on table dossier.purpose is 'Mục đích đọc hồ sơ: named before a dossier that is not one''s own work is read';
create index purpose_account on dossier.purpose (account, dossier_id, valid_until);
alter table dossier.purpose enable row level security;
create policy own on dossier.purpose
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and account::text = (select current_setting('motcua.account', true)));
create policy supervised on dossier.purpose for select
    using ((select current_setting('motcua.role', true)) = 'leader'
        and agency = (select current_setting('motcua.agency', true)));
grant select, insert on dossier.purpose to motcua_app;

-- Which officer has which dossier open, and had it open last.
create table dossier.visit (
    dossier_id uuid        not null,
    account    uuid        not null,
    name       text        not null,
    since      timestamptz not null,
    shown_at   timestamptz not null,
    seen_at    timestamptz not null,
    live       boolean     not null,
    primary key (dossier_id, account)
);
comment on column dossier.visit.since is 'Beginning of the visit';
comment on column dossier.visit.shown_at is 'When the page was last drawn: what came later is new';
comment on column dossier.visit.seen_at is 'Last sign that the page is open';
comment on column dossier.visit.live is 'Whether the open page tells by itself that it is still open';
alter table dossier.visit enable row level security;
create policy desk_reads on dossier.visit for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (account::text = (select current_setting('motcua.account', true))
            or exists (select from dossier.dossier d where d.id = dossier_id)));
create policy own_begins on dossier.visit for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and account::text = (select current_setting('motcua.account', true)));
create policy own_goes_on on dossier.visit for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and account::text = (select current_setting('motcua.account', true)));
grant select, insert, update on dossier.visit to motcua_app;

-- Who looked at whose data, drawn from the journal for the person's own page.
create table dossier.look (
    account    uuid        not null,
    seq        bigint      not null,
    at         timestamptz not null,
    what       text        not null,
    agency     text,
    role       text        not null,
    purpose    text,
    dossier_id uuid,
    code       text,
    procedure  text,
    release    integer,
    primary key (account, seq)
);
comment on column dossier.look.account is 'Whose data were looked at';
comment on column dossier.look.code is 'Null when the dossier is somebody else''s, who only named this person in it';
create index look_account on dossier.look (account, at desc, seq desc);
alter table dossier.look enable row level security;
create policy own on dossier.look for select
    using ((select current_setting('motcua.role', true)) = 'citizen'
        and account::text = (select current_setting('motcua.account', true)));
create policy platform on dossier.look
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert on dossier.look to motcua_app;
