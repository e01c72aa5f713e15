create table organization.staff (
    account    uuid not null,
    name       text not null,
    agency     text not null references organization.agency,
    unit       text not null,
    position   text not null check (position in ('RECEPTIONIST', 'CASE_OFFICER', 'APPROVER', 'LEADER', 'OPERATOR')),
    title_vi   text not null,
    title_en   text not null,
    valid_from date not null,
    valid_to   date,
    primary key (account, agency, unit, position, valid_from)
);

comment on table organization.staff is 'Who holds which position, from day to day; ended ones stay';

create index staff_agency on organization.staff (agency, account);

-- Names of officials are public; appointing them is for operators and the platform itself.
alter table organization.staff enable row level security;
create policy read_by_all on organization.staff for select using (true);
create policy appointed on organization.staff for insert
    with check ((select current_setting('motcua.role', true)) in ('operator', 'system'));
create policy changed on organization.staff for update
    using ((select current_setting('motcua.role', true)) in ('operator', 'system'));

grant select, insert, update on organization.staff to motcua_app;
