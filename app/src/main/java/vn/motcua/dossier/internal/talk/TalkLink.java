package vn.motcua.dossier.internal.talk;

/// The way from a dossier's page to its conversation.
///
/// @param unread how much the reader has not seen
public record TalkLink(String href, int unread) {}
