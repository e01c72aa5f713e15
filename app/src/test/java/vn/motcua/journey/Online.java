package vn.motcua.journey;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.form.Answers;
import vn.motcua.form.Forms;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// What somebody filed online with one paper, through the services behind the pages.
///
/// @param paper name of the picture
/// @param answers besides those the form knows by itself; given the stored paper
record Online(
        String login,
        ReleaseId procedure,
        String paper,
        ReturnWay way,
        Function<UUID, Map<String, Object>> answers) {
    DossierCode file(TestPlatform platform) {
        return platform.as(login, () -> filed(platform));
    }

    /// The same at another moment.
    static DossierCode at(Instant moment, Supplier<DossierCode> filing) {
        var code = new AtomicReference<@Nullable DossierCode>();
        PlatformClock.at(moment, () -> code.set(filing.get()));
        return Objects.requireNonNull(code.get());
    }

    private DossierCode filed(TestPlatform platform) {
        var account = platform.account(login);
        var release = platform.bean(Releases.class).find(procedure).orElseThrow();
        var forms = platform.bean(Forms.class);
        var all = new HashMap<String, Object>(forms.prefill(forms.of(release), account).values());
        var photo = Samples.photo(paper);
        var stored =
                platform.bean(Vault.class)
                        .store(
                                new ByteArrayInputStream(photo.buffer),
                                photo.name,
                                FilePurpose.COMPONENT,
                                account.id());
        all.putAll(answers.apply(stored.id()));
        var filing =
                new Filing(
                        procedure,
                        Channel.ONLINE,
                        null,
                        null,
                        Answers.of(all),
                        account.id(),
                        null,
                        List.of(),
                        way,
                        UUID.randomUUID().toString(),
                        null);
        var filed = platform.bean(Intake.class).file(filing);
        if (filed instanceof Filed.Accepted accepted) return accepted.code();
        throw new IllegalStateException(filed.toString());
    }
}
