package dev.skyline.persistence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void aDirectoryIsMadeAndItsNodeStaysTheSame() {
        Path path = temporary.resolve("deep/data");
        UUID node;
        try (DataDirectory directory = DataDirectory.claim(path)) {
            assertThat(directory.path()).isDirectory().isAbsolute();
            node = directory.node();
        }
        try (DataDirectory again = DataDirectory.claim(path)) {
            assertThat(again.node()).isEqualTo(node);
        }
        try (DataDirectory other = DataDirectory.claim(temporary.resolve("other"))) {
            assertThat(other.node()).isNotEqualTo(node);
        }
    }

    @Test
    void aSecondHolderIsRefusedWithWordsThatHelp() {
        try (DataDirectory first = DataDirectory.claim(temporary)) {
            assertThatThrownBy(() -> DataDirectory.claim(temporary))
                    .isInstanceOf(DataDirectoryInUse.class)
                    .hasMessageContaining(first.path().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--skyline.data-dir");
        }
        DataDirectory.claim(temporary).close();
    }

    @Test
    void whatIsNoDirectoryIsRefused() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.claim(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
