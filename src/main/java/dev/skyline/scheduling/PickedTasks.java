package dev.skyline.scheduling;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** Tasks that a node picked and does not run: their leases need not lapse first. */
record PickedTasks(JdbcClient jdbc, UUID node) {

    /** Gives the node's tasks back, so that they are picked up at once. The node must not be running any. */
    int release() {
        return jdbc.sql("update scheduled_tasks"
                        + " set picked = false, picked_by = null, last_heartbeat = null, version = version + 1"
                        + " where task_name = :task and picked and picked_by = :node")
                .param("task", TrialTask.NAME)
                .param("node", node.toString())
                .update();
    }
}
