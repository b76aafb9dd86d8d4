package dev.skyline.persistence.experiment;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface SuggestionRows extends Repository<SuggestionRow, TrialKey> {

    @Modifying
    @NativeQuery("insert into suggestion (experiment_id, trial, client, lease_until)"
            + " values (:experiment, :trial, :client, :leaseUntil)"
            + " on conflict (experiment_id, trial) do update set client = :client, lease_until = :leaseUntil")
    void put(UUID experiment, int trial, String client, Instant leaseUntil);

    Optional<SuggestionRow> findById(TrialKey key);

    /** The few unfinished trials first: as a join, every suggestion ever made was read once there were thousands. */
    @NativeQuery("select s.* from suggestion s where s.experiment_id = :experiment and s.trial = any (array("
            + "select t.number from trial t where t.experiment_id = :experiment and t.state in ('QUEUED', 'RUNNING')))"
            + " order by s.trial")
    List<SuggestionRow> open(UUID experiment);
}
