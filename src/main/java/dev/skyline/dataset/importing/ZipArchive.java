package dev.skyline.dataset.importing;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip from somebody unknown: few enough entries, names that stay within it, contents within the budget. */
final class ZipArchive implements Closeable {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Set<String> JUNK = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private final ZipFile zip;
    private final UnpackingBudget budget;
    private final List<ZipEntry> files;

    ZipArchive(Path path, ImportLimits limits) throws IOException {
        ZipDirectory.requireAtMost(path, limits.entries());
        budget = new UnpackingBudget(Files.size(path), limits);
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | EOFException e) {
            throw InvalidDataset.file("cannot be read as a zip: " + e.getMessage());
        }
        try {
            files = files(limits.entries());
        } catch (IllegalArgumentException e) {
            // A comment of an entry in another encoding, which is decoded only now.
            zip.close();
            throw InvalidDataset.file("cannot be read as a zip: " + e.getMessage());
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** All entries but directories and what file managers leave behind, in the zip's order. */
    List<ZipEntry> files() {
        return files;
    }

    /** An entry's path with forward slashes. */
    static String name(ZipEntry entry) {
        return entry.getName().replace('\\', '/');
    }

    /** An entry's content; what is wrong with the packing comes as {@link InvalidDataset}. */
    InputStream read(ZipEntry entry) throws IOException {
        try {
            return budget.guard(new Verified(zip.getInputStream(entry), entry), name(entry));
        } catch (ZipException e) {
            throw InvalidDataset.at(name(entry), "cannot be unpacked: " + e.getMessage());
        }
    }

    /** The content of an entry that is gzipped in itself. */
    InputStream gunzip(ZipEntry entry) throws IOException {
        return budget.gunzip(read(entry), name(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private List<ZipEntry> files(int limit) {
        if (zip.size() > limit) {
            throw InvalidDataset.file("the zip has " + zip.size() + " entries; " + limit + " are the most");
        }
        List<ZipEntry> result = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = name(entry);
            List<String> path = List.of(name.split("/"));
            if (DRIVE.matcher(name).matches() || path.contains("..") || path.contains("")) {
                throw InvalidDataset.at(name, "is a path that leads out of the zip");
            }
            if (!seen.add(name)) {
                throw InvalidDataset.at(name, "stands twice in the zip");
            }
            if (!name.endsWith("/") && !isJunk(path)) {
                result.add(entry);
            }
        }
        return result;
    }

    private static boolean isJunk(List<String> path) {
        String last = path.get(path.size() - 1);
        return path.get(0).equals("__MACOSX") || last.startsWith("._") || JUNK.contains(last.toLowerCase(Locale.ROOT));
    }

    /** {@link ZipFile} leaves checksums alone. */
    private static final class Verified extends CheckedInputStream {

        private final ZipEntry entry;

        Verified(InputStream in, ZipEntry entry) {
            super(in, new CRC32());
            this.entry = entry;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0 && getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("its checksum does not match");
            }
            return count;
        }
    }
}
