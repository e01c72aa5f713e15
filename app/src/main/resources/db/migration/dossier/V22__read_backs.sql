-- An officer's list of those who still have to confirm.
create index helped_filing_waiting on dossier.helped_filing (helper, draft_id desc)
    where dossier_id is null and confirmed_at is null;
