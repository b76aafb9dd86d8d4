package dev.skyline.dashboard;

import com.microsoft.playwright.Page;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.persistence.ManyTrials;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The page of an experiment with 10,000 trials. */
class TenThousandTrialsTest extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(TenThousandTrialsTest.class);
    private static final int TRIALS = 10_000;
    private static final int OPENINGS = 11;
    private static final int READS = 200;

    private static ExperimentId experiment;

    @Autowired
    private Experiments experiments;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void fill() {
        if (experiment == null) {
            experiment = ManyTrials.add(experiments, dataSource, TRIALS);
        }
    }

    @Test
    void allPointsAreDrawnWithoutAnElementForEachAndTheTableIsPagedByTheService() {
        go("/experiments/" + experiment);
        assertThat(tab.find("#scatter-summary")).containsText("9,800 trials");
        assertThat(tab.find("#trials tbody tr")).hasCount(25);
        Assertions.assertThat((int) tab.evaluate("document.querySelectorAll('*').length"))
                .isLessThan(1500);

        tab.find("#trials .pager").getByText("Last").click();
        assertThat(tab.find("#trials .pager")).containsText("9,976–10,000 of 10,000 trials");
        tab.find("#trials th button").getByText("Accuracy").click();
        assertThat(tab.find("#trials th[aria-sort=ascending]")).containsText("Accuracy");
        assertThat(tab.find("#trials tbody tr").first()).containsText(Pattern.compile("5\\d\\.\\d\\d\u00a0%"));
        tab.find("#trials select[name=state]").selectOption("FAILED");
        assertThat(tab.find("#trials .pager")).containsText("1–25 of 200 trials");
        assertThat(tab.find("#trials tbody")).containsText("TrainingDiverged");
    }

    @Test
    void frontsOfSeveralTargetsLieOverOneAnother() {
        go("/experiments/" + experiment);
        tab.find("#front-targets input[value=raspi4]").check();
        assertThat(tab.find("#scatter-summary")).containsText(Pattern.compile("^host: \\d+ on.*raspi4: \\d+ on"));
    }

    @Test
    @Tag("figures")
    void theFirstPaintTakesAtMostASecond() {
        // The first page after a start waits for templates and class loading, whatever the number of trials.
        double afterStart = paintOfOpening();
        double[] paints = IntStream.range(0, OPENINGS)
                .mapToDouble(i -> paintOfOpening())
                .sorted()
                .toArray();
        LOG.warn("first paint: first page after the start {} ms", afterStart);
        LOG.warn("first paint: median {} ms, slowest {} ms", paints[OPENINGS / 2], paints[OPENINGS - 1]);
        Assertions.assertThat(paints[OPENINGS - 1]).isLessThanOrEqualTo(1000);
    }

    @Test
    @Tag("figures")
    void everyReadOfTheApiTakesAtMostFiftyMillisecondsNineteenTimesInTwenty() throws Exception {
        String itself = "/api/v1/experiments/" + experiment;
        for (String path : List.of(
                "/api/v1/experiments",
                itself,
                itself + "/trials?size=50&sort=number,desc",
                itself + "/trials?size=50&sort=accuracy,desc",
                itself + "/trials?state=FAILED",
                itself + "/front",
                itself + "/front?target=raspi4",
                itself + "/trials/points",
                itself + "/history")) {
            double p95 = percentile95(path);
            LOG.warn("{}: p95 {} ms", path, String.format("%.1f", p95));
            Assertions.assertThat(p95).as(path).isLessThanOrEqualTo(50);
        }
    }

    private double paintOfOpening() {
        try (Tab fresh = Tab.open(chromium().browser())) {
            fresh.page().navigate(address("/experiments/" + experiment));
            assertThat(fresh.find("#scatter-summary")).containsText("9,800 trials");
            return firstPaint(fresh.page());
        }
    }

    private double percentile95(String path) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).build();
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            long began = System.nanoTime();
            Assertions.assertThat(http.send(request, BodyHandlers.ofByteArray()).statusCode())
                    .as(path)
                    .isEqualTo(200);
            nanos.add(System.nanoTime() - began);
        }
        return nanos.stream().skip(READS / 10).sorted().toList().get(READS * 9 / 10 * 95 / 100) / 1e6;
    }

    private static double firstPaint(Page page) {
        return ((Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .doubleValue();
    }
}
