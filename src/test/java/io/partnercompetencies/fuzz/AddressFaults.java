package io.partnercompetencies.fuzz;

import static io.partnercompetencies.fuzz.Fault.one;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Methods, paths and queries that lead nowhere, or elsewhere. */
final class AddressFaults {

    private static final String[] METHODS = {
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "PROPFIND", "get"
    };

    /** As they stand in an address. */
    private static final String[] ODD = {
        "x",
        "0",
        "-1",
        "null",
        "%00",
        "%ff",
        "%c3%28",
        "..",
        "%2e%2e",
        "..%2f..",
        "a%2fb",
        "%2F",
        "%5c",
        "%0d%0aX:1",
        "a;b=c",
        "%F0%9F%92%A9",
        "%u0041",
        "*",
        "%25",
        "'%20or%201=1--",
        "%7Bid%7D",
        "me",
        "%EF%BB%BF",
        "%E2%80%AE",
        "+",
        "~",
        "!$&'()*",
        "01a1fd2c-3682-7000-8000-00000000000",
        "{01a1fd2c-3682-7000-8000-000000000000}",
        "1-1-1-1-1",
        "01a1fd2c368270008000000000000000",
        "x".repeat(300),
        "x".repeat(3000),
        "%F0".repeat(500)
    };

    private static final String[] PATHS = {
        "/v1",
        "/v1/",
        "/v2/organizations",
        "/",
        "//",
        "/v1//organizations",
        "/v1/organizations/",
        "/v1/./organizations",
        "/v1/../v1/organizations",
        "/v1/%6frganizations",
        "/V1/organizations",
        "/v1/organizations;a=b",
        "/v1/organizations%00",
        "/v1/organizations%2F",
        "/v1/" + "x".repeat(9000),
        "/v1/" + "x/".repeat(2000),
        "/v1/organizations/%",
        "/v1/organizations/%zz",
        "/v1/organizations#x",
        "/v1\\organizations",
        "*",
        "http://example.com/v1/organizations",
        "/v1/organizations/..%2f..%2fq",
        "/v1/openapi",
        "/v1/me/password/x",
        "/q",
        "/q/dev",
        "/v1/%E2%80%8B",
        "/%",
        "/v1/organizations/%ff/users"
    };

    private final Known known;

    AddressFaults(Known known) {
        this.known = known;
    }

    List<Fault> all() {
        return List.of(
                Fault.of("another method", AddressFaults::otherMethod),
                Fault.of("another path", AddressFaults::otherPath),
                Fault.of("an odd id", AddressFaults::hasSegments, AddressFaults::oddId),
                Fault.of(
                        "an id of nothing",
                        AddressFaults::hasSegments,
                        (draft, random) ->
                                segment(draft, new UUID(random.nextLong(), random.nextLong()).toString(), random)),
                Fault.of("the id of something else", AddressFaults::hasSegments, this::otherId),
                Fault.of("an unknown parameter", (draft, random) -> draft.query.add("unknown=" + one(ODD, random))),
                Fault.of(
                        "a parameter without a value",
                        AddressFaults::hasQuery,
                        (draft, random) -> query(draft, "", random)),
                Fault.of(
                        "an odd parameter",
                        AddressFaults::hasQuery,
                        (draft, random) -> query(draft, "=" + one(ODD, random), random)),
                Fault.of(
                        "another odd parameter",
                        AddressFaults::hasQuery,
                        (draft, random) -> query(draft, "=" + one(ODD, random), random)),
                Fault.of(
                        "a parameter that is left out",
                        draft -> !draft.query.isEmpty(),
                        (draft, random) -> draft.query.remove(random.nextInt(draft.query.size()))),
                Fault.of(
                        "a parameter that is there twice",
                        draft -> !draft.query.isEmpty(),
                        (draft, random) -> draft.query.add(draft.query.get(random.nextInt(draft.query.size())))),
                Fault.of("a broken query", AddressFaults::brokenQuery));
    }

    private static boolean hasSegments(Draft draft) {
        return !draft.segments.isEmpty();
    }

    private static boolean hasQuery(Draft draft) {
        return !draft.call.parameters("query").isEmpty();
    }

    private static void otherMethod(Draft draft, Random random) {
        draft.method = one(METHODS, random);
        draft.isAstray = true;
    }

    private static void otherPath(Draft draft, Random random) {
        draft.path = random.nextBoolean() ? one(PATHS, random) : bent(draft.path, random);
        draft.isAstray = true;
        draft.isMonstrous = true;
    }

    private static String bent(String path, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> path + "/";
            case 1 -> path + "/" + one(ODD, random);
            case 2 -> path.replaceFirst("/v1/", "/v1//");
            case 3 -> path.substring(0, path.lastIndexOf('/') + 1);
            default -> path + ";x=" + one(ODD, random);
        };
    }

    /** Such an id may lead to another call, or out of all of them. */
    private static void oddId(Draft draft, Random random) {
        var id = one(ODD, random);
        segment(draft, id, random);
        draft.isMonstrous |= id.length() > 1000;
        draft.isAstray |= id.contains(".")
                || id.contains("%2")
                || id.contains("%5")
                || id.equals("*")
                || id.contains("%u")
                || id.contains(";")
                || id.contains("%00")
                || id.contains("%ff")
                || id.contains("%c3")
                || id.contains("%F0%F0");
    }

    private void otherId(Draft draft, Random random) {
        var names = List.copyOf(draft.segments.keySet());
        var name = names.get(random.nextInt(names.size()));
        known.word(name, random).ifPresent(id -> draft.segments.put(name, Draft.encoded(id)));
    }

    private static void segment(Draft draft, String id, Random random) {
        var names = List.copyOf(draft.segments.keySet());
        draft.segments.put(names.get(random.nextInt(names.size())), id);
    }

    private static void query(Draft draft, String rest, Random random) {
        var parameters = draft.call.parameters("query");
        var name =
                parameters.get(random.nextInt(parameters.size())).path("name").asText();
        draft.query.removeIf(old -> old.startsWith(name + "="));
        draft.query.add(name + rest);
    }

    private static void brokenQuery(Draft draft, Random random) {
        draft.query.add(one(new String[] {"%zz", "%", "a=%f", "&&&", "=", "a=b=c", "?", "size[]=1", "%00=1"}, random));
    }
}
