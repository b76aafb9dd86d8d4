package dev.skyline.dataset.importing;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends a CSV file whose lines have no end before one fills the memory. */
final class RecordBound extends FilterReader {

    private static final int LONGEST = 1 << 22;

    private int sinceRecord;

    RecordBound(Reader in) {
        super(in);
    }

    void nextRecord() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        sinceRecord += count;
        if (sinceRecord > LONGEST) {
            throw InvalidDataset.file(
                    "has a line of more than " + LONGEST + " characters, or a quote that never closes");
        }
        return count;
    }
}
