package vn.motcua.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Fault;

/// Processes in BPMN 2.0, for the drawing tools agencies already have. What goes out and comes
/// back is the same process; what our steps have no word for is refused by name.
///
/// Source: BPMN 2.0.2 (ISO/IEC 19510).
public interface Bpmn {
    /// A document that is read has at most so many bytes.
    int MOST_BYTES = 1_000_000;

    /// @param id of the process in the document, for example the code of the procedure
    /// @throws vn.motcua.kernel.ProblemException `workflow.not-in-blocks` when the branches of
    ///     the process do not lie inside one another, which a drawing cannot tell
    byte[] write(String id, LocalText name, Process process);

    /// Reads a drawing of our own or of another tool.
    Reading read(byte[] document);

    /// @param text a `process.yaml`; null when something was refused
    /// @param process the same, compiled
    /// @param faults what is refused and what is unsound, with line numbers of the document
    record Reading(@Nullable String text, @Nullable Process process, List<Fault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }
    }
}
