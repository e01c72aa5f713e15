package vn.motcua.dossier.internal.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.form.Forms;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.YamlTree;

/// Refuses a release whose templates could not be printed: `print/slip-<kind>.html` takes the place
/// of a desk's slip, `print/<name>.html` is the document of the result that names it.
@Component
public class PrintCheck implements ReleaseCheck {
    private static final String FOLDER = "print/";
    private static final String SLIP = "slip-";

    private final Forms forms;

    PrintCheck(Forms forms) {
        this.forms = forms;
    }

    /// Where a release keeps its own template for a kind of slip.
    public static String file(SlipKind kind) {
        return file(SLIP + kind.name().toLowerCase(Locale.ROOT));
    }

    /// Where a release keeps the template a result names.
    public static String file(String template) {
        return FOLDER + template + ".html";
    }

    @Override
    public List<Fault> check(ProcedureRecord record, ReleaseFiles files) {
        var faults = new ArrayList<Fault>();
        for (var name : files.prints()) {
            var file = file(name);
            var kind = kind(record, name);
            if (kind.isEmpty()) {
                faults.add(Fault.of(file, 0, "dossier-print.fault.no-paper", name));
                continue;
            }
            var answers =
                    forms.of(record, files).map(PrintAnswers::shape).orElse(SlipData.Shape.FREE);
            for (var fault :
                    ReleaseTemplate.check(
                            file, files.text(file), kind.get(), answers, asked(files)))
                faults.add(fault.told());
        }
        return faults;
    }

    /// What the process asks of officers for the result; a process that cannot be read is
    /// refused elsewhere.
    private static Set<String> asked(ReleaseFiles files) {
        var asked = new HashSet<String>();
        var text = files.find(ReleaseFiles.PROCESS).orElse("");
        for (var step : YamlTree.parse(ReleaseFiles.PROCESS, text, new FaultSink()).list("steps"))
            for (var ask : step.list("asks")) asked.add(ask.textOr("id", ""));
        return asked;
    }

    private static Optional<SlipKind> kind(ProcedureRecord record, String name) {
        if (record.results().stream().anyMatch(result -> name.equals(result.template())))
            return Optional.of(SlipKind.RESULT);
        return Arrays.stream(SlipKind.values())
                .filter(kind -> kind != SlipKind.RESULT && kind != SlipKind.REGISTER)
                .filter(kind -> file(kind).equals(file(name)))
                .findFirst();
    }
}
