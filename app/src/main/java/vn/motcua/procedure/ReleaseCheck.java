package vn.motcua.procedure;

import java.util.List;

/// What another room demands of a release before it may be imported: the form room reads
/// `form.yaml`, the workflow room `process.yaml`. Every bean of this type is asked for every
/// release.
public interface ReleaseCheck {
    /// What is wrong; empty when nothing is. Must not throw on broken files.
    List<Fault> check(ProcedureRecord record, ReleaseFiles files);
}
