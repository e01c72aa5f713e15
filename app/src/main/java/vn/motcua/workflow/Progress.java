package vn.motcua.workflow;

/// @param done people's steps behind the dossier
/// @param total people's steps of its most likely way
public record Progress(int done, int total) {
    public int percent() {
        return total == 0 ? 100 : done * 100 / total;
    }
}
