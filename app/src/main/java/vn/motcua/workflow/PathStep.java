package vn.motcua.workflow;

import vn.motcua.kernel.LocalText;

/// One line of the tracking page's way.
public record PathStep(String stepId, LocalText name, Stage stage, Position position) {
    public enum Stage {
        DONE,
        NOW,
        NEXT
    }
}
