package vn.motcua.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;

/// The compiled program, as the house rules read it.
final class Program {
    private static final Pattern WRITTEN_BY_THE_BUILD = Pattern.compile(".*(__|\\$\\$).*");

    /// The program with its compiled templates, without tests and without
    /// what the build writes about the context (its names carry two underscores or dollars).
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.matches(WRITTEN_BY_THE_BUILD))
                    .importPackages("vn.motcua", "gg.jte.generated");

    private Program() {}
}
