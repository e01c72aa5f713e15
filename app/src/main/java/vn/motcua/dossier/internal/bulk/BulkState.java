package vn.motcua.dossier.internal.bulk;

/// How far an act on many dossiers is.
public enum BulkState {
    CHOSEN,
    CONFIRMED,
    DONE
}
