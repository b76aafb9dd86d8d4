package dev.skyline.space.darts;

/** What stands between the image and the first cell. */
enum Stem {
    CIFAR,
    IMAGENET
}
