package vn.motcua.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyCode;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.AgencyUnit;

/// All agencies as they stood at one moment; never changed.
final class AgencyTree {
    final UUID token;
    private final Map<String, Agency> byCode = new HashMap<>();
    private final Map<String, List<Agency>> byParent = new HashMap<>();
    private final Map<AgencyKind, List<Agency>> byKind = new HashMap<>();
    private final Map<String, List<Agency>> byCompetence = new HashMap<>();
    private final Map<String, String> otherCodes;
    private final Map<String, List<AgencyUnit>> units;
    private final List<Agency> roots = new ArrayList<>();

    AgencyTree(
            UUID token,
            List<Agency> agencies,
            Map<String, String> otherCodes,
            Map<String, List<AgencyUnit>> units) {
        this.token = token;
        this.otherCodes = otherCodes;
        this.units = units;
        for (var agency : agencies) {
            byCode.put(agency.code(), agency);
            if (agency.parent() == null) roots.add(agency);
            else into(byParent, agency.parent(), agency);
            into(byKind, agency.kind(), agency);
            into(byCompetence, competence(agency), agency);
        }
    }

    private static <K> void into(Map<K, List<Agency>> map, K key, Agency agency) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(agency);
    }

    private static String competence(Agency agency) {
        return competence(agency.unitGroup(), agency.provinceCode(), agency.communeCode());
    }

    private static String competence(
            String group, @Nullable String province, @Nullable String commune) {
        if (commune != null) return group + "|commune|" + commune;
        return province == null ? group : group + "|province|" + province;
    }

    Optional<Agency> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<Agency> byAnyCode(String typed) {
        var text = typed.strip();
        var other = otherCodes.get(text);
        if (other != null) return find(other);
        return AgencyCode.read(text)
                .filter(c -> c.value().indexOf('.') < 0 || !AgencyCode.isOldForm(text))
                .flatMap(c -> find(c.value()));
    }

    List<Agency> children(String code) {
        return List.copyOf(byParent.getOrDefault(code, List.of()));
    }

    List<Agency> ofKind(AgencyKind kind, @Nullable String province, LocalDate day) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .filter(a -> province == null || province.equals(a.provinceCode()))
                .filter(a -> a.isValidOn(day))
                .toList();
    }

    /// The commune's, else the province's, else the country's.
    Optional<Agency> competent(
            String group, @Nullable String province, @Nullable String commune, LocalDate day) {
        var keys = new ArrayList<String>(3);
        if (commune != null) keys.add(competence(group, null, commune));
        if (province != null) keys.add(competence(group, province, null));
        keys.add(group);
        for (var key : keys) {
            for (var agency : byCompetence.getOrDefault(key, List.of())) {
                if (agency.isValidOn(day)) return Optional.of(agency);
            }
        }
        return Optional.empty();
    }

    Set<String> unitGroups() {
        return byCode.values().stream().map(Agency::unitGroup).collect(Collectors.toSet());
    }

    List<Agency> roots() {
        return List.copyOf(roots);
    }

    List<AgencyUnit> units(Agency agency) {
        var all = new ArrayList<AgencyUnit>();
        for (var scope : List.of(agency.kind().name(), agency.unitGroup(), agency.code())) {
            all.addAll(units.getOrDefault(scope, List.of()));
        }
        return List.copyOf(all);
    }
}
