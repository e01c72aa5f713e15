-- Tries of the four digits of a phone number, counted before the digits are looked at.
-- A key is the SHA-256 of a code or of a network address, so neither stands here in the clear.
create table dossier.tracking_try (
    key       bytea       primary key,
    tries     int         not null,
    since     timestamptz not null,
    day_tries int         not null,
    day_since timestamptz not null
);
comment on column dossier.tracking_try.tries is 'Since the beginning of the short window';
comment on column dossier.tracking_try.day_tries is 'Since the beginning of the day''s window';
create index tracking_try_day on dossier.tracking_try (day_since);
grant select, insert, update, delete on dossier.tracking_try to motcua_app;

-- Its successor; addresses stood in it in the clear.
drop table dossier.tracking_guess;
