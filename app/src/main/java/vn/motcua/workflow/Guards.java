package vn.motcua.workflow;

/// Answers whether a condition holds for one dossier. Usually [Variables].
@FunctionalInterface
public interface Guards {
    boolean holds(Guard guard);
}
