package dev.skyline.dataset.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload on disk, gzipped or not. */
record UploadedFile(Path path, ImportLimits limits) {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f8b;

    /** Its first bytes, unpacked: fewer than asked for if there are no more. */
    byte[] head(int bytes) throws IOException {
        try (InputStream in = unpacked()) {
            return in.readNBytes(bytes);
        }
    }

    /** The whole of it, unpacked within the limits. */
    InputStream unpacked() throws IOException {
        InputStream packed = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            packed.mark(2);
            boolean gzip = (packed.read() << Byte.SIZE | packed.read()) == GZIP;
            packed.reset();
            return gzip ? new UnpackingBudget(Files.size(path), limits).gunzip(packed, "the gzipped file") : packed;
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }
}
