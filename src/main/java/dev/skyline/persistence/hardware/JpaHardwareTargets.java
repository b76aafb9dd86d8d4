package dev.skyline.persistence.hardware;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.persistence.Json;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

@Repository
@Transactional
class JpaHardwareTargets implements HardwareTargets {

    private final HardwareTargetRows rows;

    JpaHardwareTargets(HardwareTargetRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean add(HardwareTargetSpec target) {
        return rows.insert(
                        target.name(),
                        target.model().type(),
                        Json.write(target.model().settings()),
                        target.description(),
                        target.createdAt(),
                        target.data().orElse(null),
                        target.state().name(),
                        target.why())
                == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HardwareTargetSpec> find(String name) {
        return rows.findById(name).map(HardwareTargetRow::toSpec);
    }

    @Override
    @Transactional(readOnly = true)
    public List<HardwareTargetSpec> list() {
        return rows.findAllByOrderByName().stream()
                .map(HardwareTargetRow::toSpec)
                .toList();
    }

    @Override
    public void update(HardwareTargetSpec target) {
        rows.update(target.name(), target.data().orElse(null), target.state().name(), target.why());
    }

    @Override
    public void delete(String name) {
        rows.delete(name);
    }
}
