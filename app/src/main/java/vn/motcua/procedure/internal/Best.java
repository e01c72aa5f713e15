package vn.motcua.procedure.internal;

import java.util.Arrays;

/// Keeps the greatest few of many keys: a heap whose smallest is on top.
final class Best {
    private final long[] heap;
    private int size;

    Best(int room) {
        heap = new long[room];
    }

    void offer(long key) {
        if (size < heap.length) {
            int at = size++;
            while (at > 0 && heap[(at - 1) / 2] > key) {
                heap[at] = heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            heap[at] = key;
        } else if (key > heap[0]) {
            sink(key);
        }
    }

    private void sink(long key) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) break;
            if (child + 1 < size && heap[child + 1] < heap[child]) child++;
            if (heap[child] >= key) break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }

    long[] descending() {
        var keys = Arrays.copyOf(heap, size);
        Arrays.sort(keys);
        for (int i = 0, j = keys.length - 1; i < j; i++, j--) {
            long swap = keys[i];
            keys[i] = keys[j];
            keys[j] = swap;
        }
        return keys;
    }
}
