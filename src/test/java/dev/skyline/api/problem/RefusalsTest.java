package dev.skyline.api.problem;

import dev.skyline.api.ApiTest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import java.util.stream.Stream;

import static dev.skyline.api.Problems.body;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalsTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void anUnknownPathIsNotFoundWhateverIsAccepted() throws Exception {
        for (MediaType accepted : new MediaType[] {MediaType.ALL, MediaType.TEXT_HTML, MediaType.TEXT_EVENT_STREAM}) {
            mvc.perform(get("/api/v1/nothing").accept(accepted)).andExpect(problem(ProblemType.NOT_FOUND));
        }
        mvc.perform(get("/api")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatThereAre() throws Exception {
        mvc.perform(put("/api/v1/experiments"))
                .andExpect(problem(ProblemType.METHOD_NOT_ALLOWED))
                .andExpect(header().string("Allow", containsString("GET")))
                .andExpect(header().string("Allow", containsString("POST")));
    }

    @Test
    void anotherFormatIsRefused() throws Exception {
        mvc.perform(get("/api/v1/catalogue").accept(MediaType.APPLICATION_XML))
                .andExpect(problem(ProblemType.NOT_ACCEPTABLE));
        MvcResult malformed = mvc.perform(get("/api/v1/catalogue").header("Accept", "what/ever/this"))
                .andExpect(problem(ProblemType.NOT_ACCEPTABLE))
                .andReturn();
        assertThat(malformed.getResponse().getContentAsString())
                .contains("the Accept header is no list of media types");
    }

    @Test
    void aFaultOfTheServiceIsToldToTheLogAndReferredTo(CapturedOutput output) throws Exception {
        MvcResult result = mvc.perform(get("/api/v1/hardware-targets/broken"))
                .andExpect(problem(ProblemType.INTERNAL))
                .andReturn();
        String detail = body(result).path("detail").asString();
        String reference = detail.substring(detail.lastIndexOf(' ') + 1);
        assertThat(result.getResponse().getContentAsString())
                .doesNotContain("secret")
                .doesNotContain("Exception");
        assertThat(output).contains(reference).contains("a secret of the inside");
    }

    @Test
    void pagesHaveAnswersOfTheirOwn() throws Exception {
        assertThat(mvc.perform(get("/nothing")).andReturn().getResponse().getContentAsString())
                .doesNotContain("urn:skyline");
    }

    static Stream<Exception> unavailable() {
        return Stream.of(
                new DataAccessResourceFailureException("no connection"),
                new QueryTimeoutException("too slow"),
                new CannotCreateTransactionException("no connection"),
                new AsyncRequestTimeoutException());
    }

    @ParameterizedTest
    @MethodSource("unavailable")
    void withoutADatabaseTheServiceIsUnavailable(Exception failure) {
        assertThat(new Refusals(DataSize.ofMegabytes(1))
                        .of(failure)
                        .orElseThrow()
                        .type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    static Stream<Exception> undecodable() {
        return Stream.of(
                new InvalidParameterException("Character decoding failed"),
                new RequestRejectedException("the parameter name is not allowed"));
    }

    @ParameterizedTest
    @MethodSource("undecodable")
    void parametersThatTheServerCannotDecodeAreTheCallersFault(Exception failure) {
        assertThat(new Refusals(DataSize.ofMegabytes(1))
                        .of(failure)
                        .orElseThrow()
                        .type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void anUploadOverTheBoundIsTooLarge() {
        ProblemException problem = new Refusals(DataSize.ofMegabytes(512))
                .of(new MaxUploadSizeExceededException(-1))
                .orElseThrow();
        assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE);
        assertThat(problem).hasMessageContaining("512 MB");
    }
}
