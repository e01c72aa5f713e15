package vn.motcua.kernel;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/// Parameters that may be absent, for statements that run often. A bare null has no type;
/// PostgreSQL's driver prepares a statement anew whenever the types of its parameters change, so
/// a statement whose nulls come and go would be parsed and planned each time.
public final class Sql {
    private Sql() {}

    public static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    public static SqlParameterValue uuid(@Nullable UUID value) {
        return new SqlParameterValue(Types.OTHER, "uuid", value);
    }

    public static SqlParameterValue bytes(byte @Nullable [] value) {
        return new SqlParameterValue(Types.VARBINARY, value);
    }
}
