package dev.skyline.persistence.hardware;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

interface HardwareTargetRows extends Repository<HardwareTargetRow, String> {

    /** Waits for another transaction that is adding the same name. */
    @Modifying
    @NativeQuery(
            "insert into hardware_target (name, kind, settings, description, created_at, data, state, why)"
                    + " values (:name, :kind, cast(:settings as jsonb), :description, :createdAt, :data, :state, :why) on conflict do nothing")
    int insert(
            String name,
            String kind,
            String settings,
            String description,
            Instant createdAt,
            String data,
            String state,
            String why);

    @Modifying
    @NativeQuery("update hardware_target set data = :data, state = :state, why = :why where name = :name")
    void update(String name, String data, String state, String why);

    Optional<HardwareTargetRow> findById(String name);

    List<HardwareTargetRow> findAllByOrderByName();

    @Modifying
    @Query("delete from HardwareTargetRow t where t.name = :name")
    void delete(String name);
}
