package vn.motcua.insight.internal;

import java.util.List;

/// Figures that belong together on a page of dossiers.
final class Groups {
    private static final List<List<Figure>> ALL =
            List.of(
                    List.of(
                            Figure.COUNTED,
                            Figure.GOOD,
                            Figure.LATE,
                            Figure.STOPPED,
                            Figure.NOT_ACCEPTED),
                    List.of(Figure.RECEIVED, Figure.ONLINE, Figure.DIRECT, Figure.POSTAL),
                    List.of(
                            Figure.OVERDUE,
                            Figure.OVERDUE_2,
                            Figure.OVERDUE_5,
                            Figure.OVERDUE_10,
                            Figure.OVERDUE_MORE,
                            Figure.DUE_SOON,
                            Figure.IDLE),
                    List.of(
                            Figure.JUDGED,
                            Figure.END_TO_END,
                            Figure.COUNTER_FILING,
                            Figure.POSTAL_FILING,
                            Figure.ASSISTED,
                            Figure.COUNTER_SUPPLEMENT,
                            Figure.COUNTER_RETURN,
                            Figure.POSTAL_RETURN));

    private Groups() {}

    static List<Figure> of(Figure figure) {
        return ALL.stream().filter(group -> group.contains(figure)).findFirst().orElse(List.of());
    }
}
