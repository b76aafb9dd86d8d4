package dev.skyline.persistence.experiment;

import dev.skyline.experiment.ExperimentState;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The locks leave keys alone ({@code NO KEY}), so that rows which refer to the experiment may be inserted meanwhile.
 */
interface ExperimentRows extends Repository<ExperimentRow, UUID> {

    Optional<ExperimentRow> findById(UUID id);

    @Query("select e.id from ExperimentRow e where e.state in :states order by e.createdAt, e.id")
    List<UUID> idsIn(Collection<ExperimentState> states);

    @NativeQuery("select * from experiment where id = :id for no key update")
    Optional<ExperimentRow> lock(UUID id);

    @NativeQuery("select * from experiment where id = :id for no key update skip locked")
    Optional<ExperimentRow> lockUnlessLocked(UUID id);

    @Modifying
    @Query("delete from ExperimentRow e where e.id = :id")
    void delete(UUID id);

    boolean existsByDatasetAndStateIn(String dataset, Collection<ExperimentState> states);

    boolean existsByBenchmarkAndStateIn(String benchmark, Collection<ExperimentState> states);
}
