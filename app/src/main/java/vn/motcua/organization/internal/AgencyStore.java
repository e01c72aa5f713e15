package vn.motcua.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.AgencyUnit;

@Repository
class AgencyStore {
    private static final String INSERT =
            """
            insert into organization.agency (
                   code, name_vi, name_en, kind, parent, province_code, commune_code, address, phone,
                   desk_vi, desk_en, unit_group, intake_vi, intake_en, valid_from, valid_to, verified)
            select r.code, r.name_vi, r.name_en, r.kind, r.parent, r.province_code, r.commune_code,
                   r.address, r.phone, r.desk_vi, r.desk_en, r.unit_group, r.intake_vi, r.intake_en,
                   r.valid_from::date, r.valid_to::date, r.verified::boolean
              from unnest(:code, :name_vi, :name_en, :kind, :parent, :province_code, :commune_code,
                          :address, :phone, :desk_vi, :desk_en, :unit_group, :intake_vi, :intake_en,
                          :valid_from, :valid_to, :verified)
                   as r(code, name_vi, name_en, kind, parent, province_code, commune_code, address,
                        phone, desk_vi, desk_en, unit_group, intake_vi, intake_en, valid_from,
                        valid_to, verified)
            """;

    private final JdbcClient jdbc;

    AgencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID token() {
        return jdbc.sql("select token from organization.change").query(UUID.class).single();
    }

    List<Agency> agencies() {
        return jdbc.sql(
                        """
                        select code, name_vi, name_en, kind, parent, province_code, commune_code, address,
                               phone, desk_vi, desk_en, unit_group, intake_vi, intake_en, valid_from,
                               valid_to, verified
                          from organization.agency
                         order by code
                        """)
                .query((row, _) -> agency(row))
                .list();
    }

    Map<String, String> otherCodes() {
        var codes = new HashMap<String, String>();
        jdbc.sql("select value, agency from organization.agency_code")
                .query(
                        row -> {
                            codes.put(row.getString("value"), row.getString("agency"));
                        });
        return codes;
    }

    Map<String, List<AgencyUnit>> units() {
        var units = new HashMap<String, List<AgencyUnit>>();
        jdbc.sql(
                        "select scope, id, name_vi, name_en from organization.unit order by scope, place, id")
                .query(
                        row -> {
                            var unit =
                                    new AgencyUnit(
                                            row.getString("id"), text(row, "name_vi", "name_en"));
                            units.computeIfAbsent(row.getString("scope"), _ -> new ArrayList<>())
                                    .add(unit);
                        });
        return units;
    }

    /// @return false when the code is taken
    boolean insert(Agency agency) {
        return write(INSERT + " on conflict (code) do nothing", List.of(agency)) == 1;
    }

    void upsert(Collection<Agency> agencies) {
        write(
                INSERT
                        + """
                        on conflict (code) do update
                           set name_vi = excluded.name_vi, name_en = excluded.name_en, kind = excluded.kind,
                               parent = excluded.parent, province_code = excluded.province_code,
                               commune_code = excluded.commune_code, address = excluded.address,
                               phone = excluded.phone, desk_vi = excluded.desk_vi,
                               desk_en = excluded.desk_en, unit_group = excluded.unit_group,
                               intake_vi = excluded.intake_vi, intake_en = excluded.intake_en,
                               valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                               verified = excluded.verified
                        """,
                agencies);
    }

    private int write(String sql, Collection<Agency> agencies) {
        return jdbc.sql(sql)
                .param("code", column(agencies, Agency::code))
                .param("name_vi", column(agencies, a -> a.name().vi()))
                .param("name_en", column(agencies, a -> a.name().en()))
                .param("kind", column(agencies, a -> a.kind().name()))
                .param("parent", column(agencies, Agency::parent))
                .param("province_code", column(agencies, Agency::provinceCode))
                .param("commune_code", column(agencies, Agency::communeCode))
                .param("address", column(agencies, Agency::address))
                .param("phone", column(agencies, Agency::phone))
                .param("desk_vi", column(agencies, a -> a.desk().vi()))
                .param("desk_en", column(agencies, a -> a.desk().en()))
                .param("unit_group", column(agencies, Agency::unitGroup))
                .param("intake_vi", column(agencies, a -> a.intake().vi()))
                .param("intake_en", column(agencies, a -> a.intake().en()))
                .param("valid_from", column(agencies, a -> iso(a.validFrom())))
                .param("valid_to", column(agencies, a -> iso(a.validTo())))
                .param("verified", column(agencies, a -> Boolean.toString(a.verified())))
                .update();
    }

    private static @Nullable String iso(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String[] column(
            Collection<Agency> agencies, Function<Agency, @Nullable String> value) {
        return agencies.stream().map(value).toArray(String[]::new);
    }

    private static Agency agency(ResultSet row) throws SQLException {
        return new Agency(
                row.getString("code"),
                text(row, "name_vi", "name_en"),
                AgencyKind.valueOf(row.getString("kind")),
                row.getString("parent"),
                row.getString("province_code"),
                row.getString("commune_code"),
                row.getString("address"),
                row.getString("phone"),
                text(row, "desk_vi", "desk_en"),
                row.getString("unit_group"),
                text(row, "intake_vi", "intake_en"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("verified"));
    }

    private static LocalText text(ResultSet row, String vi, String en) throws SQLException {
        return new LocalText(row.getString(vi), row.getString(en));
    }
}
