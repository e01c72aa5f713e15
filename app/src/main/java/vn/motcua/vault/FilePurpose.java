package vn.motcua.vault;

/// What a file is for.
public enum FilePurpose {
    /// A paper of a dossier, uploaded by or for the person. Belongs to nothing until it is shared.
    COMPONENT,
    /// The result of a procedure.
    RESULT,
    /// One of the slips the one-stop shop hands out.
    SLIP,
    /// A receipt for money.
    RECEIPT,
    /// Attached to a petition or its answer. Belongs to nothing until it is shared.
    FEEDBACK,
    /// A working paper of the office.
    WORKING_PAPER;

    /// Whether the file still waits to become part of something when it has just been stored.
    public boolean waitsToBeAttached() {
        return this == COMPONENT || this == FEEDBACK;
    }
}
