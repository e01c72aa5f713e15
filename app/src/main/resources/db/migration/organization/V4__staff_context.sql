-- Names of officials are public, but a connection that has not said for whom it asks sees no row of any locked table.
alter policy read_by_all on organization.staff
    using (coalesce((select current_setting('motcua.role', true)), '') <> '');
