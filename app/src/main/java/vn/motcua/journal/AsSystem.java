package vn.motcua.journal;

/// Runs work as the platform itself, so that transactions begun inside see what role system may
/// see. Implemented by `identity`, which stands above this room.
public interface AsSystem {
    void run(Runnable work);
}
