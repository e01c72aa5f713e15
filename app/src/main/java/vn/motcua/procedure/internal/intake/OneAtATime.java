package vn.motcua.procedure.internal.intake;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// Lets one file be read at a time: a large one takes much memory while it is open.
@Component
class OneAtATime {
    private final Semaphore free = new Semaphore(1);

    interface Work<T> {
        T done() throws FileRefused;
    }

    /// @throws FileRefused as busy, at once, while another file is being read
    <T> T read(Work<T> work) throws FileRefused {
        if (!free.tryAcquire()) throw new FileRefused("busy");
        try {
            return work.done();
        } finally {
            free.release();
        }
    }
}
