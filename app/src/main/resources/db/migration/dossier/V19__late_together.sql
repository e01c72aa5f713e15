-- Many completed at once, some of them late: one reason for all of those.
alter table dossier.bulk add column late_reason text;
alter table dossier.bulk add column late_words text;
comment on column dossier.bulk.late_reason is 'Lý do trễ hạn chung của những hồ sơ hoàn thành trễ; null until it is said';
alter table dossier.bulk_row drop constraint bulk_row_result_check;
alter table dossier.bulk_row add constraint bulk_row_result_check check (result in
    ('DONE', 'CHANGED', 'NOT_YOURS', 'NEEDS_TYPING', 'NEEDS_LATE_REASON', 'NOT_NOW', 'FAILED'));
