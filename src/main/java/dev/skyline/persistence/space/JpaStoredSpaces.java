package dev.skyline.persistence.space;

import dev.skyline.persistence.Json;
import dev.skyline.space.StoredSpace;
import dev.skyline.space.StoredSpaces;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

@Repository
@Transactional
class JpaStoredSpaces implements StoredSpaces {

    private final SearchSpaceRows rows;

    JpaStoredSpaces(SearchSpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean add(StoredSpace space) {
        return rows.insert(
                        space.name(),
                        space.about(),
                        Json.write(space.document()),
                        space.size().toString(),
                        space.createdAt())
                == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredSpace> find(String name) {
        return rows.findById(name).map(SearchSpaceRow::toSpace);
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredSpace> list() {
        return rows.findAllByOrderByName().stream().map(SearchSpaceRow::toSpace).toList();
    }

    @Override
    public void delete(String name) {
        rows.delete(name);
    }
}
