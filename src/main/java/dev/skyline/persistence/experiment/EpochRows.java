package dev.skyline.persistence.experiment;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.util.List;
import java.util.UUID;

interface EpochRows extends Repository<EpochRow, EpochKey> {

    @Modifying
    @Query("delete from EpochRow e where e.key.experimentId = :experiment and e.key.trial = :trial"
            + " and e.attempt < :attempt")
    void deleteBefore(UUID experiment, int trial, int attempt);

    /** Does nothing where the trial is gone or has begun again: the report comes from a worker that lost it. */
    @Modifying
    @NativeQuery("insert into epoch (experiment_id, trial, epoch, epochs, attempt, training_loss, validation_loss,"
            + " accuracy, seconds)"
            + " select experiment_id, number, :epoch, :epochs, :attempt, :trainingLoss, :validationLoss, :accuracy,"
            + " :seconds from trial where experiment_id = :experiment and number = :trial and attempt = :attempt"
            + " on conflict do nothing")
    void insert(
            UUID experiment,
            int trial,
            int attempt,
            int epoch,
            int epochs,
            double trainingLoss,
            double validationLoss,
            double accuracy,
            double seconds);

    @Query("select e from EpochRow e where e.key.experimentId = :experiment and e.key.trial = :trial"
            + " order by e.key.epoch")
    List<EpochRow> of(UUID experiment, int trial);

    @NativeQuery("select avg(e.accuracy) from epoch e join (select number from trial where experiment_id = :experiment"
            + " and state in ('SUCCEEDED', 'EARLY_STOPPED') order by sequence desc limit 200) t on t.number = e.trial"
            + " where e.experiment_id = :experiment and e.epoch <= :epoch"
            + " group by e.trial having max(e.epoch) = :epoch")
    List<Double> averages(UUID experiment, int epoch);
}
