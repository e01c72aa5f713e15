package vn.motcua.form.internal;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A question asked before the form: the other answer than `mustBe` means the procedure is not for
/// this person.
///
/// @param because why not, in the reader's words
/// @param basis the rule
/// @param instead another way
record Eligibility(
        String id,
        LocalText question,
        @Nullable LocalText hint,
        boolean mustBe,
        LocalText because,
        @Nullable String basis,
        @Nullable LocalText instead) {}
