package vn.motcua.insight.internal;

/// How much work comes to a unit and how much it gets done.
///
/// @param open pieces not done yet
/// @param arrived pieces that came in the weeks looked at
/// @param done pieces finished in them
/// @param people different officers who finished some
/// @param weeks how many weeks were looked at
public record Workload(long open, long over, long arrived, long done, long people, int weeks) {
    /// A week's arrivals.
    public double arriving() {
        return arrived / (double) weeks;
    }

    public double finishing() {
        return done / (double) weeks;
    }

    /// What one officer finishes in a week; 0 when nobody finished anything.
    public double each() {
        return people == 0 ? 0 : finishing() / people;
    }

    /// By how much the open work grows in a week; negative when it shrinks.
    public double growth() {
        return arriving() - finishing();
    }

    /// The same with one officer more who is as quick as the others.
    public double growthWithOneMore() {
        return growth() - each();
    }

    /// Weeks until nothing is left that waits, with one officer more; 0 when that never comes.
    public long weeksToClear() {
        if (open == 0 || growthWithOneMore() >= 0) return 0;
        return (long) Math.ceil(open / -growthWithOneMore());
    }
}
