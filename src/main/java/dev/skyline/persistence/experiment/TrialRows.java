package dev.skyline.persistence.experiment;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

interface TrialRows extends Repository<TrialRow, TrialKey> {

    Optional<TrialRow> findById(TrialKey key);

    @NativeQuery("select id from experiment where id = :experiment for no key update")
    Optional<UUID> lockExperiment(UUID experiment);

    @NativeQuery("select * from trial where experiment_id = :experiment and number = :number for no key update")
    Optional<TrialRow> lock(UUID experiment, int number);

    @NativeQuery("select * from trial where experiment_id = :experiment and state in ('QUEUED', 'RUNNING')"
            + " order by number for no key update")
    List<TrialRow> lockUnfinished(UUID experiment);

    @Query("select t from TrialRow t where t.key.experimentId = :experiment and t.sequence > :sequence"
            + " order by t.sequence")
    List<TrialRow> recordedAfter(UUID experiment, long sequence);

    @NativeQuery("select * from trial where experiment_id = :experiment and state in ('QUEUED', 'RUNNING')"
            + " order by number")
    List<TrialRow> unfinished(UUID experiment);

    @Query("select t from TrialRow t where t.key.experimentId = :experiment and t.sequence is null"
            + " order by t.key.number")
    List<TrialRow> unsequenced(UUID experiment);

    @Query("select t from TrialRow t where t.key.experimentId = :experiment and t.key.number in :numbers"
            + " order by t.key.number")
    List<TrialRow> numbered(UUID experiment, Collection<Integer> numbers);

    @Query("select coalesce(max(t.key.number), 0) from TrialRow t where t.key.experimentId = :experiment")
    int lastNumber(UUID experiment);

    @Query("select coalesce(max(t.sequence), 0) from TrialRow t where t.key.experimentId = :experiment")
    long lastSequence(UUID experiment);

    @Query("select distinct t.model from TrialRow t where t.model is not null")
    Set<String> models();

    @Query("select min(t.startedAt) from TrialRow t where t.state = dev.skyline.experiment.TrialState.RUNNING")
    Optional<Instant> runningSince();

    @NativeQuery("select t.* from trial t join experiment e on e.id = t.experiment_id"
            + " where t.architecture_id = :architecture and t.state in ('SUCCEEDED', 'EARLY_STOPPED')"
            + " and t.epochs = :epochs and t.data_fraction = :dataFraction and e.terms = :terms"
            + " order by t.finished_at, t.experiment_id, t.number limit 1")
    Optional<TrialRow> remembered(String terms, String architecture, int epochs, double dataFraction);
}
