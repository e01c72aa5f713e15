package vn.motcua.dossier.internal.talk;

import java.util.List;
import java.util.UUID;

/// The last words of the conversation on the dossier's page.
///
/// @param unread how much of what the person wrote nobody at the office has seen
/// @param lines newest first
public record NewestView(UUID dossier, int unread, List<TalkView.Line> lines) {}
