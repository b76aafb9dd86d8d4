package dev.skyline;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds the table of rooms in docs/architecture.md: who may know whom, and which technology lives where. */
@AnalyzeClasses(packages = "dev.skyline", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    private static final String BASE = "dev.skyline.";

    /** For each core room, the other rooms that it may know. */
    private static final Map<String, List<String>> CORE = Map.ofEntries(
            Map.entry("architecture", List.of()),
            Map.entry("network", List.of("architecture")),
            Map.entry("metric", List.of()),
            Map.entry("plugin", List.of()),
            Map.entry("dataset", List.of()),
            Map.entry("space", List.of("architecture", "network", "plugin")),
            Map.entry("experiment", List.of("architecture", "metric", "plugin")),
            Map.entry("comparison", List.of("experiment", "metric", "plugin")),
            Map.entry("export", List.of("experiment", "dataset", "metric", "network", "architecture")),
            Map.entry("strategy", List.of("space", "experiment", "metric", "architecture", "network", "plugin")),
            Map.entry("estimator", List.of("architecture", "network", "metric", "plugin")),
            Map.entry(
                    "benchmark",
                    List.of("architecture", "network", "metric", "plugin", "space", "estimator", "hardware")),
            Map.entry("hardware", List.of("architecture", "network", "metric", "plugin")),
            Map.entry(
                    "execution",
                    List.of(
                            "architecture",
                            "network",
                            "metric",
                            "plugin",
                            "space",
                            "experiment",
                            "strategy",
                            "estimator",
                            "hardware",
                            "dataset")),
            Map.entry(
                    "search",
                    List.of(
                            "architecture",
                            "network",
                            "metric",
                            "plugin",
                            "space",
                            "experiment",
                            "strategy",
                            "estimator",
                            "hardware",
                            "dataset",
                            "benchmark",
                            "comparison",
                            "execution",
                            "export")));

    /** The only home of each technology. */
    private static final Map<String, List<String>> HOMES = Map.of(
            "dl4j", List.of("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."),
            "onnx", List.of("ai.onnxruntime..", "ai.onnx..", "com.google.protobuf.."),
            "persistence",
                    List.of(
                            "jakarta.persistence..",
                            "org.hibernate.annotations..",
                            "org.hibernate.type..",
                            "org.springframework.data.."),
            "scheduling", List.of("com.github.kagkarlsson.."),
            "api", List.of("io.swagger..", "org.springdoc.."));

    @ArchTest
    void coreRoomsKnowOnlyTheRoomsBelowThemAndPlainJava(JavaClasses classes) {
        CORE.forEach((room, others) -> classes()
                .that()
                .resideInAPackage(BASE + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("javax.imageio.."))
                        .or(resideInAPackage("org.apache.commons.csv.."))
                        .or(resideInAPackage("org.apache.commons.math3.."))
                        .or(resideInAPackage(BASE + room + ".."))
                        .or(resideInAnyPackage(
                                others.stream().map(o -> BASE + o + "..").toArray(String[]::new))))
                .allowEmptyShould(true)
                .check(classes));
    }

    @ArchTest
    void everyTechnologyLivesInOneRoom(JavaClasses classes) {
        HOMES.forEach((room, technology) -> noClasses()
                .that()
                .resideOutsideOfPackages(BASE + room + "..", BASE + "config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology.toArray(String[]::new))
                .check(classes));
    }

    @ArchTest
    void nobodyKnowsTheWiring(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "config..")
                .and()
                .doNotHaveFullyQualifiedName("dev.skyline.Skyline")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "config..")
                .check(classes);
    }

    @ArchTest
    void pagesAndApiKnowNoStorage(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "api..", BASE + "dashboard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "persistence..", BASE + "scheduling..", BASE + "trainer..", BASE + "dl4j..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void anAgentKnowsNothingOfTheService(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage(BASE + "agent..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "persistence..",
                        BASE + "scheduling..",
                        BASE + "api..",
                        BASE + "dashboard..",
                        BASE + "dl4j..",
                        "org.springframework..")
                .check(classes);
    }

    @ArchTest
    void roomsFormNoCycles(JavaClasses classes) {
        slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void mostFilesAreShortAndNoneIsLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Long> lines = files.filter(f -> f.toString().endsWith(".java"))
                    .map(RoomsTest::lines)
                    .sorted()
                    .toList();
            assertThat(lines.get(lines.size() / 2)).as("median lines of a file").isLessThanOrEqualTo(75);
            assertThat(lines.get(lines.size() * 9 / 10))
                    .as("lines that nine files in ten stay under")
                    .isLessThanOrEqualTo(200);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
