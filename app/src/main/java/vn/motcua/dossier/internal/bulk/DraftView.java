package vn.motcua.dossier.internal.bulk;

import java.util.List;
import vn.motcua.dossier.internal.print.PagePictures;
import vn.motcua.kernel.LocalText;

/// The document somebody is asked to sign, as it will be issued.
///
/// @param decision what signing means here
/// @param more pages that are only in the file
/// @param pdf address of the file
/// @param back address of the list with what was chosen there; `choose` with this one chosen too
public record DraftView(
        String code,
        String owner,
        LocalText procedure,
        LocalText step,
        LocalText decision,
        List<PagePictures.Page> pages,
        int more,
        String pdf,
        String href,
        String back,
        String choose) {}
