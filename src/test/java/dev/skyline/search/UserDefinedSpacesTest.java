package dev.skyline.search;

import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Costs;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.InvalidExperiment.Fault;
import dev.skyline.search.SearchBench.DraftBuilder;
import dev.skyline.space.StoredSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Searches in spaces that users describe. */
class UserDefinedSpacesTest {

    private static final Map<String, Object> DOCUMENT =
            Map.of("stages", List.of(Map.of("layer", "convolution", "kernel", Map.of("choice", List.of(1, 3, 5)))));

    private final SearchBench bench = new SearchBench();

    @BeforeEach
    void store() {
        bench.spaces.add(new StoredSpace("three", "", DOCUMENT, BigInteger.valueOf(3), Instant.EPOCH));
    }

    @Test
    void aSpecHoldsTheDocumentOfTheNameSoThatDeletingItChangesNothing() {
        PluginSpec space =
                bench.check.check(draft(Map.of("name", "three")).build()).spec().searchSpace();

        assertThat(space.settings()).isEqualTo(Map.of("document", DOCUMENT, "name", ""));
        bench.spaces.delete("three");
        assertThat(bench.check.check(draft(space.settings()).build()).spec().searchSpace())
                .isEqualTo(space);
    }

    @Test
    void withoutSettingsTheSpaceIsTheExample() {
        assertThat(bench.check
                        .check(draft(Map.of()).build())
                        .spec()
                        .searchSpace()
                        .settings())
                .containsKey("document");
    }

    @Test
    void faultsAreNamedByTheirPlaceInTheDocument() {
        assertThat(fault(Map.of("document", Map.of("stages", List.of("norm", Map.of("layers", List.of("norms")))))))
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("searchSpace.settings.document.stages[1].layers[0]");
                    assertThat(fault.message()).contains("there is no layer 'norms'");
                });
        assertThat(fault(Map.of(
                                "document",
                                Map.of(
                                        "stages",
                                        List.of(
                                                Map.of("layer", "convolution", "kernel", Map.of("from", 1, "to", 3)),
                                                Map.of("layer", "dense", "units", 3)))))
                        .field())
                .isEqualTo("searchSpace.settings.document.stages[1]");
        assertThat(fault(Map.of("document", 3)))
                .isEqualTo(new Fault("searchSpace.settings.document", "must be an object, not 3"));
    }

    @Test
    void aNameMustBeOfAStoredSpaceAndStandAlone() {
        assertThat(fault(Map.of("name", "four")))
                .isEqualTo(new Fault("searchSpace.settings.name", "there is no search space 'four'; valid are three"));
        assertThat(fault(Map.of("name", "three", "document", DOCUMENT)))
                .isEqualTo(new Fault("searchSpace.settings.name", "cannot stand beside a document"));
    }

    @Test
    void aTargetThatIsMadeForAStoredSpaceHoldsItsDocumentToo() throws InterruptedException {
        TargetBench targets = new TargetBench(candidate -> Measurements.of(Measurement.of(
                MetricKey.of(Metric.LATENCY, TargetBench.METER),
                Costs.of(candidate.network()).macs() / 1e6,
                Source.MEASURED)));
        targets.search.spaces.add(bench.spaces.find("three").orElseThrow());

        targets.define("sum", "lookup-table", forSpace(Map.of("name", "three")), null);
        targets.search.spaces.delete("three");
        targets.calibrate();

        assertThat(targets.target("sum").isReady()).isTrue();
        assertThat(targets.target("sum").model().settings())
                .containsEntry("spaceSettings", Map.of("document", DOCUMENT));
        for (String kind : List.of("lookup-table", "predictor")) {
            assertThatThrownBy(() -> targets.define("board", kind, forSpace(Map.of("name", "three")), null))
                    .isInstanceOfSatisfying(
                            InvalidSettings.class,
                            e -> assertThat(e.violations())
                                    .containsExactly(new InvalidSettings.Violation(
                                            "spaceSettings.name", "there is no search space 'three'; there are none")));
        }
    }

    private static Map<String, Object> forSpace(Map<String, Object> settings) {
        return Map.of(
                "on", TargetBench.METER, "space", "user-defined", "spaceSettings", settings, "input", List.of(1, 8, 8));
    }

    private Fault fault(Map<String, Object> settings) {
        List<Fault> faults = catchThrowableOfType(
                        InvalidExperiment.class,
                        () -> bench.check.check(draft(settings).build()))
                .faults();
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    private static DraftBuilder draft(Map<String, Object> settings) {
        DraftBuilder draft = SearchBench.draft();
        draft.space = new PluginSpec("user-defined", settings);
        return draft;
    }
}
