package vn.motcua.kernel;

/// An amount in whole đồng; there are no fractions of a đồng.
///
/// @param dong the amount, never negative
public record Money(long dong) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public Money {
        if (dong < 0) throw new IllegalArgumentException("negative amount: " + dong);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(dong, other.dong));
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(dong, count));
    }

    /// As Vietnamese pages write it: `1.234.567 ₫`, with a no-break space before the sign.
    public String formatted() {
        var digits = new StringBuilder(Long.toString(dong));
        for (int i = digits.length() - 3; i > 0; i -= 3) digits.insert(i, '.');
        return digits + "\u00a0₫";
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(dong, other.dong);
    }
}
