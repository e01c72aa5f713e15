/// The program itself: options, database, migrations, the box that says where everything is.
/// The rooms are the packages below.
@NullMarked
package vn.motcua;

import org.jspecify.annotations.NullMarked;
