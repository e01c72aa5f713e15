-- Finds what somebody has uploaded without it having become part of anything.
create index file_waiting on vault.file (owner_account) include (size) where attached_at is null;
