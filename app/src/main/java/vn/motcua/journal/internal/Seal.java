package vn.motcua.journal.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A seal over a run of entries, chained to the seal before.
///
/// @param positions 16 bytes an entry: xid, seq
/// @param digests 32 bytes an entry, in the same order
record Seal(
        long no,
        Place first,
        Place last,
        int count,
        byte[] positions,
        byte[] digests,
        byte[] previousHash,
        byte[] hash,
        Instant sealedAt) {
    static final byte[] BEFORE_THE_FIRST = new byte[32];

    /// One entry as sealed.
    record Mark(Place place, byte[] digest) {
        boolean says(byte[] other) {
            return Arrays.equals(digest, other);
        }
    }

    static Seal over(List<Mark> marks, long no, byte[] previousHash, Instant now) {
        var positions = ByteBuffer.allocate(marks.size() * 16);
        var digests = ByteBuffer.allocate(marks.size() * 32);
        for (var mark : marks) {
            positions.putLong(mark.place().xid()).putLong(mark.place().seq());
            digests.put(mark.digest());
        }
        var unsigned =
                new Seal(
                        no,
                        marks.getFirst().place(),
                        marks.getLast().place(),
                        marks.size(),
                        positions.array(),
                        digests.array(),
                        previousHash,
                        new byte[0],
                        now.truncatedTo(ChronoUnit.MICROS));
        return unsigned.with(unsigned.reckonedHash());
    }

    /// SHA-256 over previous hash, number, range, count, moment, positions and digests.
    byte[] reckonedHash() {
        var head =
                ByteBuffer.allocate(6 * 8 + 4)
                        .putLong(no)
                        .putLong(first.xid())
                        .putLong(first.seq())
                        .putLong(last.xid())
                        .putLong(last.seq())
                        .putInt(count)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(previousHash);
            sha.update(head.array());
            sha.update(positions);
            sha.update(digests);
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whether the seal is whole and follows from the one before.
    boolean follows(long previousNo, byte[] previous) {
        return no == previousNo + 1
                && positions.length == count * 16
                && digests.length == count * 32
                && Arrays.equals(previousHash, previous)
                && Arrays.equals(hash, reckonedHash());
    }

    Mark mark(int index) {
        var place = ByteBuffer.wrap(positions, index * 16, 16);
        return new Mark(
                new Place(place.getLong(), place.getLong()),
                Arrays.copyOfRange(digests, index * 32, index * 32 + 32));
    }

    /// As copied out of the database: number, range, count, moment, hash.
    String line() {
        return "%d %d/%d %d/%d %d %s %s"
                .formatted(
                        no,
                        first.xid(),
                        first.seq(),
                        last.xid(),
                        last.seq(),
                        count,
                        sealedAt,
                        HexFormat.of().formatHex(hash));
    }

    private Seal with(byte[] newHash) {
        return new Seal(
                no, first, last, count, positions, digests, previousHash, newHash, sealedAt);
    }
}
