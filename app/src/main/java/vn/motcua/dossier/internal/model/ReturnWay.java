package vn.motcua.dossier.internal.model;

/// How the person wants the result.
public enum ReturnWay {
    COUNTER,
    ELECTRONIC,
    POST
}
