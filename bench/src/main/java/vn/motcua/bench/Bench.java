package vn.motcua.bench;

final class Bench {
    private Bench() {}

    public static void main(String[] args) {}
}
