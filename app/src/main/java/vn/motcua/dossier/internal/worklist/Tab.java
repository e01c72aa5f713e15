package vn.motcua.dossier.internal.worklist;

/// Which part of the work. What waits for the person is not to be done now and stands apart.
public enum Tab {
    ALL(" and not t.suspended "),
    OVERDUE(" and not t.suspended and t.listed_at < :now "),
    DUE_SOON(" and not t.suspended and t.listed_at >= :now and t.listed_at < :soon "),
    RECEPTION(" and not t.suspended and t.kind = 'RECEPTION' "),
    WAITING(" and (t.suspended or t.paused) "),
    MINE(" and not t.suspended and t.claimed_by = :account ");

    /// The condition of list and counter alike.
    final String condition;

    Tab(String condition) {
        this.condition = condition;
    }
}
