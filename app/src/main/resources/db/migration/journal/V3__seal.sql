-- One seal per batch of entries, each chained to the one before.
create table journal.seal (
    no            bigint      primary key,
    first_xid     xid8        not null,
    first_seq     bigint      not null,
    last_xid      xid8        not null,
    last_seq      bigint      not null,
    count         int         not null check (count > 0),
    positions     bytea       not null,
    digests       bytea       not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    sealed_at     timestamptz not null
);

comment on column journal.seal.positions is 'xid and seq of every sealed entry, 8 + 8 bytes each, so that a missing one can be named';
comment on column journal.seal.digests is 'SHA-256 of every sealed entry, 32 bytes each, in the same order';

create trigger append_only before update or delete on journal.seal
    for each row execute function journal.refuse_change();
create trigger never_emptied before truncate on journal.seal
    for each statement execute function journal.refuse_change();

grant select, insert on journal.seal to motcua_app;
