package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A commune with an agency in the sample data.
record Place(String province, String commune, String agency) {
    static List<Place> all(Connection admin) throws SQLException {
        try (var statement = admin.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                        select province_code, commune_code, code
                          from organization.agency
                         where kind = 'COMMUNE_COMMITTEE'
                         order by code
                        """)) {
            var places = new ArrayList<Place>();
            while (rows.next())
                places.add(new Place(rows.getString(1), rows.getString(2), rows.getString(3)));
            if (places.isEmpty()) throw new SQLException("the sample data have no communes");
            return places;
        }
    }
}
