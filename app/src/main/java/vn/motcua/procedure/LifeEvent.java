package vn.motcua.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What happens in a life or a business that sends people to an office; the navigation of the
/// catalogue.
public enum LifeEvent {
    BIRTH(Audience.CITIZEN, "birth"),
    STUDY(Audience.CITIZEN, "study"),
    WORK(Audience.CITIZEN, "work"),
    RESIDENCE(Audience.CITIZEN, "home"),
    MARRIAGE(Audience.CITIZEN, "rings"),
    POWER(Audience.CITIZEN, "power"),
    HOUSING(Audience.CITIZEN, "land"),
    HEALTH(Audience.CITIZEN, "health"),
    VEHICLE(Audience.CITIZEN, "bike"),
    RETIREMENT(Audience.CITIZEN, "tea"),
    DEATH(Audience.CITIZEN, "lotus"),
    DISPUTE(Audience.CITIZEN, "scale"),
    STARTUP(Audience.ENTERPRISE, "flag"),
    STAFF(Audience.ENTERPRISE, "people"),
    FINANCE(Audience.ENTERPRISE, "money"),
    PREMISES(Audience.ENTERPRISE, "land"),
    TRADE(Audience.ENTERPRISE, "globe"),
    IP(Audience.ENTERPRISE, "pen"),
    BRANCH(Audience.ENTERPRISE, "home"),
    PROCUREMENT(Audience.ENTERPRISE, "doc"),
    RESTRUCTURE(Audience.ENTERPRISE, "retry"),
    CONTRACT(Audience.ENTERPRISE, "scale"),
    CLOSING(Audience.ENTERPRISE, "pause");

    private final Audience audience;
    private final String icon;

    LifeEvent(Audience audience, String icon) {
        this.audience = audience;
        this.icon = icon;
    }

    public Audience audience() {
        return audience;
    }

    /// Name of its picture in the icon set.
    public String icon() {
        return icon;
    }

    /// As release folders and addresses write it: `birth`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LifeEvent> of(String id) {
        return Arrays.stream(values()).filter(event -> event.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(LifeEvent::id).toList();
    }

    public static List<LifeEvent> of(Audience audience) {
        return Arrays.stream(values()).filter(event -> event.audience == audience).toList();
    }
}
