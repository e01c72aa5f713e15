package vn.motcua.identity.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.AsSystem;

/// Lets the journal's consumers work as the platform itself.
@Component
class PlatformAsSystem implements AsSystem {
    private final Asking asking;

    PlatformAsSystem(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void run(Runnable work) {
        asking.run(Caller.system(), work);
    }
}
