package dev.skyline.persistence.embedded;

import dev.skyline.persistence.DataDirectory;
import dev.skyline.persistence.DataDirectoryInUse;
import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPostgresTest {

    @TempDir
    private static Path directory;

    /** Making a cluster takes seconds, so all tests use one; it is made where a killed service left half of one. */
    @BeforeAll
    static void make() throws IOException {
        Path half = Files.createDirectories(home().resolve("data.new-1"));
        Files.writeString(half.resolve("PG_VERSION"), "17");
        withServer(jdbc -> jdbc.execute("create table kept as select 42 as answer"));
        assertThat(half).doesNotExist();
    }

    @AfterAll
    static void nothingIsLeftRunning() {
        assertThat(new PidFile(cluster()).server()).isEmpty();
    }

    @Test
    void dataOutlivesTheServer() {
        withServer(jdbc -> assertThat(jdbc.queryForObject("select answer from kept", Integer.class))
                .isEqualTo(42));
    }

    @Test
    void whatIsCommittedIsOnDisk() {
        withServer(jdbc -> {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(jdbc.queryForObject("show " + setting, String.class))
                        .as(setting)
                        .isEqualTo("on");
            }
        });
    }

    @Test
    void nobodyWithoutThePasswordGetsInAndNobodyFromElsewhere() throws IOException {
        withServer(jdbc -> {
            assertThat(jdbc.queryForObject("show listen_addresses", String.class))
                    .isEqualTo("127.0.0.1");
            assertThat(jdbc.queryForObject("show unix_socket_directories", String.class))
                    .isEmpty();
            assertThat(jdbc.queryForList("select distinct auth_method from pg_hba_file_rules", String.class))
                    .containsExactly("scram-sha-256");
            String url = jdbc.queryForObject(
                    "select 'jdbc:postgresql://127.0.0.1:' || inet_server_port() || '/skyline'", String.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, "skyline", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
                .isEqualTo("rwx------");
    }

    @Test
    void afterAKillTheServerLeftOverIsEndedAndNothingCommittedIsLost() throws Exception {
        Process killed = HoldsDatabase.start(directory);
        int committed;
        try (BufferedReader output = outputOf(killed)) {
            HoldsDatabase.awaitLine(output, "committed 50");
            assertThatThrownBy(() -> DataDirectory.claim(directory))
                    .isInstanceOf(DataDirectoryInUse.class)
                    .hasMessageContaining("process " + killed.pid());
            killed.toHandle().destroyForcibly(); // That of the process would close its output, unread.
            committed = lastCommitted(output);
        } finally {
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        long leftOver = new PidFile(cluster()).server().orElseThrow();

        withServer(jdbc -> {
            assertThat(new PidFile(cluster()).server().orElseThrow()).isNotEqualTo(leftOver);
            assertThat(jdbc.queryForList("select n from number order by n", Integer.class))
                    .startsWith(IntStream.rangeClosed(1, committed).boxed().toArray(Integer[]::new));
        });
        assertThat(Files.readString(home().resolve("server.log")))
                .as("the server left over was ended in an orderly way")
                .contains("database system was shut down at")
                .doesNotContain("recovery");
    }

    private static int lastCommitted(BufferedReader output) throws IOException {
        int last = 50;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("committed \\d+")) {
                last = Integer.parseInt(line.substring("committed ".length()));
            }
        }
        return last;
    }

    @Test
    void aPidFileOfADeadServerIsNoHindrance() {
        try (DataDirectory claimed = DataDirectory.claim(directory)) {
            EmbeddedPostgres.start(claimed);
            long server = new PidFile(cluster()).server().orElseThrow();
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
        }
        assertThat(cluster().resolve("postmaster.pid")).exists();
        dataOutlivesTheServer();
    }

    @Test
    void aServerThatIsStillStartingIsEndedAndStartedAgain() {
        try (DataDirectory claimed = DataDirectory.claim(directory)) {
            PostgresSoftware software = PostgresSoftware.unpackedIn(home());
            Postmaster other = new Postmaster(software, cluster(), home().resolve("other.log"));
            other.start();
            new Postmaster(software, cluster(), home().resolve("server.log")).start();
            other.stop("fast");
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsRemoved() throws IOException {
        Files.writeString(
                cluster().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster() + "\n");
        dataOutlivesTheServer();
        Files.writeString(cluster().resolve("postmaster.pid"), "not a number\n");
        dataOutlivesTheServer();
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() throws IOException {
        Path settings = cluster().resolve("postgresql.conf");
        String good = Files.readString(settings);
        Files.writeString(settings, good + "\nshared_buffers = nonsense\n");
        try (DataDirectory claimed = DataDirectory.claim(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(claimed))
                    .isInstanceOf(PostgresFailed.class)
                    .hasMessageContaining("shared_buffers");
        } finally {
            Files.writeString(settings, good);
        }
    }

    private static void withServer(Consumer<JdbcTemplate> work) {
        try (DataDirectory claimed = DataDirectory.claim(directory);
                EmbeddedPostgres server = EmbeddedPostgres.start(claimed)) {
            work.accept(new JdbcTemplate(TestDatabase.dataSource(server.access())));
        }
    }

    private static BufferedReader outputOf(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Path home() {
        return directory.resolve("postgres");
    }

    private static Path cluster() {
        return home().resolve("data");
    }
}
