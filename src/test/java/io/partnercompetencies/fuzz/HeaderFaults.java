package io.partnercompetencies.fuzz;

import static io.partnercompetencies.fuzz.Fault.one;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Headers that cannot be read, that mean nothing, or that do not fit the rest. */
final class HeaderFaults {

    private static final String[] TYPES = {
        "text/plain",
        "application/xml",
        "application/json;charset=utf-16",
        "application/json; charset=nonsense",
        "json",
        "",
        "application/",
        "*/*",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/csv",
        "application/x-ndjson",
        "application/merge-patch+json",
        "application/json",
        "application/json;;;",
        "APPLICATION/JSON"
    };

    private static final String[] ACCEPTED = {
        "text/html",
        "application/xml",
        "*/*",
        "application/*",
        "text/csv",
        "application/json;q=0",
        "garbage",
        "",
        ",,,",
        "a/b/c",
        "application/json;q=x",
        "*/json",
        "application/problem+json",
        "text/csv;q=0.1, application/json;q=0.9",
        "x".repeat(500)
    };

    private static final String[] TAGS = {
        "\"0\"",
        "W/\"1\"",
        "*",
        "\"",
        "",
        "abc",
        "\"a\", \"b\"",
        "W/",
        ",",
        "\"\u00fc\"",
        "\"" + "x".repeat(4000) + "\"",
        "*, \"a\""
    };

    private static final String[] KEYS = {
        "", " ", "used", "used", "used", "x".repeat(255), "x".repeat(256), "\u00fc", "\t", "a,b"
    };

    private static final String[] ODD = {
        "",
        " ",
        "x".repeat(128),
        "x".repeat(129),
        "x".repeat(4000),
        "\u00ff\u00fe",
        "a b",
        "<script>",
        "%00",
        "${jndi:x}",
        "en;q=2",
        "-",
        "en-",
        "*-x",
        "zz-ZZ-ZZZZZZZZZZ",
        "en;q=",
        ",",
        "de,".repeat(200),
        "q=1;en"
    };

    private final Known known;

    HeaderFaults(Known known) {
        this.known = known;
    }

    List<Fault> all() {
        return List.of(
                Fault.of(
                        "another media type",
                        Draft::hasBody,
                        (draft, random) -> draft.header("Content-Type", one(TYPES, random))),
                Fault.of("no media type", Draft::hasBody, (draft, random) -> draft.header("Content-Type", null)),
                Fault.of("an odd Accept", (draft, random) -> draft.header("Accept", one(ACCEPTED, random))),
                Fault.of("an odd If-Match", (draft, random) -> draft.header("If-Match", one(TAGS, random))),
                Fault.of("an odd If-None-Match", (draft, random) -> draft.header("If-None-Match", one(TAGS, random))),
                Fault.of("the tag of something else", this::otherTag),
                Fault.of(
                        "an odd or used Idempotency-Key",
                        (draft, random) -> draft.header("Idempotency-Key", one(KEYS, random))),
                Fault.of(
                        "an odd Accept-Language", (draft, random) -> draft.header("Accept-Language", one(ODD, random))),
                Fault.of("an odd id of the request", (draft, random) -> {
                    draft.header("MS-RequestId", one(ODD, random));
                    draft.header("MS-CorrelationId", one(ODD, random));
                }),
                Fault.of(
                        "a header that is there twice",
                        draft -> !draft.headers.isEmpty(),
                        (draft, random) -> draft.headers.add(draft.headers.get(random.nextInt(draft.headers.size())))),
                Fault.of("headers that are too long", (draft, random) -> {
                    draft.headers.add(Map.entry("X-Long", "x".repeat(18_000 + random.nextInt(9_000))));

                    draft.isMonstrous = true;
                    draft.isAstray = true;
                }),
                Fault.of("headers of proxies", HeaderFaults::ofProxies));
    }

    private void otherTag(Draft draft, Random random) {
        known.word("ETag", random)
                .ifPresent(tag -> draft.header(random.nextBoolean() ? "If-Match" : "If-None-Match", tag));
    }

    private static void ofProxies(Draft draft, Random random) {
        draft.header(
                one(
                        new String[] {
                            "X-Forwarded-For",
                            "Forwarded",
                            "X-HTTP-Method-Override",
                            "X-Original-URL",
                            "Origin",
                            "Range",
                            "Cookie",
                            "Content-Encoding",
                            "Content-Language",
                            "Accept-Encoding",
                            "Accept-Charset",
                            "Referer",
                            "Upgrade-Insecure-Requests"
                        },
                        random),
                one(ODD, random));
    }
}
