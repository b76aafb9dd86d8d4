package dev.skyline.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Modules of the pages by themselves: what they make of values, schemas, points and networks. */
class ModulesTest {

    private static final Path STATIC = Path.of("frontend/static");
    private static final Map<String, String> TYPES = Map.of("js", "text/javascript", "css", "text/css");
    private static final String EMPTY_PAGE =
            "<!DOCTYPE html><html lang=en><title>Modules</title><link rel=icon href=data:,>"
                    + "<link rel=stylesheet href=/css/base.css><body></body></html>";

    /** Two trials on a front, one predicted and one measured again; a limit and a baseline. */
    private static final String FRONT = """
            const x = { metric: 'latency', target: 'host', unit: 'ms', direction: 'MINIMIZE' };
            const y = { metric: 'accuracy', unit: 'ratio', direction: 'MAXIMIZE' };
            const answer = { x, y, points: [[1, 5, 0.9, 1, 1], [2, 2, 0.5, 1, 1]] };
            const front = { x, y, points: [
              { trial: 2, architecture: { text: 'a,b' }, x: 2, y: 0.5, low: 1.5, high: 2.5, source: 'PREDICTED' },
              { trial: 1, architecture: { text: 'c' }, x: 5, y: 0.9, source: 'MEASURED', measuredAgain: { value: 5.1 } }] };
            const constraints = [{ metric: 'latency', target: 'host', atMost: 4, confidence: 0.95 }, { metric: 'parameters', atMost: 9 }];
            const baselines = [{ name: 'today', measurements: [{ ...x, value: 6 }, { ...y, value: 0.7 }] }, { name: 'other', measurements: [] }];
            """;

    private static HttpServer server;
    private static Chromium chromium;
    private static Tab tab;

    @BeforeAll
    static void serveModules() throws IOException {
        chromium = Chromium.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ModulesTest::serve);
        server.start();
        tab = Tab.open(chromium.browser());
    }

    @AfterAll
    static void end() {
        if (tab != null) {
            tab.close();
            server.stop(0);
            chromium.close();
        }
    }

    @BeforeEach
    void openEmptyPage() {
        tab.page().navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "0.97361, ratio, 97.36 %",
        "1, ratio, 100.00 %",
        "1.2345, ms, 1.23 ms",
        "0.041234, ms, 0.0412 ms",
        "1234.5, ms, '1,235 ms'",
        "0.0000123, s, 1.23e-5 s",
        "0, ms, 0.00 ms",
        "999, 1, 999",
        "45231, 1, 45.2 k",
        "999960, 1, 1.00 M",
        "1000, 1, 1.00 k",
        "512, bytes, 512 B",
        "45231, bytes, 45.2 kB",
        "24154, samples/s, 24.2 k samples/s",
        "0.1234, nats, 0.123 nats",
    })
    void valuesAreShownWithThreeDigitsAndTheirUnit(double value, String unit, String expected) {
        assertThat(call("format.js", "measure", "[" + value + ", '" + unit + "']"))
                .hasToString(expected.replace(' ', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.25S, 0.250 s",
        "PT9.999S, 10.0 s",
        "PT59.9S, 1 min",
        "PT2M10S, 2 min 10 s",
        "PT26H30M, 1 d 2 h",
        "P3DT1S, 3 d"
    })
    void durationsAreShownInTheirTwoGreatestUnits(String iso, String expected) {
        Object shown = tab.evaluate("import('/js/format.js').then(m => m.span(m.seconds('" + iso + "')))");
        assertThat(String.valueOf(shown).replace('\u00a0', ' ')).isEqualTo(expected);
    }

    @Test
    void pointsAreSplitIntoFrontDominatedAndInfeasibleWithTheFrontFromLeftToRight() {
        Object split = tab.evaluate("""
                import('/js/experiment/plot.js').then(({ plotOf }) => {
                  const axis = { metric: 'parameters', unit: '1', direction: 'MINIMIZE' };
                  const points = [[1, 5, 0.9, 1, 1], [2, 2, 0.5, 1, 1], [3, 6, 0.4, 0, 1], [4, 1, 0.99, 0, 0]];
                  return plotOf({ x: axis, y: axis, points }, null, [], []).layers
                    .map(({ label, spots }) => label + ': ' + spots.map(spot => [spot.trial, spot.x, spot.y].join(' ')).join(', '));
                })
                """);
        assertThat(split).isEqualTo(List.of("front: 2 2 0.5, 1 5 0.9", "dominated: 3 6 0.4", "infeasible: 4 1 0.99"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2345, 2.5, ms, 1.23–2.50 ms",
        "0.5, 0.75, ratio, 50.00–75.00 %",
        "900, 1200, bytes, 900 B – 1.20 kB",
        "900, 1200, 1, 900 – 1.20 k",
        ", 2.5, ms, –",
    })
    void anIntervalHasItsUnitOnce(Double low, double high, String unit, String expected) {
        Object shown = tab.evaluate(
                "import('/js/format.js').then(m => m.interval(" + low + ", " + high + ", '" + unit + "'))");
        assertThat(String.valueOf(shown).replace('\u00a0', ' ')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'pi'                       | pi                                     | latency on pi",
                "'max(pi,phone)'            | worst of pi and phone                  | latency at the worst of pi and phone",
                "'sum(1*pi,0.5*phone,1*tv)' | sum of pi, 0.5 × phone and tv          | latency summed over pi, 0.5 × phone and tv",
            })
    void severalTargetsAtOnceAreToldInWords(String target, String alone, String behind) {
        assertThat(call("aggregate.js", "targetName", "['" + target + "']")).isEqualTo(alone);
        assertThat(call("format.js", "metricOn", "[{ metric: 'latency', target: '" + target + "' }]"))
                .isEqualTo(behind);
    }

    @Test
    void aSumOverTargetsHasTheWeightsThatAreTypedAndWhatWasWrittenIsReadBack() {
        Object read = tab.evaluate("""
                import('/js/form/metric-rows.js').then(({ OBJECTIVES, metricRows }) => {
                  const latency = { key: 'latency', unit: 'ms', direction: 'MINIMIZE', needsTarget: true };
                  const rows = metricRows(document.body, OBJECTIVES, [latency], () => ['pi', 'phone', 'tv'], () => {});
                  const targets = () => rows.read().map(({ target }) => target);
                  rows.set(['pi', 'max(pi,phone,tv)', 'max(pi,tv)', 'sum(1*pi,0.5*phone)', 'sum(2*pi,1*gone)']
                    .map(target => ({ metric: 'latency', target })));
                  const written = targets();
                  const [, target] = document.querySelectorAll('.row select');
                  target.value = 'sum()';
                  target.dispatchEvent(new Event('change'));
                  document.querySelector('input[name=phone]').value = '0.25';
                  document.querySelector('input[name=tv]').value = '';
                  return [...written, targets()[0]].join('; ');
                })
                """);
        assertThat(read)
                .isEqualTo(
                        "pi; max(pi,phone,tv); max(pi,tv); sum(1*pi,0.5*phone); sum(2*pi,1*gone); sum(1*pi,0.25*phone)");
    }

    @Test
    void aPlotKnowsLimitsIntervalsPredictionsAndWhatWasMeasuredAgain() {
        Object plot = tab.evaluate("import('/js/experiment/plot.js').then(({ plotOf }) => {" + FRONT + """
                  const { layers, limits } = plotOf(answer, front, baselines, constraints);
                  return [...layers.map(({ look, spots }) => look + ' ' + spots.map(({ x, xLow, xHigh, source, again, name }) =>
                      [x, xLow, xHigh, source, again, name].filter(value => value !== undefined).join(' ')).join('; ')),
                    ...limits.map(({ axis, bound, atMost, label }) => [axis, bound, atMost, label].join(' '))];
                })
                """);
        assertThat(String.valueOf(plot).replace('\u00a0', ' '))
                .isEqualTo("[front 2 1.5 2.5 PREDICTED; 5 MEASURED measured again: 5.10 ms, dominated , infeasible ,"
                        + " again 5 MEASURED measured again: 5.10 ms, baseline 6 today,"
                        + " x 4 true ≤ 4.00 ms on host at 95 %]");
    }

    @Test
    void theFileOfAFrontHasEveryPartOfItInAWellFormedDrawing() {
        Object parts = tab.evaluate("""
                Promise.all([import('/js/experiment/plot.js'), import('/js/experiment/plot-svg.js')]).then(([{ plotOf }, { svgOf }]) => {
                """ + FRONT + """
                  const text = svgOf(plotOf(answer, front, baselines, constraints), false, 'a < b');
                  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
                  const words = [...drawing.querySelectorAll('text')].map(each => each.textContent);
                  return [drawing.documentElement.localName, drawing.querySelector('title').textContent,
                    drawing.querySelectorAll('circle[fill="#ffffff"]').length,
                    words.includes('today'), words.some(word => word.startsWith('≤ 4.00')), text.includes('NaN')];
                })
                """);
        assertThat(parts).isEqualTo(List.of("svg", "a < b", 1, true, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "atMost, 2.4637, up to 2.47 ms",
        "atLeast, 0.8379, down to 0.837 ms",
        "atMost, 0, up to 0.00 ms",
    })
    void whatTheLimitsWouldHaveToBeIsRoundedSoThatItIsMet(String bound, double value, String expected) {
        Object words = tab.evaluate("""
                import('/js/experiment/infeasible.js').then(({ infeasibleWords }) => infeasibleWords(
                    { architecture: { text: 'a' }, trial: 7, message: 'in short',
                      misses: [{ metric: 'latency', target: 'pi', bound: 1, atMost: true, value: 2, missedBy: 1 }],
                      relaxation: [{ metric: 'latency', target: 'pi', %s: %s }] },
                    [{ key: 'latency', unit: 'ms' }], trial => '/' + trial).map(line => line.textContent))
                """.formatted(bound, value));
        assertThat(String.valueOf(words).replace('\u00a0', ' '))
                .isEqualTo("[Nothing meets the limits. , The nearest is trial 7: a, latency on pi 2.00 ms where at most"
                        + " 1.00 ms is allowed: missed by 100.00 %, It needs latency on pi " + expected + ".]");
    }

    @Test
    void theTableOfAFrontIsCsvThatQuotesWhatNeedsIt() {
        Object csv = tab.evaluate(
                "import('/js/experiment/front-table.js').then(({ csvOf }) => {" + FRONT + "return csvOf([front]); })");
        assertThat(csv)
                .isEqualTo("target,trial,latency@host,low,high,accuracy,source,measured_again,architecture\r\n"
                        + "host,2,2,1.5,2.5,0.5,PREDICTED,,\"a,b\"\r\nhost,1,5,,,0.9,MEASURED,5.1,c\r\n");
    }

    @Test
    void settingsComeBackFromTheirFieldsAndThoseLeftAtTheirDefaultsAreLeftOut() {
        Object read = tab.evaluate("""
                import('/js/form/form-schema.js').then(m => {
                  const schema = { type: 'object', properties: {
                    epochs: { type: 'integer', default: 5, minimum: 1, maximum: 100 },
                    rate: { type: 'number', default: 0.003 },
                    shuffle: { type: 'boolean', default: true },
                    optimizer: { type: 'string', default: 'adam', enum: ['adam', 'sgd'] },
                    kinds: { type: 'array', default: ['a'], items: { type: 'string', enum: ['a', 'b'] } },
                    filters: { type: 'array', default: [8, 16], items: { type: 'integer' } } } };
                  document.body.append(...m.settingFields(schema, 's'));
                  const untouched = m.readSettings(document, schema, 's');
                  m.writeSettings(document, schema, 's',
                      { rate: 0.1, shuffle: false, optimizer: 'sgd', kinds: ['a', 'b'], filters: [8, 32] });
                  document.querySelector('[data-field="s.epochs"]').value = '7';
                  const [epochs] = document.querySelectorAll('input');
                  return [untouched, m.readSettings(document, schema, 's'), [epochs.min, epochs.max]];
                })
                """);
        assertThat(read)
                .isEqualTo(List.of(
                        Map.of(),
                        Map.of(
                                "epochs",
                                7,
                                "rate",
                                0.1,
                                "shuffle",
                                false,
                                "optimizer",
                                "sgd",
                                "kinds",
                                List.of("a", "b"),
                                "filters",
                                List.of(8, 32)),
                        List.of("1", "100")));
    }

    @ParameterizedTest
    @CsvSource({
        "searchSpace.settings.cells, searchSpace.settings.cells",
        "searchSpace.settings.cells[2], searchSpace.settings.cells",
        "searchSpace.settings.unknown, searchSpace",
        "constraints[0].metric, constraints[0].metric",
        "constraints[0], constraints[0]",
        "constraints[7].atMost, constraints",
        "hardwareTargets[1], hardwareTargets",
        "nowhere.at.all,"
    })
    void anErrorIsShownAtItsFieldOrTheNearestAroundIt(String field, String expected) {
        tab.evaluate("""
                document.body.innerHTML = ['searchSpace', 'searchSpace.settings.cells', 'hardwareTargets',
                    'constraints', 'constraints[0]', 'constraints[0].metric']
                  .map(path => `<input data-field="${path}">`).join('')
                """);
        assertThat(tab.evaluate("import('/js/form/field-errors.js').then(m => m.controlOf(document.body, '" + field
                        + "')?.dataset.field)"))
                .isEqualTo(expected);
    }

    @Test
    void convolutionNormalisationAndActivationAreDrawnAsOneBox() {
        Object lines = tab.evaluate("""
                import('/js/network/blocks.js').then(m => m.blocksOf({ input: [1, 8, 8], nodes: [
                  { name: 'c', inputs: ['input'], layer: 'convolution', filters: 8, kernel: 3, stride: 1 },
                  { name: 'n', inputs: ['c'], layer: 'batchNorm' },
                  { name: 'r', inputs: ['n'], layer: 'activation', function: 'RELU' },
                  { name: 'p', inputs: ['r'], layer: 'pooling', kind: 'MAX', kernel: 2, stride: 2 },
                  { name: 'q', inputs: ['r'], layer: 'pooling', kind: 'AVERAGE', kernel: 2, stride: 2 },
                  { name: 'a', inputs: ['p', 'q'], layer: 'add' },
                  { name: 'd', inputs: ['a'], layer: 'dense', units: 10 },
                ] }).map(block => block.inputs.join('+') + ' > ' + block.lines.join(', ')))
                """);
        assertThat(lines)
                .isEqualTo(List.of(
                        " > Input",
                        "input > Convolution 3×3, 8 filters, Batch normalisation, ReLU",
                        "c > Maximum pooling 2×2, stride 2",
                        "c > Average pooling 2×2, stride 2",
                        "p+q > Add",
                        "a > Dense, 10 units"));
    }

    /** Random graphs of 2 to 40 boxes: what holds for all of them holds for chains and cells. */
    @Test
    void boxesOfANetworkNeverOverlapAndEveryEdgeLeadsDown() {
        Object faults = tab.evaluate("""
                import('/js/network/network-layout.js').then(({ layout }) => {
                  const faults = [];
                  let state = 42;
                  const random = limit => (state = (state * 1103515245 + 12345) % 2147483648) % limit;
                  for (let graph = 0; graph < 200; graph++) {
                    const boxes = [];
                    for (let i = 0, count = 2 + random(39); i < count; i++) {
                      const inputs = i === 0 ? [] : Array.from({ length: 1 + random(3) }, () => `b${random(i)}`);
                      boxes.push({ id: `b${i}`, inputs: [...new Set(inputs)], width: 20 + random(150), height: 20 + random(60) });
                    }
                    const { width, height, places, edges } = layout(boxes);
                    const area = box => { const { x, y } = places.get(box.id);
                      return { left: x - box.width / 2, right: x + box.width / 2, top: y - box.height / 2, bottom: y + box.height / 2 }; };
                    boxes.forEach((a, i) => {
                      const A = area(a);
                      if (A.left < 0 || A.top < 0 || A.right > width || A.bottom > height) faults.push(`${graph}: ${a.id} lies outside`);
                      boxes.slice(0, i).forEach(b => {
                        const B = area(b);
                        if (A.left < B.right && B.left < A.right && A.top < B.bottom && B.top < A.bottom) faults.push(`${graph}: ${a.id} over ${b.id}`);
                      });
                    });
                    const drawn = edges.map(edge => `${edge.from}>${edge.to}`).sort().join();
                    const wanted = boxes.flatMap(box => box.inputs.map(input => `${input}>${box.id}`)).sort().join();
                    if (drawn !== wanted) faults.push(`${graph}: edges ${drawn} for ${wanted}`);
                    for (const { points } of edges) {
                      if (points.some((point, i) => i > 0 && point.y < points[i - 1].y)) faults.push(`${graph}: an edge leads up`);
                    }
                  }
                  return faults;
                })
                """);
        assertThat(faults).isEqualTo(List.of());
    }

    /** WCAG 2.2, 1.4.3 and 1.4.11. */
    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void coloursOfTextAndOfControlsHaveEnoughContrast(String theme) {
        Object weak = tab.evaluate("""
                (() => {
                  document.documentElement.dataset.theme = '%s';
                  const style = getComputedStyle(document.documentElement);
                  const luminance = name => {
                    const value = style.getPropertyValue(`--${name}`).trim();
                    const channels = [1, 3, 5].map(at => parseInt(value.slice(at, at + 2), 16) / 255)
                      .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
                  };
                  const contrast = (a, b) => {
                    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
                    return (light + 0.05) / (dark + 0.05);
                  };
                  const text = [...['ground', 'surface', 'raised'].flatMap(on => ['text', 'muted'].map(of => [of, on])),
                    ...['ground', 'surface'].flatMap(on => ['accent', 'accent-strong', 'good', 'bad', 'second'].map(of => [of, on])),
                    ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['text', 'bad-ground'], ['accent', 'bad-ground'],
                    ...['good', 'busy', 'wait', 'bad', 'calm'].map(of => [of, `${of}-ground`]),
                    ...['conv', 'dense', 'pool', 'join'].flatMap(on => ['text', 'muted'].map(of => [of, on]))];
                  const graphics = [['control', 'surface'], ['control', 'ground'], ['control', 'raised'], ['accent', 'raised']];
                  const weak = (pairs, least) => pairs.filter(([a, b]) => !(contrast(a, b) >= least))
                    .map(([a, b]) => `${a} on ${b}: ${contrast(a, b).toFixed(2)}`);
                  return [...weak(text, 4.5), ...weak(graphics, 3)];
                })()
                """.formatted(theme));
        assertThat(weak).isEqualTo(List.of());
    }

    private Object call(String module, String function, String arguments) {
        return tab.evaluate("import('/js/" + module + "').then(m => m." + function + "(..." + arguments + "))");
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean page = path.equals("/");
            String type = page ? "text/html" : TYPES.get(path.substring(path.lastIndexOf('.') + 1));
            byte[] body = page ? EMPTY_PAGE.getBytes() : Files.readAllBytes(STATIC.resolve(path.substring(1)));
            exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
