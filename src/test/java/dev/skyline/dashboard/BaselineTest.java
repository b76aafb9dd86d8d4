package dev.skyline.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.skyline.dataset.Samples;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.Weights;
import dev.skyline.onnx.ModelDescription;
import dev.skyline.onnx.OnnxWriter;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A model in use today, uploaded on the page of an experiment, measured by children and drawn beside the trials. */
class BaselineTest extends BrowserTest {

    @Test
    void aModelIsUploadedMeasuredDrawnAndDeleted() throws Exception {
        String id = experiment("to compare", 1);
        go("/experiments/" + id);
        Locator panel = tab.find("#baselines");
        panel.locator("summary").click();
        tab.find("#baseline-file").setInputFiles(new FilePayload("today.onnx", "application/octet-stream", linear()));
        tab.find("#baseline-name").fill("in use today");
        panel.locator("button[type=submit]").click();

        Locator row = panel.locator("tbody tr");
        assertThat(row).containsText("measured", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        assertThat(row).containsText("Latency on host");
        assertThat(row).containsText("Parameters 650");
        assertThat(tab.find("#scatter-summary")).containsText("Baseline in use today:");

        row.locator("button").click();
        tab.find("dialog button[value=yes]").click();
        assertThat(row).hasCount(0);
        assertThat(tab.find("#scatter-summary")).not().containsText("Baseline");
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithTheReason() throws Exception {
        tab.expectStatus(422);
        String id = experiment("to compare", 1);
        go("/experiments/" + id);
        Locator panel = tab.find("#baselines");
        panel.locator("summary").click();
        tab.find("#baseline-file")
                .setInputFiles(new FilePayload(
                        "cat.onnx", "application/octet-stream", "a picture".getBytes(StandardCharsets.UTF_8)));
        tab.find("#baseline-name").fill("a cat");
        panel.locator("button[type=submit]").click();
        assertThat(panel.locator(".error-summary"))
                .containsText("no ONNX model", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        assertThat(tab.find("#baseline-name")).hasValue("a cat");
    }

    private static byte[] linear() {
        Network network = new Network(
                Shape.image(1, 8, 8),
                List.of(
                        new Node("flat", new Layer.Flatten(), List.of(Network.INPUT)),
                        new Node("dense", new Layer.Dense(10), List.of("flat")),
                        new Node("probabilities", new Layer.Softmax(), List.of("dense"))));
        Weights weights = new Weights();
        weights.put("dense", Weights.KERNEL, new float[640]);
        weights.put("dense", Weights.BIAS, new float[10]);
        return OnnxWriter.write(
                network,
                weights,
                new ModelDescription(
                        "dense-10",
                        "digits",
                        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                        Samples.ofImages(1, 1, 2, new int[] {0}, new byte[] {0}).preprocessing(),
                        "0"));
    }
}
