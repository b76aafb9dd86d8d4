package dev.skyline.api.idempotency;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.search.IdempotencyKeys;
import dev.skyline.search.IdempotencyKeys.Answer;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Has a creating call done once for each key of a client; a call without a key is simply done. */
@Component
public class Idempotency {

    /** Name of the request header. */
    public static final String HEADER = "Idempotency-Key";

    /** For the description of the header. */
    public static final String ABOUT =
            "A text of the client's choice, 1 to 255 printable characters. A call with a key that was used within the last"
                    + " day creates nothing and answers with what the first one created; with another body it is refused";

    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    private final IdempotencyKeys keys;

    Idempotency(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /**
     * @param kind of call: keys of different kinds have nothing to do with each other
     * @param caller null for an anonymous one; keys of different callers have nothing to do with each other
     * @param key as sent, or null
     * @param request all that the request says; only called where there is a key
     * @param create gives an identifier of what it created
     * @return the identifier of what was created, now or before
     */
    public String once(String kind, Principal caller, String key, Supplier<String> request, Supplier<String> create) {
        if (key == null) {
            return create.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalid(HEADER, "must have 1 to 255 printable characters");
        }
        String name = Optional.ofNullable(caller).map(Principal::getName).orElse("");
        Answer answer = keys.once(sha256(kind + '\n' + name + '\n' + key), sha256(request.get()), create);
        return answer.location();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
