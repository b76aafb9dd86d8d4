package dev.skyline.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What the pages of hardware targets make of the API's answers. */
class TargetPagesTest extends BrowserTest {

    private static final String AGENT = """
            {"name": "lab-pi", "kind": "agent", "settings": {"threads": 2}, "description": "in the cupboard",
             "createdAt": "2026-11-24T12:00:00Z", "state": "READY", "readOnly": false,
             "agent": {"connected": %s, "lastSeen": "2026-11-24T10:00:00Z",
                       "hardware": {"cpu": "ARM Cortex-A53", "cores": 4, "memory": 1100000000, "os": "Linux",
                                    "runtime": "ONNX Runtime 1.22"}}}
            """;
    private static final String TABLE = """
            {"name": "pi-table", "kind": "lookup-table", "settings": {"on": "lab-pi"}, "description": "",
             "createdAt": "2026-11-24T12:00:00Z", "state": "CALIBRATING", "readOnly": false,
             "calibration": {"done": 42, "total": 180}}
            """;
    private static final String PREDICTOR = """
            {"name": "learned", "kind": "predictor", "settings": {"seed": 1}, "description": "",
             "createdAt": "2026-11-24T12:00:00Z", "state": "READY", "readOnly": false, "hasData": true,
             "quality": {"samples": 2, "medianError": 0.041, "within10Percent": 0.5, "spearman": 0.981, "coverage": 0.5}}
            """;
    private static final String COLUMN = """
            {"name": "raspi4", "kind": "table", "settings": {}, "description": "", "createdAt": "2026-11-24T12:00:00Z",
             "state": "READY", "readOnly": true, "benchmark": "nb201-cifar10"}
            """;

    @Test
    void theListTellsWhatEachIsAtAndHowGoodItIs() {
        String level = PREDICTOR.replace("learned", "level").replace("\"spearman\": 0.981, ", "");
        answer("**/api/v1/hardware-targets?*", list(AGENT.formatted(false), TABLE, PREDICTOR, level, COLUMN));
        go("/hardware-targets");
        assertThat(row("lab-pi")).containsText("agent away");
        assertThat(row("lab-pi")).containsText("last seen");
        assertThat(row("lab-pi")).containsText("ARM Cortex-A53 · 4 cores · 1.10\u00a0GB · Linux");
        assertThat(row("pi-table")).containsText("calibrating");
        assertThat(row("pi-table")).containsText("42 of 180");
        assertThat(row("learned")).containsText("median error 4.10\u00a0%");
        assertThat(row("learned")).containsText("Spearman 0.981");
        assertThat(row("learned")).containsText("coverage 50.00\u00a0%");
        assertThat(row("level")).containsText("Spearman –");
        assertThat(row("raspi4")).containsText("Part of the benchmark nb201-cifar10");
        assertThat(tab.page().getByLabel("Delete raspi4")).hasCount(0);
        assertThat(tab.page().getByLabel("Export learned as CSV"))
                .hasAttribute("href", "/api/v1/hardware-targets/learned/export?format=csv");
    }

    @Test
    void aRequestThatFailedOnceIsMadeAgain() {
        tab.expectStatus(503);
        answer("**/api/v1/hardware-targets?*", list(TABLE));
        boolean[] asked = {false};
        tab.page().route("**/api/v1/catalogue", route -> {
            if (asked[0]) {
                route.resume();
            } else {
                asked[0] = true;
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            }
        });
        go("/hardware-targets");
        assertThat(row("pi-table")).containsText("calibrating");
    }

    @Test
    void settingsAreToldInWordsWhereTheyWereSetOrChosen() {
        answer("**/api/v1/hardware-targets?*", list("""
                {"name": "chip", "kind": "roofline", "description": "", "createdAt": "2026-11-24T12:00:00Z",
                 "settings": {"device": "raspberry-pi-4", "precision": "int8", "batchSize": 1, "peak": 0, "bandwidth": 5,
                              "layerOverhead": 0, "inferenceOverhead": -1}}
                """, """
                {"name": "summed", "kind": "lookup-table", "description": "", "createdAt": "2026-11-24T12:00:00Z",
                 "settings": {"missing": "nearest", "mapping": "none", "column": "", "on": "host", "space": "nas-bench-201",
                              "spaceSettings": {"cells": 1, "channels": 8}, "input": [3, 32, 32], "classes": 10}}
                """, COLUMN));
        go("/hardware-targets");
        assertThat(row("chip").locator("[data-title=Settings]"))
                .hasText("Device raspberry-pi-4 · Precision int8 · Bandwidth 5\u00a0GB/s · Layer overhead 0\u00a0µs");
        assertThat(row("summed").locator("[data-title=Settings]"))
                .hasText("Missing nearest · On host · Space nas-bench-201 · Space settings cells 1, channels 8 ·"
                        + " Input 3, 32, 32");
        assertThat(row("raspi4").locator("[data-title=Settings]")).hasText("–");
    }

    @Test
    void theTokenOfANewAgentIsShownOnceWithTheCommandThatStartsIt() {
        tab.page().route("**/api/v1/hardware-targets", route -> {
            String created = AGENT.formatted(false).strip();
            fulfil(route, 201, created.substring(0, created.length() - 1) + ", \"token\": \"sky_0123\"}");
        });
        go("/hardware-targets");
        tab.find("#name").fill("lab-pi");
        tab.find("#create button[type=submit]").click();
        Locator dialog = tab.find("dialog");
        assertThat(dialog.locator("pre"))
                .hasText("java -jar skyline.jar --agent --server=" + address("") + " --token=sky_0123");
        dialog.locator("button.primary").press("Enter");
        assertThat(tab.find("#announcer")).hasText("Copied.");
        dialog.press("Escape");
        assertThat(dialog).hasCount(0);
    }

    @Test
    void aFileOfDataGoesAlongWhereTheKindTakesOne() {
        answer("**/api/v1/catalogue", """
                {"searchSpaces": [], "strategies": [], "estimators": [], "metrics": [], "hardwareTargets": [
                  {"id": "host", "about": "This machine.", "settings": {"type": "object", "properties": {}}},
                  {"id": "of-a-plug-in", "about": "A table.", "settings": {"type": "object", "properties": {}},
                   "modelled": true, "data": "a CSV with two columns"}]}
                """);
        String[] sent = new String[1];
        tab.page().route("**/api/v1/hardware-targets", route -> {
            sent[0] = new String(route.request().postDataBuffer(), StandardCharsets.UTF_8);
            fulfil(route, 201, COLUMN);
        });
        go("/hardware-targets");
        assertThat(tab.find("#data-file")).isHidden();
        tab.find("#kind").selectOption("of-a-plug-in");
        assertThat(tab.find("#data-hint")).hasText("A CSV with two columns");
        tab.find("#name").fill("mine");
        tab.find("#data-file")
                .setInputFiles(new FilePayload(
                        "mine.csv", "text/csv", "architecture,latency\n".getBytes(StandardCharsets.UTF_8)));
        tab.find("#create button[type=submit]").click();
        assertThat(tab.find("#announcer")).containsText("is created");
        Assertions.assertThat(sent[0])
                .contains(
                        "name=\"name\"", "mine", "name=\"kind\"", "of-a-plug-in", "name=\"settings\"", "name=\"file\"");
    }

    @Test
    void aPredictorIsMadeOfABenchmarkWithoutAFile() {
        tab.expectStatus(422);
        go("/hardware-targets");
        tab.find("#kind").selectOption("predictor");
        tab.find("#name").fill("of-digits");
        tab.find("#settings-benchmark").fill("digits-cells");
        tab.find("#create button[type=submit]").click();
        assertThat(tab.find("#create .error-summary")).containsText("valid are host");
        tab.find("#settings-column").fill("host");
        tab.find("#create button[type=submit]").click();
        assertThat(row("of-digits")).containsText("Benchmark digits-cells");
        assertThat(row("of-digits")).containsText("125 samples");
        tab.page().getByLabel("Delete of-digits").click();
        tab.find("dialog button[value=yes]").click();
        assertThat(row("of-digits")).hasCount(0);
    }

    @Test
    void anExportedDocumentIsImportedUnderAnotherName() {
        go("/hardware-targets");
        tab.find("summary", "Import").click();
        tab.find("#document")
                .setInputFiles(new FilePayload(
                        "host.json",
                        "application/json",
                        "{\"name\": \"host\", \"kind\": \"host\", \"settings\": {\"batchSize\": 4}}"
                                .getBytes(StandardCharsets.UTF_8)));
        tab.find("#import-name").fill("imported");
        tab.find("#import button").click();
        assertThat(row("imported")).containsText("Batch size 4");
        tab.page().getByLabel("Delete imported").click();
        tab.find("dialog button[value=yes]").click();
        assertThat(row("imported")).hasCount(0);
    }

    @Test
    void whatIsNoDocumentIsRefusedAndTheFormStaysAsItWas() {
        tab.expectStatus(400);
        tab.expectStatus(422);
        go("/hardware-targets");
        tab.find("summary", "Import").click();
        tab.find("#document")
                .setInputFiles(
                        new FilePayload("cat.json", "application/json", "a picture".getBytes(StandardCharsets.UTF_8)));
        tab.find("#import-name").fill("a-cat");
        tab.find("#import button").click();
        assertThat(tab.find("#import .error-summary")).isVisible();
        assertThat(tab.find("#import-name")).hasValue("a-cat");
    }

    @Test
    void aPredictorShowsItsResidualsAndWhichIntervalsHold() {
        answer("**/api/v1/hardware-targets/learned", PREDICTOR);
        answer("**/api/v1/hardware-targets/learned/quality", """
                {"samples": 2, "medianError": 0.041, "within10Percent": 0.5, "spearman": 0.981, "coverage": 0.5,
                 "points": [{"architecture": "a", "measured": 2.0, "predicted": 2.1, "low": 1.9, "high": 2.3},
                            {"architecture": "b", "measured": 3.0, "predicted": 2.5, "low": 2.3, "high": 2.7}]}
                """);
        go("/hardware-targets/learned");
        assertThat(tab.find("#quality-facts")).containsText("50.00\u00a0% of the 95 % intervals hold");
        assertThat(tab.find("#quality canvas"))
                .hasAttribute("aria-label", "Predicted against measured latency of 2 architectures");
        Assertions.assertThat(tab.evaluate("""
                        Chart.getChart(document.querySelector('#quality canvas')).data.datasets
                          .map(set => set.label + ' ' + set.data.map(point => point.architecture ?? '').join('')).join('; ')
                        """))
                .isEqualTo("within its interval a; outside its interval b; as measured ");
    }

    @Test
    void anArchitectureIsTriedOnATarget() {
        answer("**/api/v1/hardware-targets/learned", PREDICTOR);
        answer("**/api/v1/hardware-targets/learned/quality", """
                {"samples": 0, "medianError": 0, "within10Percent": 0, "spearman": 0, "coverage": 0, "points": []}
                """);
        String[] sent = new String[1];
        tab.page().route("**/api/v1/hardware-targets/learned/test", route -> {
            sent[0] = route.request().postData();
            fulfil(route, 200, """
                    {"architecture": {"id": "x", "text": "|none~0|"}, "estimatedOperators": ["conv in=16x8x8"],
                     "measurements": [{"metric": "latency", "target": "learned", "value": 3.21, "unit": "ms",
                                       "source": "PREDICTED", "low": 2.9, "high": 3.6}]}
                    """);
        });
        go("/hardware-targets/learned");
        tab.find("#test-input").fill("1, 8, 8");
        tab.find("#test-architecture").fill("|none~0|");
        tab.find("#test-form button").click();
        assertThat(tab.find("#test-result tbody")).containsText("Latency on learned3.21\u00a0ms2.90–3.60\u00a0ms");
        assertThat(tab.find("#test-result tbody")).containsText("predicted");
        assertThat(tab.find("#test-result summary")).hasText("1 operator not in the table, estimated from others");
        Assertions.assertThat(sent[0])
                .isEqualTo("{\"searchSpace\":{\"type\":\"nas-bench-201\"},\"input\":[1,8,8],\"classes\":10,"
                        + "\"architecture\":\"|none~0|\"}");
    }

    private Locator row(String name) {
        return tab.find("#targets tbody tr", name).filter(new Locator.FilterOptions().setHas(tab.find("th", name)));
    }

    private void answer(String path, String body) {
        tab.page().route(path, route -> fulfil(route, 200, body));
    }

    private static void fulfil(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body));
    }

    private static String list(String... items) {
        return "{\"items\": [" + String.join(",", items) + "], \"page\": 0, \"size\": 200, \"totalItems\": "
                + items.length + "}";
    }
}
