package dev.skyline.persistence.space;

import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import dev.skyline.space.StoredSpaces;
import dev.skyline.space.StoredSpacesContract;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;

@PersistenceTest
class JpaStoredSpacesTest extends StoredSpacesContract {

    @Autowired
    private StoredSpaces spaces;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
    }

    @Override
    protected StoredSpaces spaces() {
        return spaces;
    }
}
