package vn.motcua.dossier.internal.queue;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A ticket, to be kept or printed.
///
/// @param minutes how long it will take, more or less; null once it was called
/// @param desk where it was called to; null while it waits
public record TicketView(
        String number,
        LocalText agency,
        String code,
        LocalText service,
        @Nullable LocalText group,
        String taken,
        String state,
        int ahead,
        @Nullable Integer minutes,
        @Nullable Integer desk,
        String qr) {}
