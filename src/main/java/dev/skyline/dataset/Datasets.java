package dev.skyline.dataset;

import java.util.List;
import java.util.Optional;

/** The data sets that there are, by name. Knows what is said of them, not their samples. */
public interface Datasets {

    /** @throws NameTaken if there is one of this name already, also where another node has just added it */
    void add(Dataset dataset);

    Optional<Dataset> find(String name);

    /** All, by name. */
    List<Dataset> list();

    /** Removes the data set if it is there; its file is removed by {@link DeleteDataset}, the way to call this. */
    void delete(String name);
}
