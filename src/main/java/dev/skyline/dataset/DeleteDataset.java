package dev.skyline.dataset;

import java.io.IOException;
import java.util.Optional;

/** Removes a data set, and its file unless another data set has the same content. */
public final class DeleteDataset {

    private final Datasets datasets;
    private final DatasetFiles files;

    public DeleteDataset(Datasets datasets, DatasetFiles files) {
        this.datasets = datasets;
        this.files = files;
    }

    /** @return whether there was one */
    public boolean delete(String name) throws IOException {
        // Held by imports too: else one could come to share the file just before it goes.
        synchronized (files) {
            Optional<Dataset> dataset = datasets.find(name);
            if (dataset.isEmpty()) {
                return false;
            }
            datasets.delete(name);
            String hash = dataset.get().content().hash();
            if (datasets.list().stream()
                    .noneMatch(other -> other.content().hash().equals(hash))) {
                files.delete(hash);
            }
            return true;
        }
    }
}
