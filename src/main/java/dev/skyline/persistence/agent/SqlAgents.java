package dev.skyline.persistence.agent;

import dev.skyline.hardware.agent.Agent;
import dev.skyline.hardware.agent.Agents;
import dev.skyline.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;

@Repository
@Transactional
class SqlAgents implements Agents {

    private static final String SELECT = "select target, token_hash, session from measuring_agent where ";

    private final JdbcClient jdbc;

    SqlAgents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void admit(String target, String tokenHash) {
        jdbc.sql("insert into measuring_agent (target, token_hash) values (:target, :hash)"
                        + " on conflict (target) do update set token_hash = :hash, session = null")
                .param("target", target)
                .param("hash", tokenHash)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Agent> find(String target) {
        return select("target = :key", target);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Agent> byToken(String tokenHash) {
        return select("token_hash = :key", tokenHash);
    }

    @Override
    public Optional<Agent> change(String target, UnaryOperator<Agent> change) {
        Optional<Agent> changed = select("target = :key for update", target).map(change);
        changed.ifPresent(
                agent -> jdbc.sql("update measuring_agent set session = cast(:session as jsonb) where target = :target")
                        .param(
                                "session",
                                agent.session()
                                        .map(SessionDocument::of)
                                        .map(Json::write)
                                        .orElse(null))
                        .param("target", target)
                        .update());
        return changed;
    }

    private Optional<Agent> select(String condition, String key) {
        return jdbc.sql(SELECT + condition)
                .param("key", key)
                .query((row, index) -> agent(row))
                .optional();
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getString("target"),
                row.getString("token_hash"),
                Optional.ofNullable(row.getString("session"))
                        .map(json -> Json.read(json, SessionDocument.class).session()));
    }
}
