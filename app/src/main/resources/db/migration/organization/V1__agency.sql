create table organization.agency (
    code           text primary key check (length(code) <= 35 and code ~ '^[GH][0-9]{2}(\.[0-9A-Z]{2,3})*$'),
    name_vi        text not null,
    name_en        text not null,
    kind           text not null check (kind in ('MINISTRY', 'PROVINCIAL_COMMITTEE', 'DEPARTMENT', 'COMMUNE_COMMITTEE',
                                                 'PROVINCIAL_POLICE', 'COMMUNE_POLICE', 'SERVICE_CENTRE')),
    parent         text references organization.agency deferrable initially deferred,
    province_code  text check (province_code ~ '^[0-9]{2}$'),
    commune_code   text check (commune_code ~ '^[0-9]{5}$'),
    address        text not null,
    phone          text not null,
    desk_vi        text not null,
    desk_en        text not null,
    unit_group     text not null,
    intake_vi      text not null,
    intake_en      text not null,
    valid_from     date,
    valid_to       date,
    verified       boolean not null,
    check (valid_to is null or valid_from is null or valid_to >= valid_from),
    check (parent <> code)
);

comment on table organization.agency is 'Agencies that receive or settle dossiers; ended ones stay';
comment on column organization.agency.code is 'mã định danh điện tử, QĐ 20/2020/QĐ-TTg';
comment on column organization.agency.unit_group is 'the word by which procedures name who settles them';
comment on column organization.agency.verified is 'the code was seen in an official publication';

create table organization.agency_code (
    value      text primary key check (length(value) <= 35),
    scheme     text not null check (scheme in ('QD20', 'QCVN102')),
    agency     text not null references organization.agency,
    valid_from date,
    valid_to   date
);

comment on table organization.agency_code is 'Other codes of an agency: of before 2020 (QCVN 102:2016), and replaced ones';

create table organization.unit (
    scope   text not null,
    id      text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_vi text not null,
    name_en text not null,
    place   int not null,
    primary key (scope, id)
);

comment on column organization.unit.scope is 'a kind of agency, a unit group or one agency''s code';

create table organization.change (
    only_row boolean primary key default true check (only_row),
    token    uuid not null
);

comment on table organization.change is 'Another token whenever agencies, their codes or units change: tells every node to read again';

insert into organization.change (token) values (gen_random_uuid());

create function organization.note_change() returns trigger
language plpgsql
as $$
begin
    update organization.change set token = gen_random_uuid();
    return null;
end
$$;

create trigger agency_change after insert or update or delete on organization.agency
    for each statement execute function organization.note_change();
create trigger agency_code_change after insert or update or delete on organization.agency_code
    for each statement execute function organization.note_change();
create trigger unit_change after insert or update or delete on organization.unit
    for each statement execute function organization.note_change();

grant select, insert, update on organization.agency, organization.agency_code, organization.unit to motcua_app;
grant select, update on organization.change to motcua_app;
