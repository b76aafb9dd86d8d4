package dev.skyline.hardware.lookup;

import dev.skyline.hardware.DataTable;

/** Whose table a CSV is. */
public enum Mapping {
    /** Ours. */
    NONE,
    /** Differences for each layer of FBNet at 32×32 and 100 classes, see {@link FbnetTable}. */
    FBNET_CIFAR100,
    /** The same at 224×224 and 1000 classes. */
    FBNET_IMAGENET,
    /** Blocks of MobileNetV2 on a phone, see {@link ProxylessNasTable}. */
    PROXYLESSNAS;

    /**
     * The table as ours. O(rows).
     *
     * @param column of the device, where a table has several
     * @throws dev.skyline.plugin.InvalidSettings with the line and column of the first fault
     */
    public LookupTable read(DataTable data, String column) {
        return switch (this) {
            case NONE -> LookupTableReader.read(data);
            case FBNET_CIFAR100 -> new FbnetTable(FbnetSkeleton.CIFAR100, column).read(data);
            case FBNET_IMAGENET -> new FbnetTable(FbnetSkeleton.IMAGENET, column).read(data);
            case PROXYLESSNAS -> ProxylessNasTable.read(data);
        };
    }
}
