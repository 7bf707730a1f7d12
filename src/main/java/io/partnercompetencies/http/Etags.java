package io.partnercompetencies.http;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/** Entity tags and the conditions that name them (RFC 9110, 8.8.3 and 13.1). */
public final class Etags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"|\\*");

    private Etags() {}

    /** The tag of a row that counts its versions. */
    public static String strong(long version) {
        return "\"" + version + "\"";
    }

    /** A tag over whatever the answer depends on. */
    public static String weak(Object... parts) {
        return "W/\"" + Integer.toHexString(Objects.hash(parts)) + "\"";
    }

    /**
     * Refuses a change with 412 where {@code If-Match} stands and does not name the tag, which a weak one never does, or
     * {@code If-None-Match} does: only who reads is told 304.
     */
    public static void mustAllowChange(HttpHeaders headers, String etag) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null
                && tags(headers, HttpHeaders.IF_MATCH)
                        .noneMatch(tag -> tag.equals("*") || isStrong(tag) && tag.equals(etag))) {
            throw changed();
        }
        if (isKnown(headers, etag)) {
            throw new Refusal(
                    Code.ETAG_MISMATCH,
                    "If-None-Match names what is there, so nothing was changed. Leave it out to change it.");
        }
    }

    /** 412, for what was changed by someone else between reading and writing. */
    public static Refusal changed() {
        return new Refusal(Code.ETAG_MISMATCH, "It was changed since you read it. Read it again, then repeat.");
    }

    /** 200 with the tag and the body, or 304 where the client says that it has this already. */
    public static <T> RestResponse<T> answer(HttpHeaders headers, String etag, T body) {
        return builder(headers, etag, body).build();
    }

    /** The same, for answers that carry further headers, on a 304 too. */
    public static <T> RestResponse.ResponseBuilder<T> builder(HttpHeaders headers, String etag, T body) {
        return builder(headers, etag, () -> body);
    }

    /** The same for a body that is only made where it is sent. */
    public static <T> RestResponse.ResponseBuilder<T> builder(HttpHeaders headers, String etag, Supplier<T> body) {
        var answer = isKnown(headers, etag)
                ? RestResponse.ResponseBuilder.<T>notModified()
                : RestResponse.ResponseBuilder.ok(body.get());
        return answer.header(HttpHeaders.ETAG, etag);
    }

    /** 200 with the new tag and what a change has made of it. */
    public static <T> RestResponse<T> edited(String etag, T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, etag)
                .build();
    }

    private static boolean isKnown(HttpHeaders headers, String etag) {
        return tags(headers, HttpHeaders.IF_NONE_MATCH)
                .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(etag)));
    }

    private static Stream<String> tags(HttpHeaders headers, String name) {
        var values = headers.getRequestHeader(name);
        return values == null
                ? Stream.empty()
                : values.stream().flatMap(value -> TAG.matcher(value).results().map(MatchResult::group));
    }

    private static boolean isStrong(String tag) {
        return !tag.startsWith("W/");
    }

    private static String opaque(String tag) {
        return isStrong(tag) ? tag : tag.substring(2);
    }
}
