-- Where each reader of the feed stands. The row is also its lock: whoever holds it does the work.
create table journal.cursor (
    consumer text        primary key,
    xid      xid8        not null default '0',
    seq      bigint      not null default 0,
    moved_at timestamptz not null
);

-- Entries a reader could not take, and later ones about the same subject that wait behind them.
create table journal.set_aside (
    consumer     text        not null,
    xid          xid8        not null,
    seq          bigint      not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    kind         text        not null,
    error        text,
    reference    text,
    attempts     int         not null default 0,
    next_try_at  timestamptz,
    set_aside_at timestamptz not null,
    primary key (consumer, xid, seq)
);

comment on column journal.set_aside.error is 'Class of the failure, never its message; null while it only waits behind another';
comment on column journal.set_aside.reference is 'Finds the failure in the log';
comment on column journal.set_aside.next_try_at is 'Null: as soon as nothing stands before it';

create index set_aside_subject on journal.set_aside (consumer, subject_id, xid, seq);

grant select, insert, update on journal.cursor to motcua_app;
grant select, insert, update, delete on journal.set_aside to motcua_app;
