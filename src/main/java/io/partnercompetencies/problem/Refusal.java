package io.partnercompetencies.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a service throws when it will not do what was asked. Becomes one problem answer; the detail is a sentence the
 * caller can act on.
 */
public final class Refusal extends RuntimeException {

    /** One offending place of the request: an RFC 6901 pointer into the body, or the name of a parameter. */
    @Schema(name = "ProblemError")
    public record Error(String pointer, String message) {}

    private final Code code;
    private final List<Error> errors = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private String language;
    private long retryAfter;

    public Refusal(Code code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** Whether the database failed, which is gone or has too much to do, and not what was attempted. */
    public static boolean isOfTheDatabase(Throwable failure) {
        return Failures.refusal(failure).code().status() == Code.DATABASE_UNAVAILABLE.status();
    }

    /** The one answer for what is missing and for what belongs to someone else. */
    public static Refusal notFound() {
        return new Refusal(Code.NOT_FOUND, "There is nothing here, or nothing that you may see.");
    }

    /** Of an organisation that is part of another one by now. */
    public static Refusal merged(UUID into) {
        return new Refusal(
                        Code.ORGANIZATION_MERGED,
                        "This organization is part of another one now, where it goes on: use /v1/organizations/" + into
                                + " instead.")
                .with("mergedInto", into);
    }

    public static Refusal invalid(String pointer, String message) {
        return new Refusal(Code.INVALID, message).at(pointer, message);
    }

    public static Refusal invalidParameter(String name, String message) {
        return new Refusal(Code.INVALID_PARAMETER, message).at(name, message);
    }

    public Refusal at(String pointer, String message) {
        errors.add(new Error(pointer, message));
        return this;
    }

    /** Adds an extension member to the problem, such as {@code nextAssociationAllowedAt}. */
    public Refusal with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** When repeating the request may help, in seconds from now. */
    public Refusal retryAfter(long seconds) {
        retryAfter = seconds;
        return this;
    }

    /** In seconds; 0 where nobody knows. */
    public long retryAfter() {
        return retryAfter;
    }

    /** The language, by its tag, of the members that speak one. */
    public Refusal in(String languageTag) {
        language = languageTag;
        return this;
    }

    /** Null where no member speaks any. */
    public String language() {
        return language;
    }

    public Code code() {
        return code;
    }

    public List<Error> errors() {
        return List.copyOf(errors);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }
}
