package dev.skyline.dataset.importing;

import dev.skyline.dataset.Schema;

import java.io.IOException;

/** Reads the samples of one file of one format. */
@FunctionalInterface
interface DatasetReader {

    /**
     * Hands over every sample, one by one, so that a file of any size takes little memory.
     *
     * @return what one sample consists of
     * @throws InvalidDataset if the file is not as it should be, with the place
     * @throws IOException if it cannot be read, through no fault of its own
     */
    Schema readInto(SampleSink sink) throws IOException;
}
