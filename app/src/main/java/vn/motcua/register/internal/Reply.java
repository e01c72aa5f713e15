package vn.motcua.register.internal;

import java.util.Map;
import vn.motcua.register.Trouble;

/// What came of one sending.
sealed interface Reply {
    record Found(Map<String, Object> answer) implements Reply {}

    record NotFound() implements Reply {}

    record Failed(Trouble trouble) implements Reply {}
}
