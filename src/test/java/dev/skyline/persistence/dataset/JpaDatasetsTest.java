package dev.skyline.persistence.dataset;

import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.DatasetsContract;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;

@PersistenceTest
class JpaDatasetsTest extends DatasetsContract {

    @Autowired
    private Datasets datasets;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
    }

    @Override
    protected Datasets datasets() {
        return datasets;
    }
}
