package vn.motcua.workflow;

import vn.motcua.procedure.Release;

/// The compiled processes of the releases.
public interface Processes {
    /// The process of a release, which its import has proved sound; compiled once and kept.
    ///
    /// @throws IllegalArgumentException when the release has no process, or a broken one
    Process of(Release release);
}
