package vn.motcua.procedure.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.OnlineLevel;

/// What the stored record adds to a procedure's page: decisions, how it once was, what it is
/// called elsewhere, what else there is.
///
/// @param state `upcoming` or `ended`; null while in force
/// @param since day from which the state holds
/// @param by number of the decision behind it
/// @param successor the procedure that takes its place
/// @param declared the level of online service its decision declares
/// @param history whether there is a page of earlier versions
public record PublishedView(
        @Nullable String state,
        @Nullable String since,
        @Nullable String by,
        @Nullable Link successor,
        List<DecisionView> decisions,
        List<Link> related,
        List<String> localCodes,
        boolean history,
        @Nullable OnlineLevel declared) {

    static final PublishedView NONE =
            new PublishedView(null, null, null, null, List.of(), List.of(), List.of(), false, null);

    /// @param act `announce`, `amend`, `replace` or `abolish`
    public record DecisionView(
            String act, @Nullable String number, @Nullable String date, @Nullable String from) {}

    /// @param name null when nothing is known here under the code
    public record Link(String code, @Nullable LocalText name) {}
}
