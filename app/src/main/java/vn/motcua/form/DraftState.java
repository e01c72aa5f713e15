package vn.motcua.form;

public enum DraftState {
    OPEN,
    SUBMITTED
}
