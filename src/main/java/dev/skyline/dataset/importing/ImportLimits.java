package dev.skyline.dataset.importing;

/**
 * What an upload may ask of this machine. All are at least 1.
 *
 * @param entries files in a zip
 * @param unpackedBytes bytes that the file unpacks to, over all its entries
 * @param ratio unpacked bytes for each uploaded one, once there are more than 16 MiB of them
 * @param storedBytes size of all samples as they are stored, and so in the memory of every training
 * @param samples number of samples
 * @param samplesPerClass the fewest of a class, so that each class is in every part of a split
 * @param imageSide height and width in pixels
 * @param classes number of classes
 * @param features columns of a table beside the label
 */
public record ImportLimits(
        int entries,
        long unpackedBytes,
        int ratio,
        long storedBytes,
        int samples,
        int samplesPerClass,
        int imageSide,
        int classes,
        int features) {

    private static final long MIB = 1 << 20;

    /** Enough for MNIST, Fashion-MNIST, CIFAR-10 and SVHN; the samples of a data set fit into 256 MiB. */
    public static final ImportLimits DEFAULT =
            new ImportLimits(250_000, 1024 * MIB, 200, 256 * MIB, 1_000_000, 5, 1024, 1000, 4096);

    public ImportLimits {
        if (Math.min(Math.min(unpackedBytes, storedBytes), Math.min(entries, ratio)) < 1
                || Math.min(Math.min(samples, samplesPerClass), Math.min(imageSide, Math.min(classes, features))) < 1) {
            throw new IllegalArgumentException("a limit under 1");
        }
    }

    /** Bytes that a file of this size may unpack to. */
    long unpackedBytes(long fileBytes) {
        return Math.min(unpackedBytes, Math.max(16 * MIB, fileBytes * ratio));
    }
}
