package vn.motcua.dossier.internal.counter;

import java.util.List;

/// What officers filled in for the person.
///
/// @param waiting what they have not confirmed yet
public record HelpedView(List<ConfirmView> waiting) {}
