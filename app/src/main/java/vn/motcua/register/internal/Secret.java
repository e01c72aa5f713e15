package vn.motcua.register.internal;

/// What must not be seen: never in a log, a page or a message, whoever prints it.
final class Secret {
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /// For the header of a request, and nothing else.
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "•••";
    }
}
