package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.problem.Code;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every refusal must be: a problem with a known code, its status, and nothing of what is inside the service. */
final class ProblemContract {

    private static final String MEDIA_TYPE = "application/problem+json";

    /** Names of classes and constraints, statements and stacks. None of it is ever sent. */
    private static final Pattern INSIDES = Pattern.compile(
            "(io|com|org|java|jakarta|javax)\\.[a-z]+\\.[a-zA-Z.]+|[A-Z][a-z]+Exception|_(key|fkey|pkey|check)\\b"
                    + "|(?i:insert into|delete from|select .{1,80} from |sqlstate|\\tat )");

    /** May be the answer to everything that is sent, or belong to no call at all. */
    private static final Set<Code> ANYWHERE = Set.of(Code.METHOD_NOT_ALLOWED, Code.NOT_ACCEPTABLE);

    private final Shapes shapes;
    private final JsonNode problem;

    ProblemContract(Shapes shapes) {
        this.shapes = shapes;
        this.problem = new ObjectMapper().createObjectNode().put("$ref", "#/components/schemas/Problem");
    }

    void judge(Request request, Answer answer, List<String> found) {
        if (request.method().equals("HEAD")) {
            return;
        }
        if (!answer.mediaType().equals(MEDIA_TYPE)) {
            found.add("a refusal is " + MEDIA_TYPE + ", and not '" + answer.mediaType() + "'");
            return;
        }
        shapes.faults(problem, answer.body()).forEach(fault -> found.add("this is no problem: " + fault));
        var matcher = INSIDES.matcher(answer.text());
        if (matcher.find()) {
            found.add("it tells of the inside of the service: " + matcher.group());
        }
        var told = read(answer);
        if (told.path("status").asInt() != answer.status()) {
            found.add("the problem names another status");
        }
        if (!told.path("requestId")
                .asText()
                .equals(answer.header("MS-RequestId").orElse(null))) {
            found.add("the problem names another request");
        }
        if (told.path("detail").asText().isBlank()) {
            found.add("there is no detail");
        }
        code(told)
                .ifPresentOrElse(
                        code -> judge(code, request, answer, told, found), () -> found.add("the code is unknown"));
    }

    private static void judge(Code code, Request request, Answer answer, JsonNode told, List<String> found) {
        if (code.status() != answer.status()) {
            found.add("the code belongs to the status " + code.status());
        }
        if (!told.path("type").asText().endsWith(":" + code.text())) {
            found.add("the type names another code");
        }
        if (!request.isAstray()
                && !ANYWHERE.contains(code)
                && !announced(request, answer).contains(code.text())) {
            found.add("the document does not know the code " + code.text() + " for this status of "
                    + request.call().id());
        }
    }

    /** By the examples, of which each code has one. */
    private static Set<String> announced(Request request, Answer answer) {
        return request.call()
                .answer(answer.status())
                .map(described -> described.at("/content/application~1problem+json/examples"))
                .map(examples -> examples.valueStream()
                        .map(example -> request.call().resolve(example))
                        .map(example -> example.at("/value/code").asText())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static JsonNode read(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            return new ObjectMapper().createObjectNode();
        }
    }

    private static Optional<Code> code(JsonNode told) {
        return Arrays.stream(Code.values())
                .filter(code -> code.text().equals(told.path("code").asText()))
                .findFirst();
    }
}
