package vn.motcua.form.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.form.Answers;
import vn.motcua.form.Form;
import vn.motcua.form.FormContext;
import vn.motcua.form.Forms;
import vn.motcua.form.Places;
import vn.motcua.identity.Account;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.worktime.Calendars;

/// Compiles each content of a release once.
@Component
class CompiledForms implements Forms {
    private final ConcurrentHashMap<String, CompiledForm> byHash = new ConcurrentHashMap<>();
    private final Calendars calendars;
    private final Places places;
    private final Clock clock;

    CompiledForms(Calendars calendars, Places places, Clock clock) {
        this.calendars = calendars;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public CompiledForm of(Release release) {
        return byHash.computeIfAbsent(release.hash(), _ -> compile(release));
    }

    private static CompiledForm compile(Release release) {
        var faults = new FaultSink();
        var form =
                FormReader.read(
                        release.id(),
                        release.files().text(ReleaseFiles.FORM),
                        FormCheck.components(release.record()),
                        faults);
        if (!faults.isEmpty())
            throw new IllegalStateException(
                    "release "
                            + release.id()
                            + " was imported with a faulty form: "
                            + faults.faults());
        return form;
    }

    @Override
    public Optional<Form> of(ProcedureRecord record, ReleaseFiles files) {
        return FormCheck.form(record, files);
    }

    @Override
    public Answers prefill(Form form, Account account) {
        return Known.answers((CompiledForm) form, account, context("ONLINE", null));
    }

    @Override
    public FormContext context(String channel, @Nullable String agency) {
        var calendar = calendars.of(agency == null ? "" : agency);
        return new FormContext(
                channel, HanoiTime.dateOf(clock.instant()), calendar::isWorkingDay, places);
    }
}
