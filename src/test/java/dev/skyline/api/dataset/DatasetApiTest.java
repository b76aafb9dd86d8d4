package dev.skyline.api.dataset;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.dataset.Datasets;
import jakarta.servlet.MultipartConfigElement;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApiTest
class DatasetApiTest {

    private static final String ALL = "/api/v1/datasets";
    private static final String POINTS = "x,y,label\n" + "0.5,1,left\n1.5,2,right\n".repeat(5);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private Datasets datasets;

    @Autowired
    private MultipartConfigElement multipart;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @AfterEach
    void noUploadIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(multipart.getLocation()))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void imagesAreUploadedListedShownAndDeleted() throws Exception {
        upload("squares", squares())
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", ALL + "/squares"))
                .andExpect(jsonPath("$.type").value("images"))
                .andExpect(jsonPath("$.shape").value(org.hamcrest.Matchers.contains(1, 4, 4)))
                .andExpect(jsonPath("$.samples").value(10));
        mvc.perform(get(ALL + "?size=1&page=1"))
                .andExpect(jsonPath("$.totalItems").value(2))
                .andExpect(jsonPath("$.items[0].name").value("squares"));
        mvc.perform(get(ALL + "/squares/samples?perClass=2"))
                .andExpect(jsonPath("$.columns").doesNotExist())
                .andExpect(jsonPath("$.classes[0].samples.length()").value(2))
                .andExpect(jsonPath("$.classes[0].rows").doesNotExist());
        String etag = mvc.perform(get(ALL + "/squares/samples/3.png"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(get(ALL + "/squares/samples/3.png").header(HttpHeaders.IF_NONE_MATCH, etag))
                .andExpect(status().isNotModified());
        mvc.perform(delete(ALL + "/squares")).andExpect(status().isNoContent());
        mvc.perform(get(ALL + "/squares")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void whatIsSaidOfAFileIsKept() throws Exception {
        mvc.perform(multipart(ALL)
                        .file(file(POINTS))
                        .param("name", "points")
                        .param("type", "table")
                        .param("label", "label")
                        .param("source", "me")
                        .param("licence", "CC0")
                        .param("notes", "made up"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.source").value("me"))
                .andExpect(jsonPath("$.licence").value("CC0"))
                .andExpect(jsonPath("$.notes").value("made up"))
                .andExpect(jsonPath("$.features").value(org.hamcrest.Matchers.contains("x", "y")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name  | Iris!  | name  | 1 to 64 lower-case letters, digits and hyphens
                    name  | ''     | name  | is needed
                    type  | audio  | type  | must be one of images, table
                    label | class  | label | class
                    labl  | label  | labl  | valid are name, type, label
                    """)
    void aWrongFieldIsNamed(String key, String value, String field, String message) throws Exception {
        mvc.perform(multipart(ALL)
                        .file(file(POINTS))
                        .param("name", key.equals("name") ? new String[] {value} : new String[] {"points"})
                        .param(key.equals("name") ? "notes" : key, value))
                .andExpect(fault(field, message));
        assertThat(datasets.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y,label\n1,2,a\n3,4,a\n", "x,label\nNaN,a\n1,b\n", "just text", "PK\u0003\u0004 broken zip"})
    void aFileAtFaultLeavesNothing(String content) throws Exception {
        upload("bad", content.getBytes(StandardCharsets.UTF_8))
                .andExpect(problem(ProblemType.INVALID_DATASET))
                .andExpect(jsonPath("$.errors[0].field").value("file"))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
        assertThat(datasets.list()).hasSize(1);
    }

    @Test
    void anUploadWithoutAFileIsRefused() throws Exception {
        mvc.perform(multipart(ALL).param("name", "points")).andExpect(fault("file", "is needed"));
        upload("points", new byte[0]).andExpect(fault("file", "is empty"));
        mvc.perform(post(ALL).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(problem(ProblemType.UNSUPPORTED_MEDIA_TYPE));
    }

    @Test
    void aNameIsTakenByOtherContentOnly() throws Exception {
        upload("points", POINTS.getBytes(StandardCharsets.UTF_8)).andExpect(status().isCreated());
        upload("points", POINTS.getBytes(StandardCharsets.UTF_8)).andExpect(status().isCreated());
        upload("points", (POINTS + "9,9,left\n").getBytes(StandardCharsets.UTF_8))
                .andExpect(problem(ProblemType.CONFLICT));
    }

    @Test
    void aRepeatedKeyStandsForTheSameFile() throws Exception {
        mvc.perform(multipart(ALL).file(file(POINTS)).param("name", "one").header("Idempotency-Key", "d1"))
                .andExpect(status().isCreated());
        mvc.perform(multipart(ALL).file(file(POINTS)).param("name", "one").header("Idempotency-Key", "d1"))
                .andExpect(status().isCreated());
        mvc.perform(multipart(ALL)
                        .file(file(POINTS + "1,1,left\n"))
                        .param("name", "one")
                        .header("Idempotency-Key", "d1"))
                .andExpect(fault("Idempotency-Key", "another request"));
    }

    @Test
    void aDataSetInUseIsNotDeleted() throws Exception {
        mvc.perform(delete(ALL + "/digits")).andExpect(problem(ProblemType.CONFLICT));
        assertThat(datasets.find("digits")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/none/samples", "/none/samples/0.png", "/digits/samples/1797.png", "/digits/samples/x.png"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        mvc.perform(get(ALL + path)).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void aTableHasNoPictures() throws Exception {
        upload("points", POINTS.getBytes(StandardCharsets.UTF_8));
        mvc.perform(get(ALL + "/points/samples/0.png")).andExpect(problem(ProblemType.NOT_FOUND));
        mvc.perform(get(ALL + "/points/samples?perClass=0")).andExpect(fault("perClass", "must lie in [1, 100]"));
    }

    private ResultActions upload(String name, byte[] content) throws Exception {
        return mvc.perform(multipart(ALL)
                .file(new MockMultipartFile("file", "upload", "application/octet-stream", content))
                .param("name", name));
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "points.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    /** Two classes of five images each. */
    private static byte[] squares() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 10; i++) {
                BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
                image.getRaster().setSample(i % 4, i / 4, 0, 200);
                zip.putNextEntry(new ZipEntry((i % 2 == 0 ? "even/" : "odd/") + i + ".png"));
                ImageIO.write(image, "png", zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
