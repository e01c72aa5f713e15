package vn.motcua.dossier.internal.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.SampleNames;
import vn.motcua.form.Answers;

/// Valid answers to the forms of matters in which several agencies have a share.
final class SampleMatters {
    static final String BUILDING = "1.013225";
    static final String LAND = "1.013978";
    static final String VEHICLE = "1.013067";
    static final String PENSION = "1.014027";
    static final String NEWBORN = "3.000722";

    private final Filer filer;
    private final Place place;
    private final LocalDate day;
    private final RandomGenerator random;
    private final Map<String, Object> answers = new LinkedHashMap<>();

    private SampleMatters(Filer filer, Place place, LocalDate day, RandomGenerator random) {
        this.filer = filer;
        this.place = place;
        this.day = day;
        this.random = random;
    }

    /// @param file id of an uploaded paper; null when it is handed over the counter
    static Answers of(
            String procedure,
            Filer filer,
            Place place,
            LocalDate day,
            @Nullable String file,
            RandomGenerator random) {
        var one = new SampleMatters(filer, place, day, random);
        switch (procedure) {
            case BUILDING -> one.building(file);
            case LAND -> one.land();
            case VEHICLE -> one.vehicle(file);
            case PENSION -> one.pension();
            case NEWBORN -> one.newborn(file);
            default -> throw new IllegalArgumentException(procedure);
        }
        one.put("declaration", true);
        return Answers.of(one.answers);
    }

    /// Whether filing online takes a file.
    static boolean asksFile(String procedure) {
        return procedure.equals(BUILDING) || procedure.equals(VEHICLE);
    }

    private void put(String field, Object value) {
        answers.put(field, value);
    }

    private void person(String prefix) {
        put(prefix + "Name", filer.name());
        put(prefix + "PersonalId", filer.personalId());
        put(prefix + "Address", filer.address());
        put(prefix + "Phone", filer.phone());
    }

    private void building(@Nullable String file) {
        put("filedBy", "self");
        put("selfName", filer.name());
        put("selfPersonalId", filer.personalId());
        put("builderAddress", filer.address());
        put("builderPhone", filer.phone());
        put("siteAddress", place.address(place.street(random)));
        put("plotNumber", String.valueOf(10 + random.nextInt(400)));
        put("mapSheet", String.valueOf(1 + random.nextInt(40)));
        put("plotArea", 60 + random.nextInt(140));
        put("landPaperKind", "data");
        put("landCertificateNumber", "CS %06d".formatted(random.nextInt(1_000_000)));
        put("planKind", random.nextInt(3) == 0 ? "none" : "approved");
        boolean house = random.nextInt(4) > 0;
        put("workKind", house ? "house" : "grade3");
        put("workName", (house ? "Nhà ở gia đình " : "Nhà xưởng của ") + filer.name());
        put("footprint", 40 + random.nextInt(20));
        put("floorArea", 90 + random.nextInt(180));
        put("height", 6 + random.nextInt(10));
        put("storeys", 2 + random.nextInt(3));
        put("basements", 0);
        put("designer", "Công ty TNHH Thiết kế Nhà Việt");
        if (!house) put("fireReview", true);
        if (file != null) put("drawingFiles", List.of(file));
    }

    private void land() {
        put("userKind", "person");
        person("user");
        put("landAddress", filer.address());
        put("landArea", 50 + random.nextInt(200));
        put("landUse", "residential");
        put("usedSince", String.valueOf(1985 + random.nextInt(15)));
        put("hasHouse", false);
        put("landOrigin", "allocated");
        put("rightPaperKind", "none");
        put("hasSurvey", false);
        put("certificateWanted", random.nextInt(5) > 0);
    }

    private record Vehicle(String kind, String brand, String model) {}

    private static final List<Vehicle> VEHICLES =
            List.of(
                    new Vehicle("car", "Toyota", "Corolla Cross"),
                    new Vehicle("car", "Mazda", "CX-5"),
                    new Vehicle("motorcycle", "Honda", "SH 350i"),
                    new Vehicle("motorcycle", "Piaggio", "Vespa GTS"));

    private void vehicle(@Nullable String file) {
        var vehicle = SampleNames.one(VEHICLES, random);
        person("owner");
        put("forOrganisation", false);
        put("vehicleKind", vehicle.kind());
        put("brand", vehicle.brand());
        put("model", vehicle.model());
        put("colour", SampleNames.one(List.of("Trắng", "Đen", "Xanh", "Đỏ"), random));
        put("madeYear", String.valueOf(day.getYear()));
        put("chassisNumber", "RLH%010d".formatted(random.nextInt(1_000_000_000)));
        put("engineNumber", "E%08d".formatted(random.nextInt(100_000_000)));
        put("dataFound", true);
        put("customsNumber", "10%010d".formatted(random.nextInt(1_000_000_000)));
        put("plateKind", "new");
        put("inspectionDate", day.plusDays(1 + random.nextInt(5)).toString());
        if (file != null) put("ownershipFiles", List.of(file));
    }

    private void pension() {
        boolean woman = random.nextBoolean();
        int year = day.getYear() - 76 - random.nextInt(12);
        put("requestKind", "grant");
        put("filedBy", "relative");
        put("otherName", SampleNames.child(filer.family(), woman, random));
        put("otherBirthDate", year + "-03-15");
        put("otherPersonalId", SampleNames.personalId(place.idPlace(), woman, year, random));
        put("filerName", filer.name());
        put("personAddress", filer.address());
        put("contactPhone", filer.phone());
        put("hasPension", false);
        put("payWay", "cash");
    }

    /// The birth's own answers, and what its other parts ask beyond them.
    private void newborn(@Nullable String file) {
        var birth = SampleAnswers.of(SampleAnswers.BIRTH, filer, place, day, file, random);
        answers.putAll(birth.values());
        answers.remove("birthKind");
        answers.remove("copies");
        put("headName", filer.name());
        put("headPersonalId", filer.personalId());
        put("headRelation", "child");
        put("residenceAddress", filer.address());
        put("headAgrees", true);
        put("firstClinic", "Trạm y tế phường");
        put("identityCardWanted", true);
    }
}
