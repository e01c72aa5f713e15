-- Decision documents: books and forms of numbers as data, the register, and what becomes of a document afterwards.

alter table dossier.unfetched add column reminded_at timestamptz[] not null default '{}';
comment on column dossier.unfetched.reminded_at is 'When the person was reminded';

create table dossier.document_format (
    agency text not null,
    kind   text not null,
    book   text not null,
    format text not null check (format like '%{n}%' or format like '%{nn}%'),
    primary key (agency, kind)
);
comment on table dossier.document_format is 'Sổ và cách ghi số của từng loại văn bản';
comment on column dossier.document_format.agency is 'Empty: every agency without a row of its own';
comment on column dossier.document_format.kind is 'Code of the result, REJECTED for reasoned negative answers; empty: every other kind';
comment on column dossier.document_format.book is 'Kinds of one book count on together';
comment on column dossier.document_format.format is '{n} or {nn} the number, {year} the year, the rest as it stands, such as {n}/QĐ-UBND';

create table dossier.document_book (
    agency text    not null,
    year   integer not null,
    book   text    not null,
    last   integer not null,
    primary key (agency, year, book)
);
comment on table dossier.document_book is 'Last number given, for each agency, year and book; locked by the issuing transaction, so without gaps';
insert into dossier.document_format (agency, kind, book, format) values ('', '', '', '{nn}/{year}');
insert into dossier.document_book (agency, year, book, last) select agency, year, '', last from dossier.book;
drop table dossier.book;

do $$
declare
    t text;
begin
    foreach t in array array['document_format', 'document_book'] loop
        execute format('alter table dossier.%I enable row level security', t);
        execute format(
            $p$create policy anybody on dossier.%I for select
                using ((select coalesce(current_setting('motcua.role', true), '')) <> '')$p$, t);
    end loop;
end $$;
create policy arranges on dossier.document_format
    using ((select current_setting('motcua.role', true)) = 'system'
        or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
            and agency = (select current_setting('motcua.agency', true))));
-- A person's own step, or silence, may be the one by which a document is issued.
create policy counts on dossier.document_book
    using ((select current_setting('motcua.role', true)) in ('system', 'citizen', 'officer', 'leader'));
grant select, insert, update, delete on dossier.document_format to motcua_app;
grant select, insert, update on dossier.document_book to motcua_app;

alter table dossier.result add column agency text;
alter table dossier.result add column dossier_code text;
alter table dossier.result add column owner_name text;
alter table dossier.result add column verify_key text unique;
alter table dossier.result add column ended_ground text;
alter table dossier.result add column replaces uuid;
alter table dossier.result add column replaced_by uuid;
comment on column dossier.result.verify_key is '65 random bits in the QR code of the document; null for documents older than the register';
comment on column dossier.result.ended_ground is 'Why it does not stand any more';
comment on column dossier.result.replaced_by is 'The document that stands in its place';
update dossier.result r
   set agency = d.agency, dossier_code = d.code, owner_name = d.owner_name
  from dossier.dossier d
 where d.id = r.dossier_id;
create index result_register on dossier.result (agency, issued_at desc, id desc);
create index result_number on dossier.result (agency, number);
create index result_code on dossier.result (agency, dossier_code);

-- A document is revoked or replaced by two people: one proposes with a ground, an approver decides.
create table dossier.document_act (
    id            uuid        primary key,
    result_id     uuid        not null,
    dossier_id    uuid        not null,
    agency        text        not null,
    kind          text        not null check (kind in ('REVOKE', 'REPLACE')),
    ground        text        not null,
    basis         text        not null,
    facts         jsonb       not null,
    proposed_by   uuid        not null,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_name  text,
    decided_at    timestamptz,
    decision      text        check (decision in ('APPROVED', 'DECLINED')),
    words         text,
    new_result    uuid,
    check ((decided_at is null) = (decision is null)),
    check (decided_by <> proposed_by)
);
comment on table dossier.document_act is 'Đề nghị thu hồi, thay thế văn bản và quyết định';
comment on column dossier.document_act.facts is 'Corrected facts of the new document, by id';
create unique index document_act_open on dossier.document_act (result_id) where decided_at is null;
create index document_act_waiting on dossier.document_act (agency, proposed_at) where decided_at is null;
alter table dossier.document_act enable row level security;
create policy visible on dossier.document_act for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy proposes on dossier.document_act for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and agency = (select current_setting('motcua.agency', true))
        and exists (select from dossier.dossier d where d.id = dossier_id));
create policy decides on dossier.document_act for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and agency = (select current_setting('motcua.agency', true)));
create policy platform on dossier.document_act
    using ((select current_setting('motcua.role', true)) = 'system');
grant select, insert, update on dossier.document_act to motcua_app;

-- Whoever holds a document may ask whether it still stands. The answer says nothing about any person.
create function dossier.verify_document(wanted text)
returns table (number text, name_vi text, name_en text, agency text, issued_at timestamptz, sha256 text,
               revoked_at timestamptz, replaced_number text)
language sql stable security definer set search_path = dossier, pg_temp
as $$
    select r.number, r.name_vi, r.name_en, r.agency, r.issued_at, r.sha256, r.revoked_at, n.number
      from dossier.result r
      left join dossier.result n on n.id = r.replaced_by
     where wanted <> '' and r.verify_key = wanted
$$;
revoke all on function dossier.verify_document(text) from public;
grant execute on function dossier.verify_document(text) to motcua_app;
