package dev.skyline.persistence.dataset;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.NameTaken;
import dev.skyline.dataset.Origin;
import dev.skyline.persistence.Json;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

@Repository
@Transactional
class JpaDatasets implements Datasets {

    private final DatasetRows rows;

    JpaDatasets(DatasetRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(Dataset dataset) {
        Origin origin = dataset.origin();
        int inserted = rows.insert(
                dataset.name(),
                dataset.content().hash(),
                Json.write(ContentDocument.of(dataset.content())),
                origin.source(),
                origin.licence(),
                origin.notes(),
                dataset.createdAt());
        if (inserted == 0) {
            throw new NameTaken(dataset.name());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Dataset> find(String name) {
        return rows.findById(name).map(DatasetRow::toDataset);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dataset> list() {
        return rows.findAllByOrderByName().stream().map(DatasetRow::toDataset).toList();
    }

    @Override
    public void delete(String name) {
        rows.delete(name);
    }
}
