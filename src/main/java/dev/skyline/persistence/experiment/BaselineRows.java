package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Baseline;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface BaselineRows extends Repository<BaselineRow, UUID> {

    Optional<BaselineRow> findById(UUID id);

    List<BaselineRow> findAllByExperimentIdOrderByCreatedAtAscIdAsc(UUID experiment);

    List<BaselineRow> findAllByStateOrderByCreatedAtAscIdAsc(Baseline.State state);

    boolean existsByExperimentIdAndName(UUID experiment, String name);

    boolean existsByModel(String model);

    @Modifying
    @Query("delete from BaselineRow b where b.id = :id")
    void delete(UUID id);
}
