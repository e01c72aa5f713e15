/// Working hours, holidays and the arithmetic of legal terms: when a term ends, how much working
/// time lies between two moments, and how an appointed day came about, line by line, so that a
/// citizen can follow it.
///
/// Source: [civil-code] art. 147 and 148; [labour-code] art. 111 and 112.
@ApplicationModule(
        displayName = "Working time",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.motcua.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
