package vn.motcua.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The compiled program, as the house rules read it.
final class Program {
    /// The program with its compiled templates, without tests and without
    /// what the build writes about the context (its names carry two underscores).
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("__"))
                    .importPackages("vn.motcua", "gg.jte.generated");

    private Program() {}
}
