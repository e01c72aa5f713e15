package vn.motcua.dossier.internal.review;

/// What a finding is about.
enum Subject {
    PAPER,
    ANSWER
}
