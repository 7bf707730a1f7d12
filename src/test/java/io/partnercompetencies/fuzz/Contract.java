package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every answer must be: as the document says for its call and status. */
final class Contract {

    /** Of methods and media types that no call names, the document speaks in general. */
    private static final Set<Integer> IN_GENERAL = Set.of(405, 406);

    private static final List<String> ON_EVERY_ANSWER =
            List.of("MS-RequestId", "MS-CorrelationId", "X-Content-Type-Options");

    private final Shapes shapes;
    private final ProblemContract problems;

    Contract(Document document) {
        shapes = new Shapes(document);
        problems = new ProblemContract(shapes);
    }

    /** Sentences; none where the answer is as it should be. */
    List<String> breaches(Request request, Answer answer) {
        if (answer.status() == 0) {
            return List.of("there was no answer: " + answer.text());
        }
        if (answer.status() >= 500) {
            return List.of("the status says that the service failed");
        }
        var found = new ArrayList<String>();
        if (isOfTheServer(request, answer)) {
            return found;
        }
        ON_EVERY_ANSWER.stream()
                .filter(name -> answer.header(name).isEmpty())
                .forEach(name -> found.add("the header " + name + " is missing"));
        if (answer.status() >= 400) {
            problems.judge(request, answer, found);
        }
        if (!request.isAstray()) {
            described(request, answer)
                    .ifPresentOrElse(
                            described -> judge(described, answer, found),
                            () -> found.add("the document does not know this status for "
                                    + request.call().id()));
        }
        return found;
    }

    /** It refuses, without a word, what is too long and what is no address (RFC 3986). */
    private static boolean isOfTheServer(Request request, Answer answer) {
        return switch (answer.status()) {
            case 414, 431 -> request.isAstray();
            case 400, 404 ->
                !isAddress(request.target()) && answer.header("MS-RequestId").isEmpty();
            default -> false;
        };
    }

    private static boolean isAddress(String target) {
        try {
            return new URI(target).getPath() != null && target.startsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<JsonNode> described(Request request, Answer answer) {
        var own = request.call().answer(answer.status());
        return own.isEmpty() && IN_GENERAL.contains(answer.status())
                ? request.call().otherAnswer()
                : own;
    }

    private void judge(JsonNode described, Answer answer, List<String> found) {
        described
                .path("headers")
                .fieldNames()
                .forEachRemaining(name -> answer.header(name)
                        .ifPresentOrElse(value -> {}, () -> found.add("the header " + name + " is missing")));
        var content = described.path("content");
        if (content.isEmpty()) {
            if (answer.body().length > 0) {
                found.add("there should be no body");
            }
        } else if (!content.has(answer.mediaType())) {
            found.add("the document does not know the media type '" + answer.mediaType() + "' for this status");
        } else if (answer.mediaType().endsWith("json")) {
            shapes.faults(content.get(answer.mediaType()).get("schema"), answer.body())
                    .forEach(fault -> found.add("the body does not fit its schema: " + fault));
        }
    }
}
