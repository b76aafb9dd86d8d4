package dev.skyline.config.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is looked at before anything is started. */
class StartTest {

    private static final String SECRET = "0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void thisMachineNeedsNoTokens(String address) {
        assertThatCode(() -> ListenAddress.requireProtected(environment("server.address", address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "", " ", "no.such.host.invalid"})
    void anyOtherAddressDoes(String address) {
        assertThatThrownBy(() -> ListenAddress.requireProtected(environment("server.address", address)))
                .isInstanceOf(UnprotectedAddress.class)
                .hasMessageContaining("skyline.security.tokens");
        assertThatCode(() -> ListenAddress.requireProtected(
                        environment("server.address", address, "skyline.security.tokens", "ann:researcher:" + SECRET)))
                .doesNotThrowAnyException();
    }

    @Test
    void theManagementPortIsNoWayAround() {
        assertThatThrownBy(() -> ListenAddress.requireProtected(
                        environment("server.address", "127.0.0.1", "management.server.port", "9000")))
                .isInstanceOf(UnprotectedAddress.class)
                .hasMessageContaining("management.server.address");
        assertThatCode(() -> ListenAddress.requireProtected(environment(
                        "server.address",
                        "127.0.0.1",
                        "management.server.port",
                        "9000",
                        "management.server.address",
                        "127.0.0.1")))
                .doesNotThrowAnyException();
    }

    @Test
    void tokensAreReadFromAListOrFromOneText() {
        List<AccessToken> expected = List.of(
                new AccessToken("ann", SECRET + ":a", Role.RESEARCHER), new AccessToken("bob", SECRET, Role.VIEWER));
        assertThat(TokenSettings.read(environment(
                        "skyline.security.tokens", "ann:researcher:" + SECRET + ":a, bob:VIEWER:" + SECRET)))
                .isEqualTo(expected);
        assertThat(TokenSettings.read(environment(
                        "skyline.security.tokens[0].name", "ann",
                        "skyline.security.tokens[0].role", "researcher",
                        "skyline.security.tokens[0].token", SECRET + ":a",
                        "skyline.security.tokens[1].name", "bob",
                        "skyline.security.tokens[1].role", "viewer",
                        "skyline.security.tokens[1].token", SECRET)))
                .isEqualTo(expected);
        assertThat(TokenSettings.read(new MockEnvironment())).isEmpty();
        assertThat(TokenSettings.read(environment("skyline.security.tokens", "")))
                .isEmpty();
    }

    @Test
    void tokensAreReadFromTheEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("SKYLINE_SECURITY_TOKENS", "pi:agent:" + SECRET)));
        assertThat(TokenSettings.read(environment)).containsExactly(new AccessToken("pi", SECRET, Role.AGENT));
    }

    @ParameterizedTest
    @CsvSource({
        "ann:0123456789abcdef, name:role:token",
        "ann:boss:0123456789abcdef, 'viewer, researcher, agent'",
        "ann:viewer:short, 16 or more",
        ":viewer:0123456789abcdef, no name",
        "ann:viewer:0123456789 abcdef, without spaces",
        "'ann:viewer:0123456789abcdef,bob:viewer:0123456789abcdef', somebody else's"
    })
    void tokensThatMakeNoSenseAreRefusedWithoutBeingTold(String text, String message) {
        assertThatThrownBy(() -> TokenSettings.read(environment("skyline.security.tokens", text)))
                .isInstanceOf(InvalidTokens.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("0123456789")
                .hasMessageNotContaining("short");
    }

    @Test
    void aTokenIsNeverPartOfAText() {
        assertThat(new AccessToken("ann", SECRET, Role.VIEWER)).hasToString("ann:viewer");
    }

    @Test
    void holdersAreFoundByTheirWholeTokenOnly() {
        AccessTokens tokens = new AccessTokens(List.of(new AccessToken("ann", SECRET, Role.VIEWER)));
        assertThat(tokens.find(SECRET)).contains(new AccessTokens.Holder("ann", Role.VIEWER));
        for (String wrong : List.of("", "0123456789abcde", SECRET + "0", SECRET.toUpperCase(Locale.ROOT))) {
            assertThat(tokens.find(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void theFailureSaysWhatToDo() {
        FailureAnalysis open = new SecurityFailureAnalyzer()
                .analyze(new IllegalStateException(new UnprotectedAddress("server.address", "0.0.0.0")));
        assertThat(open.getDescription()).contains("0.0.0.0", "skyline.security.tokens is empty");
        assertThat(open.getAction()).contains("SKYLINE_SECURITY_TOKENS=name:researcher:", "127.0.0.1");
        FailureAnalysis invalid = new SecurityFailureAnalyzer().analyze(new InvalidTokens("a token has no name"));
        assertThat(invalid.getDescription()).contains("a token has no name");
        assertThat(new SecurityFailureAnalyzer().analyze(new IllegalStateException("other")))
                .isNull();
    }

    private static Environment environment(String... properties) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < properties.length; i += 2) {
            environment.setProperty(properties[i], properties[i + 1]);
        }
        return environment;
    }
}
