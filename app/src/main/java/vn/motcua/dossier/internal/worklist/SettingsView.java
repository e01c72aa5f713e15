package vn.motcua.dossier.internal.worklist;

import java.util.List;

/// @param query what is chosen now, to be kept under a name
/// @param back address of the list
/// @param keepable whether there is anything to keep under a name
public record SettingsView(
        List<WorklistView.Option> columns,
        List<WorklistView.Option> sizes,
        List<ListChoices.View> views,
        String query,
        String back,
        boolean keepable) {}
