create table worktime.calendar_version (
    version  integer primary key,
    made_at  timestamptz not null,
    decision text not null
);
comment on table worktime.calendar_version is 'Each change of holidays or hours makes a new version; nothing is overwritten';
comment on column worktime.calendar_version.decision is 'Number of the notice or decision, or the name of the shipped list';

create table worktime.special_day (
    day           date not null,
    kind          text not null check (kind in ('HOLIDAY', 'IN_LIEU', 'SWAP_OFF', 'SWAP_WORK')),
    name_vi       text not null,
    name_en       text not null,
    standing      text not null check (standing in ('ANNOUNCED', 'DERIVED', 'PROPOSED', 'ASSUMED')),
    source        text not null,
    origin        text not null check (origin in ('shipped', 'operator')),
    since_version integer not null references worktime.calendar_version,
    until_version integer references worktime.calendar_version,
    primary key (day, since_version)
);
create unique index special_day_present on worktime.special_day (day) where until_version is null;
comment on column worktime.special_day.kind is 'Labour Code 2019, articles 111 and 112; SWAP_WORK is a Saturday worked in full';
comment on column worktime.special_day.standing is 'How far the State has bound itself to the day';
comment on column worktime.special_day.origin is 'A shipped list never replaces a day an operator decided';
comment on column worktime.special_day.until_version is 'First version in which the row no longer holds; null while it does';

create table worktime.opening_hours (
    agency        text not null,
    valid_from    date not null,
    week          text not null,
    closing       time not null,
    decision      text not null,
    since_version integer not null references worktime.calendar_version,
    until_version integer references worktime.calendar_version,
    primary key (agency, valid_from, since_version)
);
create unique index opening_hours_present on worktime.opening_hours (agency, valid_from) where until_version is null;
comment on column worktime.opening_hours.agency is 'Agency code; empty for the national default; agencies below inherit';
comment on column worktime.opening_hours.week is 'For example MON-FRI 07:30-11:30,13:30-17:30; SAT 07:30-11:30';
comment on column worktime.opening_hours.closing is 'The hour at which a term in days ends';

grant select, insert on worktime.calendar_version to motcua_app;
grant select, insert, update (until_version) on worktime.special_day to motcua_app;
grant select, insert, update (until_version) on worktime.opening_hours to motcua_app;
