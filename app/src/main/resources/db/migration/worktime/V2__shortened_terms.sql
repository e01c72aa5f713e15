-- Terms made shorter by a dated decision, for example a province's for filing online.
create table worktime.shortened_term (
    agency        text    not null,
    procedure     text    not null,
    channel       text    not null default '',
    case_code     text    not null default '',
    quantity      integer not null check (quantity > 0),
    unit          text    not null check (unit in ('WORKING_DAY', 'CALENDAR_DAY', 'WORKING_HOUR', 'MONTH', 'YEAR', 'SAME_DAY')),
    cutoff        time,
    valid_from    date    not null,
    valid_to      date    not null default '9999-12-31',
    decision      text    not null,
    since_version integer not null references worktime.calendar_version,
    until_version integer references worktime.calendar_version,
    primary key (agency, procedure, channel, case_code, valid_from, since_version),
    check (valid_to >= valid_from)
);
comment on table worktime.shortened_term is 'Thời hạn rút ngắn: a term counts only where it ends before that of the release';
comment on column worktime.shortened_term.agency is 'Agency code, with the agencies below it; empty for the whole country';
comment on column worktime.shortened_term.channel is 'DIRECT, ONLINE or POSTAL; empty for every channel';
comment on column worktime.shortened_term.valid_to is 'Last day on which a dossier accepted has the shorter term';
create unique index shortened_term_present
    on worktime.shortened_term (agency, procedure, channel, case_code, valid_from) where until_version is null;
grant select, insert, update (until_version) on worktime.shortened_term to motcua_app;
