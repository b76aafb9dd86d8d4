package dev.skyline.api.hardware;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.FormFields;
import dev.skyline.search.TargetDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Makes of a form what a client could have sent as JSON. */
final class TargetUpload {

    private static final List<String> TEXTS = List.of("name", "kind", "description");
    private static final String SETTINGS = "settings";
    private static final String FILE = "file";
    private static final List<String> VALID = List.of("name", "kind", SETTINGS, "description", FILE);
    private static final int GZIP = 0x1f8b;
    private static final JsonMapper JSON = new JsonMapper();

    private TargetUpload() {}

    /** The multipart form as the API's description shows it. */
    @Schema(name = "HardwareTargetUpload", description = "A hardware target to be added, its data as a file")
    record Form(
            @Schema(description = "What experiments call it", example = "raspi4", requiredMode = RequiredMode.REQUIRED)
            String name,

            @Schema(
                    description = "Kind of target, as in the catalogue",
                    example = "table",
                    requiredMode = RequiredMode.REQUIRED)
            String kind,

            @Schema(description = "Settings of the kind as a JSON object", example = "{}") @Nullable
            String settings,

            @Schema(description = "For people", example = "Raspberry Pi 4") @Nullable
            String description,

            @Schema(
                    type = "string",
                    format = "binary",
                    description = "The CSV or CSV.gz that its model is made of, for kinds that are made of one")
            @Nullable
            byte[] file) {}

    static JsonNode read(MultipartHttpServletRequest form) throws IOException {
        FormFields fields = new FormFields(form, VALID);
        ObjectNode body = JSON.createObjectNode();
        for (String name : TEXTS) {
            if (form.getParameter(name) != null) {
                body.put(name, fields.text(name));
            }
        }
        if (form.getParameter(SETTINGS) != null) {
            settings(fields, body);
        }
        fields.orThrow();
        MultipartFile file = form.getFile(FILE);
        if (file != null && !file.isEmpty()) {
            body.put("data", text(file));
        }
        return body;
    }

    private static void settings(FormFields fields, ObjectNode body) {
        String text = fields.text(SETTINGS);
        try {
            JsonNode settings = text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
            if (settings.isObject()) {
                body.set(SETTINGS, settings);
                return;
            }
        } catch (JacksonException e) {
            // told below
        }
        fields.fault(SETTINGS, "must be a JSON object such as {\"threads\": 2}");
    }

    private static String text(MultipartFile file) throws IOException {
        try (InputStream in = unpacked(new BufferedInputStream(file.getInputStream()))) {
            byte[] content = in.readNBytes(TargetDraft.MOST_DATA + 1);
            if (content.length > TargetDraft.MOST_DATA) {
                throw new ProblemException(
                        ProblemType.TOO_LARGE,
                        "the data of a target may have " + TargetDraft.MOST_DATA + " unpacked bytes at most");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid(FILE, "is no text in UTF-8");
        } catch (ZipException | EOFException e) {
            throw ProblemException.invalid(
                    FILE,
                    "is damaged or cut off (" + (e instanceof EOFException ? "it ends too early" : e.getMessage())
                            + ")");
        }
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        packed.mark(2);
        boolean gzip = (packed.read() << Byte.SIZE | packed.read()) == GZIP;
        packed.reset();
        return gzip ? new GZIPInputStream(packed) : packed;
    }
}
